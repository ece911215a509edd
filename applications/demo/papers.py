"""What was said of the jobs of a demo search and made for them; searches; the inbox."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from accounts.models import DocumentType, Profile, User
from applications import fit
from applications.demo import resume_words as words
from applications.demo.captures import capture_some
from applications.demo.documents import write_documents
from applications.demo.opinions import have_an_opinion
from applications.demo.outreach import reach_further
from applications.demo.postings import description, job_facts
from applications.demo.resume import introduce_oneself
from applications.demo.searches import keep_searches
from applications.models import (
    Application,
    DocumentTemplate,
    Job,
    JobView,
    Status,
)
from companies.models import (
    Company,
    Complexity,
    ContactMethod,
    Opportunity,
    OpportunityStatus,
    OutreachCampaign,
    OutreachTemplate,
    ResponseStatus,
)

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def bring_papers(user: User, random: Random, now: datetime) -> None:
    """Once: whoever has a résumé already has papers of their own."""
    if Profile.objects.for_user(user).exists():
        return
    backend, lead = introduce_oneself(user, now)
    mine = Application.objects.for_user(user).with_job()
    applications = list(mine.order_by("saved_at", "job__source_id"))
    applied = [one for one in applications if one.status != Status.TRACKING]
    for application in applied:
        is_leading = "Lead" in application.job.title
        application.profile = lead if is_leading else backend
        application.save_fields("profile")
    for application, claims in zip(
        applied, (words.CLAIMS[:2], words.CLAIMS), strict=False
    ):
        _claim(application, backend, claims)
    _template(user)
    if applied:
        write_documents(backend, applied, now)
    _reach_out(user, now)
    _fill_inbox(user, random, now)
    capture_some(user, now)
    keep_searches(user, now)
    fit.renew(user)
    have_an_opinion(user, now)


def _claim(application: Application, profile: Profile, claims: tuple) -> None:
    latest = profile.experiences.all()[0]
    for about, is_so, says, times, harm, risk, why in claims:
        application.claims.create(
            experience=latest,
            claim_type=about,
            original_experience=is_so,
            claimed_experience=says,
            exaggeration_multiplier=times,
            credibility_impact=harm,
            risk_level=risk,
            justification=why,
            created_at=application.saved_at,
        )


def _template(user: User) -> None:
    name, settings = words.TEMPLATE
    DocumentTemplate.objects.create(
        user=user, name=name, document_type=DocumentType.RESUME, settings=settings
    )


def _reach_out(user: User, now: datetime) -> None:
    """To a company that has advertised nothing of the kind."""
    company = Company.objects.for_user(user).order_by("name", "pk")[0]
    problem, way = words.OPPORTUNITY
    opportunity = Opportunity.objects.create(
        company=company,
        problem_description=problem,
        solution_approach=way,
        estimated_value=60_000,
        implementation_complexity=Complexity.MEDIUM,
        confidence_score=0.4,
        status=OpportunityStatus.PITCHED,
        created_at=now - 20 * DAY,
    )
    OutreachCampaign.objects.create(
        company=company,
        opportunity=opportunity,
        contact_method=ContactMethod.EMAIL,
        contact_person="Head of planning",
        message_content=words.OUTREACH,
        sent_at=now - 12 * DAY,
        response_status=ResponseStatus.SENT,
        created_at=now - 13 * DAY,
    )
    name, body = words.OUTREACH_TEMPLATE
    OutreachTemplate.objects.create(user=user, name=name, body=body)
    reach_further(user, now)


def _fill_inbox(user: User, random: Random, now: datetime) -> None:
    """Jobs found and not decided on, her own and public ones; some were looked at."""
    companies = list(Company.objects.for_user(user).order_by("name", "pk"))
    own = [
        Job.objects.create(
            user=user,
            company=random.choice(companies),
            **job_facts(random, 8_000 + number, now - number * DAY - HOUR),
        )
        for number in range(1, 5)
    ]
    public = _public_jobs(now)
    for number, job in enumerate([*own[:2], public[0]], 1):
        JobView.objects.create(
            user=user, job=job, viewed_at=now - number * HOUR, count=number
        )


def _public_jobs(now: datetime) -> list[Job]:
    """They belong to nobody: the first demo of an instance makes them for all."""
    return [
        Job.objects.get_or_create(
            user=None,
            source="jobs.example",
            source_id=f"public-{number}",
            defaults={
                "company_name": company,
                "title": title,
                "location": place,
                "description": description(Random(number)),  # noqa: S311
                "url": f"https://jobs.example/public/{number}",
                "captured_at": now - number * DAY,
            },
        )[0]
        for number, (company, title, place) in enumerate(words.PUBLIC_JOBS, 1)
    ]
