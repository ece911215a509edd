"""What happens on the way of a demo application: answers, interviews, follow-ups."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from accounts.models import User
from applications.demo import words
from applications.models import (
    Application,
    ClosedReason,
    EmployerResponse,
    FollowUp,
    Interview,
    InterviewKind,
    MailBatch,
    MailItem,
    Status,
)
from jobtracker.work import WorkStatus

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SILENT = (ClosedReason.GHOSTED, ClosedReason.NO_RESPONSE)


def befall(
    random: Random, application: Application, stage: str, at: datetime, now: datetime
) -> None:
    """What comes with the move to ``stage`` at ``at``; nothing but plans after ``now``."""
    match stage:
        case Status.APPLIED:
            if random.random() < 0.6:
                _receive(random, application, "acknowledgement", at + 2 * HOUR, now)
        case Status.INTERVIEW:
            _receive(random, application, "interview_invitation", at - 3 * HOUR, now)
            _interview(random, application, at, now)
        case Status.OFFER:
            _receive(random, application, "offer", at - HOUR, now)
        case Status.CLOSED:
            if application.closed_reason == ClosedReason.REJECTED:
                _receive(random, application, "rejection", at - HOUR, now)


def wait(random: Random, application: Application, now: datetime) -> None:
    """Where it stands after its last move: asked again, or asked something."""
    if application.status == Status.INTERVIEW and random.random() < 0.4:
        _receive(random, application, "information_request", now - 20 * HOUR, now)
    if application.status == Status.APPLIED and application.days_quiet(now.date()) > 8:
        for weeks in range(1, random.randint(1, 3)):
            at = application.last_activity_at + 7 * DAY * weeks
            if at < now - 5 * DAY:
                _ask(random, application, at)


def ask_before_closing(
    random: Random, application: Application, reason: str, at: datetime
) -> None:
    """Those who never answered were asked twice."""
    if reason in SILENT:
        began = application.last_activity_at
        for share in (0.3, 0.6):
            _ask(random, application, began + (at - began) * share)


def bring_mails(random: Random, user: User, now: datetime) -> None:
    """An archive that was read: two mails to keep, and one that fits nothing."""
    waiting = Application.objects.for_user(user).present().filter(status="applied")
    about = [*waiting.with_job().order_by("-last_activity_at", "-pk")[:2], None]
    batch = MailBatch.objects.create(
        user=user,
        name="mails.mbox",
        source=b"",
        status=WorkStatus.COMPLETED,
        total_stages=len(about),
        current_stage=len(about),
    )
    for position, application in enumerate(about, 1):
        kind = "acknowledgement" if application else "outreach"
        subject, body = words.LETTERS.get(kind, words.NEWS)
        title = application.job.title if application else ""
        MailItem.objects.create(
            batch=batch,
            position=position,
            application=application,
            response_type=kind,
            reasons=[application.job.employer] if application else [],
            facts={
                "subject": subject.format(title=title),
                "body": body.format(title=title),
                "sender_name": random.choice(words.INTERVIEWERS),
                "sender_email": "jobs@mail.example",
                "message_id": f"<{position}.{user.pk}@mail.example>",
                "in_reply_to": "",
                "attachments": [],
                "received_at": (now - DAY * position).isoformat(),
            },
        )


def _ask(random: Random, application: Application, at: datetime) -> None:
    FollowUp.log(
        application,
        channel=random.choice(words.CHANNELS),
        text=random.choice(words.FOLLOW_UPS),
        done_at=at,
        next_on=application.next_follow_up_on,
    )


def _receive(
    random: Random, application: Application, kind: str, at: datetime, now: datetime
) -> None:
    subject, body = words.LETTERS[kind]
    job = application.job
    domain = job.company.website.removeprefix("https://") if job.company else ""
    is_open = kind == "information_request"
    EmployerResponse.receive(
        application,
        response_type=kind,
        received_at=min(max(at, application.saved_at), now),
        subject=subject.format(title=job.title),
        body=body.format(title=job.title),
        sender_name=random.choice(words.INTERVIEWERS),
        sender_email=f"jobs@{domain}",
        requires_action=is_open,
        decided_at=None if is_open else min(at + HOUR, now),
    )


def _interview(
    random: Random, application: Application, at: datetime, now: datetime
) -> None:
    """One that took place, or one to come where the application stands there now."""
    kind = random.choice(InterviewKind.values[:4])
    held = at + DAY * random.randint(1, 3)
    is_coming = held > now - 2 * DAY
    if is_coming:
        held = (now + DAY * random.randint(0, 5)).replace(hour=13, minute=0, second=0)
        held = held.replace(microsecond=0)
    interview = Interview.schedule(
        application,
        by=application.user,
        now=at,
        scheduled_at=held,
        duration_minutes=random.choice((30, 45, 60, 90)),
        kind=kind,
        location=random.choice(("https://meet.example/room", "Their office", "")),
        interviewer_name=random.choice(words.INTERVIEWERS),
        prep_notes=random.choice(words.PREPARATION),
    )
    if not is_coming and held < now - 4 * DAY:
        interview.debrief(
            feedback=random.choice(words.DEBRIEFS),
            rating=random.randint(2, 5),
            now=held,
        )
