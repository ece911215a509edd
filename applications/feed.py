"""The calendar as a file (RFC 5545), for any calendar program."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import Preferences, User
from applications.dates import Happening, Happenings, of_interview
from applications.models import Application, Interview
from applications.month import Month

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event

MONTHS_BACK, MONTHS_AHEAD = 6, 18
MOST = 1_000
# Another one where what is written changes though the data do not.
EDITION = 1
ALARMS = (timedelta(days=-1), timedelta(hours=-1))


def person_of(secret: str) -> User | None:
    """Whose calendar it opens. It is looked up as session keys are: by a unique index.

    Its 256 random bits leave nothing to guess piece by piece.
    """
    found = Preferences.objects.filter(calendar_token=secret, user__is_active=True)
    preferences = found.select_related("user").only("user__time_zone").first()
    return preferences.user if preferences else None


def window() -> tuple[date, date]:
    """Whole months in the active zone, so that it stands still from day to day."""
    month = Month.of(timezone.localdate())
    return (month + -MONTHS_BACK).first, (month + MONTHS_AHEAD).last


def fingerprint(user: User) -> str:
    """Another one whenever the file may be another one; far cheaper than the file.

    Whatever stands in it touches its application: interviews, the job, the company.
    """
    seen = (EDITION, settings.BASE_URL, get_language(), user.time_zone, *window())
    changed = Application.objects.changed_at(user)
    return sha256(repr((seen, changed)).encode()).hexdigest()[:32]


def feed_of(user: User) -> bytes:
    """All that is dated from half a year back to a year and a half ahead."""
    first, last = window()
    today = timezone.localdate()
    found = Happenings(user, first, last, today=today, most=MOST, newest=True)
    return _file(found, name=_("Jobtracker"))


def file_of(interview: Interview, user: User) -> bytes:
    """One interview by itself."""
    today = timezone.localdate()
    return _file([of_interview(interview, user=user, today=today)])


def _file(happenings: Iterable[Happening], name: str = "") -> bytes:
    # Costs a third of a second, and most workers never need it.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Jobtracker//Jobtracker//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.calendar_name = name
        hourly = timedelta(hours=1)
        calendar.add("refresh-interval", hourly, parameters={"value": "DURATION"})
        calendar.add("x-published-ttl", "PT1H")
    years = []
    for happening in happenings:
        calendar.add_component(_event(happening))
        years.append(happening.on.year)
    if years:
        _add_zones(calendar, min(years), max(years))
    return calendar.to_ical()


def _add_zones(calendar: Calendar, first: int, last: int) -> None:
    """The rules of the zones that are named, for the years that are needed."""
    calendar.add_missing_timezones(date(first, 1, 1), date(last + 2, 1, 1))
    for zone in calendar.timezones:
        zone.pop("comment", None)
        for rule in zone.subcomponents:
            _count_from_before(rule)


def _count_from_before(rule: Any) -> None:
    """Clocks change at a time of the clock before (RFC 5545, 3.6.5).

    icalendar takes the one after, where they are put forward.
    """
    jump = rule.TZOFFSETTO - rule.TZOFFSETFROM
    if jump <= timedelta(0):
        return
    rule.DTSTART -= jump
    if dates := rule.pop("rdate", None):
        rule.add("rdate", [one.dt - jump for one in dates.dts])


def _event(happening: Happening) -> Event:
    from icalendar import Event

    event = Event()
    row: Any = happening.interview or happening.application
    changed = _changed_at(happening)
    page = settings.BASE_URL + happening.url
    kind = happening.kind.replace("_", "-")
    event.add("uid", f"{kind}-{row.pk}@{settings.HOST}")
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("summary", _("%(what)s: %(job)s") % {
        "what": happening.label,
        "job": happening.application,
    })  # fmt: skip
    event.add("description", page)
    event.add("url", page)
    if happening.interview:
        _add_interview(event, happening, happening.interview)
    else:
        event.add("sequence", happening.application.version)
        event.add("dtstart", happening.on)
        event.add("dtend", happening.on + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    return event


def _add_interview(event: Event, happening: Happening, interview: Interview) -> None:
    event.add("sequence", interview.sequence)
    event.add("dtstart", happening.at)
    event.add("dtend", happening.until)
    if interview.location:
        event.add("location", interview.location)
    event.add("status", "CANCELLED" if happening.is_cancelled else "CONFIRMED")
    if interview.is_scheduled:
        for before in ALARMS:
            event.add_component(_alarm(happening, before))


def _alarm(happening: Happening, before: timedelta) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", happening.label)
    alarm.add("trigger", before)
    return alarm


def _changed_at(happening: Happening) -> datetime:
    """When anything that is said of it was written last."""
    job: Any = happening.application.job
    rows = [happening.interview or happening.application, job, job.company]
    return max(row.updated_at for row in rows).replace(microsecond=0)
