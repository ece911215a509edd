"""How much a person wants each company: four columns of them, each bounded and counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Max, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from applications.board import PAGE
from applications.models import Application
from companies.models import Company
from companies.models.company import LANES
from jobtracker import paging

if TYPE_CHECKING:
    from companies.models.company import CompanyQuerySet

HINTS: dict[str, str | Promise] = {
    "dream": _("Where you would start tomorrow."),
    "target": _("Where you would be glad to work."),
    "opportunistic": _("Worth a try if something fits."),
    "none": _("Every company has its lane."),
}


def label_of(name: str) -> str | Promise:
    lane = LANES[name]
    return _("No lane") if lane is None else lane.label


def labels() -> list[tuple[str, str | Promise]]:
    return [(name, label_of(name)) for name in LANES]


class LaneColumn:
    """One lane: how many companies it has, and a page of them from the ``start``-th on."""

    def __init__(self, lanes: Lanes, name: str, count: int, start: int) -> None:
        found = list(lanes.rows(name)[start : start + PAGE + 1])
        self.name = name
        self.label = label_of(name)
        self.hint = HINTS[name]
        self.count = paging.said(count)
        self.is_empty = count == 0
        self.companies = found[:PAGE]
        self.next_page = start // PAGE + 2 if len(found) > PAGE else None


class Lanes:
    def __init__(self, user: User) -> None:
        self.user = user
        self.mine: CompanyQuerySet = Company.objects.for_user(user)

    def rows(self, name: str) -> CompanyQuerySet:
        return with_applications(self.mine.in_lane(LANES[name]))

    def columns(
        self, names: Sequence[str] = tuple(LANES), *, start: int = 0
    ) -> list[LaneColumn]:
        counts = self.counts()
        return [LaneColumn(self, name, counts[name], start) for name in names]

    def card(self, company: Company) -> Company:
        """The company as its card shows it."""
        return with_applications(self.mine).get(pk=company.pk)

    def counts(self) -> dict[str, int]:
        """How many stand in each lane; past 999 it is 1,000."""
        each: dict[str, Any] = {
            name: paging.CountUpTo(
                self.mine.filter(lane=lane)
                .order_by()
                .values("pk")[: paging.MOST_COUNTED + 1]
            )
            for name, lane in LANES.items()
        }
        counts: Any = User.objects.filter(pk=self.user.pk).values(**each).get()
        return counts


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
