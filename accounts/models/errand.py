from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobtracker.ownership import OwnedQuerySet, RootModel

if TYPE_CHECKING:
    from accounts.models.user import User


class ErrandQuerySet(OwnedQuerySet["Errand"]):
    def claim(self, user: User, key: str) -> Errand | None:
        """Take it on; None where someone did so before, or does at this moment."""
        errand, is_mine = self.get_or_create(user=user, key=key)
        return errand if is_mine else None

    def begun_before(self, moment: datetime) -> ErrandQuerySet:
        return self.filter(created_at__lt=moment)


class Errand(RootModel):
    """Something done at most once for a person, such as the mail of a day.

    The row is committed *before* it is done: whoever is killed in between leaves it
    undone, and nobody does it twice. What surely did not happen is given back.
    """

    key = models.CharField(_("what"), max_length=100)
    done_at = models.DateTimeField(_("done"), null=True)

    objects: ClassVar = ErrandQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("errand")
        verbose_name_plural = _("errands")
        constraints = (
            models.UniqueConstraint(
                fields=("user", "key"), name="%(app_label)s_%(class)s_once"
            ),
        )

    def __str__(self) -> str:
        return self.key

    def finish(self) -> None:
        self.done_at = timezone.now()
        self.save_fields("done_at")

    def give_back(self) -> None:
        """It did not happen: it may be tried again."""
        self.delete()
