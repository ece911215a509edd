"""The head of an entry against the row that it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from applications.documents.evidence.days import NOW
from applications.documents.evidence.figures import figures_in
from applications.documents.evidence.ground import SMALL, WORD, Ground, tokens_of
from applications.documents.evidence.levels import degrees_in
from applications.documents.evidence.names import (
    is_title_of,
    link_of,
    without_legal_form,
)
from applications.documents.evidence.witness import Found, Witness

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


class Head(NamedTuple):
    """The row that an entry is of, if one is, and the facts of its head."""

    ground: Ground | None
    facts: list[Found]


def read_head(text: str, witness: Witness, kinds: tuple[str, ...] = _KINDS) -> Head:
    rows = [one for one in witness.mine if one.kind in kinds]
    scored = [(_score(text, one), -one.number, one) for one in rows]
    points, _number, best = max(scored, key=lambda s: s[:2], default=(0, 0, None))
    if best is None or points <= 0:
        return Head(None, [_nobodys(text, witness)])
    return Head(best, list(_facts(text, best)))


def _nobodys(text: str, witness: Witness) -> Found:
    """The head of no row: what the person keeps elsewhere may have it all."""
    name = text.split(" | ")[0]
    spare = [
        g for g in witness.of_kind("other", "note", "skills", "summary") if g.says(name)
    ]
    return Found(
        "name", 0, len(name), bool(spare), tuple((g.number, name) for g in spare[:1])
    )


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
    for name in _BY[row.kind]:
        if (value := row.named.get(name, "")) and (span := _place(text, value)):
            left[span[0] : span[1]] = [False] * (span[1] - span[0])
            yield Found(_FACT[name], *span, True, ((row.number, value),))
    for fact in (*_days(text, row), *_degrees(text, row)):
        left[fact.start : fact.end] = [False] * (fact.end - fact.start)
        yield fact
    yield from _rest(text, row, left)


def _days(text: str, row: Ground) -> Iterator[Found]:
    days = [one for one in figures_in(text) if one.day]
    now = NOW.search(text)
    start, end, goes_on = row.source.dates
    wanted = [date for date in (start, end) if date] or list(row.dates)
    for number, one in enumerate(days):
        assert one.day
        options = wanted
        if len(days) == 2 and start and end:
            options = [wanted[number]]
        elif now and len(days) == 1:
            options = [start]
        is_found = any(one.day.is_in(date) for date in options)
        is_found = is_found or (not start and row.has_day(one.day))
        yield Found(
            "date", one.start, one.end, is_found, ((row.number, " – ".join(row.dates)),)
        )
    if now and days:
        yield Found(
            "date", *now.span(), goes_on, ((row.number, " – ".join(row.dates)),)
        )


def _degrees(text: str, row: Ground) -> Iterator[Found]:
    if row.kind != "education":
        return
    has = {
        level
        for level, _s, _e in degrees_in(f"{row.named.get('degree', '')}, {row.text}")
    }
    for level, start, end in degrees_in(text):
        yield Found("degree", start, end, level in has, ((row.number, row.text),))


def _rest(text: str, row: Ground, left: list[bool]) -> Iterator[Found]:
    """Every other word must stand in the row too."""
    links = {link_of(word) for word in row.lower.split()}
    for start, end in _runs(text, left):
        said = text[start:end]
        title = row.named.get("title", "")
        words = [
            w for w in tokens_of(said)
            if w not in SMALL and w not in _LABELS and w not in row.tokens
        ]  # fmt: skip
        is_of_place = bool(_place(text, title)) and not _place(
            text, row.named.get("company", "")
        )
        if (
            row.kind == "experience"
            and words
            and is_of_place
            and not _is_aside(text, start)
        ):
            yield Found(
                "employer", start, end, False, ((row.number, row.source.label),)
            )
        elif (
            row.kind == "experience"
            and title
            and not _place(text, title)
            and not _is_aside(text, start)
        ):
            yield Found(
                "title", start, end, is_title_of(said, title), ((row.number, title),)
            )
        elif words and link_of(said) not in links and not row.says(said):
            kind = (
                "title"
                if row.kind == "experience" and not _is_aside(text, start)
                else "name"
            )
            yield Found(kind, start, end, False, ((row.number, row.source.label),))


def _is_aside(text: str, at: int) -> bool:
    return " | " in text[:at]


def _runs(text: str, left: list[bool]) -> Iterator[tuple[int, int]]:
    """What is left over, piece by piece, without the signs at its ends."""
    for piece in re.finditer(r"[^|,;()]+", text):
        start = piece.start()
        while start < piece.end():
            if not left[start]:
                start += 1
                continue
            end = start
            while end < piece.end() and left[end]:
                end += 1
            said = text[start:end]
            words = list(WORD.finditer(said))
            words = [w for w in words if w[0].lower() not in SMALL]
            if words:
                yield start + words[0].start(), start + words[-1].end()
            start = end
