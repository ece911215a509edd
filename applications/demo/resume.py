"""The demo person: two résumés, what she wrote before, what she looks for."""

from __future__ import annotations

from datetime import datetime, timedelta

from accounts.models import (
    DocumentType,
    Education,
    Experience,
    Profile,
    Project,
    RemotePreference,
    SampleDocument,
    User,
    WritingStyle,
)
from applications.demo import resume_words as words
from applications.models import Job
from applications.models.job import JobType

DAY = timedelta(days=1)


def introduce_oneself(user: User, now: datetime) -> list[Profile]:
    profiles = [
        _profile(user, *facts, is_default=number == 0)
        for number, facts in enumerate(words.PROFILES)
    ]
    _write_before(user, profiles[0], now)
    _look_for(user)
    return profiles


def _profile(
    user: User, name: str, headline: str, summary: str, *, is_default: bool
) -> Profile:
    profile = Profile.objects.create(
        user=user,
        name=name,
        is_default=is_default,
        full_name=words.NAME,
        headline=headline,
        email=words.EMAIL,
        location="Utrecht",
        github_url="https://code.example/mara",
        summary=summary,
        skills=words.SKILLS,
    )
    for position, (title, company, place, start, end, did, came) in enumerate(
        words.EXPERIENCES
    ):
        Experience.objects.create(
            profile=profile,
            position=position,
            title=title,
            company=company,
            location=place,
            start_date=start,
            end_date=end,
            is_current=not end,
            description=did,
            achievements=list(came),
        )
    school, degree, subject, start, end = words.EDUCATION
    Education.objects.create(
        profile=profile,
        institution=school,
        degree=degree,
        field_of_study=subject,
        start_date=start,
        end_date=end,
    )
    for position, (name, about, made_with, url) in enumerate(words.PROJECTS):
        Project.objects.create(
            profile=profile,
            position=position,
            name=name,
            description=about,
            technologies=list(made_with),
            url=url,
        )
    return profile


def _write_before(user: User, profile: Profile, now: datetime) -> None:
    """A letter and a résumé of old, and how she writes by them."""
    texts = (
        (DocumentType.RESUME, "mara-2024.pdf", resume_text(profile)),
        (DocumentType.COVER_LETTER, "letter.docx", words.SAMPLE_LETTER),
    )
    for kind, name, text in texts:
        sample = SampleDocument.objects.create(
            user=user,
            document_type=kind,
            original_filename=name,
            original_text=text,
            created_at=now - 90 * DAY,
        )
    WritingStyle.objects.create(
        user=user,
        extracted_style=words.STYLE,
        extraction_status="completed",
        extraction_model="rules",
        extracted_at=now - 89 * DAY,
        extraction_confidence=0.8,
        source_sample=sample,
    )


def _look_for(user: User) -> None:
    """What she looks for, unless somebody has said so already."""
    preferences = user.get_preferences()
    if preferences.desired_title:
        return
    wanted = {
        "current_title": words.EXPERIENCES[0][0],
        "current_company": words.EXPERIENCES[0][1],
        "years_experience": 9,
        "desired_title": "Staff Engineer",
        "desired_locations": ["Utrecht", "Berlin", "Remote"],
        "skills": words.SKILLS["technical"],
        "salary_expectation_min": 78_000,
        "salary_expectation_max": 95_000,
        "salary_expectation_currency": "EUR",
        "remote_preference": RemotePreference.HYBRID,
        "job_types": [JobType.FULL_TIME.value],
    }
    for name, value in wanted.items():
        setattr(preferences, name, value)
    preferences.save_fields(*wanted)


def resume_text(profile: Profile) -> str:
    """What stands in the résumé and nothing else."""
    lines = [profile.full_name, profile.headline, "", profile.summary, "", "Experience"]
    for row in profile.experiences.all():
        until = row.end_date or "today"
        lines.append(f"- {row}, {row.start_date} to {until}. {row.description}")
        lines += [f"- {what}" for what in row.achievements]
    lines += ["", "Education"]
    lines += [f"- {row}, {row.field_of_study}" for row in profile.education.all()]
    lines += ["", "Projects"]
    lines += [f"- {row.name}: {row.description}" for row in profile.projects.all()]
    return "\n".join(lines)


def letter_text(profile: Profile, job: Job) -> str:
    latest = profile.experiences.all()[0]
    return words.LETTER.format(
        title=job.title,
        summary=profile.summary,
        company=latest.company,
        did=latest.description,
        name=profile.full_name,
    )
