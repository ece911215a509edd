"""What a person owes: the rows of Today; here those about applications themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Model, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from applications.models import Application, Status
from applications.models.application_row import CARD, ApplicationQuerySet, quiet_before

if TYPE_CHECKING:
    from accounts.models import User

# How far ahead an interview, a deadline or an answer is shown.
AHEAD = timedelta(days=7)
# What is read of a row, beside what a card shows of its application.
OF_APPLICATION = tuple(f"application__{name}" for name in CARD)
SILENT = {"stale", "apply_or_drop"}


class Owed(NamedTuple):
    """``on`` is its day in the person's zone; ``row`` what the verbs are about.

    A message to a company is owed for itself: it has no ``application``.
    """

    kind: str
    on: date
    application: Application | None
    row: Model
    text: str
    detail: str = ""
    at: datetime | None = None

    @property
    def about(self) -> Any:
        """The application, or else the row itself."""
        return self.application or self.row

    @property
    def employer(self) -> str:
        row: Any = self.row
        return str(self.application.job.employer if self.application else row.company)


def shown(user: User) -> ApplicationQuerySet:
    return Application.objects.for_user(user).present().active()


def due_applications(user: User, *, today: date) -> ApplicationQuerySet:
    """Whom to ask again, or where to apply at last; the longest wait first."""
    after = user.get_preferences().follow_up_after_days
    planned = Q(next_follow_up_on__lte=today) & ~Q(status=Status.CLOSED)
    silent = Q(
        next_follow_up_on=None,
        status__in=(Status.TRACKING, Status.APPLIED),
        last_activity_at__lt=quiet_before(today, after),
    )
    rows = shown(user).filter(planned | silent).order_by("last_activity_at", "pk")
    return rows.for_board().with_unanswered()


def stale_applications(user: User, *, today: date) -> ApplicationQuerySet:
    days = user.get_preferences().stale_after_days
    rows = shown(user).stale(today, days).order_by("last_activity_at", "pk")
    return rows.for_board().with_unanswered()


def end_of(day: date) -> datetime:
    """The moment the day ends in the active time zone."""
    following = datetime.combine(day + timedelta(days=1), time.min)
    return following.replace(tzinfo=timezone.get_current_timezone())


def answers(user: User, today: date, most: int) -> Iterator[Owed]:
    rows: Any = shown(user).filter(
        status=Status.OFFER, offer_deadline_on__lte=today + AHEAD
    )
    for row in rows.for_board().order_by("offer_deadline_on", "pk")[:most]:
        if not _is_put_off(row, today, row.offer_deadline_on):
            text = _("Decide on the offer: %(title)s") % {"title": row.job.title}
            yield Owed("answer", row.offer_deadline_on, row, row, text)


def deadlines(user: User, today: date, most: int) -> Iterator[Owed]:
    rows: Any = shown(user).filter(
        status=Status.TRACKING, sort_deadline__range=(today, today + AHEAD)
    )
    for row in rows.for_board().order_by("sort_deadline", "pk")[:most]:
        if not _is_put_off(row, today, row.sort_deadline):
            text = _("The posting closes: %(title)s") % {"title": row.job.title}
            yield Owed("deadline", row.sort_deadline, row, row, text)


def _is_put_off(row: Any, today: date, until: date) -> bool:
    """A snooze hides what is still to come, never what is due."""
    return bool(row.next_follow_up_on) and row.next_follow_up_on > today < until


def follow_ups(user: User, today: date, most: int) -> Iterator[Owed]:
    preferences = user.get_preferences()
    start = quiet_before(today, preferences.stale_after_days)
    quiet = Q(next_follow_up_on=None) & (
        Q(status=Status.TRACKING) | Q(last_activity_at__lt=start)
    )
    owing = Q(next_follow_up_on__isnull=False) | Q(
        status=Status.APPLIED, last_activity_at__gte=start
    )
    rows = due_applications(user, today=today)
    # Each on its own, so that a hundred given up on hide none that was planned.
    for row in chain(rows.filter(owing)[:most], rows.filter(quiet)[:most]):
        due = row.next_due(today, preferences.follow_up_after_days)
        if due is None or due.on > today:
            continue
        kind = due.kind
        if row.next_follow_up_on is None and row.is_stale(
            today, preferences.stale_after_days
        ):
            kind = "apply_or_drop" if row.status == Status.TRACKING else "stale"
        yield Owed(
            kind, due.on, row, row, follow_up_text(row), follow_up_detail(row, today)
        )


def follow_up_text(row: Application) -> str:
    if row.status == Status.TRACKING:
        return _("Apply, or drop it: %(title)s") % {"title": row.job.title}
    return _("Follow up: %(title)s") % {"title": row.job.title}


def follow_up_detail(row: Any, today: date) -> str:
    """``19 days quiet · 2 follow-ups unanswered``; the rows come with_unanswered()."""
    days = row.days_quiet(today)
    quiet = ngettext("%(days)d day quiet", "%(days)d days quiet", days) % {"days": days}
    if not row.unanswered:
        return quiet
    asked = ngettext(
        "%(count)d follow-up unanswered",
        "%(count)d follow-ups unanswered",
        row.unanswered,
    )
    return f"{quiet} · {asked % {'count': row.unanswered}}"
