"""What the one company says that two become: nothing that either of them said is lost."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from companies.models import Company
from jobtracker.text import fold

# Not united: who it is, when it came, and what is worked out of its name and website.
OWN = {
    "id",
    "user",
    "created_at",
    "updated_at",
    "name",
    "name_key",
    "plain_key",
    "site",
}


def united_fields() -> list[models.Field]:
    return [field for field in Company._meta.concrete_fields if field.name not in OWN]


def unite(kept: Company, other: Company, *, name: str) -> dict[str, Any]:
    """The columns of the one, by name. What is empty is filled, lists and notes joined."""
    values = {
        field.name: _joined(getattr(kept, field.name), getattr(other, field.name))
        for field in united_fields()
    }
    latest = max(kept, other, key=_researched)
    lanes = [one.lane for one in (kept, other) if one.lane]
    return values | {
        "name": name,
        "lane": min(lanes, default=None),
        "notes": _notes(kept.notes, other.notes),
        # Whoever blocked one of them did not want its postings.
        "is_blocked": kept.is_blocked or other.is_blocked,
        "researched_on": latest.researched_on,
        "confidence_score": _joined(
            latest.confidence_score, values["confidence_score"]
        ),
    }


def _joined(ours: Any, theirs: Any) -> Any:
    if isinstance(ours, list):
        return _lists(ours, theirs)
    return theirs if ours in (None, "") else ours


def _lists(ours: list[Any], theirs: list[Any]) -> list[Any]:
    there = {fold(str(item)) for item in ours}
    return ours + [item for item in theirs if fold(str(item)) not in there]


def _notes(ours: str, theirs: str) -> str:
    if theirs.strip() in ours:
        return ours
    return "\n\n".join(text for text in (ours, theirs) if text.strip())


def _researched(company: Company) -> date:
    return company.researched_on or date.min
