"""What is owed is told once, in time."""

from datetime import UTC, date, datetime, timedelta

import pytest

from accounts.models import Errand, Notification
from applications import reminders
from applications.reminders import remind, remind_of_interviews, remind_people
from applications.tests.factories import (
    ApplicationFactory,
    InterviewFactory,
    ResponseFactory,
)

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)


def titles(user):
    return [n.title for n in Notification.objects.for_user(user).order_by("pk")]


@pytest.fixture
def follow_up(alice):
    application = ApplicationFactory(
        user=alice, status="applied", job__title="Archivist"
    )
    type(application).objects.update(next_follow_up_on=date(2026, 3, 2))
    return application


def interview(user, at, **fields):
    application = ApplicationFactory(user=user, job__title="Archivist")
    return InterviewFactory(
        application=application, scheduled_at=at, stage_name="Second round", **fields
    )


def test_a_follow_up_is_told_on_its_day_and_once(alice, follow_up):
    assert remind(alice, now=NOW - DAY) == []
    (told,) = remind(alice, now=NOW)
    assert told.type == "follow_up"
    assert told.url == f"/applications/{follow_up.pk}/"
    assert told.dedupe_key == f"follow_up:{follow_up.pk}:2026-03-02"
    assert "Archivist" in told.title
    assert remind(alice, now=NOW) == []
    assert remind(alice, now=NOW + DAY) == []


def test_put_off_it_is_told_again(alice, follow_up):
    remind(alice, now=NOW)
    type(follow_up).objects.update(next_follow_up_on=date(2026, 3, 5))
    assert remind(alice, now=NOW + DAY) == []
    assert len(remind(alice, now=NOW + 3 * DAY)) == 1


def test_a_day_is_the_person_s_own(alice, follow_up):
    alice.time_zone = "Pacific/Kiritimati"
    its_eve = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    assert remind(alice, now=its_eve) == []
    assert len(remind(alice, now=its_eve + timedelta(minutes=30))) == 1


@pytest.mark.parametrize(("ahead", "is_told"), [(4, False), (3, True), (0, True)])
def test_deadlines_are_told_three_days_before(ahead, is_told, alice):
    application = ApplicationFactory(user=alice, status="offer")
    on = NOW.date() + ahead * DAY
    type(application).objects.update(offer_deadline_on=on)
    told = remind(alice, now=NOW)
    assert [n.type for n in told] == ["deadline"] * is_told


def test_a_mail_that_waits_is_told(alice):
    application = ApplicationFactory(user=alice, status="applied")
    ResponseFactory(
        application=application,
        subject="A question",
        requires_action=True,
        received_at=NOW - DAY,
    )
    told = remind(alice, now=NOW)
    assert [n.title for n in told if n.type == "response"] == ["Answer: A question"]


def test_those_of_others_are_theirs(alice, bob, follow_up):
    assert remind(bob, now=NOW) == []


def test_asks_no_more_often_for_more(alice, count_queries):
    """Where all is told already, which is the rule."""
    counts = []
    for more in (2, 5):
        for _ in range(more):
            application = ApplicationFactory(user=alice, status="applied")
            type(application).objects.update(next_follow_up_on=NOW.date())
        remind(alice, now=NOW)
        with count_queries() as queries:
            remind(alice, now=NOW)
        counts.append(len(queries))
    assert counts[0] == counts[1]


# Interviews


def test_an_interview_is_told_a_day_and_an_hour_before(alice):
    one = interview(alice, NOW + 2 * DAY, location="Room 4")
    assert remind_of_interviews(now=NOW) == 0
    assert remind_of_interviews(now=NOW + DAY) == 1
    assert remind_of_interviews(now=NOW + DAY + timedelta(hours=20)) == 0
    assert remind_of_interviews(now=NOW + 2 * DAY - timedelta(minutes=60)) == 1
    assert remind_of_interviews(now=NOW + 2 * DAY - timedelta(minutes=5)) == 0
    assert titles(alice) == ["Second round: Archivist", "Soon: Second round, Archivist"]
    told = Notification.objects.latest("pk")
    assert told.message.startswith("Wed 4 Mar, 09:30 · ")
    assert "Room 4" in told.message
    assert told.url == one.get_absolute_url()


def test_its_time_is_the_person_s(alice):
    alice.time_zone = "Asia/Kolkata"
    alice.save()
    interview(alice, NOW + DAY)
    remind_of_interviews(now=NOW)
    assert "Tue 3 Mar, 15:00" in Notification.objects.get().message


def test_one_that_moved_is_told_anew(alice):
    one = interview(alice, NOW + DAY)
    remind_of_interviews(now=NOW)
    one.change(scheduled_at=NOW + 5 * DAY, now=NOW)
    assert remind_of_interviews(now=NOW) == 0
    assert remind_of_interviews(now=NOW + 4 * DAY) == 1


def test_the_day_s_reminder_and_the_clock_s_are_one(alice):
    interview(alice, NOW + DAY)
    remind(alice, now=NOW)
    assert remind_of_interviews(now=NOW) == 0


@pytest.mark.parametrize(
    "end", ["cancel", "move_to_bin", "archive", "deactivate", "past"]
)
def test_nobody_is_told_of_what_will_not_be(end, alice):
    at = NOW - timedelta(minutes=1) if end == "past" else NOW + timedelta(hours=3)
    one = interview(alice, at)
    if end == "cancel":
        one.cancel()
    elif end == "deactivate":
        type(alice).objects.update(is_active=False)
    elif end != "past":
        getattr(one.application, end)()
    assert remind_of_interviews(now=NOW) == 0


# Everyone, once a day


def test_everyone_is_reminded_once_in_their_day(alice, follow_up):
    assert remind_people(now=NOW)["reminders"] == 1
    Notification.objects.all().delete()
    assert remind_people(now=NOW)["reminders"] == 0
    assert Errand.objects.get().key == "reminders:2026-03-02"


def test_who_fails_holds_nobody_up_and_comes_again(
    alice, bob, follow_up, monkeypatch, caplog
):
    real = reminders.remind

    def broken(user, *, now):
        if user == alice:
            raise ValueError
        return real(user, now=now)

    monkeypatch.setattr(reminders, "remind", broken)
    assert remind_people(now=NOW)["failed"] == 1
    assert Errand.objects.get().user == bob
    monkeypatch.setattr(reminders, "remind", real)
    assert remind_people(now=NOW) == {"reminders": 1, "failed": 0}


def test_who_is_switched_off_is_not_reminded(alice, follow_up):
    type(alice).objects.update(is_active=False)
    assert remind_people(now=NOW)["reminders"] == 0
