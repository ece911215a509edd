"""The skills and languages of a text, each with whether a source says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from applications.documents.evidence.facts.found import Found
from applications.documents.evidence.ground import Ground
from applications.documents.evidence.levels import tongue_of
from applications.documents.evidence.names import TONGUES
from applications.documents.evidence.record import Record

_PIECE: Final = re.compile(r"[,()]|\band\b")
_SPOKEN: Final = re.compile(r"\bspeak|\blanguages?\b", re.I)


def find_skills(
    record: Record, text: str, grounds: Sequence[Ground], *, is_own: bool
) -> Iterator[Found]:
    """``is_own``: the person says them of themselves."""
    for mention in record.known.find(text):
        skill = mention.skill
        here = [g for g in grounds if skill.name in g.skills or g.says(mention.text)]
        # A field that a thing of its own stands for may be named beside it.
        if not here and skill.kind in ("area", "field", "practice") and is_own:
            here = [g for g in grounds if skill.name in _implied(record, g)]
        if skill.is_hard and (here or skill.kind != "area"):
            lines = tuple((g.number, "") for g in here[:2])
            yield Found("skill", mention.start, mention.end, bool(here), lines)


def _implied(record: Record, ground: Ground) -> set[str]:
    known = record.known.skills
    with_others = record.known.with_implied
    return {one.name for name in ground.skills for one in with_others(known[name])}


def find_tongues(record: Record, text: str, *, is_list: bool) -> Iterator[Found]:
    """Languages; in prose those of which a level is said, or that somebody speaks."""
    hits = list(TONGUES.finditer(text))
    for number, hit in enumerate(hits):
        before = hits[number - 1].end() if number else 0
        after = hits[number + 1].start() if number + 1 < len(hits) else len(text)
        words = text[hit.end() : after]
        if not is_list:  # a level can stand before the name too
            nearest = _PIECE.split(text[before : hit.start()])[-1]
            words = f"{nearest} {words.split(',')[0]}"
        level = tongue_of(words)
        if level or is_list or _SPOKEN.search(text):
            yield _tongue(record, hit, level)


def _tongue(record: Record, hit: re.Match[str], level: int) -> Found:
    rows = record.of_kind("language")
    name = hit[0].lower()
    here = [g for g in rows if name in g.named.get("name", "").lower()]
    if not here:
        here = [g for g in record.mine if g not in rows and g.says(hit[0])]
    enough = [g for g in here if level <= tongue_of(g.text)]
    lines = tuple((g.number, g.text.replace("\n", ", ")) for g in enough[:1])
    return Found("language", *hit.span(), bool(enough), lines)
