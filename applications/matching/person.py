"""What a résumé shows: where each skill stands in it, and for how long what was done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, NamedTuple

from applications.matching.vocabulary import Mention, Skill, Vocabulary, vocabulary
from applications.matching.words import content_words, squeezed

# What a skill counts where it was used at work, and where it is merely listed.
USED: Final = 1.0
LISTED: Final = 0.85
# … of that, where the person calls it basic, where another skill brings it along, and
# where they know a near relative.
BASIC: Final = 0.5
IMPLIED: Final = 0.9
RELATED: Final = 0.4
MOST_TEXT: Final = 60_000

MOST_NAMES: Final = 200
_LISTED: Final = re.compile(r"[,;|•·\n]|^[^:]{1,40}:")

_BASIC: Final = re.compile(
    r"\s*[(:–-]?\s*(?:basics?|beginner|basic knowledge|learning|familiar|elementary"
    r"|grundkenntnisse|notions|básico)\b",
    re.IGNORECASE,
)
_BASIC_OF: Final = re.compile(
    r"\b(?:basics? (?:of|knowledge of)|learning|learned|familiar(?:ity)? with"
    r"|exposure to|introduction to)\s+$",
    re.IGNORECASE,
)


_OTHERS: Final = re.compile(
    r"(?:\s+\w+)?\s+(?:teams?|developers?|engineers?|designers?|managers?|departments?)\b",
    re.IGNORECASE,
)
_WITH: Final = re.compile(
    r"\b(?:with|supported|supporting|alongside|mit)\s+(?:\w+\s+)?$", re.I
)


class Place(StrEnum):
    """Where in a résumé something stands."""

    HEADLINE = "headline"
    SUMMARY = "summary"
    SKILLS = "skills"
    EXPERIENCE = "experience"
    PROJECT = "project"
    EDUCATION = "education"
    CERTIFICATE = "certificate"
    OTHER = "other"

    @property
    def is_use(self) -> bool:
        return self in (Place.EXPERIENCE, Place.PROJECT)


class Piece(NamedTuple):
    """A part of a résumé. ``number`` is its place among those of its kind, from 0."""

    place: Place
    number: int
    label: str
    text: str


class Evidence(NamedTuple):
    """That a skill stands in a résumé: how much it counts, where, by which words.

    ``via`` names the skill that brings it along or is its relative, else it is empty.
    """

    strength: float
    piece: Piece
    words: str
    via: str = ""
    is_related: bool = False


class Spell(NamedTuple):
    """Some work, in months since the year 0, its end excluded; None: not said."""

    piece: Piece
    title: str
    start: int | None
    end: int | None


@dataclass(slots=True)
class Person:
    facts: Mapping[str, Any]
    pieces: list[Piece] = field(default_factory=list)
    spells: list[Spell] = field(default_factory=list)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    skills_of: dict[Piece, set[str]] = field(default_factory=dict)
    roots_of: dict[Piece, set[str]] = field(default_factory=dict)
    roots: set[str] = field(default_factory=set)
    text: str = ""
    as_of: int = 0
    known: Vocabulary = field(default_factory=vocabulary)

    def of_skill(self, skill: Skill) -> Evidence | None:
        """The best that speaks for a skill: itself, what brings it along, a relative."""
        found = self.evidence.get(skill.name) or self._of_relative(skill)
        return found or (None if skill.family else self._by_name(skill.name))

    def _by_name(self, name: str) -> Evidence | None:
        """Of what only the posting names: where it stands word for word."""
        words = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        there = [piece for piece in self.pieces if words.search(piece.text)]
        best = max(there, key=lambda piece: piece.place.is_use, default=None)
        if best is None:
            return None
        return Evidence(USED if best.place.is_use else LISTED, best, name)

    def _of_relative(self, skill: Skill) -> Evidence | None:
        if not skill.has_relatives:
            return None
        skills = self.known.skills
        relatives = (
            (evidence.strength, name, evidence)
            for name, evidence in self.evidence.items()
            if not evidence.via and skills[name].family == skill.family
        )
        best = max(relatives, key=lambda one: one[:2], default=None)
        if best is None:
            return None
        strength, name, evidence = best
        return evidence._replace(strength=strength * RELATED, via=name, is_related=True)

    @property
    def titles(self) -> list[str]:
        """What the person is and was called, the latest first."""
        jobs = sorted(
            self.spells, key=lambda s: (s.end or 0, s.start or 0), reverse=True
        )
        headline = str(self.facts.get("headline") or "")
        found = [title for title in (headline, *(job.title for job in jobs)) if title]
        return found or [_first_sentence(str(self.facts.get("summary") or ""))]


def _first_sentence(text: str) -> str:
    return re.split(r"[.!?;\n]\s", text, maxsplit=1)[0][:120]


def read_person(facts: Mapping[str, Any], *, as_of: int) -> Person:
    """``as_of``: the month, counted from the year 0, in which what goes on is judged."""
    person = Person(
        facts, as_of=as_of, known=vocabulary().plus(tuple(own_names(facts)))
    )
    person.pieces = list(_within(MOST_TEXT, _pieces(facts)))
    person.text = "\n".join(piece.text for piece in person.pieces)
    person.spells = list(_spells(facts, person.pieces, as_of))
    mentions = [(p, m) for p in person.pieces for m in _mentions(p, person.known)]
    # Who calls a skill basic in one place does not know it better in another.
    basic = {m.skill.name for piece, m in mentions if _is_basic(piece.text, m)}
    for piece in person.pieces:
        person.roots_of[piece] = set(content_words(piece.text))
        person.roots |= person.roots_of[piece]
        person.skills_of[piece] = {m.skill.name for p, m in mentions if p is piece}
    for piece, mention in mentions:
        _note(person, piece, mention, is_basic=mention.skill.name in basic)
    return person


def _mentions(piece: Piece, known: Vocabulary) -> list[Mention]:
    found = known.find(piece.text)
    return [mention for mention in found if not _is_of_others(piece.text, mention)]


def _within(most: int, pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Of more than ``most`` characters in all, those that come first."""
    for piece in pieces:
        text = squeezed(piece.text)[:most]
        most -= len(text)
        yield piece._replace(text=text)


def own_names(facts: Mapping[str, Any]) -> list[str]:
    """The skills that a person lists by names of few words, ours or their own."""
    listed = (facts.get("skills") or {}).get("technical") or []
    parts = (part.strip() for text in _texts(listed) for part in _LISTED.split(text))
    return [name for name in dict.fromkeys(parts) if _is_name(name)][:MOST_NAMES]


def _is_name(text: str) -> bool:
    return 3 <= len(text) <= 40 and text[0].isupper() and len(text.split()) <= 3


def _note(person: Person, piece: Piece, mention: Mention, *, is_basic: bool) -> None:
    strength = USED if piece.place.is_use else LISTED
    if is_basic:
        strength *= BASIC
    for skill in person.known.with_implied(mention.skill):
        is_itself = skill is mention.skill
        counts = strength if is_itself else strength * IMPLIED
        known = person.evidence.get(skill.name)
        # What stands there by its own name goes before what merely follows.
        if known is None or (counts, is_itself) > (known.strength, not known.via):
            via = "" if is_itself else mention.skill.name
            person.evidence[skill.name] = Evidence(counts, piece, mention.text, via)


def _is_basic(text: str, mention: Mention) -> bool:
    before = text[max(mention.start - 24, 0) : mention.start]
    return bool(_BASIC.match(text, mention.end) or _BASIC_OF.search(before))


def _is_of_others(text: str, mention: Mention) -> bool:
    """“Worked with the frontend team” tells of the team."""
    before = text[max(mention.start - 24, 0) : mention.start]
    return bool(_OTHERS.match(text, mention.end) and _WITH.search(before))


def _pieces(facts: Mapping[str, Any]) -> Iterator[Piece]:
    skills = facts.get("skills") or {}
    for place in (Place.HEADLINE, Place.SUMMARY):
        if text := str(facts.get(place) or ""):
            yield Piece(place, 0, "", text)
    listed = [*_texts(skills.get("technical")), *_texts(skills.get("soft"))]
    if listed:
        yield Piece(Place.SKILLS, 0, "", "\n".join(listed))
    for place, name, read in _KINDS:
        for number, one in enumerate(facts.get(name) or ()):
            yield Piece(place, number, *read(one))
    for number, one in enumerate(skills.get("certifications") or ()):
        label = str(one.get("name") or "") if isinstance(one, Mapping) else str(one)
        yield Piece(Place.CERTIFICATE, number, label, "\n".join(_texts(one)))
    custom = facts.get("custom_fields") or {}
    if unplaced := "\n".join(_texts(custom.get("unplaced"))):
        yield Piece(Place.OTHER, 0, "", unplaced)


def _experience(one: Mapping[str, Any]) -> tuple[str, str]:
    label = _label(one, "title", "company")
    return label, _joined(one, "title", "description", "achievements")


def _project(one: Mapping[str, Any]) -> tuple[str, str]:
    return _label(one, "name"), _joined(one, "name", "description", "technologies")


def _education(one: Mapping[str, Any]) -> tuple[str, str]:
    label = _label(one, "degree", "institution")
    return label, _joined(one, "degree", "field_of_study", "institution", "honors")


_KINDS: Final = (
    (Place.EXPERIENCE, "experiences", _experience),
    (Place.PROJECT, "projects", _project),
    (Place.EDUCATION, "education", _education),
)


def _label(one: Mapping[str, Any], *names: str) -> str:
    return ", ".join(str(one[name]) for name in names if one.get(name))


def _joined(one: Mapping[str, Any], *names: str) -> str:
    return "\n".join(text for name in names for text in _texts(one.get(name)))


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value, however it is nested."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
    elif value not in (None, ""):
        yield str(value)


def _spells(
    facts: Mapping[str, Any], pieces: list[Piece], as_of: int
) -> Iterator[Spell]:
    jobs = [piece for piece in pieces if piece.place is Place.EXPERIENCE]
    for piece, one in zip(jobs, facts.get("experiences") or (), strict=True):
        start = month_of(one.get("start_date"))
        end = month_of(one.get("end_date"), is_end=True)
        if end is None and one.get("is_current"):
            end = as_of
        yield Spell(piece, str(one.get("title") or ""), start, end)


def month_of(date: Any, *, is_end: bool = False) -> int | None:
    """``2019-04`` as a month since the year 0. A year alone is its middle; an end is
    the month after the last one."""
    parts = str(date or "").split("-")
    if not parts[0].isdecimal():
        return None
    has_month = len(parts) > 1 and parts[1].isdecimal()
    month = int(parts[1]) - 1 if has_month else 6
    return int(parts[0]) * 12 + month + (is_end and has_month)
