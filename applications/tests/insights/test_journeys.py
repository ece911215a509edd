from datetime import UTC, datetime, timedelta

import pytest

from applications.insights import funnel
from applications.insights.figures import count
from applications.insights.journeys import journeys
from applications.insights.scope import Scope
from applications.models import Application, Origin, Status
from applications.models.application_moves import Stop
from applications.tests.factories import ApplicationFactory, JobFactory, ResponseFactory

START = datetime(2026, 11, 2, 9, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def go(alice):
    """Make one that goes this way, a step a day: ``closed:rejected`` is an end."""

    def make(*way, job=None, at=START, each=DAY):
        facts = {"job": job} if job else {}
        application = ApplicationFactory(user=alice, now=at, **facts)
        for step in way:
            at += each
            if step == "undo":
                application.undo_move(by=alice, now=at)
            else:
                status, _colon, reason = step.partition(":")
                application.move_to(
                    status, by=alice, origin=Origin.BOARD, closed_reason=reason, now=at
                )
        return application

    return make


def only(user):
    (found,) = journeys(Scope(user).saved())
    return found


def flows(user):
    return funnel.flows(journeys(Scope(user).saved()))


def test_a_step_that_was_undone_never_happened(alice, go):
    go("applied", "interview", "undo")
    assert not only(alice).reached(Status.INTERVIEW)
    assert only(alice).way == ["tracking", "applied", "open"]
    assert not only(alice).is_replied


def test_an_undone_end_is_none(alice, go):
    go("applied", "closed:rejected", "undo")
    assert only(alice).way == ["tracking", "applied", "open"]
    assert not only(alice).reached(Status.CLOSED)
    assert not only(alice).is_replied


def test_a_reopened_one_is_open_and_was_closed_once(alice, go):
    go("applied", "closed:ghosted", "applied", "closed:no_response", "applied")
    assert only(alice).way == ["tracking", "applied", "open"]
    assert funnel.reached([only(alice)])["closed"] == 1


def test_a_step_back_is_not_drawn_and_what_was_reached_stays(alice, go):
    go("applied", "interview", "applied")
    assert flows(alice) == [
        ("applied", "interview", 1),
        ("interview", "open", 1),
        ("tracking", "applied", 1),
    ]


def test_one_that_skips_a_stage_goes_past_it(alice, go):
    go("interview")
    assert only(alice).way == ["tracking", "interview", "open"]
    assert not only(alice).is_sent
    assert not only(alice).is_replied


def test_all_in_one_moment(alice, go):
    go("applied", "interview", "closed:rejected", each=timedelta(0))
    assert only(alice).way == ["tracking", "applied", "interview", "rejected"]
    stays = {stay.stage: stay for stay in count(Scope(alice), START.date()).stays}
    assert stays["applied"].n == 1
    assert stays["applied"].middle is None


@pytest.mark.parametrize(
    ("end", "is_reply", "name"),
    [
        ("rejected", True, "rejected"),
        ("accepted", True, "accepted"),
        ("declined", True, "declined"),
        ("ghosted", False, "no_answer"),
        ("no_response", False, "no_answer"),
        ("withdrawn", False, "withdrawn"),
        ("expired", False, "expired"),
    ],
)
def test_only_their_word_is_a_reply(end, is_reply, name, alice, go):
    go("applied", f"closed:{end}")
    assert only(alice).is_replied is is_reply
    assert only(alice).end == name


def test_applied_is_no_response(alice, go):
    go("applied")
    assert only(alice).is_sent
    assert not only(alice).is_replied


def test_a_response_is_a_reply_wherever_it_stands(alice, go):
    application = go("applied", "closed:ghosted")
    ResponseFactory(application=application, received_at=START + 2 * DAY)
    assert only(alice).is_replied


def test_a_response_to_what_was_never_sent_is_none(alice, go):
    ResponseFactory(application=go(), received_at=START)
    assert not only(alice).is_replied


def test_imported_ones_count(alice):
    job = JobFactory(user=alice)
    path = [
        Stop("applied", "", START),
        Stop("interview", "", START + DAY),
        Stop("closed", "rejected", START + 2 * DAY),
    ]
    facts = {"applied_at": START, "closed_at": START + 2 * DAY, "saved_at": START}
    Application.bring_in(job, path=path, **facts)
    assert only(alice).way == ["applied", "interview", "rejected"]
    assert only(alice).is_replied


def test_archived_ones_count_and_those_in_the_bin_do_not(alice, go):
    go("applied").archive()
    go("applied").move_to_bin()
    assert [one.n for one in journeys(Scope(alice).saved())] == [1]


def test_the_time_to_a_reply_is_of_the_response_where_there_is_one(alice, go):
    application = go("applied", "interview")
    assert count(Scope(alice), START.date()).waits == [1]
    ResponseFactory(application=application, received_at=START + DAY)
    assert count(Scope(alice), START.date()).waits == [0]


def test_a_reply_from_before_it_was_sent_is_not_timed(alice, go):
    application = go("applied")
    ResponseFactory(application=application, received_at=START - DAY)
    found = count(Scope(alice), START.date())
    assert found.waits == []
    assert found.replies["source"][0].replied == 1


def test_no_rate_of_fewer_than_five(alice, go):
    for _ in range(4):
        go("applied", "interview")
    found = count(Scope(alice), START.date()).replies["source"][0]
    assert (found.n, found.rate, found.days) == (4, None, None)
    go("applied", "interview")
    found = count(Scope(alice), START.date()).replies["source"][0]
    assert (found.n, found.rate, found.days) == (5, 1, 1)
