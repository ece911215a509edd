"""All that holds the words, by kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from applications.finding.kind import Kind
from applications.finding.kinds import (
    Applications,
    Companies,
    Documents,
    Inbox,
    People,
    Public,
    Searches,
)
from applications.finding.places import places_named
from jobtracker.paging import MOST_COUNTED, said
from jobtracker.search import is_searchable, meant

if TYPE_CHECKING:
    from accounts.models import User
    from applications.finding.hits import Group, Hit

MOST = 8
KINDS: tuple[type[Kind], ...] = (
    Applications, Companies, People, Inbox, Public, Documents, Searches,
)  # fmt: skip
# What is looked for once more where something was mistyped, by names alone.
NAMED: tuple[type[Kind], ...] = (Applications, Companies, People)


class Results:
    """What one person finds by ``text``.

    Where nothing has the words, ``instead`` are those that were meant, and the groups have
    what these find; it is empty where no name is like them either.
    """

    def __init__(self, user: User, text: str) -> None:
        self.user, self.text, self.instead = user, text, ""
        self.places = places_named(user, text)[:MOST]
        kinds = [kind(user, text) for kind in KINDS] if is_searchable(text) else []
        self.groups = list(self._groups(kinds))
        if text and not (self.groups or self.places):
            better = meant(user, text)
            kinds = [kind(user, better, explains=False) for kind in NAMED]
            self.groups = list(self._groups(kinds))
            self.instead = better if self.groups else ""

    def _groups(self, kinds: list[Kind]) -> Iterator[Group]:
        found = (kind.group(MOST) for kind in kinds)
        return (group for group in found if group)

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)

    @property
    def count_said(self) -> str:
        """How many there are; ``999+`` where one kind alone has so many."""
        most = max((group.count for group in self.groups), default=0)
        return said(most) if most > MOST_COUNTED else str(self.count)


def recent(user: User) -> list[Hit]:
    """The applications in which something happened last, for who has typed nothing yet."""
    kind = Applications(user, "")
    return kind.hits(kind.shown().active()[:MOST])
