"""Words that several of the older systems have for one of ours."""

from __future__ import annotations

from applications.models.interview import InterviewKind, InterviewStatus
from applications.models.job_terms import RemoteType
from applications.statuses import normalised

_KINDS = {kind: kind for kind in InterviewKind.values} | {
    "phone": InterviewKind.PHONE_SCREEN.value,
    "screening": InterviewKind.PHONE_SCREEN.value,
    "behavioral": InterviewKind.BEHAVIOURAL.value,
    "on_site": InterviewKind.ONSITE.value,
}
INTERVIEW_STATUSES = {status: status for status in InterviewStatus.values} | {
    "canceled": InterviewStatus.CANCELLED.value,
    "no_show": InterviewStatus.CANCELLED.value,
    "done": InterviewStatus.COMPLETED.value,
}
REMOTE_TYPES = {kind: kind for kind in RemoteType.values} | {
    "on_site": RemoteType.ONSITE.value,
}


def interview_kind(word: str) -> tuple[str, str]:
    """The kind, and the name of the round where it is no kind of ours."""
    kind = _KINDS.get(normalised(word)) if word else None
    return (kind, "") if kind else (InterviewKind.OTHER.value, word)
