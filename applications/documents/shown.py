"""What of the things a posting asks for a text of a résumé shows."""

from __future__ import annotations

import re
from typing import NamedTuple

from applications.matching.person import IMPLIED, RELATED, Person, Piece
from applications.matching.posting import Kind, Posting, Requirement
from applications.matching.scoring import MET, WORDS_ENOUGH
from applications.matching.vocabulary import Skill


class Shown(NamedTuple):
    """Something asked for that a text shows, how well (0 to 1), by the name of which skill.

    ``name`` is empty where it is asked for in words; ``is_near``: by a relative alone.
    """

    requirement: Requirement
    share: float
    name: str = ""
    is_near: bool = False

    @property
    def worth(self) -> float:
        return self.share * self.requirement.weight


class Own(NamedTuple):
    """The skills that a text names, those that come with them, their families."""

    names: set[str]
    brought: set[str]
    families: set[str]

    @classmethod
    def of(cls, names: set[str], person: Person) -> Own:
        skills = [person.known.skills[name] for name in names]
        brought = {one.name for s in skills for one in person.known.with_implied(s)}
        return cls(names, brought, {skill.family for skill in skills})


def shown_by(piece: Piece, posting: Posting, person: Person) -> list[Shown]:
    """What an entry shows of skills and of what is asked for in words."""
    own = Own.of(person.skills_of[piece], person)
    found = []
    for asked in posting.requirements:
        if asked.kind is Kind.TEXT:
            found.append(_in_words(asked, person.roots_of[piece]))
        elif asked.kind is Kind.SKILL:
            found.append(by_skill(asked, piece.text, own))
    return [one for one in found if one.share]


def by_skill(asked: Requirement, text: str, own: Own) -> Shown:
    """By the best of the skills that each are enough."""
    ways = [(_share(skill, text, own), skill.name) for skill in asked.skills]
    share, name = max(ways, key=lambda way: way[0])
    return Shown(asked, share, name, is_near=share == RELATED)


def _share(skill: Skill, text: str, own: Own) -> float:
    """Itself, by what brings it along, by a relative."""
    if skill.name in own.names:
        return 1.0
    if skill.name in own.brought:
        return IMPLIED
    if skill.has_relatives and skill.family in own.families:
        return RELATED
    if skill.family:
        return 0.0
    # A name that only the posting knows.
    words = rf"(?<!\w){re.escape(skill.name)}(?!\w)"
    return 1.0 if re.search(words, text) else 0.0


def _in_words(asked: Requirement, roots: set[str]) -> Shown:
    share = len(set(asked.words) & roots) / len(asked.words)
    return Shown(asked, min(share / MET, 1.0) if share >= WORDS_ENOUGH else 0.0)
