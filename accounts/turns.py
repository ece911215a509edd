"""Whose turn it is: what is done once a day is done in each person's own day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, QuerySet

from accounts.models import Errand, Preferences, User

BATCH = 500
DEFAULT_HOUR = Preferences._meta.get_field("digest_hour").get_default()


class Turn(NamedTuple):
    """``day`` is the person's; ``now`` the moment that counts as now."""

    user: User
    day: date
    now: datetime
    key: str


def turns(
    errand: str,
    people: QuerySet[User],
    *,
    now: datetime,
    day: date | None = None,
    at_their_hour: bool = False,
) -> Iterator[Turn]:
    """Those of ``people`` for whom the errand of their day was not taken on yet.

    With ``at_their_hour`` not before the hour they chose: on the day in spring that has
    no such hour, the next one. A given ``day`` is seen from that hour.
    """
    zones = people.order_by().values_list("time_zone", flat=True).distinct()
    for name in list(zones):
        zone = ZoneInfo(name)
        local = now.astimezone(zone)
        on = day or local.date()
        key = f"{errand}:{on}"
        done = Errand.objects.filter(user=OuterRef("pk"), key=key)
        mine = people.filter(~Exists(done), time_zone=name)
        if at_their_hour and day is None:
            mine = mine.filter(preferences__digest_hour__lte=local.hour)
        for user in _in_batches(mine):
            moment = now if on == local.date() else _seen_from(user, on, zone)
            yield Turn(user, on, moment, key)


def _in_batches(people: QuerySet[User]) -> Iterator[User]:
    """No cursor stays open: much is written between one person and the next."""
    last = 0
    rows = people.select_related("preferences").order_by("pk")
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        yield from batch
        last = batch[-1].pk


def _seen_from(user: User, day: date, zone: ZoneInfo) -> datetime:
    hour = (
        user.preferences.digest_hour if hasattr(user, "preferences") else DEFAULT_HOUR
    )
    return datetime.combine(day, time(hour), zone)
