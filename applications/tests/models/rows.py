"""Comparing rows: what a test means by "nothing was written"."""

from __future__ import annotations

from typing import Any

from applications.models import Application, StatusChange

FREE = {"version", "updated_at"}


def row_of(application: Application) -> dict[str, Any]:
    """Every column as it stands in the database."""
    return Application.objects.filter(pk=application.pk).values().get()


def facts_of(application: Application) -> dict[str, Any]:
    """Every column but those that each write changes."""
    return {k: v for k, v in row_of(application).items() if k not in FREE}


def history(application: Application) -> list[tuple[str, str]]:
    """The steps, oldest first."""
    steps = StatusChange.objects.filter(application=application).order_by("pk")
    return list(steps.values_list("from_status", "to_status"))
