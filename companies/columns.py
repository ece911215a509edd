"""Rows of a person as a board: what any board of columns is, each bounded and counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.functional import Promise

from accounts.models import User
from jobtracker import paging

PAGE = 25

type Words = str | Promise


class Column:
    """How many rows it has, and a page of them from the ``start``-th on."""

    def __init__(self, board: Columns, name: str, count: int, start: int) -> None:
        found = list(board.rows(name)[start : start + PAGE + 1])
        self.name = name
        self.label = board.labels()[name]
        self.hint = board.hints[name]
        self.tone = board.tones.get(name, "plain")
        self.count = paging.said(count)
        self.is_empty = count == 0
        self.rows = found[:PAGE]
        self.next_page = start // PAGE + 2 if len(found) > PAGE else None


class Columns:
    """A board of one person; a subclass says of what.

    ``field`` is what a move posts, ``name_field`` and ``version_field`` what of a row says
    in which column it is, and as which version it was seen; ``tones`` colour some columns.
    """

    hints: ClassVar[Mapping[str, Words]]
    tones: ClassVar[Mapping[str, str]] = {}
    item: ClassVar[str]
    item_label: ClassVar[Words]
    more: ClassVar[Words]
    field: ClassVar[str]
    name_field: ClassVar[str]
    version_field: ClassVar[str]
    card_template: ClassVar[str]
    list_view: ClassVar[str]
    board_view: ClassVar[str]
    column_view: ClassVar[str]

    def __init__(self, user: User) -> None:
        self.user = user

    @classmethod
    def labels(cls) -> dict[str, Words]:
        """The columns in their order, with what they are called."""
        raise NotImplementedError

    def rows(self, name: str) -> QuerySet:
        """Those of one column as its cards show them, in their order."""
        raise NotImplementedError

    def columns(
        self, names: Sequence[str] | None = None, *, start: int = 0
    ) -> list[Column]:
        counts = self.counts()
        wanted = self.labels() if names is None else names
        return [Column(self, name, counts[name], start) for name in wanted]

    def counts(self) -> dict[str, int]:
        """How many stand in each column; past 999 it is 1,000."""
        each: dict[str, Any] = {
            name: paging.CountUpTo(
                self.rows(name).order_by().values("pk")[: paging.MOST_COUNTED + 1]
            )
            for name in self.labels()
        }
        counts: Any = User.objects.filter(pk=self.user.pk).values(**each).get()
        return counts
