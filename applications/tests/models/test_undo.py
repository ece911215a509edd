from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from applications.models import Origin, Status, StatusChange
from applications.models.application_moves import NothingToUndo
from applications.tests.factories import ApplicationFactory
from applications.tests.models.rows import facts_of, history, row_of
from jobtracker.errors import Stale

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice, now=START)


def move(application, *statuses, **options):
    for step, status in enumerate(statuses, start=application.version):
        application.move_to(
            status,
            by=application.user,
            origin=Origin.BOARD,
            now=START + timedelta(days=step),
            **options,
        )


def undo(application, **options):
    return application.undo_move(by=application.user, **options)


@pytest.mark.parametrize("status", ["applied", "interview", "offer", "closed"])
def test_undo_restores_everything(application, status):
    before = facts_of(application)
    move(application, status)
    undo(application)
    assert facts_of(application) == before


def test_undo_keeps_what_they_said(application):
    move(application, "closed", rejection_reason="They said no.")
    undo(application)
    application.refresh_from_db()
    assert application.rejection_reason == "They said no."


def test_undo_keeps_what_happened_since(application):
    move(application, "applied")
    later = START + timedelta(days=30)
    application.add_note("They called.", now=later)
    undo(application)
    assert application.last_activity_at == later


def test_undo_of_a_reopening_restores_reason_and_date(alice):
    application = ApplicationFactory(
        user=alice, status="closed", closed_reason="declined", now=START
    )
    before = facts_of(application)
    move(application, "interview")
    undo(application)
    assert facts_of(application) == before


def test_undo_of_another_reason_restores_the_first(application):
    move(application, "closed", closed_reason="rejected")
    before = facts_of(application)
    move(application, "closed", closed_reason="ghosted")
    undo(application)
    assert facts_of(application) == before


def test_undo_is_a_row_of_history_and_a_new_version(application, alice):
    move(application, "applied")
    change = undo(application)
    undone = application.status_changes.get(to_status="applied")
    assert change.undoes == undone
    assert (change.from_status, change.to_status) == ("applied", "tracking")
    assert (change.origin, change.by) == (Origin.UNDO, alice)
    assert application.version == row_of(application)["version"] == 3


def test_moves_are_taken_back_one_by_one_the_last_first(application):
    move(application, "applied", "interview", "closed")
    for status in ("interview", "applied", "tracking"):
        undo(application)
        assert row_of(application)["status"] == status
    with pytest.raises(NothingToUndo):
        undo(application)


def test_each_move_is_taken_back_once(application):
    move(application, "applied")
    undo(application)
    with pytest.raises(NothingToUndo):
        undo(application)
    assert len(history(application)) == 3


def test_undo_itself_cannot_be_undone(application):
    move(application, "applied", "interview")
    undo(application)
    undo(application)
    assert row_of(application)["status"] == "tracking"


def test_move_after_an_undo_can_be_taken_back(application):
    move(application, "applied")
    undo(application)
    move(application, "interview")
    undo(application)
    assert row_of(application)["status"] == "tracking"


def test_the_first_step_stays_for_ever(application):
    before = row_of(application)
    with pytest.raises(NothingToUndo):
        undo(application)
    assert row_of(application) == before
    assert history(application) == [("", "tracking")]


def test_stale_version_takes_nothing_back(application):
    move(application, "applied")
    with pytest.raises(Stale):
        undo(application, version=1)
    assert row_of(application)["status"] == "applied"
    assert len(history(application)) == 2


def imported(application, from_status, to_status):
    """A step as another system tells it: nothing is known of what was before."""
    StatusChange.objects.create(
        application=application,
        from_status=from_status,
        to_status=to_status,
        changed_at=START,
        origin=Origin.IMPORT,
    )


def test_imported_step_is_taken_back_as_far_as_it_is_known(alice):
    application = ApplicationFactory(user=alice, status=Status.OFFER, now=START)
    imported(application, "interview", "offer")
    undo(application)
    row = row_of(application)
    assert (row["status"], row["last_activity_at"]) == ("interview", START)


def test_imported_step_out_of_closed_gets_the_reason_nobody_gave(alice):
    application = ApplicationFactory(user=alice, status=Status.OFFER, now=START)
    imported(application, "closed", "offer")
    undo(application)
    row = row_of(application)
    assert (row["closed_reason"], row["closed_at"]) == ("no_response", START)


def test_undone_changes_and_their_undos_do_not_count(application):
    move(application, "applied", "interview")
    undo(application)
    effective = application.status_changes.effective().order_by("pk")
    assert [change.to_status for change in effective] == ["tracking", "applied"]


def test_change_is_undone_once_says_the_database(application):
    move(application, "applied")
    change = undo(application)
    with pytest.raises(IntegrityError), transaction.atomic():
        StatusChange.objects.create(
            application=application,
            from_status="applied",
            to_status="tracking",
            origin=Origin.UNDO,
            undoes=change.undoes,
        )
