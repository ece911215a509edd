"""Two companies become one, and two again: every row that names the one names the other.

Which rows those are is asked of the models, so that a new one is covered the day it comes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from django.apps import apps
from django.core.validators import MaxLengthValidator
from django.db import models, transaction
from django.db.models import Count, Exists, Max, OuterRef, Q, UniqueConstraint
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from companies.models import Company, CompanyMerge, CompanyPair
from companies.models.company import name_key
from companies.uniting import unite, united_fields
from jobtracker.errors import Refused, Stale
from jobtracker.packed import packed_row
from jobtracker.search import Words, renewing

MOST_NAMES = 5


class Move(NamedTuple):
    """Rows of one kind that would name the kept company: how many, and some of them."""

    label: str
    total: int
    names: list[str]
    dropped: int

    @property
    def more(self) -> int:
        return self.total - len(self.names)


class Change(NamedTuple):
    """A field of the kept company: what it and the other say, and what it would say."""

    field: models.Field
    ours: Any
    theirs: Any
    joined: Any


def relations() -> list[models.Field]:
    """Every column that names a company, but for the words it is found by.

    Which others it is not goes with it: of the kept one nobody said so.
    """
    return [
        field
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.local_concrete_fields
        if field.related_model is Company
        and not issubclass(model, (Words, CompanyPair))
    ]


def unique_with(field: models.Field) -> list[tuple[str, ...]]:
    """With which other columns of its table it must be unique; none: by itself."""
    options: Any = field.model._meta
    constraints = (c for c in options.constraints if isinstance(c, UniqueConstraint))
    found = [*(c.fields for c in constraints), *options.unique_together]
    found += [(field.name,)] if field.unique else []
    return [
        tuple(name for name in names if name != field.name)
        for names in found
        if field.name in names
    ]


class Merger:
    """What merging ``other`` into ``kept`` does; both are one person's."""

    def __init__(self, kept: Company, other: Company) -> None:
        self.kept, self.other = kept, other

    # What would be

    @cached_property
    def moves(self) -> list[Move]:
        counted = zip(relations(), self._counted, strict=True)
        return [self._move(field, total) for field, (total, _last) in counted if total]

    @cached_property
    def _counted(self) -> list[tuple[int, int | None]]:
        """For each column that names the other one, how many rows do, and the last key."""
        counts = {"total": Count("pk"), "last": Max("pk")}
        found = (self._rows(field).aggregate(**counts) for field in relations())
        return [(one["total"], one["last"]) for one in found]

    def _move(self, field: models.Field, total: int) -> Move:
        found = list(self._rows(field).order_by("-pk")[:MOST_NAMES])
        for row in found:
            setattr(row, field.name, self.other)  # its name may say it
        label = capfirst(str(field.model._meta.verbose_name_plural))
        dropped = self._clashing(field).count() if unique_with(field) else 0
        return Move(label, total, [str(row)[:120] for row in found], dropped)

    def changes(self) -> list[Change]:
        """The fields to which the other one has something to say."""
        joined = unite(self.kept, self.other, name=self.kept.name)
        found = (
            Change(f, getattr(self.kept, f.name), getattr(self.other, f.name), new)
            for f in united_fields()
            for new in (joined[f.name],)
        )
        return [one for one in found if one.theirs and one.ours != one.theirs]

    @cached_property
    def mark(self) -> str:
        """Of all that a preview shows: where it is another one, something has changed."""
        said = [packed_row(self.kept), packed_row(self.other)]
        text = json.dumps([said, self._counted], sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()[:32]

    def _rows(self, field: models.Field) -> models.QuerySet:
        return field.model._default_manager.filter(**{field.name: self.other})

    def _clashing(self, field: models.Field) -> models.QuerySet:
        """Rows that the kept company has just so: only one of both can stand."""
        clash = Q(pk__in=[])
        for names in unique_with(field):
            same = {name: OuterRef(name) for name in names} | {field.name: self.kept}
            clash |= Q(Exists(field.model._default_manager.filter(**same)))
        return self._rows(field).filter(clash)

    # Doing it

    @transaction.atomic
    @renewing()
    def merge(self, *, name: str, seen: str) -> CompanyMerge:
        """Make them one, called ``name``. Raises Stale, Refused.

        ``seen`` is the mark of the preview that the person said yes to.
        """
        self._lock()
        if seen != self.mark:
            raise Stale
        new = unite(self.kept, self.other, name=name)
        self._check(new)
        before, given_up = packed_row(self.kept), {self.kept.name, self.other.name}
        merged: dict[str, Any] = {
            "name": self.other.name,
            "row": packed_row(self.other),
        }
        # While they still stand at the other one, its applications are easily told.
        self.other.jobs.all().sort_by(sort_company=name_key(name))
        merged |= {"dropped": list(self._drop()), "moved": dict(self._move_all())}
        apart = CompanyPair.objects.of(self.other)
        merged["apart"] = [packed_row(pair) for pair in apart]
        former = self.other.pk
        self.other.delete()
        changed = self._write(new)
        after = packed_row(self.kept)
        merged["before"] = {column: before[column] for column in changed}
        merged["after"] = {column: after[column] for column in changed}
        return CompanyMerge.objects.create(
            user=self.kept.user,
            kept=self.kept,
            merged=merged,
            former_id=former,
            name_key=name_key((given_up - {name}).pop()),
        )

    def _lock(self) -> None:
        """Hold both, always in the same order, and take over what they say now."""
        pair = (self.kept.pk, self.other.pk)
        rows = Company.objects.for_user(self.kept.user).filter(pk__in=pair)
        found = {row.pk: row for row in rows.select_for_update().order_by("pk")}
        if len(found) < 2:
            raise Stale
        self.kept, self.other = (found[pk] for pk in pair)
        for name in ("mark", "_counted"):
            self.__dict__.pop(name, None)

    def _check(self, new: dict[str, Any]) -> None:
        for field in united_fields():
            for validator in field.validators:
                if isinstance(validator, MaxLengthValidator) and (
                    len(new[field.name]) > validator.limit_value
                ):
                    what = {"field": capfirst(str(field.verbose_name))}
                    text = _("%(field)s of both together are too long. Shorten one.")
                    raise Refused(text % what, code=field.name)

    def _drop(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for field in relations():
            for row in self._clashing(field) if unique_with(field) else ():
                yield field.model._meta.label_lower, packed_row(row)
                row.delete()

    def _move_all(self) -> Iterator[tuple[str, list[Any]]]:
        """Where each row stood before is plain: at the other one."""
        for field in relations():
            rows = self._rows(field)
            keys = list(rows.order_by("pk").values_list("pk", flat=True))
            if keys:
                rows.update(**{field.name: self.kept})
                yield f"{field.model._meta.label_lower}.{field.name}", keys

    def _write(self, new: dict[str, Any]) -> list[str]:
        changed = [n for n, value in new.items() if getattr(self.kept, n) != value]
        for column in changed:
            setattr(self.kept, column, new[column])
        self.kept.save_fields(*changed)
        return changed
