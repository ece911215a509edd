"""The truth that is nearest to a statement that says too much."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from applications.documents.evidence.facts.found import Found
from applications.documents.evidence.ground import Ground, Line
from applications.documents.evidence.record import Record
from applications.documents.evidence.tokens import roots_of, tokens_of

# Of a line’s words so many must be the statement’s for the line to be what was meant.
LIKE: Final = 0.5
ENTRIES: Final = ("experience", "project", "education", "certificate")
_NAMES: Final = ("title", "employer", "institution", "name")


class Claim(NamedTuple):
    """``missing``: the fact in it that stands nowhere, if one; ``near``: the source that
    it is about, as far as one is known; ``kind``: of what it says too much."""

    text: str
    missing: Found | None
    near: Ground | None
    kind: str

    @property
    def words(self) -> str:
        """The fact’s own, or all of it."""
        at = self.missing
        return self.text[at.start : at.end] if at else self.text


class Truth(NamedTuple):
    ground: Ground
    text: str


def truth_near(claim: Claim, record: Record) -> Truth | None:
    """What is of the same kind of fact, else the line most like it."""
    if truth := next(_of_kind(claim, record), None):
        return truth
    grounds = [claim.near] if claim.near else record.mine
    lines = [(ground, line) for ground in grounds for line in ground.lines]
    best = max(lines, key=lambda one: _likeness(claim.text, one[1]), default=None)
    if best is None or _likeness(claim.text, best[1]) < LIKE:
        return None
    return Truth(best[0], best[1].raw)


def _of_kind(claim: Claim, record: Record) -> Iterator[Truth]:
    """Degrees for a degree, the row’s title for a title, its dates for a date."""
    near = claim.near
    match claim.missing and claim.missing.kind:
        case "degree":
            rows = [near] if near else record.of_kind("education")
            yield from (Truth(one, one.source.label) for one in rows)
        case "language":
            rows = [g for g in record.of_kind("language") if g.says(claim.words)]
            yield from (Truth(g, ", ".join(g.text.splitlines())) for g in rows)
        case "years":
            rows = [near] if near and near.dates else record.work
            yield from (Truth(one, _period(one)) for one in rows if one.dates)
        case "date" if near and near.kind in ENTRIES and near.dates:
            yield Truth(near, _period(near))
        case _ if near and near.kind in ENTRIES and _is_of_head(claim, near):
            yield Truth(near, near.source.label)


def _is_of_head(claim: Claim, near: Ground) -> bool:
    """A title or a name that is said in the head of an entry, or like it."""
    if not claim.missing or claim.missing.kind not in _NAMES:
        return False
    if claim.missing.kind == "title" or " | " in claim.text:
        return True
    likest = max((_likeness(claim.text, one) for one in near.lines), default=0.0)
    return likest < LIKE


def _period(row: Ground) -> str:
    start, end, goes_on = row.source.dates
    dates = [date for date in (start, end) if date] or list(row.dates)
    return f"{row.source.label}, " + " – ".join([*dates, *(["now"] if goes_on else [])])


def _likeness(text: str, line: Line) -> float:
    """The share of the words of both, of those of the one that has fewer."""
    one, two = roots_of(text) | _long(text), line.roots | _long(line.text)
    fewer = min(len(one), len(two))
    return len(one & two) / fewer if fewer > 1 else 0.0


def _long(text: str) -> set[str]:
    return {word for word in tokens_of(text) if len(word) > 3}
