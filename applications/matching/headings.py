"""The parts of a posting, by their headings, and its clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple


class Part(StrEnum):
    """What is said there: must be had, nice to have, to be done, or beside the point."""

    MUST = "must"
    NICE = "nice"
    DUTY = "duty"
    OFFER = "offer"
    ABOUT = "about"


class Clause(NamedTuple):
    """A piece of a posting that asks for one thing, or for few. ``part`` may be unknown;
    ``is_point``: it is one of a list, or says that it asks."""

    text: str
    part: Part | None
    is_point: bool = False


# Looked for in this order: “Preferred qualifications” are no must.
_HEADINGS: Final = {
    Part.NICE: (
        r"nice[- ]to[- ]ha\w+|prefer\w*|bonus( points)?|desirable|desired|ideally"
        r"|good to have|(it )?would be (great|nice)|(a )?plus(es)?|extra credit"
        r"|von vorteil|wünschenswert|pluspunkte|idealerweise|atouts?|serait un plus"
        r"|souhaité\w*|deseable\w*|valorable\w*|se valora\w*"
    ),
    Part.OFFER: (
        r"benefits?|perks|what(’|')?s in it for you|(what )?we offer|why (join|us|work)"
        r"|compensation|salary|pay range|our package|wir bieten|(das|was) bieten wir"
        r"|deine vorteile|avantages|nous offrons|ofrecemos|beneficios|what you(’|')ll get"
    ),
    Part.ABOUT: (
        r"about (us|the (company|team))|who we are|our (mission|story|company|values"
        r"|culture|team)|company (overview|description)|equal (opportunity|employment)"
        r"|diversity|eeo|how to apply|application process|next steps|privacy"
        r"|interview process|über uns|wer wir sind|à propos|qui sommes[- ]nous"
        r"|sobre nosotros|quiénes somos|disclaimer"
    ),
    Part.MUST: (
        r"requirements?|required|qualifications?|must[- ]haves?|minimum|essential"
        r"|what you(’|')?(ll)? (bring|need|have)|what (we|you)(’|')?(re)? (are )?look"
        r"|what we (ask|need|expect|want)( for| of you| from you)?"
        r"|(what )?we(’|')?(re)? (are )?looking for|you (have|bring|are)|your (profile"
        r"|skills|experience|background)|about you|who you are|skills|experience"
        r"|ideal candidate|person specification|key competencies|education"
        r"|anforderungen|(dein|ihr|das) profil|(das|was) (bringst|du mitbringst)|bringst"
        r"|voraussetzungen|qualifikation\w*|profil recherché|votre profil|compétences"
        r"|prérequis|requisitos|(tu )?perfil"
    ),
    Part.DUTY: (
        r"responsibilit\w+|what you(’|')?(ll| will)? (do|be doing|work)|you will"
        r"|(the|your|this) role|about the (role|job|position)|duties|tasks"
        r"|day[- ]to[- ]day|job (description|summary)|overview|(your )?impact"
        r"|the opportunity|position summary|(deine |ihre )?aufgaben|missions?"
        r"|responsabilidades|funciones|how you(’|')ll contribute"
    ),
}
_KNOWN: Final = {
    part: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for part, words in _HEADINGS.items()
}
_FILLERS: Final = re.compile(
    r"\b(?:and|or|the|your|our|for|this|of|to|with|in|job|role|position|professional"
    r"|technical|soft|hard|personal|additional|other|what|we|you|are|is|have|must|und"
    r"|et|y|a|an|it|do|will|candidate|who|core|key|main|primary|basic|s|us|at|how)\b",
    re.IGNORECASE,
)
LONGEST_HEADING: Final = 80
# A line of so few words is a point of a list, with a bullet or without.
SHORT: Final = 8
_BULLET: Final = re.compile(r"\s*(?:[-*•·▪◦‣–—>✓✔]|\d{1,2}[.)])\s+")
_INLINE: Final = re.compile(r"([A-Z][\w ’'/&-]{2,40}):\s+(?=\S)")
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜÉ“\"(])|;\s+")
_NICE: Final = re.compile(
    r"\bprefer(red|ably)\b|\b(is|are|as|considered) an? (big |huge |strong |definite )?plus\b"
    r"|\ba plus\b|nice[- ]to[- ]have|\bbonus\b|\bideally\b|\bdesirable\b|\badvantage\w*\b"
    r"|would be (great|nice|helpful)|\bnot required\b|von vorteil|wünschenswert"
    r"|serait un plus|un atout|se valora",
    re.IGNORECASE,
)
_OFFERED: Final = re.compile(
    r"^(?:we|our client|the company) (?:also )?(?:offers?|provides?)\b|^join (?:us|our)\b"
    r"|competitive (?:salary|compensation|pay)|equal opportunity|^wir bieten|^nous offrons"
    r"|all qualified applicants",
    re.IGNORECASE,
)
# “(PostgreSQL preferred)” says nothing of what stands before it.
_ASIDE: Final = re.compile(r"\s*\(([^()]{3,120})\)")
_OR_MORE: Final = re.compile(r",?\s+(?:or|oder|ou)\s", re.IGNORECASE)
_MUST: Final = re.compile(
    r"\brequired\b|\bmust\b|\bessential\b|\bmandatory\b|\bminimum\b|\bneed to have\b"
    r"|zwingend|vorausgesetzt|erforderlich|exigé|indispensable|imprescindible",
    re.IGNORECASE,
)
# Where no heading tells, a sentence with such a word says what one should have.
_ASKS: Final = re.compile(
    r"\bexperienced?\b|\bknowledge\b|\bproficien\w+|\bfamiliar\w*|\bstrong\b|\bdegree\b"
    r"|\byears?\b|\bskills?\b|\bexpertise\b|\bfluent\b|\bability to\b|\bcomfort\w*"
    r"|\bbackground in\b|\btrack record\b|\bunderstanding of\b|\bqualified\b"
    r"|\berfahrung\b|\bkenntnisse\b|\bexpérience\b|\bexperiencia\b",
    re.IGNORECASE,
)


def clauses_of(text: str) -> Iterator[Clause]:
    """The clauses of a text in plain lines, each with the part it stands in."""
    part: Part | None = None
    for line in _joined(text):
        if (heading := heading_of(line)) is not None:
            part = heading
            continue
        is_point = bool(_BULLET.match(line)) or len(line.split()) <= SHORT
        line = _BULLET.sub("", line, count=1).strip()
        here = part
        inline = _INLINE.match(line)
        if inline and (told := _part_of(inline[1], is_marked=False)):
            # “Requirements: …” in running text holds to the end of its paragraph.
            here, line = told, line[inline.end() :]
        for sentence in _SENTENCE.split(line):
            yield from _with_asides(sentence.strip(), here, is_point=is_point)


def _with_asides(
    sentence: str, part: Part | None, *, is_point: bool
) -> Iterator[Clause]:
    asides = [m for m in _ASIDE.finditer(sentence) if _is_apart(m)]
    for match in reversed(asides):
        sentence = sentence[: match.start()] + sentence[match.end() :]
    for text in (sentence, *(match[1] for match in asides)):
        if text:
            asks = is_point or bool(_ASKS.search(text))
            yield Clause(text, _weighed(text, part), asks)


def _is_apart(aside: re.Match[str]) -> bool:
    """“Python (pandas) or R”: what is in brackets stands between two that are one list."""
    return bool(_NICE.search(aside[1]) or _OR_MORE.match(aside.string, aside.end()))


def heading_of(line: str) -> Part | None:
    """The part that a line opens, where it is its heading."""
    words = _BULLET.sub("", line).strip(" #*_:–-\t")
    if not words or len(words) > LONGEST_HEADING or words[-1] in ".;,!":
        return None
    is_marked = line.rstrip(" *_").endswith((":", "?")) or line.lstrip().startswith("#")
    if not is_marked and (len(words.split()) > 6 or _BULLET.match(line)):
        return None
    return _part_of(words, is_marked=is_marked)


def _part_of(words: str, *, is_marked: bool) -> Part | None:
    """Without a colon, a heading has no words but those that headings have."""
    for part, known in _KNOWN.items():
        if known.search(words) and (is_marked or not _rest(words)):
            return part
    return None


def _rest(words: str) -> str:
    for known in _KNOWN.values():
        words = known.sub("", words)
    return _FILLERS.sub("", words).strip(" &/,()-–—’'")


def _weighed(sentence: str, part: Part | None) -> Part | None:
    """A word in the sentence itself goes before the heading it stands under."""
    if part in (Part.OFFER, Part.ABOUT):
        return part
    if _OFFERED.search(sentence):
        return Part.OFFER
    if _NICE.search(sentence):
        return Part.NICE
    if _MUST.search(sentence):
        return Part.MUST
    if part is None:
        return Part.MUST if _ASKS.search(sentence) else None
    return part


def _joined(text: str) -> Iterator[str]:
    """Lines, with those that were merely wrapped put together again."""
    held = ""
    for line in text.splitlines():
        is_more = len(held) >= 60 and held[-1] not in ".:;!?" and line.strip()
        if is_more and not _BULLET.match(line) and heading_of(line) is None:
            held = f"{held} {line.strip()}"
            continue
        if held:
            yield held
        held = line.strip()
    if held:
        yield held
