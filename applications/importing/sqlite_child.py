"""Opens one SQLite file in a process of its own and answers questions about it.

Run by path with ``python -I -S``; it knows the standard library alone. A request is a
line of JSON on stdin, its answer one on stdout. The first names the file:

    {"file": "file:///…?mode=ro&immutable=1"}          → {"tables": {name: [columns]}}
    {"do": "rows", "table": t, "columns": [c],         → {"rows": [[value]], "more": bool}
     "where": {c: [values]}, "number": n}
    {"do": "more", "number": n}                        → {"rows": [[value]], "more": bool}
    {"do": "count", "table": t, "where": {}}           → {"count": n}

``drop`` in a request names readings that nobody goes on with. What cannot be done is
answered with ``{"refused": code, …words}``; the sentences are in ``sqlite_words.py``.
"""

from __future__ import annotations

import json
import math
import os
import re
import resource
import sqlite3
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO

MB = 2**20
LIMITS = {
    resource.RLIMIT_AS: 256 * MB,
    resource.RLIMIT_CPU: 120,  # seconds
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_NOFILE: 16,
    resource.RLIMIT_NPROC: 0,
    resource.RLIMIT_CORE: 0,
}
MOST_ROW = 20 * MB
MOST_TABLES = 200
MOST_COLUMNS = 200
MOST_NAME = 200
BATCH_ROWS, BATCH_SIZE = 500, MB
READINGS = 50
STEPS = 10_000  # operations of SQLite between two looks at the budget
BUDGET = 2_000_000_000  # operations for one answer

SQL_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: MOST_ROW,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 200_000,
    sqlite3.SQLITE_LIMIT_COLUMN: MOST_COLUMNS,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 250_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 32,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 10_000,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
SWITCHES = {
    sqlite3.SQLITE_DBCONFIG_DEFENSIVE: True,
    sqlite3.SQLITE_DBCONFIG_TRUSTED_SCHEMA: False,
    sqlite3.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION: False,
    sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER: False,
    sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW: False,
    sqlite3.SQLITE_DBCONFIG_WRITABLE_SCHEMA: False,
}
START = {
    "query_only": "ON",
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
    "mmap_size": "0",
    "temp_store": "MEMORY",
    "hard_heap_limit": str(128 * MB),
    # Whether the pages are whole is our business; what the old system let in is not.
    "ignore_check_constraints": "ON",
}
PRAGMAS = {*START, "table_list", "table_xinfo", "integrity_check"}
# Complaints of integrity_check about values that the file holds all the same.
HARMLESS = re.compile(r"ok$|(?:NULL|TEXT|NUMERIC|non-\w+) value in |CHECK constraint")
LARGE = (sqlite3.DataError, MemoryError)  # SQLITE_TOOBIG, SQLITE_NOMEM
ROWIDS = ("rowid", "_rowid_", "oid")


class No(Exception):
    """The code of what cannot be done, and the words of its sentence."""

    def __init__(self, code: str, **words: Any) -> None:
        self.answer = {"refused": code, **words}


def main() -> None:
    for kind, most in LIMITS.items():
        with suppress(ValueError, OSError):  # where a system knows no such limit
            resource.setrlimit(kind, (most, most))
    serve(sys.stdin.buffer, sys.stdout.buffer)


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    reader: Reader | None = None
    for line in questions:
        question = json.loads(line)
        try:
            if reader is None:
                reader = Reader(question["file"])
                text = written({"tables": reader.tables})
            else:
                text = reader.written_answer(question)
        except (No, sqlite3.Error, MemoryError, UnicodeError) as error:
            text = written(refusal(error))
        answers.write(text + b"\n")
        answers.flush()
        del text
        if reader is None:
            return


def written(answer: dict[str, Any]) -> bytes:
    return json.dumps(answer, ensure_ascii=False, allow_nan=False).encode()


def refusal(error: BaseException) -> dict[str, Any]:
    if isinstance(error, No):
        return error.answer
    if isinstance(error, MemoryError):
        return {"refused": "memory"}
    # With the low byte of SQLite's code; what has none is no fault of the file's pages.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return {"refused": "sqlite", "code": code, "words": str(error)[:MOST_NAME]}


class Reading:
    """Rows on their way: what was asked, and how many are out."""

    def __init__(self, table: str, what: str, rest: str, values: list[Any]) -> None:
        self.table, self.rest, self.values = table, rest, values
        self.query = f"SELECT {what} {rest}"
        self.cursor: sqlite3.Cursor | None = None
        self.given = 0


class Reader:
    """The file, open. What it may do is set before anything of the file is looked at."""

    def __init__(self, uri: str) -> None:
        self.connection = connection = sqlite3.connect(
            uri, uri=True, isolation_level=None, cached_statements=16
        )
        for switch, on in SWITCHES.items():
            connection.setconfig(switch, on)
        for limit, most in SQL_LIMITS.items():
            connection.setlimit(limit, most)
        connection.text_factory = text_of
        connection.set_progress_handler(self._step, STEPS)
        connection.set_authorizer(self._may_look)
        self.left = BUDGET
        self.readings: dict[int, Reading] = {}
        for name, value in START.items():
            connection.execute(f"PRAGMA {name}={value}").fetchall()
        self.tables, self.orders = Schema(connection).read()
        self._refuse_damage()
        connection.set_authorizer(self._may_read)

    def _step(self) -> bool:
        self.left -= STEPS
        return self.left < 0

    def _may_look(self, action: int, first: str | None, *_rest: Any) -> int:
        """At the start: the schema, and functions, which indexes may be made of."""
        looks = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION)
        if action in looks or (action == sqlite3.SQLITE_PRAGMA and first in PRAGMAS):
            return sqlite3.SQLITE_OK
        return sqlite3.SQLITE_DENY

    def _may_read(
        self, action: int, first: str | None, second: Any, *_rest: Any
    ) -> int:
        """Afterwards: the tables, and counting."""
        if (
            action == sqlite3.SQLITE_SELECT
            or (action == sqlite3.SQLITE_READ and first in self.tables)
            or (action == sqlite3.SQLITE_FUNCTION and second == "count")
        ):
            return sqlite3.SQLITE_OK
        return sqlite3.SQLITE_DENY

    def _refuse_damage(self) -> None:
        """All pages, and the indexes too: reads by a broken one would miss rows."""
        try:
            for (words,) in self.connection.execute("PRAGMA integrity_check(100)"):
                if not HARMLESS.match(words):
                    raise No("damaged")
        except LARGE:
            for table, columns in self.tables.items():  # one of them says which row
                answer = self._rows({"table": table, "columns": columns, "number": 0})
                while answer["more"]:
                    answer = self._more({"number": 0})
            raise

    def written_answer(self, question: dict[str, Any]) -> bytes:
        answer = self._answer(question)
        try:
            return written(answer)
        except MemoryError:
            # As JSON a text can be six times as long. The last row ended the batch.
            answer.clear()
            raise self.too_large(self.last.given - 1) from None

    def _answer(self, question: dict[str, Any]) -> dict[str, Any]:
        self.left = BUDGET
        for number in question["drop"]:
            self._end(number)
        do: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
            "rows": self._rows,
            "more": self._more,
            "count": self._count,
        }
        return do[question["do"]](question)

    def _rows(self, question: dict[str, Any]) -> dict[str, Any]:
        if len(self.readings) >= READINGS:
            raise No("readings")
        table, columns = question["table"], question["columns"]
        assert columns
        assert set(columns) <= set(self.tables[table])
        rest, values = self._of(table, question.get("where", {}))
        order = f" ORDER BY {self.orders[table]}" if self.orders[table] else ""
        what = ", ".join(map(quoted, columns))
        reading = Reading(table, what, rest + order, values)
        self.readings[question["number"]] = reading
        return self._more(question)

    def _of(self, table: str, where: dict[str, list[Any]]) -> tuple[str, list[Any]]:
        """FROM … WHERE …, with the names that the file has and the values apart."""
        assert set(where) <= set(self.tables[table])
        terms = [
            f"{quoted(column)} IS NULL"
            if some == [None]
            else f"{quoted(column)} IN ({', '.join('?' * len(some))})"
            for column, some in where.items()
        ]
        values = [v for some in where.values() if some != [None] for v in some]
        condition = f" WHERE {' AND '.join(terms)}" if terms else ""
        return f"FROM main.{quoted(table)}{condition}", values

    def _more(self, question: dict[str, Any]) -> dict[str, Any]:
        reading = self.last = self.readings[question["number"]]
        rows: list[list[Any]] = []
        size = 0
        try:
            if reading.cursor is None:
                reading.cursor = self.connection.execute(reading.query, reading.values)
            for row in reading.cursor:
                plain, length = plain_row(row)
                if length > MOST_ROW:
                    raise self.too_large(reading.given)
                rows.append(plain)
                reading.given += 1
                size += length
                if len(rows) >= BATCH_ROWS or size >= BATCH_SIZE:
                    return {"rows": rows, "more": True}
        except LARGE:
            del rows
            self._end(question["number"])
            raise self.too_large(self._large_one(reading)) from None
        self._end(question["number"])
        return {"rows": rows, "more": False}

    def _large_one(self, reading: Reading) -> int:
        """How many come before it. A row is given out when the next was looked at."""
        one = f"{reading.query} LIMIT 1 OFFSET {reading.given}"
        try:
            self.connection.execute(one, reading.values).fetchall()
        except LARGE:
            return reading.given
        return reading.given + 1

    def too_large(self, before: int) -> No:
        """The refusal of a row that comes after so many others of the last reading."""
        table, row = self.last.table, before + 1
        order = self.orders[table]
        if order in ROWIDS:  # its place in the table, not among those asked for
            one = f"SELECT {order} {self.last.rest} LIMIT 1 OFFSET {before}"
            rest = f"FROM main.{quoted(table)} WHERE {order} <= ({one})"
            found = self.connection.execute(f"SELECT count(*) {rest}", self.last.values)
            row = found.fetchone()[0]
        return No("row", table=table, row=row, most=MOST_ROW // MB)

    def _count(self, question: dict[str, Any]) -> dict[str, Any]:
        rest, values = self._of(question["table"], question["where"])
        found = self.connection.execute(f"SELECT count(*) {rest}", values)
        return {"count": found.fetchone()[0]}

    def _end(self, number: int) -> None:
        if reading := self.readings.pop(number, None):
            reading.cursor = None


class Schema:
    """The tables of a file; anything but plain tables and indexes is refused."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.ask = connection.execute

    def read(self) -> tuple[dict[str, list[str]], dict[str, str]]:
        """Table → columns, and table → what its rows are ordered by."""
        self._refuse_more_than_tables()
        tables: dict[str, list[str]] = {}
        orders: dict[str, str] = {}
        for _schema, name, kind, _count, wr, _strict in self.ask(
            "PRAGMA main.table_list"
        ):
            if name.lower().startswith("sqlite_"):
                continue
            if kind != "table":
                raise No("virtual" if kind in ("virtual", "shadow") else kind)
            if len(tables) >= MOST_TABLES:
                raise No("tables", most=MOST_TABLES)
            tables[checked(name)], orders[name] = self._columns(name, bool(wr))
        if not tables:
            raise No("none")
        return dict(sorted(tables.items())), orders

    def _refuse_more_than_tables(self) -> None:
        """By the words of the schema: its column ``type`` binds nobody."""
        for sql in self.ask("SELECT sql FROM main.sqlite_schema WHERE sql IS NOT NULL"):
            words = re.sub(r"--[^\n]*|/\*.*?\*/|\s", "", str(sql[0]), flags=re.DOTALL)
            words = words.upper()
            if words.startswith(("CREATETABLE", "CREATEINDEX", "CREATEUNIQUEINDEX")):
                continue
            for kind in ("view", "trigger", "virtual"):
                if words.startswith(f"CREATE{kind.upper()}"):
                    raise No(kind)
            raise No("schema")

    def _columns(self, table: str, without_rowid: bool) -> tuple[list[str], str]:
        columns: list[str] = []
        keys: list[tuple[int, str]] = []
        for _cid, name, _type, _notnull, _default, key, hidden in self.ask(
            f"PRAGMA main.table_xinfo({quoted(table)})"
        ):
            if hidden:
                raise No("generated", table=table)
            columns.append(checked(name))
            if key:
                keys.append((key, name))
        if without_rowid:
            return columns, ", ".join(quoted(name) for _key, name in sorted(keys))
        taken = {name.lower() for name in columns}
        # Where all three are columns, the table is read in its order anyway.
        free = [name for name in ROWIDS if name not in taken]
        return columns, free[0] if free else ""


def checked(name: str) -> str:
    if not name or len(name) > MOST_NAME or not name.isprintable():
        raise No("name", most=MOST_NAME)
    return name


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def text_of(raw: bytes) -> str:
    """Text as it should be, or its bytes as hex: nothing is made up and nothing lost."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return f"hex:{raw.hex()}"


def plain_row(row: tuple[Any, ...]) -> tuple[list[Any], int]:
    """The values as JSON holds them, and about how many bytes they take."""
    plain, length = list(row), 8 * len(row)
    for place, value in enumerate(row):
        kind = type(value)
        if kind is str:
            length += len(value)
        elif kind is bytes:
            plain[place] = text_of(value)
            length += len(value)
        elif kind is float and not math.isfinite(value):
            plain[place] = str(value).replace("inf", "Infinity")
    return plain, length


if __name__ == "__main__":
    try:
        main()
    except (BrokenPipeError, KeyboardInterrupt):
        os._exit(1)
