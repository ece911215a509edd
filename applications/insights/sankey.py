"""Lays out where a search went: stages from left to right, and where each way ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from applications.insights.drawing import number

Link = tuple[str, str, int]

WIDTH = 880.0
BAR = 12.0
# Of the last column the words stand right of it.
MARGIN = 150.0
LEAST_HEIGHT, MOST_HEIGHT = 260.0, 420.0
LABEL = 22.0  # what the words beside a bar need
GAP = 6.0
THINNEST = 1.5


@dataclass
class Node:
    """A bar: a stage, an end (``end`` is not empty), or a place that a ribbon passes.

    ``y`` is the top of the bar of height ``h``, in a slot that holds its words.
    """

    stage: str
    layer: int
    end: str = ""
    passes: bool = False
    into: int = 0
    out: int = 0
    y: float = 0.0
    h: float = 0.0
    given: float = field(default=0.0, repr=False)
    taken: float = field(default=0.0, repr=False)

    @property
    def value(self) -> int:
        return max(self.into, self.out)

    @property
    def least(self) -> float:
        return THINNEST if self.passes else LABEL

    @property
    def middle(self) -> float:
        return self.y + self.h / 2


@dataclass
class Ribbon:
    """``count`` went from the first of ``nodes`` to the last, past those between."""

    nodes: list[Node]
    count: int
    path: str = ""


@dataclass
class Sankey:
    nodes: list[Node]
    ribbons: list[Ribbon]
    height: float
    step: float

    def x(self, node: Node) -> float:
        return node.layer * self.step


def lay_out(
    links: Iterable[Link], stages: Sequence[str], ends: Sequence[str]
) -> Sankey:
    """``links`` go from a stage to a later one of ``stages``, or to one of ``ends``."""
    links = [link for link in links if link[2] > 0]
    named = {name for source, target, _n in links for name in (source, target)}
    present = [stage for stage in stages if stage in named]
    layers = {stage: layer for layer, stage in enumerate(present)}
    nodes = {stage: Node(stage, layer) for stage, layer in layers.items()}
    order = [*stages, *ends]
    links.sort(key=lambda link: (layers[link[0]], order.index(link[1])))
    ribbons = [_ribbon(link, nodes) for link in links]
    columns = _columns(nodes, ribbons, ends)
    height = _place(columns)
    last = max(len(columns) - 1, 1)
    found = [node for column in columns for node in column]
    sankey = Sankey(found, ribbons, height, (WIDTH - MARGIN - BAR) / last)
    _draw(sankey)
    return sankey


def _ribbon(link: Link, nodes: dict[str, Node]) -> Ribbon:
    source, target, count = link
    first = nodes[source]
    last = nodes.get(target) or Node(source, first.layer + 1, end=target)
    passed = [
        Node(source, layer, passes=True, into=count, out=count)
        for layer in range(first.layer + 1, last.layer)
    ]
    first.out += count
    last.into += count
    return Ribbon([first, *passed, last], count)


def _columns(
    nodes: dict[str, Node], ribbons: list[Ribbon], ends: Sequence[str]
) -> list[list[Node]]:
    """From top to bottom: the stage, what passes by, and the ends of the stage before."""
    count = 1 + max((r.nodes[-1].layer for r in ribbons), default=0)
    columns: list[list[Node]] = [[] for _ in range(count)]
    for node in nodes.values():
        columns[node.layer].append(node)
    for ribbon in reversed(ribbons):
        for node in ribbon.nodes[1:-1]:
            columns[node.layer].append(node)
    last = [ribbon.nodes[-1] for ribbon in ribbons if ribbon.nodes[-1].end]
    for node in sorted(last, key=lambda node: ends.index(node.end)):
        columns[node.layer].append(node)
    return columns


def _place(columns: list[list[Node]]) -> float:
    """Give each bar its place; as tall as the fullest column asks for."""
    most = max(map(len, columns))
    height = min(max(LEAST_HEIGHT, 90 + most * (LABEL + GAP) * 1.6), MOST_HEIGHT)
    scale = _scale(columns, height)
    for column in columns:
        y = 0.0
        for node in column:
            node.h = max(node.value * scale, THINNEST)
            slot = max(node.h, node.least)
            node.y = y + (slot - node.h) / 2
            y += slot + GAP
    return max(_tall(column, scale) for column in columns)


def _scale(columns: list[list[Node]], height: float) -> float:
    """The largest one by which every column still fits."""
    low, high = 0.0, height
    for _ in range(50):
        middle = (low + high) / 2
        if all(_tall(column, middle) <= height for column in columns):
            low = middle
        else:
            high = middle
    return low


def _tall(column: list[Node], scale: float) -> float:
    slots = [max(node.value * scale, node.least) for node in column]
    return sum(slots) + GAP * (len(column) - 1)


def _draw(sankey: Sankey) -> None:
    """Each ribbon leaves and enters below the one before; none leaves its bar."""
    for ribbon in sankey.ribbons:
        edges = []
        for place, node in enumerate(ribbon.nodes):
            share = node.h * ribbon.count / node.value
            top = node.y + (node.taken if place else node.given)
            edges.append((sankey.x(node), top, max(share, 1.0)))
            if place:
                node.taken += share
            else:
                node.given += share
        ribbon.path = "".join(_outline(edges))


def _outline(edges: list[tuple[float, float, float]]) -> Iterator[str]:
    """Along the upper edge to the right, and back along the lower one."""
    upper = [point for x, y, _h in edges for point in ((x, y), (x + BAR, y))][1:-1]
    lower = [(x, y + h) for x, y, h in edges for x in (x, x + BAR)][1:-1]
    x, y = upper[0]
    yield f"M{number(x)} {number(y)}"
    yield from _along(upper)
    x, y = lower[-1]
    yield f"V{number(y)}"
    yield from _along(lower[::-1])
    yield "Z"


def _along(points: list[tuple[float, float]]) -> Iterator[str]:
    """Curves from bar to bar, and straight on past those between."""
    for place, ((x0, y0), (x1, y1)) in enumerate(pairwise(points)):
        yield f"H{number(x1)}" if place % 2 else _curve(x0, y0, x1, y1)


def _curve(x0: float, y0: float, x1: float, y1: float) -> str:
    middle = number((x0 + x1) / 2)
    return f"C{middle} {number(y0)} {middle} {number(y1)} {number(x1)} {number(y1)}"
