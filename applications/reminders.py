"""Notifications of what is owed, each made once."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Errand, Notification, NotificationType, User
from accounts.turns import turns
from applications.models import Interview, InterviewStatus
from applications.owed import Owed
from applications.today import owed

logger = logging.getLogger(__name__)

# Of each kind at once; what is left is told the next time.
MOST = 100
# How long before its day something is spoken of.
AHEAD = {"deadline": timedelta(days=3), "answer": timedelta(days=3)}
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
TYPES = {
    "interview": NotificationType.INTERVIEW,
    "debrief": NotificationType.INTERVIEW,
    "response": NotificationType.RESPONSE,
    "deadline": NotificationType.DEADLINE,
    "answer": NotificationType.DEADLINE,
    "stale": NotificationType.STALE,
    "thank_interviewer": NotificationType.THANKS,
    "thank_reference": NotificationType.THANKS,
}


def remind(user: User, *, now: datetime) -> list[Notification]:
    """Tell the person what is owed and not told yet: what is new."""
    with timezone.override(user.zone):
        owing = owed(user, now=now, most=MOST)
        found = [one for one in owing if is_time(one, now)]
        return _tell(user, [_said(one, now) for one in found])


def is_time(one: Owed, now: datetime) -> bool:
    """Whether to speak of it by now, in the active time zone."""
    if one.at:
        return one.at - now <= DAY
    today = timezone.localtime(now).date()
    return one.on - today <= AHEAD.get(one.kind, timedelta())


def remind_people(*, now: datetime, day: date | None = None) -> Counter[str]:
    """Once in each person's day. Who fails holds nobody up, and comes again."""
    counts: Counter[str] = Counter(reminders=0, failed=0)
    active: Any = User.objects.filter(is_active=True)
    for turn in turns("reminders", active, now=now, day=day):
        try:
            with transaction.atomic():
                if errand := Errand.objects.claim(turn.user, turn.key):
                    counts["reminders"] += len(remind(turn.user, now=turn.now))
                    errand.finish()
        except Exception:
            logger.exception("No reminders for person %s", turn.user.pk)
            counts["failed"] += 1
    return counts


def remind_of_interviews(*, now: datetime) -> int:
    """A day and an hour before each, everyone's; how many were told."""
    soon = (
        Interview.objects.present()
        .filter(
            status=InterviewStatus.SCHEDULED,
            scheduled_at__gt=now,
            scheduled_at__lte=now + DAY,
            application__is_archived=False,
            application__user__is_active=True,
        )
        .with_application()
        .select_related("application__user")
        .order_by("application__user", "scheduled_at", "pk")
    )
    count = 0
    for interview in soon:
        user = interview.application.user
        with timezone.override(user.zone):
            count += len(_tell(user, [_said_of_interview(interview, now)]))
    return count


def path_of(one: Owed) -> str:
    """Where it is dealt with."""
    about: Any = one.row if one.kind in ("interview", "debrief") else one.about
    return about.get_absolute_url()


def _said(one: Owed, now: datetime) -> dict[str, Any]:
    if isinstance(one.row, Interview) and one.at:
        return _said_of_interview(one.row, now)
    is_ahead = one.on > timezone.localtime(now).date()
    day = date_format(one.on, "D j M") if is_ahead else ""
    return {
        "dedupe_key": f"{one.kind}:{one.row.pk}:{one.on}",
        "type": TYPES.get(one.kind, NotificationType.FOLLOW_UP),
        "title": one.text[:300],
        "message": _joined(one.employer, one.detail, day),
        "url": path_of(one),
        "data": {"kind": one.kind, one.about._meta.model_name: one.about.pk},
    }


def _said_of_interview(interview: Interview, now: datetime) -> dict[str, Any]:
    """The moment is part of the key: at another time it is told anew."""
    assert interview.scheduled_at  # nobody is reminded of what has no date
    is_near = interview.scheduled_at - now <= HOUR
    moment = int(interview.scheduled_at.timestamp())
    application = interview.application
    about = {"round": interview.label, "title": application.job.title}
    title = _("Soon: %(round)s, %(title)s") if is_near else _("%(round)s: %(title)s")
    at = date_format(timezone.localtime(interview.scheduled_at), "D j M, H:i")
    return {
        "dedupe_key": f"interview:{interview.pk}:{moment}:{'hour' if is_near else 'day'}",
        "type": NotificationType.INTERVIEW,
        "title": (title % about)[:300],
        "message": _joined(at, application.job.employer, interview.location),
        "url": interview.get_absolute_url(),
        "data": {"kind": "interview", "application": application.pk},
    }


def _joined(*parts: object) -> str:
    return " · ".join(str(part) for part in parts if part)[:1_000]


def _tell(user: User, said: Iterable[dict[str, Any]]) -> list[Notification]:
    said = {fields["dedupe_key"]: fields for fields in said}.values()
    mine = Notification.objects.for_user(user)
    keys = [fields["dedupe_key"] for fields in said]
    known = set(mine.filter(dedupe_key__in=keys).values_list("dedupe_key", flat=True))
    told = [
        Notification.objects.tell(user, **fields)
        for fields in said
        if fields["dedupe_key"] not in known
    ]
    return [notification for notification, is_new in told if is_new]
