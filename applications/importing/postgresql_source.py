"""A PostgreSQL database, read in one transaction that cannot write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Self

import psycopg
from django.utils.translation import gettext as _
from psycopg import conninfo

from applications.importing.postgresql_values import TYPED, fitting, plain
from applications.importing.postgresql_words import not_connected, not_read
from applications.importing.questions import Part, known, parts, quoted
from applications.importing.sqlite_child import MOST_ROW
from applications.importing.sqlite_file import shown
from applications.importing.sqlite_words import sentence
from jobtracker.errors import Refused

_BATCH = 500
_LIMITS = {
    "default_transaction_read_only": "on",
    "statement_timeout": "60s",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "0",
    "search_path": "public",
    # A row that a policy hides is an error then; left out quietly it would be missing.
    "row_security": "off",
    "datestyle": "ISO",
    "intervalstyle": "iso_8601",
    "timezone": "UTC",
    "bytea_output": "hex",
}
_TABLES = """
SELECT c.relname, a.attname, t.typname, t.typcategory = 'A'
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_attribute a
  ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
ORDER BY c.relname, a.attnum
"""
# Types that come as Python's own; the others come as PostgreSQL writes them.
_AS_THEY_ARE = {
    *("int2", "int4", "int8", "float4", "float8", "bool"),
    *("text", "varchar", "bpchar", "bytea"),
}


class PostgreSQLSource:
    """A Source (``source.py``) in one READ ONLY snapshot."""

    def __init__(self, url: str) -> None:
        words = _words_of(url)
        self.name = _name(words)
        self._cursors = 0
        self._ended: list[psycopg.ServerCursor] = []
        words |= {"connect_timeout": 10, "application_name": "jobtracker import"}
        try:
            self._connection = psycopg.connect(conninfo.make_conninfo(**words))
        except (psycopg.Error, UnicodeError, ValueError) as error:
            raise Refused(not_connected(error, self.name)) from None
        try:
            self._begin()
        except BaseException as error:
            self.close()
            if isinstance(error, psycopg.Error):
                raise Refused(not_read(error, self.name)) from None
            raise

    def _begin(self) -> None:
        connection = self._connection
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        for setting, value in _LIMITS.items():
            connection.execute("SELECT set_config(%s, %s, false)", [setting, value])
        self.tables: dict[str, list[str]] = {}
        self._types: dict[tuple[str, str], str] = {}
        self._arrays: set[tuple[str, str]] = set()
        for table, column, type_name, is_array in connection.execute(_TABLES):
            columns = self.tables.setdefault(table, [])
            if column is None:
                continue
            columns.append(column)
            self._types[table, column] = type_name
            if is_array:
                self._arrays.add((table, column))
        if not self.tables:
            raise Refused(
                _("“%(name)s” holds no tables. Look whether it is the right database.")
                % {"name": self.name}
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()
        self._tidy()

    def rows(self, table: str, /, **equals: Any) -> Iterator[dict[str, Any]]:
        known(self.tables, table, *equals)
        columns = self.tables[table]
        for part in parts(equals):
            for row in self._rows(table, columns, part):
                yield dict(zip(columns, row, strict=True))

    def count(self, table: str, /, **equals: Any) -> int:
        known(self.tables, table, *equals)
        total = 0
        for part in parts(equals):
            rest, values = self._of(table, part)
            try:
                found = self._connection.execute(
                    f"SELECT count(*) {rest}", values
                ).fetchone()
            except psycopg.Error as error:
                raise Refused(not_read(error, self.name, table)) from None
            total += found[0] if found else 0
        return total

    def distinct(self, table: str, column: str, /) -> list[Any]:
        known(self.tables, table, column)
        values = self._rows(table, [column], {})
        return list(dict.fromkeys(value for (value,) in values))

    def _rows(self, table: str, columns: list[str], part: Part) -> Iterator[list[Any]]:
        names = ", ".join(self._read(table, column) for column in columns)
        rest, values = self._of(table, part)
        types = [self._types[table, column] for column in columns]
        query = f"SELECT {names} {rest} ORDER BY ctid"
        self._tidy()
        self._cursors += 1
        cursor = self._connection.cursor(name=f"import_{self._cursors}")
        cursor.itersize = _BATCH
        try:
            for number, row in enumerate(cursor.execute(query, values), 1):
                if sum(len(v) for v in row if isinstance(v, str | bytes)) > MOST_ROW:
                    words = {"table": table, "row": number, "most": MOST_ROW // 2**20}
                    raise Refused(sentence("row", words, self.name))
                yield [plain(v, t) for v, t in zip(row, types, strict=True)]
        except (psycopg.Error, UnicodeError) as error:
            raise Refused(not_read(error, self.name, table)) from None
        finally:
            # Not closed here: this may run while another answer is awaited.
            self._ended.append(cursor)

    def _tidy(self) -> None:
        while self._ended:
            self._ended.pop().close()

    def _read(self, table: str, column: str) -> str:
        if (table, column) in self._arrays:
            return f"pg_catalog.to_json({_quoted(column)})::text"
        if self._types[table, column] in _AS_THEY_ARE:
            return _quoted(column)
        return f"{_quoted(column)}::text"

    def _of(self, table: str, part: Part) -> tuple[str, list[Any]]:
        """FROM … WHERE …; the values apart, as what the column holds."""
        terms, values = [], []
        for column, some in part.items():
            if some == [None]:
                terms.append(f"{_quoted(column)} IS NULL")
                continue
            type_name = self._types[table, column]
            if type_name in TYPED:
                terms.append(f"{_quoted(column)} = ANY(%s::{type_name}[])")
            else:
                terms.append(f"{self._read(table, column)}::text = ANY(%s::text[])")
            values.append([v for each in some for v in fitting(each, type_name)])
        condition = f" WHERE {' AND '.join(terms)}" if terms else ""
        return f"FROM public.{_quoted(table)}{condition}", values


def _quoted(name: str) -> str:
    """A percent sign would start a parameter."""
    return quoted(name).replace("%", "%%")


def _words_of(url: str) -> dict[str, Any]:
    """The parts of the URL. A password's bare signs would get into the others."""
    try:
        words: dict[str, Any] = {**conninfo.conninfo_to_dict(url)}
    except psycopg.Error:
        words = {"port": "?"}
    names = f"{words.get('host', '')}{words.get('dbname', '')}"
    if "@" in names or not re.fullmatch(r"[\d,]*", str(words.get("port", ""))):
        raise Refused(
            _(
                "This is not a PostgreSQL URL. It looks like "
                "postgres://user:password@host:5432/database, with signs such as @ and "
                "/ of a password written as %40 and %2F."
            )
        )
    return words


def _name(words: dict[str, Any]) -> str:
    port = f":{words['port']}" if words.get("port") else ""
    database = words.get("dbname") or words.get("user") or ""
    return shown(f"{words.get('host') or 'localhost'}{port}/{database}")
