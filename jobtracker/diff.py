"""What differs between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

# Less alike than this, they are two texts and not one that was changed.
LEAST_ALIKE = 0.35
# A word with the space before it: words that changed side by side are one change.
_TOKEN = re.compile(r"\s*(?:\w+|[^\w\s])|\s+")
# Of more than that many items the time grows with their cube.
MOST_ITEMS = 2_000

type Step = tuple[str, int, int, int, int]


class Piece(NamedTuple):
    """``kind`` is ``same``, ``gone`` or ``new``."""

    kind: str
    text: str


def pieces(before: str, after: str) -> list[Piece]:
    """Both texts in one: those that are not ``new`` give the first, not ``gone`` the other."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    steps = list(steps_between(old, new))
    if _ratio(steps, old, new) < LEAST_ALIKE:
        whole = (Piece("gone", before), Piece("new", after))
        return [piece for piece in whole if piece.text]
    found = []
    for tag, a, b, c, d in steps:
        if tag == "equal":
            found.append(Piece("same", "".join(old[a:b])))
            continue
        changed = (Piece("gone", "".join(old[a:b])), Piece("new", "".join(new[c:d])))
        found += [piece for piece in changed if piece.text]
    return found


def steps_between(old: list[str], new: list[str]) -> Iterator[Step]:
    """From one list to the other, as ``SequenceMatcher.get_opcodes`` tells it.

    What lies between the beginning and the end that both have is one step where it is too
    much to be looked into.
    """
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    a, b, c, d = head, len(old) - tail, head, len(new) - tail
    if head:
        yield "equal", 0, head, 0, head
    if max(b - a, d - c) > MOST_ITEMS:
        yield "replace", a, b, c, d
    else:
        matcher = SequenceMatcher(None, old[a:b], new[c:d])
        for tag, *ends in matcher.get_opcodes():
            i, j, k, m = (end + head for end in ends)
            yield tag, i, j, k, m
    if tail:
        yield "equal", b, len(old), d, len(new)


def _alike(old: list[str], new: list[str]) -> int:
    """How many items both begin with."""
    pairs = enumerate(zip(old, new, strict=False))
    ends = (n for n, (one, other) in pairs if one != other)
    return next(ends, min(len(old), len(new)))


def _ratio(steps: list[Step], old: list[str], new: list[str]) -> float:
    """How much of both is the same, 0 to 1."""
    same = sum(b - a for tag, a, b, _c, _d in steps if tag == "equal")
    return 2 * same / (len(old) + len(new)) if old or new else 1.0
