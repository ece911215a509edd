"""Opportunities as a board, by how far they have come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from companies.columns import Columns, Words
from companies.models import Opportunity
from companies.models.opportunity import steps

if TYPE_CHECKING:
    from companies.models.opportunity import OpportunityQuerySet


class Stages(Columns):
    hints = {
        "identified": _("What you noticed."),
        "researched": _("What you know enough about."),
        "poc_created": _("What you can show them."),
        "pitched": _("What they know of."),
        "accepted": _("Where they said yes."),
        "rejected": _("Where they said no."),
    }
    tones = {"accepted": "good", "rejected": "bad"}
    item = "opportunity"
    item_label = _("Opportunity")
    more = _("More opportunities")
    field = name_field = "status"
    version_field = "step"
    card_template = "companies/_opportunity_card.html"
    list_view = "companies:opportunity-list"
    board_view = "companies:opportunity-board"
    column_view = "companies:opportunity-column"

    @classmethod
    def labels(cls) -> dict[str, Words]:
        return dict(steps())

    def rows(self, name: str) -> OpportunityQuerySet:
        mine: OpportunityQuerySet = Opportunity.objects.for_user(self.user)
        return mine.filter(status=name).with_company()
