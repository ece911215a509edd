"""Somebody with résumés and postings, and what is kept of how they fit."""

from __future__ import annotations

from typing import Any

from accounts.models import Profile, User
from accounts.tests.factories import ProfileFactory
from applications.models import Application, JobAnalysis
from applications.tests.factories import ApplicationFactory, JobFactory
from applications.tests.models.rows import row_of

POSTING = "Requirements:\n- Python\n- Kubernetes\n- 2 years of backend work\n" + (
    "We bake bread for the town and like it. " * 8
)


def knows(user: User, *technical: str, **facts: Any) -> Profile:
    """A résumé with these skills."""
    skills = {"technical": list(technical)}
    profile: Profile = ProfileFactory(user=user, skills=skills, **facts)
    profile.touch()
    return profile


def learn(profile: Profile, *technical: str) -> None:
    profile.skills = {"technical": list(technical)}
    profile.save_fields("skills")
    profile.touch()


def track(user: User, description: str = POSTING, **facts: Any) -> Application:
    job = JobFactory(user=user, title="Baker of pages", description=description)
    application: Application = ApplicationFactory(user=user, job=job, **facts)
    return application


def ours(user: User) -> Any:
    return JobAnalysis.objects.for_user(user).ours().order_by("pk")


def scores_of(application: Application) -> tuple[float | None, float | None, bool]:
    """Fit, keyword score and whether they are provisional, as the row has them."""
    row = row_of(application)
    return row["fit_score"], row["ats_score"], row["fit_is_provisional"]
