from __future__ import annotations

from typing import Any, ClassVar, Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from companies.models.company import Company
from jobtracker.ownership import OwnedQuerySet, RootModel


class CompanyMergeQuerySet(OwnedQuerySet["CompanyMerge"]):
    def standing(self) -> Self:
        return self.filter(undone_at=None)

    def of_former(self, pk: int) -> CompanyMerge | None:
        """The merge by which the company of that key went."""
        return self.standing().filter(former_id=pk).select_related("kept").first()


class CompanyMerge(RootModel):
    """Two companies became one: what the other was, so that it can be again.

    ``merged`` holds its ``name``; of merges made here its whole ``row``, the keys of the
    rows that ``moved`` (by model and field), rows that were ``dropped`` because the kept
    one had them too, the pairs in which it was told ``apart``, the columns of the
    kept one ``before`` and ``after``, and what ``stayed`` when it was undone. See
    companies.merging.
    """

    kept = models.ForeignKey(
        Company,
        on_delete=models.CASCADE,
        related_name="merges",
        verbose_name=_("company"),
    )
    merged = models.JSONField(_("the other one"), default=dict)
    # The key of the row that went, and of the name that is no longer in use: both lead on.
    former_id = models.PositiveBigIntegerField(null=True, editable=False)
    name_key = models.CharField(max_length=600, default="", editable=False)
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    objects: ClassVar = CompanyMergeQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("merge of companies")
        verbose_name_plural = _("merges of companies")
        indexes = (
            models.Index(fields=("user", "-created_at", "-id"), name="merge_newest"),
            models.Index(
                fields=("user", "former_id"),
                condition=models.Q(undone_at=None),
                name="merge_former",
            ),
            models.Index(
                fields=("user", "name_key"),
                condition=models.Q(undone_at=None),
                name="merge_name",
            ),
        )

    def __str__(self) -> str:
        return str(self.merged.get("name", self.kept_id))

    def get_absolute_url(self) -> str:
        return reverse("companies:merge-detail", args=[self.pk])

    @property
    def can_undo(self) -> bool:
        """Not what another system brought: how it was there nobody knows."""
        return self.undone_at is None and "row" in self.merged

    def later(self) -> models.QuerySet:
        """Those that stand on this one: they must be undone first."""
        later = type(self).objects.standing().filter(kept=self.kept_id, pk__gt=self.pk)
        return later.exclude(former_id=None)

    @property
    def subtitle(self) -> str:
        return str(_("Now %(name)s") % {"name": self.kept.name})

    @property
    def badge(self) -> str:
        return str(_("Undone")) if self.undone_at else ""

    @property
    def stayed(self) -> list[dict[str, Any]]:
        """What stayed when it was undone: ``kind``, ``name``, ``url``, ``why`` of each."""
        return self.merged.get("stayed", [])
