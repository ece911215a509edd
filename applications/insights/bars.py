"""Bars that lie, bars that stand, and a field of days: places in per cent of the width."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from applications.insights.drawing import Drawing, Shape, percent

ROW, THICK = 44, 10
LONGEST = 24  # letters of a name that fit beside the figures on a phone
TALL = 120
# Figures of three digits beside each other do not fit on a phone: the tallest tells.
BUSY = 100
CELL = 18


class Bar(NamedTuple):
    """``share`` from 0 to 1 of the whole width, from ``start``; None draws no bar.

    ``mark`` is a place that stands out in it.
    """

    name: str
    share: float | None
    strong: str
    soft: str = ""
    stage: str = ""
    start: float = 0.0
    mark: float | None = None


def lying(bars: Sequence[Bar]) -> Drawing:
    """One below the other, each under its name and figures."""
    shapes = [shape for place, bar in enumerate(bars) for shape in _lying(place, bar)]
    return Drawing(max(len(bars) * ROW - 12, 0), shapes)


def _lying(place: int, bar: Bar) -> list[Shape]:
    top = place * ROW
    track = Shape("rect", "track", y=top + 20, width="100%", height=THICK, radius=4)
    found = [
        Shape("text", x=0, y=top + 13, text=_short(bar.name), title=bar.name),
        Shape("text", "is-end", x="100%", y=top + 13, strong=bar.strong, text=bar.soft),
        track,
    ]
    if bar.share:
        # A bar that is there is seen.
        wide = percent(max(100 * bar.share, 0.5))
        shape = track._replace(css="bar", stage=bar.stage, width=wide)
        found.append(shape._replace(x=percent(100 * bar.start)))
    if bar.mark is not None:
        x = percent(min(100 * bar.mark, 99.2))
        found.append(
            Shape("rect", "mark", x=x, y=top + 17, width=3, height=16, radius=1)
        )
    return found


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


class Column(NamedTuple):
    n: int
    title: str
    is_soft: bool = False


def standing(
    columns: Sequence[Column], ends: tuple[str, str], *, goal: int | None, said: str
) -> Drawing:
    """One beside the other, the first and the last named below; a line at the goal."""
    most = max([1, goal or 0, *(column.n for column in columns)])
    step, base = 100 / max(len(columns), 1), TALL + 18
    rects, told = [], []
    for place, column in enumerate(columns):
        tall = max(TALL * column.n / most, 2)
        x, wide = place * step + step * 0.12, step * 0.76
        css = "bar is-soft" if column.is_soft else "bar"
        rect = Shape("rect", css, "applied", radius=3, title=column.title)
        rects.append(
            rect._replace(x=percent(x), y=base - tall, width=percent(wide), height=tall)
        )
        if column.n and (most < BUSY or column.n == most):
            middle, text = percent(x + wide / 2), f"{column.n:,}"
            css = "strong is-middle"
            told.append(Shape("text", css, x=middle, y=base - tall - 6, text=text))
    shapes = [*rects, Shape("rect", "track", y=base + 1, width="100%", height=1)]
    if goal:
        y = base - TALL * goal / most
        shapes.append(Shape("rect", "goal", y=y, width="100%", height=1.5, title=said))
    shapes += [*told, Shape("text", "soft", y=base + 20, text=ends[0])]
    shapes.append(Shape("text", "soft is-end", x="100%", y=base + 20, text=ends[1]))
    return Drawing(base + 26, shapes)


class Cell(NamedTuple):
    """``level`` from 0, nothing, to 4, the most."""

    level: int
    title: str


def field(
    columns: Sequence[Sequence[Cell | None]],
    names: Sequence[str],
    ends: tuple[str, str],
) -> Drawing:
    """A column a week, a row a weekday; ``names`` are empty where none is written.

    Days that are still to come have no cell.
    """
    left = 10.0
    step = (100 - left) / max(len(columns), 1)
    shapes = [
        Shape("text", "soft", y=row * CELL + 13, text=name)
        for row, name in enumerate(names)
        if name
    ]
    shapes += [
        Shape(
            "rect",
            f"cell level-{cell.level}",
            "interview",
            x=percent(left + place * step),
            y=row * CELL,
            width=percent(step * 0.86),
            height=CELL - 3,
            radius=3,
            title=cell.title,
        )  # fmt: skip
        for place, column in enumerate(columns)
        for row, cell in enumerate(column)
        if cell
    ]
    y = len(names) * CELL + 16
    shapes.append(Shape("text", "soft", x=percent(left), y=y, text=ends[0]))
    shapes.append(Shape("text", "soft is-end", x="100%", y=y, text=ends[1]))
    return Drawing(y + 6, shapes)
