"""What is owed, on which day, and when no more."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from applications.models import ReferenceUse
from applications.owed import end_of
from applications.tests.factories import (
    ApplicationFactory,
    FollowUpFactory,
    InterviewFactory,
    JobFactory,
    ResponseFactory,
)
from applications.tests.owing import count_urgent
from applications.today import groups, owed
from companies.tests.factories import ContactFactory, ReferenceFactory

NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)
TODAY = date(2026, 3, 16)
DAY = timedelta(days=1)


def apply(user, status="applied", *, quiet=0, **facts):
    """An application that has been quiet for so many days."""
    return ApplicationFactory(user=user, status=status, now=NOW - quiet * DAY, **facts)


def found(user, now=NOW, **options):
    with timezone.override(user.zone):
        return owed(user, now=now, **options)


def told(user, now=NOW):
    """Kind and day of each."""
    return [(one.kind, one.on) for one in found(user, now)]


def group_names(user, now=NOW):
    today = timezone.localtime(now, user.zone).date()
    return {
        group.name: [one.kind for one in group.items]
        for group in groups(found(user, now), today)
    }


# Each kind


def an_interview(user, distance=timedelta(hours=2)):
    application = apply(user)
    InterviewFactory(application=application, scheduled_at=NOW + distance, now=NOW)
    return application


def a_response(user, at=NOW, **facts):
    application = apply(user)
    ResponseFactory(
        application=application, received_at=at, requires_action=True, **facts
    )
    return application


def an_offer(user, on=TODAY, **facts):
    return apply(user, "offer", offer_deadline_on=on, **facts)


def a_deadline(user, on=TODAY, **facts):
    job = JobFactory(user=user, deadline_on=on)
    return apply(user, "tracking", job=job, **facts)


def a_planned_one(user, on=TODAY, status="applied"):
    return apply(user, status, next_follow_up_on=on)


def a_quiet_one(user, days=8, status="applied"):
    return apply(user, status, quiet=days)


KINDS = {
    "interview": an_interview,
    "debrief": lambda user: an_interview(user, timedelta(hours=-2)),
    "response": a_response,
    "answer": an_offer,
    "deadline": a_deadline,
    "follow_up": a_planned_one,
    "stale": lambda user: a_quiet_one(user, 40),
    "apply_or_drop": lambda user: a_quiet_one(user, 8, "tracking"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_owed(alice, kind):
    application = KINDS[kind](alice)
    [one] = found(alice)
    assert (one.kind, one.application) == (kind, application)
    assert one.text


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_owed_for_what_is_closed(alice, kind):
    application = KINDS[kind](alice)
    application.move_to("closed", by=alice, origin="board", now=NOW)
    assert told(alice) == []


@pytest.mark.parametrize("verb", ["archive", "move_to_bin"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_owed_for_what_is_put_away(alice, kind, verb):
    application = KINDS[kind](alice)
    getattr(application, verb)()
    assert told(alice) == []


@pytest.mark.parametrize("kind", KINDS)
def test_strangers_owe_nothing_for_it(alice, bob, kind):
    KINDS[kind](alice)
    assert told(bob) == []


# Their days


@pytest.mark.parametrize(
    ("distance", "kinds"),
    [
        (timedelta(hours=-1, minutes=-1), ["debrief"]),
        (timedelta(minutes=-30), ["interview"]),
        (timedelta(days=7), ["interview"]),
        (timedelta(days=7, hours=12), ["interview"]),
        (timedelta(days=7, hours=13), []),
    ],
)
def test_interviews_are_shown_for_a_week(alice, distance, kinds):
    an_interview(alice, distance)
    assert [kind for kind, _on in told(alice)] == kinds


def test_debrief_is_owed_until_it_is_written(alice):
    application = an_interview(alice, -30 * DAY)
    assert told(alice) == [("debrief", TODAY - 30 * DAY)]
    application.interviews.get().debrief(feedback="", rating=None, now=NOW)
    assert told(alice) == []


def test_cancelled_interview_is_not_owed(alice):
    an_interview(alice).interviews.get().cancel(now=NOW)
    assert told(alice) == []


def test_interview_is_on_the_day_of_the_person(alice):
    alice.time_zone = "Pacific/Kiritimati"
    alice.save()
    an_interview(alice)
    [one] = found(alice)
    assert one.on == TODAY + DAY
    assert one.detail == "04:00"


@pytest.mark.parametrize(
    ("facts", "on"),
    [
        ({}, TODAY),
        ({"at": NOW - 3 * DAY}, TODAY - 3 * DAY),
        ({"at": NOW - 3 * DAY, "follow_up_at": NOW}, TODAY),
    ],
)
def test_response_is_owed_from_its_day(alice, facts, on):
    a_response(alice, **facts)
    assert told(alice) == [("response", on)]


def test_response_is_put_off_and_answered(alice):
    row = a_response(alice).responses.get()
    row.snooze(NOW + DAY)
    assert told(alice) == []
    assert told(alice, NOW + DAY) == [("response", TODAY + DAY)]
    row.act("Sent it.")
    assert told(alice, NOW + DAY) == []


@pytest.mark.parametrize("make", [an_offer, a_deadline])
@pytest.mark.parametrize(("distance", "is_shown"), [(0, True), (7, True), (8, False)])
def test_deadlines_are_shown_for_a_week(alice, make, distance, is_shown):
    make(alice, TODAY + distance * DAY)
    assert bool(told(alice)) is is_shown


def test_offer_stays_owed_and_a_posting_that_closed_does_not(alice):
    an_offer(alice, TODAY - DAY)
    a_deadline(alice, TODAY - DAY)
    assert told(alice) == [("answer", TODAY - DAY)]


@pytest.mark.parametrize("make", [an_offer, a_deadline])
@pytest.mark.parametrize("until", [1, 2, 5, 30])
def test_snooze_hides_what_is_to_come_and_never_what_is_due(alice, make, until):
    make(alice, TODAY + 3 * DAY, next_follow_up_on=TODAY + until * DAY)
    assert told(alice) == []
    for later in range(1, 4):
        is_owed = bool(told(alice, NOW + later * DAY))
        assert is_owed is (later >= until or later == 3)


def test_planned_one_is_owed_from_its_day(alice):
    a_planned_one(alice, TODAY + DAY)
    assert told(alice) == []
    assert told(alice, NOW + 3 * DAY) == [("follow_up", TODAY + DAY)]


@pytest.mark.parametrize("status", ["tracking", "applied", "interview", "offer"])
def test_whatever_is_planned_is_owed(alice, status):
    a_planned_one(alice, status=status)
    assert told(alice) == [("follow_up", TODAY)]


@pytest.mark.parametrize(
    ("status", "days", "kinds"),
    [
        ("applied", 6, []),
        ("applied", 7, ["follow_up"]),
        ("applied", 13, ["follow_up"]),
        ("applied", 14, ["stale"]),
        ("tracking", 6, []),
        ("tracking", 7, ["apply_or_drop"]),
        ("tracking", 14, ["apply_or_drop"]),
        ("interview", 90, []),
    ],
)
def test_silence_asks_by_its_length(alice, status, days, kinds):
    preferences = alice.get_preferences()
    assert (preferences.follow_up_after_days, preferences.stale_after_days) == (7, 14)
    a_quiet_one(alice, days, status)
    assert [kind for kind, _on in told(alice)] == kinds


def test_follow_up_ends_the_silence(alice):
    application = a_quiet_one(alice)
    FollowUpFactory(application=application, done_at=NOW)
    assert told(alice) == []


def test_silence_says_what_was_tried(alice):
    application = a_quiet_one(alice, 40)
    for days in (30, 20):
        FollowUpFactory(application=application, done_at=NOW - days * DAY)
    [one] = found(alice)
    assert one.detail == "20 days quiet · 2 follow-ups unanswered"
    assert one.application.unanswered == 2


# Thanks


def test_interviewer_is_to_be_thanked_for_a_week(alice):
    application = apply(alice)
    row = InterviewFactory(
        application=application, scheduled_at=NOW, interviewer_name="Kim", now=NOW
    )
    row.debrief(feedback="", rating=None, now=NOW)
    assert told(alice) == [("thank_interviewer", TODAY)]
    assert told(alice, NOW + 6 * DAY) == [("thank_interviewer", TODAY)]
    assert told(alice, NOW + 7 * DAY + timedelta(minutes=1)) == []
    row.thank(on=TODAY)
    assert told(alice) == []


def test_reference_is_to_be_thanked(alice):
    reference = ReferenceFactory(contact=ContactFactory(user=alice))
    use = ReferenceUse.ask(reference, apply(alice), on=TODAY - 2 * DAY)
    assert told(alice) == []
    ReferenceUse.objects.filter(pk=use.pk).update(responded_on=TODAY - DAY)
    assert told(alice) == [("thank_reference", TODAY - DAY)]


# The list


def test_application_asks_for_one_thing_at_a_time(alice):
    a_deadline(alice, quiet=40)
    an_offer(alice, TODAY + DAY, next_follow_up_on=TODAY - DAY)
    assert told(alice) == [("follow_up", TODAY - DAY), ("deadline", TODAY)]


def test_interview_and_response_are_owed_beside_it(alice):
    application = a_planned_one(alice)
    InterviewFactory(application=application, scheduled_at=NOW + DAY, now=NOW)
    ResponseFactory(application=application, requires_action=True, received_at=NOW)
    kinds = {kind for kind, _on in told(alice)}
    assert kinds == {"follow_up", "interview", "response"}


def test_groups_are_by_day(alice):
    a_planned_one(alice, TODAY - DAY)
    an_interview(alice, timedelta(hours=-2))
    an_offer(alice, TODAY + DAY)
    a_quiet_one(alice, 40)
    assert group_names(alice) == {
        "late": ["follow_up"],
        "today": ["debrief"],
        "week": ["answer"],
        "quiet": ["stale"],
    }


def test_thanks_are_never_late(alice):
    row = InterviewFactory(
        application=apply(alice), scheduled_at=NOW, interviewer_name="Kim", now=NOW
    )
    row.debrief(feedback="", rating=None, now=NOW - 3 * DAY)
    assert group_names(alice) == {"week": ["thank_interviewer"]}


def test_urgent_is_what_is_owed_by_now(alice):
    for kind in KINDS:
        KINDS[kind](alice)
    an_offer(alice, TODAY + DAY)
    assert count_urgent(groups(found(alice), TODAY)) == 6


def test_what_takes_place_first_comes_first(alice):
    an_interview(alice, timedelta(hours=5))
    an_interview(alice, timedelta(hours=1))
    a_planned_one(alice)
    hours = [one.at and one.at - NOW for one in found(alice)]
    assert hours == [timedelta(hours=1), timedelta(hours=5), None]


def test_list_is_bounded(alice):
    for make in (a_planned_one, an_interview, a_response):
        for _ in range(3):
            make(alice)
    assert len(found(alice, most=2)) == 6


def test_what_was_given_up_on_hides_nothing_that_was_planned(alice):
    for _ in range(3):
        a_quiet_one(alice, 40)
    a_planned_one(alice)
    kinds = [one.kind for one in found(alice, most=2)]
    assert sorted(kinds) == ["follow_up", "stale", "stale"]


def test_snoozed_responses_hide_none_that_is_due(alice):
    application = a_response(alice, NOW - 5 * DAY, follow_up_at=NOW + DAY)
    for hours in (1, 2):
        ResponseFactory(
            application=application,
            requires_action=True,
            received_at=NOW - timedelta(hours=hours),
        )
    assert len(found(alice, most=2)) == 2


def test_more_rows_take_no_more_queries(alice, same_query_count):
    for kind in KINDS:
        KINDS[kind](alice)
    alice.get_preferences()

    def read():
        for one in found(alice):
            str((one.text, one.detail, one.application.job.employer))

    few = same_query_count(read)
    for _ in range(4):
        for kind in KINDS:
            KINDS[kind](alice)
    assert same_query_count(read) == few
    assert few <= 12


@pytest.mark.parametrize(
    ("zone", "day", "moment"),
    [
        ("UTC", date(2026, 3, 16), datetime(2026, 3, 17, tzinfo=UTC)),
        ("Asia/Tokyo", date(2026, 3, 16), datetime(2026, 3, 16, 15, tzinfo=UTC)),
        # Its clocks go from 23:59 to 1:00.
        ("Africa/Cairo", date(2026, 4, 23), datetime(2026, 4, 23, 22, tzinfo=UTC)),
    ],
)
def test_day_ends_at_the_midnight_of_the_zone(zone, day, moment):
    with timezone.override(zone):
        assert end_of(day).astimezone(UTC) == moment
