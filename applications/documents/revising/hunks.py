"""Where two texts differ, in pieces that are taken or refused each by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from jobtracker import diff

MOST_HUNKS = 100
# Compared with each other at most; a run of more lines is one hunk.
MOST_PAIRS = 40_000


class Hunk(NamedTuple):
    """Lines of both texts; ``start`` is the place of the first among those of the second."""

    number: int
    before: list[str]
    after: list[str]
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.after)

    @property
    def pieces(self) -> list[diff.Piece]:
        return diff.pieces("\n".join(self.before), "\n".join(self.after))


def hunks_of(before: str, after: str) -> list[Hunk]:
    """All of them, in their order."""
    found: list[Hunk] = []
    for is_same, old, new, start in _parts(before, after):
        if not is_same:
            found.append(Hunk(len(found), old, new, start))
    return found


def merged(before: str, after: str, taken: Collection[int]) -> str:
    """``before`` with those hunks of ``after`` whose numbers are ``taken``."""
    lines: list[str] = []
    number = 0
    for is_same, old, new, _start in _parts(before, after):
        lines += new if not is_same and number in taken else old
        number += not is_same
    return "\n".join(lines)


def _parts(before: str, after: str) -> Iterator[tuple[bool, list[str], list[str], int]]:
    """Runs of lines that are the same, and single lines that changed, went or came."""
    old, new = before.splitlines(), after.splitlines()
    for tag, a, b, c, d in diff.steps_between(old, new):
        if tag == "equal":
            yield True, old[a:b], new[c:d], c
            continue
        for gone, come, place in _pairs(old[a:b], new[c:d]):
            yield False, gone, come, c + place


def _pairs(
    old: list[str], new: list[str]
) -> Iterator[tuple[list[str], list[str], int]]:
    """Each line with what became of it, and where that stands."""
    if len(old) * len(new) > MOST_PAIRS:
        yield old, new, 0
        return
    place = 0
    for line in old:
        is_even = len(old) == len(new)
        at = place if is_even else _heir(line, new, place)
        if at is None:
            yield [line], [], place
            continue
        for n in range(place, at):
            yield [], [new[n]], n
        yield [line], [new[at]], at
        place = at + 1
    for n in range(place, len(new)):
        yield [], [new[n]], n


def _heir(line: str, new: list[str], start: int) -> int | None:
    """The first line from ``start`` on that has half of its words, or the other way round."""
    words = set(line.split())
    for place in range(start, len(new)):
        others = set(new[place].split())
        if 2 * len(words & others) > min(len(words), len(others)):
            return place
    return None
