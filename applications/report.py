"""The log of a search, as an employment office asks for it: what was done, and when.

An application is in it if it was saved, or moved, in the period. Its way is told up to the
end of the period, so that the report of a month stays as it is. Undone moves are left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from functools import cached_property
from itertools import batched
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import (
    Case,
    Count,
    F,
    Min,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from applications.insights.period import Period, monday_of
from applications.models import (
    Application,
    ClosedReason,
    FollowUp,
    Status,
    StatusChange,
)
from applications.models.application_row import ApplicationQuerySet

if TYPE_CHECKING:
    from accounts.models import User

MOST_ROWS = 5_000  # on a page and in a PDF; a CSV file has all
AT_ONCE = 1_000
READ = (
    "pk", "began", "source", "application_channel", "job__title", "job__company",
    "job__company__name", "asked", "met",
)  # fmt: skip
STEP = ("application", "to_status", "closed_reason", "changed_at")


class Stop(NamedTuple):
    """``stage`` as it is called, with how it ended; the day there began."""

    status: str
    stage: str
    day: date


class Entry(NamedTuple):
    """An application; ``day`` is the first in the period on which something happened."""

    day: date
    title: str
    employer: str
    through: str
    way: list[Stop]
    follow_ups: int
    people: int


class Total(NamedTuple):
    """How many came to each stage, each application once: of a week, or None for all."""

    monday: date | None
    counts: list[int]


class Report:
    def __init__(self, user: User, period: Period, *, has_names: bool = False) -> None:
        self.user = user
        self.period = period
        self.has_names = has_names

    def entries(self) -> Iterator[Entry]:
        """By the day on which they come into the period; read as they are asked for."""
        employers = Employers(has_names=self.has_names)
        rows = self._rows().values_list(*READ, named=True).iterator(chunk_size=AT_ONCE)
        for some in batched(rows, AT_ONCE):  # noqa: B911
            ways = self._ways([row.pk for row in some])
            for row in some:
                yield self._entry(row, ways[row.pk], employers)

    def totals(self) -> list[Total]:
        """All, and each week in which something was reached; none where nothing was."""
        weeks: dict[date, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for stage, at in self._firsts().iterator(chunk_size=AT_ONCE):
            weeks[monday_of(self._day(at))][stage] += 1
        found = [_total(monday, weeks[monday]) for monday in sorted(weeks)]
        if not found:
            return []
        columns = zip(*(total.counts for total in found), strict=True)
        return [*found, Total(None, [sum(column) for column in columns])]

    def _rows(self) -> ApplicationQuerySet:
        """Each with ``began``, when it came into the period."""
        moved = self._steps().filter(application=OuterRef("pk")).order_by("changed_at")
        saved = self.period.within("saved_at", self.user.zone)
        began = Coalesce(
            Case(When(saved, then=F("saved_at"))),
            Subquery(moved.values("changed_at")[:1]),
        )
        follow_ups = FollowUp.objects.filter(self._within("done_at"))
        people = Application.contacts.through.objects.all()
        found = self._mine().annotate(
            began=began, asked=_counted(follow_ups), met=_counted(people)
        )
        return found.filter(began__isnull=False).order_by("began", "pk")

    def _firsts(self) -> Any:
        """The stages reached, and when each application first came there."""
        mine = self._steps().filter(application__in=self._mine().values("pk"))
        stages = mine.order_by().values("application", "to_status")
        return stages.annotate(at=Min("changed_at")).values_list("to_status", "at")

    def _mine(self) -> ApplicationQuerySet:
        mine: ApplicationQuerySet = Application.objects.for_user(self.user).present()
        return mine.order_by()

    def _steps(self) -> Any:
        return StatusChange.objects.effective().filter(self._within("changed_at"))

    def _ways(self, keys: list[int]) -> dict[int, list[Stop]]:
        """What happened to each of these, from the first day to the period’s last."""
        until = Period(None, self.period.last).within("changed_at", self.user.zone)
        rows = StatusChange.objects.effective().filter(until, application__in=keys)
        steps = rows.order_by("changed_at", "pk").values_list(*STEP)
        found: dict[int, list[Stop]] = defaultdict(list)
        for key, status, reason, at in steps:
            stage = self._stages[status, reason]
            found[key].append(Stop(status, stage, self._day(at)))
        return found

    @cached_property
    def _stages(self) -> dict[tuple[str, str], str]:
        """What each stage is called, the last one with how it ended."""
        called = {(stage.value, ""): str(stage.label) for stage in Status}
        closed = called[Status.CLOSED.value, ""]
        ended = {
            (
                Status.CLOSED.value,
                reason.value,
            ): f"{closed} ({str(reason.label).lower()})"
            for reason in ClosedReason
        }
        return called | ended

    def _within(self, field: str) -> Any:
        return self.period.within(field, self.user.zone)

    def _entry(self, row: Any, way: list[Stop], employers: Employers) -> Entry:
        return Entry(
            self._day(row.began),
            employers.without_name(row.job__title, row),
            employers.called(row),
            employers.without_name(_through(row), row),
            way,
            row.asked,
            row.met,
        )

    def _day(self, moment: datetime) -> date:
        return moment.astimezone(self.user.zone).date()


class Employers:
    """What employers are called: by their names, or by numbers in their order."""

    def __init__(self, *, has_names: bool) -> None:
        self._has_names = has_names
        self._numbers: dict[Any, int] = {}

    def called(self, row: Any) -> str:
        if self._has_names:
            return str(row.job__company__name)
        company = row.job__company
        number = self._numbers.setdefault(company, len(self._numbers) + 1)
        return _("Employer %(number)d") % {"number": number}

    def without_name(self, text: str, row: Any) -> str:
        """What else is told may hold the name too: “Clerk at Initech”."""
        if self._has_names:
            return text
        name = rf"(?<!\w){re.escape(row.job__company__name)}(?!\w)"
        return re.sub(name, lambda _found: self.called(row), text, flags=re.I)


def _through(row: Any) -> str:
    """How it was sent, and where it was heard of."""
    return ", ".join(dict.fromkeys(filter(None, (row.application_channel, row.source))))


def _counted(rows: QuerySet) -> Coalesce:
    here = rows.filter(application=OuterRef("pk")).order_by().values("application")
    return Coalesce(Subquery(here.values(n=Count("pk"))), Value(0))


def _total(monday: date, counts: dict[str, int]) -> Total:
    return Total(monday, [counts.get(stage, 0) for stage in Status.values])
