"""Status migrations that are interrupted, run twice, or two at once."""

from __future__ import annotations

from datetime import timedelta
from threading import Event, Thread
from unittest.mock import patch

import pytest
from django.db import OperationalError, connection

from applications.models import (
    Application,
    StatusRun,
)
from applications.status_migrations import only_one
from applications.status_plans import Plan
from applications.tests.commands.migrating import (
    GHOSTED,
    LONG_AGO,
    add,
    migrate,
    standing,
)


@pytest.fixture
def application(alice):
    return add(alice)


def break_after(batches):
    """The database goes away in the middle of the batch after so many."""
    calls = []
    real = Plan.carry_out

    def carry_out(self, row, run):
        calls.append(row)
        if len(calls) > 2 * batches + 1:
            raise OperationalError("away")
        return real(self, row, run)

    return patch.multiple(
        "applications.status_plans.ByStatus", carry_out=carry_out
    ), calls


@pytest.mark.parametrize("batches", [0, 1, 2])
def test_interrupted_run_goes_on_as_the_same(alice, batches):
    rows = [add(alice) for _ in range(6)]
    breaking, _ = break_after(batches)
    with breaking, pytest.raises(OperationalError):
        migrate(*GHOSTED, "--apply", "--batch-size", 2)
    assert [standing(row) for row in rows].count("closed/ghosted") == 2 * batches

    foreseen = migrate(*GHOSTED)
    done = migrate(*GHOSTED, "--apply", "--batch-size", 3)
    assert done["moved"] == foreseen["moved"] == 6 - 2 * batches
    run = StatusRun.objects.get()
    assert (done["run"], run.moved, run.state) == (run.pk, 6, "done")
    assert migrate("--undo", run.pk)["restored"] == 6


def test_interrupted_run_of_another_request_is_left_as_it_is(alice):
    rows = [add(alice) for _ in range(4)]
    breaking, _ = break_after(1)
    with breaking, pytest.raises(OperationalError):
        migrate(*GHOSTED, "--apply", "--batch-size", 2)
    migrate("--from", "applied", "--to", "offer", "--apply")
    assert [run.state for run in StatusRun.objects.all()] == ["done", "interrupted"]
    assert [standing(row) for row in rows[2:]] == ["offer", "offer"]


def test_sweep_that_goes_on_counts_from_the_day_it_began(alice):
    rows = [add(alice, now=LONG_AGO) for _ in range(4)]
    late = add(alice, now=LONG_AGO + timedelta(days=5))
    words = (*GHOSTED, "--quiet-days", 10, "--apply", "--batch-size", 2)
    clock = patch("applications.status_migrations.timezone.now")
    breaking, _ = break_after(1)
    with clock as now:
        now.return_value = LONG_AGO + timedelta(days=12)
        with breaking, pytest.raises(OperationalError):
            migrate(*words)
        now.return_value += timedelta(days=10)
        migrate(*words)
        assert [standing(row) for row in (*rows, late)].count("applied") == 1
        migrate(*words)
    assert standing(late) == "closed/ghosted"


def test_run_that_was_taken_back_is_not_gone_on_with(alice):
    rows = [add(alice) for _ in range(4)]
    breaking, _ = break_after(1)
    with breaking, pytest.raises(OperationalError):
        migrate(*GHOSTED, "--apply", "--batch-size", 2)
    first = StatusRun.objects.get()
    assert migrate("--undo", first.pk)["restored"] == 2
    second = migrate(*GHOSTED, "--apply")
    assert (second["moved"], second["run"]) == (4, first.pk + 1)
    assert {standing(row) for row in rows} == {"closed/ghosted"}


def test_row_that_was_changed_under_it_is_refused(alice, application):
    real = Plan.rows

    def rows(self, at):
        found = real(self, at)
        found.count()
        return found

    def carry_out(self, row, run):
        mine = Application.objects.get(pk=row.pk)
        mine.edit(facts={"source": "A friend"}, job_facts={}, version=None)
        return Plan.carry_out(self, row, run)

    by_status = "applications.status_plans.ByStatus"
    with patch.multiple(by_status, rows=rows, carry_out=carry_out):
        done = migrate(*GHOSTED, "--apply")
    assert (done.code, done["moved"]) == (1, 0)
    assert done["refused_rows"][0]["why"] == "changed meanwhile"
    assert standing(application) == "applied"


def test_second_one_is_refused_until_the_first_has_ended(application):
    held, ended = Event(), Event()

    def first():
        try:
            with only_one():
                held.set()
                ended.wait(20)
        finally:
            connection.close()

    thread = Thread(target=first)
    thread.start()
    assert held.wait(20)
    for words in ((*GHOSTED, "--apply"), ("--undo", "1")):
        StatusRun.objects.get_or_create(
            pk=1, defaults={"what": "", "request": {}, "began_at": LONG_AGO}
        )
        done = migrate(*words)
        assert done.code == 1
        assert "Another status migration is running" in done.complaint
    assert migrate(*GHOSTED).code == migrate("--list").code == 0
    ended.set()
    thread.join(20)
    assert migrate(*GHOSTED, "--apply").code == 0
