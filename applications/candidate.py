"""What an analysis stands on, a person with a résumé and a posting; and where it is kept."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Any, Final

from django.db import transaction
from django.db.models import Q

from accounts.models import Preferences, Profile, User
from applications.matching.analysis import Analysis, analyse, fingerprint
from applications.models import Application, Job, JobAnalysis
from applications.models.analysis import ENGINE
from jobtracker.text import plain_lines


class Candidate:
    """A person and one of their résumés, read once for any number of postings.

    ``as_read_at``: a moment before the résumé was read, so that what changes in between
    counts as changed since.
    """

    def __init__(
        self,
        user: User,
        profile: Profile,
        as_read_at: datetime | None = None,
        *,
        is_default: bool = False,
    ) -> None:
        self.user = user
        self.profile = profile
        self.is_default = is_default or profile.is_default
        self.as_read_at = as_read_at or profile.updated_at

    @cached_property
    def facts(self) -> dict[str, Any]:
        return self.profile.as_facts()

    @cached_property
    def wishes(self) -> dict[str, Any]:
        """What they look for."""
        mine = Preferences.objects.for_user(self.user)
        preferences = mine.first() or Preferences()
        wished = {name: getattr(preferences, name) for name in Preferences.LOOKED_FOR}
        # Who does not say so may need a visa all the same.
        wished["visa_sponsorship_needed"] = wished["visa_sponsorship_needed"] or None
        return wished | {"location": self.profile.location}

    def weigh(self, job: Job) -> JobAnalysis:
        """The analysis of a posting for this résumé, not stored."""
        return self._weighed(job, self._inputs(job))

    def renew(self, job: Job) -> bool:
        """Store the analysis of a posting; whether it is another than before."""
        inputs = self._inputs(job)
        mine = JobAnalysis.objects.for_user(self.user).ours()
        stored = mine.filter(job=job, profile=self.profile).first()
        if stored and stored.inputs_sha256 == fingerprint(**inputs):
            stored.computed_at = self.as_read_at
            stored.save_fields("computed_at")
            copy_scores(stored, is_default=self.is_default)
            return False
        found = self._weighed(job, inputs)
        values = {name: getattr(found, name) for name in COMPUTED}
        with transaction.atomic():
            analysis, _is_new = JobAnalysis.objects.update_or_create(
                user=self.user,
                job=job,
                profile=self.profile,
                engine=ENGINE,
                defaults=values | {"computed_at": self.as_read_at},
            )
            copy_scores(analysis, is_default=self.is_default)
        return True

    def _inputs(self, job: Job) -> dict[str, Any]:
        """All that an analysis stands on, as ``analyse`` and ``fingerprint`` take it."""
        return {
            "job": as_data(job),
            "facts": self.facts,
            "wishes": self.wishes,
            "as_of": month_of(job),
        }

    def _weighed(self, job: Job, inputs: dict[str, Any]) -> JobAnalysis:
        found: Analysis = analyse(**inputs)
        return JobAnalysis(
            user=self.user,
            job=job,
            profile=self.profile,
            fit_score=found.fit,
            ats_score=found.ats,
            keywords_matched=found.matched,
            keywords_missing=found.missing,
            explanation=found.explanation,
            engine=ENGINE,
            confidence=found.confidence,
            is_provisional=found.is_provisional,
            inputs_sha256=fingerprint(**inputs),
            computed_at=self.as_read_at,
        )


COMPUTED: Final = (
    "fit_score",
    "ats_score",
    "keywords_matched",
    "keywords_missing",
    "explanation",
    "confidence",
    "is_provisional",
    "inputs_sha256",
)
# Of an application, copies of what its analysis says.
SHOWN: Final = {
    "fit_score": "fit_score",
    "ats_score": "ats_score",
    "fit_is_provisional": "is_provisional",
}


def as_data(job: Job) -> dict[str, Any]:
    """A posting as ``matching`` reads it."""
    parts = [plain_lines(job.description)]
    for heading, text in (
        ("Requirements:", job.requirements),
        ("Benefits:", job.benefits),
    ):
        if text:
            parts += [heading, plain_lines(text)]
    return {
        "title": job.title,
        "text": "\n".join(parts) if any(parts) else job.raw_text,
        "location": job.location,
        "remote_type": job.remote_type,
        "salary_min": job.salary_min,
        "salary_max": job.salary_max,
        "salary_currency": job.salary_currency,
        "salary_period": job.salary_period,
    }


def month_of(job: Job) -> int:
    """The month a posting was captured in, since the year 0: what goes on is judged as of
    then, so that its score does not change with the calendar."""
    return job.captured_at.year * 12 + job.captured_at.month - 1


def shown(analysis: JobAnalysis) -> dict[str, Any]:
    return {name: getattr(analysis, mine) for name, mine in SHOWN.items()}


def copy_scores(analysis: JobAnalysis, *, is_default: bool) -> None:
    """To the application that goes out under this résumé; not an edit of the person’s."""
    scores = shown(analysis)
    rows = Application.objects.filter(job=analysis.job_id)
    same = Q(profile=analysis.profile_id)
    if is_default:
        same |= Q(profile=None)
    rows = rows.filter(same).exclude(**scores)
    rows.update(**scores)
