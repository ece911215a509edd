"""A drawing, its words, and the same figures as a table."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from applications.insights import words
from applications.insights.drawing import Drawing
from applications.insights.figures import Figures
from applications.insights.scope import Scope
from applications.insights.weeks import Streak

MOST_ROWS = 50


class Chart(NamedTuple):
    """``drawing`` is None where there is nothing yet: then ``caption`` says what first."""

    name: str
    heading: str
    summary: str
    caption: str
    drawing: Drawing | None = None
    heads: tuple[str, ...] = ()
    rows: list[tuple[str, ...]] = []


class Seen(NamedTuple):
    """The figures, and what they are seen beside."""

    figures: Figures
    scope: Scope
    today: date
    goal: int | None = None
    streak: Streak = Streak()

    @property
    def is_empty(self) -> bool:
        return not (self.figures.saved or self.figures.weeks)

    @property
    def about(self) -> str:
        """``60 applications from 7 Sep 2026``: what the figures are of."""
        period = self.scope.period
        parts = [words.applications(self.figures.saved)]
        if period.first:
            parts.append(_("from %(day)s") % {"day": words.day(period.first)})
        if period.last:
            parts.append(_("to %(day)s") % {"day": words.day(period.last)})
        return " ".join(parts)
