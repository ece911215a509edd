"""``worker --once``: what the clock has come to and what waits, then the end."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django_tasks_db.models import DBTaskResult

from applications.tasks import tidy
from jobtracker.background import CLOCK
from jobtracker.models import Tick
from jobtracker.tests import jobs
from jobtracker.worker import AlreadyRunningError, Worker

pytestmark = pytest.mark.usefixtures("db", "queue")


def work_once():
    out = StringIO()
    call_command("worker", "--once", "--json", stdout=out)
    return json.loads(out.getvalue())


def test_does_what_the_clock_has_come_to_once():
    done = work_once()
    assert done["failed"] == 0
    paths = set(DBTaskResult.objects.values_list("task_path", flat=True))
    ours = {path for path in CLOCK if path.startswith("applications.")}
    assert paths == ours
    assert tidy.module_path in ours
    assert work_once()["done"] == 0


def test_each_has_its_row_in_the_clock():
    work_once()
    assert set(CLOCK) <= set(Tick.objects.values_list("name", flat=True))


def test_a_failed_task_ends_it_with_1(capsys):
    jobs.fail.enqueue()
    with pytest.raises(SystemExit) as ended:
        work_once()
    assert ended.value.code == 1


def test_a_second_one_is_refused_with_the_reason(monkeypatch):
    def run(self, **options):
        raise AlreadyRunningError

    monkeypatch.setattr(Worker, "run", run)
    with pytest.raises(CommandError, match="needs only one"):
        work_once()
