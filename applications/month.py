"""The squares of a month, and what stands in each."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import total_ordering
from itertools import islice
from typing import NamedTuple, Self

from applications.dates import Happening

IN_A_DAY = 3  # as many as a square of the month has room for
FIRST_YEAR, LAST_YEAR = 1970, 2199


@total_ordering
@dataclass(frozen=True)
class Month:
    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, day.month)

    def __lt__(self, other: Month) -> bool:
        return (self.year, self.number) < (other.year, other.number)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    def __add__(self, months: int) -> Month:
        year, place = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, place + 1)

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        return (self + 1).first - timedelta(days=1)

    @property
    def previous(self) -> Month | None:
        return self + -1 if self > Month(FIRST_YEAR, 1) else None

    @property
    def next(self) -> Month | None:
        return self + 1 if self < Month(LAST_YEAR, 12) else None

    @property
    def weeks(self) -> list[list[date]]:
        """Whole weeks from Monday, with the days of other months that they reach into."""
        return Calendar().monthdatescalendar(self.year, self.number)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


class Day(NamedTuple):
    """A day with what happens on it; ``shown`` fit into its square, ``more`` do not."""

    date: date
    happenings: list[Happening]
    shown: list[Happening]
    more: int
    is_today: bool
    is_outside: bool

    @property
    def month(self) -> Month:
        return Month.of(self.date)

    @property
    def count(self) -> int:
        return len(self.shown) + self.more


def day_of(
    day: date, happenings: list[Happening], *, today: date, month: Month | None = None
) -> Day:
    takes_place = [one for one in happenings if not one.is_cancelled]
    room = IN_A_DAY if len(takes_place) > IN_A_DAY + 1 else IN_A_DAY + 1
    shown = list(islice(takes_place, room))
    return Day(
        day,
        happenings,
        shown,
        len(takes_place) - len(shown),
        day == today,
        month is not None and day not in month,
    )


def by_day(happenings: Iterable[Happening]) -> dict[date, list[Happening]]:
    days: dict[date, list[Happening]] = defaultdict(list)
    for one in happenings:
        days[one.on].append(one)
    return days
