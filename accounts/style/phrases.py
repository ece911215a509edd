"""Turns of phrase that come back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from accounts.style.sentences import words_in
from accounts.style.words import BOILERPLATE, ENGLISH

LENGTHS = (5, 4, 3)
MOST = 8
JOINING = frozenset(("and", "or", "but", "the", "a", "an", "that", "which", "of"))
_WORN = re.compile(r"\b(?:" + "|".join(map(re.escape, BOILERPLATE)) + r")\b")


def recurring(units: Iterable[str]) -> list[list]:
    """``[[words, count], …]``: runs of 3 to 5 words in two units or more, at most 8.

    A run has no name or figure in it and nothing that everybody says, has two words that
    say something or one of six letters, does not end in a stop word nor begin with one
    that only joins. Of runs inside a longer one the longer one stands.
    """
    units = list(units)
    names = _names(map(words_in, units))
    counts: Counter[tuple[str, ...]] = Counter()
    for unit in units:
        counts.update(_runs(unit))
    found = [
        (run, count)
        for run, count in counts.items()
        if count > 1 and _says_something(run, names)
    ]
    found.sort(key=lambda pair: (-len(pair[0]), -pair[1], pair[0]))
    return [list(pair) for pair in _chosen(found)]


def _runs(unit: str) -> set[tuple[str, ...]]:
    parts = [words_in(part) for part in _WORN.split(unit.lower())]
    return {
        tuple(words[at : at + size])
        for words in parts
        for size in LENGTHS
        for at in range(len(words) - size + 1)
    }


def _names(tokens: Iterable[list[str]]) -> set[str]:
    """Words that stand with a capital inside of a sentence, and never without."""
    capital: set[str] = set()
    small: set[str] = set()
    for words in tokens:
        for at, word in enumerate(words):
            if word.islower():
                small.add(word)
            elif at and word != "I" and not word.startswith("I'"):
                capital.add(word.lower())
    return capital - small


def _says_something(run: tuple[str, ...], names: set[str]) -> bool:
    telling = [word for word in run if word not in ENGLISH and word.isalpha()]
    if not telling or any(word in names or word[0].isdigit() for word in run):
        return False
    if run[0] in JOINING or run[-1] in ENGLISH:
        return False
    return len(telling) > 1 or len(telling[0]) >= 6


def _chosen(found: list[tuple[tuple[str, ...], int]]) -> list[tuple[str, int]]:
    kept: list[tuple[str, int]] = []
    for run, count in found:
        text = " ".join(run)
        if not any(f" {text} " in f" {longer} " for longer, _count in kept):
            kept.append((text, count))
        if len(kept) > 10 * MOST:
            break
    kept.sort(key=lambda pair: (-pair[1] * len(pair[0].split()), pair[0]))
    return kept[:MOST]
