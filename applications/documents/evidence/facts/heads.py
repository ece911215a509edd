"""The facts of an entry’s head, against the row that it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from applications.documents.evidence.days import NOW, Day
from applications.documents.evidence.facts.found import Found
from applications.documents.evidence.facts.names import degrees_of
from applications.documents.evidence.figures import Figure, figures_in
from applications.documents.evidence.ground import Ground
from applications.documents.evidence.levels import degrees_in
from applications.documents.evidence.names import (
    is_title_of,
    link_of,
    without_legal_form,
)
from applications.documents.evidence.record import Record
from applications.documents.evidence.tokens import SMALL, WORD, tokens_of

_KINDS: Final = ("experience", "project", "education", "certificate")
# What each kind is known by, and what else is told of it.
_BY: Final = {
    "experience": ("company", "title"),
    "project": ("name",),
    "education": ("institution", "degree", "field_of_study"),
    "certificate": ("name", "issuer"),
}
_FACT: Final = {
    "company": "employer", "title": "title", "institution": "institution",
    "degree": "degree", "field_of_study": "degree", "name": "name", "issuer": "name",
}  # fmt: skip
# Words that say what stands beside them.
_LABELS: Final = frozenset(
    "gpa cgpa grade note score average issued id credential expires valid degree science "
    "arts engineering present now to date today bei chez".split()
)
_PIECE: Final = re.compile(r"[^|,;()]+")


class Head(NamedTuple):
    """The row that an entry is of, if one is, and the facts of its head."""

    ground: Ground | None
    facts: list[Found]


def read_head(text: str, record: Record, kinds: tuple[str, ...] = _KINDS) -> Head:
    rows = [one for one in record.mine if one.kind in kinds]
    scored = [(_score(text, one), -one.number, one) for one in rows]
    points, _number, best = max(scored, key=lambda s: s[:2], default=(0, 0, None))
    if best is None or points <= 0:
        return Head(None, [_of_nobody(text, record)])
    return Head(best, list(_facts(text, best)))


def _of_nobody(text: str, record: Record) -> Found:
    """The head of no row: what the person keeps elsewhere may have it all."""
    name = text.split(" | ")[0]
    others = record.of_kind("other", "note", "skills", "summary")
    spare = [ground for ground in others if ground.says(name)]
    lines = tuple((ground.number, name) for ground in spare[:1])
    return Found("name", 0, len(name), bool(spare), lines)


def _score(text: str, row: Ground) -> float:
    points = 0.0
    for name in _BY[row.kind]:
        value = row.named.get(name, "")
        if value and _place(text, value):
            points += 2
        elif name == "title" and value:
            points += len(set(tokens_of(value)) & set(tokens_of(text))) / 10
    if not points:
        return 0
    days = [one.day for one in figures_in(text) if one.day]
    return points + sum(0.5 for day in days if any(day.is_in(d) for d in row.dates))


def _place(text: str, value: str) -> tuple[int, int] | None:
    """Where a name stands, with or without its legal form."""
    for name in dict.fromkeys((value, without_legal_form(value))):
        pattern = r"\W{1,3}".join(map(re.escape, WORD.findall(name))) or re.escape(name)
        if found := re.search(rf"(?<!\w){pattern}(?!\w)", text, re.I):
            return found.span()
    return None


def _facts(text: str, row: Ground) -> Iterator[Found]:
    left = [True] * len(text)
    for fact in (*_names(text, row), *_dates(text, row), *_degrees(text, row)):
        left[fact.start : fact.end] = [False] * (fact.end - fact.start)
        yield fact
    yield from _rest(text, row, left)


def _names(text: str, row: Ground) -> Iterator[Found]:
    for name in _BY[row.kind]:
        if (value := row.named.get(name, "")) and (span := _place(text, value)):
            yield Found(_FACT[name], *span, True, ((row.number, value),))


def _dates(text: str, row: Ground) -> Iterator[Found]:
    """The first is the start’s and the second the end’s, if it has both."""
    days = [one for one in figures_in(text) if one.day]
    now = NOW.search(text)
    lines = ((row.number, " – ".join(row.dates)),)
    options = _options(days, row, goes_on=bool(now))
    for one, dates in zip(days, options, strict=True):
        assert one.day
        yield Found("date", one.start, one.end, _is_of(one.day, dates, row), lines)
    if now and days:
        yield Found("date", *now.span(), row.source.dates[2], lines)


def _options(
    days: Sequence[Figure], row: Ground, *, goes_on: bool
) -> list[Sequence[str]]:
    """For each day the dates that it can be."""
    start, end, _goes_on = row.source.dates
    if len(days) == 2 and start and end:
        return [[start], [end]]
    if goes_on and len(days) == 1:
        return [[start]]
    return [[date for date in (start, end) if date] or row.dates for _ in days]


def _is_of(day: Day, dates: Sequence[str], row: Ground) -> bool:
    is_told = not row.source.dates[0] and row.has_day(day)
    return is_told or any(day.is_in(date) for date in dates)


def _degrees(text: str, row: Ground) -> Iterator[Found]:
    if row.kind == "education":
        has = degrees_of(row)
        for level, start, end in degrees_in(text):
            yield Found("degree", start, end, level in has, ((row.number, row.text),))


def _rest(text: str, row: Ground, left: list[bool]) -> Iterator[Found]:
    """Every other word must stand in the row too."""
    for start, end in _runs(text, left):
        said = text[start:end]
        is_aside = " | " in text[:start]
        kind, is_found = _judged(text, said, row, is_aside=is_aside)
        if kind:
            words = row.named["title"] if is_found else row.source.label
            yield Found(kind, start, end, is_found, ((row.number, words),))


def _judged(text: str, said: str, row: Ground, *, is_aside: bool) -> tuple[str, bool]:
    """What a piece is, and whether it is so; no kind where it says nothing else."""
    title, company = row.named.get("title", ""), row.named.get("company", "")
    is_work = row.kind == "experience" and not is_aside
    is_titled = bool(title and _place(text, title))
    is_new = _is_new(said, row)
    if is_work and is_new and is_titled and not _place(text, company):
        return "employer", False
    if is_work and title and not is_titled:
        return "title", is_title_of(said, title)
    links = (link_of(word) for word in row.lower.split())
    if not is_new or row.says(said) or link_of(said) in links:
        return "", False
    return "title" if is_work else "name", False


def _is_new(said: str, row: Ground) -> bool:
    known = SMALL | _LABELS | row.tokens
    return any(word not in known for word in tokens_of(said))


def _runs(text: str, left: list[bool]) -> Iterator[tuple[int, int]]:
    """What is left over, piece by piece, without the signs at its ends."""
    for piece in _PIECE.finditer(text):
        free = "".join(
            sign if left[at] else "\n"
            for at, sign in enumerate(piece[0], piece.start())
        )
        for run in re.finditer(r"[^\n]+", free):
            words = [w for w in WORD.finditer(run[0]) if w[0].lower() not in SMALL]
            if words:
                start = piece.start() + run.start()
                yield start + words[0].start(), start + words[-1].end()
