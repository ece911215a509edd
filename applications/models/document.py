"""Résumés and letters made for a posting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.core.validators import MaxLengthValidator
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import DocumentType, Profile, User
from applications.models.application import Application
from applications.models.document_overrides import OverridesMixin
from applications.models.document_sending import SendingMixin
from applications.models.document_template import DocumentTemplate
from applications.models.document_versions import VersionsMixin, text_and_rest
from applications.models.job import Job
from jobtracker.constraints import known
from jobtracker.errors import Refused
from jobtracker.ownership import BinQuerySet, RootModel
from jobtracker.search import Findable, FindableQuerySet, FoundBy, SearchQuerySet
from jobtracker.work import BackgroundWork, Stopped

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from applications.models.document_parts import DocumentVersion

# Who wrote it, of the documents that are written here.
ENGINE = "jobtracker"
MOST_DOCUMENTS = 5_000
# What a row of a list shows.
ROW = (
    "user_id", "document_type", "status", "engine", "created_at", "sent_at", "sent_to",
    "sent_version", "is_starred",
    "job__user_id", "job__title", "job__company_name", "job__company__name",
)  # fmt: skip


class DocumentStatus(models.TextChoices):
    PENDING = "pending", _("Waiting")
    GENERATING = "generating", _("Being written")
    COMPLETED = "completed", _("Done")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Cancelled")


OPEN = (DocumentStatus.PENDING, DocumentStatus.GENERATING)


class DocumentQuerySet(
    SearchQuerySet["Document"], FindableQuerySet["Document"], BinQuerySet["Document"]
):
    def present(self) -> Self:
        """Outside the bin, in which it lies with its job too."""
        return super().present().filter(job__deleted_at=None)

    def for_list(self) -> Self:
        """What a row of a list shows: texts are long, of postings too."""
        return self.select_related("job__company").only(*ROW)

    def being_written(self) -> Self:
        return self.filter(engine=ENGINE, status__in=OPEN, deleted_at=None)

    def being_written_like(self, document: Document) -> Self:
        """The same request: of the same person, posting, résumé and kind.

        Held until the transaction ends, so that no two of them begin at once.
        """
        User.objects.select_for_update().get(pk=document.user_id)
        return self.being_written().filter(
            user=document.user_id,
            job=document.job_id,
            profile=document.profile_id,
            document_type=document.document_type,
        )

    @transaction.atomic
    def ask_for(self, document: Document) -> Document:
        """Begin to write it; asked for twice at once, it is one. Raises Refused."""
        if there := self.being_written_like(document).first():
            return there
        if self.for_user(document.user).count() >= MOST_DOCUMENTS:
            text = gettext("You have %(most)d documents. Delete some before.")
            raise Refused(text % {"most": MOST_DOCUMENTS})
        document.engine = ENGINE
        document.save(force_insert=True)
        document.enqueue()
        return document


class Document(
    SendingMixin, VersionsMixin, OverridesMixin, Findable, BackgroundWork, RootModel
):
    """One résumé or letter; ``result`` is ``{content, ats_score, metadata}``.

    Its text has the form of ``documents.sheet``. ``result`` holds the last of its versions,
    ``version_number`` says which. What another system made may have no versions, and
    another form.
    """

    url_name = "applications:document"
    running = DocumentStatus.GENERATING
    found_by = (FoundBy("applications.DocumentWords", "pk", {"result"}),)

    if TYPE_CHECKING:
        versions: RelatedManager[DocumentVersion]

    profile = models.ForeignKey(
        Profile,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("résumé"),
    )
    job = models.ForeignKey(
        Job,
        on_delete=models.CASCADE,
        related_name="documents",
        verbose_name=_("job"),
        editable=False,
    )
    application = models.ForeignKey(
        Application,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("application"),
    )
    template = models.ForeignKey(
        DocumentTemplate,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("template"),
    )
    document_type = models.CharField(_("kind"), max_length=12, choices=DocumentType)
    status = models.CharField(
        _("state"),
        max_length=10,
        choices=DocumentStatus,
        default=DocumentStatus.PENDING,
    )
    current_stage = models.PositiveSmallIntegerField(_("stage"), default=0)
    total_stages = models.PositiveSmallIntegerField(_("stages"), default=2)
    stage_name = models.CharField(_("doing"), max_length=200, blank=True)
    stage_description = models.TextField(_("in detail"), blank=True)
    error_message = models.TextField(_("what went wrong"), blank=True)
    options = models.JSONField(_("options"), default=dict, blank=True)
    custom_prompt = models.TextField(
        _("your instructions"), blank=True, validators=[MaxLengthValidator(10_000)]
    )
    result = models.JSONField(_("text"), default=dict, blank=True)
    version_number = models.PositiveIntegerField(
        _("version"), default=0, editable=False
    )
    tokens_used = models.PositiveIntegerField(_("tokens"), default=0)
    generation_seconds = models.FloatField(_("seconds"), null=True, blank=True)
    engine = models.CharField(_("by"), max_length=200, blank=True)
    started_at = models.DateTimeField(_("begun"), null=True, blank=True)
    completed_at = models.DateTimeField(_("done at"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    sent_to = models.CharField(_("sent to"), max_length=255, blank=True)
    # The version that went out, and whether it did so with a move to applied.
    sent_version = models.PositiveIntegerField(null=True, editable=False)
    is_sent_by_move = models.BooleanField(default=False, editable=False)
    # Facts without a source that the person stands by: [{"fact", "line", "said", "at"}].
    overrides = models.JSONField(default=list, blank=True, editable=False)
    is_starred = models.BooleanField(_("kept"), default=False, editable=False)
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects: ClassVar = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints: ClassVar = (
            known("document_type", DocumentType),
            known("status", DocumentStatus),
            models.UniqueConstraint(
                fields=("user", "job", "profile", "document_type"),
                condition=Q(engine=ENGINE, status__in=OPEN, deleted_at=None),
                name="%(app_label)s_%(class)s_one_being_written",
            ),
        )
        indexes = (
            models.Index(
                fields=("user", "-created_at", "-id"),
                condition=Q(deleted_at=None),
                name="%(class)s_newest",
            ),
            models.Index(fields=("job", "-created_at", "-id")),
        )

    def __str__(self) -> str:
        return f"{self.get_document_type_display()}, {self.job}"

    def get_absolute_url(self) -> str:
        return reverse("applications:document-detail", args=[self.pk])

    @property
    def subtitle(self) -> str:
        return self.job.employer

    @property
    def badge(self) -> str:
        if self.sent_at:
            return str(_("Sent"))
        is_done = self.status == DocumentStatus.COMPLETED
        return "" if is_done else str(self.get_status_display())

    @property
    def content(self) -> str:
        return text_and_rest(self.result)[0]

    @property
    def asked(self) -> dict[str, Any]:
        """``options``, where they are in shape."""
        return self.options if isinstance(self.options, dict) else {}

    @property
    def ats_score(self) -> float | None:
        return self.result.get("ats_score") if isinstance(self.result, dict) else None

    @property
    def is_ours(self) -> bool:
        """It is written here: what another system left unfinished nobody goes on with."""
        return self.engine == ENGINE

    @property
    def is_open(self) -> bool:
        return self.is_ours and super().is_open

    @property
    def can_retry(self) -> bool:
        return self.is_ours and super().can_retry

    @property
    def is_letter(self) -> bool:
        return self.document_type == DocumentType.COVER_LETTER

    # How it is written

    def enqueue(self) -> None:
        from applications.tasks import write_document  # it imports the models

        transaction.on_commit(lambda: write_document.enqueue(self.pk))

    @transaction.atomic
    def retry(self) -> None:
        """From the beginning. Raises Refused where the same is being written already, or
        it was made elsewhere."""
        if not self.is_ours:
            raise Refused(
                _("This was made elsewhere, so it can’t be tried again here.")
            )
        self._check_alone()
        super().retry()

    def _check_alone(self) -> None:
        same = Document.objects.being_written_like(self).exclude(pk=self.pk)
        if same.exists():
            raise Refused(_("The same is being written already."))

    @transaction.atomic
    def keep_draft(self, text: str, **found: Any) -> None:
        """It is written: its first version. Raises Stopped where nobody waits for it."""
        if not self.complete():
            raise Stopped
        # A run that was killed after this, and began again, found it completed.
        self._add_version(text, "draft", **found)
        began = self.started_at or timezone.now()
        self.generation_seconds = (timezone.now() - began).total_seconds()
        self.save_fields("result", "version_number", "generation_seconds")

    @transaction.atomic
    def note_reading(
        self, number: int, score: float | None, found: dict[str, Any]
    ) -> None:
        """What a machine found in a PDF of version ``number``, unless there is a later."""
        rows = Document.objects.select_for_update(of=("self",))
        row = rows.filter(pk=self.pk, version_number=number).first()
        if row is None or not isinstance(row.result, dict):
            return
        metadata = row.result.get("metadata")
        kept = metadata if isinstance(metadata, dict) else {}
        read = {"ats_score": score, "metadata": kept | found | {"read": number}}
        self.result = row.result | read
        self.save_fields("result")

    # The bin

    def put_away(self) -> None:
        self.deleted_at = timezone.now()
        self.save_fields("deleted_at")

    @transaction.atomic
    def take_back(self) -> None:
        """What was to be written then is written now. Raises Refused where the same is
        being written already."""
        if self.is_open:
            self._check_alone()
            self.enqueue()
        self.deleted_at = None
        self.save_fields("deleted_at")
