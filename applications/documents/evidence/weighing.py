"""Which statements of a document stand on what the person says of themselves.

The method, its limits and its thresholds are told in docs/documents.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from applications.documents.evidence.claims import stretch_of
from applications.documents.evidence.facts.found import Found
from applications.documents.evidence.judges import Judge
from applications.documents.evidence.plain import TURNING
from applications.documents.evidence.record import Record
from applications.documents.evidence.shapes import (
    Fact,
    Source,
    State,
    Statement,
    Stretch,
    Weighed,
)
from applications.documents.evidence.statements import Said, statements_of
from applications.documents.evidence.verdicts import Verdict
from applications.documents.evidence.zones import zones_of
from applications.documents.sheet import GAP

# Characters of one sentence, point or head of an entry.
LONGEST: Final = 1_000
# Of figures in one; each is held against the others.
MOST_FIGURES: Final = 30
_DIGITS: Final = re.compile(r"\d+")
_LISTS: Final = ("list", "tongues")
# Of these there is no truth to put in their place.
_NO_TRUTH: Final = ("list", "head", "name", "signature")


def weigh(
    text: str, sources: Iterable[Source], *, is_letter: bool, as_of: int
) -> Weighed:
    """What each statement of a document stands on. ``as_of``: a month since the year 0.

    A statement is supported if every fact in it stands in a source that is about the same
    thing, and its other words do: all where they are word for word; else 60 % of those
    that matter in one source (outside of entries 75 % in two), and none of them is new.
    """
    kept = tuple(sources)
    scale = Scale(Record(kept, as_of=as_of), is_letter=is_letter)
    zones = zones_of(statements_of(text), is_letter=is_letter)
    return Weighed(tuple(scale.weigh(zone, said) for zone, said in zones), kept)


class Scale:
    """Weighs one statement after the other: what an entry’s head says holds for its points."""

    def __init__(self, record: Record, *, is_letter: bool) -> None:
        self.record = record
        self.judge = Judge(record, is_letter=is_letter)

    def weigh(self, zone: str, said: Said) -> Statement:
        if said.entry < 0:
            self.judge.subject = None
        text = _without_gaps(said.plain.text)
        found = self._verdict(zone, said, text)
        is_gap = found.state in (State.SUPPORTED, State.COURTESY)
        if is_gap and GAP.search(said.text):
            found = replace(found, state=State.GAP)
        stretch = self._stretch(zone, said, text, found)
        if stretch:
            found = replace(found, state=State.STRETCHED)
        return self._statement(said, found, stretch)

    def _verdict(self, zone: str, said: Said, text: str) -> Verdict:
        if not re.search(r"\w", text):
            return Verdict(State.COURTESY)
        if not _is_short(zone, text):
            return self._of_long(said, text)
        return self.judge.judge(zone, text)

    def _of_long(self, said: Said, text: str) -> Verdict:
        """Word for word it is fine; else nobody can say what it all stands on."""
        for ground in self.record.mine:
            if ground.says(text.rstrip(" .")):
                return Verdict(State.SUPPORTED, (), [(ground.number, said.text)])
        return Verdict(State.UNSUPPORTED, [Found("other", 0, 80, False)])

    def _stretch(
        self, zone: str, said: Said, text: str, found: Verdict
    ) -> Stretch | None:
        has_truth = zone not in _NO_TRUTH and _is_short(zone, text)
        if found.state is not State.UNSUPPORTED or not has_truth:
            return None
        stretch = stretch_of(text, found.facts, found.near, found.problem, self.record)
        return stretch and replace(stretch, claimed=said.text)

    def _statement(
        self, said: Said, found: Verdict, stretch: Stretch | None
    ) -> Statement:
        facts = sorted(found.facts, key=lambda one: one.start)
        turned = _turned(said, self.record)
        return Statement(
            said.line,
            said.start,
            said.end,
            said.text,
            State.UNSUPPORTED if turned else found.state,
            tuple(found.lines),
            (*(_fact(said, one) for one in facts), *turned),
            stretch,
        )


def _fact(said: Said, found: Found) -> Fact:
    """With its place in the line, as written."""
    words = said.plain.text[found.start : found.end]
    return Fact(found.kind, words, *said.place(found.start, found.end), found.is_found)


def _without_gaps(text: str) -> str:
    """Of the same length, so that places stay what they are."""
    return GAP.sub(lambda gap: " " * len(gap[0]), text)


def _turned(said: Said, record: Record) -> tuple[Fact, ...]:
    """Signs that turn the order of what is shown, and that the person did not write."""
    if not TURNING & set(said.text):
        return ()
    if any(said.text.strip() in one.source.text for one in record.mine):
        return ()
    return (Fact("number", said.plain.text, said.start, said.end, False),)


def _is_short(zone: str, text: str) -> bool:
    """Whether it can be read piece by piece in good time."""
    if zone in _LISTS:
        return True
    return len(text) <= LONGEST and len(_DIGITS.findall(text)) <= MOST_FIGURES
