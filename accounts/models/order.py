"""The order of what a résumé lists: its parts, and the skills of each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models.skills import mark_of
from accounts.resumes.facts import PARTS
from jobtracker.errors import Refused, Stale

if TYPE_CHECKING:
    from accounts.models.resume import ProfilePart


class OrderMixin:
    """For a profile. A list is ``experiences``, ``education``, … or a kind of skills."""

    def mark_of_list(self: Any, name: str) -> str:
        """What the list is at the moment, and in which order, in short."""
        if name not in PARTS:
            return mark_of(self.skill_items(name))
        return mark_of([part.pk for part in getattr(self, name).all()])

    @transaction.atomic
    def move(self: Any, name: str, item: int, place: int, *, seen: str) -> None:
        """Put the item that stands at ``item`` to ``place``, both counted from 0.

        ``seen`` is the mark of the list the person had before them. Raises Stale if the
        list is another one by now, Refused if there is no such item or place.
        """
        row = self.hold()
        if row.mark_of_list(name) != seen:
            raise Stale(_("The list was changed in another window meanwhile."))
        if name in PARTS:
            parts = list(getattr(row, name).all())
            _refuse_outside(parts, item, place)
            put_at(parts, parts.pop(item), place)
            row.touch()
        else:
            with row.changed_skills(name) as items:
                _refuse_outside(items, item, place)
                items.insert(place, items.pop(item))
        self.refresh_from_db()


def _refuse_outside(items: list[Any], *places: int) -> None:
    if not all(0 <= place < len(items) for place in places):
        raise Refused(_("There is no such place in this list."))


def put_at(others: list[ProfilePart], part: ProfilePart, place: int) -> None:
    """Number ``others`` anew with ``part`` at ``place`` among them."""
    others.insert(place, part)
    moved = [one for n, one in enumerate(others) if one.position != n]
    for number, one in enumerate(others):
        one.position = number
    type(part).objects.bulk_update(moved, ["position"])
