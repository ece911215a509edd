"""How the demo person goes about it: what is sent where, and how much a week."""

from __future__ import annotations

from itertools import cycle

from accounts.models import User
from applications.models import Application
from companies.models import Company
from companies.models.company import Size

WEEKLY_GOAL = 3
RESUMES = ("Backend, May", "Platform, July", "Platform, July")
CHANNELS = {"LinkedIn": "LinkedIn", "Company site": "Company’s form"}


def go_about(user: User) -> None:
    preferences = user.get_preferences()
    preferences.weekly_goal = WEEKLY_GOAL
    preferences.save_fields("weekly_goal")
    sent = Application.objects.for_user(user).exclude(applied_at=None).order_by("pk")
    for application, resume in zip(sent, cycle(RESUMES), strict=False):
        application.resume_version = resume
        application.application_channel = CHANNELS.get(application.source, "Mail")
        application.save_fields("resume_version", "application_channel")
    companies = Company.objects.for_user(user).filter(size="").order_by("pk")
    for company, size in zip(companies, cycle(Size.values), strict=False):
        company.size = size
        company.save_fields("size")
