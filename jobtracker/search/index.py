"""The words of a row, in a table beside it, kept right by the code that writes.

One row of words for each thing that is found. PostgreSQL makes a ``tsvector`` of them by
itself, on SQLite triggers keep an FTS5 table (``schema.py``). Each word stands in the index
with its person before it, ``17:engineer``: so no search ever reads what a stranger wrote,
and costs the same however many strangers there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from itertools import batched
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from django.apps import apps
from django.conf import settings
from django.db import connection, models, transaction
from django.utils.translation import gettext_lazy as _

from jobtracker.ownership import OwnedModel, OwnedQuerySet
from jobtracker.search.words import spelled

if TYPE_CHECKING:
    from django.db.models.fields.related import OneToOneField

# Of each column, in bytes: some 15,000 words. A tsvector holds a million.
MOST = 100_000
AT_ONCE = 200
COLUMNS = ("user_id", "dated_at", "name", "own", "rest")

_waiting: ContextVar[dict[type[Words], set[int]] | None] = ContextVar(
    "words that wait to be renewed", default=None
)


class Texts(NamedTuple):
    """What one row is found by: its name, what the person wrote or was told, the rest."""

    user_id: int | None
    dated_at: datetime
    name: list[str]
    own: list[str]
    rest: list[str]


class WordsQuerySet[W: Words](OwnedQuerySet[W]):
    def renew(self, keys: Iterable[int | None]) -> None:
        """Write the words of these rows anew; those that are gone have none.

        Inside ``renewing`` it waits for its end.
        """
        wanted = {key for key in keys if key is not None}
        waiting = _waiting.get()
        if waiting is not None:
            waiting.setdefault(self.model, set()).update(wanted)
            return
        for some in batched(sorted(wanted), AT_ONCE):  # noqa: B911 – the last is shorter
            self._renew(some)

    def _renew(self, keys: tuple[int, ...]) -> None:
        with self._held(keys):
            self._write(self._fresh(keys))

    @contextmanager
    def _held(self, keys: tuple[int, ...]) -> Iterator[None]:
        """Nobody else renews these meanwhile: of two who write, the later sees both.

        What names them is held first: who renames it holds it before their words.
        """
        with transaction.atomic(savepoint=False):
            if connection.features.has_select_for_update:
                for rows in (*self.model.named_by(keys), self.filter(pk__in=keys)):
                    held = rows.select_for_update(no_key=True).order_by("pk")
                    list(held.values_list("pk", flat=True))
            yield

    def _fresh(self, keys: tuple[int, ...]) -> list[Any]:
        return [self.model.of(key, texts) for key, texts in self.model.texts(keys)]

    def _write(self, rows: list[W]) -> None:
        self.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["pk"],
            update_fields=[*COLUMNS, "updated_at"],
        )

    def rebuild(self, *, is_dry: bool = False) -> Iterator[tuple[int, int]]:
        """Write what is wrong anew, some at a time; yields how many, and how many were."""
        keys = self.model.named().objects.order_by("pk").values_list("pk", flat=True)
        for some in batched(keys.iterator(chunk_size=5_000), AT_ONCE):  # noqa: B911
            with self._held(some):
                there = {row.pk: _columns(row) for row in self.filter(pk__in=some)}
                fresh = self._fresh(some)
                wrong = [row for row in fresh if there.get(row.pk) != _columns(row)]
                if not is_dry:
                    self._write(wrong)
            yield len(some), len(wrong)


def _columns(row: Words) -> list[Any]:
    return [getattr(row, name) for name in COLUMNS]


class Words(OwnedModel):
    """The words by which one row of another table is found.

    A subclass has ``row``, the one-to-one key to that table, and tells its ``texts``.
    """

    row: ClassVar[OneToOneField[Any]]

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        editable=False,
        related_name="+",
        # The index over user and time serves it.
        db_index=False,
    )
    # By which the newest are found first.
    dated_at = models.DateTimeField(editable=False)
    name = models.TextField(_("name"), blank=True, editable=False)
    own = models.TextField(_("own words"), blank=True, editable=False)
    rest = models.TextField(_("the rest"), blank=True, editable=False)

    objects: ClassVar = WordsQuerySet.as_manager()

    class Meta:
        abstract = True
        indexes: ClassVar = [
            models.Index(fields=("user", "-dated_at"), name="%(class)s_newest")
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def named(cls) -> Any:
        """The model whose rows these words find."""
        return cls._meta.get_field("row").related_model

    @classmethod
    def named_by(cls, keys: tuple[int, ...]) -> list[models.QuerySet]:
        """Rows of other tables whose names are among these words."""
        return []

    @classmethod
    def texts(cls, keys: tuple[int, ...]) -> Iterable[tuple[int, Texts]]:
        """What each row of these keys is found by, in a constant number of queries."""
        raise NotImplementedError

    @classmethod
    def of(cls, key: int, texts: Texts) -> Words:
        columns = {
            part: spelled(getattr(texts, part), MOST)
            for part in ("name", "own", "rest")
        }
        row: Any = cls(user_id=texts.user_id, dated_at=texts.dated_at, **columns)
        row.pk = key
        return row


@contextmanager
def renewing() -> Iterator[None]:
    """Renew the words of all that is written within once, at the end."""
    if _waiting.get() is not None:
        yield
        return
    waiting: dict[type[Words], set[int]] = {}
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
    # In the order of ``found_by``: else of two who write each may wait for the other.
    for model in sorted(waiting, key=lambda model: model._meta.label, reverse=True):
        model.objects.renew(waiting[model])


def kinds_of_words() -> list[Any]:
    """All models of words, whatever app they are of."""
    return [model for model in apps.get_models() if issubclass(model, Words)]
