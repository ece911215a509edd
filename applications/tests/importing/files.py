"""Databases to be read: good ones, and those that somebody spoiled or means harm with."""

from __future__ import annotations

import gzip
import hashlib
import random
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from applications.importing.source import open_source
from jobtracker.errors import Refused

JOBS = (
    'CREATE TABLE jobs (id INTEGER PRIMARY KEY, title TEXT NOT NULL, "references" TEXT)',
    "CREATE INDEX jobs_title ON jobs (title)",
    *(
        f"INSERT INTO jobs (id, title) VALUES ({id}, 'Job {id} {'é' * 300}')"
        for id in range(1, 101)
    ),
)


def make(path: Path, *statements: str, first: str = "") -> Path:
    """A database out of SQL; ``first`` comes before its tables."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        for statement in (first, *(statements or JOBS)):
            connection.execute(statement)
    return path


def look(folder: Path) -> dict[str, tuple[str, int]]:
    """Every file in it with its digest and its time of change."""
    return {
        each.name: (_digest(each), each.lstat().st_mtime_ns)
        for each in folder.iterdir()
    }


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


@contextmanager
def untouched(folder: Path) -> Iterator[None]:
    before = look(folder)
    yield
    assert look(folder) == before


def refusal(path: Path | str, **options: int) -> str:
    """What is said to the file; its folder is as it was."""
    folder = Path(path).parent
    with untouched(folder), pytest.raises(Refused) as error:
        read_all(path, **options)
    (message,) = error.value.messages
    assert "Traceback" not in message
    return message


def read_all(path: Path | str, **options: int) -> dict[str, list[dict]]:
    with open_source(path, **options) as source:
        return {table: list(source.rows(table)) for table in source.tables}


def changed(path: Path, change: Callable[[bytearray], object]) -> Path:
    data = bytearray(path.read_bytes())
    change(data)
    path.write_bytes(data)
    return path


def with_schema(path: Path, *changes: str) -> Path:
    """A file whose own description of its tables was written by hand."""
    make(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, False)
        connection.execute("PRAGMA writable_schema=ON")
        for change in changes:
            connection.execute(change)
    return path


# Each makes a file that is refused, with words of what is said to it.


def _flipped(path: Path) -> Path:
    def flip(data: bytearray) -> None:
        place = random.Random(7)
        for _ in range(200):
            data[place.randrange(4096, len(data))] ^= 0xFF

    return changed(make(path), flip)


def _damaged_index(path: Path) -> Path:
    """The table is whole, but reads by the index would miss a row."""
    make(path, *JOBS, "CREATE TABLE other (title TEXT)")
    return with_other_root(path)


def with_other_root(path: Path) -> Path:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, False)
        connection.execute("CREATE INDEX empty ON other (title)")
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(
            "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema "
            "WHERE name = 'empty') WHERE name = 'jobs_title'"
        )
    return path


def _encrypted(path: Path) -> Path:
    path.write_bytes(random.Random(1).randbytes(8192))
    return path


def _zip(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("jobs.sqlite", b"x" * 1000)
    return path


def _written(data: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(data)
        return path

    return write


def _of(*statements: str) -> Callable[[Path], Path]:
    return lambda path: make(path, *statements)


def _lies(pages: int) -> Callable[[Path], Path]:
    """The header names a number of pages, and swears that it is up to date."""

    def lie(data: bytearray) -> None:
        data[28:32] = pages.to_bytes(4)
        data[92:96] = data[24:28]

    return lambda path: changed(make(path), lie)


def _schema(*changes: str) -> Callable[[Path], Path]:
    return lambda path: with_schema(path, *changes)


_COLUMNS = ", ".join(f"c{number}" for number in range(2000))
_NUMBERS = "WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n)"

SPOILED: dict[str, tuple[Callable[[Path], Path], str]] = {
    "empty": (_written(b""), "is empty"),
    "gzip": (_written(gzip.compress(b"x" * 1000)), "gzip archive. Unpack"),
    "zip": (_zip, "zip archive. Unpack"),
    "SQL of SQLite": (_written(b"PRAGMA foreign_keys=OFF;\nBEGIN;\n"), "dump in SQL"),
    "SQL of PostgreSQL": (_written(b"\n-- PostgreSQL database dump\n"), "dump in SQL"),
    "pg_dump": (_written(b"PGDMP\x01\x0e" + b"\0" * 99), "pg_restore"),
    "encrypted": (_encrypted, "encrypted or damaged"),
    "text": (_written(b"Dear Sir or Madam"), "not a SQLite database"),
    "header alone": (_written(b"SQLite format 3\0"), "cut off"),
    "flipped bytes": (_flipped, "is damaged"),
    "index of another table": (_damaged_index, "is damaged"),
    "no page size": (
        lambda path: changed(
            make(path), lambda data: data.__setitem__(slice(16, 18), b"\0\3")
        ),
        "is damaged",
    ),
    "cut off": (
        lambda path: changed(
            make(path), lambda data: data.__delitem__(slice(9000, None))
        ),
        "cut off",
    ),
    "too many pages": (_lies(2**31), "cut off"),
    "too few pages": (_lies(2), "damaged"),
    "no tables": (
        _of("CREATE TABLE a (b)", "DROP TABLE a"),
        "holds no tables",
    ),
    "view": (_of(*JOBS, "CREATE VIEW v AS SELECT * FROM jobs"), "holds a view"),
    "endless view": (
        _of("CREATE TABLE a (b)", f"CREATE VIEW users AS {_NUMBERS} SELECT x FROM n"),
        "holds a view",
    ),
    "view with a comment": (
        _schema(
            "INSERT INTO sqlite_schema VALUES "
            "('view', 'v', 'v', 0, 'CREATE/**/VIEW v AS SELECT 1')"
        ),
        "holds a view",
    ),
    "view called a table": (
        _schema(
            "INSERT INTO sqlite_schema VALUES "
            "('table', 'v', 'v', 0, 'CREATE/**/VIEW v AS SELECT 1')"
        ),
        "describes its tables",
    ),
    "trigger": (
        _of(*JOBS, "CREATE TRIGGER t AFTER INSERT ON jobs BEGIN SELECT 1; END"),
        "holds a trigger",
    ),
    "virtual table": (_of("CREATE VIRTUAL TABLE v USING fts5(a)"), "virtual table"),
    "virtual table of no module": (
        _schema(
            "INSERT INTO sqlite_schema VALUES "
            "('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING unheard_of(a)')"
        ),
        "virtual table",
    ),
    "generated column": (
        _of("CREATE TABLE a (b TEXT, c TEXT AS (upper(b)) VIRTUAL)"),
        "generated columns",
    ),
    "stored generated column": (
        _of("CREATE TABLE a (b TEXT, c TEXT AS (upper(b)) STORED)"),
        "generated columns",
    ),
    "2,000 columns": (_of(f"CREATE TABLE a ({_COLUMNS})"), "more than 200 columns"),
    "201 tables": (
        _of(*(f"CREATE TABLE t{number} (a)" for number in range(201))),
        "more than 200 tables",
    ),
    "newline in a table's name": (_of('CREATE TABLE "a\nb" (c)'), "not printable"),
    "newline in a column's name": (_of('CREATE TABLE a ("b\nc")'), "not printable"),
    "long name": (_of(f"CREATE TABLE {'a' * 201} (b)"), "longer than 200"),
    "nameless table": (_of('CREATE TABLE "" (b)'), "empty"),
    "words for a schema": (
        _schema(
            "UPDATE sqlite_schema SET sql = 'CREATE TABLE jobs (((' WHERE type='table'"
        ),
        "describes its tables",
    ),
    "another statement for a schema": (
        _schema(
            "UPDATE sqlite_schema SET sql = 'DROP TABLE jobs' WHERE type = 'table'"
        ),
        "describes its tables",
    ),
    "a page that is not there": (
        _schema("UPDATE sqlite_schema SET rootpage = 999999 WHERE type = 'table'"),
        "describes its tables",
    ),
    "two tables on one page": (
        _schema(
            "INSERT INTO sqlite_schema SELECT 'table', 'b', 'b', rootpage, "
            "'CREATE TABLE b (c)' FROM sqlite_schema WHERE name = 'jobs'"
        ),
        "damaged",
    ),
    "30 MB in a cell": (
        _of(*JOBS, "UPDATE jobs SET title = zeroblob(30 << 20) WHERE id = 77"),
        "Row 77 of the table “jobs” is larger than 20 MB",
    ),
    "30 MB in a row": (
        _of(
            "CREATE TABLE big (a, b, c)",
            "INSERT INTO big VALUES (1, 2, 3)",
            "INSERT INTO big VALUES "
            "(zeroblob(10 << 20), zeroblob(10 << 20), zeroblob(10 << 20))",
        ),
        "Row 2 of the table “big” is larger than 20 MB",
    ),
    "200 MB in a row": (
        _of(
            "CREATE TABLE big (a, b, c, d, e, f, g, h, i, j)",
            f"INSERT INTO big VALUES ({', '.join(['zeroblob(19 << 20)'] * 10)})",
        ),
        "Row 1 of the table “big” is larger than 20 MB",
    ),
}
