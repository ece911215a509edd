"""From samples to a style."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from statistics import median, quantiles
from typing import Any, NamedTuple

from accounts.style import measures
from accounts.style.language import language_of
from accounts.style.own import MOST_READ, Own, greeting, manner, own_part
from accounts.style.phrases import recurring
from accounts.style.sentences import Units, units_of, words_in
from accounts.style.words import CLOSINGS, SALUTATIONS

# Written into ``WritingStyle.extraction_model``.
READER = "jobtracker"
# With fewer words there is too little to say.
TOO_FEW = 80
FEW_SENTENCES = 4
# Of so many words a third is missing to certainty.
USUAL_WORDS = 800
SUREST = 0.95
# Sentences of up to so many words, for the drawing; the last ones are longer.
STEPS = (5, 10, 15, 20, 25, 30)


class Sample(NamedTuple):
    """``type`` is a DocumentType: ``cover_letter`` or ``resume``."""

    type: str
    text: str

    @property
    def is_letter(self) -> bool:
        return self.type == "cover_letter"


class Reading(NamedTuple):
    style: dict[str, Any]
    confidence: float | None


@dataclass
class _Part:
    """One sample, taken apart."""

    sample: Sample
    own: Own
    units: Units
    words: list[str]
    language: str

    @property
    def is_english(self) -> bool:
        return self.language == "en"


def read(samples: Sequence[Sample]) -> Reading:
    """The style of the samples taken together, and how sure it is, from 0 to 1.

    ``style`` is plain data: always ``samples`` (type, words, characters, language,
    is_excerpt of each), ``left_out`` (lines, by why), ``words`` and ``is_enough``. With
    enough words also, in any language, ``sentences`` (count, median, low, high quartile,
    lengths by STEPS; None for few), ``points`` (count, median; None), ``paragraphs``
    (the same) and ``figures`` in 100 words. From the English samples, if there are any:
    ``formality`` 0–1, ``contractions`` in 100 words, ``first_person`` (i, we; in 100),
    ``action_verbs``, ``transitions``, ``beginnings``, ``phrases`` (each [[words, count]]),
    ``technical`` 0–1, and of a letter ``opening`` (salutation, sentence) and ``closing``.
    """
    parts = [_take_apart(sample) for sample in samples]
    count = sum(len(part.words) for part in parts)
    english = [part for part in parts if part.is_english]
    style: dict[str, Any] = {
        "samples": [_about(part) for part in parts],
        "left_out": _left_out(parts),
        "words": count,
        "is_enough": count >= TOO_FEW,
    }
    if style["is_enough"]:
        style |= _in_any_language(parts, count)
        if sum(len(part.words) for part in english) >= TOO_FEW:
            style |= _in_english(english)
    return Reading(style, _confidence(parts))


def _take_apart(sample: Sample) -> _Part:
    own = own_part(sample.text, is_letter=sample.is_letter)
    units = units_of(own.lines, is_letter=sample.is_letter)
    words = [word for unit in units.all() for word in words_in(unit)]
    return _Part(sample, own, units, words, language_of(words))


def _about(part: _Part) -> dict[str, Any]:
    text = part.sample.text
    return {
        "type": part.sample.type,
        "words": len(text.split()),
        "characters": len(text),
        "language": part.language,
        "is_excerpt": len(text) > MOST_READ,
    }


def _left_out(parts: list[_Part]) -> dict[str, int]:
    reasons = sorted({why for part in parts for why in part.own.left_out})
    return {
        why: sum(part.own.left_out.get(why, 0) for part in parts) for why in reasons
    }


def _confidence(parts: list[_Part]) -> float:
    """``1 − exp(−words/800)`` of what was read, 0 below 80 words, and 0.95 at most.

    Times 0.7 without a letter, for résumés are fragments; and times 0.5 where no sample
    is in English, for then most cannot be said.
    """
    count = sum(len(part.words) for part in parts)
    if count < TOO_FEW:
        return 0.0
    sure = 1 - math.exp(-count / USUAL_WORDS)
    has_letter = any(part.sample.is_letter for part in parts)
    has_english = any(part.is_english for part in parts)
    sure *= (1 if has_letter else 0.7) * (1 if has_english else 0.5)
    return round(min(sure, SUREST), 2)


def _in_any_language(parts: list[_Part], count: int) -> dict[str, Any]:
    sentences = list(chain.from_iterable(part.units.sentences for part in parts))
    points = list(chain.from_iterable(part.units.points for part in parts))
    paragraphs = [
        words
        for part in parts
        if part.sample.is_letter
        for words in part.units.paragraphs
    ]
    figures = sum(word[0].isdigit() for part in parts for word in part.words)
    return {
        "sentences": _lengths([len(words_in(sentence)) for sentence in sentences]),
        "points": _middle([len(words_in(point)) for point in points]),
        "paragraphs": _middle(paragraphs, least=1),
        "figures": measures.share(figures, count),
    }


def _lengths(lengths: list[int]) -> dict[str, Any] | None:
    if len(lengths) < FEW_SENTENCES:
        return None
    low, _, high = quantiles(lengths, n=4, method="inclusive")
    bounds = [0, *STEPS, math.inf]
    return {
        "count": len(lengths),
        "median": round(median(lengths)),
        "low": round(low),
        "high": round(high),
        "lengths": [
            sum(least < length <= most for length in lengths)
            for least, most in zip(bounds, bounds[1:], strict=False)
        ],
    }


def _middle(lengths: list[int], *, least: int = 3) -> dict[str, int] | None:
    if len(lengths) < least:
        return None
    return {"count": len(lengths), "median": round(median(lengths))}


def _in_english(parts: list[_Part]) -> dict[str, Any]:
    units = [unit for part in parts for unit in part.units.all()]
    said = [unit for part in parts for unit in part.units.said()]
    tokens = [[word.lower() for word in words_in(unit)] for unit in units]
    words = list(chain.from_iterable(tokens))
    sentences = [sentence for part in parts for sentence in part.units.sentences]
    return {
        "formality": _formality(parts, words, units),
        "contractions": measures.contractions(words),
        "first_person": measures.first_person(words),
        "action_verbs": measures.action_verbs(said),
        "transitions": measures.transitions(said),
        "beginnings": measures.beginnings(sentences),
        "phrases": recurring(said),
        "technical": measures.technical(
            [word for part in parts for word in part.words]
        ),
        **_frame(parts),
    }


def _formality(parts: list[_Part], words: list[str], units: list[str]) -> float:
    lines = [(part.own.salutation, part.own.closing) for part in parts]
    frames = [
        kind
        for salutation, closing in lines
        for kind in (manner(salutation, SALUTATIONS), manner(closing, CLOSINGS))
        if kind
    ]
    exclamations = sum(unit.count("!") for unit in units)
    return measures.formality(words, exclamations=exclamations, frames=frames)


def _frame(parts: list[_Part]) -> dict[str, Any]:
    """How the letter begins and ends; whom it greets is left out."""
    letters = [part for part in parts if part.sample.is_letter]
    if not letters:
        return {}
    own, sentences = letters[0].own, letters[0].units.sentences
    first = sentences[0] if sentences else ""
    return {
        "opening": {
            "salutation": greeting(own.salutation),
            "sentence": first if len(first) <= 300 else "",
        },
        "closing": own.closing,
    }
