"""How well a résumé fits a posting: requirement → evidence → points.

The points of all rows add up to the score, so the table is the whole of the reckoning.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Final

from applications.matching import demands
from applications.matching.person import Evidence, Person, Piece, Place, Spell
from applications.matching.posting import Kind, Posting, Requirement
from applications.matching.roles import nearness
from applications.matching.words import content_words

# The share of all points that the role itself has.
OF_ROLE: Final = 0.2
# A title of long ago says less.
OF_OLDER_TITLE: Final = 0.85
# So near a role must be for its time to count, and so many of the keywords in what was
# done there make it count whole.
NEAR_ENOUGH: Final = 0.4
SKILLS_ENOUGH: Final = 5
# Of a requirement in words, this share must stand in the résumé.
WORDS_ENOUGH: Final = 0.34
MET: Final = 0.75
# Years that somebody says, and no dates show.
OF_CLAIM: Final = 0.8
# A posting shorter than this, or asking for fewer things, is thin.
THIN_WORDS: Final = 60
THIN_REQUIREMENTS: Final = 3


class State(StrEnum):
    MET = "met"
    PARTLY = "partly"
    MISSING = "missing"


@dataclass(slots=True)
class Row:
    """One requirement. ``points`` are of ``of``; the ``of`` of all rows are 100.

    ``evidence`` is ``{"place", "number", "label", "words", "via", "is_related"}`` or None,
    ``note`` says by a word what else matters, ``figures`` hold what it stands on.
    """

    kind: str
    part: str
    text: str
    names: list[str]
    state: State
    points: float
    of: float
    evidence: dict[str, Any] | None = None
    note: str = ""
    figures: dict[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(slots=True)
class _Found:
    """How much of a requirement is there, 0 to 1, and by what."""

    share: float
    evidence: dict[str, Any] | None = None
    note: str = ""
    figures: dict[str, Any] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)


def fit_rows(posting: Posting, person: Person) -> list[Row]:
    """The table of the fit, as the posting has it, the role first."""
    asked = posting.requirements
    weights = [requirement.weight for requirement in asked]
    whole = sum(weights) / (1 - OF_ROLE)
    rows = [_role_row(posting, person, 100 * OF_ROLE if asked else 100.0)]
    for requirement, weight in zip(asked, weights, strict=True):
        found = _LOOK[requirement.kind](requirement, posting, person)
        rows.append(_row(requirement, found, 100 * weight / whole))
    return rows


def score_of(rows: list[Row]) -> float:
    """What the rows add up to, to a tenth."""
    return round(sum(row.points for row in rows), 1)


def _row(requirement: Requirement, found: _Found, of: float) -> Row:
    return Row(
        requirement.kind,
        requirement.part,
        requirement.text,
        found.names or [skill.name for skill in requirement.skills],
        _state(found.share),
        round(of * found.share, 2),
        round(of, 2),
        found.evidence,
        found.note,
        found.figures,
    )


def _state(share: float) -> State:
    if share >= MET:
        return State.MET
    return State.PARTLY if share > 0 else State.MISSING


def _role_row(posting: Posting, person: Person, of: float) -> Row:
    share, title = _nearest(posting.title, person)
    evidence = {"place": Place.HEADLINE, "words": title} if title and share else None
    return Row(
        "role",
        "must",
        posting.title,
        [],
        _state(share),
        round(of * share, 2),
        round(of, 2),
        evidence,
    )


def _nearest(asked: str, person: Person) -> tuple[float, str]:
    """How near the person's titles come to the one asked for, and which does."""
    best = (0.0, "")
    for number, title in enumerate(person.titles):
        share = nearness(asked, title) * (1 if number < 3 else OF_OLDER_TITLE)
        if share > best[0]:
            best = (round(share, 3), title)
    return best


def _skills(requirement: Requirement, posting: Posting, person: Person) -> _Found:
    """The best of what is said in place of each other."""
    known = [
        (evidence.strength, skill.name, evidence)
        for skill in requirement.skills
        if (evidence := person.of_skill(skill))
    ]
    best = max(known, key=lambda one: one[0], default=None)
    if best is None:
        return _Found(0.0)
    strength, name, evidence = best
    others = [skill.name for skill in requirement.skills if skill.name != name]
    return _Found(strength, _told(evidence), names=[name, *others])


def _told(evidence: Evidence) -> dict[str, Any]:
    return _place_of(evidence.piece) | {
        "words": evidence.words,
        "via": evidence.via,
        "is_related": evidence.is_related,
    }


def _place_of(piece: Piece) -> dict[str, Any]:
    return {"place": piece.place, "number": piece.number, "label": piece.label}


def _years(requirement: Requirement, posting: Posting, person: Person) -> _Found:
    assert requirement.years
    relevant = _relevant(posting, person)
    months = _months(relevant)
    figures = {"months": months, "asked": requirement.years.least * 12}
    if not months:
        return _said_years(requirement, posting, person, figures)
    share = min(months / figures["asked"], 1.0)
    places = [spell.piece.label for _, spell in relevant if spell.piece.label]
    evidence = _place_of(relevant[0][1].piece) | {"words": "; ".join(places[:4])}
    note = "" if relevant[-1][0] == 1 else "nearness"
    return _Found(share, evidence, note, figures)


def _relevant(posting: Posting, person: Person) -> list[tuple[float, Spell]]:
    """The work that counts, by how near it is to what is asked for, the nearest first."""
    found = [(_relevance(posting, person, spell), spell) for spell in person.spells]
    near = [pair for pair in found if pair[0] >= NEAR_ENOUGH]
    return sorted(near, key=lambda pair: (-pair[0], -(pair[1].end or 0)))


def _relevance(posting: Posting, person: Person, spell: Spell) -> float:
    shared = person.skills_of[spell.piece] & set(posting.keywords)
    by_skills = len(shared) / max(min(len(posting.keywords), SKILLS_ENOUGH), 1)
    return min(max(nearness(posting.title, spell.title), by_skills), 1.0)


def _months(relevant: list[tuple[float, Spell]]) -> int:
    """Each month once, by the nearest work of it; less near work counts in its share."""
    seen: set[int] = set()
    total = 0.0
    for share, spell in relevant:
        if spell.start is not None and spell.end is not None:
            fresh = set(range(spell.start, min(spell.end, spell.start + 1_200))) - seen
            seen |= fresh
            total += share * len(fresh)
    return round(total)


def _said_years(
    requirement: Requirement,
    posting: Posting,
    person: Person,
    figures: dict[str, Any],
) -> _Found:
    """Where no dates tell, what the summary says; a claim counts less than dates."""
    assert requirement.years
    summary = next((p for p in person.pieces if p.place is Place.SUMMARY), None)
    years = demands.said_years(summary.text, person.as_of) if summary else None
    is_near = _nearest(posting.title, person)[0] >= NEAR_ENOUGH
    is_dated = any(spell.start for spell in person.spells)
    if is_dated or not (years and is_near):
        return _Found(0.0, note="" if is_dated else "no-dates", figures=figures)
    assert summary
    share = min(years / requirement.years.least, 1.0) * OF_CLAIM
    evidence = _place_of(summary) | {"words": str(years)}
    return _Found(share, evidence, note="said", figures=figures)


# Subjects that are taken for each other, by the roots of their words.
_SUBJECTS: Final = [
    set(content_words(words))
    for words in (
        "computer computing software informatics information mathematics physics data"
        " statistics electrical electronics engineering cybersecurity web informatik",
        "business economics finance accounting commerce marketing communications"
        " advertising journalism media wirtschaft management administration",
        "nursing medicine health pharmacy biology biomedical physiotherapy psychology",
        "education teaching pedagogy childhood",
        "design arts graphic fine visual illustration architecture",
        "law legal",
        "chemistry biology biochemistry environmental science physics",
    )
]


def _degree(requirement: Requirement, posting: Posting, person: Person) -> _Found:
    assert requirement.degree
    schools = [piece for piece in person.pieces if piece.place is Place.EDUCATION]
    ranked = [(demands.highest_degree(piece.text) or 0, piece) for piece in schools]
    level, piece = max(ranked, key=lambda pair: pair[0], default=(0, None))
    if piece is None or not level:
        return _without_degree(requirement, posting, person)
    share = 1.0 if level >= requirement.degree else 0.5
    note = "" if share == 1 else "lower-degree"
    studied = {root for school in schools for root in person.roots_of[school]}
    if not _is_related(requirement.text, studied):
        share, note = share * 0.5, "other-subject"
    evidence = _place_of(piece) | {"words": piece.text.replace("\n", ", ")[:120]}
    return _Found(share, evidence, note)


def _without_degree(
    requirement: Requirement, posting: Posting, person: Person
) -> _Found:
    if not demands.takes_experience_instead(requirement.text):
        return _Found(0.0)
    relevant = _relevant(posting, person)
    least = posting.years.least if posting.years else 4
    if _months(relevant) < least * 12:
        return _Found(0.0)
    evidence = _place_of(relevant[0][1].piece) | {"words": ""}
    return _Found(0.8, evidence, "experience-instead")


def _is_related(asked: str, studied: set[str]) -> bool:
    """Whether a subject that was studied goes for one of those asked for."""
    words = set(content_words(asked))
    groups = [group for group in _SUBJECTS if words & group]
    return not groups or any(studied & group for group in groups)


_ENGLISH: Final = re.compile(r"\b(?:the|and|with|of|for|in)\b", re.IGNORECASE)


def _language(requirement: Requirement, posting: Posting, person: Person) -> _Found:
    spoken = (person.facts.get("skills") or {}).get("languages") or []
    for number, one in enumerate(spoken):
        if not isinstance(one, Mapping):
            continue
        name, level = str(one.get("name") or ""), str(one.get("proficiency") or "")
        if demands.LANGUAGES[requirement.language].search(name):
            basic = re.search(r"basic|beginner|elementary|\ba[12]\b|grund", level, re.I)
            evidence = {"place": Place.SKILLS, "number": number, "label": ""}
            evidence["words"] = ", ".join(filter(None, (name, level)))
            return _Found(0.5 if basic else 1.0, evidence, names=[requirement.language])
    if requirement.language == "English" and len(_ENGLISH.findall(person.text)) >= 8:
        evidence = {"place": Place.OTHER, "number": 0, "label": "", "words": ""}
        return _Found(1.0, evidence, "written-in-it", names=[requirement.language])
    return _Found(0.0, names=[requirement.language])


def _in_words(requirement: Requirement, posting: Posting, person: Person) -> _Found:
    """How many of the words that matter stand in the résumé, and where most do."""
    words = set(requirement.words)
    share = len(words & person.roots) / len(words)
    if share < WORDS_ENOUGH:
        return _Found(0.0)
    piece = max(person.pieces, key=lambda p: len(words & person.roots_of[p]))
    return _Found(min(share / MET, 1.0), _place_of(piece) | {"words": ""}, "by-words")


_LOOK: Final = {
    Kind.SKILL: _skills,
    Kind.YEARS: _years,
    Kind.DEGREE: _degree,
    Kind.LANGUAGE: _language,
    Kind.TEXT: _in_words,
}


def is_thin(posting: Posting) -> bool:
    """Too little is said for the score to mean much."""
    return (
        posting.word_count < THIN_WORDS or len(posting.requirements) < THIN_REQUIREMENTS
    )
