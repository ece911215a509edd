"""The demo person: two résumés, what she wrote before, what she looks for."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext

from accounts.models import Profile, ProfileImport, RemotePreference, Rewording, User
from accounts.resumes.reading import read
from accounts.wording.asking import propose_by_rules
from applications.demo import resume_facts
from applications.demo.samples import write_before
from applications.models.job_terms import JobType
from jobtracker.work import WorkStatus


def introduce_oneself(user: User, now: datetime) -> list[Profile]:
    profiles = [
        Profile.objects.bring_in(user, name, facts)
        for name, facts in (
            ("Backend", resume_facts.BACKEND),
            ("Team lead", resume_facts.LEAD),
        )
    ]
    _propose(profiles[0])
    _look_for_words(profiles[0])
    _find_an_old_one(profiles[0])
    write_before(user, now)
    _look_for(user)
    return profiles


def _find_an_old_one(profile: Profile) -> None:
    """A file of hers that was read and waits to be confirmed."""
    name = "resume-2019.txt"
    found = read(resume_text(profile).encode(), name)
    ProfileImport.objects.create(
        user=profile.user,
        original_filename=name,
        kind=found.kind,
        text=found.text,
        found=found.facts,
    )


def _propose(profile: Profile) -> None:
    latest = profile.experiences.all()[0]
    latest.enhanced_description = resume_facts.PROPOSAL
    latest.enhancement_metadata = resume_facts.PROPOSED_BY
    latest.save_fields("enhanced_description", "enhancement_metadata")


def _look_for_words(profile: Profile) -> None:
    """By our rules; and a model was asked about the summary, in vain."""
    propose_by_rules(profile.experiences.all()[1])
    Rewording.objects.create(
        profile=profile,
        status=WorkStatus.FAILED,
        error_message=gettext("No language model is set up."),
    )


def _look_for(user: User) -> None:
    """What she looks for, unless somebody has said so already."""
    preferences = user.get_preferences()
    if preferences.desired_title:
        return
    wanted = {
        "current_title": resume_facts.EXPERIENCES[0]["title"],
        "current_company": resume_facts.EXPERIENCES[0]["company"],
        "years_experience": 9,
        "desired_title": "Staff Engineer",
        "desired_locations": ["Utrecht", "Berlin", "Remote"],
        "skills": resume_facts.SKILLS["technical"],
        "salary_expectation_min": 78_000,
        "salary_expectation_max": 95_000,
        "salary_expectation_currency": "EUR",
        "remote_preference": RemotePreference.HYBRID,
        "job_types": [str(JobType.FULL_TIME.label)],
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
