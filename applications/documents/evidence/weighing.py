"""Which statements of a document stand on what the person says of themselves.

The method, its limits and its thresholds are told in docs/documents.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from applications.documents.evidence.claims import stretch_of
from applications.documents.evidence.entries import read_head
from applications.documents.evidence.figures import figures_in
from applications.documents.evidence.ground import Ground, tokens_of
from applications.documents.evidence.grounds import (
    Fact,
    Source,
    State,
    Statement,
    Stretch,
    Weighed,
)
from applications.documents.evidence.names import is_title
from applications.documents.evidence.plain import TURNING
from applications.documents.evidence.prose import Prose, Reading
from applications.documents.evidence.sources import sources_of
from applications.documents.evidence.statements import Said, statements_of
from applications.documents.evidence.verdicts import Verdict
from applications.documents.evidence.witness import Found, Witness
from applications.documents.evidence.zones import items_in, zones_of
from applications.documents.sheet import GAP

__all__ = (
    "Fact", "Source", "State", "Statement", "Stretch", "Weighed", "sources_of", "weigh",
)  # fmt: skip

_LABEL_WORDS: Final = re.compile(
    r"^(?:e-?mail|phone|tel|mobile|address|web(?:site)?|linkedin|github|re|subject|betreff)"
    r"(?:: ?| )",
    re.I,
)
_ASIDE: Final = re.compile(r" ?[(\[]([^()\[\]]*)[)\]]$|: (.+)$| - (.+)$")


# Characters of one sentence, point or head of an entry.
LONGEST: Final = 1_000


def weigh(
    text: str, sources: Iterable[Source], *, is_letter: bool, as_of: int
) -> Weighed:
    """What each statement of a document stands on. ``as_of``: a month since the year 0.

    A statement is supported if every fact in it stands in a source that is about the same
    thing, and its other words mostly do: all where they are word for word, else 60 % of
    those that matter in one source (outside of entries 75 % in two).
    """
    kept = tuple(sources)
    scale = Scale(Witness(kept, as_of=as_of), is_letter=is_letter)
    zones = zones_of(statements_of(text), is_letter=is_letter)
    return Weighed(tuple(scale.weigh(zone, said) for zone, said in zones), kept)


class Scale:
    """Weighs one statement after the other: what an entry’s head says holds for its points."""

    def __init__(self, witness: Witness, *, is_letter: bool) -> None:
        self.witness = witness
        self.is_letter = is_letter
        self.subject: Ground | None = None
        self.told_of: list[Ground] = []

    def weigh(self, zone: str, said: Said) -> Statement:
        if said.entry < 0:
            self.subject = None
        text = _without_gaps(said.plain.text)
        has_gap = bool(GAP.search(said.text))
        if not re.search(r"\w", text):
            return self._statement(said, State.GAP if has_gap else State.COURTESY)
        if len(text) > LONGEST and zone not in ("list", "tongues"):
            return self._too_long(said, text)
        found = _JUDGES[zone](self, said, text)
        if has_gap and found.state in (State.SUPPORTED, State.COURTESY):
            return self._statement(said, State.GAP, found.facts_read, found.lines)
        stretch = None
        if found.state is State.UNSUPPORTED:
            if zone not in ("list", "head", "name", "signature"):
                stretch = stretch_of(
                    text, found.facts_read, found.near, found.problem, self.witness
                )
                stretch = stretch and replace(stretch, claimed=said.text)
            found = found.with_state(State.STRETCHED if stretch else State.UNSUPPORTED)
        return self._statement(
            said, found.state, found.facts_read, found.lines, stretch
        )

    def _too_long(self, said: Said, text: str) -> Statement:
        """Word for word it is fine; else nobody can say what it all stands on."""
        own = next((g for g in self.witness.mine if g.says(text.rstrip(" ."))), None)
        if own:
            return self._statement(
                said, State.SUPPORTED, lines=[(own.number, said.text)]
            )
        return self._statement(said, State.UNSUPPORTED, [Found("other", 0, 80, False)])

    def _statement(
        self,
        said: Said,
        state: State,
        facts: Sequence[Found] = (),
        lines: Sequence[tuple[int, str]] = (),
        stretch: Stretch | None = None,
    ) -> Statement:
        kept = [
            Fact(
                one.kind,
                said.plain.text[one.start : one.end],
                *said.place(one.start, one.end),
                one.is_found,
            )
            for one in sorted(facts, key=lambda one: one.start)
        ]
        if turned := _turned(said, self.witness):
            kept.append(turned)
            state = State.UNSUPPORTED
        return Statement(
            said.line,
            said.start,
            said.end,
            said.text,
            state,
            tuple(lines),
            tuple(kept),
            stretch,
        )

    # One judge for each zone

    def name(self, said: Said, text: str) -> Verdict:
        names = [one.named.get("full_name", "") for one in self.witness.contact]
        is_so = any(tokens_of(name) == tokens_of(text) for name in names)
        fact = Found("name", 0, len(text), is_so)
        lines = [
            (one.number, one.named.get("full_name", "")) for one in self.witness.contact
        ]
        return Verdict(
            State.COURTESY if is_so else State.UNSUPPORTED,
            [fact],
            lines if is_so else [],
        )

    def courtesy(self, said: Said, text: str) -> Verdict:
        figures = [] if len(text.split()) <= 2 else figures_in(text)
        if not figures:
            return Verdict(State.COURTESY, [], [])
        return self.prose(said, text)

    def entry(self, said: Said, text: str) -> Verdict:
        head = read_head(text, self.witness)
        self.subject = head.ground
        return self._of_head(head.ground, head.facts)

    def paper(self, said: Said, text: str) -> Verdict:
        head = read_head(text, self.witness, ("certificate",))
        if head.ground is None and any(g.says(text) for g in self.witness.mine):
            return self.prose(said, text)
        return self._of_head(head.ground, head.facts)

    def _of_head(self, ground: Ground | None, facts: list[Found]) -> Verdict:
        is_so = all(fact.is_found for fact in facts)
        lines = (
            [(ground.number, ground.source.label)]
            if ground
            else [x for f in facts for x in f.lines]
        )
        return Verdict(
            State.SUPPORTED if is_so else State.UNSUPPORTED,
            facts,
            lines if is_so else [],
            near=ground,
        )

    def head(self, said: Said, text: str) -> Verdict:
        facts: list[Found] = []
        lines: list[tuple[int, str]] = []
        for start, end in _pieces(text):
            fact = self._of_contact(text, start, end)
            facts.append(fact)
            lines += fact.lines
        is_so = all(fact.is_found for fact in facts)
        is_plain = all(fact.kind == "date" for fact in facts)
        state = State.COURTESY if is_plain else State.SUPPORTED
        return Verdict(
            state if is_so else State.UNSUPPORTED,
            [] if is_plain else facts,
            list(dict(lines).items()),
        )

    def _of_contact(self, text: str, start: int, end: int) -> Found:
        words = text[start:end]
        for hit in self.witness.contacts(words):
            return hit._replace(
                start=start + hit.start,
                end=start + hit.end,
                lines=self._contact_lines(),
            )
        days = [one for one in figures_in(words) if one.day]
        if self.is_letter and days and len(words.split()) <= 5:
            return Found("date", start, end, True)
        contact = next((g for g in self.witness.contact), None)
        place = tokens_of(words)
        if contact and set(place) <= set(
            tokens_of(
                " ".join(contact.named.get(k, "") for k in ("location", "full_name"))
            )
        ):
            return Found("contact", start, end, True, self._contact_lines())
        return self._of_title(words, start, end)

    def _of_title(self, words: str, start: int, end: int) -> Found:
        grounds = [
            *self.witness.mine,
            *(self.witness.posting if self.is_letter else []),
        ]
        titled = next(iter(self.witness.titles(words, grounds, [(0, len(words))])))
        says = [g for g in grounds if g.says(words)]
        is_so = bool(says) or (is_title(words) and titled.is_found)
        lines = tuple((g.number, words) for g in says[:1]) or titled.lines
        return Found(
            "title" if is_title(words) else "contact", start, end, is_so, lines
        )

    def _contact_lines(self) -> tuple[tuple[int, str], ...]:
        return tuple((g.number, "") for g in self.witness.contact)

    def list(self, said: Said, text: str) -> Verdict:
        grounds = [self.subject] if self.subject else self.witness.mine
        facts = [self._item(text, start, end, grounds) for start, end in items_in(text)]
        is_so = all(fact.is_found for fact in facts)
        lines = dict(line for fact in facts for line in fact.lines if fact.is_found)
        return Verdict(
            State.SUPPORTED if is_so else State.UNSUPPORTED, facts, list(lines.items())
        )

    def _item(
        self, text: str, start: int, end: int, grounds: Sequence[Ground]
    ) -> Found:
        words = text[start:end]
        aside = _ASIDE.search(words)
        name = words[: aside.start()] if aside else words
        says = [g for g in grounds if g.says(words)]
        if not says and aside:
            level = next(filter(None, aside.groups()), "")
            says = [g for g in grounds if g.says(name) and g.says(level)]
        if not says and not aside and (skill := self.witness.known.lookup(name)):
            says = [
                g for g in grounds if skill.name in g.skills and not name[-1].isdigit()
            ]
        return Found(
            "skill", start, end, bool(says), tuple((g.number, words) for g in says[:1])
        )

    def tongues(self, said: Said, text: str) -> Verdict:
        facts = list(self.witness.tongues(text, is_list=True))
        if not facts:
            return self.list(said, text)
        is_so = all(fact.is_found for fact in facts)
        lines = dict(line for fact in facts for line in fact.lines)
        return Verdict(
            State.SUPPORTED if is_so else State.UNSUPPORTED, facts, list(lines.items())
        )

    def prose(self, said: Said, text: str) -> Verdict:
        prose = Prose(
            text,
            self.witness,
            subject=self.subject,
            before=self.told_of,
            is_letter=self.is_letter,
        )
        read = prose.read()
        self.told_of = prose.told_of or self.told_of
        near = read.best or (prose.places[0][2][0] if prose.places else None)
        return _verdict(read._replace(best=near))


def _verdict(read: Reading) -> Verdict:
    is_missing = any(not fact.is_found for fact in read.facts)
    if not is_missing and read.is_empty:
        return Verdict(State.COURTESY, read.facts, [])
    if is_missing or read.problem or not read.is_said:
        return Verdict(State.UNSUPPORTED, read.facts, [], read.best, read.problem)
    return Verdict(State.SUPPORTED, read.facts, read.lines)


_JUDGES: Final = {
    "name": Scale.name, "signature": Scale.name, "heading": Scale.courtesy,
    "greeting": Scale.courtesy, "closing": Scale.courtesy, "entry": Scale.entry,
    "paper": Scale.paper, "head": Scale.head, "list": Scale.list,
    "tongues": Scale.tongues, "prose": Scale.prose,
}  # fmt: skip


def _pieces(text: str) -> list[tuple[int, int]]:
    found = []
    for piece in re.finditer(r"[^·|•]+", text):
        words = piece[0]
        label = _LABEL_WORDS.match(words.lstrip())
        start = (
            piece.start()
            + len(words)
            - len(words.lstrip())
            + (label.end() if label else 0)
        )
        end = piece.start() + len(words.rstrip())
        if start < end:
            found.append((start, end))
    return found


def _without_gaps(text: str) -> str:
    """Of the same length, so that places stay what they are."""
    return GAP.sub(lambda gap: " " * len(gap[0]), text)


def _turned(said: Said, witness: Witness) -> Fact | None:
    """Signs that turn the order of what is shown, and that the person did not write."""
    if not TURNING & set(said.text):
        return None
    if any(said.text.strip() in one.source.text for one in witness.mine):
        return None
    return Fact("number", said.plain.text, said.start, said.end, False)
