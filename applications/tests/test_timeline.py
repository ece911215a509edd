from datetime import UTC, datetime, timedelta

import pytest

from applications import timeline
from applications.models import FollowUp, Interview
from applications.tests.factories import ApplicationFactory, NoteFactory
from applications.timeline import Timeline

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def hours(count):
    return START + timedelta(hours=count)


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice, now=START)


def test_notes_and_moves_stand_in_one_order_the_newest_first(application, alice):
    application.add_note("First", now=hours(1))
    application.move_to("applied", by=alice, origin="board", now=hours(2))
    application.add_note("Last", now=hours(3))
    events = Timeline(application).events
    assert [event.kind for event in events] == ["note", "status", "note", "status"]
    assert [event.at for event in events] == [hours(3), hours(2), hours(1), START]


def test_what_has_no_date_stands_where_it_was_written_down(application, alice):
    rows = {"application": application}
    application.add_note("First", now=hours(1))
    Interview.objects.create(status="completed", created_at=hours(2), **rows)
    application.add_note("Second", now=hours(3))
    FollowUp.objects.create(done_at=None, created_at=hours(4), **rows)
    Interview.objects.create(scheduled_at=hours(5), created_at=START, **rows)
    found = Timeline(application)
    kinds = ["interview", "follow-up", "note", "interview", "note", "status"]
    assert [event.kind for event in found.events] == kinds
    assert [event.at for event in found.events[:4]] == [hours(n) for n in (5, 4, 3, 2)]
    said = [one.html.count("No date known") for one in found.shown(alice)]
    assert said == [0, 1, 0, 1, 0, 0]


def test_date_that_was_missing_is_drawn_when_it_is_known(application, alice):
    row = Interview.objects.create(application=application)
    assert "No date yet" in Timeline(application).shown(alice)[0].html
    row.change(scheduled_at=hours(9))
    html = Timeline(application).shown(alice)[0].html
    assert "No date" not in html
    assert "<time" in html


def test_events_of_others_are_not_among_them(application, alice):
    NoteFactory(application=ApplicationFactory(user=alice))
    assert len(Timeline(application).events) == 1


@pytest.mark.parametrize(
    ("page", "events", "further"), [(1, 3, 2), (2, 6, 3), (3, 8, None)]
)
def test_page_shows_all_up_to_it(application, monkeypatch, page, events, further):
    monkeypatch.setattr(timeline, "PAGE", 3)
    for n in range(7):
        application.add_note(f"Note {n}", now=hours(n))
    shown = Timeline(application, page)
    assert (len(shown.events), shown.next_page) == (events, further)


def test_longer_timeline_begins_with_the_shorter_one(application, alice, monkeypatch):
    monkeypatch.setattr(timeline, "PAGE", 4)
    for n in range(6):
        application.add_note(f"Note {n}", now=hours(1))
        status = "applied" if n % 2 else "tracking"
        application.move_to(status, by=alice, origin="board", now=hours(1))
    first, second = Timeline(application).events, Timeline(application, 2).events
    assert second[: len(first)] == first


def test_it_asks_as_often_however_much_there_is(application, same_query_count):
    def read():
        return Timeline(application).events

    first = same_query_count(read)
    for n in range(20):
        NoteFactory(application=application, text=f"Note {n}")
    assert same_query_count(read) == first
