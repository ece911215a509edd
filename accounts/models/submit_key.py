from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _

from jobtracker.ownership import OwnedQuerySet, RootModel

if TYPE_CHECKING:
    from accounts.models.user import User


class SubmitKeyQuerySet(OwnedQuerySet["SubmitKey"]):
    def claim(self, user: User, key: str, digest: str) -> tuple[SubmitKey, bool]:
        """Take ``key`` for this transaction: the row, and whether it is ours.

        Of two sends of one form the second waits here for the first to end, and then
        finds what that one made. To be called inside a transaction.
        """
        try:
            with transaction.atomic():
                return self.create(user=user, key=key, digest=digest), True
        except IntegrityError:
            return self.get(user=user, key=key), False


class SubmitKey(RootModel):
    """A creating form's one-time key, so that a double click makes one row."""

    key = models.CharField(max_length=100)
    # What was sent with it: other words under the same key are another thing.
    digest = models.CharField(max_length=64, blank=True)
    made_id = models.PositiveBigIntegerField(null=True)

    objects: ClassVar = SubmitKeyQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("submit key")
        verbose_name_plural = _("submit keys")
        constraints = (
            models.UniqueConstraint(
                fields=("user", "key"), name="%(app_label)s_%(class)s_once"
            ),
        )

    def __str__(self) -> str:
        return self.key

    @classmethod
    def fresh(cls) -> str:
        return secrets.token_urlsafe(24)

    def settle(self, made: models.Model) -> Self:
        """Remember what the form made."""
        self.made_id = made.pk
        self.save_fields("made_id")
        return self
