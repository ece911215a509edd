from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from applications.insights.period import Days, as_text, monday_of, start_of
from applications.models import Application
from applications.tests.factories import ApplicationFactory

ZONES = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "America/Santiago",  # where midnight is skipped when summer time begins
    "Pacific/Apia",  # which left out 30 December 2011
]


def text(moment):
    return f"{moment:%Y-%m-%d %H:%M:%S.%f}"


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("year", [2011, 2026])
def test_days_are_those_of_the_calendar_in_every_zone(zone, year):
    zone = ZoneInfo(zone)
    first = datetime(year, 1, 1, tzinfo=UTC)
    moments = [first + timedelta(minutes=47 * n) for n in range(11_500)]
    days = Days(zone, [text(moment) for moment in moments])
    for moment in moments:
        told = days.first + timedelta(days=days.number(text(moment)))
        assert told == moment.astimezone(zone).date()


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Pacific/Kiritimati"])
def test_the_first_moment_of_a_day_is_in_it_and_the_last_too(zone):
    zone = ZoneInfo(zone)
    for day in (date(2026, 3, 29), date(2026, 3, 30), date(2026, 10, 25)):
        start = start_of(day, zone)
        moments = [start - timedelta(microseconds=1), start]
        days = Days(zone, list(map(text, moments)))
        assert dict(days.count(map(text, moments))) == {
            day - timedelta(days=1): 1,
            day: 1,
        }


def test_nothing_has_no_days():
    assert Days(ZoneInfo("UTC"), []).count([]) == {}


@pytest.mark.parametrize("microsecond", [0, 1, 999_999])
def test_the_database_writes_moments_so_that_they_compare(microsecond, alice):
    at = datetime(2026, 11, 2, 23, 59, 59, microsecond, tzinfo=UTC)
    ApplicationFactory(user=alice, now=at)
    (told,) = Application.objects.values_list(as_text("saved_at"), flat=True)
    assert datetime.fromisoformat(told).replace(tzinfo=UTC) == at
    assert Days(ZoneInfo("UTC"), [told]).count([told]) == {date(2026, 11, 2): 1}


def test_weeks_begin_on_monday():
    assert monday_of(date(2026, 11, 22)) == date(2026, 11, 16)
    assert monday_of(date(2026, 11, 23)) == date(2026, 11, 23)
    assert monday_of(date(2027, 1, 1)) == date(2026, 12, 28)
