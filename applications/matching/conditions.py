"""What must agree beside what somebody can do: place, pay, leave to work. It has no points:
it is for the person to weigh."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, NamedTuple

from applications.matching.posting import Posting
from applications.salary import PERIODS_A_YEAR, Period

_WORD: Final = re.compile(r"\w+")


class Agreement(StrEnum):
    AGREES = "agrees"
    DISAGREES = "disagrees"
    UNKNOWN = "unknown"


class Condition(NamedTuple):
    """``theirs`` and ``yours`` as they stand in the posting, and among your wishes."""

    kind: str
    agreement: Agreement
    theirs: str
    yours: str

    def as_dict(self) -> dict[str, Any]:
        return self._asdict()


def conditions(
    posting: Posting, job: Mapping[str, Any], wishes: Mapping[str, Any]
) -> list[Condition]:
    """``job`` has ``location``, ``remote_type``, ``salary_min``, ``salary_max``,
    ``salary_currency``, ``salary_period``; ``wishes`` is what the person looks for, by the
    names of their preferences, and their ``location``. What neither says is left out."""
    found = [
        _place(job, wishes),
        _workplace(job, wishes),
        _pay(job, wishes),
        _leave(posting, wishes),
    ]
    return [condition for condition in found if condition]


def _place(job: Mapping[str, Any], wishes: Mapping[str, Any]) -> Condition | None:
    theirs = str(job.get("location") or "")
    wanted = [str(place) for place in wishes.get("desired_locations") or []]
    wanted = wanted or [str(wishes.get("location") or "")]
    yours = ", ".join(filter(None, wanted))
    if not theirs:
        return None
    if not yours:
        return Condition("place", Agreement.UNKNOWN, theirs, "")
    is_near = any(_is_at(place, theirs) for place in wanted)
    is_remote = job.get("remote_type") == "remote"
    agrees = Agreement.AGREES if is_near or is_remote else Agreement.DISAGREES
    return Condition("place", agrees, theirs, yours)


def _is_at(wanted: str, place: str) -> bool:
    """Whether all words of the town, or whatever it begins with, stand in the other."""
    town = _WORD.findall(wanted.casefold().partition(",")[0])
    return bool(town) and set(town) <= set(_WORD.findall(place.casefold()))


def _workplace(job: Mapping[str, Any], wishes: Mapping[str, Any]) -> Condition | None:
    theirs = str(job.get("remote_type") or "unknown")
    yours = str(wishes.get("remote_preference") or "")
    if theirs == "unknown" or yours in ("", "any"):
        return None
    agrees = Agreement.AGREES if theirs == yours else Agreement.DISAGREES
    return Condition("workplace", agrees, theirs, yours)


def _pay(job: Mapping[str, Any], wishes: Mapping[str, Any]) -> Condition | None:
    most = job.get("salary_max") or job.get("salary_min")
    least = wishes.get("salary_expectation_min")
    currency = str(job.get("salary_currency") or "")
    if not most or not least:
        return None
    theirs = f"{most:,} {currency}".strip()
    yours = f"{least:,} {wishes.get('salary_expectation_currency') or ''}".strip()
    if currency != (wishes.get("salary_expectation_currency") or currency):
        return Condition("pay", Agreement.UNKNOWN, theirs, yours)
    a_year = most * PERIODS_A_YEAR.get(job.get("salary_period") or Period.YEAR, 1)
    agrees = Agreement.AGREES if a_year >= least else Agreement.DISAGREES
    return Condition("pay", agrees, theirs, yours)


def _leave(posting: Posting, wishes: Mapping[str, Any]) -> Condition | None:
    if posting.leave is None:
        return None
    needs_visa, agreement = (
        bool(wishes.get("visa_sponsorship_needed")),
        Agreement.UNKNOWN,
    )
    if needs_visa and posting.leave.sponsors is not None:
        is_fine = posting.leave.sponsors
        agreement = Agreement.AGREES if is_fine else Agreement.DISAGREES
    yours = "needed" if needs_visa else ""
    return Condition("leave", agreement, posting.leave.words[:300], yours)
