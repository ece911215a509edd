"""Days, weeks and months of one person, out of moments that are kept in UTC."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache, partial
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import CharField, F, Q
from django.db.models.functions import Cast

DAY, WEEK = timedelta(days=1), timedelta(days=7)
# Further off other time zones have no such day: see MomentField.
FIRST, LAST = date(1971, 1, 1), date(2200, 12, 31)


class Period(NamedTuple):
    """From the first day to the last, both included; None leaves that side open."""

    first: date | None = None
    last: date | None = None

    def within(self, field: str, zone: ZoneInfo) -> Q:
        """The rows whose moment ``field`` lies in it."""
        found = Q()
        if self.first:
            found &= Q(**{f"{field}__gte": start_of(self.first, zone)})
        if self.last:
            found &= Q(**{f"{field}__lt": start_of(self.last + DAY, zone)})
        return found

    @property
    def is_open(self) -> bool:
        return self == (None, None)


def start_of(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.min, tzinfo=zone).astimezone(UTC)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def as_text(field: str) -> Any:
    """A moment as the database writes it, in UTC: the earlier one is the lesser text.

    Making a hundred thousand texts into datetimes takes ten times as long as this.
    """
    return Cast(F(field), CharField())


class Days:
    """The local days of moments ``as_text``; built for the span of those given."""

    def __init__(self, zone: ZoneInfo, moments: Sequence[str]) -> None:
        first, last = _span(moments)
        self.first = first
        days = range((last - first).days + 1)
        self._starts = [_start(first + n * DAY, zone) for n in days]

    def count(self, moments: Iterable[str]) -> Counter[date]:
        """How many of the moments lie in each day."""
        passed = Counter(map(partial(bisect_right, self._starts), moments))
        return Counter({self.first + (n - 1) * DAY: m for n, m in passed.items()})

    def number(self, moment: str) -> int:
        """How many days after ``first``."""
        return bisect_right(self._starts, moment) - 1


def _span(moments: Sequence[str]) -> tuple[date, date]:
    """From the day before the earliest to the day after the latest."""
    if not moments:
        return FIRST, FIRST
    least, most = (date.fromisoformat(f(moments)[:10]) for f in (min, max))
    return max(least - DAY, FIRST), min(most + DAY, LAST)


@lru_cache(maxsize=8_192)
def _start(day: date, zone: ZoneInfo) -> str:
    """As text; a search of a year asks for the same ones in every chart."""
    return f"{start_of(day, zone):%Y-%m-%d %H:%M:%S}"
