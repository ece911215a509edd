"""A JSON Resume as facts, and facts as a JSON Resume: there and back nothing is lost.

What has no field stands under ``json_resume`` in the ``custom_fields`` of the résumé or of
the entry it came with, so that entries can be edited, moved and deleted by themselves.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from accounts.resumes import json_lists, values
from accounts.resumes.facts import PERSONAL, Facts, no_facts
from accounts.resumes.files import Unreadable
from accounts.resumes.json_schema import Problem, parsed, problems
from accounts.resumes.json_shapes import BASICS, EDUCATION, PROJECT, WORK
from accounts.resumes.overlay import Entry, Shape

__all__ = [
    "KEPT",
    "Problem",
    "parsed",
    "problems",
    "refusal",
    "to_document",
    "to_facts",
]

KEPT = "json_resume"
# The lists of entries: their relation, their key, their shape.
_PARTS: tuple[tuple[str, str, Shape], ...] = (
    ("experiences", "work", WORK),
    ("education", "education", EDUCATION),
    ("projects", "projects", PROJECT),
)
_SECTIONS = set(
    """basics work volunteer education awards certificates publications skills languages
    interests references projects""".split()
)
_NETWORKS = {"linkedin_url": "LinkedIn", "github_url": "GitHub"}


def to_facts(document: dict[str, Any]) -> Facts:
    """The facts in a document that has no ``problems``."""
    facts, kept = no_facts(), dict(document)
    basics = document.get("basics", {})
    facts |= _personal(basics)
    kept["basics"] = BASICS.kept(basics, facts)
    for relation, key, shape in _PARTS:
        if document.get(key):
            facts[relation] = [_entry(shape, raw) for raw in kept.pop(key)]
    json_lists.take_skills(facts["skills"], kept)
    if not (kept["basics"] or ("basics" in document and not basics)):
        del kept["basics"]
    facts["custom_fields"] = {KEPT: kept} if kept else {}
    return facts


def _entry(shape: Shape, raw: Entry) -> Facts:
    columns = shape.columns(raw)
    kept = shape.kept(raw, columns)
    return columns | {"custom_fields": {KEPT: kept} if kept else {}}


def _personal(basics: Entry) -> Facts:
    found = BASICS.columns(basics) | {"location": _place(basics.get("location"))}
    for column, network in _NETWORKS.items():
        found[column] = _profile_url(basics.get("profiles", []), network)
    return found


def _place(location: Any) -> str:
    if not isinstance(location, dict):
        return values.line(location, 255)
    named = [values.words(location.get(n)) for n in ("city", "region", "countryCode")]
    place = ", ".join(filter(None, named)) or location.get("address")
    return values.line(place, 255)


def _profile_url(profiles: Any, network: str) -> str:
    found = (p.get("url") for p in profiles if _is_of(p, network))
    return values.url(next(found, ""))


def _is_of(profile: Any, network: str) -> bool:
    said = profile.get("network") if isinstance(profile, dict) else ""
    return values.words(said).casefold() == network.casefold()


def to_document(facts: Facts) -> dict[str, Any]:
    """The facts as a JSON Resume, with all that ``to_facts`` kept and was not changed."""
    more = dict(facts.get("custom_fields") or {})
    kept = more.pop(KEPT, None)
    kept = dict(kept) if isinstance(kept, dict) else {}
    document: dict[str, Any] = {}
    if (basics := _basics(facts, kept.pop("basics", None))) is not None:
        document["basics"] = basics
    for relation, key, shape in _PARTS:
        if entries := facts.get(relation):
            document[key] = [_joined(shape, entry) for entry in entries]
            kept.pop(key, None)
    json_lists.give_skills(facts.get("skills") or {}, kept, document)
    return _with_more(document | kept, more)


def _joined(shape: Shape, entry: Facts) -> Entry:
    more = dict(entry.get("custom_fields") or {})
    kept = more.pop(KEPT, None)
    return _with_more(shape.joined(entry, kept if isinstance(kept, dict) else {}), more)


def _with_more(document: Entry, more: Entry) -> Entry:
    """What came from elsewhere, under keys that no JSON Resume knows."""
    return document | {f"x-{name}": value for name, value in more.items()}


def _basics(facts: Facts, kept: Any) -> Entry | None:
    kept = dict(kept) if isinstance(kept, dict) else None
    columns = {name: facts.get(name, "") for name in PERSONAL}
    before = _personal(kept or {})
    basics = BASICS.joined(columns, kept or {})
    if before["location"] != columns["location"]:
        basics.pop("location", None)
        if columns["location"]:
            basics["location"] = {"city": columns["location"]}
    for column, network in _NETWORKS.items():
        if before[column] != columns[column]:
            _put_profile(basics, network, columns[column])
    return basics if basics or kept is not None else None


def _put_profile(basics: Entry, network: str, url: str) -> None:
    """Set the address of a network, or leave the network out."""
    profiles = list(basics.get("profiles", []))
    place = next(
        (n for n, p in enumerate(profiles) if _is_of(p, network)), len(profiles)
    )
    changed = [{"network": network, "url": url}] if url else []
    basics["profiles"] = profiles[:place] + changed + profiles[place + 1 :]


def refusal(document: Any) -> Unreadable | None:
    """Why a document is not taken, with its ``problems``; None if it is."""
    if isinstance(document, dict) and (words := _what_else(document)):
        return Unreadable(words)
    if not (found := problems(document)):
        return None
    refused = Unreadable(_("This is no JSON Resume as its schema wants it."))
    refused.problems = tuple(found)
    return refused


def _what_else(document: dict[str, Any]) -> str:
    """Files of other programs that look alike."""
    if isinstance(document.get("sections"), dict) and "basics" in document:
        return _("This is a file of Reactive Resume. Export it there as JSON Resume.")
    if "basics" not in document and {"positions", "firstName"} & document.keys():
        return _(
            "This is a profile of LinkedIn, no JSON Resume. Take the archive that LinkedIn "
            "gives you, or the profile saved as PDF."
        )
    if not _SECTIONS & document.keys():
        return _("There is nothing of a résumé in this file.")
    return ""
