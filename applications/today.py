"""Everything a person owes, in one list: what Today shows and reminders speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Count, Max, Model, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from applications.models import (
    Application,
    EmployerResponse,
    Interview,
    InterviewStatus,
    ReferenceUse,
    Status,
)
from applications.models.application_row import CARD, ApplicationQuerySet, quiet_before
from companies.models import OutreachCampaign, ResponseStatus

if TYPE_CHECKING:
    from accounts.models import User

# How far ahead an interview, a deadline or an answer is shown.
AHEAD = timedelta(days=7)
MOST = 25
# Thanks are owed for as long after an interview.
THANKS_WITHIN = timedelta(days=7)
# What is read of a row, beside what a card shows of its application.
OF_APPLICATION = tuple(f"application__{name}" for name in CARD)
INTERVIEW = (
    "kind",
    "stage_name",
    "scheduled_at",
    "duration_minutes",
    "interviewer_name",
    "location",
    "completed_at",
)
SILENT = {"stale", "apply_or_drop"}
THANKS = {"thank_interviewer", "thank_reference"}
# What to do about a message to a company, by its state.
OUTREACH: dict[str, Any] = {
    ResponseStatus.DRAFT: gettext_lazy("Send your message: %(name)s"),
    ResponseStatus.REPLIED: gettext_lazy("Get back to them: %(name)s"),
    ResponseStatus.INTERESTED: gettext_lazy("Get back to them: %(name)s"),
}


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


class Group(NamedTuple):
    name: str
    label: str
    items: list[Owed]

    @property
    def is_cut(self) -> bool:
        """There may be more than are shown, all of them whom to ask again."""
        return len(self.items) >= MOST


def owed(user: User, *, now: datetime, most: int = MOST) -> list[Owed]:
    """At most ``most`` of each kind, by day. The time zone is the active one."""
    today = timezone.localtime(now).date()
    found = [
        *_interviews(user, now, most),
        *_responses(user, today, most),
        *_once_each(
            [
                *_answers(user, today, most),
                *_deadlines(user, today, most),
                *_follow_ups(user, today, most),
            ]
        ),
        *_thanks(user, now, most),
        *_outreach(user, today, most),
    ]
    return sorted(found, key=lambda one: (one.on, one.at is None, one.at or now))


def groups(items: Iterable[Owed], today: date) -> list[Group]:
    """The list as Today shows it; empty groups are left out."""
    kinds: dict[str, list[Owed]] = {"late": [], "today": [], "week": [], "quiet": []}
    for one in items:
        kinds[_group_of(one, today)].append(one)
    labels = {
        "late": _("Overdue"),
        "today": _("Today"),
        "week": _("This week"),
        "quiet": _("Gone quiet"),
    }
    return [Group(n, labels[n], kinds[n]) for n in kinds if kinds[n]]


def _group_of(one: Owed, today: date) -> str:
    if one.kind in SILENT:
        return "quiet"
    if one.on > today or one.kind in THANKS:
        return "week"
    return "late" if one.on < today else "today"


def changed_at(user: User) -> tuple:
    """Other times whenever the list may be another one; far cheaper than the list."""
    uses = ReferenceUse.objects.filter(reference__contact__user=user)
    messages = OutreachCampaign.objects.for_user(user).to_follow_up().order_by()
    return (
        Application.objects.changed_at(user),
        uses.aggregate(at=Max("updated_at"))["at"],
        *messages.aggregate(
            Count("pk"), Max("updated_at"), Max("company__updated_at")
        ).values(),
    )


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


def _once_each(items: list[Owed]) -> Iterator[Owed]:
    """An application asks for one thing at a time: the first of them."""
    seen: set[int] = set()
    for one in sorted(items, key=lambda item: (item.kind in SILENT, item.on)):
        if one.about.pk not in seen:
            seen.add(one.about.pk)
            yield one


def _interviews(user: User, now: datetime, most: int) -> Iterator[Owed]:
    until = end_of(timezone.localtime(now).date() + AHEAD)
    having = shown(user).filter(next_interview_at__lte=until)
    having = having.exclude(status=Status.CLOSED)
    rows = (
        Interview.objects.filter(
            application__in=having.order_by(),
            status=InterviewStatus.SCHEDULED,
            scheduled_at__lte=until,
        )
        .select_related("application__job__company")
        .only(*INTERVIEW, *OF_APPLICATION)
        .order_by("scheduled_at", "pk")[:most]
    )
    for row in rows:
        local = timezone.localtime(row.scheduled_at)
        title = row.application.job.title
        if row.is_over(now):
            text = _("Write the debrief while you remember it: %(title)s")
            yield Owed(
                "debrief",
                local.date(),
                row.application,
                row,
                text % {"title": title},
                row.label,
            )
        else:
            text = _("%(round)s: %(title)s") % {"round": row.label, "title": title}
            parts = [date_format(local, "H:i"), row.interviewer_name, row.location]
            detail = " · ".join(part for part in parts if part)
            yield Owed(
                "interview",
                local.date(),
                row.application,
                row,
                text,
                detail,
                row.scheduled_at,
            )


def _responses(user: User, today: date, most: int) -> Iterator[Owed]:
    waiting = shown(user).filter(action_due_at__lt=end_of(today)).order_by()
    waiting = waiting.exclude(status=Status.CLOSED)
    rows: Any = (
        EmployerResponse.objects.open()
        .annotate(due_at=Coalesce("follow_up_at", "received_at"))
        .filter(application__in=waiting, due_at__lt=end_of(today))
        .select_related("application__job__company")
        .only("response_type", "subject", *OF_APPLICATION)
        .order_by("due_at", "pk")[:most]
    )
    for row in rows:
        yield Owed(
            "response",
            timezone.localtime(row.due_at).date(),
            row.application,
            row,
            _("Answer: %(subject)s") % {"subject": row},
            str(row.get_response_type_display()),
        )


def _answers(user: User, today: date, most: int) -> Iterator[Owed]:
    rows: Any = shown(user).filter(
        status=Status.OFFER, offer_deadline_on__lte=today + AHEAD
    )
    for row in rows.for_board().order_by("offer_deadline_on", "pk")[:most]:
        if not _is_put_off(row, today, row.offer_deadline_on):
            text = _("Decide on the offer: %(title)s") % {"title": row.job.title}
            yield Owed("answer", row.offer_deadline_on, row, row, text)


def _deadlines(user: User, today: date, most: int) -> Iterator[Owed]:
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


def _follow_ups(user: User, today: date, most: int) -> Iterator[Owed]:
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


def _thanks(user: User, now: datetime, most: int) -> Iterator[Owed]:
    yield from _thanks_for_interviews(user, now, most)
    uses: Any = (
        ReferenceUse.objects.filter(
            reference__contact__user=user, application__deleted_at=None
        )
        .to_thank()
        .select_related("reference__contact", "application__job__company")
        .only("responded_on", "reference__contact__name", *OF_APPLICATION)
        .order_by("responded_on", "pk")[:most]
    )
    for use in uses:
        text = _("Thank %(name)s for speaking for you") % {"name": use.reference}
        yield Owed("thank_reference", use.responded_on, use.application, use, text)


def _thanks_for_interviews(user: User, now: datetime, most: int) -> Iterator[Owed]:
    since = now - THANKS_WITHIN
    recent = shown(user).filter(last_activity_at__gte=since)
    rows = (
        Interview.objects.filter(
            application__in=recent.exclude(status=Status.CLOSED).order_by(),
            status=InterviewStatus.COMPLETED,
            completed_at__gte=since,
            thanked_on=None,
        )
        .exclude(interviewer_name="")
        .select_related("application__job__company")
        .only(*INTERVIEW, *OF_APPLICATION)
        .order_by("completed_at", "pk")[:most]
    )
    for row in rows:
        text = _("Thank %(name)s for the interview") % {"name": row.interviewer_name}
        day = timezone.localtime(row.completed_at).date()
        yield Owed(
            "thank_interviewer",
            day,
            row.application,
            row,
            text,
            row.application.job.title,
        )


def _outreach(user: User, today: date, most: int) -> Iterator[Owed]:
    rows = (
        OutreachCampaign.objects.for_user(user)
        .to_follow_up()
        .filter(follow_up_at__lt=end_of(today))
        .select_related("company", "contact")
        .defer("message_content", "notes")
        .order_by("follow_up_at", "pk")[:most]
    )
    for row in rows:
        day = timezone.localtime(row.follow_up_at).date()
        name = row.recipient or row.company.name
        text = OUTREACH.get(row.response_status, gettext_lazy("Ask again: %(name)s"))
        yield Owed("outreach", day, None, row, str(text) % {"name": name}, row.subject)
