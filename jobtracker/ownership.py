"""Who a row belongs to. Every read of a person's data starts at ``for_user``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from accounts.models import User


class OwnedQuerySet[M: OwnedModel](models.QuerySet[M]):
    def for_user(self, user: User) -> Self:
        """The rows of one person; of a child, those whose parent is theirs."""
        return self.filter(**{self.model.owner_lookup: user})


class TimestampedModel(models.Model):
    created_at = models.DateTimeField(
        _("created"), default=timezone.now, editable=False
    )
    updated_at = models.DateTimeField(_("updated"), auto_now=True)

    class Meta:
        abstract = True

    def save_fields(self, *names: str) -> None:
        """Write the named fields only, so that nothing else is overwritten."""
        self.save(update_fields=[*names, "updated_at"])


class OwnedModel(TimestampedModel):
    """A row that belongs to one person.

    A root has ``user``; a child names the way to it in ``owner_lookup``.
    """

    owner_lookup: ClassVar[str] = "user"

    objects: ClassVar = OwnedQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def owner(self) -> User:
        row: Any = self
        for step in self.owner_lookup.split("__"):
            row = getattr(row, step)
        return row


class RootModel(OwnedModel):
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, editable=False
    )

    class Meta:
        abstract = True


class BinQuerySet[M: OwnedModel](OwnedQuerySet[M]):
    """Rows that can lie in the bin. Pages start at ``present``."""

    def present(self) -> Self:
        return self.filter(deleted_at=None)

    def in_bin(self) -> Self:
        # Said this way round, SQLite sees that the bin's partial index serves it.
        return self.filter(deleted_at__isnull=False)
