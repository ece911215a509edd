"""Counting what is owed by reading all of it: what the navigation's query must equal."""

from __future__ import annotations

from collections.abc import Iterable

from applications.today import Group


def count_urgent(found: Iterable[Group]) -> int:
    """How much is owed by now: one for each thing an application asks for."""
    kinds = {"interview": "interview", "debrief": "interview", "response": "response"}
    return len(
        {
            (one.about._meta.label, one.about.pk, kinds.get(one.kind, ""))
            for group in found
            if group.name in ("late", "today")
            for one in group.items
        }
    )
