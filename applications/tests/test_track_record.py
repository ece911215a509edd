"""What came of what was sent is counted, and called a share only where it says something."""

from datetime import timedelta

import pytest
from django.utils import timezone

from applications.models import Application, Document, Origin, Status
from applications.models.document import ENGINE
from applications.tests.factories import (
    ApplicationFactory,
    DocumentFactory,
    DocumentTemplateFactory,
    InterviewFactory,
)
from applications.track_record import track_record

DAY = timedelta(days=1)
SENT = timezone.now() - 10 * DAY


@pytest.fixture
def template(alice):
    return DocumentTemplateFactory(name="Classic")


def send(template, user, *, version="", at=SENT, **facts):
    """An application that went out with a résumé in that template."""
    application = ApplicationFactory(user=user)
    Application.objects.filter(pk=application.pk).update(
        applied_at=at, resume_version=version, **facts
    )
    DocumentFactory(
        user=user,
        job=application.job,
        application=application,
        template=template,
        engine=ENGINE,
        sent_at=at,
    )
    return application


def move(application, *path):
    for status in path:
        application.refresh_from_db()
        application.move_to(status, by=application.user, origin=Origin.DETAIL)


def templates(user):
    return [tuple(one)[1:] for one in track_record(user).templates]


def versions(user):
    return [tuple(one) for one in track_record(user).versions]


def test_nothing_sent_is_no_record(alice):
    DocumentFactory(user=alice, engine=ENGINE)
    assert not track_record(alice)


def test_replies_count_that_came_after_it_was_sent(alice, template):
    send(template, alice, first_response_at=SENT + DAY)
    send(template, alice, first_response_at=SENT - DAY)
    send(template, alice)
    assert templates(alice) == [("Classic", 3, 1, 0)]


def test_interview_is_a_move_or_a_date(alice, template):
    move(send(template, alice), Status.INTERVIEW)
    InterviewFactory(application=send(template, alice))
    both = send(template, alice)
    move(both, Status.INTERVIEW, Status.OFFER)
    InterviewFactory(application=both)
    send(template, alice)
    assert templates(alice) == [("Classic", 4, 0, 3)]


def test_interview_taken_back_counts_not(alice, template):
    application = send(template, alice)
    move(application, Status.INTERVIEW)
    application.undo_move(by=alice)
    assert templates(alice) == [("Classic", 1, 0, 0)]


def test_by_version_whoever_wrote_it(alice, template):
    send(template, alice, version="Backend, version 2", first_response_at=SENT + DAY)
    send(template, alice, version="Backend, version 2")
    send(template, alice, version="3")
    tracked = ApplicationFactory(user=alice)
    Application.objects.filter(pk=tracked.pk).update(resume_version="3")
    assert versions(alice) == [
        ("Résumé", "Backend, version 2", 2, 1, 0),
        ("Résumé", "3", 1, 0, 0),
    ]


def test_letters_have_a_record_of_their_own(alice, template):
    application = send(template, alice)
    Application.objects.filter(pk=application.pk).update(cover_letter_version="Warm")
    assert versions(alice) == [("Cover letter", "Warm", 1, 0, 0)]


def test_what_lies_in_the_bin_or_is_another_persons_counts_not(alice, bob, template):
    send(template, alice).move_to_bin()
    send(template, bob)
    gone = send(template, alice)
    Document.objects.filter(application=gone).update(deleted_at=timezone.now())
    assert templates(alice) == []


@pytest.mark.parametrize(("count", "rate"), [(4, None), (5, 20)])
def test_share_is_told_from_five_on(count, rate, alice, template):
    send(template, alice, first_response_at=SENT + DAY)
    for _ in range(count - 1):
        send(template, alice)
    (record,) = track_record(alice).templates
    assert record.reply_rate == rate
    assert record.interview_rate == (None if rate is None else 0)


def test_it_asks_three_times_however_much_there_is(alice, template, count_queries):
    for number in range(6):
        send(template, alice, version=f"Version {number}")
    with count_queries() as queries:
        track_record(alice)
    assert len(queries) == 3


def test_page_of_documents_shows_it(alice, as_alice, template):
    send(template, alice, version="Backend, version 2")
    page = as_alice.get("/documents/").content.decode()
    assert "What came of them" in page
    assert "Backend, version 2" in page
    assert "too few to say" in page
