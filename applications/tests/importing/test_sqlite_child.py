"""The program that opens a SQLite file, run by itself as its parent runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from applications.importing import sqlite_child, sqlite_source
from applications.tests.importing.files import SPOILED, make, untouched


def run(*lines):
    """What it answers to requests, and how it ended; it says nothing else."""
    code = [sys.executable, "-I", "-S", "-B", sqlite_child.__file__]
    sent = "".join(json.dumps(line) + "\n" for line in lines)
    done = subprocess.run(
        code, input=sent.encode(), capture_output=True, timeout=60, env={}, cwd="/"
    )
    assert done.stderr == b""
    assert done.returncode == 0
    return [json.loads(line) for line in done.stdout.splitlines()]


def at(path):
    return {"file": sqlite_source._uri(path)}


def rows(table, *columns, where=None, number=1):
    question = {"do": "rows", "table": table, "columns": columns, "number": number}
    return question | {"where": where or {}, "drop": []}


def test_it_needs_nothing_but_the_standard_library():
    text = Path(sqlite_child.__file__).read_text()
    assert "django" not in text.lower()
    assert "applications" not in text


def test_conversation(path):
    make(path)
    tables, found, count = run(
        at(path),
        rows("jobs", "id", where={"id": [3, 4]}),
        {"do": "count", "table": "jobs", "where": {}, "drop": [1]},
    )
    assert tables == {"tables": {"jobs": ["id", "title", "references"]}}
    assert found == {"rows": [[3], [4]], "more": False}
    assert count == {"count": 100}


def test_batches_have_an_end(path):
    size = 600_000
    make(
        path,
        "CREATE TABLE a (b)",
        *(f"INSERT INTO a VALUES (zeroblob({size}))" for _ in range(5)),
    )
    more = {"do": "more", "number": 1, "drop": []}
    _tables, *answers = run(at(path), rows("a", "b"), more, more)
    assert [len(answer["rows"]) for answer in answers] == [2, 2, 1]
    assert [answer["more"] for answer in answers] == [True, True, False]


@pytest.mark.drill
@pytest.mark.parametrize("kind", SPOILED)
def test_spoiled_files_are_answered(path, kind):
    """Also those that its parent would not have given to it."""
    build, _words = SPOILED[kind]
    build(path)
    with untouched(path.parent):
        (first,) = run(at(path))
        if tables := first.get("tables"):
            asked = [rows(table, *columns) for table, columns in tables.items()]
            _tables, *answers = run(at(path), *asked)
            assert any("refused" in answer for answer in answers)


def test_nothing_there_is_made(tmp_path):
    assert run(at(tmp_path / "none"))[0]["refused"] == "sqlite"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM jobs",
        "UPDATE jobs SET title = ''",
        "CREATE TABLE a (b)",
        "CREATE TEMP TABLE a (b)",
        "DROP TABLE jobs",
        "ATTACH ':memory:' AS other",
        "PRAGMA journal_mode=WAL",
        "PRAGMA query_only=OFF",
        "PRAGMA writable_schema=ON",
        "SELECT load_extension('x')",
        "SELECT readfile('/etc/passwd')",
        "SELECT randomblob(10)",
        "SELECT * FROM sqlite_schema",
        "SELECT * FROM pragma_table_info('jobs')",
        "SELECT * FROM json_each('[1]')",
        "WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x FROM n) SELECT * FROM n",
        "VACUUM",
        "VACUUM INTO '/tmp/copy'",
        "REINDEX",
        "BEGIN IMMEDIATE",
    ],
)
def test_reader_can_do_nothing_else(path, statement):
    """Should a question ever get into the SQL: in this process, without its limits."""
    reader = sqlite_child.Reader(at(make(path))["file"])
    try:
        with untouched(path.parent), pytest.raises(sqlite_child.sqlite3.Error):
            reader.connection.execute(statement).fetchall()
    finally:
        reader.connection.close()


def test_endless_work_is_broken_off(path, monkeypatch):
    monkeypatch.setattr(sqlite_child, "BUDGET", 3_000_000)
    make(path, *(f"CREATE TABLE t{number} (a)" for number in range(3)))
    reader = sqlite_child.Reader(at(path)["file"])
    try:
        reader.connection.set_authorizer(None)
        with pytest.raises(sqlite_child.sqlite3.OperationalError) as error:
            reader.connection.execute(
                "WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n) "
                "SELECT count(*) FROM n"
            ).fetchall()
    finally:
        reader.connection.close()
    assert (
        sqlite_child.refusal(error.value)["code"]
        == sqlite_child.sqlite3.SQLITE_INTERRUPT
    )
