from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.views.generic import TemplateView

from applications.export import VOCABULARIES
from applications.models import ClosedReason, Priority, Status
from applications.models.saved_search import SearchScope
from applications.saved_searches.shown import shown
from applications.table import COLUMNS, Table
from jobtracker.views import PartialMixin, warn_dropped


class TableMixin:
    request: HttpRequest

    def get_table(self) -> Table:
        self.shown = shown(self.request, SearchScope.APPLICATIONS)
        table = Table(self.request.user, self.shown.parameters)
        warn_dropped(self.request, table.filterset)
        return table


class ApplicationListView(TableMixin, PartialMixin, TemplateView):
    """The table. Its facets with their counts are a fragment of their own."""

    template_name = "applications/application_list.html"
    partial_name = "application-list"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        table = self.get_table()
        return super().get_context_data(
            table=table,
            bar=self.shown.bar(table.filterset),
            all_columns=COLUMNS.items(),
            statuses=Status.choices,
            reasons=ClosedReason.choices,
            priorities=Priority.choices,
            vocabularies=VOCABULARIES,
            shown_at=timezone.now(),
            **kwargs,
        )


class FacetView(TableMixin, PartialMixin, TemplateView):
    """What the list could be narrowed by, and how many rows each choice leaves."""

    template_name = "applications/application_facets.html"
    partial_name = "application-facets"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        table = self.get_table()
        return super().get_context_data(table=table, facets=table.facets(), **kwargs)
