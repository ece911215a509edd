"""Status migrations from status to status: dry run, apply, sweeps, what is told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
from django.utils import timezone

from applications.models import (
    Origin,
    StatusChange,
    StatusRun,
)
from applications.tests.commands.migrating import (
    GHOSTED,
    LONG_AGO,
    add,
    came,
    everything,
    migrate,
    standing,
)
from applications.tests.models.rows import row_of


@pytest.fixture
def application(alice):
    return add(alice)


# Dry run and apply


def test_dry_run_tells_and_writes_nothing(alice, application):
    add(alice, "offer")
    before = everything()
    done = migrate(*GHOSTED)
    assert (done.code, done["applied"], done["run"]) == (0, False, None)
    step = {"word": "", "start": "applied", "end": "closed/ghosted"}
    assert done["steps"] == [step | {"moved": 1, "refused": 0}]
    assert done["before"] == {"applied": 1, "offer": 1}
    assert done["after"] == {"applied": 0, "offer": 1, "closed": 1}
    assert everything() == before


def test_apply_does_what_the_dry_run_told(alice, application):
    add(alice, "tracking")
    foreseen, done = migrate(*GHOSTED), migrate(*GHOSTED, "--apply")
    assert done.code == 0
    for name in ("steps", "moved", "refused_rows", "before"):
        assert done[name] == foreseen[name]
    assert done["after"] == {"closed": 1, "tracking": 1}
    assert standing(application) == "closed/ghosted"


def test_move_is_a_row_of_history_with_its_run(application):
    run = migrate(*GHOSTED, "--apply")["run"]
    change = application.status_changes.get(to_status="closed")
    assert (change.origin, change.by, change.run) == ("migration", None, str(run))
    assert change.closed_reason == "ghosted"


def test_migration_is_no_activity_of_the_application(application):
    migrate(*GHOSTED, "--apply")
    row = row_of(application)
    assert row["last_activity_at"] == LONG_AGO
    assert row["closed_at"] > LONG_AGO
    assert row["version"] == 2


def test_again_does_nothing_and_leaves_no_run(application):
    migrate(*GHOSTED, "--apply")
    before = everything()
    done = migrate(*GHOSTED, "--apply")
    assert (done.code, done["moved"], done["run"]) == (0, 0, None)
    assert everything() == before


def test_closed_without_a_reason_is_no_response(application):
    migrate("--from", "applied", "--to", "closed", "--apply")
    assert standing(application) == "closed/no_response"


def test_another_reason_for_what_is_closed(alice):
    rows = [add(alice, "closed", closed_reason=r) for r in ("rejected", "ghosted")]
    done = migrate(
        "--from", "closed", "--to", "closed", "--reason", "ghosted", "--apply"
    )
    assert done["moved"] == 1
    assert {standing(row) for row in rows} == {"closed/ghosted"}


def test_of_one_person_alone(alice, bob, application):
    other = add(bob)
    done = migrate(*GHOSTED, "--user", "ALICE@example.org", "--apply")
    assert (done["moved"], done["before"]) == (1, {"applied": 1})
    assert standing(application) == "closed/ghosted"
    assert standing(other) == "applied"


def test_archive_and_bin_are_migrated_too(alice):
    archived, deleted = add(alice), add(alice)
    archived.archive()
    deleted.move_to_bin()
    assert migrate(*GHOSTED, "--apply")["moved"] == 2


@pytest.mark.parametrize("size", [1, 2, 3, 500])
def test_batches_of_any_size_move_all(alice, size):
    rows = [add(alice) for _ in range(5)]
    migrate(*GHOSTED, "--apply", "--batch-size", size)
    assert {standing(row) for row in rows} == {"closed/ghosted"}
    assert StatusRun.objects.get().moved == 5


# Sweeps


def test_sweep_closes_what_is_quiet_and_says_so(alice, application):
    fresh = add(alice, now=datetime.now(UTC))
    done = migrate(*GHOSTED, "--quiet-days", 30, "--apply")
    assert done["moved"] == 1
    assert standing(fresh) == "applied"
    assert application.status_changes.get(to_status="closed").origin == Origin.SWEEP


def test_sweep_leaves_the_bin_and_takes_the_archive(alice):
    archived, deleted = add(alice), add(alice)
    archived.archive()
    deleted.move_to_bin()
    assert migrate(*GHOSTED, "--quiet-days", 30, "--apply")["moved"] == 1
    assert standing(deleted) == "applied"


@pytest.mark.parametrize("status", ["tracking", "interview", "offer"])
def test_sweep_of_any_status(alice, status):
    add(alice, status)
    words = ("--from", status, "--to", "closed", "--quiet-days", 30)
    assert migrate(*words, "--apply")["moved"] == 1


def test_days_are_those_of_each_persons_zone(alice, bob):
    """At ten o'clock on the 10th it is the 11th on Kiritimati."""
    for person, zone in ((alice, "Pacific/Kiritimati"), (bob, "Pacific/Pago_Pago")):
        person.time_zone = zone
        person.save_fields("time_zone")
        add(person, now=datetime(2026, 3, 7, 12, tzinfo=UTC))
    now = datetime(2026, 3, 10, 10, 30, tzinfo=UTC)
    with patch("applications.status_migrations.timezone.now", return_value=now):
        counts = [migrate(*GHOSTED, "--quiet-days", n)["moved"] for n in (2, 3, 4)]
    assert counts == [2, 1, 0]


def test_sweep_agrees_with_days_quiet(alice):
    today = datetime.now(UTC)
    alice.time_zone = "America/Havana"
    alice.save_fields("time_zone")
    rows = [add(alice, now=today - timedelta(hours=7 * n)) for n in range(20)]
    with timezone.override(alice.zone):
        day = timezone.localdate(today)
        quiet = {row.pk for row in rows if row.days_quiet(day) >= 3}
    with patch("applications.status_migrations.timezone.now", return_value=today):
        migrate(*GHOSTED, "--quiet-days", 3, "--apply")
    moved = StatusChange.objects.filter(origin=Origin.SWEEP)
    assert {change.application_id for change in moved} == quiet


# Wrong use


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "Say one of"),
        (("--list", "--undo", "1"), "Say one of"),
        (("--vocabulary", "jobos", "--from", "applied"), "Say one of"),
        (("--to", "applied"), "Say one of"),
        (("--vocabulary", "jobos", "--to", "applied"), "go with --from"),
        (("--map", "jobos-upgrade", "--quiet-days", "3"), "go with --from"),
        (("--from", "applied"), "--from needs --to"),
        (("--from", "applied", "--to", "applied"), "is applied already"),
        (("--from", "closed", "--to", "closed"), "is closed already"),
        (("--from", "applied", "--to", "offer", "--reason", "ghosted"), "--to closed"),
        ((*GHOSTED, "--quiet-days", "0"), "1 to 36500"),
        ((*GHOSTED, "--quiet-days", "99999999999"), "1 to 36500"),
        ((*GHOSTED, "--batch-size", "0"), "at least 1"),
        ((*GHOSTED, "--user", "carla@example.org"), "Nobody here"),
        ((*GHOSTED, "--user", ""), "Nobody here"),
        (("--undo", "77"), "There is no run 77"),
    ],
)
def test_wrong_use_is_told_and_changes_nothing(application, words, why):
    done = migrate(*words, "--apply")
    assert done.code == 2
    assert why in done.complaint
    assert standing(application) == "applied"


# What is told


def test_list_tells_every_run(alice, application):
    assert "No status migration" in migrate("--list", as_json=False).told
    run = migrate(*GHOSTED, "--user", alice.email, "--apply")["run"]
    migrate("--undo", run)
    (told,) = migrate("--list")["runs"]
    assert told.pop("began")
    assert told == {
        "run": run,
        "what": "applied → closed/ghosted",
        "user": alice.email,
        "moved": 1,
        "refused": 0,
        "undone": 1,
        "state": "undone",
    }
    table = migrate("--list", as_json=False).told.splitlines()
    assert table[1].split()[:3] == ["run", "began", "what"]
    assert table[2].split()[-1] == "undone"


def test_tables_for_people(alice, application):
    moved = came(alice, "tracking", "Screening")
    moved.move_to("offer", by=alice, origin=Origin.BOARD)
    told = migrate(*GHOSTED, as_json=False).told
    assert told.startswith("Dry run: applied → closed/ghosted. 1 would move; --apply")
    assert "applied  closed/ghosted      1        0" in told
    assert "closed          0      1" in told
    told = migrate("--vocabulary", "jobos", "--apply", as_json=False).told
    assert told.startswith("Nothing to do: vocabulary jobos.")
    assert f"{moved.pk}  alice@example.org  moved since it was imported" in told


def test_long_run_tells_how_far_it_is(alice, capsys):
    for _ in range(4):
        add(alice)
    every = "applications.management.commands.migrate_statuses.SECONDS_BETWEEN_LINES"
    with patch(every, 0):
        migrate(*GHOSTED, "--apply", "--batch-size", 2)
    assert capsys.readouterr().err.splitlines() == ["2 of 4", "4 of 4"]


def test_many_refused_rows_are_cut_for_people(alice):
    for _ in range(25):
        row = came(alice, "tracking", "Screening")
        row.move_to("offer", by=alice, origin=Origin.BOARD)
    done = migrate("--vocabulary", "jobos", as_json=False)
    assert (done.code, done.complaint) == (1, "25 refused.")
    assert "… and 5 more; --json lists all." in done.told
    assert len(migrate("--vocabulary", "jobos")["refused_rows"]) == 25
