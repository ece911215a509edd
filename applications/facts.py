"""What is known of a job and its application, as a list to read and to edit."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from applications.models import Application
from jobtracker.currencies import symbol


class Fact(NamedTuple):
    """``field`` is the form's field that changes it; ``url`` makes the value a link."""

    label: str
    value: str
    field: str
    url: str = ""


def facts_of(application: Application) -> list[Fact]:
    """All facts in one order. The usual ones are always there, if only to be filled."""
    return _usual(application) + [one for one in _seldom(application) if one.value]


def _usual(application: Application) -> list[Fact]:
    job = application.job
    follow_up = _day(application.next_follow_up_on)
    return [
        Fact(_("Salary"), str(job.salary), "salary_min"),
        Fact(_("Workplace"), job.place, "location"),
        Fact(_("Type"), _known(job, "job_type"), "job_type"),
        Fact(_("Level"), _known(job, "experience_level"), "experience_level"),
        Fact(_("Posted"), _day(job.posted_on), "posted_on"),
        Fact(_("Closes"), _day(job.deadline_on), "deadline_on"),
        Fact(_("Heard of it through"), application.source, "source"),
        Fact(_("Next follow-up"), follow_up, "next_follow_up_on"),
    ]


def _seldom(application: Application) -> list[Fact]:
    row, profile = application, application.profile
    under = str(profile or ""), "profile", profile.get_absolute_url() if profile else ""
    return [
        Fact(_("Referred by"), row.referrer, "referrer"),
        Fact(_("Applied through"), row.application_channel, "application_channel"),
        Fact(_("Kind of application"), row.apply_type, "apply_type"),
        Fact(_("Applied as"), *under),
        Fact(_("Résumé sent"), row.resume_version, "resume_version"),
        Fact(_("Letter sent"), row.cover_letter_version, "cover_letter_version"),
        Fact(_("Offer"), _offer(row), "offer_amount"),
        Fact(_("Answer by"), _day(row.offer_deadline_on), "offer_deadline_on"),
        Fact(_("What they said"), row.rejection_reason, "rejection_reason"),
    ]


def _offer(row: Application) -> str:
    if row.offer_amount is None:
        return ""
    return f"{symbol(row.offer_currency)}{row.offer_amount:,}"


def _known(row: Any, field: str) -> str:
    if getattr(row, field) == "unknown":
        return ""
    return str(getattr(row, f"get_{field}_display")())


def _day(value: Any) -> str:
    return date_format(value, "j M Y") if value else ""
