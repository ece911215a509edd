"""What a status migration did, row by row, so that it can go on and be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.models.application import Application
from applications.models.status import StatusChange
from jobtracker.ownership import TimestampedModel

if TYPE_CHECKING:
    from accounts.models import User


class StatusRunQuerySet(models.QuerySet["StatusRun"]):
    def interrupted(
        self, request: dict[str, Any], user: User | None
    ) -> StatusRun | None:
        """The run of that very request that was begun and neither ended nor undone."""
        open_runs = self.filter(user=user, finished_at=None, undone_at=None)
        # Compared here: databases differ in when two JSON texts are equal.
        same = (run for run in open_runs if run.request == request)
        return next(same, None)

    def with_undone(self) -> Self:
        return self.annotate(undone=Count("rows", filter=Q(rows__is_undone=True)))


class StatusRun(TimestampedModel):
    """One status migration of the operator, over everyone or over ``user`` alone.

    It is made with its first batch and ended after its last, so one that has not ended
    was interrupted, and the same request goes on with it.
    """

    what = models.CharField(_("what"), max_length=200)
    request = models.JSONField(_("request"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("person"),
    )
    began_at = models.DateTimeField(_("began"))
    finished_at = models.DateTimeField(_("ended"), null=True, blank=True)
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)
    moved = models.PositiveIntegerField(_("rows"), default=0)
    refused = models.PositiveIntegerField(_("refused"), default=0)

    objects: ClassVar = StatusRunQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("status migration")
        verbose_name_plural = _("status migrations")

    def __str__(self) -> str:
        return f"{self.pk}: {self.what}"

    @property
    def state(self) -> str:
        if self.undone_at:
            return "undone"
        return "done" if self.finished_at else "interrupted"

    def keep(self, rows: list[StatusRunRow]) -> None:
        """Remember what a batch left, in the transaction of that batch."""
        StatusRunRow.objects.bulk_create(rows)
        type(self).objects.filter(pk=self.pk).update(
            moved=F("moved") + len(rows), updated_at=timezone.now()
        )

    def finish(self, *, refused: int) -> None:
        self.finished_at, self.refused = timezone.now(), refused
        self.save_fields("finished_at", "refused")

    def begin_undo(self) -> None:
        """From here on no one goes on with it."""
        if self.undone_at is None:
            self.undone_at = timezone.now()
            self.save_fields("undone_at")
        self.rows.filter(change__undone_by__isnull=False).update(is_undone=True)


class StatusRunRow(TimestampedModel):
    """What a run left of one application: its version, and what that was before."""

    run = models.ForeignKey(StatusRun, on_delete=models.CASCADE, related_name="rows")
    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="+"
    )
    # Empty where the run wrote the old system's word and moved nothing.
    change = models.OneToOneField(
        StatusChange, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    word_before = models.CharField(max_length=100, blank=True)
    version = models.PositiveIntegerField()
    is_undone = models.BooleanField(default=False)

    objects: ClassVar = models.Manager()

    class Meta:
        ordering = ("pk",)
        verbose_name = _("row of a status migration")
        verbose_name_plural = _("rows of a status migration")

    def __str__(self) -> str:
        return f"{self.run_id}: {self.application_id}"

    def take_back(self) -> None:
        """Restore what was before. Raises Stale if anything was written since."""
        application = self.application
        if self.change_id:
            application.undo_move(by=None, version=self.version)
        else:
            application.edit(
                facts={"imported_status": self.word_before},
                job_facts={},
                version=self.version,
            )
        self._hand_on(application.version)
        self.is_undone = True
        self.save_fields("is_undone")

    def _hand_on(self, version: int) -> None:
        """The row is again as an earlier run left it, who may now be taken back too."""
        type(self).objects.filter(
            application=self.application, version=self.version - 1, is_undone=False
        ).update(version=version)
