"""Days, months and years as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from accounts.resumes.dates import MONTHS

_NAMED: Final = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_YEAR: Final = r"(?:19|20)\d\d"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_DATE: Final = re.compile(
    rf"\b(?:{_DAY} (?:of "
    rf"|de )?)?(?P<m1>{_NAMED})\.?,? (?:de )?(?:{_DAY},? )?'?(?P<y1>{_YEAR})\b"
    rf"|\b(?P<m4>{_NAMED})\.? ?'(?P<y4>\d\d)\b"
    rf"|(?<![\d.,/-])(?P<y2>{_YEAR})-(?P<m2>0[1-9]|1[0-2])(?:-[0-3]\d)?(?![\d-])"
    rf"|(?<![\d.,/-])(?:[0-3]?\d[/.])?(?P<m3>0?[1-9]|1[0-2])[/.](?P<y3>{_YEAR})(?!\d)",
    re.I,
)
_LONE: Final = re.compile(
    rf"(?<![\w.,/$€£-])(?P<y>{_YEAR})(?![\w%]|[.,]\d)|(?<=\d-)(?P<z>{_YEAR})(?![\w%]|[.,]\d)"
)
NOW: Final = re.compile(
    r"\b(?:present|current|currently|now|today|ongoing|to date|heute|jetzt|aktuell|laufend"
    r"|présent|actuel|aujourd'hui|actualidad|presente|ahora|hoy|heden|nu)\b",
    re.I,
)


class Day(NamedTuple):
    """``month`` is 0 where the year alone is said."""

    year: int
    month: int
    start: int
    end: int

    def is_in(self, date: str) -> bool:
        """Whether a partial ISO date is of this year, and month if one is said."""
        year, _, rest = date.partition("-")
        if not year.isdecimal() or int(year) != self.year:
            return False
        return not self.month or rest[:2] == f"{self.month:02}"


def days_in(text: str) -> Iterator[Day]:
    taken: list[tuple[int, int]] = []
    for found in _DATE.finditer(text):
        groups = {k[0]: v for k, v in found.groupdict().items() if v}
        month = groups["m"].lower()
        number = MONTHS.get(month) or int(month)
        year = int(groups["y"])
        taken.append(found.span())
        yield Day(year if year > 99 else 2000 + year, number, *found.span())
    ends = iter(taken)
    span = next(ends, (-1, -1))
    for found in _LONE.finditer(text):
        while span[1] <= found.start() and span[0] >= 0:
            span = next(ends, (-1, -1))
        if span[0] < 0 or found.end() <= span[0]:
            yield Day(int(found[0]), 0, *found.span())
