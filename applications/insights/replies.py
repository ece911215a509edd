"""Who answers, and how soon."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from statistics import median
from typing import NamedTuple

from django.db.models import CharField, OuterRef, Subquery
from django.db.models.functions import Cast, Coalesce

from applications.insights import FEWEST, LATEST
from applications.insights.journeys import BY_THEIR_WORD, Journey
from applications.insights.period import Days, as_text
from applications.insights.scope import Scope
from applications.models import Status, StatusChange

TRAITS = {
    "source": "source",
    "channel": "application_channel",
    "resume": "resume_version",
    "size": "job__company__size",
}


class Wait(NamedTuple):
    """One that was answered after so many days; ``traits`` in the order of TRAITS."""

    traits: tuple[str, ...]
    days: int


class Group(NamedTuple):
    """Of ``n`` sent ``replied`` were answered; ``days`` is the median of ``timed``."""

    name: str
    n: int
    replied: int
    days: float | None = None
    timed: int = 0

    @property
    def rate(self) -> float | None:
        return self.replied / self.n if self.n >= FEWEST else None


def groups(found: Iterable[Journey], place: int, waits: list[Wait]) -> list[Group]:
    """By the trait at that place of TRAITS, the most sent first."""
    sent: Counter[str] = Counter()
    replied: Counter[str] = Counter()
    for one in found:
        if one.is_sent:
            # The journeys by size have that trait alone.
            name = one.traits[place if place < len(one.traits) else 0]
            sent[name] += one.n
            replied[name] += one.n * one.is_replied
    days = _days(waits, place)
    ordered = sorted(sent, key=lambda name: (-sent[name], name))
    return [
        Group(name, sent[name], replied[name], _median(days[name]), len(days[name]))
        for name in ordered
    ]


def _days(waits: list[Wait], place: int) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for wait in waits:
        found[wait.traits[place]].append(wait.days)
    return found


def _median(days: list[int]) -> float | None:
    return median(days) if len(days) >= FEWEST else None


def waits(scope: Scope) -> list[Wait]:
    """Of the latest applications that were sent, those whose first reply has a date."""
    steps = StatusChange.objects.effective().filter(application=OuterRef("pk"))
    theirs = steps.filter(
        to_status__in=(Status.INTERVIEW, Status.OFFER)
    ) | steps.filter(closed_reason__in=BY_THEIR_WORD)
    moved = theirs.order_by("pk").values("changed_at")[:1]
    rows = (
        scope.saved()
        .filter(applied_at__isnull=False)
        .order_by("-pk")
        .annotate(
            heard=Cast(Coalesce("first_response_at", Subquery(moved)), CharField()),
            sent=as_text("applied_at"),
        )
        .values_list(*TRAITS.values(), "sent", "heard")[:LATEST]
    )
    timed = [row for row in rows if row[-1]]
    days = Days(scope.zone, [moment for row in timed for moment in row[-2:]])
    found = (_wait(row, days) for row in timed)
    return [wait for wait in found if wait.days >= 0]


def _wait(row: tuple, days: Days) -> Wait:
    *traits, sent, heard = row
    told = tuple(trait or "" for trait in traits)
    return Wait(told, days.number(heard) - days.number(sent))
