"""The indexes over words, which each database has in a way of its own."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction
from django.db.migrations.operations.base import Operation

# Each word with its person before it: see index.py.
_POSTGRESQL = """
ALTER TABLE "{table}" ADD COLUMN "lexemes" tsvector GENERATED ALWAYS AS (
    array_to_tsvector(string_to_array(
        coalesce("user_id"::text, '') || ':' || replace(
            "name" || ' ' || "own" || ' ' || "rest",
            ' ', ' ' || coalesce("user_id"::text, '') || ':'
        ), ' '
    ))
) STORED;
CREATE INDEX "{table}_lexemes" ON "{table}" USING gin ("lexemes");
CREATE INDEX "{table}_alike" ON "{table}" USING gin ("user_id", "name" gin_trgm_ops);
"""
_POSTGRESQL_BACK = (
    'ALTER TABLE "{table}" DROP COLUMN "lexemes"; DROP INDEX "{table}_alike";'
)

_SQLITE_WORDS = """
    coalesce({row}."user_id", '') || ':' || replace(
        {row}."name" || ' ' || {row}."own" || ' ' || {row}."rest",
        ' ', ' ' || coalesce({row}."user_id", '') || ':'
    )
"""
_SQLITE_ADD = 'INSERT INTO "{table}_fts"(rowid, words) VALUES (new."row_id", {new});'
_SQLITE_DROP = (
    'INSERT INTO "{table}_fts"("{table}_fts", rowid, words) '
    """VALUES ('delete', old."row_id", {old});"""
)
# Without the texts themselves and without places of words: neither is asked for.
_SQLITE = (
    """CREATE VIRTUAL TABLE "{table}_fts" USING fts5(
        words, content='', detail=none, tokenize="ascii tokenchars ':+#'"
    )""",
    f'CREATE TRIGGER "{{table}}_ai" AFTER INSERT ON "{{table}}" BEGIN {_SQLITE_ADD} END',
    f'CREATE TRIGGER "{{table}}_ad" AFTER DELETE ON "{{table}}" BEGIN {_SQLITE_DROP} END',
    f"""CREATE TRIGGER "{{table}}_au" AFTER UPDATE ON "{{table}}"
        BEGIN {_SQLITE_DROP} {_SQLITE_ADD} END""",
)
_SQLITE_BACK = (
    'DROP TRIGGER "{table}_ai"',
    'DROP TRIGGER "{table}_ad"',
    'DROP TRIGGER "{table}_au"',
    'DROP TABLE "{table}_fts"',
)


_SQLITE_REFILL = (
    """INSERT INTO "{table}_fts"("{table}_fts") VALUES ('delete-all')""",
    'INSERT INTO "{table}_fts"(rowid, words) SELECT "row_id", {row} FROM "{table}" AS row',
)


def refill(table: str) -> None:
    """Put the index over a table of words together anew, where it can fall out of step."""
    if connection.vendor != "sqlite":
        return
    words = _SQLITE_WORDS.format(row="row")
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in _SQLITE_REFILL:
            cursor.execute(statement.format(table=table, row=words))


class IndexWords(Operation):
    """Make the index over a table of words, after that table."""

    reversible = True

    def __init__(self, model: str) -> None:
        self.model = model

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        self._execute(app_label, schema_editor, (_POSTGRESQL,), _SQLITE)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        self._execute(app_label, schema_editor, (_POSTGRESQL_BACK,), _SQLITE_BACK)

    def _execute(
        self,
        app_label: str,
        editor: Any,
        postgresql: tuple[str, ...],
        sqlite: tuple[str, ...],
    ) -> None:
        statements = sqlite if editor.connection.vendor == "sqlite" else postgresql
        table = f"{app_label}_{self.model}".lower()
        new, old = (_SQLITE_WORDS.format(row=row) for row in ("new", "old"))
        for statement in statements:
            editor.execute(statement.format(table=table, new=new, old=old), params=None)

    def describe(self) -> str:
        return f"Index the words of {self.model}"
