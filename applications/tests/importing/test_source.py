"""Reading SQLite files: tables, rows, questions, values, and the child that does it."""

from __future__ import annotations

import gc
import json
import os
import signal
import sqlite3
import sys
import time
import weakref
from contextlib import closing
from pathlib import Path

import pytest

from applications.importing import sqlite_source
from applications.importing.source import open_source
from applications.importing.sqlite_source import SQLiteSource
from applications.tests.importing.files import make, read_all, untouched
from jobtracker.errors import Refused

pytestmark = pytest.mark.usefixtures("children")


@pytest.fixture
def source(path):
    make(
        path,
        "CREATE TABLE jobs (id INTEGER PRIMARY KEY, title TEXT, user_id INT)",
        "WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n LIMIT 1200) "
        "INSERT INTO jobs SELECT x, 'Job ' || x, nullif(x % 3, 0) FROM n",
        'CREATE TABLE "references" (name TEXT, "order" INT)',
        "INSERT INTO \"references\" VALUES ('Ada', 2), ('Bo', 1), (NULL, 3)",
        "CREATE TABLE Empty (a)",
    )
    with untouched(path.parent), open_source(path) as source:
        yield source


def ids(rows):
    return [row["id"] for row in rows]


def test_tables_and_columns(source):
    assert source.tables == {
        "Empty": ["a"],
        "jobs": ["id", "title", "user_id"],
        "references": ["name", "order"],
    }
    assert source.name == "old.sqlite"


def test_rows_come_in_their_order(source):
    assert ids(source.rows("jobs")) == list(range(1, 1201))
    assert next(source.rows("jobs")) == {"id": 1, "title": "Job 1", "user_id": 1}
    assert [row["name"] for row in source.rows("references")] == ["Ada", "Bo", None]
    assert list(source.rows("Empty")) == []


def test_deleted_and_new_rows_keep_the_order_of_the_rowid(path):
    make(
        path,
        "CREATE TABLE a (b TEXT PRIMARY KEY)",
        "INSERT INTO a (rowid, b) VALUES (9, 'a'), (2, 'z'), (5, 'm')",
        "CREATE TABLE c (rowid TEXT, oid TEXT)",
        "INSERT INTO c (_rowid_, rowid, oid) VALUES (2, 'a', 'x'), (1, 'b', 'y')",
        "CREATE TABLE d (rowid TEXT, oid TEXT, _rowid_ TEXT)",
        "INSERT INTO d VALUES ('b', '1', '2'), ('a', '3', '4')",
        "CREATE TABLE e (f INT, g TEXT, PRIMARY KEY (g, f)) WITHOUT ROWID",
        "INSERT INTO e VALUES (2, 'b'), (1, 'b'), (3, 'a')",
    )
    read = read_all(path)
    assert [row["b"] for row in read["a"]] == ["z", "m", "a"]
    assert [row["rowid"] for row in read["c"]] == ["b", "a"]
    assert [row["rowid"] for row in read["d"]] == ["b", "a"]
    assert [row["f"] for row in read["e"]] == [3, 1, 2]


def test_questions(source):
    assert ids(source.rows("jobs", id=7)) == [7]
    assert ids(source.rows("jobs", title="Job 7", id=[6, 7, 8])) == [7]
    assert ids(source.rows("jobs", title="nothing")) == []
    assert source.count("jobs", user_id=None) == 400
    assert source.count("jobs", user_id=[None, 1]) == 800
    assert source.count("jobs", id=[]) == 0
    assert ids(source.rows("jobs", id=())) == []
    assert source.count("jobs") == 1200
    assert source.count("references", order=[1, 2]) == 2


def test_more_than_500_values_come_once_each(source):
    many = [*range(1, 1201), *range(1, 1201)]
    assert ids(source.rows("jobs", id=many)) == list(range(1, 1201))
    assert source.count("jobs", id=many) == 1200
    assert source.count("jobs", id=many, title=[f"Job {n}" for n in many]) == 1200


def test_values_that_no_row_can_have_find_nothing(source):
    for value in (2**70, -(2**63) - 1, "\ud800", float("nan"), "'; DROP TABLE jobs"):
        assert list(source.rows("jobs", id=value)) == []
        assert source.count("jobs", id=[value, 5]) == 1


def test_distinct(source):
    assert source.distinct("jobs", "user_id") == [1, 2, None]
    assert source.distinct("Empty", "a") == []


def test_several_readings_at_once(source):
    """Each a batch ahead of the other, in one process."""
    outer = []
    for one, two in zip(
        source.rows("jobs"), source.rows("jobs", user_id=1), strict=False
    ):
        outer.append((one["id"], two["id"], source.count("jobs", id=one["id"])))
    assert len(outer) == 400
    assert outer[-1] == (400, 1198, 1)


def test_readings_that_are_left_early_are_let_go(source):
    for _ in range(200):
        assert next(source.rows("jobs"))["id"] == 1
    assert source.count("jobs") == 1200


def test_too_many_readings_at_once_are_refused(source):
    readings = [source.rows("jobs") for _ in range(51)]
    with pytest.raises(Refused, match="too many places"):
        [next(reading) for reading in readings]


@pytest.mark.parametrize("names", [("users",), ("jobs", "x"), ('jobs" --',), ("Jobs",)])
def test_unknown_names_get_nowhere(source, names):
    table, *columns = names
    for ask in (source.rows, source.count):
        with pytest.raises(Refused, match="The source has no|has no column"):
            list(ask(table, **dict.fromkeys(columns, 1)))
    with pytest.raises(Refused):
        source.distinct(table, *(columns or ["id"]))


def test_values_are_those_of_json(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE a (b)")
        values = [
            *(None, 1, -(2**63), 2.5, "ünï\n👍\0x", "", b"caf\xc3\xa9", b"\xff\x00"),
            *(9e999, -9e999, 1e308, '{"a": [1]}'),
        ]
        connection.executemany("INSERT INTO a VALUES (?)", [(v,) for v in values])
        connection.execute("INSERT INTO a VALUES (CAST(x'61ff' AS TEXT))")
        connection.commit()
    read = [row["b"] for row in read_all(path)["a"]]
    assert read == [
        *(None, 1, -(2**63), 2.5, "ünï\n👍\0x", "", "café", "hex:ff00"),
        *("Infinity", "-Infinity", 1e308, '{"a": [1]}', "hex:61ff"),
    ]
    assert json.loads(json.dumps(read)) == read


@pytest.mark.parametrize("encoding", ["UTF-16le", "UTF-16be"])
def test_utf16(path, encoding):
    make(
        path,
        "CREATE TABLE größe (a TEXT)",
        "INSERT INTO größe VALUES ('日本 👍')",
        first=f"PRAGMA encoding='{encoding}'",
    )
    assert read_all(path) == {"größe": [{"a": "日本 👍"}]}


@pytest.mark.parametrize("size", [512, 65536])
def test_page_sizes(path, size):
    make(path, first=f"PRAGMA page_size={size}")
    assert len(read_all(path)["jobs"]) == 100


def test_row_just_below_the_limit_is_read(path):
    text = "substr(printf('%.*c', 19 << 20, 'x'), 1)"
    make(path, "CREATE TABLE a (b)", f"INSERT INTO a VALUES ({text}), (2)")
    first, second = read_all(path)["a"]
    assert first["b"] == "x" * (19 << 20)
    assert second["b"] == 2


def test_row_too_large_for_json_is_named(path):
    """A NUL takes one byte there and six here."""
    blob = "INSERT INTO a VALUES (zeroblob(19 << 20))"
    make(path, "CREATE TABLE a (b)", "INSERT INTO a VALUES (1)", blob)
    with pytest.raises(Refused, match="Row 2 of the table “a”"):
        read_all(path)


def test_row_too_large_is_named_by_its_place_in_the_table(path):
    make(
        path,
        "CREATE TABLE a (b, c)",
        "INSERT INTO a VALUES (1, 'x'), (2, 'y'), (2, zeroblob(21 << 20)), (2, 'z')",
    )
    with open_source(path) as source:
        for _ in range(60):
            with pytest.raises(Refused, match="Row 3 of the table “a”"):
                list(source.rows("a", b=2))
        assert source.count("a") == 4, "the others can be read all the same"


# URLs


def test_urls_of_sqlite(path, monkeypatch):
    make(path)
    monkeypatch.chdir(path.parent)
    for url in (
        f"sqlite:///{path}",
        f"sqlite+aiosqlite:///{path}?timeout=5",
        "sqlite:///old.sqlite",
        "sqlite:///./old.sqlite",
    ):
        assert len(read_all(url)["jobs"]) == 100
    make(path.parent / "a b%.sqlite")
    assert read_all("sqlite:///a%20b%25.sqlite")["jobs"]


def test_other_urls_are_refused_without_their_password():
    for url in ("mysql://me:secret@host/db", "https://me:secret@host/db.sqlite"):
        with pytest.raises(Refused) as error:
            open_source(url)
        assert url.split(":")[0] in str(error.value)
        assert "secret" not in str(error.value)


# The child


def test_child_is_on_its_own(source, children):
    (child,) = children
    place = Path(f"/proc/{child.pid}")
    assert os.getsid(child.pid) == child.pid
    assert os.readlink(place / "cwd") == "/"
    assert place.joinpath("environ").read_bytes() == b""
    handles = {os.readlink(place / "fd" / fd) for fd in os.listdir(place / "fd")}
    files = {handle for handle in handles if handle.startswith("/")}
    assert files == {"/dev/null", str(source._path)}
    limits = place.joinpath("limits").read_text()
    assert f"Max address space         {256 << 20} " in limits
    assert "Max file size             0 " in limits
    assert "Max cpu time              120 " in limits
    assert "Max core file size        0 " in limits


def test_child_ends_when_the_reading_breaks(path, children):
    def read():
        with open_source(make(path)) as source:
            for row in source.rows("jobs"):
                raise ZeroDivisionError(row)

    with pytest.raises(ZeroDivisionError):
        read()
    assert children[0].returncode is not None


def test_child_ends_with_a_source_that_is_forgotten(path, children):
    source = weakref.ref(open_source(make(path)))
    gc.collect()
    assert source() is None
    assert children[0].returncode is not None


def test_closing_twice_is_fine(path):
    source = open_source(make(path))
    source.close()
    source.close()


@pytest.mark.parametrize(
    ("number", "words"),
    [(signal.SIGKILL, "takes too long"), (signal.SIGSEGV, "is damaged")],
)
def test_child_that_dies_is_told(path, children, number, words):
    with open_source(make(path)) as source:
        children[0].send_signal(number)
        time.sleep(0.1)
        with pytest.raises(Refused, match=words):
            source.count("jobs")


def test_child_that_says_nothing_is_not_waited_for(path, children):
    with SQLiteSource(make(path), patience=0.3) as source:
        children[0].send_signal(signal.SIGSTOP)
        begun = time.monotonic()
        with pytest.raises(Refused, match="takes too long"):
            source.count("jobs")
        assert time.monotonic() - begun < 5


ANSWERS = {
    "no JSON": "print('x', flush=True)",
    "no object": "print('[]', flush=True)",
    "no tables": "print('{}', flush=True)",
    "odd columns": 'print(\'{"tables": {"a": [1]}}\', flush=True)',
    "deep": "print('[' * 100000, flush=True)",
    "nothing": "pass",
    "odd code": 'print(\'{"refused": [1], "row": "x"}\', flush=True)',
    "bytes": "import sys; sys.stdout.buffer.write(b'\\xff\\n')",
}


@pytest.mark.parametrize("kind", ANSWERS)
def test_child_is_not_believed_blindly(path, monkeypatch, kind):
    """A file that took it over could say anything."""
    _answering(path, monkeypatch, ANSWERS[kind])
    with pytest.raises(Refused, match="is damaged"):
        open_source(make(path))


@pytest.mark.parametrize("row", ['["x", {}]', '["x"]', '"xy"', "[[], 1]"])
def test_rows_of_the_child_are_not_believed_blindly(path, monkeypatch, row):
    tables = '{"tables": {"a": ["b", "c"]}}'
    code = (
        f"print('{tables}', flush=True); input(); input(); "
        f"print('{{\"rows\": [{row}]}}', flush=True)"
    )
    _answering(path, monkeypatch, code)
    with (
        open_source(make(path)) as source,
        pytest.raises(Refused, match="is damaged"),
    ):
        list(source.rows("a"))


def _answering(path, monkeypatch, code):
    child = path.with_name("child.py")
    child.write_text(code)
    monkeypatch.setattr(sqlite_source.sqlite_child, "__file__", str(child))
    assert sys.executable


def test_ten_thousand_rows_are_read_in_moments(path):
    make(
        path,
        "CREATE TABLE a (b INTEGER PRIMARY KEY, c TEXT, d TEXT, e REAL)",
        "WITH RECURSIVE n(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n LIMIT 10000) "
        "INSERT INTO a SELECT x, 'title ' || x, hex(randomblob(50)), x / 7.0 FROM n",
    )
    with open_source(path) as source:
        begun = time.monotonic()
        assert sum(1 for _row in source.rows("a")) == 10_000
        assert time.monotonic() - begun < 3  # some 0.1 on a machine at rest
