"""What a person wishes for, held against what an offer gives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Profile, User
from applications.candidate import Candidate, as_data
from applications.explained import CONDITIONS
from applications.matching.conditions import Agreement, Condition, conditions
from applications.matching.posting import Posting, read_posting
from applications.models import Job
from applications.models.job_terms import JobType, RemoteType
from applications.salary import Period, Salary

LABELS: Final = CONDITIONS | {"type": gettext_lazy("Kind of job")}


def wishes_of(user: User) -> dict[str, Any]:
    profile = Profile.objects.for_user(user).default_first().first()
    return Candidate(user, profile or Profile(user=user)).wishes


def held_against(job: Job, pay: Salary, wishes: Mapping[str, Any]) -> list[Condition]:
    """What neither side says is left out; ``pay`` in place of what the posting says."""
    told = as_data(job) | {
        "salary_min": pay.yearly,
        "salary_max": pay.yearly,
        "salary_currency": pay.currency,
        "salary_period": Period.YEAR,
    }
    posting = Posting(job.title)
    if wishes.get("visa_sponsorship_needed"):
        posting = read_posting(job.title, told["text"])
    found = conditions(posting, told, wishes)
    kind = _kind(job.job_type, wishes.get("job_types") or [])
    return [*found, kind] if kind else found


def said(one: Condition) -> str:
    """``Place: Utrecht (you: Berlin)``."""
    theirs, yours = one.theirs, one.yours
    if one.kind == "workplace":
        theirs, yours = (str(RemoteType(value).label) for value in (theirs, yours))
    text = f"{LABELS[one.kind]}: {theirs}"
    if not yours:
        return text
    return _("%(what)s (you: %(wish)s)") % {"what": text, "wish": yours}


def _kind(kind: str, wanted: list[Any]) -> Condition | None:
    """``wanted`` is in the person’s own words: “Full-time” is full_time."""
    if kind == JobType.UNKNOWN or not wanted:
        return None
    words = [re.sub(r"[-_\s]+", "_", str(one).strip().casefold()) for one in wanted]
    agreement = Agreement.AGREES if kind in words else Agreement.DISAGREES
    labels: dict[str, Any] = dict(JobType.choices)
    theirs, *yours = (str(labels.get(word, word)) for word in (kind, *words))
    return Condition("type", agreement, theirs, ", ".join(yours))
