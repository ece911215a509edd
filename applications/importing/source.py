"""One door to the databases of older systems: a SQLite file or a PostgreSQL URL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol, Self
from urllib.parse import unquote

from django.utils.translation import gettext as _

from applications.importing.postgresql_source import PostgreSQLSource
from applications.importing.sqlite_file import MOST_BYTES, shown
from applications.importing.sqlite_source import SQLiteSource
from jobtracker.errors import Refused

# Older systems name the driver too: postgresql+asyncpg://, sqlite+aiosqlite:///.
_POSTGRESQL = re.compile(r"postgres(?:ql)?(?:\+\w+)?://", re.IGNORECASE)
_SQLITE = re.compile(r"sqlite3?(?:\+\w+)?://(?=/)", re.IGNORECASE)
_URL = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)


class Source(Protocol):
    """A database that is read and never written; one reader, in one thread.

    Values are str, int, float, bool and None. Moments and days are ISO strings, JSON is
    its text, bytes are their UTF-8 text or ``hex:…``, NaN and infinities are words.
    All may raise Refused with what to tell the person.
    """

    name: str  # for people: the file's name, or host and database without the password
    tables: dict[str, list[str]]  # table → its columns, in order

    def rows(self, table: str, /, **equals: Any) -> Iterator[dict[str, Any]]:
        """The rows as the source orders them, a few hundred at a time.

        A keyword is a column, its value a scalar, None (IS NULL) or a list of them (IN).
        Of more than 500 values the rows come in parts, each ordered in itself.
        Several may be read at once, one within the other.
        """

    def count(self, table: str, /, **equals: Any) -> int: ...

    def distinct(self, table: str, column: str, /) -> list[Any]:
        """The values of a column, None among them, as they first occur."""

    def close(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *error: object) -> None: ...


def open_source(where: str | Path, *, most_bytes: int = MOST_BYTES) -> Source:
    """Open what ``where`` names: ``postgres://…``, ``sqlite:///…`` or a path.

    Raises Refused with what is wrong and what to do.
    """
    text = str(where)
    if not text.strip():
        raise Refused(_("Give the path of a SQLite file or a postgres:// URL."))
    if isinstance(where, str):
        if scheme := _POSTGRESQL.match(text):
            return PostgreSQLSource(f"postgresql://{text[scheme.end() :]}")
        if scheme := _SQLITE.match(text):
            return SQLiteSource(
                _path_of(text[scheme.end() + 1 :]), most_bytes=most_bytes
            )
        if scheme := _URL.match(text):
            # Not the whole of it: there may be a password in it.
            raise Refused(
                _(
                    "%(scheme)s:// is not read here. Give the path of a SQLite file or "
                    "a postgres:// URL."
                )
                % {"scheme": shown(scheme[1])}
            )
    return SQLiteSource(Path(text), most_bytes=most_bytes)


def _path_of(text: str) -> Path:
    """The file of a sqlite URL; some programs quote its name, and some add options."""
    plain = text.partition("?")[0]
    for name in (text, plain, unquote(plain)):
        try:
            if name and Path(name).exists():
                return Path(name)
        except (OSError, ValueError):
            continue
    return Path(plain)
