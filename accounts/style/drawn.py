"""Small drawings of a style: where each bar stands, as attributes of SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

COLUMN_HEIGHT = 56
ROW_HEIGHT = 26


@dataclass(frozen=True)
class Bar:
    name: str
    count: int


class Placed(NamedTuple):
    """A bar with its place: pixels, but ``x`` and ``width`` in percent, as text."""

    bar: Bar
    x: str
    y: int
    width: str
    height: int
    text_y: int
    middle: str = ""


@dataclass
class Drawing:
    """``label`` says in words what is drawn."""

    label: str
    height: int
    placed: list[Placed]
    is_columns: bool


def columns(bars: Sequence[Bar], label: str) -> Drawing:
    most = max([bar.count for bar in bars] + [1])
    step = 100 / len(bars)
    placed = []
    for number, bar in enumerate(bars):
        height = max(round(COLUMN_HEIGHT * bar.count / most), 2)
        top = COLUMN_HEIGHT - height
        width, x = f"{step * 0.7:.1f}%", f"{step * (number + 0.15):.1f}%"
        middle = f"{step * (number + 0.5):.1f}%"
        placed.append(Placed(bar, x, top, width, height, COLUMN_HEIGHT + 18, middle))
    return Drawing(label, COLUMN_HEIGHT + 24, placed, is_columns=True)


def rows(bars: Sequence[Bar], label: str) -> Drawing:
    most = max([bar.count for bar in bars] + [1])
    placed = [
        Placed(
            bar,
            "40%",
            number * ROW_HEIGHT + 4,
            f"{48 * bar.count / most:.1f}%",
            14,
            number * ROW_HEIGHT + 16,
        )
        for number, bar in enumerate(bars)
    ]
    return Drawing(label, ROW_HEIGHT * len(bars), placed, is_columns=False)
