from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from applications.models import ClosedReason, Interview, Origin, Status
from applications.tests.factories import (
    ApplicationFactory,
    InterviewFactory,
    ResponseFactory,
)
from applications.tests.models.rows import history, row_of
from companies.tests.factories import ContactFactory
from jobtracker.errors import Refused, Stale

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)
SOON, LATER = NOW + timedelta(days=2), NOW + timedelta(days=9)


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice, now=NOW)


@pytest.fixture
def interview(application):
    return InterviewFactory(application=application, scheduled_at=SOON, now=NOW)


def next_of(application):
    return row_of(application)["next_interview_at"]


# What it does to the application


@pytest.mark.parametrize("status", [Status.TRACKING, Status.APPLIED])
def test_scheduling_moves_what_waits_to_interview(alice, status):
    application = ApplicationFactory(user=alice, status=status)
    InterviewFactory(application=application)
    change = application.status_changes.latest("pk")
    assert row_of(application)["status"] == Status.INTERVIEW
    assert (change.from_status, change.origin, change.by) == (
        status,
        Origin.INTERVIEW,
        alice,
    )


@pytest.mark.parametrize("status", [Status.INTERVIEW, Status.OFFER, Status.CLOSED])
def test_scheduling_leaves_what_is_further_on(alice, status):
    application = ApplicationFactory(user=alice, status=status)
    InterviewFactory(application=application)
    assert history(application) == [("", status)]


def test_scheduling_by_a_stale_copy_moves_nothing_back(alice, application):
    stale = type(application).objects.get(pk=application.pk)
    application.move_to(Status.OFFER, by=alice, origin=Origin.BOARD)
    InterviewFactory(application=stale)
    assert row_of(application)["status"] == Status.OFFER


def test_scheduling_is_activity(application):
    at = NOW + timedelta(hours=3)
    InterviewFactory(application=application, now=at)
    assert row_of(application)["last_activity_at"] == at


def test_debrief_leaves_the_status_and_is_activity(application, interview):
    before, at = history(application), SOON + timedelta(hours=2)
    interview.debrief(feedback="They nodded.", rating=4, now=at)
    row = Interview.objects.get()
    assert (row.status, row.completed_at, row.rating) == ("completed", at, 4)
    assert row.feedback == "They nodded."
    assert history(application) == before
    assert row_of(application)["last_activity_at"] == at


def test_only_a_new_time_is_activity(application, interview):
    interview.change(location="Room 4", now=LATER)
    assert row_of(application)["last_activity_at"] == NOW
    interview.change(scheduled_at=LATER, now=SOON)
    assert row_of(application)["last_activity_at"] == SOON


def test_new_time_is_noticed_though_the_row_has_it_already(application, interview):
    """As after a form, which writes on the row before it is asked to."""
    interview.scheduled_at = LATER
    interview.change(scheduled_at=LATER, now=SOON)
    assert row_of(application)["last_activity_at"] == SOON


# Its states


def test_every_change_is_a_new_sequence(interview):
    assert interview.sequence == 0
    interview.change(scheduled_at=LATER)
    interview.cancel()
    interview.revive()
    interview.debrief(feedback="", rating=None)
    assert Interview.objects.get().sequence == 4


@pytest.mark.parametrize("verb", ["cancel", "revive"])
def test_what_is_so_already_changes_nothing(interview, verb):
    interview.cancel()
    getattr(interview, verb)()
    before = Interview.objects.values().get()
    getattr(interview, verb)()
    assert Interview.objects.values().get() == before


def test_what_took_place_is_not_cancelled(interview):
    interview.debrief(feedback="", rating=None)
    with pytest.raises(Refused):
        interview.cancel()
    assert Interview.objects.get().status == "completed"


def test_debrief_is_taken_back_and_keeps_the_words(interview):
    interview.debrief(feedback="They nodded.", rating=4)
    interview.revive()
    row = Interview.objects.get()
    assert (row.status, row.completed_at, row.feedback) == (
        "scheduled",
        None,
        "They nodded.",
    )


def test_sequence_of_two_windows_goes_on(interview):
    other = Interview.objects.get()
    interview.change(location="Room 4")
    other.change(location="Room 5")
    assert Interview.objects.get().sequence == 2


@pytest.mark.parametrize(
    "verb",
    [
        lambda row: row.cancel(),
        lambda row: row.change(location="x"),
        lambda row: row.debrief(feedback="x", rating=1),
    ],
)
def test_one_that_is_gone_is_stale(interview, verb):
    Interview.objects.all().delete()
    with pytest.raises(Stale):
        verb(interview)


def test_thanks_are_noted_and_taken_back(interview):
    interview.thank(on=date(2026, 3, 5))
    assert Interview.objects.get().thanked_on == date(2026, 3, 5)
    interview.thank(on=None)
    assert Interview.objects.get().thanked_on is None


def test_people_who_ask_are_kept(alice, application):
    ada, kim = ContactFactory(user=alice), ContactFactory(user=alice)
    interview = InterviewFactory(application=application, interviewers=[ada])
    interview.change(interviewers=[kim])
    assert list(Interview.objects.get().interviewers.all()) == [kim]


# The copy of the next one


def test_next_interview_is_the_first_that_is_scheduled(application, interview):
    later = InterviewFactory(application=application, scheduled_at=LATER)
    assert next_of(application) == SOON
    interview.cancel()
    assert next_of(application) == LATER
    interview.revive()
    assert next_of(application) == SOON
    interview.change(scheduled_at=LATER + timedelta(days=1))
    assert next_of(application) == LATER
    later.debrief(feedback="", rating=None)
    assert next_of(application) == LATER + timedelta(days=1)
    interview.remove()
    assert next_of(application) is None
    assert Interview.objects.get() == later


def test_copy_of_one_application_is_not_that_of_another(alice, application, interview):
    other = ApplicationFactory(user=alice)
    InterviewFactory(application=other, scheduled_at=LATER)
    assert (next_of(application), next_of(other)) == (SOON, LATER)


# In lists


def test_upcoming_and_past_are_all_there_are(application):
    hours = {-30: "scheduled", -2: "scheduled", 5: "scheduled", 6: "cancelled"}
    rows = {}
    for distance, status in hours.items():
        at = NOW + timedelta(hours=distance)
        rows[distance] = InterviewFactory(application=application, scheduled_at=at)
        if status == "cancelled":
            rows[distance].cancel()
    found = Interview.objects
    assert list(found.upcoming(NOW)) == [rows[-2], rows[5]]
    assert list(found.past(NOW)) == [rows[6], rows[-30]]


def undated(application, status="scheduled", **facts):
    """As imports bring them: written down, and nobody has said when."""
    return Interview.objects.create(application=application, status=status, **facts)


def test_those_without_a_date_come_last_in_both_lists(application, interview):
    open_ones = [undated(application) for _ in range(2)]
    old = InterviewFactory(application=application, scheduled_at=NOW - 9 * DAY)
    done = [undated(application, status) for status in ("completed", "cancelled")]
    found = Interview.objects
    assert list(found.upcoming(NOW)) == [interview, *open_ones]
    assert list(found.past(NOW)) == [old, *reversed(done)]
    assert list(found.newest_first())[:2] == [interview, old]


def test_one_without_a_date_comes_no_more_where_all_is_over(alice, application):
    row = undated(application)
    application.move_to(
        Status.CLOSED,
        by=alice,
        origin=Origin.BOARD,
        closed_reason=ClosedReason.REJECTED,
    )
    assert not Interview.objects.upcoming(NOW)
    assert list(Interview.objects.past(NOW)) == [row]


def test_those_of_the_bin_are_not_present(application, interview):
    application.move_to_bin()
    assert not Interview.objects.present().exists()


def test_it_is_over_when_it_ends(interview):
    assert interview.ends_at == SOON + timedelta(hours=1)
    assert not interview.is_over(interview.ends_at - timedelta(seconds=1))
    assert interview.is_over(interview.ends_at)


def test_without_a_date_nothing_is_made_up(application):
    for status, said in (
        ("scheduled", "No date yet"),
        ("completed", "No date known"),
        ("cancelled", "No date known"),
    ):
        row = undated(application, status)
        assert (row.ends_at, row.is_over(NOW)) == (None, False)
        assert row.without_date == said


def test_without_a_date_it_is_never_the_next_one(application, interview):
    row = undated(application)
    application.look_ahead()
    assert next_of(application) == SOON
    row.change(location="Room 4")
    interview.remove()
    assert next_of(application) is None
    row.change(scheduled_at=LATER)
    assert next_of(application) == LATER


def test_one_without_a_date_is_told_of_and_taken_back(application):
    row = undated(application)
    row.debrief(feedback="They nodded.", rating=4, now=NOW)
    row.thank(on=date(2026, 3, 5))
    kept = Interview.objects.get()
    assert (kept.status, kept.completed_at, kept.rating) == ("completed", None, 4)
    row.revive()
    row.cancel()
    kept = Interview.objects.get()
    assert (kept.status, kept.scheduled_at, kept.completed_at) == (
        "cancelled",
        None,
        None,
    )


def test_debrief_in_another_window_knows_the_date_it_got(application):
    row = undated(application)
    Interview.objects.get().change(scheduled_at=SOON)
    row.debrief(feedback="", rating=None, now=LATER)
    assert Interview.objects.get().completed_at == LATER


@pytest.mark.parametrize(
    ("status", "activity"), [("scheduled", LATER), ("completed", NOW)]
)
def test_first_date_is_activity_only_of_what_is_to_come(application, status, activity):
    undated(application, status).change(scheduled_at=SOON, now=LATER)
    assert row_of(application)["last_activity_at"] == activity


def test_it_is_called_by_its_round_or_its_kind(interview):
    assert str(interview) == f"Other, {interview.application}"
    interview.stage_name = "Second round"
    assert interview.label == "Second round"
    assert interview.get_absolute_url() == f"/interviews/{interview.pk}/"


def test_it_belongs_to_whom_the_application_belongs(alice, bob, interview):
    assert interview.owner == alice
    assert not Interview.objects.for_user(bob).exists()


# What the database refuses


@pytest.mark.parametrize(
    "facts",
    [
        {"kind": "dance"},
        {"status": "moved"},
        {"duration_minutes": 0},
        {"duration_minutes": 1441},
        {"rating": 0},
        {"rating": 6},
        {"completed_at": NOW},
        {"completed_at": NOW, "status": "cancelled"},
    ],
)
def test_database_refuses_what_makes_no_sense(interview, facts):
    rows = models.QuerySet(Interview)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**facts)


def test_one_that_took_place_needs_no_moment(interview):
    models.QuerySet(Interview).update(status="completed", completed_at=None)
    assert Interview.objects.get().status == "completed"


@pytest.mark.parametrize("minutes", [0, 1441])
def test_no_interview_is_so_short_or_so_long(interview, minutes):
    interview.duration_minutes = minutes
    with pytest.raises(ValidationError) as refused:
        interview.full_clean()
    assert set(refused.value.message_dict) == {"duration_minutes"}


def test_agreed_interview_answers_the_invitation(application):
    asked = ResponseFactory(
        application=application,
        response_type="interview_invitation",
        requires_action=True,
    )
    other = ResponseFactory(
        application=application, response_type="assessment", requires_action=True
    )
    InterviewFactory(application=application)
    for row in (asked, other):
        row.refresh_from_db()
    assert (asked.is_open, other.is_open) == (False, True)
