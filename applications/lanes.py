"""Companies as a board, by how much a person wants each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Max, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from applications.models import Application
from companies.columns import Columns, Words
from companies.models import Company
from companies.models.company import LANES

if TYPE_CHECKING:
    from companies.models.company import CompanyQuerySet


class Lanes(Columns):
    hints = {
        "dream": _("Where you would start tomorrow."),
        "target": _("Where you would be glad to work."),
        "opportunistic": _("Worth a try if something fits."),
        "none": _("Every company has its lane."),
    }
    tones = {"dream": "dream"}
    item = "company"
    item_label = _("Company")
    more = _("More companies")
    field = version_field = "lane"
    name_field = "lane_name"
    card_template = "companies/_lane_card.html"
    list_view = "companies:company-list"
    board_view = "applications:lanes"
    column_view = "applications:lane"

    @classmethod
    def labels(cls) -> dict[str, Words]:
        return {
            name: _("No lane") if lane is None else lane.label
            for name, lane in LANES.items()
        }

    def rows(self, name: str) -> CompanyQuerySet:
        return with_applications(self.mine().in_lane(LANES[name]))

    def card(self, company: Company) -> Company:
        """The company as its card shows it."""
        return with_applications(self.mine()).get(pk=company.pk)

    def mine(self) -> CompanyQuerySet:
        return Company.objects.for_user(self.user)


def with_applications(companies: CompanyQuerySet) -> CompanyQuerySet:
    """Each with ``application_count`` and ``last_activity``, of those outside the bin."""
    here = (
        Application.objects.present()
        .filter(job__company=OuterRef("pk"))
        .order_by()
        .values("job__company")
    )
    return companies.annotate(
        application_count=Coalesce(Subquery(here.values(n=Count("pk"))), 0),
        last_activity=Subquery(here.values(last=Max("last_activity_at"))),
    )
