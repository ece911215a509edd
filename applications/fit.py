"""Between the rows and ``matching``: what an analysis stands on, and keeping them current.

An analysis is of a posting for the résumé that its application goes out under, or for
the person’s default one. Pages show one that is current: where the stored one is not
yet, they work it out again; storing is the worker’s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cached_property
from itertools import batched
from typing import Any, Final

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.models import Preferences, Profile, User
from applications.matching.analysis import MARK, Analysis, analyse, fingerprint
from applications.models import Application, Job, JobAnalysis
from applications.models.analysis import ENGINE
from jobtracker.text import plain_lines

AT_ONCE: Final = 20
# One task does so many, and then lets others have their turn.
MOST_AT_A_TIME: Final = 500


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


def default_profile(user: User) -> Profile | None:
    return Profile.objects.for_user(user).default_first().with_parts().first()


def due(user: User, profile: Profile, *, is_default: bool) -> QuerySet[Job]:
    """The postings to be weighed for a résumé: their analysis is missing or older, or not
    the one that their application shows."""
    under = Q(application__profile=profile)
    if is_default:
        under |= Q(application=None) | Q(application__profile=None)
    current = JobAnalysis.objects.ours().filter(
        user=user,
        job=OuterRef("pk"),
        profile=profile,
        inputs_sha256__startswith=MARK,
        computed_at__isnull=False,
    )
    # What a clock that was ahead wrote is looked at once, not again and again.
    now = timezone.now()
    is_later = Q(computed_at__gte=OuterRef("updated_at")) | Q(job__updated_at__gt=now)
    current = current.filter(is_later)
    if profile.updated_at <= now:
        current = current.filter(computed_at__gte=profile.updated_at)
    copied = {f"job__application__{name}": F(mine) for name, mine in SHOWN.items()}
    current = current.filter(Q(job__application=None) | Q(**copied))
    mine: Any = Job.objects.for_user(user).present()
    return mine.filter(under).filter(~Exists(current)).order_by("-captured_at", "-pk")


def renew(
    user: User, *, everything: bool = False, most: int = MOST_AT_A_TIME
) -> tuple[int, bool]:
    """Work out what is not current: how many were, and whether there may be more.

    ``everything``: what the person looks for changed, so all are looked at.
    """
    if everything:
        JobAnalysis.objects.for_user(user).ours().update(computed_at=None)
    _forget_orphans(user)
    done, began = 0, timezone.now()
    profiles = Profile.objects.for_user(user).default_first().with_parts()
    for number, profile in enumerate(profiles):
        candidate = Candidate(user, profile, began, is_default=number == 0)
        jobs = due(user, profile, is_default=number == 0)
        for job in _in_batches(jobs, most - done):
            candidate.renew(job)
            done += 1
    return done, done >= most


def _forget_orphans(user: User) -> None:
    """Of a résumé that is gone nothing is kept; what another system said counts again."""
    mine = JobAnalysis.objects.for_user(user)
    orphans = mine.ours().filter(profile=None).values_list("pk", "job")
    for some in batched(list(orphans), MOST_AT_A_TIME):  # noqa: B911
        with transaction.atomic():
            mine.filter(pk__in=[pk for pk, _job in some]).delete()
            _go_by_what_is_left(user, {job for _pk, job in some})


def _go_by_what_is_left(user: User, jobs: Iterable[int]) -> None:
    for application in Application.objects.for_user(user).filter(job__in=jobs):
        said = JobAnalysis.objects.for_user(user).filter(job=application.job_id)
        under = Q(profile__is_default=True)
        if application.profile_id:
            under = Q(profile=application.profile_id)
        last = said.ours().filter(under).first() or said.exclude(engine=ENGINE).first()
        scores = shown(last or JobAnalysis())  # an empty one has none
        Application.objects.filter(pk=application.pk).update(**scores)


def _in_batches(jobs: QuerySet[Job], most: int) -> Iterator[Job]:
    """No cursor stays open while much is written."""
    numbers = list(jobs.values_list("pk", flat=True)[:most])
    for some in batched(numbers, AT_ONCE):  # noqa: B911
        found = Job.objects.in_bulk(some)
        yield from (found[pk] for pk in some if pk in found)


def fit_of(job: Job, user: User, profile: Profile | None = None) -> JobAnalysis | None:
    """The current analysis of a posting for a person: as stored, or worked out now.

    None where they have no résumé. ``profile``: another one than the posting is for.
    """
    application = getattr(job, "application", None)
    mine = JobAnalysis.objects.for_user(user).ours().filter(job=job)
    mine = mine.exclude(profile=None)
    stored = mine.select_related("profile").order_by("-profile__is_default", "-pk")
    wanted = profile.pk if profile else getattr(application, "profile_id", None)
    if wanted:
        stored = stored.filter(profile=wanted)
    found = stored.first()
    if found and found.profile:
        found.job = job
        if found.is_current and (wanted or found.profile.is_default):
            return found
    profile = profile or _profile(user, wanted)
    if profile is None:
        return None
    fresh = Candidate(user, profile).weigh(job)
    if found and found.profile_id == profile.pk:
        fresh.pk = found.pk
        fresh.ai_analysis = found.ai_analysis
        fresh._state.adding = False
    return fresh


def _profile(user: User, pk: int | None) -> Profile | None:
    mine = Profile.objects.for_user(user).with_parts()
    found = mine.filter(pk=pk).first() if pk else None
    return found or default_profile(user)
