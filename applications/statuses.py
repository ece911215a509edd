"""Every word of the five older systems for a status, and what it is in ours.

The words stand in the documented schemas of CarterOS, Career Copilot, JobBot, JobOS and
JobWise; what they mean here is decided once, in this table. Pure data: who imports,
migrates or gives back looks here, and decides about what is not here for itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from applications.models.status import ClosedReason, Status


class Standing(NamedTuple):
    """Where an application stands. Closed without a reason: none was told."""

    status: str
    closed_reason: str = ""

    def __str__(self) -> str:
        return "/".join(part for part in self if part)

    @property
    def is_closed(self) -> bool:
        return self.status == Status.CLOSED


class Words(NamedTuple):
    """The same in the words of another system."""

    status: str
    closed_reason: str = ""


def normalised(word: str) -> str:
    """Without case, spaces and hyphens as underscores: ``Full Time`` is ``full_time``."""
    return re.sub(r"[\s_-]+", "_", word.strip().casefold())


def _closed(*reasons: str) -> dict[str, Standing]:
    return {reason: Standing(Status.CLOSED, reason) for reason in reasons}


def _all(status: str, words: str) -> dict[str, Standing]:
    return dict.fromkeys(words.split(), Standing(status))


# Career Copilot, JobBot and JobWise keep a status in a column that takes any text, and
# borrowed each other's words, so they share one vocabulary.
WORDS: Mapping[str, Standing] = {
    **_all(
        Status.TRACKING,
        "saved interested draft wishlist discovered targeted preparing tracking"
        " analyzed unknown",
    ),
    **_all(Status.APPLIED, "applied submitted acknowledged screening under_review"),
    **_all(
        Status.INTERVIEW,
        "interview interviewing interviewed interview_scheduled interview_done",
    ),
    **_all(Status.OFFER, "offer offered offer_received"),
    **_closed(*ClosedReason.values),
    "closed": Standing(Status.CLOSED),
}

# JobOS has a CHECK. Before its overhaul (revision b2c3d4e5f6a7) nine words, after it
# (c3d4e5f6a7b8) five and a reason. What else is found there is an unknown word.
JOBOS_NINE = (
    "Analyzed",
    "Applied",
    "Screening",
    "Interview Scheduled",
    "Interview Done",
    "Offer",
    "Rejected",
    "Withdrawn",
    "Ghosted",
)
JOBOS_FIVE = ("Tracking", "Applied", "Interview", "Offer", "Closed")

# What its users had instead of "withdrawn", beside the reasons that are also ours.
_REASONS = {reason: reason for reason in ClosedReason.values} | {
    "dropped": ClosedReason.WITHDRAWN.value,
    "not_interested": ClosedReason.WITHDRAWN.value,
}

# CarterOS says it in two columns: application_status, and with it outcome.
_CARTEROS = {word: WORDS[word] for word in ("unknown", "saved", "applied", "withdrawn")}
CARTEROS_OUTCOMES = frozenset(
    "unknown pending rejected offer ghosted accepted declined".split()
)

VOCABULARIES: Mapping[str, Mapping[str, Standing]] = {
    "carteros": _CARTEROS,
    "career_copilot": WORDS,
    "jobbot": WORDS,
    "jobos": {
        normalised(word): WORDS[normalised(word)] for word in (*JOBOS_NINE, *JOBOS_FIVE)
    },
    "jobwise": WORDS,
}
SYSTEMS = tuple(VOCABULARIES)

# JobWise's word for a job nobody applied to: there is no application to stand anywhere.
NO_APPLICATION = "not_applied"


def to_ours(
    system: str, word: str, *, closed_reason: str = "", rounds: int = 0
) -> Standing | None:
    """What ``word`` of that system is in ours; None where it is unknown.

    ``closed_reason`` is JobOS' own column, and counts on a closed row alone. CarterOS'
    word is its pair ``application_status/outcome``; ``rounds`` its interview rounds.
    """
    if system == "carteros":
        return _from_carteros(*_pair(word), rounds)
    standing = VOCABULARIES[system].get(normalised(word))
    if standing == Standing(Status.CLOSED):
        return Standing(Status.CLOSED, to_reason(closed_reason) or "")
    return standing


def to_reason(word: str) -> str | None:
    """Our word for JobOS' reason; None where it is unknown, empty where it is empty."""
    word = normalised(word)
    return _REASONS.get(word) if word else ""


def _pair(word: str) -> tuple[str, str]:
    status, _, outcome = word.partition("/")
    return normalised(status), normalised(outcome)


def _from_carteros(status: str, outcome: str, rounds: int) -> Standing | None:
    """Withdrawn counts whatever came of it, else what came of it, else the status."""
    standing = _CARTEROS.get(status)
    if status == "withdrawn":
        return standing
    if outcome in CARTEROS_OUTCOMES - {"unknown", "pending"}:
        return WORDS[outcome]
    if status == "applied" and rounds > 0:
        return Standing(Status.INTERVIEW)
    return standing


# JobOS alone has a way back: to its nine words, or to the five and a reason.
WAYS_BACK: Mapping[str, str] = {
    "jobos": "jobos_before",
    "jobos_before": "jobos_before",
    "jobos_after": "jobos_after",
}

_BEFORE = {
    Status.TRACKING: "Analyzed",
    Status.APPLIED: "Applied",
    Status.INTERVIEW: "Interview Scheduled",
    Status.OFFER: "Offer",
}
_KEPT_BEFORE: Mapping[str, str] = {
    ClosedReason.REJECTED: "Rejected",
    ClosedReason.WITHDRAWN: "Withdrawn",
    ClosedReason.GHOSTED: "Ghosted",
}
_AFTER = dict(zip(Status, JOBOS_FIVE, strict=True))
_REASONS_AFTER = {
    reason: reason.value.replace("_", " ").title() for reason in ClosedReason
}


def to_words(
    system: str, status: str, closed_reason: str = "", *, imported: str = ""
) -> Words:
    """Back into the words of ``jobos_before`` (``jobos``) or ``jobos_after`` its overhaul.

    Before it, as the downgrade of JobOS says: reasons other than its three are Rejected.
    A word that came with the row (``imported``) and that JobOS does not know is given
    back as it came. Raises LookupError for a system that has no way back.
    """
    if system not in WAYS_BACK:
        raise LookupError(f"There is no way back to {system}.")
    if imported.strip() and to_ours("jobos", imported) is None:
        return Words(imported)
    standing = Status(status)
    is_closed = standing == Status.CLOSED
    if WAYS_BACK[system] == "jobos_after":
        reason = ClosedReason(closed_reason or "no_response") if is_closed else None
        return Words(_AFTER[standing], _REASONS_AFTER[reason] if reason else "")
    if is_closed:
        return Words(_KEPT_BEFORE.get(closed_reason, "Rejected"))
    return Words(_BEFORE[standing])
