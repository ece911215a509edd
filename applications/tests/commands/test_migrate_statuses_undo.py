"""Taking a status migration back."""

from __future__ import annotations

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import OperationalError

from applications.models import (
    Application,
    Origin,
    StatusRun,
    StatusRunRow,
)
from applications.tests.commands.migrating import (
    GHOSTED,
    LONG_AGO,
    add,
    everything,
    migrate,
    standing,
)
from applications.tests.models.rows import facts_of, row_of


@pytest.fixture
def application(alice):
    return add(alice)


@pytest.mark.parametrize(
    "start", ["tracking", "applied", "interview", "offer", "closed"]
)
@pytest.mark.parametrize("end", ["tracking", "applied", "interview", "offer", "closed"])
def test_undo_restores_every_column(alice, start, end):
    if start == end:
        return
    reason = {"closed_reason": "declined"} if start == "closed" else {}
    row = add(alice, start, **reason)
    before = facts_of(row)
    run = migrate("--from", start, "--to", end, "--apply")["run"]
    assert facts_of(row) != before
    done = migrate("--undo", run)
    assert (done.code, done["restored"], done["left_alone"]) == (0, 1, [])
    assert facts_of(row) == before


def test_undo_is_history(application):
    migrate("--undo", migrate(*GHOSTED, "--apply")["run"])
    undo = application.status_changes.get(origin=Origin.UNDO)
    assert undo.undoes.origin == Origin.MIGRATION
    assert list(application.status_changes.effective()) == [
        application.status_changes.get(from_status="")
    ]


def test_undo_twice_does_nothing_more(alice, application):
    run = migrate(*GHOSTED, "--apply")["run"]
    migrate("--undo", run)
    before = everything()
    done = migrate("--undo", run)
    assert (done.code, done["restored"]) == (0, 0)
    assert everything() == before


@pytest.mark.parametrize(
    "change",
    [
        lambda row: row.edit(facts={"source": "Ann"}, job_facts={}, version=None),
        lambda row: row.move_to("offer", by=row.user, origin=Origin.BOARD),
        lambda row: row.move_to_bin(),
        lambda row: row.archive(),
    ],
    ids=["edited", "moved", "deleted", "archived"],
)
def test_undo_leaves_alone_what_was_written_since(alice, application, change):
    other = add(alice)
    run = migrate(*GHOSTED, "--apply")["run"]
    change(Application.objects.get(pk=application.pk))
    before = row_of(application)
    for restored in (1, 0):
        done = migrate("--undo", run)
        assert (done.code, done["restored"]) == (1, restored)
        why = {"id": application.pk, "user": alice.email, "why": "changed meanwhile"}
        assert done["left_alone"] == [why]
    assert row_of(application) == before
    assert standing(other) == "applied"


def test_what_a_person_took_back_is_not_told_again(application, alice):
    run = migrate(*GHOSTED, "--apply")["run"]
    Application.objects.get(pk=application.pk).undo_move(by=alice)
    done = migrate("--undo", run)
    assert (done.code, done["restored"], done["left_alone"]) == (0, 0, [])


def test_note_written_since_is_no_edit_and_stays_activity(application):
    run = migrate(*GHOSTED, "--apply")["run"]
    later = LONG_AGO + timedelta(days=90)
    Application.objects.get(pk=application.pk).add_note("They called.", now=later)
    assert migrate("--undo", run)["restored"] == 1
    row = row_of(application)
    assert (row["status"], row["last_activity_at"]) == ("applied", later)


def test_runs_are_taken_back_last_first(application):
    before = facts_of(application)
    first = migrate(*GHOSTED, "--apply")["run"]
    second = migrate("--from", "closed", "--to", "offer", "--apply")["run"]
    assert migrate("--undo", first).code == 1
    assert migrate("--undo", second).code == migrate("--undo", first).code == 0
    assert facts_of(application) == before


def test_apply_undo_apply(application):
    first = migrate(*GHOSTED, "--apply")["run"]
    migrate("--undo", first)
    second = migrate(*GHOSTED, "--apply")
    assert (second["moved"], second["run"] > first) == (1, True)
    assert standing(application) == "closed/ghosted"


def test_interrupted_undo_goes_on(alice):
    rows = [add(alice) for _ in range(6)]
    before = [facts_of(row) for row in rows]
    run = migrate(*GHOSTED, "--apply")["run"]
    real, calls = StatusRunRow.take_back, []

    def take_back(self):
        calls.append(self)
        if len(calls) > 3:
            raise OperationalError("away")
        real(self)

    breaking = patch.object(StatusRunRow, "take_back", take_back)
    with breaking, pytest.raises(OperationalError):
        migrate("--undo", run, "--batch-size", 2)
    assert [standing(row) for row in rows].count("applied") == 2
    assert migrate("--undo", run)["restored"] == 4
    assert [facts_of(row) for row in rows] == before


def test_person_that_goes_takes_the_rows_of_runs_along(alice, application):
    migrate(*GHOSTED, "--apply")
    alice.delete()
    assert not StatusRunRow.objects.exists()
    assert StatusRun.objects.count() == 1
