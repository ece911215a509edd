"""What of a résumé to show first for a posting, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from applications.documents.shown import Own, Shown, by_skill, shown_by
from applications.matching.analysis import confidence_in
from applications.matching.person import (
    LISTED,
    Person,
    Place,
    month_of,
    read_person,
)
from applications.matching.posting import Kind, Posting, Requirement, read_posting
from applications.matching.roles import nearness
from applications.matching.scoring import NEAR_ENOUGH

# With another one no stored ranking is current any more.
VERSION: Final = 1
# Of the points of an experience; of a project, which has no title.
OF_EXPERIENCE: Final = {"asked": 60.0, "role": 20.0, "recent": 12.0, "figures": 8.0}
OF_PROJECT: Final = {"asked": 78.0, "role": 0.0, "recent": 14.0, "figures": 8.0}
# What ended so many months ago counts half.
HALF_LIFE: Final = 60
FIGURES_ENOUGH: Final = 2
# Points of a skill that nobody asks for: in use, named by the posting in passing.
IN_USE: Final = 5.0
SOFT: Final = 20.0
MOST_NAMES: Final = 12

# A figure: not the year of a date.
_FIGURE: Final = re.compile(r"(?<![\w.,])(?!(?:19|20)\d\d\b)[€$£]?\d")


class Order(NamedTuple):
    """All of a résumé, best first: places in ``facts["experiences"]`` and
    ``facts["projects"]``, names of ``technical`` and ``soft`` skills."""

    experiences: list[int]
    projects: list[int]
    skills: list[str]


class Ranking(NamedTuple):
    """``explanations`` has a dict for each item, as the résumé has them:

    ``points`` 0 to 100; ``names`` of what is asked for and shown; ``near``, of those the
    ones that only a relative speaks for; of experience and projects ``texts`` (asked for
    in words), ``role`` (is it near) and ``figures`` (lines with one); of skills ``name``,
    ``part`` of the posting and ``used``.
    """

    order: Order
    explanations: dict[str, list[dict[str, Any]]]
    confidence: float


def rank(job: Mapping[str, Any], facts: Mapping[str, Any], *, as_of: int) -> Ranking:
    """``job`` has ``title`` and ``text``; ``as_of`` is a month, from the year 0.

    The same three give the same order; what is worth the same stays as the person has it.
    """
    person = read_person(facts, as_of=as_of)
    posting = read_posting(str(job["title"]), str(job["text"]), person.known)
    told = {
        "experiences": _entries("experiences", OF_EXPERIENCE, posting, person),
        "projects": _entries("projects", OF_PROJECT, posting, person),
        "skills": _skills(posting, person),
    }
    order = Order(
        _best_first(told["experiences"]),
        _best_first(told["projects"]),
        [told["skills"][place]["name"] for place in _best_first(told["skills"])],
    )
    return Ranking(order, told, confidence_in(posting, person.text))


def skill_names(facts: Mapping[str, Any]) -> list[str]:
    """Each skill of a résumé once, as it has them in order."""
    skills = facts.get("skills") or {}
    both = (skills.get(kind) or [] for kind in ("technical", "soft"))
    return list(dict.fromkeys(str(name) for names in both for name in names))


def _best_first(told: list[dict[str, Any]]) -> list[int]:
    return sorted(range(len(told)), key=lambda place: -told[place]["points"])


# Experience and projects


def _entries(
    kind: str, of: Mapping[str, float], posting: Posting, person: Person
) -> list[dict[str, Any]]:
    place = Place.EXPERIENCE if kind == "experiences" else Place.PROJECT
    pieces = [piece for piece in person.pieces if piece.place is place]
    shown = [shown_by(piece, posting, person) for piece in pieces]
    # Of what any of them shows: what none has decides between no two.
    weights = {id(o.requirement): o.requirement.weight for one in shown for o in one}
    whole = sum(weights.values()) or 1.0
    found = []
    for piece, things in zip(pieces, shown, strict=True):
        entry = person.facts[kind][piece.number]
        shares = _shares(entry, posting, person) | {
            "asked": sum(one.worth for one in things) / whole
        }
        points = sum(of[name] * share for name, share in shares.items())
        found.append({"points": round(points, 1)} | _told(things, entry, shares))
    return found


def _shares(
    entry: Mapping[str, Any], posting: Posting, person: Person
) -> dict[str, float]:
    """What speaks for an entry beside what it shows, each 0 to 1."""
    title = str(entry.get("title") or "")
    return {
        "role": min(nearness(posting.title, title), 1.0) if title else 0.0,
        "recent": _recency(entry, person.as_of),
        "figures": min(figures_in(entry) / FIGURES_ENOUGH, 1.0),
    }


def _told(
    things: list[Shown], entry: Mapping[str, Any], shares: Mapping[str, float]
) -> dict[str, Any]:
    best = sorted(things, key=lambda one: -one.worth)
    named = [one for one in best if one.name]
    names = dict.fromkeys(one.name for one in named)
    itself = {one.name for one in named if not one.is_near}
    texts = [one.requirement.text for one in best if not one.name]
    return {
        "names": list(names)[:MOST_NAMES],
        "near": [name for name in names if name not in itself][:MOST_NAMES],
        "texts": texts[:MOST_NAMES],
        "role": shares["role"] >= NEAR_ENOUGH,
        "figures": figures_in(entry),
    }


def _recency(entry: Mapping[str, Any], as_of: int) -> float:
    """1 for what still goes on, 0 for what has no dates."""
    if entry.get("is_current"):
        return 1.0
    end = month_of(entry.get("end_date"), is_end=True)
    end = month_of(entry.get("start_date")) if end is None else end
    return 0.0 if end is None else float(0.5 ** (max(as_of - end, 0) / HALF_LIFE))


def figures_in(entry: Mapping[str, Any]) -> int:
    """How many of its lines have a figure."""
    lines = [*(entry.get("achievements") or ()), *_lines(entry.get("description"))]
    return sum(1 for line in lines if _FIGURE.search(str(line)))


def _lines(text: Any) -> list[str]:
    return str(text or "").splitlines()


# Skills


def _skills(posting: Posting, person: Person) -> list[dict[str, Any]]:
    asked = [one for one in posting.requirements if one.kind is Kind.SKILL]
    used = _used(person)
    return [
        _skill(name, asked, used, posting, person) for name in skill_names(person.facts)
    ]


def _used(person: Person) -> set[str]:
    pieces = [piece for piece in person.pieces if piece.place.is_use]
    return set().union(*(person.skills_of[piece] for piece in pieces))


def _skill(
    name: str,
    asked: list[Requirement],
    used: set[str],
    posting: Posting,
    person: Person,
) -> dict[str, Any]:
    """Of all that is asked for the one counts that it speaks for best."""
    names = {mention.skill.name for mention in person.known.find(name)}
    told: dict[str, Any] = {"name": name, "used": not names.isdisjoint(used)}
    best = max(
        _ways(name, names, asked, person), key=lambda way: way.worth, default=None
    )
    if best is None or not best.share:
        return told | _unasked(name, posting.soft, names, is_used=told["used"])
    most = max(requirement.weight for requirement in asked)
    return told | {
        "points": round(SOFT + (100 - SOFT) * best.worth / most, 1),
        "names": [best.name],
        "near": [best.name] if best.is_near else [],
        "part": str(best.requirement.part),
    }


def _unasked(
    name: str, soft: list[str], names: set[str], *, is_used: bool
) -> dict[str, Any]:
    """What no requirement names; of the soft ones the posting may speak all the same."""
    is_soft = not names.isdisjoint(soft)
    points = SOFT if is_soft else IN_USE * is_used
    return {
        "points": points,
        "names": [name] if is_soft else [],
        "near": [],
        "part": "",
    }


def _ways(
    name: str, names: set[str], asked: list[Requirement], person: Person
) -> Iterator[Shown]:
    """How well a skill, as the person knows it, speaks for each requirement."""
    own = Own.of(names, person)
    known = [person.evidence[one].strength for one in names if one in person.evidence]
    for requirement in asked:
        shown = by_skill(requirement, name, own)
        yield shown._replace(share=shown.share * max(known, default=LISTED))
