"""Values of columns as an import keeps them to compare: short."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from jobtracker.packed import packed

SHORT = 60
# Columns that other columns follow, or that tell when rather than what.
COPIES = {
    "updated_at", "version", "sort_company", "sort_deadline", "sort_salary",
    "next_interview_at", "action_due_at", "priority_rank", "name_key", "is_pursued",
    "last_activity_at", "plain_key", "site", "word_count", "character_count", "line_count",
}  # fmt: skip


def digest(value: Any) -> Any:
    """What tells two packed values apart: short ones themselves, of long ones a hash."""
    text = json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True)
    if len(text) <= SHORT:
        return value
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def column(row: models.Model, name: str) -> Any:
    """The digest of what stands in a column of ours."""
    field = concrete(row, name)
    return digest(packed(field, getattr(row, field.attname)))


def concrete(row: models.Model | type[models.Model], name: str) -> Any:
    return row._meta.get_field(name)


def columns(row: models.Model) -> dict[str, Any]:
    """All that people can have changed in a row, to see later whether they have."""
    return {
        field.name: column(row, field.name)
        for field in row._meta.concrete_fields
        if not (field.primary_key or field.name in COPIES)
    }
