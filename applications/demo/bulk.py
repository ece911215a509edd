"""Thousands of applications for measuring, written in bulk with the same kinds of children."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import Any

from accounts.models import User
from applications.demo import resume_facts, words
from applications.demo.postings import facts, job_facts
from applications.models import (
    Application,
    ClosedReason,
    EmployerResponse,
    FollowUp,
    Interview,
    InterviewKind,
    Job,
    JobAnalysis,
    Note,
    Origin,
    ResponseType,
    Status,
    StatusChange,
)
from companies.models import Company, Contact, Role
from companies.models.company import name_key
from jobtracker.search import renewing

BATCH = 2_000


def make_many(user: User, *, count: int, seed: int, now: datetime) -> int:
    """Make ``count`` applications of ``user``, statuses spread evenly."""
    random = Random(seed)  # noqa: S311
    companies = _companies(user, max(count // 20, 1))
    people = _people(companies)
    for first in range(0, count, BATCH):
        with renewing():
            _make(
                random, companies, people, range(first, min(first + BATCH, count)), now
            )
    return count


def _make(
    random: Random,
    companies: list[Company],
    people: dict[int, Contact],
    numbers: range,
    now: datetime,
) -> None:
    jobs = Job.objects.bulk_create(_job(random, companies, n, now) for n in numbers)
    made = Application.objects.bulk_create(
        _application(random, job, now) for job in jobs
    )
    StatusChange.objects.bulk_create(
        change for application in made for change in _history(application)
    )
    Note.objects.bulk_create(
        Note(application=a, text=random.choice(words.NOTES), created_at=a.saved_at)
        for a in made
    )
    _correspond(random, made, now)
    _analyse(made)
    _put_together(made, people)


def _correspond(random: Random, made: list[Application], now: datetime) -> None:
    """The children that come with a stage."""
    applied = [a for a in made if a.status != Status.TRACKING]
    EmployerResponse.objects.bulk_create(
        EmployerResponse(
            application=a,
            response_type=ResponseType.ACKNOWLEDGEMENT,
            received_at=a.saved_at + timedelta(hours=2),
            subject=words.LETTERS["acknowledgement"][0],
            body=words.LETTERS["acknowledgement"][1].format(title=a.job.title),
        )
        for a in applied
    )
    FollowUp.objects.bulk_create(
        FollowUp(application=a, done_at=a.last_activity_at, channel=words.CHANNELS[0])
        for a in applied
        if random.random() < 0.3
    )
    Interview.objects.bulk_create(
        Interview(
            application=a,
            scheduled_at=a.next_interview_at or a.last_activity_at,
            status="scheduled" if a.next_interview_at else "completed",
            completed_at=None if a.next_interview_at else a.last_activity_at,
            kind=random.choice(InterviewKind.values),
            interviewer_name=random.choice(words.INTERVIEWERS),
        )
        for a in applied
        if a.status in (Status.INTERVIEW, Status.OFFER)
    )


def _analyse(made: list[Application]) -> None:
    """Every tenth says why it fits as it does."""
    JobAnalysis.objects.bulk_create(
        JobAnalysis(
            user_id=a.user_id,
            job=a.job,
            fit_score=a.fit_score,
            keywords_matched=resume_facts.SKILLS["technical"],
            engine="rules",
            created_at=a.saved_at,
        )
        for a in made[::10]
    )


def _put_together(made: list[Application], people: dict[int, Contact]) -> None:
    """Every fifth application knows the recruiter of its company."""
    through: Any = Application.contacts.through
    through.objects.bulk_create(
        through(application=a, contact=people[a.job.company_id])
        for a in made[::5]
        if a.job.company_id in people
    )


def _people(companies: list[Company]) -> dict[int, Contact]:
    """A recruiter for each company, by its key."""
    made = Contact.objects.bulk_create(
        Contact(
            user=company.user,
            company=company,
            name=f"{words.INTERVIEWERS[n % len(words.INTERVIEWERS)]} {n + 1}",
            role=Role.RECRUITER,
            email=f"recruiter{n + 1}@mail.example",
        )
        for n, company in enumerate(companies)
    )
    return {contact.company_id: contact for contact in made if contact.company_id}


def _companies(user: User, count: int) -> list[Company]:
    names = [
        f"{words.COMPANIES[n % len(words.COMPANIES)][0]} {n + 1}" for n in range(count)
    ]
    return Company.objects.bulk_create(
        Company(user=user, name=name, name_key=name_key(name)) for name in names
    )


def _job(random: Random, companies: list[Company], number: int, now: datetime) -> Job:
    began = now - timedelta(days=random.randint(1, 400), minutes=number % 1440)
    company = companies[number % len(companies)]
    return Job(
        user=company.user,
        company=company,
        is_pursued=True,
        **job_facts(random, number, began),
    )


def _application(random: Random, job: Job, now: datetime) -> Application:
    status = Status.values[int(job.source_id) % len(Status.values)]
    is_closed = status == Status.CLOSED
    return Application(
        user=job.user,
        job=job,
        status=status,
        closed_reason=random.choice(ClosedReason.values) if is_closed else "",
        closed_at=min(job.captured_at + timedelta(days=30), now) if is_closed else None,
        applied_at=None if status == Status.TRACKING else job.captured_at,
        saved_at=job.captured_at,
        last_activity_at=min(
            job.captured_at + timedelta(days=random.randint(0, 30)), now
        ),
        fit_score=random.randint(30, 99),
        first_response_at=None
        if status == Status.TRACKING
        else job.captured_at + timedelta(hours=2),
        next_interview_at=now + timedelta(days=random.randint(1, 20))
        if status == Status.INTERVIEW and random.random() < 0.02
        else None,
        **job.sort_keys,
        **facts(random, status, now, job.salary),
    )


def _history(application: Application) -> list[StatusChange]:
    """One step for each stage on the way to where it stands."""
    before = Status.values[: Status.values.index(application.status) + 1]
    pairs = zip(["", *before], before, strict=False)
    return [
        StatusChange(
            application=application,
            from_status=from_status,
            to_status=to_status,
            closed_reason=application.closed_reason
            if to_status == Status.CLOSED
            else "",
            changed_at=application.closed_at
            if application.closed_at and to_status == Status.CLOSED
            else application.saved_at + timedelta(hours=step),
            origin=Origin.BOARD if from_status else Origin.CREATE,
            by_id=application.user_id,
        )
        for step, (from_status, to_status) in enumerate(pairs)
    ]
