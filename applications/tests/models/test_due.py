"""What an application asks for next."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from applications.models import Application, Job, Status
from applications.models.application_dues import Due

TODAY = date(2026, 3, 16)
LAST = datetime(2026, 3, 10, 12, tzinfo=UTC)


def due(status, *, deadline_on=None, **fields):
    job = Job(deadline_on=deadline_on)
    fields = {"last_activity_at": LAST} | fields
    return Application(job=job, status=status, **fields).next_due(TODAY, 7)


def day(distance):
    return TODAY + timedelta(days=distance)


def test_applied_without_an_answer_is_followed_up_after_a_week():
    assert due(Status.APPLIED) == Due("follow_up", date(2026, 3, 17))


def test_tracked_as_long_asks_to_apply_or_to_drop_it():
    assert due(Status.TRACKING) == Due("apply_or_drop", date(2026, 3, 17))


@pytest.mark.parametrize("status", ["interview", "offer"])
def test_silence_further_on_asks_for_nothing(status):
    assert due(status) is None


def test_silence_after_an_answer_asks_for_a_follow_up_too():
    found = due(Status.APPLIED, first_response_at=LAST)
    assert found == Due("follow_up", date(2026, 3, 17))


@pytest.mark.parametrize("status", ["tracking", "applied", "interview", "offer"])
def test_follow_up_that_was_planned_comes_first(status):
    planned = due(status, next_follow_up_on=day(30))
    assert planned == Due("follow_up", day(30))


def test_closed_one_asks_for_nothing():
    closed = due(Status.CLOSED, next_follow_up_on=day(-1), offer_deadline_on=day(1))
    assert closed is None


def test_offer_asks_for_an_answer():
    assert due(Status.OFFER, offer_deadline_on=day(5)) == Due("answer", day(5))


def test_deadline_of_an_offer_counts_in_offer_only():
    assert due(Status.INTERVIEW, offer_deadline_on=day(5)) is None


@pytest.mark.parametrize("distance", [0, 1])
def test_posting_that_closes_asks_to_be_applied_for(distance):
    closes = due(Status.TRACKING, deadline_on=day(distance))
    assert closes == Due("deadline", day(distance))


def test_posting_that_has_closed_asks_for_nothing_more():
    assert due(Status.TRACKING, deadline_on=day(-1)).kind == "apply_or_drop"


def test_deadline_matters_no_more_once_applied():
    assert due(Status.APPLIED, deadline_on=day(0)).kind == "follow_up"


def test_earliest_of_several_comes_first():
    both = {"deadline_on": day(3), "next_follow_up_on": day(2)}
    assert due(Status.TRACKING, **both) == Due("follow_up", day(2))


def test_days_are_those_of_the_persons_zone():
    last = datetime(2026, 3, 10, 23, tzinfo=UTC)
    with timezone.override("Asia/Tokyo"):
        asked = due(Status.APPLIED, last_activity_at=last)
    assert asked.on == date(2026, 3, 18)
