"""Opportunities by how far they have come: six columns, each bounded and counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from companies.models import Opportunity, OpportunityStatus
from jobtracker import paging

if TYPE_CHECKING:
    from companies.models.opportunity import OpportunityQuerySet

PAGE = 25
HINTS: dict[str, str | Promise] = {
    "identified": _("What you noticed."),
    "researched": _("What you know enough about."),
    "poc_created": _("What you can show them."),
    "pitched": _("What they know of."),
    "accepted": _("Where they said yes."),
    "rejected": _("Where they said no."),
}
TONES = {"accepted": "good", "rejected": "bad"}


class Stage:
    """One column: how many it has, and a page of them from the ``start``-th on."""

    def __init__(self, stages: Stages, name: str, count: int, start: int) -> None:
        found = list(stages.rows(name)[start : start + PAGE + 1])
        self.name = name
        self.label = OpportunityStatus(name).label
        self.hint = HINTS[name]
        self.tone = TONES.get(name, "plain")
        self.count = paging.said(count)
        self.is_empty = count == 0
        self.opportunities = found[:PAGE]
        self.next_page = start // PAGE + 2 if len(found) > PAGE else None


class Stages:
    def __init__(self, user: User) -> None:
        self.user = user
        self.mine: OpportunityQuerySet = Opportunity.objects.for_user(user)

    def rows(self, name: str) -> OpportunityQuerySet:
        return self.mine.filter(status=name).with_company()

    def columns(
        self, names: Sequence[str] = OpportunityStatus.values, *, start: int = 0
    ) -> list[Stage]:
        counts = self.counts()
        return [Stage(self, name, counts[name], start) for name in names]

    def counts(self) -> dict[str, int]:
        """How many stand in each column; past 999 it is 1,000."""
        each: dict[str, Any] = {
            name: paging.CountUpTo(
                self.mine.filter(status=name)
                .order_by()
                .values("pk")[: paging.MOST_COUNTED + 1]
            )
            for name in OpportunityStatus.values
        }
        counts: Any = User.objects.filter(pk=self.user.pk).values(**each).get()
        return counts
