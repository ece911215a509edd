import logging
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db.models import QuerySet
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.models.user import time_zones
from applications import feed
from applications.models import Application, Job, Status
from applications.tests.calendars import clock_changes, events, read, rules_of_zone
from applications.tests.factories import ApplicationFactory, InterviewFactory

SECRET = "a-secret-of-hers"
URL = f"/calendar/{SECRET}/jobtracker.ics"
TODAY = timezone.localdate()
NOON = datetime.combine(TODAY, datetime.min.time(), tzinfo=UTC) + timedelta(hours=12)


@pytest.fixture
def reader(alice):
    """A calendar program: no cookies, no session."""
    preferences = alice.get_preferences()
    preferences.calendar_token = SECRET
    preferences.save()
    return Client()


@pytest.fixture
def application(alice):
    return ApplicationFactory(
        user=alice, job__title="Archivist", job__company__name="Initech"
    )


@pytest.fixture
def interview(application):
    return InterviewFactory(
        application=application,
        scheduled_at=NOON,
        stage_name="Second round",
        location="Room 4",
    )


def live_in(user, zone):
    user.time_zone = zone
    user.save_fields("time_zone")


def etag_of(reader):
    return reader.get(URL)["ETag"]


def test_an_interview_as_an_event(reader, interview):
    event = events(reader.get(URL))[f"interview-{interview.pk}"]
    page = f"http://127.0.0.1:8000/interviews/{interview.pk}/"
    assert event.uid.value == f"interview-{interview.pk}@127.0.0.1"
    assert event.summary.value == "Second round: Archivist, Initech"
    assert event.location.value == "Room 4"
    assert event.url.value == event.description.value == page
    assert event.status.value == "CONFIRMED"
    assert event.sequence.value == "0"
    assert event.dtstart.value == NOON
    assert event.dtend.value == NOON + timedelta(hours=1)
    alarms = [alarm.trigger.value for alarm in event.contents["valarm"]]
    assert alarms == [timedelta(days=-1), timedelta(hours=-1)]


def test_days_last_all_day(reader, alice, application):
    application.set_next_follow_up(TODAY)
    closing = ApplicationFactory(user=alice, job__deadline_on=TODAY)
    offer = ApplicationFactory(user=alice, status=Status.OFFER, offer_deadline_on=TODAY)
    found = events(reader.get(URL))
    assert set(found) == {
        f"follow-up-{application.pk}",
        f"deadline-{closing.pk}",
        f"answer-{offer.pk}",
    }
    for event in found.values():
        assert event.dtstart.value == TODAY
        assert event.dtend.value == TODAY + timedelta(days=1)
        assert event.transp.value == "TRANSPARENT"
        assert "valarm" not in event.contents
    assert found[f"follow-up-{application.pk}"].summary.value == (
        "Follow up: Archivist, Initech"
    )


@pytest.mark.parametrize(
    "zone",
    [
        "Pacific/Pago_Pago",
        "America/Santiago",
        "UTC",
        "Asia/Kolkata",
        "Pacific/Kiritimati",
    ],
)
def test_a_day_never_shifts(zone, reader, alice, application):
    live_in(alice, zone)
    application.set_next_follow_up(date(TODAY.year, TODAY.month, 1))
    (event,) = events(reader.get(URL)).values()
    assert event.dtstart.value == date(TODAY.year, TODAY.month, 1)


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_nine_stays_nine_when_the_clocks_change(days, reader, alice, application):
    live_in(alice, "Europe/Berlin")
    (change,) = _changes(alice.zone, after=TODAY)[:1]
    at = datetime.combine(change + timedelta(days=days), datetime.min.time())
    at = at.replace(hour=9, tzinfo=alice.zone)
    InterviewFactory(application=application, scheduled_at=at)
    answer = reader.get(URL)
    assert (
        f"DTSTART;TZID=Europe/Berlin:{at:%Y%m%dT}090000\r\n" in answer.content.decode()
    )
    told = at.replace(tzinfo=rules_of_zone(answer))
    assert told.astimezone(UTC) == at.astimezone(UTC)


@pytest.mark.parametrize(
    "zone",
    ["Europe/Berlin", "Europe/Dublin", "America/New_York", "Australia/Lord_Howe"],
)
def test_rules_of_a_zone_hold_to_the_hour(zone, reader, alice, application):
    live_in(alice, zone)
    InterviewFactory(application=application, scheduled_at=NOON)
    rules = rules_of_zone(reader.get(URL))
    for change in _changes(alice.zone, after=TODAY)[:2]:
        for quarter in range(-24 * 4, 48 * 4):
            at = datetime.combine(change, datetime.min.time(), tzinfo=UTC)
            local = (at + timedelta(minutes=15 * quarter)).astimezone(alice.zone)
            said = local.replace(tzinfo=rules).astimezone(UTC)
            assert said == local.astimezone(UTC), local


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Europe/Dublin", "Africa/Cairo"])
def test_clocks_change_when_they_do(zone, reader, alice, application):
    live_in(alice, zone)
    InterviewFactory(application=application, scheduled_at=NOON)
    told = list(clock_changes(reader.get(URL)))
    assert len(told) >= 4
    for moment in told:
        just_before = moment - timedelta(seconds=1)
        offsets = [
            at.astimezone(alice.zone).utcoffset() for at in (just_before, moment)
        ]
        assert offsets[0] != offsets[1], moment


def _changes(zone, after):
    """The days on which the clocks of that zone change."""
    days = [after + timedelta(days=n) for n in range(400)]
    noons = [
        datetime.combine(d, datetime.min.time()).replace(hour=12, tzinfo=zone)
        for d in days
    ]
    return [
        day
        for day, a, b in zip(days[1:], noons, noons[1:], strict=False)
        if a.utcoffset() != b.utcoffset()
    ]


def test_every_zone_has_rules_that_can_be_read(alice, interview):
    from icalendar import Calendar

    for name in sorted(time_zones())[::7]:
        alice.__dict__["zone"] = ZoneInfo(name)
        calendar = Calendar.from_ical(feed.file_of(interview, alice))
        (event,) = calendar.walk("VEVENT")
        assert event["dtstart"].dt.astimezone(UTC) == NOON, name
        assert not calendar.get_missing_tzids(), name


def test_a_cancelled_interview_stays_to_be_taken_out(reader, interview):
    interview.cancel()
    (event,) = events(reader.get(URL)).values()
    assert event.status.value == "CANCELLED"
    assert event.sequence.value == "1"
    assert "valarm" not in event.contents


def test_an_interview_that_took_place_rings_no_more(reader, interview):
    interview.debrief(feedback="Went well.", rating=4)
    (event,) = events(reader.get(URL)).values()
    assert event.status.value == "CONFIRMED"
    assert "valarm" not in event.contents


def test_each_change_is_a_new_sequence_of_the_same_event(reader, interview):
    before = events(reader.get(URL))
    interview.change(scheduled_at=NOON + timedelta(days=1))
    after = events(reader.get(URL))
    assert set(before) == set(after)
    assert after[f"interview-{interview.pk}"].sequence.value == "1"


@pytest.mark.parametrize(
    "nasty",
    [
        "Comma, semicolon; backslash \\ and \\n",
        "Two\nlines",
        "🦊" * 60,
        "\u202eמשרה של ארכיונאי\u202c",
        'END:VEVENT "quoted" <b>',
        "Donaudampfschifffahrt" * 10,
        "e\u0301" * 90,
    ],
)
def test_nasty_names_come_out_as_they_are(nasty, reader, application, interview):
    QuerySet(Job).update(title=nasty)
    interview.change(location=nasty[:300])
    (event,) = events(reader.get(URL)).values()
    assert event.summary.value == f"Second round: {nasty}, Initech"
    assert event.location.value == nasty[:300]


def test_no_notes_are_in_it(reader, application, interview):
    interview.change(prep_notes="Marker1", notes="Marker2", interviewer_name="Marker3")
    application.add_note("Marker4")
    interview.debrief(feedback="Marker5", rating=1)
    assert b"Marker" not in reader.get(URL).content


def test_nothing_of_others(reader, bob):
    theirs = ApplicationFactory(user=bob)
    theirs.set_next_follow_up(TODAY)
    InterviewFactory(application=theirs, scheduled_at=NOON)
    assert events(reader.get(URL)) == {}


def test_it_is_for_half_a_year_back_and_a_year_and_a_half_ahead(reader, application):
    for days in (-300, -170, 530, 600):
        InterviewFactory(
            application=application, scheduled_at=NOON + timedelta(days=days)
        )
    dates = [event.dtstart.value for event in events(reader.get(URL)).values()]
    assert dates == [NOON + timedelta(days=-170), NOON + timedelta(days=530)]


def test_it_has_an_end(reader, alice, application, monkeypatch):
    monkeypatch.setattr(feed, "MOST", 2)
    for days in (-1, 1, 2):
        InterviewFactory(
            application=application, scheduled_at=NOON + timedelta(days=days)
        )
    dates = [event.dtstart.value for event in events(reader.get(URL)).values()]
    assert dates == [NOON + timedelta(days=1), NOON + timedelta(days=2)]


def test_an_empty_calendar_is_a_calendar(reader):
    assert "vevent" not in read(reader.get(URL)).contents


# Asked again


def test_asked_again_it_says_that_nothing_changed(reader, interview):
    first = reader.get(URL)
    again = reader.get(URL, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert not again.content
    assert again["ETag"] == first["ETag"]
    assert again["Cache-Control"] == "private, no-cache"


def test_asked_again_it_is_not_written(reader, interview, monkeypatch):
    etag = etag_of(reader)
    monkeypatch.delattr(feed, "feed_of")
    assert reader.get(URL, headers={"If-None-Match": etag}).status_code == 304


def test_the_same_data_are_the_same_bytes(reader, alice, application, interview):
    application.set_next_follow_up(TODAY)
    live_in(alice, "America/New_York")
    assert reader.get(URL).content == reader.get(URL).content


def _rename(interview):
    company = interview.application.job.company
    company.name = "Hooli"
    company.save()


CHANGES = {
    "moved": lambda one: one.change(scheduled_at=NOON + timedelta(hours=1)),
    "cancelled": lambda one: one.cancel(),
    "removed": lambda one: one.remove(),
    "binned": lambda one: one.application.move_to_bin(),
    "archived": lambda one: one.application.archive(),
    "a day set": lambda one: one.application.set_next_follow_up(TODAY),
    "renamed": _rename,
    "retitled": lambda one: one.application.edit(
        facts={}, job_facts={"title": "Beekeeper"}, version=None
    ),
    "one more": lambda one: InterviewFactory(
        application=one.application, scheduled_at=NOON
    ),
    "moved house": lambda one: live_in(one.owner, "Asia/Tokyo"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_every_change_is_seen(what, reader, alice, interview):
    other = ApplicationFactory(user=alice)
    InterviewFactory(application=other, scheduled_at=NOON + timedelta(days=3))
    first = reader.get(URL)
    CHANGES[what](interview)
    second = reader.get(URL, headers={"If-None-Match": first["ETag"]})
    assert second.status_code == 200
    assert second.content != first.content


def test_one_put_away_and_one_taken_back_is_a_change(reader, alice, interview):
    other = ApplicationFactory(user=alice)
    InterviewFactory(application=other, scheduled_at=NOON)
    other.move_to_bin()
    before = etag_of(reader)
    interview.application.move_to_bin()
    Application.objects.get(pk=other.pk).restore()
    assert etag_of(reader) != before


def test_what_others_do_is_no_change(reader, bob, interview):
    before = etag_of(reader)
    InterviewFactory(application=ApplicationFactory(user=bob), scheduled_at=NOON)
    assert etag_of(reader) == before


def test_it_asks_the_database_twice_when_asked_again(reader, interview, count_queries):
    etag = etag_of(reader)
    with count_queries() as queries:
        reader.get(URL, headers={"If-None-Match": etag})
    assert len(queries) == 2


# Who may read it


def test_it_needs_no_login_and_sets_no_cookie(reader, interview):
    answer = reader.get(URL)
    assert answer.status_code == 200
    assert not answer.cookies
    assert answer["X-Robots-Tag"] == "noindex"
    assert "HX-Request" not in answer.get("Vary", "")


@pytest.mark.parametrize(
    "secret", ["wrong", SECRET[:-1], SECRET + "x", SECRET.upper(), "None"]
)
def test_a_wrong_secret_is_nothing(secret, reader, bob):
    bob.get_preferences()  # without a secret
    answer = reader.get(f"/calendar/{secret}/jobtracker.ics")
    assert answer.status_code == 404
    assert "no-store" in answer["Cache-Control"]


def test_a_person_who_is_no_more_has_none(reader, alice):
    QuerySet(User).filter(pk=alice.pk).update(is_active=False)
    assert reader.get(URL).status_code == 404


def test_the_secret_is_in_no_log(reader, caplog, monkeypatch):
    caplog.set_level(logging.DEBUG)
    reader.get(URL + "?x")
    assert reader.get("/calendar/almost-a-secret/jobtracker.ics").status_code == 404
    reader.raise_request_exception = False
    monkeypatch.setattr(feed, "feed_of", lambda user: 1 / 0)
    assert reader.get(URL).status_code == 500
    said = [
        r.getMessage() for r in caplog.records if r.name.startswith("django.request")
    ]
    assert len(said) == 2
    assert not [text for text in said if "secret" in text]


def test_it_is_read_only(reader):
    assert reader.post(URL).status_code == 405
    assert reader.head(URL).status_code == 200


# One interview


def test_one_interview_as_a_file(as_alice, interview):
    answer = as_alice.get(f"/interviews/{interview.pk}/interview.ics")
    name = f'attachment; filename="interview-{interview.pk}.ics"'
    assert answer["Content-Disposition"] == name
    assert "no-store" in answer["Cache-Control"]
    assert set(events(answer)) == {f"interview-{interview.pk}"}


def test_one_interview_is_for_its_owner(as_bob, client, interview):
    url = f"/interviews/{interview.pk}/interview.ics"
    assert as_bob.get(url).status_code == 404
    assert client.get(url).status_code == 302


def test_one_interview_of_the_bin_is_gone(as_alice, interview):
    interview.application.move_to_bin()
    url = f"/interviews/{interview.pk}/interview.ics"
    assert as_alice.get(url).status_code == 404
