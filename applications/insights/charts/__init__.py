"""The charts of the page, by the names of their files."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from applications.insights.charts import times, ways
from applications.insights.charts.base import Chart, Seen
from applications.insights.charts.replies import REPLIES, compares, replies

__all__ = ["CHARTS", "Chart", "Seen", "shown"]

CHARTS: dict[str, Callable[[Seen], Chart]] = {
    "search": ways.where,
    "funnel": ways.funnel,
    **{name: partial(replies, name=name) for name in REPLIES},
    "stages": times.stays,
    "weeks": times.weeks,
    "activity": times.activity,
}


def shown(seen: Seen) -> list[Chart]:
    """Those of the page: of replies by something that was never given there is none."""
    return [make(seen) for name, make in CHARTS.items() if compares(seen, name)]
