"""Filters as other systems kept them: what has a filter of ours is asked by it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# Of what each may be called elsewhere, our filter.
NAMES = {
    "is_remote": "remote_type",
    "remote": "remote_type",
    "workplace": "remote_type",
    "work_type": "remote_type",
    "employment_type": "job_type",
    "experience": "experience_level",
    "level": "experience_level",
    "seniority": "experience_level",
    "skills": "technology",
    "tech": "technology",
    "tech_stack": "technology",
    "technologies": "technology",
}
# “Remote: true” asks for a workplace.
SAID_BY_TRUE = {"remote_type": "remote"}


def understood(
    filters: Mapping[str, Any], ours: Mapping[str, Any]
) -> tuple[dict[str, list[str]], dict[str, Any]]:
    """The values for our filters by name, and what none of ``ours`` can ask, as it is."""
    found: dict[str, list[str]] = {}
    rest = {}
    for key, value in filters.items():
        name = key if key in ours else NAMES.get(key.casefold(), "")
        values = _values(name, value) if name in ours and name != "q" else []
        if values:
            found[name] = [*found.get(name, []), *values]
        elif value not in (None, "", [], {}, False):
            rest[key] = value
    return found, rest


def _values(name: str, value: Any) -> list[str]:
    """As an address has them; none where one of them is no plain value."""
    if value is True:
        return [SAID_BY_TRUE.get(name, "1")]
    values = value if isinstance(value, list) else [value]
    if not all(_is_plain(one) for one in values):
        return []
    return [_spelt(name, str(one)) for one in values]


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _spelt(name: str, text: str) -> str:
    """“Full-time” as our choices are called; what is free text stays as it is."""
    if name not in ("remote_type", "job_type", "experience_level", "priority"):
        return text
    word = text.strip().casefold().replace("-", "_").replace(" ", "_")
    return "onsite" if word == "on_site" else word
