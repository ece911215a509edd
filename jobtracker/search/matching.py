"""``rows.search(user, text)``: one way to ask either database, the same answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import BooleanField, F, Func, IntegerField, Q, Subquery

from jobtracker.ownership import OwnedModel, OwnedQuerySet
from jobtracker.search.words import BREAK, Query, Term

if TYPE_CHECKING:
    from accounts.models import User

MOST = 1_000
# So many of the newest rows tell how common the words are. Where every third has them, it is
# quicker to read the newest than to sort all that the index finds; up to so many are read.
SAMPLE = 100
MOST_READ = 5_000
# Reading costs more with each word; many together are seldom common.
MOST_WORDS_READ = 3


class SearchQuerySet[M: OwnedModel](OwnedQuerySet[M]):
    """``words_path`` leads to the words. ``are_many``: a person may have a hundred thousand."""

    words_path = "words"
    are_many = False

    def search(self, user: User | None, text: str, most: int = MOST) -> list[int]:
        """The keys of those that hold every word of ``text``, best first.

        The newest ``most`` of them are ranked: by where the words stand – in the name, in
        the person's own, in the rest – and whole before begun ones; among the same the
        newest first. ``user`` None: those that belong to nobody.

        One question; where rows are many another one before, however many, and one more
        where words that most of the newest have are rare among the older.
        """
        query = Query(text)
        if not query:
            return []
        found = None
        if self.are_many and user and len(query.written) <= MOST_WORDS_READ:
            found = self._read(user, query, most)
        if found is None:
            found = self._look_up(user, query, most)
        found.sort(key=lambda row: -row[1])
        return [pk for pk, _rank in found]

    def _look_up(
        self, user: User | None, query: Query, most: int
    ) -> list[tuple[int, int]]:
        """Those that the index finds, and their ranks."""
        matches = Matches(
            f"{self.words_path}__pk", query.terms, user.pk if user else ""
        )
        # Whose the words are says the index; asked twice, PostgreSQL reads all of theirs.
        rows = self._newest(query).filter(matches)
        if query.phrases:
            rows = rows.filter(_Holds(self.words_path, query.phrases_written))
        return list(rows.values_list("pk", "rank")[:most])

    def _read(
        self, user: User | None, query: Query, most: int
    ) -> list[tuple[int, int]] | None:
        """Those found by reading the newest; None where the index is to be asked."""
        is_common, since = self._sample(user, query)
        if not is_common:
            return None
        held = _Holds(self.words_path, query.written)
        rows = self._newest(query).filter(held, **{f"{self.words_path}__user": user})
        if since is not None:
            rows = rows.filter(**{f"{self.words_path}__dated_at__gte": since})
        found = list(rows.values_list("pk", "rank")[:most])
        return found if since is None or len(found) == most else None

    def _sample(self, user: User | None, query: Query) -> tuple[bool, datetime | None]:
        """Whether the words are common, and since when to read; None: from the beginning."""
        words: Any = self.model
        for step in self.words_path.split("__"):
            words = words._meta.get_field(step).related_model
        newest = words.objects.filter(user=user).order_by("-dated_at")
        since = Subquery(newest.values("dated_at")[MOST_READ : MOST_READ + 1])
        held = newest.annotate(is_held=_Holds("", query.written), since=since)
        sample = list(held.values_list("is_held", "since")[:SAMPLE])
        count = sum(is_held for is_held, _since in sample)
        return count * 3 >= SAMPLE, sample[0][1] if sample else None

    def _newest(self, query: Query) -> Any:
        newest = self.order_by(f"-{self.words_path}__dated_at", "-pk")
        return newest.annotate(rank=_Rank(self.words_path, query.terms))


def _column(at: str, name: str) -> F:
    return F(f"{at}__{name}" if at else name)


class Matches(Func):
    """Whether the index holds each of the terms of one person for the words of that key."""

    output_field = BooleanField()

    def __init__(self, key: str, terms: list[Term], owner: int | str) -> None:
        super().__init__(F(key))
        self.terms, self.owner = terms, owner

    def as_sql(self, compiler: Any, connection: Any, **_context: Any) -> Any:
        """FTS5: of the words nothing but letters, digits, + and # is left to quote."""
        key, params = compiler.compile(self.source_expressions[0])
        table = f"{self._key.target.model._meta.db_table}_fts"
        terms = [f'"{self.owner}:{t.word}"{"*" * t.begins}' for t in self.terms]
        found = f'SELECT rowid FROM "{table}" WHERE "{table}" MATCH %s'  # noqa: S608 – ours
        return f"{key} IN ({found})", [*params, " AND ".join(terms)]

    def as_postgresql(self, compiler: Any, connection: Any, **_context: Any) -> Any:
        alias = compiler.quote_name(self._key.alias)
        terms = [f"'{self.owner}:{t.word}'{':*' * t.begins}" for t in self.terms]
        return f'{alias}."lexemes" @@ %s::tsquery', [" & ".join(terms)]

    @property
    def _key(self) -> Any:
        return self.source_expressions[0]


class _OfTexts(Func):
    """Something about the texts of words, written out here: of expressions of the ORM it
    would take longer to build than to ask."""

    columns: tuple[str, ...] = ("name", "own", "rest")
    find = "INSTR"

    def __init__(self, at: str) -> None:
        super().__init__(*(_column(at, name) for name in self.columns))

    def as_sql(self, compiler: Any, connection: Any, **_context: Any) -> Any:
        return self.written([compiler.compile(c)[0] for c in self.source_expressions])

    def as_postgresql(self, compiler: Any, connection: Any, **_context: Any) -> Any:
        sql, params = self.as_sql(compiler, connection)
        return sql.replace(self.find, "STRPOS"), params

    def written(self, columns: list[str]) -> tuple[str, list[str]]:
        raise NotImplementedError


class _Holds(_OfTexts):
    """Whether each of these stands in one of the columns, sign by sign."""

    output_field = BooleanField()

    def __init__(self, at: str, parts: list[str]) -> None:
        super().__init__(at)
        self.parts = parts

    def as_postgresql(self, compiler: Any, connection: Any, **_context: Any) -> Any:
        """The texts are put together once for all parts, in which no sign is a pattern."""
        whole = _whole([compiler.compile(c)[0] for c in self.source_expressions])
        return f"({whole} LIKE ALL(%s))", [[f"%{part}%" for part in self.parts]]

    def written(self, columns: list[str]) -> tuple[str, list[str]]:
        one = f"{self.find}({_whole(columns)}, %s) > 0"
        return f"({' AND '.join([one] * len(self.parts))})", self.parts


def _whole(columns: list[str]) -> str:
    return f"(' ' || {f" || '{BREAK}' || ".join(columns)} || ' ')"


class _Rank(_OfTexts):
    """For each term: 8 as a word of the name, 4 as the beginning of one, 2 in own words."""

    output_field = IntegerField()
    columns = ("name", "own")

    def __init__(self, at: str, terms: list[Term]) -> None:
        super().__init__(at)
        self.terms = terms

    def written(self, columns: list[str]) -> tuple[str, list[str]]:
        name, own = (f"' ' || {column}" for column in columns)
        one = (
            f"CASE WHEN {self.find}({name} || ' ', %s) > 0 THEN 8"
            f" WHEN {self.find}({name}, %s) > 0 THEN 4"
            f" WHEN {self.find}({own}, %s) > 0 THEN 2 ELSE 0 END"
        )
        begun = [f" {term.word}" for term in self.terms]
        params = [param for word in begun for param in (f"{word} ", word, word)]
        return f"({' + '.join([one] * len(begun))})", params


def among(keys: Iterable[int], path: str = "pk") -> Q:
    """Rows with one of these keys, in any number: one parameter for all of them."""
    return Q(_Among(F(path), ",".join(map(str, keys))))


class _Among(Func):
    output_field = BooleanField()

    def __init__(self, column: F, keys: str) -> None:
        super().__init__(column)
        self.keys = keys

    def as_sql(self, compiler: Any, connection: Any, **_context: Any) -> Any:
        column, params = compiler.compile(self.source_expressions[0])
        found = f"{column} IN (SELECT value FROM json_each('[' || %s || ']'))"  # noqa: S608 – ours
        return found, [*params, self.keys]

    def as_postgresql(self, compiler: Any, connection: Any, **_context: Any) -> Any:
        column, params = compiler.compile(self.source_expressions[0])
        found = f"{column} = ANY(('{{' || %s || '}}')::bigint[])"
        return found, [*params, self.keys]
