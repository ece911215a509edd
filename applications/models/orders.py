"""The orders of a person's applications, and the indexes by which pages are read."""

from __future__ import annotations

from copy import copy
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement
from django.db.models import F, Index, Model, OrderBy, Q

# What the board and the table show, and so what is worth an index.
SHOWN = Q(deleted_at=None, is_archived=False)

# Each ends in the key, so that pages never mix.
ORDERS: dict[str, tuple[OrderBy, ...]] = {
    "activity": (F("last_activity_at").desc(), F("id").desc()),
    "applied": (F("applied_at").desc(nulls_last=True), F("id").desc()),
    "deadline": (F("sort_deadline").asc(nulls_last=True), F("id").desc()),
    "priority": (
        F("priority_rank").desc(),
        F("last_activity_at").desc(),
        F("id").desc(),
    ),
    "company": (F("sort_company").asc(), F("id").desc()),
    "salary": (F("sort_salary").desc(nulls_last=True), F("id").desc()),
    "fit": (F("fit_score").desc(nulls_last=True), F("id").desc()),
}


class OrderIndex(Index):
    """An index that takes NULLS LAST, which PostgreSQL's needs said and SQLite's refuses.

    A falling one of SQLite has them last by itself; a rising one it reads in two goes.
    """

    def create_sql(
        self,
        model: type[Model],
        schema_editor: BaseDatabaseSchemaEditor,
        **options: Any,
    ) -> Statement | None:
        if schema_editor.connection.vendor != "sqlite":
            return super().create_sql(model, schema_editor, **options)
        plain = Index(
            *(_without_nulls(term) for term in self.expressions),
            name=self.name,
            condition=self.condition,
        )
        return plain.create_sql(model, schema_editor, **options)


def _without_nulls(term: Any) -> Any:
    term = copy(term)
    if isinstance(term, OrderBy):
        term.nulls_last = None  # type: ignore[assignment]
    return term


def order_indexes(*orders: str) -> tuple[OrderIndex, ...]:
    """For each order one index for the table and one for the columns of the board."""
    return tuple(
        OrderIndex(
            "user", *stage, *ORDERS[order], condition=SHOWN, name=f"%(class)s_{name}"
        )
        for order in orders
        for name, stage in ((order, ()), (f"stage_{order}", ("status",)))
    )


# What a page of the board or the table reads. SQLite counts from an index alone
# only if the columns of its condition stand in it too: they close the first two.
INDEXES = (
    Index(
        fields=(
            "user",
            "status",
            "-last_activity_at",
            "-id",
            "is_archived",
            "deleted_at",
        ),
        condition=SHOWN,
        name="%(class)s_board",
    ),
    Index(
        fields=(
            "user",
            "-last_activity_at",
            "-id",
            "is_archived",
            "deleted_at",
        ),
        condition=SHOWN,
        name="%(class)s_recent",
    ),
    *order_indexes("applied", "deadline", "priority", "company", "salary", "fit"),
    *(
        Index(
            fields=("user", field, "id"),
            condition=SHOWN & Q(**{f"{field}__isnull": False}),
            name=f"%(class)s_{name}",
        )
        for name, field in (
            ("follow_up", "next_follow_up_on"),
            ("interview", "next_interview_at"),
            ("action", "action_due_at"),
            ("answer", "offer_deadline_on"),
        )
    ),
    Index(fields=("user", "-updated_at"), name="%(class)s_changed"),
    Index(
        fields=("user", "-deleted_at", "-id"),
        condition=Q(deleted_at__isnull=False),
        name="%(class)s_bin",
    ),
)
