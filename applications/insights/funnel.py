"""How many came how far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from applications.insights.journeys import Journey, total
from applications.models import ClosedReason, Status

Link = tuple[str, str]


class Step(NamedTuple):
    """``sent`` of the ``n`` were applied for: what the share is of."""

    name: str
    n: int
    sent: int


STEPS: dict[str, Callable[[Journey], bool]] = {
    "saved": lambda one: True,
    "applied": lambda one: one.is_sent,
    "reply": lambda one: one.is_replied,
    "interview": lambda one: one.reached(Status.INTERVIEW),
    "offer": lambda one: one.reached(Status.OFFER),
    "accepted": lambda one: one.end == ClosedReason.ACCEPTED,
}


def reached(found: Iterable[Journey]) -> dict[str, int]:
    """By stage, how many applications ever came there."""
    found = list(found)
    return {
        stage.value: total(one for one in found if one.reached(stage))
        for stage in Status
    }


def funnel(found: Iterable[Journey]) -> list[Step]:
    found = list(found)
    return [
        Step(
            name,
            total(one for one in found if is_there(one)),
            total(one for one in found if is_there(one) and one.is_sent),
        )
        for name, is_there in STEPS.items()
    ]


def flows(found: Iterable[Journey]) -> list[tuple[str, str, int]]:
    """From where to where how many went; the ways of ``Journey`` put together."""
    links: Counter[Link] = Counter()
    for one in found:
        for link in pairwise(one.way):
            links[link] += one.n
    return [(*link, count) for link, count in sorted(links.items())]
