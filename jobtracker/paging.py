"""Pages of a list that may be endless: what is counted stops at 999."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import IntegerField, QuerySet, Subquery

MOST_COUNTED = 999


class PageForm(forms.Form):
    """Any page number leads to a page: nonsense to the first."""

    page = forms.IntegerField(min_value=1, max_value=100_000, required=False)

    def number(self) -> int:
        self.is_valid()
        return self.cleaned_data.get("page") or 1


class ShownForm(PageForm):
    """``page``, or how many rows a column shows already: some have moved since."""

    shown = forms.IntegerField(min_value=0, max_value=2_500_000, required=False)

    def start(self, size: int) -> int:
        number = self.number()
        shown = self.cleaned_data.get("shown")
        return (number - 1) * size if shown is None else shown


class Page:
    """The ``number``-th page of ``rows``; knows whether more follow, not how many."""

    def __init__(self, rows: Any, number: int, size: int) -> None:
        start = (number - 1) * size
        found: list[Any] = list(rows[start : start + size + 1])
        self.rows = found[:size]
        self.number = number
        self.start = start + 1
        self.end = start + len(self.rows)
        self.previous = number - 1 if number > 1 else None
        self.next = number + 1 if len(found) > size else None

    @property
    def said(self) -> str:
        """How many there are, as far as the page knows: ``20+`` where more follow."""
        return f"{self.end}+" if self.next else str(self.end)


class CountUpTo(Subquery):
    """How many rows a query finds, counting no further than it is cut."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


def count_up_to(rows: QuerySet) -> int:
    """How many there are, counted no further than 1,000."""
    return rows.order_by()[: MOST_COUNTED + 1].count()


def said(count: int) -> str:
    """``999+`` past what is counted."""
    return str(count) if count <= MOST_COUNTED else f"{MOST_COUNTED}+"
