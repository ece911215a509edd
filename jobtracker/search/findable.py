"""Rows that are found by their words: writing them renews these."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from django.apps import apps
from django.db import models, transaction

from jobtracker.ownership import OwnedModel, OwnedQuerySet
from jobtracker.search.index import renewing
from jobtracker.search.matching import among

if TYPE_CHECKING:
    from jobtracker.search.index import Words


class FoundBy(NamedTuple):
    """Which words change with a row: ``path`` leads from it to their key.

    ``fields`` are the columns they are made of.
    """

    words: str
    path: str
    fields: Set[str]

    @property
    def model(self) -> type[Words]:
        return apps.get_model(self.words)

    @property
    def may_move(self) -> bool:
        """Whether the column that leads there can change: then it is one of them."""
        return self.path.split("__")[0].removesuffix("_id") in self.fields


class FindableQuerySet[M: Findable](OwnedQuerySet[M]):
    """Of rows with ``found_by``."""

    def keys_of_words(self, names: Iterable[str] | None = None) -> Keys:
        """Which words are made of these rows, and of those columns if any are named."""
        rows: Any = models.QuerySet(self.model).filter(pk__in=self.values("pk"))
        return Keys(self.model, rows, names)

    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic(savepoint=False):
            made = super().bulk_create(objs, *args, **kwargs)
            rows: Any = models.QuerySet(self.model).filter(
                among([row.pk for row in made])
            )
            Keys(self.model, rows).renew()
        return made

    def update(self, **kwargs: Any) -> int:
        if not any(found.fields & kwargs.keys() for found in self.model.found_by):
            return super().update(**kwargs)
        with transaction.atomic(savepoint=False), renewing():
            # Read before: afterwards they may not be these rows any more.
            keys, moved = self.keys_of_words(kwargs), self._moved_by(kwargs)
            count = super().update(**kwargs)
            keys.renew()
            if moved:
                Keys(
                    self.model, self.model.objects.filter(among(moved)), kwargs
                ).renew()
        return count

    def _moved_by(self, names: Iterable[str]) -> list[int]:
        """The rows that belong to other words once those columns are written."""
        changed = set(names)
        found_by = self.model.found_by
        if any(by.may_move and by.fields & changed for by in found_by):
            return list(self.order_by().values_list("pk", flat=True))
        return []

    def delete(self) -> tuple[int, dict[str, int]]:
        with transaction.atomic(savepoint=False):
            keys = self.keys_of_words()
            done = super().delete()
            keys.renew()
        return done


class Keys:
    """The words that are made of some rows, by their keys as they are now."""

    def __init__(
        self, model: Any, rows: models.QuerySet, names: Iterable[str] | None = None
    ) -> None:
        self.found: list[tuple[type[Words], list[int]]] = []
        for by in model.found_by:
            if names is None or by.fields & set(names):
                keys = rows.order_by().values_list(by.path, flat=True)
                self.found.append((by.model, list(keys)))

    def renew(self) -> None:
        for model, keys in self.found:
            model.objects.renew(keys)


class Findable(OwnedModel):
    found_by: ClassVar[tuple[FoundBy, ...]] = ()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        names = kwargs.get("update_fields")
        is_new = self._state.adding
        # What it left and what it belongs to now are mostly the same words.
        with transaction.atomic(savepoint=False), renewing():
            left = [] if is_new else self._left_by(names)
            super().save(*args, **kwargs)
            self.renew_words(names, is_new=is_new)
            for model, keys in left:
                model.objects.renew(keys)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic(savepoint=False):
            keys = Keys(type(self), self._this())
            done = super().delete(*args, **kwargs)
            keys.renew()
        return done

    def renew_words(
        self, names: Iterable[str] | None = None, *, is_new: bool = False
    ) -> None:
        """Those made of this row, and of the columns that are named."""
        changed = None if names is None else set(names)
        for by in self.found_by:
            if changed is None or by.fields & changed:
                by.model.objects.renew(self._keys(by.path, is_new=is_new))

    def _left_by(self, names: Iterable[str] | None) -> list[tuple[Any, list[int]]]:
        """Words that were made of this row, and after this may not be any more."""
        changed = None if names is None else set(names)
        return [
            (by.model, list(self._this().values_list(by.path, flat=True)))
            for by in self.found_by
            if by.may_move and (changed is None or by.fields & changed)
        ]

    def _keys(self, path: str, *, is_new: bool) -> list[Any]:
        """Without a question to the database, where the rows on the way are loaded."""
        row: Any = self
        *steps, last = path.split("__")
        for step in steps:
            if not row._meta.get_field(step).many_to_one:
                # Nothing hangs on a new row yet.
                return [] if is_new else list(self._this().values_list(path, flat=True))
            row = getattr(row, step)
        return [getattr(row, last)]

    def _this(self) -> Any:
        return models.QuerySet(type(self)).filter(pk=self.pk)
