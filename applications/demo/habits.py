"""How the demo person goes about it: what is sent where, how much a week, and what is done
with what is not wanted."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import cycle

from accounts.models import AuditEvent, AuditKind, User
from applications.models import Application, ClosedReason
from companies.models import Company
from companies.models.company import Size

WEEKLY_GOAL = 3
RESUMES = ("Backend, May", "Platform, July", "Platform, July")
CHANNELS = {"LinkedIn": "LinkedIn", "Company site": "Company’s form"}
# How many hours ago, and from where: an address that is nobody’s.
LOGINS = ((2, "192.0.2.14"), (27, "192.0.2.14"), (75, "198.51.100.7"))


def go_about(user: User, now: datetime) -> None:
    preferences = user.get_preferences()
    preferences.weekly_goal = WEEKLY_GOAL
    preferences.save_fields("weekly_goal")
    preferences.renew_capture_token()
    for hours, ip in LOGINS:
        at = now - timedelta(hours=hours)
        AuditEvent.objects.create(user=user, kind=AuditKind.LOGIN, at=at, ip=ip)
    sent = Application.objects.for_user(user).exclude(applied_at=None).order_by("pk")
    for application, resume in zip(sent, cycle(RESUMES), strict=False):
        application.resume_version = resume
        application.application_channel = CHANNELS.get(application.source, "Mail")
        application.save_fields("resume_version", "application_channel")
    companies = Company.objects.for_user(user).filter(size="").order_by("pk")
    for company, size in zip(companies, cycle(Size.values), strict=False):
        company.size = size
        company.save_fields("size")
    mine = Application.objects.for_user(user).filter(applied_at=None)
    unwanted = mine.filter(closed_reason=ClosedReason.WITHDRAWN).order_by("pk").first()
    if unwanted is not None:
        unwanted.move_to_bin(now=now - timedelta(days=3))
