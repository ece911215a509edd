"""Reading PostgreSQL: the same rows and values as from a file, and nothing written."""

from __future__ import annotations

import json
import socket
import threading
from contextlib import suppress
from urllib.parse import quote

import psycopg
import pytest
from django.db import connection

from applications.importing import postgresql_source
from applications.importing.postgresql_words import not_connected
from applications.importing.source import open_source
from jobtracker.errors import Refused

pytestmark = pytest.mark.django_db
SCRATCH = "jobtracker_test_import"
on_postgresql = pytest.mark.postgresql

TABLES = '''
CREATE TABLE jobs (id UUID PRIMARY KEY, number INT, title VARCHAR(99), code CHAR(4),
 "100% ""odd""" TEXT, is_deleted BOOLEAN, score DOUBLE PRECISION, rate REAL,
 salary NUMERIC(12, 2), whole NUMERIC, seen_at TIMESTAMPTZ, made_at TIMESTAMP,
 on_day DATE, at_time TIME, took INTERVAL, raw BYTEA, tags TEXT[], data JSONB, text JSON);
INSERT INTO jobs VALUES
 ('6b378d50-05e7-4078-9843-ad6422f1ec6f', 1, 'Ünï 👍', 'ab', 'x', true, 2.5, 0.1,
  120000.50, 7, '2026-01-02 03:04:05.5+05:30', '2026-01-02 03:04:05', '2026-01-02',
  '03:04', '1 day 2 hours', 'café', '{a,"b c"}', '{"b": [1, "é"]}', '{"b":  1}'),
 ('6b378d50-05e7-4078-9843-ad6422f1ec70', 2, NULL, NULL, NULL, false, 'NaN', 'Infinity',
  'NaN', 12345678901234567890123, 'infinity', '-infinity', '0044-03-15 BC', NULL, NULL,
  '\\xff00', '{}', 'null', NULL);
CREATE TABLE "references" (id SERIAL PRIMARY KEY, "order" INT);
INSERT INTO "references" ("order") SELECT nullif(n % 3, 0) FROM generate_series(1, 1200) n;
CREATE TABLE columnless ();
CREATE VIEW seen AS SELECT * FROM jobs;
CREATE SCHEMA other;
CREATE TABLE other.jobs (id INT);
'''


def address(**changes):
    """The test's own server as a URL; another database, user or port where named."""
    own = connection.settings_dict
    part = {
        "user": own["USER"],
        "password": own["PASSWORD"],
        "host": own["HOST"] or "localhost",
        "port": own["PORT"] or 5432,
        "name": SCRATCH,
        "scheme": "postgres",
    } | changes
    login = quote(part["user"], safe="")
    if part["password"]:
        login += ":" + quote(part["password"], safe="")
    return f"{part['scheme']}://{login}@{part['host']}:{part['port']}/{part['name']}"


@pytest.fixture(scope="module")
def scratch():
    """A database with some tables."""
    with psycopg.connect(address(name="postgres"), autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {SCRATCH} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {SCRATCH} ENCODING 'UTF8' TEMPLATE template0")
        with psycopg.connect(address()) as database:
            database.execute(TABLES)
        yield
        server.execute(f"DROP DATABASE {SCRATCH} WITH (FORCE)")


@pytest.fixture
def source(scratch):
    with open_source(address()) as source:
        yield source


@pytest.fixture
def owner(scratch):
    """The old system itself, at work beside the reading."""
    with psycopg.connect(address(), autocommit=True) as owner:
        yield owner


@on_postgresql
def test_base_tables_of_public_are_listed(source):
    assert set(source.tables) == {"jobs", "references", "columnless"}
    assert source.tables["references"] == ["id", "order"]
    assert source.tables["columnless"] == []
    assert source.name.endswith(f"/{SCRATCH}")


@on_postgresql
def test_values_are_those_of_json(source):
    one, two = source.rows("jobs")
    assert one == {
        "id": "6b378d50-05e7-4078-9843-ad6422f1ec6f",
        "number": 1,
        "title": "Ünï 👍",
        "code": "ab  ",
        '100% "odd"': "x",
        "is_deleted": True,
        "score": 2.5,
        "rate": 0.1,
        "salary": 120000.5,
        "whole": 7,
        "seen_at": "2026-01-01T21:34:05.5+00:00",
        "made_at": "2026-01-02T03:04:05",
        "on_day": "2026-01-02",
        "at_time": "03:04:00",
        "took": "P1DT2H",
        "raw": "café",
        "tags": '["a","b c"]',
        "data": '{"b": [1, "é"]}',
        "text": '{"b":  1}',
    }
    assert two | {"id": "", "number": 0} == {
        "id": "",
        "number": 0,
        "title": None,
        "code": None,
        '100% "odd"': None,
        "is_deleted": False,
        "score": "NaN",
        "rate": "Infinity",
        "salary": "NaN",
        "whole": "12345678901234567890123",
        "seen_at": "infinity",
        "made_at": "-infinity",
        "on_day": "0044-03-15 BC",
        "at_time": None,
        "took": None,
        "raw": "hex:ff00",
        "tags": "[]",
        "data": "null",
        "text": None,
    }
    assert json.loads(json.dumps([one, two])) == [one, two]


@on_postgresql
def test_each_value_finds_its_row_again(source):
    row = next(source.rows("jobs"))
    for column, value in row.items():
        if column != "raw":
            assert list(source.rows("jobs", **{column: value})) == [row], column
    assert source.count("jobs", **{'100% "odd"': None}) == 1
    assert source.distinct("jobs", '100% "odd"') == ["x", None]


@on_postgresql
def test_values_that_no_row_can_have_find_nothing(source):
    for column in source.tables["jobs"]:
        for value in (
            2**70,
            "a\0b",
            "\ud800",
            "x'; DROP TABLE jobs",
            1.5,
            float("inf"),
        ):
            assert source.count("jobs", **{column: value}) == 0, (column, value)
    assert source.count("jobs", number=[1, "2", 2.0, "x"]) == 2
    assert source.count("jobs", is_deleted=[True, False]) == 2


@on_postgresql
def test_rows_come_in_their_order_and_in_batches(source):
    ids = [row["id"] for row in source.rows("references")]
    assert ids == list(range(1, 1201))
    assert [row["id"] for row in source.rows("references", id=ids * 2)] == ids
    assert source.count("references", order=[None, 1]) == 800
    assert source.count("references", id=[]) == 0
    assert source.distinct("references", "order") == [1, 2, None]


@on_postgresql
def test_several_readings_at_once_and_left_early(source):
    for one, two in zip(source.rows("references"), source.rows("jobs"), strict=False):
        assert source.count("references", id=one["id"]) == 1
        assert two["number"] == one["id"]
    for _ in range(100):
        assert next(source.rows("references"))["id"] == 1
    open_ones = "SELECT count(*) FROM pg_cursors WHERE name LIKE 'import%'"
    assert source._connection.execute(open_ones).fetchone()[0] <= 2


@on_postgresql
@pytest.mark.parametrize("table", ["seen", "other.jobs", 'jobs" --', "pg_class"])
def test_unknown_names_get_nowhere(source, table):
    with pytest.raises(Refused, match="has no table"):
        list(source.rows(table))
    with pytest.raises(Refused, match="has no column"):
        source.count("jobs", **{table: 1})


@on_postgresql
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM jobs",
        "CREATE TABLE a (b INT)",
        "SELECT nextval('references_id_seq')",
        "CREATE TEMP TABLE a (b INT); CREATE TABLE b (c INT)",
    ],
)
def test_nothing_can_be_written(source, statement):
    with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
        source._connection.execute(statement)


@on_postgresql
def test_one_moment_is_read_whatever_happens_meanwhile(source, owner):
    owner.execute('INSERT INTO "references" ("order") VALUES (9)')
    try:
        assert source.count("references") == 1200
        with open_source(address(scheme="postgresql+asyncpg")) as later:
            assert later.count("references") == 1201
    finally:
        owner.execute('DELETE FROM "references" WHERE "order" = 9')


@on_postgresql
def test_what_the_connection_says_of_itself(source):
    ask = "SELECT current_setting(%s)"
    expected = {
        "application_name": "jobtracker import",
        "transaction_isolation": "repeatable read",
        "transaction_read_only": "on",
        "default_transaction_read_only": "on",
        "statement_timeout": "1min",
        "search_path": "public",
    }
    assert expected == {
        name: source._connection.execute(ask, [name]).fetchone()[0] for name in expected
    }


@on_postgresql
def test_rows_hidden_by_a_policy_are_an_error(owner):
    """Left out quietly they would be missing in the end."""
    name = "jobtracker_test_reader"
    owner.execute(f"DROP ROLE IF EXISTS {name}")
    owner.execute(f"CREATE ROLE {name} LOGIN PASSWORD 'secret'")
    try:
        owner.execute("CREATE TABLE hidden (id INT)")
        owner.execute("ALTER TABLE hidden ENABLE ROW LEVEL SECURITY")
        owner.execute(f'GRANT SELECT ON hidden, "references" TO {name}')
        with open_source(address(user=name, password="secret")) as source:
            for table in ("hidden", "jobs"):
                with pytest.raises(Refused, match="may not be read") as error:
                    list(source.rows(table))
                assert table in str(error.value)
                source._connection.rollback()
            assert source.count("references") == 1200
    finally:
        owner.execute("DROP TABLE IF EXISTS hidden")
        owner.execute(f"DROP OWNED BY {name}")
        owner.execute(f"DROP ROLE {name}")


@on_postgresql
def test_connection_that_breaks_off(source, owner):
    pid = source._connection.info.backend_pid
    owner.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
    with pytest.raises(Refused, match="broke off"):
        list(source.rows("jobs"))


@on_postgresql
def test_row_too_large_is_named(source, owner, monkeypatch):
    monkeypatch.setattr(postgresql_source, "MOST_ROW", 60)
    with pytest.raises(Refused, match="Row 1 of the table “jobs”"):
        list(source.rows("jobs"))


@on_postgresql
def test_database_without_tables(scratch, owner):
    owner.execute("CREATE DATABASE jobtracker_test_empty")
    try:
        with pytest.raises(Refused, match="holds no tables"):
            open_source(address(name="jobtracker_test_empty"))
    finally:
        owner.execute("DROP DATABASE jobtracker_test_empty WITH (FORCE)")


@on_postgresql
@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": "jobtracker_test_none"}, "There is no database"),
        ({"user": "jobtracker_test_none", "password": "geheim"}, "no such user"),
    ],
)
def test_wrong_parts_of_the_url_are_told(changes, words):
    assert words in said(address(**changes))


# Without a server


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("postgres://me:geheim@127.0.0.1:1/db", "Nothing answers at “127.0.0.1:1/db”"),
        ("postgres://me:geheim@no.invalid/db", "No server has the name"),
        ("postgres://me:ge@heim@127.0.0.1/db", "not a PostgreSQL URL"),
        ("postgres://me:ge/heim@127.0.0.1/db", "not a PostgreSQL URL"),
        ("postgres://me:geheim@127.0.0.1:port/db", "not a PostgreSQL URL"),
        ("postgres://me:geheim@127.0.0.1/db?nonsense=1", "not a PostgreSQL URL"),
        ("postgres://me:geheim@[::1/db", "not a PostgreSQL URL"),
    ],
)
def test_no_connection_is_told_without_the_password(url, words):
    assert words in said(url)


def test_what_is_not_postgresql_is_told():
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer():
            with suppress(OSError):
                while True:
                    with server.accept()[0] as guest:
                        guest.recv(1000)
                        guest.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        port = server.getsockname()[1]
        message = said(f"postgres://me:geheim@127.0.0.1:{port}/db")
        server.shutdown(socket.SHUT_RDWR)
        thread.join()
    assert "is not PostgreSQL" in message


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ('password authentication failed for user "me"', "no such user and password"),
        ("connection timeout expired", "does not answer"),
        ("server does not support SSL, but SSL was required", "knows no SSL"),
        ('no pg_hba.conf entry for host "1.2.3.4", no encryption', "pg_hba.conf"),
        ("something new", "cannot be opened"),
    ],
)
def test_words_of_libpq_are_understood(words, sentence):
    assert sentence in not_connected(psycopg.OperationalError(words), "host/db")


def said(url):
    with pytest.raises(Refused) as error:
        open_source(url)
    (message,) = error.value.messages
    for part in ("geheim", "heim@", "ge@"):
        assert part not in message
    return message
