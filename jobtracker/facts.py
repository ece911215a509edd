"""A row as a list of what is in it, for pages that show it plainly."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.text import capfirst

from jobtracker.secrets import SecretField

LONG = 120


@dataclass(frozen=True, slots=True)
class Fact:
    """``kind`` says how the value is shown: text, long, list, link, links, row, day, moment,
    yes. Of links it is a list of names with their addresses.
    """

    label: str
    kind: str
    value: Any


def facts(row: models.Model, *, leave_out: Collection[str] = ()) -> list[Fact]:
    """What the columns of a row hold, under the names of its fields; empty ones are not.

    Left out are keys, owners, texts encrypted, and what is not for people to edit but
    days and moments.
    """
    found = []
    for field in row._meta.concrete_fields:
        if field.name in leave_out or not _is_shown(field):
            continue
        value = getattr(row, field.name)
        if value not in (None, "", [], {}, False):
            found.append(_fact(row, field, value))
    return found


def _is_shown(field: models.Field) -> bool:
    is_key = field.primary_key or field.name in ("user", "updated_at")
    if is_key or isinstance(field, SecretField):
        return False
    return field.editable or isinstance(field, models.DateField)


def _fact(row: models.Model, field: models.Field, value: Any) -> Fact:
    label = capfirst(str(field.verbose_name))
    if field.is_relation:
        return Fact(label, "row", value)
    if isinstance(field, models.BooleanField):
        return Fact(label, "yes", value)
    if isinstance(field, models.DateTimeField):
        return Fact(label, "moment", value)
    if isinstance(field, models.DateField):
        return Fact(label, "day", value)
    if isinstance(field, models.JSONField):
        return structured(label, value)
    if isinstance(field, models.FloatField):
        return Fact(label, "text", f"{value:.2f}".rstrip("0").rstrip("."))
    if isinstance(field, models.URLField):
        return Fact(label, "link", value)
    if field.choices:
        return Fact(label, "text", getattr(row, f"get_{field.name}_display")())
    text = str(value)
    is_long = isinstance(field, models.TextField) or len(text) > LONG
    return Fact(label, "long" if is_long else "text", text)


def structured(label: str, value: Any) -> Fact:
    """Lists of words as lists; what is nested deeper line by line, as it is."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return Fact(label, "list", value)
    if isinstance(value, dict | list):
        return Fact(label, "list", list(_lines(value)))
    return Fact(label, "text", str(value))


def _lines(value: dict | list) -> Any:
    pairs = value.items() if isinstance(value, dict) else ((None, v) for v in value)
    for name, inner in pairs:
        if inner in (None, "", [], {}):
            continue
        text = _inline(inner)
        yield text if name is None else f"{str(name).replace('_', ' ')}: {text}"


def _inline(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    if isinstance(value, dict):
        return ", ".join(_lines(value))
    return json.dumps(value, ensure_ascii=False)
