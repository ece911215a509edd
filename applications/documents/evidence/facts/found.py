"""A fact that was found in a text."""

from __future__ import annotations

from typing import NamedTuple


class Found(NamedTuple):
    """By its place in the text; ``lines`` (number of a source, its words) say so."""

    kind: str
    start: int
    end: int
    is_found: bool
    lines: tuple[tuple[int, str], ...] = ()

    def moved(self, by: int) -> Found:
        return self._replace(start=self.start + by, end=self.end + by)
