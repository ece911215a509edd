from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from applications.models import Application, FollowUp
from applications.tests.factories import (
    ApplicationFactory,
    FollowUpFactory,
    ResponseFactory,
)
from applications.tests.models.rows import facts_of, history, row_of

NOW = datetime(2026, 3, 2, 9, 30, 15, 123456, tzinfo=UTC)
FIRST, SECOND = NOW + timedelta(days=7), NOW + timedelta(days=14)
FRIDAY, MONDAY = date(2026, 3, 20), date(2026, 3, 23)


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice, status="applied", now=NOW)


def follow_up(application, at=FIRST, **facts):
    return FollowUpFactory(application=application, done_at=at, **facts)


# Logging


def test_follow_up_is_kept_and_is_activity(application):
    row = FollowUp.log(application, channel="Phone", text="Any news?", done_at=FIRST)
    assert (row.channel, row.text, row.done_at) == ("Phone", "Any news?", FIRST)
    assert row_of(application)["last_activity_at"] == FIRST


def test_next_day_is_set_or_left_to_the_cadence(application):
    follow_up(application, next_on=FRIDAY)
    assert row_of(application)["next_follow_up_on"] == FRIDAY
    follow_up(application, at=SECOND)
    assert row_of(application)["next_follow_up_on"] is None


def test_one_of_long_ago_is_no_new_activity(application):
    follow_up(application, at=NOW - timedelta(days=3))
    assert row_of(application)["last_activity_at"] == NOW


def test_status_stays(application):
    follow_up(application)
    assert history(application) == [("", "applied")]


# Taking back


@pytest.mark.parametrize("planned", [None, MONDAY])
@pytest.mark.parametrize("next_on", [None, FRIDAY])
def test_taken_back_all_is_as_before(application, planned, next_on):
    application.set_next_follow_up(planned)
    before = facts_of(application)
    follow_up(application, next_on=next_on).take_back()
    assert facts_of(application) == before
    assert not FollowUp.objects.exists()


def test_what_came_after_it_stays(application):
    row = follow_up(application, next_on=FRIDAY)
    application.set_next_follow_up(MONDAY)
    application.add_note("Called them.", now=SECOND)
    row.take_back()
    facts = row_of(application)
    assert (facts["next_follow_up_on"], facts["last_activity_at"]) == (MONDAY, SECOND)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_are_taken_back_in_any_order(application, order):
    application.set_next_follow_up(date(2026, 3, 9))
    before = facts_of(application)
    rows = [
        follow_up(application, next_on=FRIDAY),
        follow_up(application, at=SECOND, next_on=MONDAY),
    ]
    for number in order:
        FollowUp.objects.get(pk=rows[number].pk).take_back()
    assert facts_of(application) == before


def undated(application, **facts):
    """As imports bring them: nobody knows when, and nothing was changed by it."""
    return FollowUp.objects.create(application=application, done_at=None, **facts)


def test_one_without_a_date_only_goes(application):
    application.set_next_follow_up(FRIDAY)
    before = facts_of(application)
    undated(application).take_back()
    assert facts_of(application) == before
    assert not FollowUp.objects.exists()


def test_one_without_a_date_is_passed_over_by_what_is_handed_on(application):
    application.set_next_follow_up(date(2026, 3, 9))
    before = facts_of(application)
    first = follow_up(application, next_on=FRIDAY)
    brought = undated(application)
    second = follow_up(application, at=SECOND, next_on=MONDAY)
    first.take_back()
    FollowUp.objects.get(pk=second.pk).take_back()
    assert facts_of(application) == before
    brought.refresh_from_db()
    assert brought.before == {}
    brought.take_back()
    assert facts_of(application) == before


# How often they did not answer


def unanswered(application):
    row = Application.objects.with_unanswered().get(pk=application.pk)
    assert row.unanswered == application.follow_ups_unanswered()
    return row.unanswered


def test_unanswered_are_those_since_the_last_word(application):
    assert unanswered(application) == 0
    follow_up(application)
    follow_up(application, at=SECOND)
    assert unanswered(application) == 2
    ResponseFactory(application=application, received_at=FIRST + timedelta(days=1))
    assert unanswered(application) == 1
    ResponseFactory(application=application, received_at=SECOND)
    assert unanswered(application) == 0


def test_any_word_answers_one_without_a_date(alice, application):
    undated(application)
    follow_up(application, at=SECOND)
    ResponseFactory(application=ApplicationFactory(user=alice), received_at=SECOND)
    assert unanswered(application) == 2
    ResponseFactory(application=application, received_at=NOW)
    assert unanswered(application) == 1
    assert application.followup_count == 2


def test_word_of_another_application_is_no_answer(alice, application):
    follow_up(application)
    other = ApplicationFactory(user=alice)
    ResponseFactory(application=other, received_at=SECOND)
    assert unanswered(application) == 1
    assert unanswered(other) == 0


# The row


def test_it_is_called_by_its_words(application):
    row = follow_up(application, text="Any news?" * 20)
    assert str(row) == ("Any news?" * 20)[:80]
    assert str(FollowUp(channel="Phone")) == "Phone"
    assert str(FollowUp()) == "Follow-up"


def test_it_has_a_place_on_the_page(application):
    row = follow_up(application)
    page = f"/applications/{application.pk}/"
    assert row.get_absolute_url() == f"{page}#follow-up-{row.pk}"


def test_it_belongs_to_whom_the_application_belongs(alice, bob, application):
    row = follow_up(application)
    assert row.owner == alice
    assert not FollowUp.objects.for_user(bob).exists()


def test_database_refuses_a_text_that_is_too_long(application):
    follow_up(application, text="é" * 10_000)
    with pytest.raises(IntegrityError), transaction.atomic():
        follow_up(application, text="é" * 10_001)
    assert FollowUp.objects.count() == 1
