"""What single words lean to, counted in mails whose kind is known.

A second opinion beside the phrases, which know far fewer wordings: it settles what
they leave open, and is too weak to propose a move by itself. ``words.csv`` holds how many
mails of each kind have a word; its first row, without a word, how many there are.
"""

from __future__ import annotations

import csv
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("words.csv")
KINDS = (
    "acknowledgement",
    "assessment",
    "interview",
    "offer",
    "other",
    "outreach",
    "rejection",
)
BEGINNING = 1_600
"""So much of a mail's text is read: its news stands at the top."""
STEM = 6
"""Longer words count as the same if they begin alike."""
RARE = 2
"""A word in fewer mails than this says nothing."""
SMOOTHING = 0.3
CAUTION = 5
"""Words of a mail belong together: they weigh as if there were so many times fewer."""

Table = dict[str, tuple[int, ...]]


def words(text: str) -> set[str]:
    """The beginnings of the words in a spelled text (``sentences.py``)."""
    return {word[:STEM] for word in re.findall(r"[\w']+", text[:BEGINNING])}


def counted(mails: Iterable[tuple[str, str]]) -> Table:
    """The table of these mails, each its kind and its spelled text."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, text in mails:
        for word in {"", *words(text)}:
            sums[word][kind] += 1
    return {
        word: tuple(sums[word][kind] for kind in KINDS)
        for word in sorted(sums)
        if sums[word].total() >= RARE
    }


def write(table: Table, path: Path = TABLE) -> None:
    with path.open("w", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(["word", *KINDS])
        lines.writerows([word, *numbers] for word, numbers in table.items())


def leanings(text: str) -> dict[str, float]:
    """Each kind's share of the words' opinion; none if no word is known."""
    weights, known = _weights(), words(text)
    found = [weights[word] for word in known if word in weights]
    if not found:
        return {}
    prior = weights[""]
    sums = [sum(column) for column in zip(prior, *found, strict=True)]
    most = max(sums)
    shares = [math.exp((value - most) / CAUTION) for value in sums]
    return {
        kind: share / sum(shares) for kind, share in zip(KINDS, shares, strict=True)
    }


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    """By word, how much likelier than usual it is in a kind; by "" the kinds."""
    with TABLE.open(newline="") as file:
        _header, *lines = csv.reader(file)
    table = {line[0]: tuple(map(int, line[1:])) for line in lines}
    mails = table.pop("")
    result = {
        word: tuple(
            math.log((n + SMOOTHING) / (of + 2 * SMOOTHING))
            - math.log(
                (sum(numbers) + SMOOTHING * len(KINDS))
                / (sum(mails) + 2 * SMOOTHING * len(KINDS))
            )
            for n, of in zip(numbers, mails, strict=True)
        )
        for word, numbers in table.items()
    }
    return {"": tuple(math.log(n / sum(mails)) for n in mails)} | result
