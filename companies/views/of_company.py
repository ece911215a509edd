from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from companies.models import Company
from jobtracker.views import OwnedListView

MOST_OPTIONS = 300


class OfCompanyListView(OwnedListView):
    """Rows of companies, of one of them if asked; ``relation`` is what companies call them."""

    relation = ""

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().with_company()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = self.filterset.form
        form.fields["company"].queryset = self.companies(form.cleaned_data["company"])
        return super().get_context_data(form=form, **kwargs)

    def companies(self, chosen: Company | None) -> QuerySet:
        """Those that have some, and the one asked for; no more than a list can show."""
        mine = Company.objects.for_user(self.request.user)
        having = mine.filter(**{f"{self.relation}__isnull": False}).distinct()
        first = having.values_list("pk", flat=True)[:MOST_OPTIONS]
        return mine.filter(pk__in=[*first, chosen.pk if chosen else 0])
