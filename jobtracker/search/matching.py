"""``rows.search(user, text)``: one question to either database, the same answer."""

from __future__ import annotations

import json
from functools import reduce
from typing import TYPE_CHECKING, Any

from django.db.models import (
    BooleanField,
    Expression,
    F,
    Func,
    IntegerField,
    Q,
    TextField,
    Value,
)
from django.db.models.functions import Concat

from jobtracker.ownership import OwnedModel, OwnedQuerySet
from jobtracker.search.words import Query, Term

if TYPE_CHECKING:
    from accounts.models import User

MOST = 1_000


class SearchQuerySet[M: OwnedModel](OwnedQuerySet[M]):
    """``words_path`` leads to the words."""

    words_path = "words"

    def search(self, user: User | None, text: str, most: int = MOST) -> list[int]:
        """The keys of those that hold every word of ``text``, best first.

        The newest ``most`` of them are ranked: by where the words stand – in the name, in
        the person's own, in the rest – and whole before begun ones; among the same the
        newest first. ``user`` None: those that belong to nobody.
        """
        query = Query(text)
        if not query:
            return []
        at = self.words_path
        found = self.filter(
            Matches(f"{at}__pk", query.terms, user.pk if user else None),
            _has_phrases(at, query.phrases),
            # Beside the word's own prefix: for the index by which the newest are read.
            **{f"{at}__user": user},
        )
        newest = found.order_by(f"-{at}__dated_at", "-pk").annotate(
            rank=_Rank(at, query.terms)
        )
        ranked = list(newest.values_list("pk", "rank")[:most])
        ranked.sort(key=lambda row: -row[1])
        return [pk for pk, _rank in ranked]


class Matches(Func):
    """Whether the words with that key hold each of the terms of one person."""

    output_field = BooleanField()

    def __init__(self, key: str, terms: list[Term], user_id: int | None) -> None:
        super().__init__(F(key))
        self.terms, self.owner = terms, "" if user_id is None else str(user_id)

    def as_sql(self, compiler: Any, connection: Any, **_context: Any) -> Any:
        """FTS5: of the words nothing but letters, digits, + and # is left to quote."""
        key, params = compiler.compile(self.source_expressions[0])
        table = f"{self._column.target.model._meta.db_table}_fts"
        terms = [f'"{self.owner}:{t.word}"{"*" * t.begins}' for t in self.terms]
        found = f'SELECT rowid FROM "{table}" WHERE "{table}" MATCH %s'  # noqa: S608 – ours
        return f"{key} IN ({found})", [*params, " AND ".join(terms)]

    def as_postgresql(self, compiler: Any, connection: Any, **_context: Any) -> Any:
        alias = compiler.quote_name(self._column.alias)
        terms = [f"'{self.owner}:{t.word}'{':*' * t.begins}" for t in self.terms]
        return f'{alias}."lexemes" @@ %s::tsquery', [" & ".join(terms)]

    @property
    def _column(self) -> Any:
        return self.source_expressions[0]


class _Rank(Func):
    """For each term: 8 as a word of the name, 4 as the beginning of one, 2 in own words.

    Written out here: of expressions of the ORM it would take longer to build than to ask.
    """

    output_field = IntegerField()

    def __init__(self, at: str, terms: list[Term]) -> None:
        super().__init__(F(f"{at}__name"), F(f"{at}__own"))
        self.terms = terms

    def as_sql(
        self, compiler: Any, connection: Any, find: str = "INSTR", **_context: Any
    ) -> Any:
        name, own = (
            f"' ' || {compiler.compile(c)[0]}" for c in self.source_expressions
        )
        one = (
            f"CASE WHEN {find}({name} || ' ', %s) > 0 THEN 8"
            f" WHEN {find}({name}, %s) > 0 THEN 4"
            f" WHEN {find}({own}, %s) > 0 THEN 2 ELSE 0 END"
        )
        params = [
            p for t in self.terms for p in (f" {t.word} ", f" {t.word}", f" {t.word}")
        ]
        return "(" + " + ".join([one] * len(self.terms)) + ")", params

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, find="STRPOS", **context)


def _has_phrases(at: str, phrases: list[str]) -> Q:
    """The words are there: whether they stand together only the texts can say."""
    found = Q()
    for phrase in phrases:
        columns = (_padded(f"{at}__{part}") for part in ("name", "own", "rest"))
        found &= reduce(Q.__or__, (Q(_Holds(c, Value(f" {phrase} "))) for c in columns))
    return found


def _padded(column: str) -> Expression:
    return Concat(Value(" "), F(column), Value(" "), output_field=TextField())


class _Holds(Func):
    """Whether a text holds another, sign by sign."""

    output_field = BooleanField()
    template = "(%(function)s(%(expressions)s) > 0)"
    function = "INSTR"

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, function="STRPOS", **context)


def among(keys: list[int]) -> Q:
    """Rows with one of these keys, in any number: one parameter for all of them."""
    return Q(_Among(F("pk"), json.dumps(keys)))


class _Among(Func):
    output_field = BooleanField()

    def __init__(self, column: F, keys: str) -> None:
        super().__init__(column)
        self.keys = keys

    def as_sql(self, compiler: Any, connection: Any, **_context: Any) -> Any:
        column, params = compiler.compile(self.source_expressions[0])
        found = f"{column} IN (SELECT value FROM json_each(%s))"  # noqa: S608 – ours
        return found, [*params, self.keys]

    def as_postgresql(self, compiler: Any, connection: Any, **_context: Any) -> Any:
        column, params = compiler.compile(self.source_expressions[0])
        keys = "{" + self.keys[1:-1] + "}"
        return f"{column} = ANY(%s::bigint[])", [*params, keys]
