"""Status migrations: dry runs, moves, refusals, going on, taking back."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from io import StringIO
from threading import Event, Thread
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from applications.models import (
    Application,
    Origin,
    StatusChange,
    StatusRun,
    StatusRunRow,
)
from applications.status_migrations import only_one
from applications.status_plans import Plan
from applications.tests.factories import ApplicationFactory
from applications.tests.models.rows import facts_of, history, row_of

LONG_AGO = datetime(2026, 1, 5, 9, tzinfo=UTC)
GHOSTED = ("--from", "applied", "--to", "closed", "--reason", "ghosted")


class Done:
    def __init__(self, code, told, complaint=""):
        self.code = code
        self.complaint = complaint
        self.told = told

    @property
    def data(self):
        return json.loads(self.told)

    def __getitem__(self, key):
        return self.data[key]


def migrate(*words, as_json=True) -> Done:
    out = StringIO()
    told = ("--json",) if as_json else ()
    try:
        call_command("migrate_statuses", *told, *map(str, words), stdout=out)
    except CommandError as error:
        return Done(error.returncode, out.getvalue(), str(error))
    return Done(0, out.getvalue())


def add(user, status="applied", *, word="", now=LONG_AGO, **facts) -> Application:
    return ApplicationFactory(
        user=user, status=status, imported_status=word, now=now, **facts
    )


def came(user, status, word, **facts) -> Application:
    return add(user, status, word=word, origin=Origin.IMPORT, **facts)


def standing(application) -> str:
    row = row_of(application)
    return "/".join(filter(None, (row["status"], row["closed_reason"])))


def everything() -> list:
    models = (Application, StatusChange, StatusRun, StatusRunRow)
    return [list(model.objects.order_by("pk").values()) for model in models]


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
    from django.utils import timezone

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


# Vocabularies


def test_vocabulary_puts_right_what_differs(alice):
    wrong, right = (
        came(alice, "tracking", "Screening"),
        came(alice, "applied", "applied"),
    )
    done = migrate("--vocabulary", "jobos", "--apply")
    assert done["steps"] == [
        {
            "word": "Screening",
            "start": "tracking",
            "end": "applied",
            "moved": 1,
            "refused": 0,
        }
    ]
    assert standing(wrong) == "applied"
    assert len(history(right)) == 1


def test_unknown_words_are_told_and_left_alone(alice):
    came(alice, "tracking", "On hold")
    before = everything()
    done = migrate("--vocabulary", "jobos", "--apply")
    assert (done.code, done["unknown_words"]) == (0, {"On hold": 1})
    assert everything() == before


def test_what_was_never_imported_is_left_alone(alice, application):
    assert migrate("--vocabulary", "jobwise", "--apply")["moved"] == 0


def test_closed_keeps_the_reason_that_the_word_does_not_tell(alice):
    row = came(alice, "closed", "Closed", closed_reason="ghosted")
    migrate("--vocabulary", "jobos", "--apply")
    assert standing(row) == "closed/ghosted"


def test_word_of_carteros_does_not_tell_the_rounds(alice):
    interviewed = came(alice, "interview", "applied/pending")
    saved = came(alice, "tracking", "applied/pending")
    ended = came(alice, "tracking", "applied/rejected")
    migrate("--vocabulary", "carteros", "--apply")
    found = [standing(row) for row in (interviewed, saved, ended)]
    assert found == ["interview", "applied", "closed/rejected"]


def test_what_a_person_moved_since_the_import_is_refused(alice):
    row = came(alice, "tracking", "Screening")
    row.move_to("interview", by=alice, origin=Origin.BOARD)
    before = everything()
    for words in ((), ("--apply",)):
        done = migrate("--vocabulary", "jobos", *words)
        assert (done.code, done["moved"], done["refused"]) == (1, 0, 1)
        why = "moved since it was imported"
        assert done["refused_rows"] == [{"id": row.pk, "user": alice.email, "why": why}]
    assert everything() == before


def test_what_a_person_moved_and_took_back_is_not_refused(alice):
    row = came(alice, "tracking", "Screening")
    row.move_to("interview", by=alice, origin=Origin.BOARD)
    row.undo_move(by=alice)
    assert migrate("--vocabulary", "jobos", "--apply").code == 0
    assert standing(row) == "applied"


def test_what_another_migration_moved_is_not_refused(alice):
    row = came(alice, "applied", "Screening")
    migrate(*GHOSTED, "--apply")
    migrate("--vocabulary", "jobos", "--apply")
    assert standing(row) == "applied"


# Maps


@pytest.fixture
def map_file(tmp_path):
    def write(text):
        path = tmp_path / "words.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_map_of_words(alice, map_file):
    called, closed = (
        came(alice, "tracking", "Phone-Screen"),
        came(alice, "offer", "No!"),
    )
    path = map_file(
        '[moves]\n"phone screen" = "interview"\n"no!" = "closed/rejected"\n'
    )
    done = migrate("--map", path, "--apply")
    assert (done.code, done["moved"], done["what"]) == (0, 2, "map words.toml")
    assert [standing(called), standing(closed)] == ["interview", "closed/rejected"]


def test_map_of_statuses(alice, map_file):
    rows = [
        add(alice, "closed", closed_reason="expired"),
        add(alice, "closed", closed_reason="ghosted"),
        add(alice, "interview"),
    ]
    text = (
        'match = "status"\n[moves]\n"closed/expired" = "tracking"\n'
        '"closed" = "closed/no_response"\ninterview = "applied"\n'
    )
    migrate("--map", map_file(text), "--apply")
    found = [standing(row) for row in rows]
    assert found == ["tracking", "closed/no_response", "applied"]


def test_map_may_name_what_stays(alice, map_file):
    row = add(alice, "closed", closed_reason="ghosted")
    text = (
        'match = "status"\n[moves]\n"closed/ghosted" = "closed/ghosted"\n'
        '"closed" = "closed/rejected"\n'
    )
    assert migrate("--map", map_file(text), "--apply")["moved"] == 0
    assert standing(row) == "closed/ghosted"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('[moves]\n"a" = applied\n', "(at line 2, column 7)"),
        ('match = "word"\n[moves]\na = "applied"\n', "line 1: match is one of"),
        ("match = 'status'\n", "there is no [moves]"),
        ("[moves]\n", "line 1: there is no [moves]"),
        ("[moves]\na = 'applied'\n[more]\n", "line 3: “more” means nothing here"),
        ("[moves]\na = 'applied'\n'b c' = 'hired'\n", "line 3: “hired” is no status"),
        ("[moves]\na = 1\n", "line 2: “1” is no status"),
        ("[moves]\na = 'closed/hired'\n", "line 2: “closed/hired” is no status"),
        ("[moves]\na = 'offer/ghosted'\n", "line 2: “offer/ghosted” is no status"),
        ("[moves]\n'' = 'offer'\n", "line 2: an empty word"),
        (
            "[moves]\na-b = 'offer'\n'A B' = 'applied'\n",
            "line 3: “A B” stands here twice",
        ),
        ("match='status'\n[moves]\nhired = 'offer'\n", "line 3: “hired” is no status"),
        (
            "match='status'\n[moves]\noffer = 'closed'\nclosed = 'tracking'\n",
            "line 3: offer goes to closed, and closed to tracking",
        ),
        (
            "match='status'\n[moves]\noffer = 'applied'\napplied = 'offer'\n",
            "line 3: offer goes to applied, and applied to offer",
        ),
    ],
)
def test_bad_map_is_refused_with_its_line(db, map_file, text, why):
    done = migrate("--map", map_file(text), "--apply")
    assert done.code == 2
    assert "words.toml" in done.complaint
    assert why in done.complaint


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_map_that_cannot_be_read_is_refused(db, tmp_path, content):
    path = tmp_path / "words.toml"
    if content:
        path.write_bytes(content)
    assert migrate("--map", path).code == 2


def test_jobos_upgrade_follows_its_nine_words(alice):
    words = ("Analyzed", "Screening", "Interview Done", "Withdrawn", "Tracking")
    rows = [came(alice, "offer", word) for word in words]
    done = migrate("--map", "jobos-upgrade", "--apply")
    assert done["unknown_words"] == {"Tracking": 1}
    found = [standing(row) for row in rows]
    assert found == ["tracking", "applied", "interview", "closed/withdrawn", "offer"]


def test_jobos_downgrade_gives_the_nine_words_back(alice, application):
    rows = [
        came(alice, "interview", "Interview Done"),
        came(alice, "closed", "Closed", closed_reason="accepted"),
        came(alice, "applied", "Applied"),
        came(alice, "applied", "On hold"),
    ]
    before = [facts_of(row) for row in (*rows, application)]
    done = migrate("--map", "jobos-downgrade", "--apply")
    assert (done["moved"], done["before"]) == (2, done["after"])
    found = [row_of(row)["imported_status"] for row in (*rows, application)]
    assert found == ["Interview Scheduled", "Rejected", "Applied", "On hold", ""]
    assert [standing(row) for row in rows[:2]] == ["interview", "closed/accepted"]

    again = everything()
    migrate("--map", "jobos-downgrade", "--apply")
    assert everything() == again

    assert migrate("--undo", done["run"])["restored"] == 2
    assert [facts_of(row) for row in (*rows, application)] == before


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


# Interrupted, and two at once


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


# Undo


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
