"""Documents that nobody needs go, after a word; what somebody did something with stays."""

from datetime import UTC, datetime, timedelta

import pytest

from accounts.models import Notification
from applications import document_retention
from applications.document_retention import (
    drop_files,
    erase_documents,
    tidy_documents,
)
from applications.models import Document, DocumentStatus
from applications.models.document import ENGINE
from applications.retention import tidy
from applications.tests.factories import DocumentFactory, JobFactory

NOW = datetime(2026, 6, 2, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)
WEEK = timedelta(days=7)


@pytest.fixture(autouse=True)
def few_are_kept(monkeypatch):
    """Of the newest, one."""
    monkeypatch.setattr(document_retention, "NEWEST", 1)


@pytest.fixture
def job(alice):
    return JobFactory(user=alice)


def written(job, age, **facts):
    """So many days ago."""
    at = NOW - age * DAY
    given = {"engine": ENGINE, "created_at": at, "completed_at": at} | facts
    return DocumentFactory(user=job.user, job=job, **given)


def told(user):
    return Notification.objects.for_user(user).filter(
        dedupe_key__startswith=document_retention.KEY
    )


def there():
    return set(Document.objects.all())


def test_old_one_goes_a_week_after_it_was_said(alice, job):
    old, new = written(job, 100), written(job, 1)
    assert tidy_documents(now=NOW) == 0
    notice = told(alice).get()
    assert notice.title == "1 old document will be deleted on Tue 9 Jun"
    assert notice.url == "/documents/"
    assert tidy_documents(now=NOW + 6 * DAY) == 0
    assert there() == {old, new}
    assert tidy_documents(now=NOW + WEEK) == 1
    assert there() == {new}
    assert told(alice).count() == 1


def test_it_is_said_a_week_before_they_are_old_enough(alice, job):
    written(job, 84)
    written(job, 82)
    newest = written(job, 1)
    tidy_documents(now=NOW)
    assert told(alice).get().title.startswith("1 old document")
    assert tidy_documents(now=NOW + WEEK) == 1
    assert told(alice).count() == 2, "the next one is told of then"
    assert tidy_documents(now=NOW + 2 * WEEK) == 1
    assert there() == {newest}


def test_said_twice_a_day_it_is_one_notice(alice, job):
    written(job, 100)
    written(job, 1)
    for _ in range(2):
        tidy_documents(now=NOW)
    assert told(alice).count() == 1


def test_after_a_long_pause_nothing_goes_unsaid(alice, job):
    written(job, 300)
    written(job, 1)
    assert tidy_documents(now=NOW) == 0


@pytest.mark.parametrize(
    "facts",
    [
        {"sent_at": NOW},
        {"version_number": 2},
        {"is_starred": True},
        {"engine": "JobWise"},
        {"status": DocumentStatus.FAILED},
    ],
    ids=str,
)
def test_what_was_used_or_is_not_ours_stays(facts, alice, job):
    kept = written(job, 100, **facts)
    written(job, 1)
    for weeks in range(3):
        tidy_documents(now=NOW + weeks * WEEK)
    assert kept in there()
    assert not told(alice).exists()


def test_rated_one_stays(alice, job):
    kept = written(job, 100)
    kept.feedback.create(rating=5)
    written(job, 1)
    for weeks in range(2):
        tidy_documents(now=NOW + weeks * WEEK)
    assert kept in there()


def test_starred_after_the_word_it_stays(job):
    old = written(job, 100)
    written(job, 1)
    tidy_documents(now=NOW)
    old.is_starred = True
    old.save_fields("is_starred")
    assert tidy_documents(now=NOW + WEEK) == 0


def test_newest_stay_however_old(alice, job):
    written(job, 200)
    assert tidy_documents(now=NOW) == 0
    assert not told(alice).exists()


def test_who_turned_it_off_keeps_all(alice, job):
    preferences = alice.get_preferences()
    preferences.tidy_documents = False
    preferences.save_fields("tidy_documents")
    written(job, 100)
    written(job, 1)
    for weeks in range(2):
        assert tidy_documents(now=NOW + weeks * WEEK) == 0
    assert not told(alice).exists()


def test_each_person_is_told_of_their_own(alice, bob, job):
    written(job, 100)
    written(job, 1)
    tidy_documents(now=NOW)
    assert not told(bob).exists()


def test_bin_is_emptied_after_thirty_days_but_for_what_was_sent(job):
    gone = written(job, 40, deleted_at=NOW - 31 * DAY)
    kept = written(job, 40, deleted_at=NOW - 29 * DAY)
    sent = written(job, 40, deleted_at=NOW - 31 * DAY, sent_at=NOW - 35 * DAY)
    assert erase_documents(before=NOW - 30 * DAY) == 1
    assert there() == {kept, sent}
    assert gone not in there()


def file(document, number, **facts):
    given = {"format": "pdf", "size": 1, "sha256": "0" * 64, "content": b"%PDF"}
    at = NOW + number * DAY
    return document.exports.create(**given | facts, created_at=at)


def test_newest_files_of_each_document_are_kept(job, monkeypatch):
    monkeypatch.setattr(document_retention, "FILES", 2)
    one, two = written(job, 1), written(job, 1)
    files = [file(one, number) for number in range(4)]
    file(two, 0)
    assert drop_files() == 2
    assert set(one.exports.all()) == set(files[2:])
    assert two.exports.count() == 1


@pytest.mark.parametrize("is_sent", [True, False])
def test_files_of_what_was_sent_and_of_other_systems_stay(is_sent, job, monkeypatch):
    monkeypatch.setattr(document_retention, "FILES", 0)
    sent = written(job, 1, sent_at=NOW)
    file(sent, 1, is_sent=is_sent)
    file(written(job, 1), 1, content=None)
    assert drop_files() == 0


def test_it_is_part_of_every_day(job):
    done = tidy(now=NOW)
    for name in ("documents", "documents_erased", "document_files"):
        assert done[name] == 0
