"""What to ask the person where a figure would say more: we never add one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext

from accounts.wording.facts import NUMBER_WORDS

MOST = 6
LONGEST = 90


class Question(NamedTuple):
    """``about`` are the words it is asked about; empty: about all of them."""

    about: str
    ask: str


def _N(text: str) -> str:  # noqa: N802 – marks a text for translation
    return text


# The first that fits is asked. Those with a mark only where no number stands.
_ASKED: tuple[tuple[str, bool, str], ...] = (
    (
        r"\b(?:helped|assisted|worked on|involved in|took part|"
        r"participated|contributed|part of|responsible for|in charge of|tasked with)\b",
        False,
        _N("What did you do yourself?"),
    ),
    (
        r"\b(?:managed|led|supervised|mentored|trained|coached|hired|recruited|headed|"
        r"onboarded|taught|managing|leading)\b",
        True,
        _N("How many people?"),
    ),
    (
        r"\b(?:improv|increas|reduc|grew|cut\b|boost|optimi[sz]|accelerat|saved|decreas|"
        r"raised|streamlin|shorten|sped up|lower|expand|enhanc)\w*",
        True,
        _N("By how much, from what to what?"),
    ),
    (
        r"\b(?:processed|handled|answered|served|organi[sz]ed|tested|reviewed|sold|"
        r"prepared|scheduled|maintained|monitored|reported|supported|resolved)\b",
        True,
        _N("How often, how many?"),
    ),
    (
        r"\b(?:built|developed|created|designed|launched|delivered|implemented|shipped|"
        r"wrote|migrated|deployed|introduced|set up|automated)\b",
        True,
        _N("How large is it, how many use it, what changed by it?"),
    ),
    (
        r"\b(?:team player|hard-?working|motivated|passionate|results?-driven|dynamic|"
        r"detail-oriented|go-getter|self-starter|excellent communication|think outside)\b",
        False,
        _N("What shows it? A thing you did says more than the word."),
    ),
)
_CUES = [(re.compile(cue, re.I), is_figure, ask) for cue, is_figure, ask in _ASKED]
_WORD = re.compile(r"\w+")


def questions_on(sentences: Iterable[str]) -> list[Question]:
    """At most one on a sentence, at most six."""
    found: list[Question] = []
    for sentence in sentences:
        if (ask := _ask(sentence)) and len(found) < MOST:
            found.append(Question(_short(sentence), gettext(ask)))
    return found


def _ask(sentence: str) -> str:
    has_figure = any(c.isdigit() for c in sentence) or not NUMBER_WORDS.isdisjoint(
        _WORD.findall(sentence.lower())
    )
    asked = (
        ask
        for cue, is_figure, ask in _CUES
        if cue.search(sentence) and not (is_figure and has_figure)
    )
    return next(asked, "")


def _short(sentence: str) -> str:
    if len(sentence) <= LONGEST:
        return sentence
    return sentence[:LONGEST].rsplit(" ", 1)[0] + " …"
