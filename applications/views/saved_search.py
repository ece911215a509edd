from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from applications.models import SavedSearch
from jobtracker.views import RowDetailView, RowListView


class SavedSearchListView(RowListView):
    model = SavedSearch
    heading = _("Saved searches")
    sign = "bookmark"
    empty_heading = _("No saved searches yet")
    empty_text = _("A search that was kept to be asked again is listed here.")

    def get_queryset(self) -> Any:
        return super().get_queryset().defer("filters")


class SavedSearchDetailView(RowDetailView):
    model = SavedSearch
    list_name = _("Saved searches")
    list_view = "applications:saved-search-list"
