"""How long applications stay in a stage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby, pairwise
from operator import itemgetter
from statistics import quantiles
from typing import Any, NamedTuple

from applications.insights import FEWEST, LATEST
from applications.insights.period import as_text
from applications.insights.scope import Scope
from applications.models import Status, StatusChange

SECONDS = 24 * 60 * 60


class Stay(NamedTuple):
    """``n`` have left the stage again, ``still`` are there; in days, None of too few."""

    stage: str
    n: int
    still: int
    low: float | None = None
    middle: float | None = None
    high: float | None = None


def stays(scope: Scope) -> list[Stay]:
    latest = scope.saved().order_by("-pk").values("pk")[:LATEST]
    steps = (
        StatusChange.objects.effective()
        .filter(application__in=latest)
        .order_by("application_id", "pk")
        .values_list("application_id", "to_status", as_text("changed_at"))
    )
    left: dict[str, list[float]] = defaultdict(list)
    still: dict[str, int] = defaultdict(int)
    for _application, some in groupby(steps, key=itemgetter(0)):
        way = list(some)
        for stage, days in _finished(way):
            left[stage].append(days)
        still[way[-1][1]] += 1
    stages = [stage.value for stage in Status if stage != Status.CLOSED]
    return [_stay(stage, left[stage], still[stage]) for stage in stages]


def _finished(way: Iterable[tuple[Any, ...]]) -> Iterator[tuple[str, float]]:
    """Each stage that was left, with its days; dates that run backwards say nothing."""
    moments = ((stage, datetime.fromisoformat(at)) for _a, stage, at in way)
    for (stage, came), (_next, went) in pairwise(moments):
        lasted = (went - came).total_seconds()
        if lasted >= 0:
            yield stage, lasted / SECONDS


def _stay(stage: str, days: list[float], still: int) -> Stay:
    if len(days) < FEWEST:
        return Stay(stage, len(days), still)
    return Stay(stage, len(days), still, *quantiles(days, n=4, method="inclusive"))
