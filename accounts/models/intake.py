"""How facts from elsewhere come into a résumé that is there already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from accounts.models.fitting import bounded, fitted, is_empty, plain
from accounts.models.skills import joined, skills_in_shape
from accounts.resumes.facts import PARTS, PERSONAL
from jobtracker.errors import Refused

if TYPE_CHECKING:
    from accounts.models.resume import ProfilePart

# Of each kind of part.
MOST_PARTS = 200


def personal_columns(model: type[models.Model], facts: dict[str, Any]) -> dict:
    """All that ``facts`` tell but for the parts, as columns of a profile."""
    told = {n: v for n, v in facts.items() if n not in (*PARTS, "skills")}
    skills = skills_in_shape(plain(facts.get("skills") or {}))
    return fitted(model, PERSONAL, told) | {"skills": bounded(skills)}


class IntakeMixin:
    """For a profile."""

    @transaction.atomic
    def take_in(self: Any, facts: dict[str, Any]) -> None:
        """Add what is not here and fill what is empty; nothing is overwritten.

        Raises Refused where there is too much, Stale where it is gone.
        """
        row = self.hold()
        given = personal_columns(type(self), facts)
        row.skills = bounded(joined(skills_in_shape(row.skills), given.pop("skills")))
        fill(row, given)
        row.save()
        for relation in PARTS:
            row.take_in_parts(relation, facts.get(relation) or [])
        row.touch()
        self.refresh_from_db()

    def take_in_parts(self, relation: str, given: list[Any]) -> None:
        """Entries that are there already get what they lack; the others are added."""
        here: list[ProfilePart] = list(getattr(self, relation).all())
        new = []
        for facts in given:
            same = next((part for part in here if part.is_told_in(facts)), None)
            if same is None:
                new.append(facts)
            else:
                same.take_in(facts)
        self.bring_parts(relation, new)

    def bring_parts(self, relation: str, given: list[Any]) -> None:
        """Add entries at the end of their kind. Raises Refused."""
        rows = getattr(self, relation)
        last = max((part.position for part in rows.all()), default=-1)
        self.refuse_more(rows.count() + len(given))
        rows.model.objects.bulk_create(
            rows.model.of_facts(self, facts, position)
            for position, facts in enumerate(given, last + 1)
        )

    @staticmethod
    def refuse_more(count: int) -> None:
        if count > MOST_PARTS:
            text = _("A résumé holds up to %(most)d entries of a kind.")
            raise Refused(text % {"most": MOST_PARTS})


def fill(row: models.Model, columns: dict[str, Any]) -> None:
    """Set what is empty in ``row``; of ``custom_fields`` each name by itself."""
    for name, value in columns.items():
        mine = getattr(row, name)
        if name == "custom_fields":
            row.custom_fields = bounded(value | mine)  # type: ignore[attr-defined]
        elif is_empty(mine):
            setattr(row, name, value)
