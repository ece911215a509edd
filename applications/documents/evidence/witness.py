"""All that may speak for a document, and the facts that it finds in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from applications.documents.evidence.figures import Figure
from applications.documents.evidence.ground import Ground, around, span_of
from applications.documents.evidence.grounds import Source
from applications.documents.evidence.levels import degrees_in, tongue_of
from applications.documents.evidence.matches import lines_with
from applications.documents.evidence.names import (
    CONTACT,
    TONGUES,
    capitals_in,
    dialled,
    is_title_of,
    link_of,
    titles_in,
    without_legal_form,
)
from applications.matching.person import own_names
from applications.matching.vocabulary import Vocabulary, vocabulary

_PIECE: Final = re.compile(r"[,()]|\band\b")
_SINCE: Final = re.compile(r"\b(?:since|seit|depuis|desde) (?:\w+ )?$", re.I)
# A year that somebody worked may begin or end half a year from its middle.
_LOOSE: Final = 6
_SLACK: Final = 12


class Found(NamedTuple):
    """A fact of a text, by its place in it; ``lines`` say so."""

    kind: str
    start: int
    end: int
    is_found: bool
    lines: tuple[tuple[int, str], ...] = ()


class Witness:
    def __init__(self, sources: Sequence[Source], *, as_of: int) -> None:
        self.as_of = as_of
        self.known = _vocabulary(sources)
        grounds = [Ground(n, one, self.known) for n, one in enumerate(sources)]
        self.grounds = grounds
        self.posting = [one for one in grounds if one.kind == "posting"]
        self.contact = [one for one in grounds if one.kind == "contact"]
        self.mine = [one for one in grounds if one.kind not in ("posting", "contact")]
        self.work = [one for one in grounds if one.kind == "experience"]

    def of_kind(self, *kinds: str) -> list[Ground]:
        return [one for one in self.grounds if one.kind in kinds]

    # Employers

    @cached_property
    def _places(self) -> list[tuple[re.Pattern[str], list[Ground]]]:
        """Names of employers and schools, the longest first, with whose they are."""
        names: dict[str, list[Ground]] = {}
        for one in self.mine:
            for key in ("company", "institution"):
                for name in _ways(one.named.get(key, "")):
                    names.setdefault(name.lower(), []).append(one)
        order = sorted(names, key=len, reverse=True)
        return [
            (re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.I), names[name])
            for name in order
        ]

    def places_in(self, text: str) -> list[tuple[int, int, list[Ground]]]:
        found: list[tuple[int, int, list[Ground]]] = []
        for pattern, grounds in self._places:
            for hit in pattern.finditer(text):
                start, end = hit.span()
                if not any(a < end and start < b for a, b, _g in found):
                    found.append((start, end, grounds))
        return sorted(found, key=lambda one: one[:2])

    # Facts of one kind each; ``of`` gives the sources that may speak for a place

    def contacts(self, text: str) -> Iterator[Found]:
        for hit in CONTACT.finditer(text):
            kind = str(hit.lastgroup)
            if kind == "url" and self._is_thing(hit[0]):
                continue
            yield Found(kind, *hit.span(), self._is_contact(kind, hit[0]))

    def _is_thing(self, text: str) -> bool:
        """ASP.NET, socket.io: skills with a point."""
        return "/" not in text and self.known.lookup(text) is not None

    def _is_contact(self, kind: str, text: str) -> bool:
        if kind == "phone":
            return any(
                dialled(text) == dialled(one.named.get("phone", ""))
                for one in self.contact
            )
        if kind == "email":
            return any(
                text.lower() in one.lower.split() for one in self.contact
            ) or any(one.says(text) for one in self.mine)
        link = link_of(text)
        links = (link_of(word) for one in self.grounds for word in one.lower.split())
        return link in links

    def day(self, text: str, one: Figure, grounds: Sequence[Ground]) -> Found:
        assert one.day
        is_start = bool(_SINCE.search(text[max(one.start - 16, 0) : one.start]))
        found = [g for g in grounds if g.has_day(one.day, is_start=is_start)]
        if not found and not one.day.month:
            return self.figure(text, one, [one], grounds)._replace(kind="date")
        lines = tuple((g.number, " – ".join(g.dates)) for g in found[:2])
        return Found("date", one.start, one.end, bool(found), lines)

    def figure(
        self,
        text: str,
        one: Figure,
        all_of_them: Sequence[Figure],
        grounds: Sequence[Ground],
    ) -> Found:
        if one.kind == "name":
            skill = self.known.lookup(text[one.start : one.end])
            name = skill.name if skill and not one.unit[-1].isdigit() else None
            here = [
                g for g in grounds
                if one.unit in g.names or one.unit in g.tokens or name in g.skills
            ]  # fmt: skip
            lines = tuple((g.number, "") for g in here[:2])
            return Found("number", one.start, one.end, bool(here), lines)
        said = lines_with(one, text, all_of_them, grounds)
        if not said and one.kind == "duration":
            return self._lasted(text, one, grounds)
        lines = tuple((g.number, line.raw) for g, line in said[:2])
        return Found("number", one.start, one.end, bool(said), lines)

    def _lasted(self, text: str, one: Figure, grounds: Sequence[Ground]) -> Found:
        """“eleven years” that nobody wrote, but that the dates give."""
        work = [g for g in grounds if g.kind == "experience"]
        named = {m.skill.name for m in self.known.find(text) if m.skill.is_hard}
        spells = [[g] for g in work] + [work]
        if named:
            used = [g for g in work if named <= g.skills]
            spells = [[g] for g in used] + [used]
        is_true = any(
            _is_length(one, span_of(some, self.as_of), _is_loose(some))
            for some in spells
        )
        lines = (
            tuple((g.number, " – ".join(g.dates)) for g in work[:2]) if is_true else ()
        )
        return Found("years", one.start, one.end, is_true, lines)

    def degrees(self, text: str, grounds: Sequence[Ground]) -> Iterator[Found]:
        for level, start, end in degrees_in(text):
            here = [g for g in grounds if self._has_degree(g, level, text[start:end])]
            lines = tuple((g.number, g.named.get("degree", "")) for g in here[:1])
            yield Found("degree", start, end, bool(here), lines)

    def _has_degree(self, ground: Ground, level: int, text: str) -> bool:
        if ground.kind == "education":
            words = f"{ground.named.get('degree', '')}, {ground.text}"
            return level in {one for one, _start, _end in degrees_in(words)}
        levels = {one for one, _start, _end in degrees_in(ground.text)}
        return level in levels if ground.kind != "experience" else ground.says(text)

    def skills(
        self, text: str, grounds: Sequence[Ground], *, is_own: bool
    ) -> Iterator[Found]:
        for mention in self.known.find(text):
            skill = mention.skill
            here = [
                g for g in grounds if skill.name in g.skills or g.says(mention.text)
            ]
            # A field that a thing of its own stands for may be named beside it.
            if not here and skill.kind in ("area", "field", "practice") and is_own:
                here = [g for g in grounds if skill.name in self._implied(g)]
            if skill.is_hard and (here or skill.kind != "area"):
                lines = tuple((g.number, "") for g in here[:2])
                yield Found("skill", mention.start, mention.end, bool(here), lines)

    def _implied(self, ground: Ground) -> set[str]:
        known = self.known.skills
        return {
            one.name
            for name in ground.skills
            for one in self.known.with_implied(known[name])
        }

    def tongues(self, text: str, *, is_list: bool) -> Iterator[Found]:
        hits = list(TONGUES.finditer(text))
        for number, hit in enumerate(hits):
            before = hits[number - 1].end() if number else 0
            after = hits[number + 1].start() if number + 1 < len(hits) else len(text)
            # A level stands after the name, in prose before it too.
            words = text[hit.end() : after]
            if not is_list:
                words = (
                    _PIECE.split(text[before : hit.start()])[-1]
                    + " "
                    + words.split(",")[0]
                )
            level = tongue_of(words)
            is_said = (
                level or is_list or re.search(r"\bspeak|\blanguages?\b", text, re.I)
            )
            if is_said:
                yield self._tongue(hit, level)

    def _tongue(self, hit: re.Match[str], level: int) -> Found:
        here = [
            g for g in self.mine
            if g.kind == "language" and hit[0].lower() in g.named.get("name", "").lower()
        ]  # fmt: skip
        elsewhere = [g for g in self.mine if g.kind != "language" and g.says(hit[0])]
        enough = [g for g in here if level <= tongue_of(g.text)] or (
            [] if here else [g for g in elsewhere if level <= tongue_of(g.text)]
        )
        lines = tuple((g.number, g.text.replace("\n", ", ")) for g in enough[:1])
        return Found("language", *hit.span(), bool(enough), lines)

    def titles(
        self,
        text: str,
        grounds: Sequence[Ground],
        spans: Iterable[tuple[int, int]] = (),
    ) -> Iterator[Found]:
        for start, end in spans or titles_in(text):
            here = [g for g in grounds if self._is_titled(g, text[start:end])]
            lines = tuple((g.number, g.named.get("title", "")) for g in here[:1])
            yield Found("title", start, end, bool(here), lines)

    @staticmethod
    def _is_titled(ground: Ground, title: str) -> bool:
        named = ground.named.get("title") or (
            ground.text if ground.kind == "headline" else ""
        )
        if named and is_title_of(title, named):
            return True
        return ground.kind in ("headline", "summary", "note", "other") and ground.says(
            title
        )

    def capitals(self, text: str, grounds: Sequence[Ground]) -> Iterator[Found]:
        for kind, start, end in capitals_in(text):
            word = text[start:end]
            here = [
                g for g in grounds if g.says(word) or g.says(word.removesuffix("'s"))
            ]
            if not here:
                roots = around(word)
                here = [g for g in grounds if roots and roots <= g.about]
            lines = tuple((g.number, "") for g in here[:1])
            yield Found(kind, start, end, bool(here), lines)


def _ways(name: str) -> Iterator[str]:
    if len(name) > 1:
        yield name
        short = without_legal_form(name)
        if short != name and len(short) > 2:
            yield short


def _vocabulary(sources: Iterable[Source]) -> Vocabulary:
    listed = [one.text.splitlines() for one in sources if one.kind == "skills"]
    names: Mapping[str, object] = {
        "skills": {"technical": [t for x in listed for t in x]}
    }
    return vocabulary().plus(tuple(own_names(names)))


def _is_loose(grounds: Iterable[Ground]) -> bool:
    return any(len(date) == len("2019") for g in grounds for date in g.dates)


def _is_length(claim: Figure, months: int, is_loose: bool) -> bool:
    """Whether somebody can say so of that many months: in whole years, rounded down."""
    claimed = claim.values[-1]
    most = months + (_LOOSE if is_loose else 0) + 1
    if claim.about in ("more", "least"):
        return claimed <= most
    return claimed <= most and claimed > months - _SLACK - (_LOOSE if is_loose else 0)
