from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobtracker.constraints import known
from jobtracker.ownership import OwnedModel, OwnedQuerySet

if TYPE_CHECKING:
    from accounts.models.user import User


class AuditKind(models.TextChoices):
    LOGIN = "login", _("Logged in")
    IMPORT = "import", _("Imported")
    IMPORT_UNDONE = "import_undone", _("Import undone")
    EXPORT = "export", _("Exported")
    DELETION = "deletion", _("Deleted")
    ADMIN = "admin", _("Changed by the operator")


class AuditEventQuerySet(OwnedQuerySet["AuditEvent"]):
    def note(
        self, kind: str, user: User | None, *, ip: str | None = None, **data: Any
    ) -> AuditEvent:
        return self.create(kind=kind, user=user, ip=ip, data=data)


class AuditEvent(OwnedModel):
    """What happened with an account and its data; not what stands in them."""

    # Kept where the operator did something without an account.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        editable=False,
    )
    kind = models.CharField(_("what"), max_length=13, choices=AuditKind)
    at = models.DateTimeField(_("when"), default=timezone.now)
    ip = models.GenericIPAddressField(_("from"), null=True, blank=True)
    data = models.JSONField(_("details"), default=dict, blank=True)

    objects: ClassVar = AuditEventQuerySet.as_manager()

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = (known("kind", AuditKind),)
        indexes = (models.Index(fields=("user", "-at", "-id"), name="%(class)s_time"),)

    def __str__(self) -> str:
        return str(self.get_kind_display())
