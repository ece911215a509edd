"""What is shown of a row that was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from django.utils.safestring import SafeString

from jobtracker.paging import said
from jobtracker.search import Query, excerpt

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


class Part(NamedTuple):
    """A text that belongs to a row: what it is, and the address where it stands."""

    label: str
    url: str
    text: str


class Found(NamedTuple):
    """The part in which the words stand, and they in their context, as HTML."""

    label: str
    url: str
    excerpt: SafeString


@dataclass
class Hit:
    """One row: its name and a line about it, both as HTML with the words marked.

    ``lacks`` are the words that stand in neither, ``found`` is where one of them stands.
    """

    url: str
    name: SafeString
    about: SafeString
    lacks: Query
    stage: str = ""
    stage_said: str = ""
    marks: list[str] = field(default_factory=list)
    at: datetime | None = None
    found: Found | None = None


@dataclass
class Group:
    """The best hits of one kind. ``count`` goes no further than 1,000; ``url`` has all."""

    name: str
    heading: StrPromise
    icon: str
    url: str
    hits: list[Hit]
    count: int

    @property
    def count_said(self) -> str:
        return said(self.count)

    @property
    def has_more(self) -> bool:
        return self.count > len(self.hits)


def best_found(parts: Sequence[Part], query: Query) -> Found | None:
    """Of the parts that have any of the words the one with most; the first of such."""
    if len(query.terms) > 1:
        parts = sorted(parts, key=lambda part: -len(query.held_by(part.text)))
    for part in parts:
        if shown := excerpt(part.text, query):
            return Found(part.label, part.url, shown)
    return None
