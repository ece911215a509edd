from __future__ import annotations

from typing import ClassVar, Self

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from companies.models.company import Company
from jobtracker.errors import Stale
from jobtracker.ownership import OwnedModel, OwnedQuerySet


class CompanyPairQuerySet(OwnedQuerySet["CompanyPair"]):
    def of(self, company: Company) -> Self:
        return self.filter(Q(first=company) | Q(second=company))

    @transaction.atomic
    def tell_apart(self, one: Company, other: Company) -> CompanyPair:
        """These are two. Twice is once. Raises Stale if they are not one person’s two."""
        mine = Company.objects.for_user(one.user).filter(pk__in=(one.pk, other.pk))
        held = list(mine.select_for_update().order_by("pk"))
        if len(held) < 2:
            raise Stale
        first, second = held
        pair, _is_new = self.get_or_create(first=first, second=second)
        return pair


class CompanyPair(OwnedModel):
    """Two companies that look alike, and are two: the person said so.

    The older one is ``first``, so that each pair is there once.
    """

    owner_lookup = "first__user"

    first = models.ForeignKey(
        Company,
        on_delete=models.CASCADE,
        related_name="pairs",
        verbose_name=_("one"),
        # The index of the constraint serves it.
        db_index=False,
    )
    second = models.ForeignKey(
        Company,
        on_delete=models.CASCADE,
        related_name="older_pairs",
        verbose_name=_("the other one"),
    )

    objects: ClassVar = CompanyPairQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("pair of companies")
        verbose_name_plural = _("pairs of companies")
        constraints = (
            models.UniqueConstraint(
                fields=("first", "second"), name="%(app_label)s_%(class)s_once"
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="%(app_label)s_%(class)s_in_order",
            ),
        )

    def __str__(self) -> str:
        return f"{self.first} · {self.second}"
