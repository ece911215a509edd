"""All that is due once a day. Safe to run twice, late, and by two at once."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from applications.digest import send_digests
from applications.reminders import remind_people
from applications.retention import tidy
from applications.saved_searches.news import tell_people


def run(*, now: datetime, day: date | None = None) -> tuple[dict[str, Any], str]:
    """What was done, and why some mails must be tried again.

    With ``day`` everything is done as on that day: people see it from their hour, and
    what is kept for a time is counted up to its end.
    """
    reminded = remind_people(now=now, day=day)
    told = tell_people(now=now, day=day)
    digests, problem = send_digests(now=now, day=day)
    done = {
        "reminders": reminded["reminders"],
        "searches": told["searches"],
        "failed": reminded["failed"] + told["failed"],
        **{f"mails_{name}": count for name, count in digests.items()},
        **tidy(now=_end_of(day) if day else now),
    }
    return done, problem


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time.max, timezone.get_default_timezone())
