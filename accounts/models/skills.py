"""The skills of a résumé: two lists of words, languages, certificates."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models.fitting import bounded, lines_of
from jobtracker.errors import Refused, Stale
from jobtracker.text import fold

# Of each kind.
MOST_SKILLS = 200
SKILL_KINDS = {
    "technical": _("technical skills"),
    "soft": _("other skills"),
    "languages": _("languages"),
    "certifications": _("certificates"),
}
# Of each kind, what an item says; an item of the other kinds is a text.
ROWS = {
    "languages": ("name", "proficiency"),
    "certifications": ("name", "issuer", "date_obtained", "credential_id"),
}


def skills_in_shape(given: Any) -> dict[str, Any]:
    """All four kinds, each item in its shape; other kinds and more values stay."""
    given = given if isinstance(given, dict) else {"technical": given}
    shaped = {kind: _items(kind, given.get(kind) or []) for kind in SKILL_KINDS}
    return given | shaped


def _items(kind: str, given: Any) -> list[Any]:
    if kind not in ROWS:
        return list(lines_of(given))
    given = given if isinstance(given, list) else [given]
    rows = [item if isinstance(item, dict) else {"name": item} for item in given]
    filled = [dict.fromkeys(ROWS[kind], "") | _texts(row, ROWS[kind]) for row in rows]
    return [row for row in filled if any(row.values())]


def _texts(row: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    said = {name: value for name, value in row.items() if value is not None}
    return {
        name: " ".join(str(value).split()) if name in names else value
        for name, value in said.items()
    }


def name_of(item: Any) -> str:
    return str(item["name"]) if isinstance(item, dict) else str(item)


def joined(mine: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """``mine``, with what only ``given`` has at the end of each list. Both in shape."""
    whole = given | mine
    for kind in SKILL_KINDS:
        there = {fold(name_of(item)) for item in mine[kind]}
        new = [item for item in given[kind] if fold(name_of(item)) not in there]
        whole[kind] = mine[kind] + new
    return whole


def mark_of(value: Any) -> str:
    """A short mark of a value, by which it is known again."""
    return f"{zlib.crc32(json.dumps(value, sort_keys=True).encode()):08x}"


class SkillsMixin:
    """For a profile: the doors of its skills. An item is known by its mark."""

    @contextmanager
    def changed_skills(self: Any, kind: str) -> Iterator[list[Any]]:
        """The items of a kind, to be changed in place. Raises Refused, Stale."""
        with transaction.atomic():
            row = self.hold()
            skills = skills_in_shape(row.skills)
            yield skills[kind]
            if len(skills[kind]) > MOST_SKILLS:
                text = _("A résumé holds up to %(most)d of them.")
                raise Refused(text % {"most": MOST_SKILLS})
            row.skills = self.skills = bounded(skills)
            row.save_fields("skills")
            row.touch()

    def skill_items(self: Any, kind: str) -> list[Any]:
        return skills_in_shape(self.skills)[kind]

    def add_skill(self, kind: str, item: Any) -> None:
        with self.changed_skills(kind) as items:
            items.append(item)

    def change_skill(self, kind: str, mark: str, changes: dict[str, str]) -> None:
        with self.changed_skills(kind) as items:
            items[place_of(items, mark)] |= changes

    def remove_skill(self, kind: str, mark: str) -> None:
        with self.changed_skills(kind) as items:
            del items[place_of(items, mark)]


def place_of(items: list[Any], mark: str) -> int:
    """Where the item of that mark is now. Raises Stale if it was changed or removed."""
    marks = [mark_of(item) for item in items]
    if mark not in marks:
        raise Stale
    return marks.index(mark)
