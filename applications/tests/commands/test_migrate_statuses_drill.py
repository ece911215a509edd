"""The drill: the command is killed at random moments, and run again.

On a SQLite file, and on the server of DATABASE_URL if that is PostgreSQL.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import psycopg
import pytest
from django.conf import settings
from django.db import connection

pytestmark = pytest.mark.drill

KILLS = 20
ROWS = 3_000
MAP = """
match = "status"
[moves]
tracking = "applied"
interview = "applied"
closed = "offer"
"""
# Each write changes these, and moments differ from run to run.
ALWAYS_FREE = {"version", "updated_at"}
MOMENTS = {"updated_at", "applied_at", "closed_at", "changed_at", "created_at"}


class Place:
    """A database that can be put back to what it was, and a command run on it."""

    def __init__(self, folder: Path, url: str) -> None:
        self.url = url
        self.map = folder / "map.toml"
        self.map.write_text(MAP)

    def command(self, *words):
        inherited = os.environ | {"DATABASE_URL": self.url, "SECRET_KEY": "x" * 50}
        manage = [sys.executable, settings.BASE_DIR / "manage.py", *map(str, words)]
        return subprocess.Popen(
            manage, env=inherited, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    def run(self, *words):
        process = self.command(*words)
        out, err = process.communicate(timeout=300)
        return process.returncode, out.decode(), err.decode()

    def migrate(self, *words):
        code, out, err = self.run("migrate_statuses", "--json", *words)
        assert code == 0, err
        return json.loads(out)

    @property
    def apply(self):
        return ("--map", self.map, "--apply", "--batch-size", 50)

    def fill(self):
        for words in (("migrate", "-v0"), ("seed_demo", "--applications", ROWS)):
            code, _, err = self.run(*words)
            assert code == 0, err

    def rows(self, table, free):
        with closing(self.connect()) as database:
            cursor = database.cursor()
            cursor.execute(f"SELECT * FROM {table} ORDER BY 1")
            names = [column[0] for column in cursor.description]
            return [
                {n: v for n, v in zip(names, row, strict=True) if n not in free}
                for row in cursor.fetchall()
            ]

    def applications(self):
        return self.rows("applications_application", ALWAYS_FREE)

    def fingerprint(self):
        """Everything but moments and the numbers of new rows."""
        steps = self.rows("applications_statuschange", {*MOMENTS, "id", "before"})
        runs = self.rows(
            "applications_statusrun", MOMENTS | {"began_at", "finished_at"}
        )
        ended = [row["finished_at"] is not None for row in self.all_runs()]
        left = self.rows("applications_statusrunrow", {*MOMENTS, "id", "change_id"})
        rows = self.rows("applications_application", MOMENTS)
        return rows, sorted(map(str, steps)), runs, ended, sorted(map(str, left))

    def all_runs(self):
        return self.rows("applications_statusrun", set())


class OnSqlite(Place):
    def __init__(self, folder):
        self.path = folder / "db.sqlite3"
        super().__init__(folder, f"sqlite:///{self.path}")

    def connect(self):
        database = sqlite3.connect(self.path, timeout=20)
        database.execute("SELECT 1 FROM sqlite_master").fetchone()
        return database

    def keep(self):
        shutil.copy(self.path, self.path.with_suffix(".kept"))

    def put_back(self):
        for leftover in self.path.parent.glob("db.sqlite3-*"):
            leftover.unlink()
        shutil.copy(self.path.with_suffix(".kept"), self.path)


class OnPostgresql(Place):
    name = "jobtracker_drill"

    def __init__(self, folder):
        given = urlsplit(os.environ["DATABASE_URL"])
        self.server = given._replace(path="/postgres").geturl()
        super().__init__(folder, given._replace(path=f"/{self.name}").geturl())
        self.on_server(f"DROP DATABASE IF EXISTS {self.name}_kept WITH (FORCE)")
        self.make()

    def on_server(self, statement):
        with psycopg.connect(self.server, autocommit=True) as server:
            server.execute(statement)

    def make(self, template="template0"):
        self.drop()
        self.on_server(f"CREATE DATABASE {self.name} TEMPLATE {template}")

    def drop(self):
        self.on_server(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")

    def connect(self):
        return psycopg.connect(self.url)

    def keep(self):
        self.on_server(f"CREATE DATABASE {self.name}_kept TEMPLATE {self.name}")

    def put_back(self):
        self.make(template=f"{self.name}_kept")


@contextmanager
def prepared(place):
    place.fill()
    place.keep()
    try:
        yield place
    finally:
        if isinstance(place, OnPostgresql):
            place.drop()
            place.on_server(f"DROP DATABASE IF EXISTS {place.name}_kept WITH (FORCE)")


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def place(request, tmp_path_factory):
    if request.param == "postgresql" and connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL")
    kind = {"sqlite": OnSqlite, "postgresql": OnPostgresql}[request.param]
    with prepared(kind(tmp_path_factory.mktemp("drill"))) as ready:
        yield ready


def killed(place, words, after):
    """Whether it was still at work when it was killed."""
    process = place.command("migrate_statuses", "--json", *words)
    try:
        process.communicate(timeout=after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.communicate()
    return process.returncode == -signal.SIGKILL


def seconds(call):
    began = time.monotonic()
    call()
    return time.monotonic() - began


def moved_so_far(place):
    return sum(run["moved"] for run in place.all_runs())


def test_killed_at_random_and_run_again_ends_as_one_clean_run(place, capsys):
    random = Random(os.environ.get("DRILL_SEED", "1"))
    place.put_back()
    before = place.applications()
    length = seconds(lambda: place.migrate(*place.apply))
    clean, all_of_them = place.fingerprint(), moved_so_far(place)
    undo_length = seconds(lambda: place.migrate("--undo", 1))
    assert place.applications() == before

    interrupted, taken_back_in_two = [], 0
    for _ in range(KILLS):
        place.put_back()
        was_killed = killed(place, place.apply, random.uniform(0.2, 1) * length)
        if was_killed and 0 < moved_so_far(place) < all_of_them:
            interrupted.append(moved_so_far(place))
        place.migrate(*place.apply)
        assert place.fingerprint() == clean

        after = random.uniform(0.2, 1) * undo_length
        taken_back_in_two += killed(place, ("--undo", 1), after)
        place.migrate("--undo", 1)
        assert place.applications() == before
        assert place.migrate("--undo", 1)["restored"] == 0
    with capsys.disabled():
        sys.stdout.write(
            f"\n{type(place).__name__}: {all_of_them} of {len(before)} rows in "
            f"{length:.1f} s, back in {undo_length:.1f} s; {KILLS} runs killed, "
            f"{len(interrupted)} between the batches {sorted(interrupted)}, "
            f"{taken_back_in_two} undos killed; 0 differing\n"
        )
    assert interrupted


def test_of_two_at_once_the_second_is_refused(place):
    place.put_back()
    # One by one, so that it is still at work when the second begins.
    slowly = (*place.apply, "--batch-size", 1)
    first = place.command("migrate_statuses", "--json", *slowly)
    while first.poll() is None and not moved_so_far(place):
        time.sleep(0.05)
    code, _, err = place.run("migrate_statuses", *place.apply)
    assert (code, "Another status migration is running" in err) == (1, True)
    out, _ = first.communicate(timeout=300)
    assert first.returncode == 0
    together = place.fingerprint()
    place.put_back()
    place.migrate(*place.apply)
    assert place.fingerprint() == together
