from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from applications.models import (
    ClosedReason,
    EmployerResponse,
    Origin,
    ResponseType,
    Status,
)
from applications.models.response import AlreadyHere, Proposal
from applications.tests.factories import ApplicationFactory, ResponseFactory
from applications.tests.models.rows import history, row_of
from jobtracker.errors import Refused, Stale

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
DAY = timedelta(days=1)
REJECTED = Proposal(Status.CLOSED, ClosedReason.REJECTED)


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice, status="applied", now=NOW)


def response(application, kind="other", at=NOW + DAY, **facts):
    return ResponseFactory(
        application=application, response_type=kind, received_at=at, **facts
    )


def proposed(alice, kind, status):
    return response(ApplicationFactory(user=alice, status=status, now=NOW), kind)


# Receiving


def test_first_response_is_the_earliest(application):
    later = response(application, at=NOW + 2 * DAY)
    assert row_of(application)["first_response_at"] == NOW + 2 * DAY
    earlier = response(application)
    assert row_of(application)["first_response_at"] == NOW + DAY
    earlier.remove()
    assert row_of(application)["first_response_at"] == NOW + 2 * DAY
    later.edit(received_at=NOW + 3 * DAY)
    assert row_of(application)["first_response_at"] == NOW + 3 * DAY
    later.remove()
    assert row_of(application)["first_response_at"] is None


def test_response_is_activity_on_its_day_and_moves_nothing(application):
    response(application, "rejection")
    assert row_of(application)["last_activity_at"] == NOW + DAY
    assert history(application) == [("", "applied")]


def test_response_of_tomorrow_is_activity_of_now(application):
    response(application, at=timezone.now() + DAY)
    assert row_of(application)["last_activity_at"] <= timezone.now()


# What it means


@pytest.mark.parametrize(
    ("kind", "status", "meant"),
    [
        ("rejection", "tracking", REJECTED),
        ("rejection", "offer", REJECTED),
        ("interview_invitation", "tracking", Proposal(Status.INTERVIEW, "")),
        ("interview_invitation", "applied", Proposal(Status.INTERVIEW, "")),
        ("interview_invitation", "interview", None),
        ("interview_invitation", "offer", None),
        ("offer", "applied", Proposal(Status.OFFER, "")),
        ("offer", "offer", None),
        ("acknowledgement", "tracking", Proposal(Status.APPLIED, "")),
        ("acknowledgement", "applied", None),
        ("acknowledgement", "interview", None),
        ("assessment", "applied", None),
        ("information_request", "applied", None),
        ("outreach", "tracking", None),
        ("other", "tracking", None),
    ],
)
def test_kinds_mean_moves_forward(alice, kind, status, meant):
    assert proposed(alice, kind, status).proposal == meant


def test_every_kind_is_asked_of(alice):
    for kind in ResponseType.values:
        for status in Status.values:
            proposed(alice, kind, status).proposal  # noqa: B018


def test_proposal_says_what_it_is():
    assert REJECTED.label == "Closed: Rejected"
    assert Proposal(Status.OFFER, "").label == "Offer"


def closed(alice, reason, *before):
    application = ApplicationFactory(user=alice, now=NOW)
    for status in before:
        application.move_to(status, by=alice, origin=Origin.BOARD, now=NOW)
    application.move_to(
        "closed", by=alice, origin=Origin.BOARD, closed_reason=reason, now=NOW
    )
    return application


@pytest.mark.parametrize("reason", ["ghosted", "no_response"])
@pytest.mark.parametrize("kind", ["acknowledgement", "other", "information_request"])
def test_word_from_the_silent_reopens_where_it_was(alice, reason, kind):
    application = closed(alice, reason, "applied", "interview")
    assert response(application, kind).proposal == Proposal(Status.INTERVIEW, "")


def test_reason_that_was_changed_later_is_not_where_it_was(alice):
    application = closed(alice, "no_response", "applied")
    application.move_to(
        "closed", by=alice, origin=Origin.BOARD, closed_reason="ghosted", now=NOW
    )
    assert response(application).proposal == Proposal(Status.APPLIED, "")


def test_what_never_was_anything_else_reopens_as_applied(alice):
    application = ApplicationFactory(user=alice, status="closed", now=NOW)
    assert response(application).proposal == Proposal(Status.APPLIED, "")


@pytest.mark.parametrize("reason", ["rejected", "withdrawn", "accepted", "declined"])
def test_what_was_decided_stays_closed(alice, reason):
    application = closed(alice, reason, "applied")
    assert response(application, "offer").proposal is None


def test_rejection_of_what_was_thought_silent_is_its_reason(alice):
    assert response(closed(alice, "ghosted"), "rejection").proposal == REJECTED


def test_word_of_before_it_closed_reopens_nothing(alice, application):
    row = response(application, "acknowledgement")
    # As if it had come in on its day.
    models.QuerySet(EmployerResponse).update(created_at=NOW + DAY)
    application.move_to(
        "closed", by=alice, origin=Origin.BOARD, closed_reason="ghosted"
    )
    assert EmployerResponse.objects.get(pk=row.pk).proposal is None


def test_mail_that_was_found_late_reopens(alice):
    application = closed(alice, "ghosted", "applied")
    late = response(application, at=NOW - DAY)
    assert late.proposal == Proposal(Status.APPLIED, "")


# Yes and no


def test_yes_moves_it(alice, application):
    row = response(application, "rejection", body="We chose another.")
    change = row.accept(by=alice, version=row_of(application)["version"])
    assert (change.to_status, change.origin, change.by) == (
        "closed",
        Origin.RESPONSE,
        alice,
    )
    facts = row_of(application)
    assert (facts["closed_reason"], facts["rejection_reason"]) == (
        "rejected",
        "We chose another.",
    )
    assert EmployerResponse.objects.get().decided_at


def test_yes_twice_is_refused(alice, application):
    row = response(application, "offer")
    row.accept(by=alice)
    with pytest.raises(Refused):
        EmployerResponse.objects.get().accept(by=alice)
    assert history(application) == [("", "applied"), ("applied", "offer")]


def test_yes_to_nothing_is_refused(alice, application):
    with pytest.raises(Refused):
        response(application, "other").accept(by=alice)


def test_yes_to_what_another_window_moved_is_stale(alice, application):
    row = response(application, "offer")
    version = row_of(application)["version"]
    application.move_to("interview", by=alice, origin=Origin.BOARD)
    with pytest.raises(Stale):
        row.accept(by=alice, version=version)
    assert row_of(application)["status"] == "interview"
    assert EmployerResponse.objects.get().decided_at is None


def test_no_leaves_it_where_it_is(application):
    row = response(application, "rejection")
    row.decide()
    assert row.proposal is None
    assert history(application) == [("", "applied")]


def test_yes_is_taken_back_as_any_move(alice, application):
    response(application, "rejection", body="No.").accept(by=alice)
    application.undo_move(by=alice)
    facts = row_of(application)
    assert (facts["status"], facts["closed_reason"]) == ("applied", "")


def test_long_mail_is_kept_in_part_as_what_they_said(alice, application):
    response(application, "rejection", body="é" * 50_000).accept(by=alice)
    assert len(row_of(application)["rejection_reason"]) == 5_000


# What waits


def test_what_waits_stands_on_the_application(application):
    first = response(application, requires_action=True)
    response(application, at=NOW + 2 * DAY, requires_action=True)
    response(application, at=NOW)
    assert row_of(application)["action_due_at"] == NOW + DAY
    first.snooze(NOW + 5 * DAY)
    assert row_of(application)["action_due_at"] == NOW + 2 * DAY
    first.snooze(None)
    assert row_of(application)["action_due_at"] == NOW + DAY
    first.act("Sent it.")
    assert row_of(application)["action_due_at"] == NOW + 2 * DAY
    first.act("")
    assert row_of(application)["action_due_at"] == NOW + DAY
    for row in EmployerResponse.objects.all():
        row.remove()
    assert row_of(application)["action_due_at"] is None


# One mail, once


def test_mail_is_kept_once_for_a_person(alice, application):
    row = response(application, message_id="<1@x.example>")
    for other in (application, ApplicationFactory(user=alice)):
        with pytest.raises(AlreadyHere) as refused:
            response(other, message_id="<1@x.example>")
        assert refused.value.other == row
    assert EmployerResponse.objects.count() == 1


def test_same_mail_of_two_people_is_two(bob, application):
    response(application, message_id="<1@x.example>")
    response(ApplicationFactory(user=bob), message_id="<1@x.example>")
    assert EmployerResponse.objects.count() == 2


def test_those_without_an_id_are_many(application):
    response(application)
    response(application)
    assert EmployerResponse.objects.count() == 2


# What the database refuses


@pytest.mark.parametrize(
    "facts", [{"response_type": "silence"}, {"sentiment_score": 1.01}]
)
def test_database_refuses_what_makes_no_sense(application, facts):
    response(application)
    rows = models.QuerySet(EmployerResponse)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**facts)


def test_database_keeps_a_mail_once_for_an_application(application):
    response(application, message_id="<1@x.example>")
    double = EmployerResponse(application=application, message_id="<1@x.example>")
    with pytest.raises(IntegrityError), transaction.atomic():
        double.save()


def test_it_belongs_to_whom_the_application_belongs(alice, bob, application):
    row = response(application, subject="Hello")
    assert (row.owner, str(row)) == (alice, "Hello")
    assert row.get_absolute_url().endswith(f"{application.pk}/#response-{row.pk}")
    assert not EmployerResponse.objects.for_user(bob).exists()
