from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from applications.dates import Happenings
from applications.models import Job, Origin, Status
from applications.month import Month, day_of
from applications.tests.factories import ApplicationFactory, InterviewFactory

NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 12, 12, tzinfo=UTC)


def found(user, first=NOVEMBER[0], last=NOVEMBER[1], **options):
    options = {"today": TODAY} | options
    return Happenings(user, first, last, **options)


def kinds(happenings):
    return [(one.kind, one.on.day) for one in happenings]


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice)


def test_all_that_is_dated(alice, application):
    application.set_next_follow_up(date(2026, 11, 3))
    ApplicationFactory(user=alice, job__deadline_on=date(2026, 11, 5))
    ApplicationFactory(
        user=alice, status=Status.OFFER, offer_deadline_on=date(2026, 11, 9)
    )
    InterviewFactory(application=ApplicationFactory(user=alice), scheduled_at=NOON)
    assert kinds(found(alice)) == [
        ("follow_up", 3),
        ("deadline", 5),
        ("answer", 9),
        ("interview", 12),
    ]


@pytest.mark.parametrize(
    ("day", "is_in"),
    [
        (date(2026, 10, 31), False),
        (date(2026, 11, 1), True),
        (date(2026, 11, 30), True),
        (date(2026, 12, 1), False),
    ],
)
def test_month_ends_with_its_days(day, is_in, alice, application):
    application.set_next_follow_up(day)
    InterviewFactory(
        application=application,
        scheduled_at=datetime.combine(day, datetime.max.time(), tzinfo=UTC),
    )
    assert len(found(alice)) == 2 * is_in


def test_month_begins_and_ends_in_the_zone_of_the_person(alice, application):
    alice.time_zone = "Pacific/Auckland"
    ends = datetime(2026, 11, 30, 10, 59, tzinfo=UTC)  # 23:59 there
    InterviewFactory(application=application, scheduled_at=ends)
    InterviewFactory(application=application, scheduled_at=ends + timedelta(minutes=1))
    assert kinds(found(alice)) == [("interview", 30)]


@pytest.mark.parametrize(
    "zone", ["Pacific/Pago_Pago", "UTC", "Europe/Berlin", "Pacific/Kiritimati"]
)
def test_a_day_never_shifts(zone, alice, application):
    alice.time_zone = zone
    application.set_next_follow_up(date(2026, 11, 1))
    with timezone.override(alice.zone):
        assert kinds(found(alice)) == [("follow_up", 1)]


@pytest.mark.parametrize("day", [24, 25])  # before and after the clocks change
def test_nine_stays_nine_when_the_clocks_change(day, alice, application):
    alice.time_zone = "Europe/Berlin"
    at = datetime(2026, 10, day, 9, tzinfo=alice.zone)
    InterviewFactory(application=application, scheduled_at=at.astimezone(UTC))
    (one,) = found(alice, date(2026, 10, day), date(2026, 10, day))
    assert f"{one.at:%d %H:%M}–{one.until:%H:%M}" == f"{day} 09:00–10:00"


def test_an_interview_lasts_as_long_over_the_change(alice, application):
    alice.time_zone = "Europe/Berlin"
    at = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # 02:30, for the first time
    InterviewFactory(application=application, scheduled_at=at)
    (one,) = found(alice, date(2026, 10, 1), date(2026, 10, 31))
    assert one.until - at == timedelta(hours=1)
    assert f"{one.at:%H:%M}–{one.until:%H:%M}" == "02:30–02:30"


def test_of_one_day_what_lasts_all_day_comes_first(alice, application):
    for hour in (15, 9):
        InterviewFactory(application=application, scheduled_at=NOON.replace(hour=hour))
    application.set_next_follow_up(NOON.date())
    times = [one.at and one.at.hour for one in found(alice)]
    assert times == [None, 9, 15]


def test_nothing_of_others(alice, bob):
    theirs = ApplicationFactory(user=bob, job__deadline_on=NOON.date())
    theirs.set_next_follow_up(NOON.date())
    InterviewFactory(application=theirs, scheduled_at=NOON)
    assert not found(alice).all


@pytest.mark.parametrize("way", ["move_to_bin", "archive"])
def test_nothing_of_what_is_put_away(way, alice, application):
    application.set_next_follow_up(NOON.date())
    InterviewFactory(application=application, scheduled_at=NOON)
    getattr(application, way)()
    assert not found(alice).all


def test_a_closed_application_keeps_its_interviews_alone(alice, application):
    application.set_next_follow_up(NOON.date())
    InterviewFactory(application=application, scheduled_at=NOON)
    application.move_to(Status.CLOSED, by=alice, origin=Origin.DETAIL)
    assert kinds(found(alice)) == [("interview", 12)]


def test_a_deadline_counts_while_one_has_not_applied(alice):
    one = ApplicationFactory(user=alice, job__deadline_on=NOON.date())
    one.move_to(Status.APPLIED, by=alice, origin=Origin.DETAIL)
    assert not found(alice).all


def test_a_cancelled_interview_is_there_and_takes_no_room(alice, application):
    InterviewFactory(application=application, scheduled_at=NOON).cancel()
    (one,) = found(alice)
    assert one.is_cancelled
    day = day_of(NOON.date(), [one], today=TODAY)
    assert (day.happenings, day.shown, day.count) == ([one], [], 0)


@pytest.mark.parametrize(
    ("day", "tone", "late"),
    [
        (23, "bad", "1 day late"),
        (22, "bad", "2 days late"),
        (24, "warn", ""),
        (25, "", ""),
    ],
)
def test_what_is_late_says_so(day, tone, late, alice, application):
    application.set_next_follow_up(date(2026, 11, day))
    (one,) = found(alice)
    assert (one.tone, one.late) == (tone, late)


def test_a_deadline_that_passed_is_no_reproach(alice):
    ApplicationFactory(user=alice, job__deadline_on=date(2026, 11, 20))
    (one,) = found(alice)
    assert (one.tone, one.late) == ("plain", "")


def test_more_than_fits_is_cut_and_said(alice):
    for day in range(1, 5):
        ApplicationFactory(user=alice).set_next_follow_up(date(2026, 11, day))
    first = found(alice, most=3)
    assert first.is_cut
    assert [one.on.day for one in first] == [1, 2, 3]
    newest = found(alice, most=3, newest=True)
    assert newest.is_cut
    assert [one.on.day for one in newest] == [2, 3, 4]
    assert not found(alice, most=4).is_cut


def test_always_five_queries(alice, same_query_count):
    def look():
        for one in found(alice):
            assert one.url
            assert one.application.job.employer
            assert one.label

    counted = []
    for day in range(1, 4):
        one = ApplicationFactory(user=alice, job__deadline_on=date(2026, 11, day))
        one.set_next_follow_up(date(2026, 11, day))
        InterviewFactory(application=one, scheduled_at=NOON)
        counted.append(same_query_count(look))
    assert counted == [5, 5, 5]


def test_a_square_shows_what_fits(alice):
    for _number in range(6):
        ApplicationFactory(user=alice).set_next_follow_up(NOON.date())
    all_of_them = found(alice).all
    crowded = day_of(NOON.date(), all_of_them, today=TODAY)
    assert (len(crowded.shown), crowded.more) == (3, 3)
    fitting = day_of(NOON.date(), all_of_them[:4], today=TODAY)
    assert (len(fitting.shown), fitting.more) == (4, 0)


@pytest.mark.parametrize(
    ("month", "previous", "following"),
    [
        ((2026, 1), "2025-12", "2026-02"),
        ((2026, 12), "2026-11", "2027-01"),
        ((1970, 1), "None", "1970-02"),
        ((2199, 12), "2199-11", "None"),
    ],
)
def test_months_follow_one_another(month, previous, following):
    month = Month(*month)
    assert (str(month.previous), str(month.next)) == (previous, following)


def test_weeks_begin_on_monday():
    weeks = Month(2026, 11).weeks
    assert [day.isoformat() for day in (weeks[0][0], weeks[-1][-1])] == [
        "2026-10-26",
        "2026-12-06",
    ]


def test_no_text_that_is_nobody_else_s_business_is_read(alice, application):
    InterviewFactory(application=application, scheduled_at=NOON, prep_notes="Shy.")
    Job.objects.update(description="Long.")
    (one,) = found(alice)
    assert {"prep_notes", "notes", "feedback"} <= one.interview.get_deferred_fields()
    assert "description" in one.application.job.get_deferred_fields()
