"""Everything that happened to an application, in one order."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Model

from applications.models import Application

PAGE = 100


class Event(NamedTuple):
    at: datetime
    kind: str
    row: Model


class Timeline:
    """The newest events, and whether there are older ones than ``page`` pages hold.

    One query a kind.
    """

    def __init__(self, application: Application, page: int = 1) -> None:
        most = PAGE * page
        events = [
            *_events(application.notes.all(), "note", "created_at", most),
            *_events(application.status_changes.all(), "status", "changed_at", most),
        ]
        events.sort(key=lambda event: (event.at, event.row.pk), reverse=True)
        self.events = events[:most]
        self.next_page = page + 1 if len(events) > most else None


def _events(rows: Any, kind: str, field: str, most: int) -> list[Event]:
    newest = rows.order_by(f"-{field}", "-pk")[: most + 1]
    return [Event(getattr(row, field), kind, row) for row in newest]
