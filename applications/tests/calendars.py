"""What an iCalendar file says, read by a parser that did not write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from typing import Any

import vobject
from dateutil.tz import tzical

REQUIRED = ("uid", "dtstamp", "dtstart", "dtend", "summary", "sequence", "url")


def read(answer: Any) -> Any:
    """The calendar, checked against the rules that each one has to keep."""
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    raw = answer.content
    assert raw.endswith(b"\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    calendar = vobject.readOne(raw.decode())
    assert calendar.version.value == "2.0"
    assert calendar.prodid.value
    assert calendar.method.value == "PUBLISH"
    for event in calendar.contents.get("vevent", []):
        assert all(len(event.contents[name]) == 1 for name in REQUIRED)
        for alarm in event.contents.get("valarm", []):
            assert {"action", "trigger", "description"} <= set(alarm.contents)
    zones = {zone.tzid.value for zone in calendar.contents.get("vtimezone", [])}
    assert zones == named_zones(raw)
    return calendar


def named_zones(raw: bytes) -> set[str]:
    unfolded = raw.decode().replace("\r\n ", "").split("\r\n")
    names = [line.split(":")[0].split("TZID=") for line in unfolded]
    return {parts[1] for parts in names if len(parts) == 2}


def events(answer: Any) -> dict[str, Any]:
    """By the part of the UID before the host."""
    found = read(answer).contents.get("vevent", [])
    by_id = {event.uid.value.partition("@")[0]: event for event in found}
    assert len(by_id) == len(found)
    return by_id


def rules_of_zone(answer: Any) -> Any:
    """The zone as the file itself tells it; parsers like to know better."""
    text = answer.content.decode().replace("\r\n ", "")
    begin, end = text.index("BEGIN:VTIMEZONE"), text.index("END:VTIMEZONE")
    return tzical(StringIO(text[begin:end] + "END:VTIMEZONE\r\n")).get()


def clock_changes(answer: Any) -> Iterator[datetime]:
    """The moments at which the file lets clocks change: a time of the clock before."""
    text = answer.content.decode().replace("\r\n ", "")
    for rule in re.findall(r"BEGIN:(?:STANDARD|DAYLIGHT)(.*?)END:", text, re.DOTALL):
        before, after = re.findall(r"TZOFFSET(?:FROM|TO):(\S+)", rule)
        for days in re.findall(r"(?:DTSTART|RDATE):(\S+)", rule) * (before != after):
            for at in days.split(","):
                moment = datetime.strptime(at + before, "%Y%m%dT%H%M%S%z")
                yield moment.astimezone(UTC)
