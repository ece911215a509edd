"""What a demo search offers to companies that have not advertised it, and what came of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from accounts.models import User
from companies.models import (
    Company,
    Complexity,
    ContactMethod,
    Opportunity,
    OpportunityStatus,
    OutreachCampaign,
    ResponseStatus,
)
from companies.models.outreach import ANSWERED

DAY = timedelta(days=1)
# Problem, way to solve it, worth a year, effort, confidence, status.
OPPORTUNITIES: tuple[tuple, ...] = (
    (
        "Invoices of three suppliers are typed in by hand each Friday.",
        "",
        18_000,
        Complexity.LOW,
        0.7,
        OpportunityStatus.IDENTIFIED,
    ),
    (
        "Their status page is edited by whoever is on call.",
        "A page that asks the monitoring. Two days, with tests.",
        None,
        Complexity.LOW,
        0.5,
        OpportunityStatus.RESEARCHED,
    ),
    (
        "Search finds nothing if a letter is wrong.",
        "Trigrams in the database they have; a copy with their catalogue runs here.",
        45_000,
        Complexity.MEDIUM,
        0.8,
        OpportunityStatus.POC_CREATED,
    ),
    (
        "The old importer is feared by all.",
        "Tests around it first, then one source after the other.",
        80_000,
        Complexity.HIGH,
        None,
        OpportunityStatus.REJECTED,
    ),
)
# Method, to whom, subject, state, sent so many days ago, to come back in so many.
MESSAGES: tuple[tuple, ...] = (
    ("email", "Head of data", "Your search", ResponseStatus.INTERESTED, 16, 0),
    ("email", "CTO", "The importer", ResponseStatus.REJECTED, 30, None),
    ("linkedin", "An engineer there", "", ResponseStatus.OPENED, 6, 1),
    ("email", "Operations", "Your status page", ResponseStatus.SENT, 5, 2),
    ("email", "Office", "Fridays and invoices", ResponseStatus.SENT, 3, 4),
    ("email", "Editor", "A word on your archive", ResponseStatus.REPLIED, 40, None),
)
DRAFT = (
    "Hello {first_name},\n\n[what I saw there]\n\nMay I show you how?\n\nMara Okafor"
)


def reach_further(user: User, now: datetime) -> None:
    companies = list(Company.objects.for_user(user).order_by("name", "pk")[1:8])
    for number, facts in enumerate(OPPORTUNITIES if companies else ()):
        _notice(companies[number % len(companies)], facts, now - number * DAY)
    for number, facts in enumerate(MESSAGES if companies else ()):
        _write(companies[number % len(companies)], facts, now)
    if companies:
        companies[0].outreach.create(
            contact_method=ContactMethod.EMAIL,
            contact_person="Head of platform",
            subject="Fridays and invoices",
            message_content=DRAFT,
            created_at=now,
        )


def _notice(company: Company, facts: tuple, at: datetime) -> None:
    problem, way, value, effort, confidence, status = facts
    Opportunity.objects.create(
        company=company,
        problem_description=problem,
        solution_approach=way,
        estimated_value=value,
        implementation_complexity=effort,
        confidence_score=confidence,
        status=status,
        proof_of_concept_created=status == OpportunityStatus.POC_CREATED,
        created_at=at,
    )


def _write(company: Company, facts: tuple, now: datetime) -> None:
    method, person, subject, state, ago, follow_up = facts
    sent = now - ago * DAY
    came: dict[str, Any] = {}
    if state in ANSWERED:
        came["responded_at"] = sent + 2 * DAY
    OutreachCampaign.objects.create(
        company=company,
        contact_method=method,
        contact_person=person,
        subject=subject,
        message_content=f"Hello,\n\nmay I show you something on “{subject or company}”?",
        response_status=state,
        sent_at=sent,
        follow_up_at=None if follow_up is None else now + follow_up * DAY,
        created_at=sent,
        **came,
    )
