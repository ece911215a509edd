"""A merge of companies in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models
from django.template.defaultfilters import yesno
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from companies.merging import Change
from jobtracker.templatetags.ui import day


class Said(NamedTuple):
    """A field, and what it says here, there, and of the two together."""

    label: str
    ours: str
    theirs: str
    joined: str


def columns_said(changes: list[Change]) -> list[Said]:
    return [
        Said(
            str(capfirst(str(change.field.verbose_name))),
            *(value_said(change.field, value) for value in change[1:]),
        )
        for change in changes
    ]


def value_said(field: Any, value: Any) -> str:
    """A column as people read it; empty where there is nothing."""
    if value in (None, "", []):
        return ""
    if isinstance(field, models.BooleanField):
        return str(yesno(value, _("Yes,No")))
    if isinstance(field, models.FloatField):
        return f"{value * 100:.0f} %"
    if isinstance(field, models.DateField):
        return day(value)
    if isinstance(value, list):
        return "\n".join(map(str, value))
    return str(dict(field.flatchoices).get(value, value))


def moves_said(merged: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Of a merge that was done: kinds of rows, and how many moved."""
    for place, keys in merged.get("moved", {}).items():
        kind = apps.get_model(place.rsplit(".", 1)[0])
        yield capfirst(str(kind._meta.verbose_name_plural)), len(keys)
