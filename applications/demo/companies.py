"""What a demo person found out about companies; one blocked, one met under two names."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.utils.text import slugify

from accounts.models import User
from applications.demo.postings import description
from applications.models import Job
from companies.merging import Merger
from companies.models import Company, CompanyPair, Contact, Role

DAY = timedelta(days=1)
RESEARCH: tuple[dict[str, Any], ...] = (
    {
        "technology_stack": ["Python", "PostgreSQL", "Kubernetes"],
        "pain_points": ["Releases take a week", "Nobody owns the old importer"],
        "automation_opportunities": ["Tests before each release"],
        "decision_makers": ["Head of Platform"],
        "confidence_score": 0.7,
    },
    {
        "technology_stack": ["Go", "Kafka"],
        "pain_points": ["Growing faster than they hire"],
        "confidence_score": 0.3,
    },
)
BLOCKED = ("Grindstone Staffing", "Recruitment")
OFFERS = ("Backend Developer (m/f/d)", "Python Engineer, many clients")


def know_companies(user: User, now: datetime) -> None:
    """Once: whoever blocked one has been here already."""
    mine = Company.objects.for_user(user).order_by("name", "pk")
    if mine.filter(name=BLOCKED[0]).exists():
        return
    first, second, third = mine[:3]
    for number, (company, facts) in enumerate(
        zip((first, second), RESEARCH, strict=True), 1
    ):
        day = (now - 9 * number * DAY).date()
        Company.objects.filter(pk=company.pk).update(**facts, researched_on=day)
    _block(user, now)
    _meet_again(first, now)
    _merge(third, now)
    _tell_apart(second)


def _block(user: User, now: datetime) -> None:
    name, industry = BLOCKED
    company = Company.objects.create(user=user, name=name, industry=industry)
    for number, title in enumerate(OFFERS, 1):
        _find(company, title, now - number * DAY)
    company.set_blocked(True)


def _meet_again(company: Company, now: datetime) -> None:
    """The same one under its full name, as another board calls it."""
    again = Company.objects.create(
        user=company.user, name=f"{company.name} GmbH", website=company.website
    )
    _find(again, "Site Reliability Engineer", now - 2 * DAY)
    Contact.objects.create(
        user=company.user, company=again, name="Robin Keller", role=Role.RECRUITER
    )


def _merge(company: Company, now: datetime) -> None:
    other = Company.objects.create(
        user=company.user, name=f"{company.name} Ltd.", notes="The London office."
    )
    _find(other, "Platform Engineer, London", now - 6 * DAY)
    merger = Merger(company, other)
    merger.merge(name=company.name, seen=merger.mark)


def _tell_apart(company: Company) -> None:
    """One that is only called so, too."""
    namesake = Company.objects.create(user=company.user, name=f"{company.name} Inc.")
    CompanyPair.objects.tell_apart(company, namesake)


def _find(company: Company, title: str, at: datetime) -> Job:
    return Job.objects.create(
        user=company.user,
        company=company,
        title=title,
        location=company.location,
        captured_at=at,
        created_at=at,
        source="jobs.example",
        source_id=slugify(f"{company} {title}"),
        description=description(Random(title)),  # noqa: S311
    )
