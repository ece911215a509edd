"""The drills of the worker: killed in the middle, and several at once.

On a SQLite file, and on the server of DATABASE_URL if that is PostgreSQL.
"""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from django_tasks_db.models import DBTaskResult

pytestmark = pytest.mark.drill

KILLS = 5
TASKS = 1_000
QUEUE = DBTaskResult._meta.db_table
# Run in a process with the database's address: enqueue, or look.
PRELUDE = """
import os, sys
sys.path.insert(0, os.getcwd())
import django; django.setup()
from jobtracker.tests import jobs
"""


class Place:
    """A database with workers on it."""

    def __init__(self, url: str, mails: Path) -> None:
        self.mails = mails
        self.environment = os.environ | {
            "DATABASE_URL": url,
            "SECRET_KEY": "x" * 50,
            "EMAIL_URL": f"filemail://{mails}",
            "DJANGO_SETTINGS_MODULE": "jobtracker.settings",
        }
        self.workers: list[subprocess.Popen[bytes]] = []
        self._run("manage.py", "migrate", "-v0")

    def _run(self, *words):
        done = subprocess.run(
            [sys.executable, *words],
            env=self.environment,
            cwd=settings.BASE_DIR,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def run(self, code):
        return self._run("-c", PRELUDE + code)

    def start_worker(self):
        worker = subprocess.Popen(
            [sys.executable, "manage.py", "worker"],
            env=self.environment,
            cwd=settings.BASE_DIR,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.workers.append(worker)
        return worker

    def statuses(self, task):
        """How many of this task are in each state, and in how many attempts."""
        sql = (
            f"SELECT status, worker_ids FROM {QUEUE}"
            f" WHERE task_path = 'jobtracker.tests.jobs.{task}'"
        )
        return Counter(
            (status, len(json.loads(ids) if isinstance(ids, str) else ids))
            for status, ids in self.ask(sql)
        )

    def wait_for(self, condition, seconds=60):
        deadline = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < deadline, "it took too long"
            time.sleep(0.05)

    def left(self, name):
        sql = f"SELECT COUNT(*) FROM jobtracker_tick WHERE name LIKE '{name}:%'"
        return self.ask(sql)[0][0]

    def ask(self, sql):
        """Read quickly, beside Django."""
        url = self.environment["DATABASE_URL"]
        if url.startswith("sqlite"):
            connected = closing(
                sqlite3.connect(url.removeprefix("sqlite:///"), timeout=20)
            )
        else:
            connected = psycopg.connect(url)
        with connected as database:
            return database.execute(sql).fetchall()

    def end(self):
        for worker in self.workers:
            worker.kill()
            worker.wait()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'drill.sqlite3'}"
    elif connection.vendor == "postgresql":
        name = f"drill_{os.getpid()}_{time.monotonic_ns()}"
        on_server(f'CREATE DATABASE "{name}"')
        yield urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
        on_server(f'DROP DATABASE "{name}" WITH (FORCE)')
    else:
        pytest.skip("DATABASE_URL is no PostgreSQL")


@pytest.fixture
def place(url, tmp_path):
    place = Place(url, tmp_path / "mails")
    yield place
    place.end()


def say(figures: str) -> None:
    """Seen with -s."""
    sys.stdout.write(f"{figures}\n")


def on_server(statement: str) -> None:
    given = settings.DATABASES["default"]
    with psycopg.connect(
        host=given["HOST"] or None,
        port=given["PORT"] or None,
        user=given["USER"] or None,
        password=given["PASSWORD"] or None,
        dbname="postgres",
        autocommit=True,
    ) as server:
        server.execute(statement)


def test_a_task_outlives_the_kill_of_its_worker(place):
    """Killed in mid-task time after time, it is done once in the end."""
    waits = []
    for number in range(KILLS):
        place.run("jobs.sleep.enqueue(2)")
        worker = place.start_worker()
        place.wait_for(lambda n=number: place.left("begun") == 2 * n + 1)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        began = time.monotonic()
        place.start_worker()
        place.wait_for(lambda n=number: place.left("begun") == 2 * n + 2)
        waits.append(time.monotonic() - began)
        place.wait_for(lambda n=number: place.left("slept") == n + 1)
        place.end()
    say(f"taken over after {min(waits):.1f} to {max(waits):.1f} s")
    assert place.left("slept") == KILLS
    assert max(waits) < 15


def test_a_mail_is_sent_once_though_the_worker_is_killed_at_any_moment(place):
    """The digest's errand is committed first: at most once, whatever the moment."""
    place.run(PEOPLE)
    for moment in range(KILLS * 2):
        place.run("from applications.tasks import send_digests; send_digests.enqueue()")
        worker = place.start_worker()
        time.sleep(0.8 + 0.12 * moment)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    place.start_worker()
    place.wait_for(lambda: place.ask(TAKEN)[0][0] == 40)
    place.wait_for(lambda: not place.ask(OPEN)[0][0])
    to = Counter(
        line
        for file in place.mails.glob("*")
        for line in file.read_text().splitlines()
        if line.startswith("To: ")
    )
    say(f"{len(to)} of 40 got their mail, {sum(to.values())} mails")
    assert max(to.values()) == 1
    assert len(to) >= 40 - 2 * KILLS


PEOPLE = """
from datetime import date
from accounts.models import User, Preferences
from applications.models import Application
from applications.tests.factories import ApplicationFactory
for n in range(40):
    user = User.objects.create_user(f"p{n}@example.org")
    Preferences.objects.create(user=user, daily_digest=True, digest_hour=0)
    ApplicationFactory(user=user, status="applied")
Application.objects.update(next_follow_up_on=date(2020, 1, 1))
"""
TAKEN = "SELECT COUNT(*) FROM accounts_errand WHERE key LIKE 'digest:%'"
OPEN = (
    f"SELECT COUNT(*) FROM {QUEUE}"
    " WHERE task_path LIKE '%send_digests' AND status IN ('READY', 'RUNNING')"
)


def test_several_workers_run_each_task_once(place):
    number = 1 if "sqlite" in place.environment["DATABASE_URL"] else 4
    place.run(f"for n in range({TASKS}): jobs.leave.enqueue('x')")
    began = time.monotonic()
    for _ in range(number):
        place.start_worker()
    place.wait_for(lambda: place.left("x") >= TASKS, 300)
    seconds = time.monotonic() - began
    time.sleep(1)
    assert place.left("x") == TASKS
    assert place.statuses("leave") == {("SUCCESSFUL", 1): TASKS}
    say(f"{number} workers: {TASKS} tasks in {seconds:.1f} s, {TASKS / seconds:.0f}/s")


@pytest.mark.parametrize("seconds", [0.5, 30])
def test_told_to_stop_a_worker_ends_within_seconds(seconds, place):
    place.run(f"jobs.sleep.enqueue({seconds})")
    worker = place.start_worker()
    place.wait_for(lambda: place.left("begun") == 1)
    began = time.monotonic()
    worker.terminate()
    assert worker.wait(12) == 0
    assert time.monotonic() - began < 11
    expected = ("SUCCESSFUL", 1) if seconds < 1 else ("READY", 0)
    assert place.statuses("sleep") == {expected: 1}


WRITTEN = """
from accounts.models import User
from applications.models import Document
from applications.tests.writing import archivist, pursuit
user = User.objects.create_user("writer@example.org")
document = Document.objects.ask_for(
    Document(
        user=user,
        profile=archivist(user),
        job=pursuit(user).job,
        document_type="resume",
    )
)
"""


def test_a_document_is_written_once_though_the_worker_is_killed(place):
    """As soon as it is being written; at each later moment test_generate kills it."""
    place.run(WRITTEN)
    told = "SELECT status, attempt FROM applications_document"
    for number in range(KILLS - 3):
        worker = place.start_worker()
        place.wait_for(lambda n=number: place.ask(told) == [("generating", n + 1)])
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    place.start_worker()
    place.wait_for(lambda: place.ask(told)[0][0] == "completed")
    versions = "SELECT COUNT(*) FROM applications_documentversion"
    used = "SELECT times_used FROM applications_contentranking"
    assert (place.ask(versions), place.ask(used)) == ([(1,)], [(1,)])
