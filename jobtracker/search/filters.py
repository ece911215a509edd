"""Lists that are searched: words narrow what all other filters leave, and rank it."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from jobtracker.filters import OwnedFilterSet, TextFilter
from jobtracker.search import Query, among, index, meant
from jobtracker.search.matching import MOST
from jobtracker.search.words import spelled
from jobtracker.text import clean_text

MATCH = "match"


def orders(*usual: tuple[str, Any]) -> django_filters.ChoiceFilter:
    """The best match, or the list’s own orders; the first of them is the usual one."""
    return django_filters.ChoiceFilter(
        label=_("Sort by"),
        choices=((MATCH, _("Best match")), *usual),
        empty_label=None,
        method="later",
    )


class SearchFilterSet(OwnedFilterSet):
    """Finds by words, too: the newest 1,000 of what all other filters leave.

    ``typed`` is what the person wrote, ``words`` what was looked for and ``found`` the keys,
    best first. Where what was typed stands nowhere, it is what was ``meant`` by it.
    """

    # Whether the list can be sorted by the best match, and with words is so at first.
    ranks = True

    q = TextFilter(label=_("Search"), method="later", max_length=200)

    def __init__(self, data: QueryDict, *args: Any, **kwargs: Any) -> None:
        self.typed = clean_text(data.get("q", "")).strip()
        self.words = self.meant = ""
        self.found: list[int] = []
        super().__init__(data, *args, **kwargs)

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        rows = self.without_words(queryset)
        self.words = self.form.cleaned_data.get("q") or ""
        return self.with_words(rows) if self.words else rows

    def without_words(self, queryset: QuerySet) -> QuerySet:
        """What all other filters leave."""
        return super().filter_queryset(queryset)

    def with_words(self, rows: QuerySet) -> QuerySet:
        self.found = self.search(rows, self.words)
        better = "" if self.found else meant(self.user, self.words)
        if better and (found := self.search(rows, better)):
            self.words, self.meant, self.found = better, better, found
        return rows.filter(among(self.found))

    def search(self, rows: Any, words: str) -> list[int]:
        """The keys of those of ``rows`` that hold the words, best first."""
        found: list[int] = rows.search(self.user, words)
        return found

    @property
    def is_cut(self) -> bool:
        """Older ones may match too: they are not looked at."""
        return len(self.found) == MOST

    # In which order

    @property
    def usual(self) -> tuple[str, Any]:
        """The order without words: its name in the address, and as it is said."""
        choices: Any = self.filters["sort"].extra["choices"]
        return next(choice for choice in choices if choice[0] != MATCH)

    @property
    def default_sort(self) -> str:
        self.form.is_valid()
        has_words = bool(self.form.cleaned_data.get("q"))
        return MATCH if self.ranks and has_words else self.usual[0]

    @property
    def sorted_by(self) -> str:
        default = self.default_sort
        asked: str = self.form.cleaned_data.get("sort") or default
        return default if asked == MATCH else asked

    @property
    def is_by_match(self) -> bool:
        return self.ranks and self.sorted_by == MATCH

    def ranked(self, rows: QuerySet) -> QuerySet | Ranked:
        """The best first where that is the order."""
        return Ranked(rows, self.found) if self.is_by_match else rows


def stands_in(query: Query, texts: list[str | None]) -> bool:
    """What the index answers, asked of texts that are in none."""
    told = f" {spelled((text for text in texts if text), index.MOST)} "
    return bool(query) and all(part in told for part in query.written)


class Ranked:
    """``rows`` in the order of ``keys``, fetched a page at a time; gone ones are left out.

    Of rows that are tuples the key comes first.
    """

    def __init__(self, rows: QuerySet, keys: list[int]) -> None:
        self.rows, self.keys = rows, keys

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, cut: slice) -> list[Any]:
        keys = self.keys[cut]
        found = {_key(row): row for row in self.rows.filter(pk__in=keys)}
        return [found[key] for key in keys if key in found]


def _key(row: Any) -> int:
    return row[0] if isinstance(row, tuple) else row.pk
