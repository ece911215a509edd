"""The base of all kinds of rows that are looked through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlencode

from django.urls import reverse

from applications.finding.hits import Group, Hit, Part, best_found
from jobtracker.search import Query, marked

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

    from accounts.models import User


class Kind:
    """Rows of one kind, and the words that one person looks for in them.

    ``explains``: whether the texts behind a name are read, to show where the words stand.
    """

    name: str
    heading: StrPromise
    icon: str
    list_view: str
    # What the list takes beside the words, to show the same.
    parameters: ClassVar[Mapping[str, str]] = {}

    def __init__(self, user: User, text: str, *, explains: bool = True) -> None:
        self.user, self.text, self.query = user, text, Query(text)
        self.explains = explains

    def group(self, most: int) -> Group | None:
        """The best that are found: one query for the keys, one for their rows."""
        keys = self.found()
        if not keys:
            return None
        by_key = self.shown().in_bulk(keys[:most])
        rows = [by_key[key] for key in keys[:most] if key in by_key]
        asked = urlencode({"q": self.text, **self.parameters})
        url = f"{reverse(self.list_view)}?{asked}"
        return Group(
            self.name, self.heading, self.icon, url, self.hits(rows), len(keys)
        )

    def found(self) -> list[int]:
        """The keys of those that hold the words, the best first."""
        keys: list[int] = self.rows().search(self.user, self.text)
        return keys

    def rows(self) -> Any:
        """Those to look through."""
        raise NotImplementedError

    def shown(self) -> Any:
        """The same, with what is shown of each."""
        return self.rows()

    def hits(self, rows: Sequence[Any]) -> list[Hit]:
        pairs = [(row, self.hit(row)) for row in rows]
        parts = self.parts([row for row, hit in pairs if hit.lacks])
        for row, hit in pairs:
            hit.found = best_found(parts.get(row.pk, ()), hit.lacks)
        return [hit for _row, hit in pairs]

    def hit(self, row: Any) -> Hit:
        raise NotImplementedError

    def line(self, row: Any, name: str, about: str, **facts: Any) -> Hit:
        asked = self.query if self.explains else Query("")
        return Hit(
            row.get_absolute_url(),
            marked(name, self.query),
            marked(about, self.query),
            asked.lacking(f"{name} | {about}"),
            **facts,
        )

    def parts(self, rows: Sequence[Any]) -> Mapping[int, Sequence[Part]]:
        """By key, the texts of these rows."""
        return {row.pk: self.texts(row) for row in rows}

    def texts(self, row: Any) -> list[Part]:
        return []
