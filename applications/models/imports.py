"""What came from elsewhere: each row as it was there, and what it became here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from jobtracker.constraints import known
from jobtracker.errors import Refused
from jobtracker.ownership import OwnedModel, OwnedQuerySet, RootModel
from jobtracker.work import BackgroundWork, WorkStatus

if TYPE_CHECKING:
    from accounts.models import User


class System(models.TextChoices):
    CARTEROS = "carteros", "CarterOS"
    CAREER_COPILOT = "career_copilot", "Career Copilot"
    JOBBOT = "jobbot", "JobBot"
    JOBOS = "jobos", "JobOS"
    JOBWISE = "jobwise", "JobWise"


class Step(models.TextChoices):
    """What its work is about, or was last: a run is looked at before it is applied."""

    LOOK = "look", _("Looking through it")
    APPLY = "apply", _("Bringing it in")
    UNDO = "undo", _("Taking it back")


class Verdict(models.TextChoices):
    """What became of a row of the source."""

    MADE = "made", _("New")
    CHANGED = "changed", _("Changed")
    SAME = "same", _("Nothing new")
    KEPT = "kept", _("Kept aside")
    SKIPPED = "skipped", _("Left out")
    REFUSED = "refused", _("Refused")


class Action(models.TextChoices):
    """What was done with a row of ours."""

    MADE = "made", _("Made")
    CHANGED = "changed", _("Changed")
    SAME = "same", _("Left as it was")


class ImportRunQuerySet(OwnedQuerySet["ImportRun"]):
    def applied(self) -> Self:
        """Those that brought rows, and that nobody has taken back."""
        return self.exclude(applied_at=None).filter(undone_at=None)

    def earlier(self, user: User | None, system: str) -> Self:
        return self.filter(user=user, system=system).applied().order_by("-pk")


class ImportRun(BackgroundWork, OwnedModel):
    """One import of one person's rows out of one source.

    Without a person it is the operator's, of postings that are for everyone.
    """

    url_name = "applications:import"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
    )
    system = models.CharField(_("system"), max_length=20, choices=System, blank=True)
    filename = models.CharField(_("file"), max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    # Runs of one and the same source share it: numbers mean the same rows in them.
    lineage = models.CharField(max_length=32, blank=True, editable=False)
    # The file as it came; gone once it is applied or given up.
    source = models.BinaryField(null=True, editable=False)
    step = models.CharField(
        _("step"), max_length=5, choices=Step, default=Step.LOOK, editable=False
    )
    options = models.JSONField(_("options"), default=dict, editable=False)
    # What a look at it found, and what came of it: see importing.report.
    preview = models.JSONField(default=dict, editable=False)
    counts = models.JSONField(_("what came of it"), default=dict, editable=False)
    # Rows that stayed when it was taken back, each with the reason.
    kept = models.JSONField(default=list, editable=False)
    applied_at = models.DateTimeField(_("applied"), null=True, editable=False)
    undone_at = models.DateTimeField(_("taken back"), null=True, editable=False)

    objects: ClassVar = ImportRunQuerySet.as_manager()

    class Meta(BackgroundWork.Meta):
        abstract = False
        ordering = ("-created_at", "-pk")
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        constraints: ClassVar = (
            *BackgroundWork.Meta.constraints,
            known("system", System, or_empty=True),
            known("step", Step),
        )
        indexes = (
            models.Index(
                fields=("user", "-created_at", "-id"), name="%(class)s_newest"
            ),
        )

    def __str__(self) -> str:
        return self.filename or str(self.get_system_display() or _("Import"))

    def get_absolute_url(self) -> str:
        return reverse("applications:import-detail", args=[self.pk])

    def enqueue(self) -> None:
        from applications.tasks import run_import  # it imports the models

        transaction.on_commit(lambda: run_import.enqueue(self.pk))

    @property
    def has_file(self) -> bool:
        """Asked without loading it: retention clears it after some days."""
        return type(self).objects.filter(pk=self.pk).exclude(source=None).exists()

    @property
    def is_unfinished(self) -> bool:
        """Nothing is done with it now, and its file is still to be brought in."""
        is_applied = self.step == Step.APPLY and self.status == WorkStatus.COMPLETED
        return not (self.is_open or is_applied or self.step == Step.UNDO)

    @property
    def is_ready(self) -> bool:
        """It was looked at, and can be applied."""
        is_seen = self.step == Step.LOOK and self.status == WorkStatus.COMPLETED
        return is_seen and bool(self.system) and self.has_file

    @property
    def can_retry(self) -> bool:
        return super().can_retry and (self.step == Step.UNDO or self.has_file)

    @property
    def can_undo(self) -> bool:
        is_over = not self.is_open
        return is_over and self.applied_at is not None and self.undone_at is None

    def apply(self) -> None:
        """Bring in what was looked at. Raises Refused where it is not ready."""
        self._go_on(Step.APPLY, is_allowed=self.is_ready)

    def look_again(self, **options: Any) -> None:
        """With other options, before anything is applied."""
        is_seen = self.step == Step.LOOK and not self.is_open and self.has_file
        self.options |= options
        self._go_on(Step.LOOK, is_allowed=is_seen, options=self.options)

    def later(self) -> ImportRunQuerySet:
        """Imports of the same source that stand on this one."""
        runs = type(self).objects.earlier(self.user, self.system)
        return runs.filter(lineage=self.lineage, pk__gt=self.pk)

    def undo(self) -> None:
        """Take it back as a whole. Raises Refused where nothing stands."""
        self._go_on(Step.UNDO, is_allowed=self.can_undo)

    @transaction.atomic
    def _go_on(self, step: str, *, is_allowed: bool, **more: Any) -> None:
        fields: dict[str, Any] = more | {
            "step": step,
            "status": WorkStatus.PENDING,
            "attempt": self.attempt + 1,
            "current_stage": 0,
            "stage_name": "",
            "stage_description": "",
            "error_message": "",
            "completed_at": None,
        }
        rows = type(self).objects.filter(
            pk=self.pk, attempt=self.attempt, step=self.step
        )
        if not (is_allowed and rows.update(**fields, updated_at=timezone.now())):
            raise Refused(_("This import is not at that point."), code="step")
        self.refresh_from_db(fields=list(fields))
        self.enqueue()


class ImportedRecord(OwnedModel):
    """One row of the source, whole: ``raw`` keeps also what has no column here."""

    owner_lookup = "run__user"

    run = models.ForeignKey(
        ImportRun, on_delete=models.CASCADE, related_name="records", editable=False
    )
    table = models.CharField(_("table"), max_length=100)
    source_id = models.CharField(_("number there"), max_length=255)
    raw = models.JSONField(_("as it was there"), default=dict)
    verdict = models.CharField(_("what became of it"), max_length=7, choices=Verdict)
    # What was changed, not understood or left out, in words.
    warnings = models.JSONField(_("remarks"), default=list, blank=True)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("imported row")
        verbose_name_plural = _("imported rows")
        constraints: ClassVar = (
            known("verdict", Verdict),
            models.UniqueConstraint(
                fields=("run", "table", "source_id"),
                name="%(app_label)s_%(class)s_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.table} {self.source_id}"

    def get_absolute_url(self) -> str:
        return reverse("applications:imported-record", args=[self.pk])

    def rows(self) -> list[tuple[ImportedObject, Any]]:
        """What it became: what was done, and the row of ours; None where it is gone."""
        done = list(self.objects_made.defer("before", "after", "given"))
        keys: dict[str, set[int]] = {}
        for one in done:
            keys.setdefault(one.model, set()).add(one.object_id)
        found = {label: _by_key(label, pks) for label, pks in keys.items()}
        return [(one, found[one.model].get(one.object_id)) for one in done]


# What a row's name is made of, by the field that leads there.
_NAMED_BY = {"application": "application__job__company", "job": "job__company"}


def kind_of(label: str) -> type[models.Model] | None:
    """The model of that label; None where a later version no longer has it."""
    try:
        return apps.get_model(label)
    except (LookupError, ValueError):
        return None


def _by_key(label: str, keys: set[int]) -> dict[int, Any]:
    kind = kind_of(label)
    if kind is None:
        return {}
    fields = {field.name for field in kind._meta.concrete_fields}
    rows: models.QuerySet = kind._base_manager.all()
    names = [_NAMED_BY[name] for name in fields & _NAMED_BY.keys()]
    return (rows.select_related(*names) if names else rows).in_bulk(keys)


# Columns of a run that no page needs.
HEAVY = tuple(f"record__run__{name}" for name in ("source", "preview", "counts"))


class ImportedObjectQuerySet(OwnedQuerySet["ImportedObject"]):
    def about(self, row: models.Model) -> Self:
        """What imports did with one row of ours, the latest first."""
        return (
            self.filter(model=row._meta.label_lower, object_id=row.pk)
            .filter(~Q(action=Action.SAME))
            .select_related("record__run")
            .defer("after", "given", "record__raw", *HEAVY)
            .order_by("-pk")
        )


class ImportedObject(OwnedModel):
    """A row of ours that a row of the source became, or a part of it."""

    owner_lookup = "record__run__user"

    record = models.ForeignKey(
        ImportedRecord,
        on_delete=models.CASCADE,
        related_name="objects_made",
        editable=False,
    )
    # What it is in its record: "job", "note 2". With table and id, who it is for ever.
    part = models.CharField(max_length=100)
    model = models.CharField(max_length=100)
    object_id = models.PositiveBigIntegerField()
    action = models.CharField(_("what was done"), max_length=7, choices=Action)
    # Of a changed row what was there, by column.
    before = models.JSONField(default=dict)
    # What stood there afterwards, and what the source gave: short, see importing.values.
    after = models.JSONField(default=dict)
    given = models.JSONField(default=dict)

    objects: ClassVar = ImportedObjectQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of an import")
        constraints: ClassVar = (
            known("action", Action),
            models.UniqueConstraint(
                fields=("record", "part"), name="%(app_label)s_%(class)s_once"
            ),
        )
        indexes = (
            models.Index(fields=("model", "object_id"), name="%(class)s_object"),
        )

    def __str__(self) -> str:
        return f"{self.part}: {self.model} {self.object_id}"

    @property
    def kind(self) -> str:
        """What it is, for people: “Interview”."""
        kind = kind_of(self.model)
        return capfirst(str(kind._meta.verbose_name)) if kind else self.model


class ImportMapping(RootModel):
    """Which column of a table goes where, as the person said for such a header before."""

    fingerprint = models.CharField(max_length=64)
    mapping = models.JSONField(_("columns"), default=dict)

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("mapping of columns")
        verbose_name_plural = _("mappings of columns")
        constraints: ClassVar = (
            models.UniqueConstraint(
                fields=("user", "fingerprint"), name="%(app_label)s_%(class)s_once"
            ),
        )

    def __str__(self) -> str:
        return self.fingerprint[:12]
