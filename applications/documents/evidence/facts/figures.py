"""The figures and dates of a text, each with whether a source says it of the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from applications.documents.evidence.facts.found import Found
from applications.documents.evidence.facts.matches import lines_with
from applications.documents.evidence.figures import Figure
from applications.documents.evidence.ground import Ground, span_of
from applications.documents.evidence.record import Record

_SINCE: Final = re.compile(r"\b(?:since|seit|depuis|desde) (?:\w+ )?$", re.I)
# A year that somebody worked may begin or end half a year from its middle.
_LOOSE: Final = 6
_SLACK: Final = 12


def find_figure(
    record: Record,
    text: str,
    one: Figure,
    others: Sequence[Figure],
    grounds: Sequence[Ground],
) -> Found:
    """``others`` are all figures of the text, ``grounds`` who may say it."""
    if one.day:
        return _day(record, text, one, grounds)
    return _figure(record, text, one, others, grounds)


def _day(record: Record, text: str, one: Figure, grounds: Sequence[Ground]) -> Found:
    assert one.day
    is_start = bool(_SINCE.search(text[max(one.start - 16, 0) : one.start]))
    found = [g for g in grounds if g.has_day(one.day, is_start=is_start)]
    if not found and not one.day.month:
        return _figure(record, text, one, [one], grounds)._replace(kind="date")
    return Found("date", one.start, one.end, bool(found), _dates_of(found))


def _figure(
    record: Record,
    text: str,
    one: Figure,
    others: Sequence[Figure],
    grounds: Sequence[Ground],
) -> Found:
    if one.kind == "name":
        return _name(record, text, one, grounds)
    said = lines_with(one, text, others, grounds)
    if not said and one.kind == "duration":
        return _lasted(record, text, one, grounds)
    lines = tuple((g.number, line.raw) for g, line in said[:2])
    return Found("number", one.start, one.end, bool(said), lines)


def _name(record: Record, text: str, one: Figure, grounds: Sequence[Ground]) -> Found:
    """S3, C++17, ISO 9001: to the letter, or a skill that has other names."""
    skill = record.known.lookup(text[one.start : one.end])
    name = skill.name if skill and not one.unit[-1].isdigit() else None
    here = [
        g for g in grounds
        if one.unit in g.names or one.unit in g.tokens or name in g.skills
    ]  # fmt: skip
    lines = tuple((g.number, "") for g in here[:2])
    return Found("number", one.start, one.end, bool(here), lines)


def _lasted(record: Record, text: str, one: Figure, grounds: Sequence[Ground]) -> Found:
    """“eleven years” that nobody wrote, but that the dates give."""
    work = [g for g in grounds if g.kind == "experience"]
    named = {m.skill.name for m in record.known.find(text) if m.skill.is_hard}
    used = [g for g in work if named <= g.skills]
    spells = [*([g] for g in used), used]
    is_true = any(
        _is_length(one, span_of(some, record.as_of), _is_loose(some)) for some in spells
    )
    lines = _dates_of(work) if is_true else ()
    return Found("years", one.start, one.end, is_true, lines)


def _dates_of(grounds: Sequence[Ground]) -> tuple[tuple[int, str], ...]:
    return tuple((g.number, " – ".join(g.dates)) for g in grounds[:2])


def _is_loose(grounds: Iterable[Ground]) -> bool:
    return any(len(date) == len("2019") for g in grounds for date in g.dates)


def _is_length(claim: Figure, months: int, is_loose: bool) -> bool:
    """Whether somebody can say so of that many months: in whole years, rounded down."""
    claimed = claim.values[-1]
    most = months + (_LOOSE if is_loose else 0) + 1
    if claim.about in ("more", "least"):
        return claimed <= most
    return claimed <= most and claimed > months - _SLACK - (_LOOSE if is_loose else 0)
