"""What the five older systems have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property
from itertools import batched
from typing import TYPE_CHECKING, Any, ClassVar

from django.utils.translation import gettext as _

from applications.importing.row import Row
from applications.models import Status
from applications.models.imports import System
from applications.statuses import Standing, to_ours

if TYPE_CHECKING:
    from applications.importing.entry import Entry
    from applications.importing.importer import Importer, Reader
    from applications.importing.source import Source

IDS_AT_ONCE = 200
type Entries = Iterator[tuple[Row, "Reader"]]


@dataclass(frozen=True, slots=True)
class Person:
    """Someone in the source; ``id`` is None where it knows no people."""

    id: Any = None
    email: str = ""
    full_name: str = ""
    # As our hasher writes it; empty where there is none.
    password: str = ""
    is_active: bool = True
    is_superuser: bool = False
    # None where the system never asked whether an address is theirs.
    is_verified: bool | None = None
    date_joined: datetime | None = None
    # Rows of the main table.
    rows: int = 0

    @property
    def label(self) -> str:
        return self.email or str(self.id)


class LegacySystem:
    """One system, read from one source for one person at a time.

    ``main`` is the table by which a source is known again, ``marks`` the columns that
    tell its rows apart from those of another copy.
    """

    system: ClassVar[System]
    main: ClassVar[str]
    marks: ClassVar[tuple[str, ...]]
    # What a source must have to be of this system: columns by table.
    signature: ClassVar[dict[str, set[str]]]
    # Tables that have no place here, with the column that says whose a row is. Their rows
    # are kept as they are.
    aside: ClassVar[dict[str, str]] = {}

    def __init__(self, source: Source) -> None:
        self.source = source
        self.person = Person()
        self.zone: tzinfo | None = None

    @classmethod
    def is_it(cls, tables: dict[str, list[str]]) -> bool:
        return all(
            columns <= set(tables.get(table, ()))
            for table, columns in cls.signature.items()
        )

    # Who is in it

    @cached_property
    def people(self) -> list[Person]:
        """All people of the source, the first one first; read once."""
        raise NotImplementedError

    def has_emails(self) -> bool:
        return any(person.email for person in self.people)

    def entries(self, importer: Importer) -> Entries:
        """Each row of ``self.person``, with the function that reads it, in an order in
        which what a row refers to comes before it."""
        raise NotImplementedError

    def public_entries(self, importer: Importer) -> Entries:
        """Postings that are for everyone."""
        return iter(())

    def orphans(self, importer: Importer) -> Entries:
        """Rows that are nobody's, and not for everyone either: each is left out, and said."""
        return iter(())

    def aside_entries(self) -> Entries:
        for table, owner in self.aside.items():
            for row in self.rows(table, **({owner: self.person.id} if owner else {})):
                yield row, nothing

    def total(self) -> int:
        """How many rows ``entries`` has, for the progress."""
        raise NotImplementedError

    def left_out(self) -> Counter[str]:
        """Rows of this source that are not brought in for this person, by what they are."""
        return Counter()

    # Reading

    def has(self, table: str, *columns: str) -> bool:
        return set(columns) <= set(self.source.tables.get(table, ())) and (
            table in self.source.tables
        )

    def rows(self, table: str, **equals: Any) -> Iterator[Row]:
        """Rows of a table; none where this copy of the system has no such table."""
        if not self.has(table, *equals):
            return
        for number, values in enumerate(self.source.rows(table, **equals), 1):
            if values.get("id") is None:
                values = values | {"id": f"row {number}"}
            yield self.row(table, values)

    def row(self, table: str, values: dict[str, Any]) -> Row:
        return Row(table, values, **({"zone": self.zone} if self.zone else {}))

    def count(self, table: str, **equals: Any) -> int:
        return self.source.count(table, **equals) if self.has(table, *equals) else 0

    def children(self, table: str, parent: str, ids: Iterable[Any]) -> Iterator[Row]:
        """Rows whose ``parent`` column is among the ids, some hundred ids at a time."""
        for some in batched(ids, IDS_AT_ONCE):  # noqa: B911 – the last one is shorter
            yield from self.rows(table, **{parent: list(some)})

    def standing(self, row: Row, word: str, applied: bool, **more: Any) -> Standing:
        """Where it stands; an unknown word is taken for the nearest that is sure."""
        found = to_ours(self.system, word, **more)
        if found is None:
            found = Standing(Status.APPLIED if applied else Status.TRACKING)
            if word.strip():
                row.warn(
                    _("status “%(word)s” is not known here: taken for “%(ours)s”")
                    % {"word": word[:100], "ours": found}
                )
        return found


def users_of(
    rows: Iterable[Row], counts: Counter[Any], *, hashed: str, verified: str = ""
) -> list[Person]:
    """People out of a table of users with e-mail addresses."""
    return [
        Person(
            id=row["id"],
            email=row.line("email").lower(),
            full_name=row.line("full_name")[:200],
            password=_encoded(row.line(hashed)),
            is_active=row.truth("is_active", default=True),
            is_superuser=row.truth("is_superuser"),
            is_verified=row.truth(verified) if verified else None,
            date_joined=row.moment("created_at"),
            rows=counts[row["id"]],
        )
        for row in rows
    ]


def _encoded(hashed: str) -> str:
    """A bcrypt hash as Django keeps it; others can't be checked here."""
    return f"bcrypt${hashed}" if hashed.startswith(("$2a$", "$2b$", "$2y$")) else ""


def latest(rows: Iterable[datetime | None]) -> datetime | None:
    return max(filter(None, rows), default=None)


def nothing(entry: Entry) -> None:
    """A row that is kept as it was, and becomes no row of ours."""
