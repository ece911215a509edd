"""Files that are spoiled or mean harm: each is refused with a sentence of its own."""

from __future__ import annotations

import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from applications.importing.source import open_source
from applications.tests.importing.files import (
    JOBS,
    SPOILED,
    make,
    read_all,
    refusal,
    untouched,
)
from jobtracker.errors import Refused

pytestmark = pytest.mark.usefixtures("children")


@pytest.mark.parametrize("kind", SPOILED)
def test_spoiled_file_is_refused_with_its_own_sentence(path, kind, capfd):
    build, words = SPOILED[kind]
    message = refusal(build(path))
    assert capfd.readouterr().err == ""
    assert words in message
    assert path.name in message or "Row" in message


@pytest.mark.parametrize("seed", range(30))
def test_random_damage_is_read_or_refused(path, seed):
    chance = random.Random(seed)
    data = bytearray(make(path).read_bytes())
    for _ in range(chance.choice([1, 5, 50])):
        data[chance.randrange(16, len(data))] = chance.randrange(256)
    path.write_bytes(data)
    with untouched(path.parent):
        try:
            read_all(path)
        except Refused:
            return


# What is at the path


def test_missing_file(tmp_path):
    assert "no file “none.sqlite”" in refusal(tmp_path / "none.sqlite")


def test_broken_link(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "none")
    assert "There is no file “link”" in refusal(tmp_path / "link")


def test_folder(tmp_path):
    (tmp_path / "folder").mkdir()
    assert "is a folder" in refusal(tmp_path / "folder")


def test_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "a device or a pipe" in refusal(tmp_path / "pipe")


def test_device():
    with pytest.raises(Refused, match="a device or a pipe"):
        open_source("/dev/zero")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_rights(path):
    make(path).chmod(0)
    assert "look at its rights" in refusal(path)


@pytest.mark.parametrize("where", ["", " ", "a\0b", "x" * 5000])
def test_no_path_at_all(where):
    with pytest.raises(Refused):
        open_source(where)


def test_large_file_is_refused_by_its_size(path):
    make(path)
    assert "at most 0 MB" in refusal(path, most_bytes=1000)


# What lies beside it


def _wal(path: Path) -> Path:
    make(path, *JOBS, first="PRAGMA journal_mode=WAL")
    return path


def test_wal_mode_without_a_log_is_read(path):
    assert _wal(path).read_bytes()[18:20] == b"\2\2"
    with untouched(path.parent):
        assert len(read_all(path)["jobs"]) == 100
    assert os.listdir(path.parent) == [path.name]


def test_copied_live_database_is_refused(path):
    """Its last changes are in the log; without them rows would be missing."""
    _wal(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as live:
        live.execute("INSERT INTO jobs (id, title) VALUES (999, 'late')")
        assert (path.parent / "old.sqlite-wal").stat().st_size
        message = refusal(path)
        (path.parent / "link").symlink_to(path)
        assert "wal_checkpoint" in refusal(path.parent / "link")
    assert "“old.sqlite-wal”" in message
    assert "wal_checkpoint(TRUNCATE)" in message
    assert read_all(path)["jobs"][-1]["title"] == "late"


def test_empty_log_is_no_log(path):
    _wal(path)
    (path.parent / "old.sqlite-wal").touch()
    assert read_all(path)["jobs"]


def test_change_broken_off_is_refused(path):
    make(path)
    journal = path.parent / "old.sqlite-journal"
    journal.write_bytes(bytes.fromhex("d9d505f920a163d7") + b"\0" * 504)
    assert "was broken off" in refusal(path)
    journal.write_bytes(b"\0" * 512)
    assert read_all(path)["jobs"], "a journal of PERSIST mode that is done"


def test_file_that_is_written_meanwhile_is_not_read_on(path):
    with open_source(make(path)) as source:
        assert source.count("jobs") == 100
        make(path, "DELETE FROM jobs WHERE id > 50")
        with pytest.raises(Refused, match="changed while it was read"):
            source.count("jobs")
        with pytest.raises(Refused, match="is closed"):
            source.count("jobs")


# Odd, but harmless


@pytest.mark.parametrize(
    "name", ["a?mode=rwc", "a#b", "100%41", "größe 日本", "a&b=c", 'it\'s "x"', "-x"]
)
def test_path_of_odd_letters(tmp_path, name):
    path = make(tmp_path / name)
    with untouched(tmp_path):
        assert len(read_all(path)["jobs"]) == 100
        assert len(read_all(str(path))["jobs"]) == 100


def test_path_that_is_no_unicode(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.sqlite"))
    assert len(read_all(make(path))["jobs"]) == 100


def test_relative_path(path, monkeypatch):
    monkeypatch.chdir(make(path).parent)
    assert read_all("old.sqlite")["jobs"]


def test_names_with_quotes_are_read(path):
    make(
        path,
        """CREATE TABLE "a"" b'; DROP TABLE x --" ("c""d" TEXT, [e]]f TEXT)""".replace(
            "[e]]f", '"e]%s?"'
        ),
        """INSERT INTO "a"" b'; DROP TABLE x --" VALUES ('1', '2')""",
    )
    (table,) = read_all(path)
    assert table == """a" b'; DROP TABLE x --"""
    with open_source(path) as source:
        assert list(source.rows(table, **{'c"d': "1"})) == [{'c"d': "1", "e]%s?": "2"}]
        assert source.distinct(table, "e]%s?") == ["2"]


def test_checks_and_indexes_of_expressions_are_harmless(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.create_function("ours", 1, lambda value: True, deterministic=True)
        connection.execute(
            "CREATE TABLE a (b TEXT CHECK (ours(b)), c TEXT CHECK (length(c) < 3))"
        )
        connection.execute("CREATE INDEX lowered ON a (lower(b)) WHERE b IS NOT NULL")
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("INSERT INTO a VALUES ('X', 'too long')")
    assert read_all(path) == {"a": [{"b": "X", "c": "too long"}]}


def test_null_where_the_schema_forbids_it_is_read(path):
    make(path, "CREATE TABLE a (b TEXT)", "INSERT INTO a VALUES (NULL)")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = 'CREATE TABLE a (b NOT NULL)'"
        )
    assert read_all(path) == {"a": [{"b": None}]}


def test_200_tables_of_many_columns(path):
    columns = ", ".join(f"c{number}" for number in range(60))
    columns = f"a TEXT UNIQUE, b TEXT UNIQUE, c TEXT UNIQUE, {columns}"
    make(path, *(f"CREATE TABLE t{number:03} ({columns})" for number in range(200)))
    assert len(read_all(path)) == 200
    path.unlink()
    make(path, f"CREATE TABLE t ({', '.join(f'c{n}' for n in range(200))})")
    assert len(read_all(path)) == 1


def test_statistics_and_sequences_are_not_listed(path):
    make(
        path,
        "CREATE TABLE a (b INTEGER PRIMARY KEY AUTOINCREMENT)",
        "INSERT INTO a VALUES (1)",
        "CREATE INDEX i ON a (b)",
        "ANALYZE",
    )
    assert read_all(path) == {"a": [{"b": 1}]}
