"""Values of columns as JSON keeps them, whole, to put them back as they were."""

from __future__ import annotations

from typing import Any

from django.db import models

from jobtracker.search import Findable


def packed(field: models.Field, value: Any) -> Any:
    """As JSON keeps it: moments with their microseconds, keys of rows for rows."""
    if isinstance(value, models.Model):
        value = value.pk
    if hasattr(value, "isoformat"):
        return value.isoformat()
    prepared = field.get_prep_value(value)
    return value if isinstance(field, models.JSONField) else prepared


def unpacked(field: models.Field, value: Any) -> Any:
    """What ``packed`` was made of, with the key of a row for a row."""
    return value if isinstance(field, models.JSONField) else field.to_python(value)


def packed_row(row: models.Model) -> dict[str, Any]:
    """All columns of a row, by the names of their fields."""
    fields = row._meta.concrete_fields
    return {f.name: packed(f, getattr(row, f.attname)) for f in fields}


def put_back(model: type[models.Model], columns: dict[str, Any]) -> None:
    """Insert what ``packed_row`` kept, key and times and all. Raises IntegrityError.

    A column that came since gets its default; one that went since is left out.
    """
    row = model()
    for field in model._meta.concrete_fields:
        if field.name in columns:
            setattr(row, field.attname, unpacked(field, columns[field.name]))
    # Raw: else it would be as new as now.
    row.save_base(raw=True, force_insert=True)
    if isinstance(row, Findable):
        row.renew_words(is_new=True)
