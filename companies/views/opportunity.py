from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from companies.models import Opportunity
from jobtracker.facts import facts
from jobtracker.views import OwnedMixin, RowDetailView, RowListView

LIST = _("Opportunities")


class OpportunityMixin(OwnedMixin):
    def get_queryset(self) -> QuerySet:
        return super().get_queryset().select_related("company")


class OpportunityListView(OpportunityMixin, RowListView):
    model = Opportunity
    heading = LIST
    sign = "lightbulb"
    empty_heading = _("No opportunities yet")
    empty_text = _(
        "Here will stand what you could do for companies that have not advertised it. "
        "Bring them in with an import."
    )


class OpportunityDetailView(OpportunityMixin, RowDetailView):
    """With what was written to the company about it."""

    model = Opportunity
    list_name = LIST
    list_view = "companies:opportunity-list"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        outreach = {"heading": _("Outreach"), "rows": self.outreach()}
        parts = [outreach] if outreach["rows"] else []
        return super().get_context_data(parts=parts, **kwargs)

    def outreach(self) -> list[dict[str, Any]]:
        mine = self.object.outreach.for_user(self.request.user)
        rows = mine.select_related("company", "contact")[: self.MOST_ROWS]
        known = ("company", "opportunity", "created_at")
        return [
            {
                "name": str(row),
                "url": row.get_absolute_url(),
                "facts": facts(row, leave_out=known),
            }
            for row in rows
        ]
