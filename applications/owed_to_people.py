"""What a person owes to people: interviews, answers, thanks, messages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.models import (
    EmployerResponse,
    Interview,
    InterviewStatus,
    ReferenceUse,
    Status,
)
from applications.owed import AHEAD, OF_APPLICATION, Owed, end_of, shown
from companies.models import OutreachCampaign, ResponseStatus

if TYPE_CHECKING:
    from accounts.models import User

# Thanks are owed for as long after an interview.
THANKS_WITHIN = timedelta(days=7)
INTERVIEW = (
    "kind",
    "stage_name",
    "scheduled_at",
    "duration_minutes",
    "interviewer_name",
    "location",
    "completed_at",
)
# What to do about a message to a company, by its state.
OUTREACH: dict[str, Any] = {
    ResponseStatus.DRAFT: gettext_lazy("Send your message: %(name)s"),
    ResponseStatus.REPLIED: gettext_lazy("Get back to them: %(name)s"),
    ResponseStatus.INTERESTED: gettext_lazy("Get back to them: %(name)s"),
}


def interviews(user: User, now: datetime, most: int) -> Iterator[Owed]:
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
        yield _debrief(row) if row.is_over(now) else _interview(row)


def _debrief(row: Interview) -> Owed:
    text = _("Write the debrief while you remember it: %(title)s")
    text %= {"title": row.application.job.title}
    day = timezone.localtime(row.scheduled_at).date()
    return Owed("debrief", day, row.application, row, text, row.label)


def _interview(row: Interview) -> Owed:
    words = {"round": row.label, "title": row.application.job.title}
    text, local = (
        _("%(round)s: %(title)s") % words,
        timezone.localtime(row.scheduled_at),
    )
    parts = [date_format(local, "H:i"), row.interviewer_name, row.location]
    detail, at = " · ".join(filter(None, parts)), row.scheduled_at
    return Owed("interview", local.date(), row.application, row, text, detail, at)


def responses(user: User, today: date, most: int) -> Iterator[Owed]:
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


def thanks(user: User, now: datetime, most: int) -> Iterator[Owed]:
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


def outreach(user: User, today: date, most: int) -> Iterator[Owed]:
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
