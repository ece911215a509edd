"""The order of a ranking: as it was worked out, or as the person put it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models.skills import mark_of
from jobtracker.errors import Refused, Stale

# The three lists of a ranking, and where each is kept.
LISTS: Final = {
    "experiences": "ranked_experience_ids",
    "projects": "ranked_project_ids",
    "skills": "ranked_skill_ids",
}


class RankingOrderMixin:
    """For a ranking of ours: keys of the résumé's entries, names of its skills.

    ``explanations`` holds ``mark`` (of what it was worked out from), ``told`` (of each list,
    by the key as text, why), ``computed`` (each list as worked out), ``own`` (the lists that
    the person put in order) and ``imported``, what another system had in its place.
    """

    if TYPE_CHECKING:
        confidence: Any

    def items(self: Any, name: str) -> list[Any]:
        return list(getattr(self, LISTS[name]))

    def mark_of_list(self, name: str) -> str:
        """What the list is at the moment, and in which order, in short."""
        return mark_of(self.items(name))

    def _kept(self: Any, name: str, otherwise: Any) -> Any:
        told = self.explanations if isinstance(self.explanations, dict) else {}
        return told.get(name, otherwise) if self.is_ours else otherwise

    @property
    def mark(self) -> str:
        return str(self._kept("mark", ""))

    @property
    def own(self) -> list[str]:
        """The lists that the person put in order."""
        return list(self._kept("own", []))

    @property
    def imported(self) -> dict[str, Any]:
        return dict(self._kept("imported", {}))

    def told_of(self, name: str, item: Any) -> dict[str, Any]:
        """Why an item stands where it does; empty where nothing is known."""
        return dict(self._kept("told", {}).get(name, {}).get(str(item), {}))

    # Its doors

    @transaction.atomic
    def renew(
        self: Any,
        computed: dict[str, list[Any]],
        told: dict[str, dict[str, Any]],
        *,
        mark: str,
        confidence: float,
    ) -> None:
        """Take over what was worked out anew; a list of the person's own stays in order."""
        row = self._hold()
        own = row.own
        for name, column in LISTS.items():
            items = computed[name]
            mine = merged(row.items(name), items) if name in own else items
            setattr(self, column, mine)
        said = {"mark": mark, "told": told, "computed": computed, "own": own}
        if imported := _imported(row):
            said["imported"] = imported
        self.explanations, self.confidence = said, confidence
        self.engine, self.is_active = row.ENGINE, True
        self._note_own(own, row.user_modified_at)
        self.save_fields(
            *LISTS.values(),
            "explanations",
            "confidence",
            "engine",
            "is_active",
            *_NOTED,
        )

    @transaction.atomic
    def move(self: Any, name: str, item: int, place: int, *, seen: str) -> None:
        """Put the item that stands at ``item`` to ``place``, both counted from 0.

        ``seen`` is the mark of the list the person had before them. Raises Stale if it is
        another one by now, Refused if there is no such item or place.
        """
        row = self._hold()
        items = row.items(name)
        if row.mark_of_list(name) != seen:
            raise Stale(_("The list was changed in another window meanwhile."))
        if not all(0 <= one < len(items) for one in (item, place)):
            raise Refused(_("There is no such place in this list."))
        items.insert(place, items.pop(item))
        row._put(name, items, [*dict.fromkeys([*row.own, name])])
        self.refresh_from_db()

    @transaction.atomic
    def put_back(self: Any, name: str) -> None:
        """Back to the order that was worked out."""
        row = self._hold()
        if name in row.own:
            own = [one for one in row.own if one != name]
            row._put(name, list(row._kept("computed", {})[name]), own)
        self.refresh_from_db()

    def use(self: Any) -> None:
        """A document was written by it."""
        same = type(self).objects.filter(pk=self.pk)
        same.update(times_used=F("times_used") + 1, last_used_at=timezone.now())

    def _hold(self: Any) -> Any:
        """The row as it stands, for us alone until the transaction ends. Raises Stale."""
        row = type(self).objects.select_for_update().filter(pk=self.pk).first()
        if row is None:
            raise Stale
        return row

    def _put(self: Any, name: str, items: list[Any], own: list[str]) -> None:
        setattr(self, LISTS[name], items)
        self.explanations = self.explanations | {"own": own}
        self._note_own(own, timezone.now())
        self.save_fields(LISTS[name], "explanations", *_NOTED)

    def _note_own(self, own: list[str], at: Any) -> None:
        self.user_modified = bool(own)
        self.user_modified_at = at if own else None


_NOTED: Final = ("user_modified", "user_modified_at")


def merged(own: list[Any], computed: list[Any]) -> list[Any]:
    """The person's own order of what is still there; what is new comes after that which
    it follows in the computed one."""
    kept = [item for item in own if item in computed]
    for number, item in enumerate(computed):
        if item not in kept:
            after = kept.index(computed[number - 1]) + 1 if number else 0
            kept.insert(after, item)
    return kept


def _imported(row: Any) -> dict[str, Any]:
    """What another system had said, where ours takes its place."""
    if row.is_ours:
        return row.imported
    said = {name: getattr(row, column) for name, column in LISTS.items()}
    at = row.user_modified_at
    return said | {
        "engine": row.engine,
        "explanations": row.explanations,
        "confidence": row.confidence,
        "user_modified_at": at.isoformat() if at else None,
        "created_at": row.created_at.isoformat(),
    }
