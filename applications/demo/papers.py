"""What was said of the jobs of a demo search and made for them; searches; the inbox."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256
from random import Random
from typing import Any

from accounts.models import DocumentType, Profile, User
from applications import fit
from applications.demo import resume_words as words
from applications.demo.captures import capture_some
from applications.demo.opinions import have_an_opinion
from applications.demo.postings import description, job_facts
from applications.demo.resume import introduce_oneself, letter_text, resume_text
from applications.demo.resume_facts import SKILLS
from applications.models import (
    Application,
    ContentRanking,
    Document,
    DocumentStatus,
    DocumentTemplate,
    Job,
    JobView,
    SavedSearch,
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
    for application in applied[:3]:
        _rank(application.job, backend, application.saved_at)
    for application, claims in zip(
        applied, (words.CLAIMS[:2], words.CLAIMS), strict=False
    ):
        _claim(application, backend, claims)
    template = _template(user)
    if applied:
        _write(template, backend, applied, now)
    _search(user)
    _reach_out(user, now)
    _fill_inbox(user, random, now)
    capture_some(user, now)
    fit.renew(user)
    have_an_opinion(user, now)


def _rank(job: Job, profile: Profile, at: datetime) -> None:
    def ids(rows: Any) -> list[int]:
        return list(rows.values_list("pk", flat=True))

    ContentRanking.objects.create(
        user=profile.user,
        job=job,
        profile=profile,
        ranked_experience_ids=ids(profile.experiences),
        ranked_project_ids=ids(profile.projects),
        ranked_skill_ids=SKILLS["technical"][:4],
        explanations={SKILLS["technical"][0]: "They name it first."},
        engine="rules",
        confidence=0.6,
        times_used=1,
        last_used_at=at,
        created_at=at,
    )


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


def _template(user: User) -> DocumentTemplate:
    name, settings = words.TEMPLATE
    return DocumentTemplate.objects.create(
        user=user, name=name, document_type=DocumentType.RESUME, settings=settings
    )


def _write(
    template: DocumentTemplate,
    profile: Profile,
    applied: list[Application],
    now: datetime,
) -> None:
    """A résumé in its second version, a letter that was sent, and one that failed."""
    first, second, third = applied[0], applied[len(applied) // 2], applied[-1]
    resume = _document(
        first, profile, DocumentType.RESUME, resume_text(profile), template=template
    )
    for number, text in enumerate((profile.summary, resume.content), 1):
        resume.versions.create(
            number=number, content={"content": text}, created_at=resume.created_at
        )
    content = resume.content.encode()
    resume.exports.create(
        format="md", size=len(content), sha256=sha256(content).hexdigest(), downloads=1
    )
    rating, suggestion = words.FEEDBACK
    resume.feedback.create(rating=rating, suggestion=suggestion)
    _document(
        second,
        profile,
        DocumentType.COVER_LETTER,
        letter_text(profile, second.job),
        sent_at=min(second.saved_at + DAY, now),
        sent_to="jobs@mail.example",
    )
    _document(third, profile, DocumentType.COVER_LETTER, "")


def _document(
    application: Application, profile: Profile, kind: str, text: str, **facts: Any
) -> Document:
    """Without a text it failed."""
    at = application.saved_at
    outcome: dict[str, Any] = (
        {
            "status": DocumentStatus.COMPLETED,
            "current_stage": 2,
            "result": {"content": text, "ats_score": 70},
            "completed_at": at,
        }
        if text
        else {"status": DocumentStatus.FAILED, "error_message": words.FAILURE}
    )
    return Document.objects.create(
        user=application.user,
        profile=profile,
        job=application.job,
        application=application,
        document_type=kind,
        engine="rules",
        started_at=at,
        created_at=at,
        **outcome | facts,
    )


def _search(user: User) -> None:
    for position, (name, query, filters, scope) in enumerate(words.SEARCHES):
        SavedSearch.objects.create(
            user=user,
            name=name,
            query=query,
            filters=filters,
            scope=scope,
            position=position,
            is_pinned=position == 0,
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
