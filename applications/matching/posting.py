"""What a posting asks for: its clauses as requirements."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from applications.matching import demands
from applications.matching.headings import Clause, Part, clauses_of
from applications.matching.vocabulary import Mention, Skill, Vocabulary, vocabulary
from applications.matching.words import content_words, squeezed

# What it weighs, by the part it stands in; what is to be done is asked for in passing.
WEIGHTS: Final = {Part.MUST: 3.0, Part.NICE: 1.0, Part.DUTY: 1.5}
# A tool says more than a matter, and that more than an area.
OF_KIND: Final = {"tool": 1.0, "practice": 1.0, "field": 0.7, "area": 0.4}
OF_CORE: Final = 2.0
LONGEST: Final = 300
MOST_REQUIREMENTS: Final = 80
MOST_TEXT: Final = 60_000

_NEXT: Final = re.compile(
    r"[\s,/()&|+\[\]·•]*(?:(?:and|or|und|oder|et|ou|y|o|and/or|e\.g\.,?|i\.e\.,?|such as|like"
    r"|including|preferably|ideally|especially|also|as well as|either|modern|other)\b"
    r"[\s,/()&|+:]*){0,2}"
)
_OR: Final = re.compile(r"\b(?:or|oder|ou|o|and/or)\b|/")
_EXAMPLES: Final = re.compile(
    r"(?:\(|\be\.g\.,?|\bsuch as|\blike|\bone of|\bat least one|\bany of|\beither"
    r"|\bincluding|\bz\.\s?b\.|\bfor example|\bas)\s*[\s,:(]*$",
    re.IGNORECASE,
)
# “containerization (Docker)”, “tooling such as”: what follows says it better.
_SPECIFIED: Final = re.compile(
    r"\s*(?:[\w-]+\s+){0,2}?(?:\(|via|using|with|such as|like|:|e\.g\.,?|including|\bin\b)"
    r"[\s(:,]*",
    re.IGNORECASE,
)
_UNNEEDED: Final = re.compile(
    r"\b(?:no|without)\b[^.;,]{0,40}\b(?:required|needed|necessary|experience)\b"
    r"|\b(?:instead of|rather than|moving away from"
    r"|not(?! (?:only|just|limited|necessarily)\b)) [^.;,]{0,40}",
    re.IGNORECASE,
)
# A name that nobody told us of, in a list with names that we know.
_NAME: Final = re.compile(
    r"(?<![\w.])[A-Z][A-Za-z0-9]*[a-z0-9+#](?:[.-][A-Za-z0-9]+)*"
    r"(?: [A-Z][A-Za-z0-9]*[a-z0-9+#]){0,2}(?![\w])"
)
_IN_LIST: Final = re.compile(r"\s*(?:[,/]|,?\s*\b(?:and|or|und|et)\b)\s*")
_NO_NAMES: Final = frozenset(
    "bachelor master masters degree diploma certification certificate university science"
    " engineering english german french spanish dutch italian portuguese monday tuesday"
    " wednesday thursday friday saturday sunday january february march april june july"
    " august september october november december senior junior lead team company europe"
    " european america american remote office experience knowledge skills".split()
)


class Kind(StrEnum):
    SKILL = "skill"
    YEARS = "years"
    DEGREE = "degree"
    LANGUAGE = "language"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Requirement:
    """``skills``: any one of them is enough. ``text`` is as the posting has it."""

    kind: Kind
    part: Part
    text: str
    weight: float
    skills: tuple[Skill, ...] = ()
    words: tuple[str, ...] = ()
    years: demands.Years | None = None
    degree: demands.Degree | None = None
    language: str = ""


@dataclass(slots=True)
class Posting:
    """``keywords`` are names of skills in the order of the text; ``mentions`` how each is
    written there; ``duties`` is what the text says without asking for it."""

    title: str
    requirements: list[Requirement] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    mentions: dict[str, str] = field(default_factory=dict)
    soft: list[str] = field(default_factory=list)
    leave: demands.Leave | None = None
    word_count: int = 0

    @property
    def years(self) -> demands.Years | None:
        return next((one.years for one in self.requirements if one.years), None)


def read_posting(title: str, text: str, known: Vocabulary | None = None) -> Posting:
    """``text`` in plain lines; of a very long one the first ``MOST_TEXT`` characters."""
    text, known = squeezed(text)[:MOST_TEXT], known or vocabulary()
    posting = Posting(title, word_count=len(text.split()))
    core = {mention.skill for mention in known.find(title)}
    found: list[Requirement] = []
    for clause in clauses_of(text):
        posting.leave = demands.clearer(posting.leave, demands.leave_in(clause.text))
        if clause.part not in (Part.OFFER, Part.ABOUT):
            found += _requirements(clause, posting, known)
    found = [_of_core(one) if core & set(one.skills) else one for one in found]
    posting.requirements = _without_repeats(found)[:MOST_REQUIREMENTS]
    return posting


def _of_core(requirement: Requirement) -> Requirement:
    """What the title itself names is what the job is about."""
    return replace(requirement, weight=requirement.weight * OF_CORE)


def _requirements(
    clause: Clause, posting: Posting, known: Vocabulary
) -> list[Requirement]:
    part = clause.part or Part.DUTY
    named = known.find(clause.text)
    found = _needed(clause.text, [*named, *_unknown(clause.text, named)])
    found.sort(key=lambda mention: mention.start)
    mentions = [m for m in found if m.skill.is_hard]
    soft = [m for m in found if not m.skill.is_hard]
    _note_soft(soft, posting)
    kept = _without_specified(clause.text, mentions)
    needed = _UNNEEDED.sub(" ", clause.text)
    if demands.years_in(needed) or demands.degree_in(needed):
        # “Five years of backend development”: the years are asked for.
        kept = [m for m in kept if m.skill.kind not in ("field", "area")]
    if any(mention.skill.kind == "tool" for mention in kept):
        kept = [m for m in kept if m.skill.kind != "area"]
    _note_keywords(clause, kept, posting)
    groups = _groups(clause.text, kept)
    asked = [_of_skills(group, clause.text, part) for group in groups]
    asked += _beside_skills(needed, clause.text, part)
    is_asked = clause.is_point and part in (Part.MUST, Part.NICE)
    if is_asked and not asked and not soft:
        asked += _in_words(needed, clause.text, part)
    return asked


def _in_words(needed: str, text: str, part: Part) -> list[Requirement]:
    """What the vocabulary has no name for is looked for by its own words."""
    words = content_words(needed)
    if len(words) < 2:
        return []
    weight = WEIGHTS[part] / 2
    return [Requirement(Kind.TEXT, part, _cut(text), weight, words=words)]


def _needed(text: str, mentions: list[Mention]) -> list[Mention]:
    """Without those that the clause says are not asked for."""
    spans = [match.span() for match in _UNNEEDED.finditer(text)]
    return [
        mention
        for mention in mentions
        if not any(start <= mention.start < end for start, end in spans)
    ]


def _unknown(text: str, mentions: list[Mention]) -> list[Mention]:
    """Names beside the tools of a list: “Retrofit, Room and Something New”."""
    starts = [mention.start for mention in mentions]
    found: list[Mention] = []
    for match in _NAME.finditer(text) if mentions else ():
        start, end = match.span()
        after = bisect_left(starts, end)
        near = [*mentions[max(after - 1, 0) : after + 1], *found[-1:]]
        if start == 0 or any(m.start < end and start < m.end for m in near):
            continue
        if not _NO_NAMES.isdisjoint(match[0].lower().split()):
            continue
        if any(_is_beside(text, m, start, end) for m in near if m.skill.kind == "tool"):
            skill = Skill(match[0], "tool", "", False, ())
            found.append(Mention(skill, start, end, match[0]))
    return found


def _is_beside(text: str, mention: Mention, start: int, end: int) -> bool:
    if mention.end <= start:
        return bool(_IN_LIST.fullmatch(text, mention.end, start))
    return bool(_IN_LIST.fullmatch(text, end, mention.start))


def _note_soft(mentions: list[Mention], posting: Posting) -> None:
    for mention in mentions:
        if mention.skill.name not in posting.soft:
            posting.soft.append(mention.skill.name)


def _note_keywords(clause: Clause, mentions: list[Mention], posting: Posting) -> None:
    """The words that the posting is known by: tools and ways of working; an area only
    where it is asked for and nothing in its clause says it better."""
    is_asked = clause.part in (Part.MUST, Part.NICE)
    has_tools = any(mention.skill.kind == "tool" for mention in mentions)
    for mention in mentions:
        kind = mention.skill.kind
        if kind == "area" or kind == "field" and (has_tools or not is_asked):
            continue
        for skill in (mention.skill, *_named_within(mention)):
            posting.mentions.setdefault(skill.name, mention.text)
            if skill.name not in posting.keywords:
                posting.keywords.append(skill.name)


def _named_within(mention: Mention) -> list[Skill]:
    """“Django REST Framework” names Django too."""
    words = mention.text.lower().split()
    skills = vocabulary().skills
    return [skills[n] for n in mention.skill.implies if n.lower() in words]


def _without_specified(text: str, mentions: list[Mention]) -> list[Mention]:
    kept = []
    for number, mention in enumerate(mentions):
        follower = mentions[number + 1] if number + 1 < len(mentions) else None
        is_specified = (
            mention.skill.kind in ("field", "area")
            and follower is not None
            and _SPECIFIED.fullmatch(text, mention.end, follower.start)
        )
        if not is_specified:
            kept.append(mention)
    return kept


def _groups(text: str, mentions: list[Mention]) -> list[list[Mention]]:
    """Mentions that stand in for each other are together, all others alone."""
    runs: list[list[Mention]] = []
    for mention in mentions:
        if runs and _is_next(text, runs[-1][-1].end, mention.start):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return [group for run in runs for group in _split(text, run)]


def _is_next(text: str, end: int, start: int) -> bool:
    """What stands in brackets is a list of its own."""
    is_apart = any(sign in text[end:start] for sign in "()")
    return not is_apart and bool(_NEXT.fullmatch(text, end, start))


def _split(text: str, run: list[Mention]) -> list[list[Mention]]:
    pairs = zip(run, run[1:], strict=False)
    between = "\n".join(text[one.end : two.start] for one, two in pairs)
    before = text[max(run[0].start - 24, 0) : run[0].start]
    if len(run) > 1 and (_OR.search(between) or _EXAMPLES.search(before)):
        return [run]
    return [[mention] for mention in run]


def _of_skills(group: list[Mention], text: str, part: Part) -> Requirement:
    skills = tuple(dict.fromkeys(mention.skill for mention in group))
    weight = WEIGHTS[part] * max(OF_KIND[skill.kind] for skill in skills)
    return Requirement(Kind.SKILL, part, _cut(text), weight, skills=skills)


def _beside_skills(needed: str, text: str, part: Part) -> list[Requirement]:
    """``needed`` is of the clause what is not said to be needless."""
    found, weight = [], WEIGHTS[part]
    if part is not Part.DUTY and (years := demands.years_in(needed)):
        found.append(Requirement(Kind.YEARS, part, _cut(text), weight * 2, years=years))
    if part is not Part.DUTY and (degree := demands.degree_in(needed)):
        found.append(Requirement(Kind.DEGREE, part, _cut(text), weight, degree=degree))
    found += [
        Requirement(Kind.LANGUAGE, part, _cut(text), weight, language=language)
        for language in demands.languages_in(needed)
    ]
    return found


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _without_repeats(found: list[Requirement]) -> list[Requirement]:
    """Each thing once, where it weighs most; of years and degrees the one that does."""
    kept: list[Requirement] = []
    for one in sorted(found, key=lambda one: -one.weight):
        if not any(_covers(other, one) for other in kept):
            kept.append(one)
    order = {id(one): number for number, one in enumerate(found)}
    return sorted(kept, key=lambda one: order[id(one)])


def _covers(other: Requirement, one: Requirement) -> bool:
    if other.kind != one.kind:
        return False
    if one.kind is Kind.SKILL:
        return set(one.skills) <= set(other.skills) or set(other.skills) <= set(
            one.skills
        )
    if one.kind is Kind.LANGUAGE:
        return other.language == one.language
    return one.kind in (Kind.YEARS, Kind.DEGREE) or other.text == one.text
