from datetime import UTC, date, datetime, timedelta

import pytest

from accounts.models import User
from applications.insights.period import Period
from applications.insights.scope import Scope
from applications.insights.weeks import MOST_WEEKS, Streak, activity, streak, weeks
from applications.models import Origin, Status
from applications.tests.factories import (
    ApplicationFactory,
    FollowUpFactory,
    InterviewFactory,
)

TODAY = date(2026, 11, 26)
MONDAY = date(2026, 11, 23)
WEEK = timedelta(days=7)


@pytest.fixture
def send(alice):
    def make(day, hour=12):
        at = datetime.combine(day, datetime.min.time(), tzinfo=UTC)
        at += timedelta(hours=hour)
        return ApplicationFactory(user=alice, status=Status.APPLIED, now=at)

    return make


def test_weeks_without_any_stand_between_and_the_present_one_at_the_end(alice, send):
    for day in (date(2026, 11, 8), date(2026, 11, 8)):
        send(day)
    assert weeks(Scope(alice), TODAY) == [
        (date(2026, 11, 2), 2),
        (date(2026, 11, 9), 0),
        (date(2026, 11, 16), 0),
        (MONDAY, 0),
    ]


def test_the_week_is_that_of_the_persons_zone(alice, send):
    """Sunday evening in London is Monday on Kiritimati."""
    send(date(2026, 11, 22), hour=20)
    assert weeks(Scope(alice), TODAY)[0] == (date(2026, 11, 16), 1)
    for zone, monday in (
        ("Pacific/Kiritimati", MONDAY),
        ("Pacific/Pago_Pago", date(2026, 11, 16)),
    ):
        there = Scope(User(pk=alice.pk, time_zone=zone))
        assert weeks(there, TODAY)[0] == (monday, 1)


def test_a_year_ends_in_the_middle_of_a_week(alice, send):
    send(date(2025, 12, 31))
    send(date(2026, 1, 2))
    assert weeks(Scope(alice), date(2026, 1, 3)) == [(date(2025, 12, 29), 2)]


def test_it_goes_by_the_day_it_was_sent_not_saved(alice):
    saved = datetime(2026, 9, 7, 9, tzinfo=UTC)
    application = ApplicationFactory(user=alice, now=saved)
    sent = datetime(2026, 11, 24, 9, tzinfo=UTC)
    application.move_to(Status.APPLIED, by=alice, origin=Origin.BOARD, now=sent)
    assert weeks(Scope(alice, Period(MONDAY)), TODAY) == [(MONDAY, 1)]
    assert weeks(Scope(alice, Period(None, date(2026, 9, 30))), TODAY) == []


def test_of_ages_the_latest_weeks_are_told(alice, send):
    send(date(1984, 6, 6))
    send(TODAY)
    found = weeks(Scope(alice), TODAY)
    assert len(found) == MOST_WEEKS
    assert found[-1] == (MONDAY, 1)


def test_a_streak_is_of_weeks_in_a_row_that_met_the_goal():
    def run(*counts):
        return streak(
            [(MONDAY - n * WEEK, count) for n, count in enumerate(reversed(counts))][
                ::-1
            ],
            3,
            TODAY,
        )

    assert run() == Streak(0, 0)
    assert run(3, 4, 1, 3, 3) == Streak(2, 2)
    assert run(3, 3, 3, 0, 5, 1) == Streak(1, 3)  # the present week may still meet it
    assert run(3, 3, 2, 0) == Streak(0, 2)


def test_without_a_goal_there_is_no_streak():
    assert streak([(MONDAY, 9)], None, TODAY) == Streak(0, 0)


def test_activity_is_all_that_was_done(alice, send):
    application = send(MONDAY)
    at = datetime(2026, 11, 25, 9, tzinfo=UTC)
    FollowUpFactory(application=application, done_at=at)
    held, _coming, cancelled = (
        InterviewFactory(application=application, scheduled_at=at, now=at)
        for _ in range(3)
    )
    held.debrief(feedback="They were kind.", rating=4, now=at)
    cancelled.cancel()
    week = dict(activity(Scope(alice), TODAY))[MONDAY]
    # On Wednesday: the follow-up, the interview held, and the move that came with it.
    assert week == [1, 0, 3, 0, 0, 0, 0]


def test_repairs_and_undone_steps_are_no_activity(alice, send):
    application = send(MONDAY)
    at = datetime(2026, 11, 24, 9, tzinfo=UTC)
    application.move_to(Status.OFFER, by=None, origin=Origin.MIGRATION, now=at)
    application.move_to(Status.CLOSED, by=None, origin=Origin.BOARD, now=at)
    application.undo_move(by=alice, now=at)
    assert dict(activity(Scope(alice), TODAY))[MONDAY] == [1, 0, 0, 0, 0, 0, 0]


def test_activity_ends_with_the_period(alice, send):
    send(date(2026, 9, 30))
    send(date(2026, 10, 1))
    found = activity(Scope(alice, Period(date(2026, 9, 29), date(2026, 9, 30))), TODAY)
    assert found[-1] == (date(2026, 9, 28), [0, 0, 1, 0, 0, 0, 0])
