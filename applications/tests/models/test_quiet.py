"""Days quiet and stale, where days are those of the person's zone."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from applications.models import Application, Status
from applications.tests.factories import ApplicationFactory

ZONES = ("UTC", "Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago")
# Their clocks change at midnight: a day that begins at one, a day with two midnights.
ODD_ZONES = ("Asia/Beirut", "America/Havana", "America/Santiago", "Africa/Cairo")


def quiet_since(moment):
    return Application(last_activity_at=moment, status=Status.APPLIED)


def utc(*when):
    return datetime(*when, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "days"),
    [("UTC", 1), ("Europe/Berlin", 0), ("Pacific/Pago_Pago", 1)],
)
def test_day_begins_at_the_persons_midnight(zone, days):
    application = quiet_since(utc(2026, 3, 1, 23, 30))
    with timezone.override(zone):
        assert application.days_quiet(date(2026, 3, 2)) == days


@pytest.mark.parametrize("hour", [0, 1, 2, 12, 23])
@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_day_the_clocks_change_is_one_day(day, hour):
    with timezone.override("Europe/Berlin"):
        zone = timezone.get_current_timezone()
        last = datetime(day.year, day.month, day.day, hour, 30, tzinfo=zone)
        application = quiet_since(last)
        assert application.days_quiet(day) == 0
        assert application.days_quiet(day + timedelta(days=1)) == 1


def test_activity_in_the_future_is_no_day_quiet():
    assert quiet_since(utc(2026, 3, 9)).days_quiet(date(2026, 3, 2)) == 0


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("tracking", True),
        ("applied", True),
        ("interview", False),
        ("offer", False),
        ("closed", False),
    ],
)
def test_only_tracking_and_applied_grow_stale(status, expected):
    application = quiet_since(utc(2026, 1, 1))
    application.status = status
    assert application.is_stale(date(2026, 3, 2), 14) is expected


def test_stale_begins_on_the_very_day():
    application = quiet_since(utc(2026, 3, 1, 18))
    assert not application.is_stale(date(2026, 3, 14), 14)
    assert application.is_stale(date(2026, 3, 15), 14)


@pytest.mark.parametrize("zone", ZONES + ODD_ZONES)
def test_row_and_query_agree_at_midnight(alice, zone):
    with timezone.override(zone):
        midnight = datetime(2026, 3, 1, tzinfo=timezone.get_current_timezone())
        moments = [midnight + timedelta(seconds=s) for s in (-1, 0, 1)]
        rows = [
            ApplicationFactory(user=alice, status="applied", now=moment)
            for moment in moments
        ]
        for day in (date(2026, 3, 14), date(2026, 3, 15)):
            by_row = {row.pk for row in rows if row.is_stale(day, 14)}
            found = Application.objects.stale(day, 14)
            assert set(found.values_list("pk", flat=True)) == by_row


@given(
    zone=st.sampled_from(ZONES + ODD_ZONES),
    moment=st.integers(1_577_836_800, 1_893_456_000),
    quiet=st.integers(0, 60),
    after=st.integers(1, 40),
)
def test_query_draws_the_line_where_the_row_does(zone, moment, quiet, after):
    moment = datetime.fromtimestamp(moment, tz=UTC)
    with timezone.override(zone):
        today = timezone.localtime(moment).date() + timedelta(days=quiet)
        where = Application.objects.stale(today, after).query.where
        line = next(c.rhs for c in where.children if c.lookup_name == "lt")
        is_stale = quiet_since(moment).is_stale(today, after)
    assert (moment < line) == is_stale


def test_stale_leaves_out_what_stands_further_on(alice):
    long_ago = utc(2026, 1, 1)
    for status in Status.values:
        ApplicationFactory(user=alice, status=status, now=long_ago)
    found = Application.objects.stale(date(2026, 3, 2), 14)
    assert {row.status for row in found} == {"tracking", "applied"}
