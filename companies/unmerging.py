"""Undo a merge of companies: each row stands again where it stood."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import batched
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from companies.models import Company, CompanyMerge, CompanyPair
from companies.models.company import name_key
from jobtracker.errors import Refused, Stale
from jobtracker.packed import packed, put_back, unpacked
from jobtracker.search import renewing

AT_ONCE = 500


@transaction.atomic
@renewing()
def undo(merge: CompanyMerge) -> list[dict[str, Any]]:
    """Put the merged company back with all that was its own; what stayed, with the reason.

    Raises Stale where it is undone already, Refused where it can't be.
    """
    kept = Company.objects.select_for_update().get(pk=merge.kept_id)
    merge = CompanyMerge.objects.select_for_update().get(pk=merge.pk)
    if merge.undone_at or merge.kept_id != kept.pk:
        raise Stale(_("This merge is undone already."))
    if not merge.can_undo:
        raise Refused(_("Another system merged these: nobody knows how they were."))
    if merge.later().exists():
        raise Refused(_("A later merge stands on this one: undo that first."))
    return Unmerger(merge, kept).go()


class Unmerger:
    def __init__(self, merge: CompanyMerge, kept: Company) -> None:
        self.merge, self.kept = merge, kept
        self.was: dict[str, Any] = merge.merged

    def go(self) -> list[dict[str, Any]]:
        stayed = list(self._put_columns_back())
        former = self._former()
        for place, keys in self.was["moved"].items():
            label, name = place.rsplit(".", 1)
            stayed += self._move_back(apps.get_model(label), name, keys, former)
        for label, row in self.was["dropped"]:
            put_back(apps.get_model(label), row)
        self._tell_apart()
        former.jobs.all().sort_by(sort_company=former.name_key)
        self.was["stayed"] = stayed
        self.merge.undone_at = timezone.now()
        self.merge.save_fields("merged", "undone_at")
        return stayed

    def _put_columns_back(self) -> Iterator[dict[str, Any]]:
        """Of the kept one, but for what was edited since."""
        ours = []
        for name, after in self.was["after"].items():
            field: Any = Company._meta.get_field(name)
            if packed(field, getattr(self.kept, name)) == after:
                setattr(self.kept, name, unpacked(field, self.was["before"][name]))
                ours.append(name)
            else:
                yield _told(field.verbose_name, self.kept, _("edited since"))
        if "name" in ours:
            self._check_free(self.kept.name, but=self.kept)
        self.kept.save_fields(*ours)

    def _former(self) -> Company:
        row = self.was["row"]
        self._check_free(row["name"])
        put_back(Company, row)
        return Company.objects.get(pk=row["id"])

    def _tell_apart(self) -> None:
        """From those that it is not, as far as they are still there."""
        pairs = self.was.get("apart", [])  # merges of before had none
        keys = {pair[end] for pair in pairs for end in ("first", "second")}
        there = Company.objects.for_user(self.kept.user).in_bulk(keys)
        for pair in pairs:
            if pair["first"] in there and pair["second"] in there:
                put_back(CompanyPair, pair)

    def _check_free(self, name: str, *, but: Company | None = None) -> None:
        mine = Company.objects.for_user(self.kept.user).filter(name_key=name_key(name))
        taken = (mine.exclude(pk=but.pk) if but else mine).first()
        if taken is not None:
            text = _("You have another company called %(name)s now. Rename it first.")
            raise Refused(text % {"name": taken}, code="name")

    def _move_back(
        self, model: type[models.Model], name: str, keys: list[int], former: Company
    ) -> Iterator[dict[str, Any]]:
        for some in batched(keys, AT_ONCE):  # noqa: B911
            rows = model._default_manager.filter(pk__in=some)
            for row in rows.exclude(**{name: self.kept}):
                kind = row._meta.verbose_name
                yield _told(kind, row, _("moved elsewhere since"))
            rows.filter(**{name: self.kept}).update(**{name: former})


def _told(kind: Any, row: Any, why: str) -> dict[str, Any]:
    url = row.get_absolute_url() if hasattr(row, "get_absolute_url") else ""
    name = str(row)[:200]
    return {"kind": str(capfirst(str(kind))), "name": name, "url": url, "why": why}
