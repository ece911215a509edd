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
# Whose names put right what was mistyped.
NAMED: tuple[type[Kind], ...] = (Applications, Companies, People, Inbox)


class Results:
    """What one person finds by ``text``.

    Where nothing has the words, ``instead`` are those that were meant, and the groups have
    what these find; it is empty where no name is like them either.
    """

    def __init__(self, user: User, text: str) -> None:
        self.user, self.text, self.instead = user, text, ""
        self.places = places_named(user, text)[:MOST]
        self.groups = list(self._groups(KINDS, text)) if is_searchable(text) else []
        if text and not (self.groups or self.places):
            self.instead = meant(user, text)
            self.groups = list(self._groups(NAMED, self.instead))

    def _groups(self, kinds: tuple[type[Kind], ...], text: str) -> Iterator[Group]:
        for kind in kinds:
            if group := kind(self.user, text).group(MOST):
                yield group

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
