from __future__ import annotations

from django.db.models import QuerySet

SIZE = 1_000


def delete_in_batches(rows: QuerySet, size: int = SIZE) -> int:
    """Delete them in steps that hold nobody up; how many rows of that kind went."""
    model, count = rows.model, 0
    while batch := list(rows.order_by().values_list("pk", flat=True)[:size]):
        # Of rows that others hang on Django loads what is to be deleted: the keys will do.
        going = model._default_manager.filter(pk__in=batch).only("pk")
        _, kinds = going.delete()
        count += kinds.get(model._meta.label, 0)
    return count
