"""What the database itself refuses, whatever the code before it let through."""

from datetime import UTC, datetime

import pytest
from django.db import DataError, IntegrityError, connection, transaction
from django.db.models import F, Value

from applications.models import Application, Job, Note, StatusChange
from applications.tests.factories import ApplicationFactory, JobFactory, NoteFactory

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
URL = "https://jobs.example/1"


def refuses(rows, **values):
    """Whether the database refuses these values, and keeps what it had."""
    before = list(rows.values())
    try:
        with transaction.atomic():
            super(type(rows), rows).update(**values)
    except (IntegrityError, DataError):
        return list(rows.values()) == before
    return False


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice)


@pytest.mark.parametrize(
    "values",
    [
        {"status": "ghosted"},
        {"status": ""},
        {"status": "Applied"},
        {"status": "closed"},
        {"status": "closed", "closed_at": NOW},
        {"status": "closed", "closed_reason": "rejected"},
        {"status": "closed", "closed_reason": "bored", "closed_at": NOW},
        {"status": "applied", "closed_reason": "rejected"},
        {"status": "applied", "closed_at": NOW},
        {"priority": "urgent"},
        {"priority": ""},
        {"fit_score": 101},
        {"fit_score": -1},
        {"ats_score": 101},
        {"offer_amount": -1},
        {"offer_amount": 2**31},
        {"offer_currency": "€"},
        {"offer_currency": "EURO"},
        {"version": 0},
        {"version": -1},
        {"user_id": None},
        {"job_id": None},
    ],
)
def test_database_refuses_such_an_application(application, values):
    assert refuses(Application.objects.all(), **values)


def test_database_takes_a_closed_application_with_reason_and_time(application):
    values = {"status": "closed", "closed_reason": "expired", "closed_at": NOW}
    assert Application.objects.update(**values) == 1


@pytest.mark.parametrize(
    "values",
    [
        {"company_id": None},
        {"company_name": "Oven"},
        {"user_id": None},
        {"user_id": None, "company_id": None},
        {"salary_min": 2, "salary_max": 1},
        {"salary_min": -1},
        {"salary_max": 2**31},
        {"salary_currency": "EU"},
        {"salary_period": "fortnight"},
        {"job_type": "gig"},
        {"remote_type": "moon"},
        {"experience_level": "wizard"},
        {"status": "gone"},
    ],
)
def test_database_refuses_such_a_job(application, values):
    assert refuses(Job.objects.all(), **values)


@pytest.mark.parametrize(
    "values",
    [
        {"salary_min": 1, "salary_max": 1},
        {"salary_min": 5, "salary_max": None},
        {"salary_min": 0, "salary_max": 2**31 - 1},
        {"user_id": None, "company_id": None, "company_name": "Oven"},
    ],
)
def test_database_takes_such_a_job(alice, values):
    JobFactory(user=alice)
    assert Job.objects.update(**values) == 1


@pytest.mark.parametrize(
    "posting", [{"url": URL}, {"source": "jobs.example", "source_id": "7"}]
)
def test_database_refuses_a_posting_twice(alice, posting):
    JobFactory(user=alice, **posting)
    with pytest.raises(IntegrityError), transaction.atomic():
        JobFactory(user=alice, **posting)
    assert Job.objects.count() == 1


def test_database_takes_the_same_posting_of_two_people(alice, bob):
    JobFactory(user=alice, url=URL)
    assert JobFactory(user=bob, url=URL).pk


def test_database_takes_a_posting_again_that_lies_in_the_bin(alice):
    JobFactory(user=alice, url=URL, deleted_at=NOW)
    JobFactory(user=alice, url=URL, deleted_at=NOW)
    assert JobFactory(user=alice, url=URL).pk


def test_database_takes_any_number_of_jobs_without_address(alice):
    assert JobFactory.create_batch(3, user=alice)


@pytest.mark.parametrize("text", ["", "x" * 5_001])
def test_database_refuses_such_a_note(application, text):
    NoteFactory(application=application)
    assert refuses(Note.objects.all(), text=text)


@pytest.mark.parametrize(
    "values",
    [
        {"to_status": "ghosted"},
        {"from_status": "ghosted"},
        {"origin": "space"},
        {"to_status": "closed"},
        {"closed_reason": "rejected"},
        {"undoes": F("pk")},
        {"to_status": "closed", "closed_reason": Value("bored")},
    ],
)
def test_database_refuses_such_a_step(application, values):
    assert refuses(StatusChange.objects.all(), **values)


def test_rank_of_the_priority_is_kept_by_the_database(application):
    ranks = []
    for priority in ("unknown", "low", "medium", "high", "dream"):
        Application.objects.update(priority=priority)
        ranks.append(Application.objects.get().priority_rank)
    assert ranks == [0, 1, 2, 3, 4]


def test_company_with_jobs_cannot_be_deleted_by_hand(application):
    sql = "DELETE FROM companies_company"
    with pytest.raises(IntegrityError), transaction.atomic():  # noqa: PT012
        connection.cursor().execute(sql)
        connection.check_constraints()
