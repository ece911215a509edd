"""What employers write, as data: the rules over it are in ``classify.py``.

A line is a weight and a pattern over text in lower case without accents, with
contractions written out. ``…`` is any words of the same sentence, ``*`` the rest of a
word, ``(a|b)`` a choice, ``{name}`` a set of words from ``WORDS``. A pattern that holds
``{not}`` says the negation itself; any other loses when it stands in a negated phrase.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from applications.mail.phrases import (
    acknowledgement,
    assessment,
    information_request,
    interview,
    offer,
    other,
    outreach,
    rejection,
)
from applications.mail.phrases.context import NEGATION

_ROLE = (
    "(positions?|roles?|jobs?|vacanc(y|ies)|openings?|posts?|requisitions?"
    "|opportunit(y|ies)|postings?|searche?s?)"
)
WORDS = {
    "not": "(not|unable|cannot|never|no longer|neither|nor|will no|without|nothing|no one"
    "|nobody)",
    "role": _ROLE,
    "cand": "(candidates?|applicants?|applications?|individuals?|profiles?|finalists?"
    "|people|persons?|someone)",
    "other": "(other|another|others|different|alternative|stronger|internal"
    "|more (qualified|experienced|suitable|senior)|better (suited|qualified|matched))",
    "day": "(monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today"
    "|mon|tue|wed|thu|fri|noon|midday|the \\d{1,2}(st|nd|rd|th)|next week|this week"
    "|\\d{1,2}[:.]\\d\\d|\\d{1,2} ?[ap]\\.?m"
    "|\\d{1,2}(st|nd|rd|th)?( of)? (january|february|march|april|may|june|july|august"
    "|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)"
    "|(january|february|march|april|may|june|july|august|september|october|november"
    "|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec) \\d{1,2})",
    "meet": "(interviews?|calls?|chats?|conversations?|meetings?|meet|talk|speak"
    "|discussions?|phone screen|screening|video ?call|zoom|coffee|visit|on-?site)",
    "glad": "(pleased|delighted|happy|excited|thrilled|glad|like|love|want|proud|pleasure"
    "|honou?red|keen|wish)",
}

PHRASES: dict[str, dict[str, str]] = {
    "rejection": rejection.PHRASES,
    "interview": interview.PHRASES,
    "assessment": assessment.PHRASES,
    "offer": offer.PHRASES,
    "information_request": information_request.PHRASES,
    "acknowledgement": acknowledgement.PHRASES,
    "outreach": outreach.PHRASES,
    "other": other.PHRASES,
}


class Phrase(NamedTuple):
    weight: float
    pattern: re.Pattern[str]
    is_negative: bool
    """Whether it holds its own negation."""


@cache
def phrases(kind: str, language: str) -> tuple[Phrase, ...]:
    """The patterns of a kind of mail in a language, ready to be searched for."""
    lines = PHRASES[kind].get(language, "").strip().splitlines()
    return tuple(_phrase(line) for line in lines)


def _phrase(line: str) -> Phrase:
    weight, _space, source = line.strip().partition(" ")
    negative = bool(re.search(rf"\{{not\}}|\b{NEGATION}\b|\bno\b", source))
    return Phrase(float(weight), compiled(source), negative)


def compiled(source: str) -> re.Pattern[str]:
    """The regular expression of a line; every gap in it is short, so it is linear."""
    for name, words in WORDS.items():
        source = source.replace(f"{{{name}}}", words)
    source = re.sub(r"\((?!\?)", "(?:", source)
    source = source.replace(r"\w+ )", r"[\w'-]+,? )").replace("*", r"\w*")
    source = source.replace(" \u2026 ", r"\W(?:[^\n]{0,70}?\W)?")
    return re.compile(rf"(?:(?<!\w)(?:{source})(?!\w))", re.M)
