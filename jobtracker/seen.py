"""Two windows on one row: what each changed, and where they disagree."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django import forms
from django.db.models import Model, QuerySet
from django.utils import timezone


class Conflict(NamedTuple):
    """A field that two windows changed."""

    label: str
    theirs: str
    yours: str


def shown(value: Any) -> str:
    if is_rows(value):
        return ", ".join(sorted(str(row) for row in value))
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, list):
        return "\n".join(map(str, value))
    return "" if value is None else str(value)


def is_rows(value: Any) -> bool:
    """Whether they are the choices of a relation to many."""
    is_many = isinstance(value, QuerySet | list)
    return is_many and all(isinstance(row, Model) for row in value)


def mark(value: Any) -> int:
    """A short mark of a field's value; what is empty counts as equal.

    Of rows their keys count; of moments the minute, which is all that a form shows.
    """
    if is_rows(value):
        value = ",".join(sorted(str(row.pk) for row in value))
    elif isinstance(value, datetime):
        value = value.astimezone(UTC).strftime("%Y-%m-%d %H:%M")
    return zlib.crc32(shown(value).encode())


class SeenMixin:
    """Knows what each field was when the form was shown, from its hidden ``seen``.

    Where another window saved meanwhile, fields that this one left alone take the new
    value, and those that both changed are ``conflicts``.
    """

    data: Any
    fields: dict[str, forms.Field]
    conflicts: list[Conflict]

    @staticmethod
    def marks(values: dict[str, Any]) -> str:
        return json.dumps({name: mark(value) for name, value in values.items()})

    def merge(self, cleaned: dict[str, Any], now: dict[str, Any]) -> None:
        """Bring ``cleaned`` and what the form shows up to date with ``now``."""
        seen, self.conflicts = self._seen(cleaned), []
        self.data = self.data.copy()
        for name in [name for name in now if name in cleaned]:
            yours, theirs = cleaned[name], now[name]
            if mark(yours) == mark(theirs):
                continue
            if mark(yours) == seen.get(name):
                cleaned[name] = theirs
                self._show(name, self.fields[name].prepare_value(theirs))
            elif mark(theirs) != seen.get(name):
                label = str(self.fields[name].label)
                self.conflicts.append(Conflict(label, shown(theirs), shown(yours)))
        self.data["seen"] = self.marks(now)

    def _show(self, name: str, value: Any) -> None:
        if isinstance(self.fields[name], forms.ModelMultipleChoiceField):
            self.data.setlist(name, value)
        else:
            self.data[name] = value

    def _seen(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        try:
            seen = json.loads(cleaned.get("seen") or "{}")
        except ValueError:
            return {}
        return seen if isinstance(seen, dict) else {}


def seen_field() -> forms.CharField:
    return forms.CharField(required=False, max_length=4_000, widget=forms.HiddenInput)
