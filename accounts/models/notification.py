from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobtracker.ownership import OwnedQuerySet, RootModel

if TYPE_CHECKING:
    from accounts.models.user import User


class NotificationType(models.TextChoices):
    FOLLOW_UP = "follow_up", _("Follow-up")
    INTERVIEW = "interview", _("Interview")
    DEADLINE = "deadline", _("Deadline")
    RESPONSE = "response", _("Response")
    STALE = "stale", _("Silence")
    THANKS = "thanks", _("Thanks")
    SYSTEM = "system", _("News")
    # What older systems told.
    JOB_MATCH = "job_match", _("Matching job")
    APPLICATION_UPDATE = "application_update", _("Application")
    INTERVIEW_REMINDER = "interview_reminder", _("Interview, as told then")


ICONS = {
    NotificationType.FOLLOW_UP: "message-circle",
    NotificationType.INTERVIEW: "calendar",
    NotificationType.DEADLINE: "hourglass",
    NotificationType.RESPONSE: "reply",
    NotificationType.STALE: "moon",
    NotificationType.THANKS: "heart",
    NotificationType.SYSTEM: "info",
    NotificationType.JOB_MATCH: "target",
    NotificationType.APPLICATION_UPDATE: "pencil",
    NotificationType.INTERVIEW_REMINDER: "calendar",
}


class NotificationQuerySet(OwnedQuerySet["Notification"]):
    def unread(self) -> Self:
        return self.filter(is_read=False)

    def tell(
        self, user: User, *, dedupe_key: str, **fields: Any
    ) -> tuple[Notification, bool]:
        """Say something once: the row, and whether it is new."""
        return self.get_or_create(user=user, dedupe_key=dedupe_key, defaults=fields)

    def mark_read(self) -> int:
        """All of them; says how many were unread."""
        return self.unread().update(is_read=True, updated_at=timezone.now())


class Notification(RootModel):
    """Something the person is told once. ``dedupe_key`` says what: a rerun repeats none."""

    type = models.CharField(_("about"), max_length=18, choices=NotificationType)
    title = models.CharField(_("title"), max_length=300)
    message = models.TextField(_("text"), blank=True)
    data = models.JSONField(default=dict, blank=True, editable=False)
    # A path of this site.
    url = models.CharField(max_length=500, blank=True, editable=False)
    is_read = models.BooleanField(_("read"), default=False)
    dedupe_key = models.CharField(max_length=200, editable=False)

    objects: ClassVar = NotificationQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        constraints = (
            models.UniqueConstraint(
                fields=("user", "dedupe_key"), name="%(app_label)s_%(class)s_once"
            ),
            models.CheckConstraint(
                condition=Q(type__in=NotificationType.values),
                name="%(app_label)s_%(class)s_type_known",
            ),
            models.CheckConstraint(
                condition=Q(url="") | Q(url__startswith="/"),
                name="%(app_label)s_%(class)s_url_here",
            ),
        )
        indexes = (
            models.Index(
                fields=("user", "-created_at", "-id"), name="%(class)s_newest"
            ),
            models.Index(
                fields=("user", "-created_at", "-id"),
                condition=Q(is_read=False),
                name="%(class)s_unread",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def icon(self) -> str:
        return ICONS[NotificationType(self.type)]

    def set_read(self, is_read: bool) -> None:
        self.is_read = is_read
        self.save_fields("is_read")
