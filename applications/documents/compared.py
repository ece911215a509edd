"""Two versions of a document, line by line, and within a line word by word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from jobtracker.diff import Piece, pieces, steps_between

# Longer lines are not looked into: the time grows with the square of their words.
_LONGEST: Final = 2_000
# Of lines that both have, how many are shown around a change.
_AROUND: Final = 2


class Line(NamedTuple):
    """``kind`` is ``same``, ``gone``, ``new``, ``changed``, or ``left-out`` for
    ``number`` lines that both have and that are not shown; these have no pieces."""

    kind: str
    pieces: list[Piece]
    number: int = 1


def compared(before: str, after: str) -> list[Line]:
    """From one to the other; empty where they are the same."""
    old, new = before.splitlines(), after.splitlines()
    if old == new:
        return []
    found: list[Line] = []
    steps = list(steps_between(old, new))
    for number, (tag, a, b, c, d) in enumerate(steps):
        if tag == "equal":
            is_last = number == len(steps) - 1
            found += _kept(old[a:b], is_first=not number, is_last=is_last)
        else:
            found += _changed(old[a:b], new[c:d])
    return found


def _kept(lines: list[str], *, is_first: bool, is_last: bool) -> Iterator[Line]:
    head, tail = 0 if is_first else _AROUND, 0 if is_last else _AROUND
    hidden = len(lines) - head - tail
    shown = [Line("same", [Piece("same", line)]) for line in lines]
    if hidden < 2:
        yield from shown
        return
    yield from shown[:head]
    yield Line("left-out", [], hidden)
    yield from shown[len(lines) - tail :]


def _changed(old: list[str], new: list[str]) -> Iterator[Line]:
    pairs = min(len(old), len(new))
    for before, after in zip(old[:pairs], new[:pairs], strict=True):
        yield from _pair(before, after)
    yield from (_whole("gone", line) for line in old[pairs:])
    yield from (_whole("new", line) for line in new[pairs:])


def _pair(before: str, after: str) -> Iterator[Line]:
    if max(len(before), len(after)) <= _LONGEST:
        found = pieces(before, after)
        if any(piece.kind == "same" for piece in found):
            yield Line("changed", found)
            return
    yield _whole("gone", before)
    yield _whole("new", after)


def _whole(kind: str, line: str) -> Line:
    return Line(kind, [Piece(kind, line)])
