"""What a posting asks for, named in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from accounts.style.words import VERBS
from applications.documents.writing import texts
from applications.matching.vocabulary import vocabulary
from applications.matching.words import content_words

# A requirement of more words is not quoted in a sentence.
MOST_QUOTED: Final = 12
_OF_SENTENCES: Final = re.compile(
    r"\b(?:you|your|you’ll|you'll|we|we're|we’re|our|us|will|must|should|is|are|wir|sie|ihre)\b",
    re.IGNORECASE,
)
# Names of skills that stand before something in a sentence.
_ADJECTIVES: Final = frozenset(
    {"agile", "backend", "frontend", "full-stack", "mobile", "rest api"}
)
_MARKS: Final = re.compile(r"[“”\"\[\]|]")


class Ask(NamedTuple):
    """One requirement that the person meets by their own words.

    ``part`` is must, nice or duty; ``names`` are the skills any of which will do, each with
    how a sentence names it (empty: it cannot); ``quote`` is the whole of it in quotation
    marks, or empty; ``roots`` its own words; ``place``, ``number`` and ``words`` say where
    in the résumé it stands, and how.
    """

    kind: str
    part: str
    quote: str
    names: tuple[tuple[str, str], ...]
    weight: float
    roots: frozenset[str]
    place: str
    number: int
    words: str


def asks_of(rows: Any, posting: str) -> list[Ask]:
    """The met requirements among the rows of an analysis, those that weigh most first.

    ``posting`` is its text: nothing is quoted that does not stand there so. What only a
    relative speaks for is not met in the person’s own words.
    """
    met = [row for row in texts.listed(rows) if _is_met(row)]
    asks = [_ask(row, posting) for row in met if row.get("kind") != "role"]
    return sorted(asks, key=lambda ask: -ask.weight)


def _is_met(row: Any) -> bool:
    if not isinstance(row, Mapping) or row.get("state") != "met":
        return False
    evidence = row.get("evidence")
    return isinstance(evidence, Mapping) and not evidence.get("is_related")


def _ask(row: Mapping[str, Any], posting: str) -> Ask:
    text, evidence = texts.line(row.get("text")), row["evidence"]
    quote = quoted(text, posting)
    weight, number = row.get("of"), evidence.get("number")
    return Ask(
        str(row.get("kind")),
        str(row.get("part")),
        quote,
        tuple((one, _name(one, text, quote)) for one in texts.lines(row.get("names"))),
        float(weight) if isinstance(weight, int | float) else 0.0,
        frozenset(content_words(text)),
        str(evidence.get("place") or ""),
        number if isinstance(number, int) else 0,
        texts.line(evidence.get("words")),
    )


def _name(name: str, text: str, quote: str) -> str:
    """A skill as the posting spells it; where it says it otherwise, the whole of that."""
    more = r"(?: [a-z]+)" if name.lower() in _ADJECTIVES else "s?"
    found = re.search(rf"(?<!\w){re.escape(name)}{more}(?!\w)", text, re.IGNORECASE)
    if not found:
        return quote
    skill = vocabulary().skills.get(name)
    is_common = skill is not None and skill.kind != "tool"
    return _lowered(found[0]) if is_common else found[0]


def _lowered(name: str) -> str:
    """“Mentoring” inside a sentence; “CI/CD” and “A/B Testing” stay."""
    words = name.split()
    is_plain = all(word[1:].islower() or not word.isalpha() for word in words)
    is_plain = is_plain and all(word.replace("-", "").isalpha() for word in words)
    return name.lower() if is_plain else name


def quoted(text: str, posting: str) -> str:
    """A requirement that is no sentence, in quotation marks; of others nothing."""
    if " ".join(text.split()) not in " ".join(posting.split()):
        return ""
    text = text.rstrip(" .;:,")
    is_short = 0 < len(text.split()) <= MOST_QUOTED
    if not is_short or _OF_SENTENCES.search(text) or _MARKS.search(text):
        return ""
    first = text.split()[0]
    is_name = not first[:1].isalpha() or not first[1:].islower()
    return f"“{text if is_name else text[0].lower() + text[1:]}”"


def is_task(text: str) -> bool:
    """“Mentor engineers”: something to be done."""
    return text.partition(" ")[0].strip("“").lower() in VERBS


def is_tool(name: str) -> bool:
    """It has a name of its own, which is not taken for another thing."""
    skill = vocabulary().skills.get(name)
    return skill is None or skill.kind == "tool"


class Answer(NamedTuple):
    """An ask that a line of the person’s answers, by the skill ``shown`` there; ``name`` is
    how a sentence names what is asked for, or empty."""

    ask: Ask
    shown: str
    name: str


def answered_by(text: str, asks: Iterable[Ask]) -> list[Answer]:
    """What is asked for and named in a line of the person’s; what merely follows from it
    (“GitHub stars”: Git) is no answer in words."""
    found = {mention.skill.name for mention in vocabulary().find(text)}
    answers = (_answer(text, found, ask) for ask in asks)
    return [answer for answer in answers if answer]


def _answer(text: str, found: set[str], ask: Ask) -> Answer | None:
    for skill, name in ask.names:
        if skill in found or _stands(skill, text):
            return Answer(ask, skill, name)
    common = ask.roots & set(content_words(text))
    if ask.kind == "text" and len(common) >= max(2, len(ask.roots) / 2):
        return Answer(ask, "", ask.quote)
    return None


def _stands(name: str, text: str) -> bool:
    """A name that nobody told us of, word for word."""
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def joined(names: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    *before, last = list(dict.fromkeys(names)) or [""]
    return f"{', '.join(before)} and {last}" if before else last
