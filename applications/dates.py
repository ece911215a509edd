"""What stands on which day: interviews, follow-ups, deadlines, offers to answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from applications.models import Application, Interview, Status
from applications.models.interview import InterviewStatus

if TYPE_CHECKING:
    from accounts.models import User

MOST = 500

# What is read of an application: no texts, no notes.
COLUMNS = (
    "user_id", "status", "version", "updated_at", "next_follow_up_on",
    "offer_deadline_on", "sort_deadline", "job__title", "job__updated_at",
    "job__company__name", "job__company__updated_at",
)  # fmt: skip
OF_INTERVIEWS = (
    "stage_name", "kind", "scheduled_at", "duration_minutes", "location", "status",
    "sequence", "updated_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing on one day: an interview, or a day that an application names.

    ``at`` and ``until`` are in the person's zone; a thing without them lasts all day.
    """

    kind: str
    on: date
    today: date
    application: Application
    interview: Interview | None = None
    at: datetime | None = None
    until: datetime | None = None

    @property
    def order(self) -> tuple:
        """By day, all-day things first, the rest by the clock."""
        row = self.interview or self.application
        moment = self.at.timestamp() if self.at else 0
        return (self.on, self.at is not None, moment, self.kind, row.pk)

    @property
    def icon(self) -> str:
        if self.is_cancelled:
            return "calendar-x-2"
        return ICONS[self.kind]

    @property
    def label(self) -> str:
        """What it is, in two or three words."""
        return self.interview.label if self.interview else str(KINDS[self.kind]())

    @property
    def url(self) -> str:
        return (self.interview or self.application).get_absolute_url()

    @property
    def is_cancelled(self) -> bool:
        row = self.interview
        return row is not None and row.status == InterviewStatus.CANCELLED

    @property
    def tone(self) -> str:
        """How urgent it is; empty where it has the colour of its stage."""
        days = (self.on - self.today).days
        if self.is_cancelled or (self.kind == "deadline" and days < 0):
            return "plain"
        if self.interview:
            return ""
        if days < 0:
            return "bad"
        return "warn" if days <= SOON[self.kind] else ""

    @property
    def late(self) -> str:
        """``3 days late``; empty where nothing is owed any more."""
        days = (self.today - self.on).days
        if days <= 0 or self.kind not in ("follow_up", "answer"):
            return ""
        text = ngettext("%(days)d day late", "%(days)d days late", days)
        return text % {"days": days}


ICONS = {
    "interview": "calendar-clock",
    "follow_up": "reply",
    "deadline": "hourglass",
    "answer": "handshake",
}
KINDS = {
    "interview": lambda: _("Interview"),
    "follow_up": lambda: _("Follow up"),
    "deadline": lambda: _("Posting closes"),
    "answer": lambda: _("Answer the offer"),
}
# Within so many days it is urgent, as on the cards of the board.
SOON = {"follow_up": 0, "deadline": 2, "answer": 3}


class Happenings:
    """What happens to ``user`` from ``first`` to ``last``, in order; at most ``most``.

    Five queries, each served by an index and bounded. Where there is more, ``is_cut``
    says so; ``newest`` then keeps what comes last, else what comes first.
    """

    def __init__(
        self,
        user: User,
        first: date,
        last: date,
        *,
        today: date,
        most: int = MOST,
        newest: bool = False,
    ) -> None:
        found: list[Happening] = []
        sign = "-" if newest else ""
        for kind, field, rows in dated_rows(user, first, last):
            rows = rows.order_by(f"{sign}{field}", f"{sign}pk")[: most + 1]
            for row in _whole(rows) if kind == "interview" else rows:
                found.append(_happening(kind, field, row, user=user, today=today))
        found.sort(key=lambda one: one.order, reverse=newest)
        self.is_cut = len(found) > most
        self.all = found[:most]
        if newest:
            self.all.reverse()

    def __iter__(self) -> Iterator[Happening]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)


def dated_rows(
    user: User, first: date, last: date
) -> Iterator[tuple[str, str, QuerySet[Any]]]:
    """Each kind with the field that dates it and its rows between the two days.

    Nothing of what lies in the bin or in the archive; days only where there is still
    something to do on them. Interviews stay, whatever became of their application.
    """
    days = (first, last)
    shown = Application.objects.for_user(user).present().active()
    shown = shown.select_related("job__company").only(*COLUMNS)
    follow_ups = shown.exclude(status=Status.CLOSED)
    yield (
        "follow_up",
        "next_follow_up_on",
        follow_ups.filter(next_follow_up_on__range=days),
    )
    deadlines = shown.filter(status=Status.TRACKING, sort_deadline__range=days)
    yield "deadline", "sort_deadline", deadlines
    offers = shown.filter(status=Status.OFFER, offer_deadline_on__range=days)
    yield "answer", "offer_deadline_on", offers
    yield "interview", "scheduled_at", _interviews(user, first, last)


def _interviews(user: User, first: date, last: date) -> QuerySet[Interview]:
    """Found by one index for applications and one for their interviews, nothing else."""
    return Interview.objects.for_user(user).filter(
        application__deleted_at=None,
        application__is_archived=False,
        scheduled_at__gte=start_of(first, user),
        scheduled_at__lt=start_of(last + timedelta(days=1), user),
    )


def _whole(found: QuerySet[Interview]) -> QuerySet[Interview]:
    """With what is shown of them, by their keys.

    Asked for in one go, SQLite's planner would first read each job of the person, and
    PostgreSQL's, while it knows nothing of the tables yet, try each with each.
    """
    keys = list(found.values_list("pk", flat=True))
    return (
        Interview.objects.filter(pk__in=keys)
        .with_application()
        .only(*OF_INTERVIEWS, *(f"application__{name}" for name in COLUMNS))
    )


def start_of(day: date, user: User) -> datetime:
    return datetime.combine(day, time.min, tzinfo=user.zone)


def of_interview(interview: Interview, *, user: User, today: date) -> Happening:
    """Only of one that has a date: any other stands on no day."""
    assert interview.scheduled_at
    assert interview.ends_at
    at = interview.scheduled_at.astimezone(user.zone)
    until = interview.ends_at.astimezone(user.zone)
    return Happening(
        "interview", at.date(), today, interview.application, interview, at, until
    )


def _happening(
    kind: str, field: str, row: Any, *, user: User, today: date
) -> Happening:
    if kind == "interview":
        return of_interview(row, user=user, today=today)
    return Happening(kind, getattr(row, field), today, row)
