"""“Did you mean”: words that nothing begins with, put right by one's own names."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import reduce
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.db.models import BigIntegerField, BooleanField, F, Func, Q, Value
from django.db.models.functions import Cast

from jobtracker.search.index import kinds_of_words
from jobtracker.search.words import BREAK, Query, is_unbroken

if TYPE_CHECKING:
    from accounts.models import User

# Two words are as alike as this, from 0 to 1, or one is not meant by the other.
LIKENESS = 0.75
SHORTEST = 4
# Each is compared with thousands of names; who pastes a sentence mistyped nothing.
MOST_MISTYPED = 3
# Names that are read of each kind where the database can't compare words: the newest.
MOST_NAMES = 5_000
MOST_ALIKE = 500
# The share of a word’s triples of letters that a name has; PostgreSQL compares by that.
SHARED = 0.5


def meant(user: User, text: str) -> str:
    """What the person may have meant, in their own words; empty if nothing is nearer.

    Only words of names and titles are compared; a word that begins one of them stays.
    As many questions for many words as for one. Where many begin none, nothing is guessed.
    """
    typed = [term.word for term in Query(text).terms]
    known = _names(user, [word for word in typed if _can_be_mistyped(word)])
    wrong = {word for word in typed if _is_mistyped(word, known)}
    if len(wrong) > MOST_MISTYPED:
        return ""
    better = [_nearest(word, known) if word in wrong else word for word in typed]
    return " ".join(better) if better != typed else ""


def _can_be_mistyped(word: str) -> bool:
    return len(word) >= SHORTEST and not is_unbroken(word)


def _is_mistyped(word: str, known: set[str]) -> bool:
    return _can_be_mistyped(word) and not any(name.startswith(word) for name in known)


def _nearest(word: str, known: set[str]) -> str:
    least = max(SHORTEST, len(word) - 2)
    near = (name for name in known if least <= len(name) <= len(word) + 2)
    return next(iter(difflib.get_close_matches(word, near, 1, LIKENESS)), word)


def _names(user: User, typed: list[str]) -> set[str]:
    """Words of the person's names that may be like those typed."""
    find = _alike if connection.vendor == "postgresql" else _newest
    names = find(user, typed) if typed else ()
    return {word for name in names for word in name.replace(BREAK, " ").split()}


def _newest(user: User, _typed: list[str]) -> Iterator[str]:
    for model in kinds_of_words():
        newest = model.objects.filter(user=user).order_by("-dated_at")
        yield from newest.values_list("name", flat=True)[:MOST_NAMES]


def _alike(user: User, typed: list[str]) -> Iterator[str]:
    # A small number would be an int4, which the index does not know.
    key = Cast(Value(user.pk), BigIntegerField())
    any_alike = reduce(Q.__or__, (Q(_HasAlike(F("name"), Value(w))) for w in typed))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL pg_trgm.word_similarity_threshold = {SHARED}")
        for model in kinds_of_words():
            alike = model.objects.filter(any_alike, user_id=key)
            yield from alike.values_list("name", flat=True)[:MOST_ALIKE]


class _HasAlike(Func):
    """Whether a word of a text shares most of its triples of letters (pg_trgm)."""

    output_field = BooleanField()
    template = "%(expressions)s"
    arg_joiner = " %%> "
