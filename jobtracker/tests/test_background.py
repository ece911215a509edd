"""The queue: tried again, taken over, rung by the clock, and each task by one worker."""

from datetime import UTC, datetime, timedelta

import pytest
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from jobtracker import background
from jobtracker.models import Tick
from jobtracker.tests import jobs

NOW = datetime(2026, 3, 2, 9, 30, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)

pytestmark = pytest.mark.usefixtures("db", "queue")


def enqueue(task=jobs.leave, *args):
    task.enqueue(*(args or ("x",) * (task is jobs.leave)))
    return DBTaskResult.objects.latest("enqueued_at")


def fresh(row):
    return DBTaskResult.objects.get(pk=row.pk)


def error(text="It did not work."):
    try:
        raise ValueError(text)
    except ValueError as raised:
        return raised


def test_a_task_is_taken_once():
    row = enqueue()
    taken = background.claim("one")
    assert taken == row
    assert (taken.status, taken.worker_ids) == (TaskResultStatus.RUNNING, ["one"])
    assert background.claim("two") is None


def test_what_is_for_later_waits():
    jobs.leave.using(run_after=timezone.now() + HOUR).enqueue("x")
    assert background.claim("one") is None


def test_what_is_done_is_kept_with_its_value():
    enqueue()
    row = background.claim("one")
    assert background.succeed(row, {"n": 1})
    assert fresh(row).status == TaskResultStatus.SUCCESSFUL
    assert fresh(row).return_value == {"n": 1}


def test_what_is_announced_is_done_by_whoever_waits_for_it():
    background.announce("left-something", "x")
    assert background.claim("one").args_kwargs == {"args": ["x"], "kwargs": {}}


def test_what_nobody_waits_for_is_announced_in_vain():
    background.announce("nothing-of-the-kind", 1)
    assert background.claim("one") is None


def test_what_failed_comes_again_after_a_while():
    enqueue(jobs.fail)
    row = background.claim("one")
    background.fail(row, error())
    row = fresh(row)
    assert row.status == TaskResultStatus.READY
    assert timedelta(0) < row.run_after - timezone.now() <= background.FIRST_WAIT
    assert "It did not work." in row.traceback
    assert background.claim("one") is None


def test_what_failed_too_often_is_given_up():
    row = enqueue(jobs.fail)
    for _ in range(2):
        DBTaskResult.objects.update(run_after=timezone.now())
        background.fail(background.claim("one"), error())
    row = fresh(row)
    assert row.status == TaskResultStatus.FAILED
    assert row.exception_class_path == "builtins.ValueError"
    assert row.finished_at


@pytest.mark.parametrize(
    ("attempt", "seconds"),
    [(1, 15), (2, 60), (3, 240), (4, 960), (5, 3600), (99, 3600)],
)
def test_each_wait_is_longer(attempt, seconds):
    assert background.wait_after(attempt).total_seconds() == seconds


def test_put_back_is_no_attempt():
    enqueue()
    background.put_back(background.claim("one"))
    row = background.claim("two")
    assert row.worker_ids == ["two"]


def test_whoever_lost_a_task_writes_nothing_more():
    enqueue()
    lost = background.claim("one")
    background.reclaim([lost])
    taken = background.claim("two")
    assert not background.succeed(lost, "late")
    assert not background.fail(lost, error())
    assert fresh(taken).status == TaskResultStatus.RUNNING
    assert background.succeed(taken, "in time")
    assert fresh(taken).return_value == "in time"


def test_a_task_that_ends_its_worker_is_given_up():
    row = enqueue(jobs.fail)
    for name in ("one", "two"):
        background.reclaim([background.claim(name)])
    row = fresh(row)
    assert row.status == TaskResultStatus.FAILED
    assert row.exception_class_path.endswith("WorkerGoneError")


# The clock


@pytest.fixture
def clock(monkeypatch):
    monkeypatch.setattr(background, "CLOCK", {"hourly": (HOUR, Rung())})


class Rung:
    def enqueue(self):
        jobs.leave.enqueue("rung")


def test_clock_rings_once_an_hour_on_the_hour(clock):
    assert background.ring(NOW) == ["hourly"]
    assert background.ring(NOW) == []
    assert background.ring(NOW + timedelta(minutes=29)) == []
    assert Tick.objects.get().due == NOW.replace(hour=10, minute=0, second=0)
    assert background.ring(NOW + timedelta(minutes=30)) == ["hourly"]
    assert DBTaskResult.objects.count() == 2


def test_what_was_missed_is_not_made_up_for(clock):
    background.ring(NOW)
    assert background.ring(NOW + 5 * HOUR) == ["hourly"]
    assert background.ring(NOW + 5 * HOUR) == []


def test_a_clock_that_was_ahead_holds_nothing_up(clock):
    background.ring(NOW + timedelta(days=40))
    assert background.ring(NOW) == ["hourly"]
    assert background.ring(NOW) == []


def test_what_still_waits_is_not_rung_again(monkeypatch):
    path = jobs.leave.module_path
    monkeypatch.setattr(background, "CLOCK", {path: (HOUR, Rung())})
    assert background.ring(NOW) == [path]
    assert background.ring(NOW + HOUR) == []
    background.succeed(background.claim("one"), None)
    assert background.ring(NOW + 2 * HOUR) == [path]


# What is kept


def test_results_are_kept_for_a_week():
    for days in (6, 8):
        enqueue()
        row = background.claim("one")
        background.succeed(row, days)
        DBTaskResult.objects.filter(pk=row.pk).update(
            finished_at=NOW - timedelta(days=days)
        )
    waiting = enqueue()
    assert background.prune(NOW) == 1
    assert set(DBTaskResult.objects.values_list("return_value", flat=True)) == {6, None}
    assert fresh(waiting).status == TaskResultStatus.READY


def test_the_last_worker_is_remembered():
    for name, days in (("a", 9), ("b", 5)):
        Tick.objects.beat(name, every=HOUR, now=NOW - timedelta(days=days))
    background.prune(NOW)
    assert [tick.name for tick in Tick.objects.all()] == ["worker:b"]
