"""What each application went through, counted by the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import IntFlag
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import (
    Case,
    Count,
    F,
    OuterRef,
    Q,
    StringAgg,
    Subquery,
    Value,
    When,
)

from applications.models import ClosedReason, Status, StatusChange

# Ends by the employer's word, or after their offer.
BY_THEIR_WORD = (ClosedReason.REJECTED, ClosedReason.ACCEPTED, ClosedReason.DECLINED)
ENDS = {
    ClosedReason.NO_RESPONSE: "no_answer",
    ClosedReason.GHOSTED: "no_answer",
}
OPEN = "open"


class Been(IntFlag):
    """Where an effective step led to."""

    TRACKING = 1
    APPLIED = 2
    INTERVIEW = 4
    OFFER = 8
    CLOSED = 16
    CLOSED_BY_THEM = 32


STAGES = {
    Status.TRACKING: Been.TRACKING,
    Status.APPLIED: Been.APPLIED,
    Status.INTERVIEW: Been.INTERVIEW,
    Status.OFFER: Been.OFFER,
    Status.CLOSED: Been.CLOSED | Been.CLOSED_BY_THEM,
}
WORD = Been.INTERVIEW | Been.OFFER | Been.CLOSED_BY_THEM


class Journey(NamedTuple):
    """``n`` applications that went the same way; ``traits`` are what was asked for."""

    traits: tuple[str, ...]
    status: str
    closed_reason: str
    is_heard: bool
    been: Been
    n: int

    def reached(self, stage: str) -> bool:
        return bool(self.been & STAGES[Status(stage)])

    @property
    def is_sent(self) -> bool:
        return self.reached(Status.APPLIED)

    @property
    def is_replied(self) -> bool:
        return self.is_sent and (self.is_heard or bool(self.been & WORD))

    @property
    def way(self) -> list[str]:
        """The stages it reached, in their order, and where it stands now."""
        stages = [stage.value for stage in STAGES if stage != Status.CLOSED]
        return [*filter(self.reached, stages), self.end]

    @property
    def end(self) -> str:
        if self.status != Status.CLOSED:
            return OPEN
        reason = ClosedReason(self.closed_reason)
        return ENDS.get(reason, reason.value)


# Where a step led to, as the database writes it.
LED_TO = {stage.value: flag for stage, flag in STAGES.items()} | {
    Status.CLOSED.value: Been.CLOSED,
    "their_word": Been.CLOSED_BY_THEM,
}


def _path() -> Subquery:
    """The names of ``LED_TO``, one a step: to add up flags takes the database longer."""
    name = Case(
        When(closed_reason__in=BY_THEIR_WORD, then=Value("their_word")),
        default=F("to_status"),
    )
    steps = StatusChange.objects.effective().filter(application=OuterRef("pk"))
    joined = steps.order_by().values("application").annotate(
        path=StringAgg(name, Value(","))
    )  # fmt: skip
    return Subquery(joined.values("path"))


@lru_cache(maxsize=8_192)
def _been(path: str | None) -> Been:
    been = Been(0)
    for name in path.split(",") if path else ():
        been |= LED_TO[name]
    return been


# Built once: to build it takes as long as to ask for a thousand applications.
PATH = _path()


def journeys(rows: Any, *traits: str) -> list[Journey]:
    """Applications that went the same way are one row, so a hundred thousand are few."""
    found = (
        rows.order_by()
        .annotate(path=PATH, is_heard=Q(first_response_at__isnull=False))
        .values_list(*traits, "status", "closed_reason", "is_heard", "path")
        .annotate(n=Count("pk"))
    )
    counted: Counter[tuple[Any, ...]] = Counter()
    for *kind, path, n in found:
        counted[*kind, _been(path)] += n
    return [_journey(kind, len(traits), n) for kind, n in counted.items()]


def _journey(kind: tuple[Any, ...], traits: int, n: int) -> Journey:
    status, reason, is_heard, been = kind[traits:]
    told = tuple(trait or "" for trait in kind[:traits])
    return Journey(told, status, reason, bool(is_heard), been, n)


def total(found: Iterable[Journey]) -> int:
    return sum(journey.n for journey in found)
