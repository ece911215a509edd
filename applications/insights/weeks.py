"""What was sent each week, and when the person is at it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet

from applications.insights.period import (
    DAY,
    WEEK,
    Days,
    Period,
    as_text,
    monday_of,
)
from applications.insights.scope import Scope
from applications.models import (
    Application,
    EmployerResponse,
    FollowUp,
    Interview,
    InterviewStatus,
    Note,
    Origin,
    StatusChange,
)

MOST_WEEKS = 520
ACTIVE_WEEKS = 18


class Streak(NamedTuple):
    """Weeks in a row that met the goal: the present ones, and the most ever."""

    now: int = 0
    best: int = 0


def weeks(scope: Scope, today: date) -> list[tuple[date, int]]:
    """Each week from the first in which something was sent, with how many.

    Of very many the latest; the last one is the present week, or that of the period's end.
    """
    found = scope.sent().values_list(as_text("applied_at"), flat=True)
    moments = list(found)
    sent: Counter[date] = Counter()
    for day, count in Days(scope.zone, moments).count(moments).items():
        sent[monday_of(day)] += count
    if not sent:
        return []
    last = max(max(sent), monday_of(scope.period.last or today))
    first = max(min(sent), last - (MOST_WEEKS - 1) * WEEK)
    mondays = (first + n * WEEK for n in range((last - first) // WEEK + 1))
    return [(monday, sent[monday]) for monday in mondays]


def streak(found: list[tuple[date, int]], goal: int | None, today: date) -> Streak:
    """The present week counts as soon as it meets the goal, and breaks nothing before."""
    run = best = 0
    for monday, count in found:
        if goal and count >= goal:
            run += 1
        elif monday != monday_of(today):
            run = 0
        best = max(best, run)
    return Streak(run, best)


def activity(scope: Scope, today: date) -> list[tuple[date, list[int]]]:
    """The latest weeks, each with how much was done from Monday to Sunday.

    Steps (no repairs), notes, follow-ups, responses, interviews that took place.
    """
    end = min(scope.period.last or today, today)
    first = monday_of(end) - (ACTIVE_WEEKS - 1) * WEEK
    shown = Period(max(first, scope.period.first or first), end)
    parts = [_moments(rows, field, scope, shown) for rows, field in _done()]
    moments = list(parts[0].union(*parts[1:], all=True).order_by())
    done = Days(scope.zone, moments).count(moments)
    mondays = [first + n * WEEK for n in range(ACTIVE_WEEKS)]
    return [(monday, [done[monday + n * DAY] for n in range(7)]) for monday in mondays]


def _done() -> list[tuple[QuerySet, str]]:
    steps = StatusChange.objects.effective().exclude(origin=Origin.MIGRATION)
    held = Interview.objects.filter(status=InterviewStatus.COMPLETED)
    return [
        (steps, "changed_at"),
        (Note.objects.all(), "created_at"),
        (FollowUp.objects.all(), "done_at"),
        (EmployerResponse.objects.all(), "received_at"),
        (held, "scheduled_at"),
    ]


def _moments(rows: QuerySet, field: str, scope: Scope, shown: Period) -> QuerySet:
    """Looked up for each application: a join may begin at everybody’s follow-ups.

    Whatever is done touches its application, so those quiet since before are left out.
    """
    since = Period(shown.first).within("last_activity_at", scope.zone)
    mine = Application.objects.filter(scope.mine() & since).order_by().values("pk")
    asked = shown.within(field, scope.zone)
    found = rows.filter(asked, application__in=mine).order_by()
    return found.values_list(as_text(field), flat=True)
