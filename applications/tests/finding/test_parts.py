"""Where the words of an application stand, and which place is told first."""

from datetime import UTC, datetime

import pytest

from applications.finding import parts
from applications.finding.parts import parts_of
from applications.models import Job
from applications.tests.factories import (
    ApplicationFactory,
    FollowUpFactory,
    InterviewFactory,
    NoteFactory,
    ResponseFactory,
)
from companies.tests.factories import ContactFactory

MAY = datetime(2025, 5, 3, 12, tzinfo=UTC)


@pytest.fixture
def application(alice):
    return ApplicationFactory(
        user=alice,
        job__title="Baker",
        job__description="<p>We bake<br>rye.</p>",
        job__tech_stack=["Oven", 7, {"odd": 1}],
        cover_letter="Dear baker,",
        referrer="Ida",
    )


def found(*applications):
    return {
        pk: [(part.label, part.url.partition("#")[2], part.text) for part in parts]
        for pk, parts in parts_of(applications).items()
    }


def test_all_that_was_written_received_and_posted(application, alice):
    note = NoteFactory(application=application, text="Flour", now=MAY)
    mail = ResponseFactory(
        application=application,
        subject="Yes",
        sender_name="Otto",
        body="Come in",
        received_at=MAY,
    )
    round_ = InterviewFactory(
        application=application, stage_name="Tasting", notes="Salt", scheduled_at=MAY
    )
    call = FollowUpFactory(application=application, text="Any news?", done_at=MAY)
    application.contacts.add(ContactFactory(user=alice, name="Uma", title="Miller"))
    told = found(application)[application.pk]
    assert [(label, anchor) for label, anchor, _text in told] == [
        ("Note, 3 May 2025", f"note-{note.pk}"),
        ("Message from Otto, 3 May 2025", f"response-{mail.pk}"),
        ("Tasting, 3 May 2025", f"interview-{round_.pk}"),
        ("Follow-up, 3 May 2025", f"follow-up-{call.pk}"),
        ("Your letter", ""),
        ("Facts", "facts"),
        ("People", "people"),
        ("Technology", "facts"),
        ("Posting", "posting-h"),
    ]
    texts = [" ".join(text.split()) for _label, _anchor, text in told]
    assert texts[:4] == ["Flour", "Yes Otto Come in", "Tasting Salt", "Any news?"]
    assert texts[4:] == ["Dear baker,", "Ida", "Uma Miller", "Oven", "We bake rye."]


def test_newest_come_first_and_not_more_than_a_few(application, monkeypatch):
    monkeypatch.setattr(parts, "MOST_ROWS", 2)
    parts._question.cache_clear()
    for day in (1, 2, 3):
        NoteFactory(
            application=application, text=f"Day {day}", now=MAY.replace(day=day)
        )
    notes = [
        text
        for label, _a, text in found(application)[application.pk]
        if "Note" in label
    ]
    assert notes == ["Day 3", "Day 2"]
    parts._question.cache_clear()


def test_each_application_has_its_own_in_one_query(alice, application, count_queries):
    other = ApplicationFactory(user=alice)
    NoteFactory(application=application, text="Mine")
    NoteFactory(application=other, text="Other")
    with count_queries() as queries:
        told = found(application, other)
    assert len(queries) == 1
    assert told[application.pk][0][2] == "Mine"
    assert told[other.pk][0][2] == "Other"


def test_nothing_is_asked_for_nothing(count_queries, db):
    with count_queries() as queries:
        assert found() == {}
    assert not queries


def test_what_an_import_left_odd_does_no_harm(application):
    Job.objects.update(tech_stack={"a": "b"}, description="")
    labels = {label: text for label, _a, text in found(application)[application.pk]}
    assert labels["Technology"] == ""


def test_interview_without_a_name_or_date_is_called_one(application):
    InterviewFactory(application=application, scheduled_at=None)
    assert found(application)[application.pk][0][0].startswith("Interview, today")
