from datetime import UTC, datetime, timedelta

import pytest

from applications import timeline
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
