from __future__ import annotations

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobtracker.ownership import OwnedModel, OwnedQuerySet


class Status(models.TextChoices):
    TRACKING = "tracking", _("Tracking")
    APPLIED = "applied", _("Applied")
    INTERVIEW = "interview", _("Interview")
    OFFER = "offer", _("Offer")
    CLOSED = "closed", _("Closed")


class ClosedReason(models.TextChoices):
    REJECTED = "rejected", _("Rejected")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    NO_RESPONSE = "no_response", _("No response")
    GHOSTED = "ghosted", _("Ghosted")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    EXPIRED = "expired", _("Expired")


class Origin(models.TextChoices):
    """Where a status change came from."""

    CREATE = "create", _("added")
    BOARD = "board", _("on the board")
    DETAIL = "detail", _("on its page")
    BULK = "bulk", _("in bulk")
    ADMIN = "admin", _("by the operator")
    IMPORT = "import", _("by an import")
    INTERVIEW = "interview", _("with an interview")
    RESPONSE = "response", _("with a response")
    MIGRATION = "migration", _("by a status migration")
    SWEEP = "sweep", _("by a sweep")
    UNDO = "undo", _("undone")


class StatusChangeQuerySet(OwnedQuerySet["StatusChange"]):
    def effective(self) -> Self:
        """What stands: without undone changes and without their undos."""
        undone = type(self)(self.model).filter(undoes=OuterRef("pk"))
        # Not undoes=None: SQLite would take the index on it, where nearly all are null.
        return self.filter(~Exists(undone)).exclude(origin=Origin.UNDO)

    def undoable(self) -> Self:
        """Changes that can be taken back, the latest first. The first stays for ever."""
        return self.effective().exclude(from_status="").order_by("-pk")

    def update(self, **values: Any) -> int:
        raise TypeError("History is never changed.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError("History is never removed.")


class StatusChange(OwnedModel):
    """One step of an application. Written by its doors only, never changed or removed."""

    owner_lookup = "application__user"

    application = models.ForeignKey(
        "applications.Application",
        on_delete=models.CASCADE,
        related_name="status_changes",
        verbose_name=_("application"),
    )
    from_status = models.CharField(_("from"), max_length=9, choices=Status, blank=True)
    to_status = models.CharField(_("to"), max_length=9, choices=Status)
    closed_reason = models.CharField(
        _("reason"), max_length=11, choices=ClosedReason, blank=True
    )
    changed_at = models.DateTimeField(_("changed"), default=timezone.now)
    origin = models.CharField(_("origin"), max_length=9, choices=Origin)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    run = models.CharField(_("run"), max_length=64, blank=True)
    before = models.JSONField(_("before"), default=dict, blank=True)
    undoes = models.OneToOneField(
        "self",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="undone_by",
        verbose_name=_("undoes"),
    )

    objects: ClassVar = StatusChangeQuerySet.as_manager()

    class Meta:
        ordering = ("-changed_at", "-pk")
        verbose_name = _("status change")
        verbose_name_plural = _("status changes")
        constraints = (
            models.CheckConstraint(
                condition=Q(to_status__in=Status.values)
                & (Q(from_status="") | Q(from_status__in=Status.values)),
                name="%(app_label)s_%(class)s_status_known",
            ),
            models.CheckConstraint(
                condition=Q(origin__in=Origin.values),
                name="%(app_label)s_%(class)s_origin_known",
            ),
            models.CheckConstraint(
                condition=(~Q(to_status=Status.CLOSED) & Q(closed_reason=""))
                | Q(to_status=Status.CLOSED, closed_reason__in=ClosedReason.values),
                name="%(app_label)s_%(class)s_reason_iff_closed",
            ),
            models.CheckConstraint(
                condition=Q(undoes__isnull=False, origin=Origin.UNDO)
                | Q(undoes=None) & ~Q(origin=Origin.UNDO),
                name="%(app_label)s_%(class)s_undo_is_undo",
            ),
        )
        indexes = (
            models.Index(
                fields=("application", "-changed_at", "-id"),
                name="%(class)s_time",
            ),
        )

    def __str__(self) -> str:
        return f"{self.from_status or '–'} → {self.to_status}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("History is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("History is never removed.")
