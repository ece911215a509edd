"""Between the rows and ``matching``: what an analysis stands on, and keeping them current.

An analysis is of a posting for the résumé that its application goes out under, or for
the person’s default one. Pages show one that is current: where the stored one is not
yet, they work it out again; storing is the worker’s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import batched
from typing import Any, Final

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from accounts.models import Profile, User
from applications.candidate import SHOWN, Candidate, shown
from applications.matching.analysis import MARK
from applications.models import Application, Job, JobAnalysis
from applications.models.analysis import ENGINE

AT_ONCE: Final = 20
# One task does so many, and then lets others have their turn.
MOST_AT_A_TIME: Final = 500


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
