"""What is counted in English text, each figure with its formula."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from accounts.style.sentences import words_in
from accounts.style.words import (
    COLLOQUIAL,
    CONTRACTED_ENDS,
    CONTRACTED_IS,
    ENGLISH,
    FIRST_PERSON,
    LATINATE,
    NOT_TECHNICAL,
    PAST,
    PERSONAL,
    TECHNICAL,
    TRANSITIONS,
    VERBS,
    WE,
)

MOST_VERBS = 12
MOST_TRANSITIONS = 6
MOST_BEGINNINGS = 3

# What each part of formality weighs.
WEIGHTS = {
    "contractions": 0.30,
    "long_words": 0.25,
    "colloquial": 0.20,
    "personal": 0.15,
    "frame": 0.10,
}
FRAMES = {"formal": 1.0, "plain": 0.6, "casual": 0.0, "": 0.5}

_TRANSITION = re.compile(
    r"\b(?:"
    + "|".join(map(re.escape, sorted(TRANSITIONS, key=len, reverse=True)))
    + r")\b"
)
_MIXED = re.compile(r"(?=.*[^\W\d_])(?=.*\d)|.*[a-z][A-Z]|[A-Z]{2,6}s?$|.*[a-z][+#]+$")


def share(count: int, words: int) -> float:
    """How many in 100 words, to a tenth."""
    return round(100 * count / words, 1) if words else 0.0


def is_contraction(word: str) -> bool:
    return word in CONTRACTED_IS or word.endswith(CONTRACTED_ENDS)


def formality(
    words: Sequence[str], *, exclamations: int, frames: Sequence[str]
) -> float:
    """From 0, as one talks to friends, to 1, as one writes to an authority.

    The sum of five parts, each from 0 to 1, times its weight:

    - contractions (0.30): ``1 − c/3``, c of 100 words are contracted;
    - long words (0.25): ``(l − 10)/20``, l of 100 words have ten letters or a Latin end;
    - colloquial (0.20): ``1 − k``, k of 100 words are colloquial or end in “!”;
    - personal (0.15): ``1 − (p − 3)/9``, p of 100 words are I, we, you and the like;
    - frame (0.10): salutations and closings: formal 1, plain 0.6, casual 0, none 0.5.
    """
    count = len(words)
    part = {
        "contractions": 1 - share(sum(map(is_contraction, words)), count) / 3,
        "long_words": (share(sum(map(_is_long, words)), count) - 10) / 20,
        "colloquial": 1 - share(_colloquial(words) + exclamations, count),
        "personal": 1 - (share(_among(words, PERSONAL), count) - 3) / 9,
        "frame": sum(map(FRAMES.__getitem__, frames)) / len(frames) if frames else 0.5,
    }
    total = sum(WEIGHTS[name] * min(max(part[name], 0), 1) for name in WEIGHTS)
    return round(total, 2)


def _is_long(word: str) -> bool:
    return len(word) >= 10 or (len(word) >= 7 and word.endswith(LATINATE))


def _colloquial(words: Sequence[str]) -> int:
    return _among(words, COLLOQUIAL)


def _among(words: Iterable[str], some: frozenset[str]) -> int:
    return sum(word in some for word in words)


def contractions(words: Sequence[str]) -> float:
    """In 100 words."""
    return share(sum(map(is_contraction, words)), len(words))


def first_person(words: Sequence[str]) -> dict[str, float]:
    """``i``: I, me, my; ``we``: we, us, our; each in 100 words."""
    count = len(words)
    return {
        "i": share(_among(words, FIRST_PERSON), count),
        "we": share(_among(words, WE), count),
    }


def action_verbs(units: Iterable[str]) -> list[list]:
    """The most frequent verbs of doing, ``[[base, count], …]``.

    Past forms count anywhere; the base itself where it begins a unit or follows “I”, for
    “plan”, “lead” and “test” are nouns elsewhere.
    """
    found: Counter[str] = Counter()
    for unit in units:
        before = "i"
        for word in words_in(unit.lower()):
            if word in PAST:
                found[PAST[word]] += 1
            elif word in VERBS and before == "i":
                found[word] += 1
            before = word
    return _most(found, MOST_VERBS)


def transitions(units: Iterable[str]) -> list[list]:
    found = (word for unit in units for word in _TRANSITION.findall(unit.lower()))
    return _most(Counter(found), MOST_TRANSITIONS)


def beginnings(sentences: Iterable[str]) -> list[list]:
    """With which words sentences begin at least twice; names are there by chance."""
    firsts = (words_in(sentence[:60])[:1] for sentence in sentences)
    counts = Counter(
        first[0].capitalize()
        for first in firsts
        if first and first[0].lower() in ENGLISH
    )
    often = Counter({word: count for word, count in counts.items() if count > 1})
    return _most(often, MOST_BEGINNINGS)


def technical(words: Sequence[str]) -> float:
    """The share of words of a trade, from 0 to 1: known ones, and those with a digit and
    a letter (S3), a capital inside (JavaScript), or of capitals alone (SQL)."""
    if not words:
        return 0.0
    return round(sum(map(_is_technical, words)) / len(words), 3)


def _is_technical(word: str) -> bool:
    lowered = word.lower()
    if lowered in TECHNICAL:
        return True
    return lowered not in NOT_TECHNICAL and len(word) < 40 and bool(_MIXED.match(word))


def _most(counts: Counter[str], limit: int) -> list[list]:
    """``[[word, count], …]``, the most frequent first, alike ones by the alphabet."""
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [list(pair) for pair in ranked[:limit]]
