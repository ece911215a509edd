from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from companies.models.company import Company
from jobtracker.ownership import RootModel


class CompanyMerge(RootModel):
    """Two companies became one: what the other was, so that it can be again."""

    kept = models.ForeignKey(
        Company,
        on_delete=models.CASCADE,
        related_name="merges",
        verbose_name=_("company"),
    )
    merged = models.JSONField(_("the other one"), default=dict)
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    class Meta:
        ordering = ("-created_at", "-pk")
        verbose_name = _("merge of companies")
        verbose_name_plural = _("merges of companies")

    def __str__(self) -> str:
        return str(self.merged.get("name", self.kept_id))

    def get_absolute_url(self) -> str:
        return self.kept.get_absolute_url()
