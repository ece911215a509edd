from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from applications.models import ClosedReason, Origin, Status
from applications.tests.factories import ApplicationFactory
from applications.tests.models.rows import history, row_of
from jobtracker.errors import Refused, Stale

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LATER = START + timedelta(days=3)
LATEST = START + timedelta(days=5)


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice, now=START)


def move(application, status, *, now=LATER, **options):
    options = {"by": application.user, "origin": Origin.BOARD} | options
    return application.move_to(status, now=now, **options)


def test_move_writes_the_row_and_its_history(application, alice):
    change = move(application, Status.APPLIED)

    application.refresh_from_db()
    assert application.status == Status.APPLIED
    assert application.version == 2
    assert (change.from_status, change.to_status) == ("tracking", "applied")
    assert (change.by, change.origin, change.changed_at) == (alice, "board", LATER)
    assert application.status_changes.count() == 2


@pytest.mark.parametrize("path", list(permutations(Status.values, 2)))
def test_any_status_can_follow_any_other(alice, path):
    first, second = path
    application = ApplicationFactory(user=alice, status=first)
    move(application, second)
    application.refresh_from_db()
    assert application.status == second
    assert history(application) == [("", first), (first, second)]


def test_move_is_activity(application):
    move(application, Status.INTERVIEW)
    assert row_of(application)["last_activity_at"] == LATER


def test_first_time_in_applied_is_the_day_of_applying(application):
    move(application, Status.APPLIED)
    move(application, Status.TRACKING, now=LATEST)
    move(application, Status.APPLIED, now=LATEST)
    assert row_of(application)["applied_at"] == LATER


def test_closing_sets_time_and_reason(application):
    move(application, Status.CLOSED, closed_reason=ClosedReason.REJECTED)
    row = row_of(application)
    assert (row["closed_at"], row["closed_reason"]) == (LATER, "rejected")


def test_closing_without_a_reason_is_no_response(application):
    change = move(application, Status.CLOSED)
    assert row_of(application)["closed_reason"] == "no_response"
    assert change.closed_reason == "no_response"


def test_reopening_clears_time_and_reason(application):
    move(application, Status.CLOSED, closed_reason=ClosedReason.GHOSTED)
    change = move(application, Status.INTERVIEW, now=LATEST)
    row = row_of(application)
    assert (row["closed_at"], row["closed_reason"]) == (None, "")
    assert change.closed_reason == ""


def test_reason_is_dropped_where_nothing_closes(application):
    move(application, Status.OFFER, closed_reason=ClosedReason.ACCEPTED)
    assert row_of(application)["closed_reason"] == ""


def test_another_reason_for_a_closed_one_is_a_step_of_its_own(application):
    move(application, Status.CLOSED)
    change = move(application, Status.CLOSED, closed_reason="declined", now=LATEST)
    row = row_of(application)
    assert (row["closed_reason"], row["closed_at"]) == ("declined", LATER)
    assert (change.from_status, change.to_status) == ("closed", "closed")


def test_closed_again_without_a_reason_keeps_the_one_it_has(application):
    move(application, Status.CLOSED, closed_reason=ClosedReason.EXPIRED)
    assert move(application, Status.CLOSED, now=LATEST) is None
    assert row_of(application)["closed_reason"] == "expired"


@pytest.mark.parametrize("status", Status.values)
def test_same_status_writes_nothing(alice, status):
    application = ApplicationFactory(user=alice, status=status, now=START)
    before = row_of(application)
    assert move(application, status) is None
    assert row_of(application) == before
    assert application.status_changes.count() == 1


def test_what_they_said_is_kept_where_it_closes(application):
    move(application, Status.CLOSED, rejection_reason="Filled inside the house.")
    assert row_of(application)["rejection_reason"] == "Filled inside the house."


def test_what_they_said_is_not_overwritten_by_nothing(application):
    move(application, Status.CLOSED, rejection_reason="No.")
    move(application, Status.OFFER, now=LATEST)
    move(application, Status.CLOSED, now=LATEST)
    assert row_of(application)["rejection_reason"] == "No."


def test_what_they_said_is_not_kept_where_nothing_closes(application):
    move(application, Status.OFFER, rejection_reason="No.")
    assert row_of(application)["rejection_reason"] == ""


def test_stale_version_is_refused_and_nothing_is_written(application):
    move(application, Status.APPLIED, version=1)
    before = row_of(application)
    with pytest.raises(Stale):
        move(application, Status.INTERVIEW, version=1, now=LATEST)
    assert row_of(application) == before
    assert application.status_changes.count() == 2


def test_stale_version_is_refused_even_for_the_same_status(application):
    move(application, Status.APPLIED)
    with pytest.raises(Stale):
        move(application, Status.APPLIED, version=1)


def test_move_starts_from_what_is_true_now_not_from_what_was_read(application):
    other = type(application).objects.get(pk=application.pk)
    move(other, Status.APPLIED)
    change = move(application, Status.INTERVIEW, now=LATEST)
    assert change.from_status == Status.APPLIED
    assert row_of(application)["applied_at"] == LATER
    assert application.version == 3


@pytest.mark.parametrize("status", ["", "Applied", "ghosted", "x" * 5_000, "\0"])
def test_unknown_status_is_refused(application, status):
    before = row_of(application)
    with pytest.raises(Refused):
        move(application, status)
    assert row_of(application) == before
    assert application.status_changes.count() == 1


def test_unknown_reason_is_refused(application):
    with pytest.raises(Refused):
        move(application, Status.CLOSED, closed_reason="bored")
    assert row_of(application)["status"] == "tracking"
    assert application.status_changes.count() == 1


def test_move_overwrites_no_other_column(application):
    stale = type(application).objects.get(pk=application.pk)
    application.edit(facts={"source": "A friend"}, job_facts={}, version=None)
    stale.source = "Nobody"
    move(stale, Status.APPLIED)
    assert row_of(application)["source"] == "A friend"


def test_move_remembers_what_was_before(application):
    change = move(application, Status.CLOSED, rejection_reason="No.")
    assert change.before == {
        "closed_reason": "",
        "applied_at": None,
        "closed_at": None,
        "last_activity_at": START.isoformat(),
    }


def test_run_is_written_to_the_history(application):
    change = move(
        application, Status.APPLIED, origin=Origin.MIGRATION, run="42", by=None
    )
    assert (change.run, change.by, change.origin) == ("42", None, "migration")
