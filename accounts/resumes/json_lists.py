"""Skills, languages and certificates of a JSON Resume: lists without a row of their own.

Items are known again by what they say, so that the lists can be edited and reordered.
"""

from __future__ import annotations

from typing import Any

from accounts.resumes import values
from accounts.resumes.json_shapes import CERTIFICATE, LANGUAGE
from accounts.resumes.overlay import Entry, Shape

_LISTS: tuple[tuple[str, str, Shape], ...] = (
    ("languages", "languages", LANGUAGE),
    ("certifications", "certificates", CERTIFICATE),
)
SOFT = "Soft skills"
_SOFT_NAMES = {"soft skills", "soft skill", "interpersonal skills", "personal skills"}


def take_skills(skills: dict[str, Any], kept: Entry) -> None:
    """Fill ``skills`` from the document in ``kept``, and leave there what they lack."""
    for kind, key, shape in _LISTS:
        if raws := kept.pop(key, None):
            found = [shape.columns(raw) for raw in raws]
            skills[kind] = [columns for columns in found if any(columns.values())]
        left = [raw for raw in raws or () if shape.rendered(shape.columns(raw)) != raw]
        if raws and len(skills[kind]) < len(
            raws
        ):  # some say nothing: so they have no item
            left = raws
        if left or raws == []:
            kept[key] = left
    groups = kept.get("skills")
    skills |= _skills_of(groups or [])
    if groups and groups == _groups(skills):
        del kept["skills"]


def give_skills(skills: dict[str, Any], kept: Entry, document: Entry) -> None:
    """Put the lists into ``document``, with what ``kept`` has of each of their items."""
    for key, found in (
        ("skills", _merged(skills, _list(kept.get("skills")))),
        *(
            (key, _items(shape, _list(skills.get(kind)), _list(kept.get(key))))
            for kind, key, shape in _LISTS
        ),
    ):
        is_there = kept.pop(key, None) is not None
        if found or is_there:
            document[key] = found


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _skills_of(groups: list[Entry]) -> dict[str, list[str]]:
    """A group's keywords, or its name where it has none."""
    found: dict[str, list[str]] = {"technical": [], "soft": []}
    for group in groups:
        kind = "soft" if _is_soft(group) else "technical"
        found[kind] += [said for said in _said(group) if said not in found[kind]]
    return found


def _is_soft(group: Entry) -> bool:
    return values.words(group.get("name")).casefold() in _SOFT_NAMES


def _said(group: Entry) -> list[str]:
    keywords = values.lines(group.get("keywords", []))
    return keywords or values.lines(group.get("name", []))


def _groups(skills: dict[str, Any]) -> list[Entry]:
    groups: list[Entry] = [{"name": skill} for skill in skills.get("technical") or ()]
    if soft := skills.get("soft"):
        groups.append({"name": SOFT, "keywords": list(soft)})
    return groups


def _merged(skills: dict[str, Any], groups: list[Entry]) -> list[Entry]:
    """The groups as they came, without the skills that are gone, and new ones after."""
    before = _skills_of(groups)
    now = {kind: _list(skills.get(kind)) for kind in before}
    if now == before:
        return groups
    merged = [group for old in groups if (group := _left(old, now))]
    new = {
        kind: [skill for skill in now[kind] if skill not in before[kind]]
        for kind in now
    }
    return merged + _groups(new)


def _left(group: Entry, now: dict[str, list[str]]) -> Entry:
    """A group with those of its skills that are still there; empty without any."""
    there = now["soft" if _is_soft(group) else "technical"]
    said = [skill for skill in _said(group) if skill in there]
    if len(said) == len(_said(group)):
        return group
    return group | {"keywords": said} if said else {}


def _items(shape: Shape, items: list[Entry], raws: list[Entry]) -> list[Entry]:
    """Each item as it came, or else as it is now with what came under its name."""
    told = [shape.columns(raw) for raw in raws]
    if [columns for columns in told if any(columns.values())] == items:
        return raws
    left = list(raws)
    found = [shape.joined(item, _taken(left, shape, item)) for item in items]
    return found + [raw for raw in left if not any(shape.columns(raw).values())]


def _taken(left: list[Entry], shape: Shape, item: Entry) -> Entry:
    """Takes out what is kept of an item, or else of one with its name."""
    now = {field.column: item.get(field.column, "") for field in shape.fields}
    known = [shape.columns(raw) for raw in left]
    names = [columns["name"] for columns in known]
    if now in known:
        return left.pop(known.index(now))
    return left.pop(names.index(now["name"])) if now["name"] in names else {}
