"""Imports killed with SIGKILL at any moment, on a SQLite file and on PostgreSQL."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings

from applications.tests.commands.test_worker_drill import place, say, url  # noqa: F401
from applications.tests.importing.importing import Old

pytestmark = pytest.mark.drill

ROWS, KILLS = 400, 10
COUNT = "SELECT COUNT(*) FROM applications_application"
PEOPLE = "SELECT COUNT(*) FROM accounts_user"
PRELUDE = """
import os, sys
sys.path.insert(0, os.getcwd())
import django; django.setup()
from accounts.models import User
from applications.models import ImportRun
"""


@pytest.fixture
def old(tmp_path):
    old = Old(tmp_path / "old.sqlite3")
    for number in range(ROWS):
        old.add(str(number), notes="Call them.", interview_rounds=2, contact_name="Kim")
    return old


def test_a_command_that_was_killed_has_left_nothing(place, old):  # noqa: F811
    random.seed(5)
    words = [sys.executable, "manage.py", "import_legacy", "carteros", str(old.path)]
    for _time in range(KILLS):
        process = subprocess.Popen(
            words,
            env=place.environment,
            cwd=settings.BASE_DIR,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(random.uniform(0.8, 3.0))
        process.send_signal(signal.SIGKILL)
        is_over = process.wait() == 0
        assert place.ask(COUNT)[0][0] == (ROWS if is_over else 0)
        assert place.ask(PEOPLE)[0][0] == int(is_over)
        if is_over:
            break
    place._run(*words[1:])
    assert place.ask(COUNT)[0][0] == ROWS


def test_a_run_that_was_killed_ends_the_same(place, old):  # noqa: F811
    random.seed(7)
    code = f"""
user = User.objects.create_user("drill@example.org")
run = ImportRun.objects.create(user=user, source=open({str(old.path)!r}, "rb").read())
from applications.importing import desk
desk.work(run.pk)
run.refresh_from_db()
run.apply()
"""
    place._run("-c", PRELUDE + code)
    kills = 0
    for _time in range(KILLS):
        worker = place.start_worker()
        time.sleep(random.uniform(1.2, 3.0))
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        kills += 1
        if place.ask(COUNT)[0][0] == ROWS:
            break
    place.start_worker()
    state = "SELECT status FROM applications_importrun"
    place.wait_for(lambda: place.ask(state)[0][0] == "completed", seconds=180)
    say(f"killed {kills} times")
    assert place.ask(COUNT)[0][0] == ROWS
    for table, rows in (
        ("note", ROWS),
        ("interview", 2 * ROWS),
        ("importedrecord", ROWS),
    ):
        counted = place.ask(f"SELECT COUNT(*) FROM applications_{table}")
        assert counted[0][0] == rows, table
