"""The worker: runs what waits, outlives errors and outages, ends in order."""

import fcntl
import os
import signal
import threading
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import OperationalError, connection
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from jobtracker import background, worker
from jobtracker.models import Tick
from jobtracker.tests import jobs
from jobtracker.watch import Watch
from jobtracker.worker import AlreadyRunningError, Worker

pytestmark = pytest.mark.usefixtures("db", "queue", "no_clock")


@pytest.fixture
def no_clock(monkeypatch):
    monkeypatch.setattr(worker, "autodiscover_modules", lambda name: None)
    monkeypatch.setattr(background, "CLOCK", {})


def run_once():
    one = Worker()
    one.run(once=True)
    return one.counts


def statuses():
    return list(DBTaskResult.objects.values_list("status", flat=True))


def test_runs_all_that_waits_and_ends():
    for name in "abc":
        jobs.leave.enqueue(name)
    assert run_once()["done"] == 3
    assert statuses() == [TaskResultStatus.SUCCESSFUL] * 3
    assert [jobs.left(name) for name in "abc"] == [1, 1, 1]


def test_what_fails_stops_nothing(caplog):
    jobs.fail.enqueue()
    jobs.return_what_json_has_no_word_for.enqueue()
    jobs.leave.enqueue("after")
    counts = run_once()
    assert (counts["done"], counts["failed"]) == (1, 2)
    assert jobs.left("after") == 1
    assert "jobtracker.tests.jobs.fail failed, attempt 1" in caplog.text
    assert run_once()["failed"] == 0  # it waits for its next try


def test_a_task_that_is_no_more_fails(caplog):
    jobs.leave.enqueue("x")
    DBTaskResult.objects.update(task_path="jobtracker.tests.jobs.nothing_such")
    assert run_once()["failed"] == 1


def test_gives_a_sign_of_life(client):
    run_once()
    tick = Tick.objects.workers().get()
    assert timezone.now() - tick.at < timedelta(seconds=10)


def test_a_task_that_takes_too_long_is_broken_off(monkeypatch, caplog):
    monkeypatch.setattr(worker, "MOST_SECONDS", 0.2)
    jobs.sleep.enqueue(5)
    assert run_once()["failed"] == 1
    assert (jobs.left("begun"), jobs.left("slept")) == (1, 0)
    row = DBTaskResult.objects.get()
    assert row.status == TaskResultStatus.READY
    assert "OutOfTimeError" in row.exception_class_path


@pytest.mark.parametrize(("seconds", "is_done"), [(0.5, True), (5, False)])
def test_told_to_stop_it_ends_what_is_short_and_puts_back_the_rest(
    seconds, is_done, monkeypatch
):
    monkeypatch.setattr(worker, "GRACE_SECONDS", 1)
    jobs.sleep.enqueue(seconds)
    jobs.leave.enqueue("not begun")
    one = Worker()
    threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGTERM)).start()
    one.run()
    assert (one.counts["done"], one.counts["put_back"]) == (is_done, not is_done)
    assert jobs.left("not begun") == 0
    assert jobs.left("slept") == is_done
    row = DBTaskResult.objects.get(task_path=jobs.sleep.module_path)
    assert row.status == ("SUCCESSFUL" if is_done else "READY")
    assert len(row.worker_ids) == is_done


def test_signals_are_as_before_afterwards():
    before = signal.getsignal(signal.SIGTERM)
    run_once()
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_database_away_is_waited_for(monkeypatch, caplog):
    monkeypatch.setattr(worker, "IDLE_SECONDS", 0.01)
    jobs.leave.enqueue("x")
    one, real, calls = Worker(), background.claim, []

    def claim(name):
        calls.append(name)
        if len(calls) < 4:
            raise OperationalError("could not connect")
        one.is_stopping = len(calls) > 4
        return real(name)

    monkeypatch.setattr(background, "claim", claim)
    one.run()
    assert jobs.left("x") == 1
    assert caplog.text.count("The database is away: could not connect") == 3


def test_how_a_task_went_is_written_once_the_database_is_back(monkeypatch):
    """It is not run a second time for that."""
    monkeypatch.setattr(worker, "IDLE_SECONDS", 0.01)
    jobs.leave.enqueue("x")
    one, real, calls = Worker(), background.succeed, []

    def succeed(row, value):
        calls.append(row)
        if len(calls) == 1:
            raise OperationalError("could not connect")
        one.is_stopping = True
        return real(row, value)

    monkeypatch.setattr(background, "succeed", succeed)
    one.run()
    assert statuses() == [TaskResultStatus.SUCCESSFUL]
    assert jobs.left("x") == 1


# Others


def claimed_by(name):
    jobs.leave.enqueue("left behind")
    return background.claim(name)


def test_what_a_killed_worker_was_at_is_taken_over(monkeypatch):
    monkeypatch.setattr(worker, "GONE_SECONDS", 0.3)
    monkeypatch.setattr(worker, "LOOK_SECONDS", 0.1)
    monkeypatch.setattr(worker, "IDLE_SECONDS", 0.1)
    claimed_by("killed")
    Tick.objects.beat("killed", every=timedelta(seconds=2), now=timezone.now())
    counts = run_once()
    assert (counts["taken_over"], counts["done"]) == (1, 1)
    assert jobs.left("left behind") == 1


def test_a_worker_is_gone_when_its_sign_stays_the_same():
    row, watch = claimed_by("other"), Watch(patience=8)
    now = timezone.now()
    with patch("time.monotonic", return_value=100.0) as stopwatch:
        assert watch.without_worker([row]) == []
        assert watch.is_waiting
        stopwatch.return_value = 107.0
        Tick.objects.beat("other", every=timedelta(seconds=2), now=now)
        assert watch.without_worker([row]) == []
        assert not watch.is_waiting
        stopwatch.return_value = 114.0
        assert watch.without_worker([row]) == []
        stopwatch.return_value = 115.0
        assert watch.without_worker([row]) == [row]


def test_a_clock_that_jumps_makes_no_worker_gone():
    row, watch = claimed_by("other"), Watch(patience=8)
    Tick.objects.beat("other", every=timedelta(0), now=timezone.now() - timedelta(40))
    assert watch.without_worker([row]) == []
    Tick.objects.beat("other", every=timedelta(0), now=timezone.now() + timedelta(40))
    assert watch.without_worker([row]) == []


def test_what_was_seen_before_an_outage_says_nothing():
    row, watch = claimed_by("other"), Watch(patience=8)
    with patch("time.monotonic", return_value=100.0) as stopwatch:
        watch.without_worker([row])
        stopwatch.return_value = 200.0
        watch.forget()
        assert watch.without_worker([row]) == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL takes any number")
def test_sqlite_has_one_worker():
    with open(f"{connection.settings_dict['NAME']}.worker", "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        with pytest.raises(AlreadyRunningError):
            run_once()
    run_once()


# What /readyz/ says


@pytest.mark.parametrize(
    ("age", "state"),
    [(None, "never"), (0, "ok"), (59, "ok"), (61, "late"), (-500, "ok")],
)
def test_ready_tells_how_the_worker_is(age, state, client):
    if age is not None:
        at = timezone.now() - timedelta(seconds=age)
        Tick.objects.beat("x", every=timedelta(seconds=2), now=at)
    answer = client.get("/readyz/")
    assert answer.status_code == 200
    said = answer.json()["checks"]["worker"]
    assert said["state"] == state
    if age is None:
        assert said["age"] is None
    else:
        assert max(age, 0) <= said["age"] <= max(age, 0) + 5
