from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from applications.models import Application, ClosedReason, Origin, Status, StatusChange
from applications.tests.factories import ApplicationFactory, JobFactory

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def test_application_begins_in_tracking_with_its_first_row_of_history(alice):
    application = Application.start(JobFactory(user=alice), by=alice, now=NOW)

    change = application.status_changes.get()
    assert (application.status, application.version) == (Status.TRACKING, 1)
    assert (change.from_status, change.to_status) == ("", Status.TRACKING)
    assert (change.by, change.origin) == (alice, Origin.CREATE)
    assert change.changed_at == NOW
    assert change.before == {}


def test_owner_is_that_of_the_job(alice, bob):
    application = Application.start(JobFactory(user=alice), by=bob)
    assert application.user == alice
    assert application.status_changes.get().by == bob


def test_all_times_are_those_of_the_start(alice):
    application = Application.start(
        JobFactory(user=alice), by=alice, status=Status.APPLIED, now=NOW
    )
    application.refresh_from_db()
    assert application.saved_at == application.last_activity_at == NOW
    assert application.applied_at == NOW
    assert application.closed_at is None


def test_start_in_closed_has_a_reason_and_a_time(alice):
    application = ApplicationFactory(user=alice, status=Status.CLOSED, now=NOW)
    assert application.closed_reason == ClosedReason.NO_RESPONSE
    assert application.closed_at == NOW
    assert application.status_changes.get().closed_reason == "no_response"


def test_start_in_closed_keeps_the_reason_given(alice):
    application = ApplicationFactory(
        user=alice, status=Status.CLOSED, closed_reason=ClosedReason.EXPIRED
    )
    assert application.closed_reason == ClosedReason.EXPIRED


def test_reason_of_an_open_one_is_dropped(alice):
    application = ApplicationFactory(user=alice, closed_reason=ClosedReason.EXPIRED)
    assert application.closed_reason == ""


@pytest.mark.parametrize("status", [Status.INTERVIEW, Status.OFFER])
def test_start_beyond_applied_invents_no_date_of_applying(alice, status):
    assert ApplicationFactory(user=alice, status=status).applied_at is None


def test_job_is_pursued_once(alice):
    application = ApplicationFactory(user=alice)
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.start(application.job, by=alice)
    assert StatusChange.objects.count() == 1


def test_unknown_status_leaves_nothing_behind(alice):
    job = JobFactory(user=alice)
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.start(job, by=alice, status="ghosted")
    assert not Application.objects.exists()
    assert not StatusChange.objects.exists()


def test_public_job_cannot_be_pursued_itself(alice):
    job = JobFactory(user=None, company=None, company_name="Everyone’s")
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.start(job, by=alice)
    assert not Application.objects.exists()
