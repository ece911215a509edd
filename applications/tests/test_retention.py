"""What is past its time goes, and nothing else."""

from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts.models import Errand, ProfileImport, SampleDocument, SubmitKey
from accounts.tests.factories import SampleFactory
from applications import retention
from applications.models import (
    Application,
    Capture,
    CapturedPosting,
    ImportRun,
    Job,
    Note,
    StatusChange,
)
from applications.retention import CAPTURE_DAYS, UNDECIDED_CAPTURE_DAYS, tidy
from applications.tests.factories import ApplicationFactory, JobFactory
from companies.models import Company

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def in_bin(user, at):
    application = ApplicationFactory(user=user)
    application.add_note("A word")
    application.move_to_bin(now=at)
    return application


def days(number):
    return timedelta(days=number)


def test_bin_keeps_thirty_days(alice):
    kept = in_bin(alice, NOW - days(30) + SECOND)
    in_bin(alice, NOW - days(30) - SECOND)
    shown = ApplicationFactory(user=alice)
    assert tidy(now=NOW)["erased"] == 1
    assert set(Application.objects.all()) == {kept, shown}
    assert Job.objects.count() == 2
    assert Note.objects.get().application == kept
    assert not StatusChange.objects.exclude(application__in=[kept, shown]).exists()
    assert tidy(now=NOW)["erased"] == 0


def test_companies_stay(alice):
    in_bin(alice, NOW - days(40))
    tidy(now=NOW)
    assert Company.objects.count() == 1


def test_what_was_restored_in_time_stays(alice):
    application = in_bin(alice, NOW - days(40))
    application.restore()
    assert tidy(now=NOW)["erased"] == 0


def test_much_goes_in_steps(alice, monkeypatch, count_queries):
    monkeypatch.setattr(retention, "BATCH", 2)
    for _ in range(5):
        in_bin(alice, NOW - days(40))
    assert tidy(now=NOW)["erased"] == 5
    assert not Application.objects.exists()


@pytest.mark.parametrize(
    ("model", "name", "limit"), [(SubmitKey, "submit_keys", 7), (Errand, "errands", 60)]
)
def test_marks_are_kept_for_a_time(model, name, limit, alice):
    for age in (limit - 1, limit + 1):
        model.objects.create(user=alice, key=str(age), created_at=NOW - days(age))
    assert tidy(now=NOW)[name] == 1
    assert model.objects.get().key == str(limit - 1)


def import_file(user, age, **facts):
    """A run whose file was last touched so long ago."""
    run = ImportRun.objects.create(
        user=user, filename="old.db", system="carteros", source=b"SQLite", **facts
    )
    ImportRun.objects.filter(pk=run.pk).update(updated_at=NOW - age)
    return run


def test_an_uploaded_file_is_kept_for_a_week(alice):
    kept = import_file(alice, days(7) - SECOND, status="completed")
    dropped = import_file(alice, days(7) + SECOND, status="completed")
    assert tidy(now=NOW)["import_files"] == 1
    assert kept.has_file
    assert kept.is_ready
    assert not dropped.has_file
    assert not dropped.is_ready
    assert tidy(now=NOW)["import_files"] == 0


@pytest.mark.parametrize(
    ("status", "is_kept"),
    [
        ("pending", True),
        ("running", False),  # its worker died a week ago
        ("completed", False),
        ("failed", False),
        ("cancelled", False),
    ],
)
@pytest.mark.parametrize("applied_at", [None, NOW - days(20)])
@pytest.mark.parametrize("step", ["look", "apply"])
def test_the_file_of_a_run_that_waits_for_its_worker_stays(
    alice, step, applied_at, status, is_kept
):
    run = import_file(alice, days(20), step=step, status=status, applied_at=applied_at)
    tidy(now=NOW)
    assert run.has_file == is_kept


def test_what_a_file_held_stays_when_it_goes(alice):
    run = import_file(alice, days(20), status="completed", preview={"people": []})
    before = ImportRun.objects.values().get()
    tidy(now=NOW)
    assert ImportRun.objects.values().get() == before | {"source": None}
    assert run.can_retry is False


def test_the_page_of_a_run_whose_file_is_gone_says_so(alice, as_alice):
    people = [
        {"id": "1", "label": "1", "rows": 2},
        {"id": "2", "label": "2", "rows": 1},
    ]
    report = {
        "verdicts": {"jobs": {"made": 2}},
        "rows": {"applications.job": {"made": 2}},
    }
    chosen = {"report": report, "chosen": people[0]}
    for preview in ({"people": people}, {"people": people} | chosen):
        run = import_file(alice, days(20), status="completed", preview=preview)
        shown = as_alice.get(run.get_absolute_url()).text
        assert "is no longer here" not in shown
        assert ("Bring it in" in shown) != ("Who of these are you?" in shown)
        tidy(now=NOW)
        shown = as_alice.get(run.get_absolute_url()).text
        assert "is no longer here" in shown
        assert "Bring it in" not in shown
        assert "Who of these are you?" not in shown


@pytest.mark.parametrize("verb", ["apply", "person"])
def test_nothing_is_begun_with_a_file_that_is_gone(alice, as_alice, verb):
    people = [{"id": "1", "label": "1", "rows": 2}]
    run = import_file(alice, days(20), status="completed", preview={"people": people})
    tidy(now=NOW)
    as_alice.post(f"{run.get_absolute_url()}{verb}/", {"person": "1"})
    run.refresh_from_db()
    assert (run.step, run.status, run.attempt) == ("look", "completed", 0)


def test_sessions_that_ended_go(alice, as_alice):
    store = import_module(settings.SESSION_ENGINE).SessionStore
    old = store()
    old.create()
    Session.objects.filter(pk=old.session_key).update(
        expire_date=timezone.now() - SECOND
    )
    tidy(now=NOW)
    assert [s.pk for s in Session.objects.all()] == [as_alice.session.session_key]


def capture(user, age, *postings, **facts):
    """One that was last touched so long ago, and so were its postings."""
    facts = {"kind": "text", "status": "completed", "source": b"x" * 99} | facts
    capture = Capture.objects.create(user=user, text="Baker", **facts)
    for number, posting in enumerate(postings, 1):
        capture.postings.create(position=number, facts={"title": "Baker"}, **posting)
    Capture.objects.filter(pk=capture.pk).update(updated_at=NOW - age)
    capture.postings.update(updated_at=NOW - age)
    return capture


WAITS, SKIPPED = {}, {"is_skipped": True}


@pytest.mark.parametrize(
    ("postings", "limit"),
    [
        ([], CAPTURE_DAYS),
        ([SKIPPED], CAPTURE_DAYS),
        ([SKIPPED, SKIPPED], CAPTURE_DAYS),
        ([WAITS], UNDECIDED_CAPTURE_DAYS),
        ([WAITS, SKIPPED], UNDECIDED_CAPTURE_DAYS),
    ],
)
def test_a_capture_stays_as_long_as_it_may_be_wanted(alice, postings, limit):
    kept = capture(alice, days(limit) - SECOND, *postings)
    capture(alice, days(limit) + SECOND, *postings)
    assert tidy(now=NOW)["captures"] == 1
    assert Capture.objects.get() == kept
    assert CapturedPosting.objects.count() == len(postings)
    assert tidy(now=NOW)["captures"] == 0


def test_the_limits_are_a_month_and_three():
    assert (CAPTURE_DAYS, UNDECIDED_CAPTURE_DAYS) == (30, 90)


def test_the_job_of_a_capture_stays_whole(alice):
    job = JobFactory(user=alice, raw_text="Baker", text_sha256="0" * 64)
    capture(alice, days(31), {"job": job})
    before = Job.objects.values().get()
    assert tidy(now=NOW)["captures"] == 1
    assert Job.objects.values().get() == before


def test_who_decided_on_a_part_of_it_lately_may_go_on(alice):
    old = capture(alice, days(100), SKIPPED, WAITS)
    old.postings.filter(position=1).update(updated_at=NOW - days(1))
    assert tidy(now=NOW)["captures"] == 0


@pytest.mark.parametrize(
    ("status", "is_kept"),
    [("pending", True), ("running", False), ("failed", False), ("cancelled", False)],
)
def test_a_capture_that_waits_for_its_worker_stays(alice, status, is_kept):
    capture(alice, days(100), status=status)
    tidy(now=NOW)
    assert Capture.objects.exists() == is_kept


def test_pages_are_not_loaded_to_be_deleted(alice, count_queries):
    for _number in range(3):
        capture(alice, days(40), SKIPPED)
    with count_queries() as queries:
        assert tidy(now=NOW)["captures"] == 3
    said = [query["sql"] for query in queries if "applications_capture" in query["sql"]]
    assert said
    assert not [sql for sql in said if '"source"' in sql or '"facts"' in sql]


# Samples


def test_archived_samples_are_kept_for_thirty_days(alice):
    kept = SampleFactory(user=alice, archived_at=NOW - days(30) + SECOND)
    used = SampleFactory(user=alice, created_at=NOW - days(400))
    SampleFactory(user=alice, archived_at=NOW - days(30) - SECOND)
    assert tidy(now=NOW)["samples"] == 1
    assert set(SampleDocument.objects.all()) == {kept, used}
    assert tidy(now=NOW)["samples"] == 0


def test_what_was_read_in_a_resume_and_not_confirmed_is_kept_for_thirty_days(alice):
    done = ProfileImport.objects.create(user=alice, kind="text", confirmed_at=NOW)
    left = ProfileImport.objects.create(user=alice, kind="text")
    old = NOW - timedelta(days=29)
    ProfileImport.objects.update(updated_at=old)
    assert tidy(now=NOW)["profile_imports"] == 0
    ProfileImport.objects.update(updated_at=old - timedelta(days=2))
    assert tidy(now=NOW)["profile_imports"] == 1
    assert not ProfileImport.objects.filter(pk=left.pk).exists()
    assert ProfileImport.objects.filter(pk=done.pk).exists()
