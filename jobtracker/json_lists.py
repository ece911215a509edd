"""Lists of words in JSON columns: which rows hold one of some words, in any case.

What an import left there may be anything: only words that stand in the list itself count.
"""

from __future__ import annotations

import json
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement
from django.db.models import Index, JSONField, Lookup, Model

# The list in small letters: what is asked and what the index holds are the same.
_SMALL = "(lower({column}::text)::jsonb)"
_NAMED = """EXISTS (
    SELECT 1 FROM json_each(CASE json_type({column}) WHEN 'array' THEN {column} END) one
    WHERE one.type = 'text' AND one.value COLLATE NOCASE IN ({words})
)"""


@JSONField.register_lookup
class ListNames(Lookup):
    """``column__names=["k8s", "Kubernetes"]``: one of these words stands in the list.

    SQLite compares only A–Z without case.
    """

    lookup_name = "names"
    prepare_rhs = False
    rhs: list[str]

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        column, params = self.process_lhs(compiler, connection)
        words = ", ".join(["%s"] * len(self.rhs))
        sql = _NAMED.format(column=column, words=words)
        return sql, (*params, *params, *self.rhs)

    def as_postgresql(self, compiler: Any, connection: Any) -> Any:
        column, params = self.process_lhs(compiler, connection)
        words = (f"$[*] == {json.dumps(word, ensure_ascii=False)}" for word in self.rhs)
        sql = f"{_SMALL.format(column=column)} @@ lower(%s)::jsonpath"
        return sql, (*params, f"strict {' || '.join(words)}")


class ListIndex(Index):
    """For ``names`` among the rows of one owner: ``fields`` are the owner and the list.

    PostgreSQL finds the words in it (GIN, with btree_gin for the owner), SQLite reads the
    owner’s part of it instead of the rows.
    """

    def create_sql(
        self,
        model: type[Model],
        schema_editor: BaseDatabaseSchemaEditor,
        using: str = "",
        **kwargs: Any,
    ) -> Statement | None:
        if schema_editor.connection.vendor == "sqlite":
            return super().create_sql(model, schema_editor, using, **kwargs)
        quote = schema_editor.quote_name
        fields: Any = [model._meta.get_field(name) for name in self.fields]
        owner, column = (quote(field.column) for field in fields)
        small = _SMALL.format(column=column)
        return Statement(
            "CREATE INDEX %(name)s ON %(table)s USING gin (%(columns)s)",
            name=quote(self.name),
            table=quote(model._meta.db_table),
            columns=f"{owner}, {small} jsonb_path_ops",
        )
