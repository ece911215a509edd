from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import SampleDocument, WritingStyle
from jobtracker.facts import facts
from jobtracker.views import RowDetailView, RowListView

LIST = _("Samples")


class SampleListView(RowListView):
    """What the person wrote, and below it how they write."""

    model = SampleDocument
    template_name = "accounts/sample_list.html"
    heading = LIST
    sign = "file-text"
    empty_heading = _("No samples yet")
    empty_text = _(
        "Here letters and résumés that you wrote yourself will stand, as samples of how "
        "you write. Bring them in with an import."
    )

    def get_queryset(self) -> QuerySet:
        return super().get_queryset().defer("original_text")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mine = WritingStyle.objects.for_user(self.request.user)
        style = mine.defer("source_sample__original_text")
        found = style.select_related("source_sample").first()
        shown = facts(found, leave_out=("created_at",)) if found else []
        return super().get_context_data(style=shown, **kwargs)


class SampleDetailView(RowDetailView):
    model = SampleDocument
    list_name = LIST
    list_view = "accounts:sample-list"
