"""Everything that happened to an application, in one order."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import connection
from django.utils.safestring import SafeString

from applications import drawn
from applications.models import Application, EmployerResponse
from applications.models.response import Proposal

if TYPE_CHECKING:
    from accounts.models import User

PAGE = 100
# By kind, the application's rows and what tells their place. Of what has no date, that
# an import brought, the moment it was written down does. What has no place has not happened.
KINDS = {
    "note": ("notes", "created_at"),
    "status": ("status_changes", "changed_at"),
    "follow-up": ("follow_ups", "COALESCE(done_at, created_at)"),
    "response": ("responses", "received_at"),
    "interview": ("interviews", "COALESCE(scheduled_at, created_at)"),
    "sent": ("documents", "CASE WHEN deleted_at IS NULL THEN sent_at END"),
}


class Event(NamedTuple):
    """``at`` is its place; what is shown as its date is said by its row."""

    at: datetime
    kind: str
    pk: int
    updated_at: datetime


class Shown(NamedTuple):
    """An event as the page has it: ``row`` only where it asks the person something."""

    html: SafeString | None
    row: Any = None


class Timeline:
    """The newest events, and whether there are older ones than ``page`` pages hold.

    ``proposal`` is a response with the move that it would mean, if one does.
    """

    def __init__(self, application: Application, page: int = 1) -> None:
        self.application = application
        most = PAGE * page
        found = _events(application, most + 1)
        self.events = found[:most]
        self.next_page = page + 1 if len(found) > most else None
        self.asking = self._asking(most)
        self.proposal = self._proposal()

    def shown(self, user: User) -> list[Shown]:
        """Each event as it is drawn, newly or from before; live where it asks something."""
        view = drawn.seen_by(user)
        kept = {event: drawn.recall((event, view)) for event in self.events}
        live = self._live()
        rows = self._rows([e for e in self.events if not kept[e] or _key(e) in live])
        return [
            Shown(None, rows[_key(event)])
            if _key(event) in live
            else Shown(kept[event] or _draw(event, view, rows[_key(event)]))
            for event in self.events
            if kept[event] or _key(event) in rows  # one may have gone meanwhile
        ]

    def _asking(self, most: int) -> list[EmployerResponse]:
        """Responses that are undecided or wait for something, the newest first."""
        rows = self.application.responses.asking().defer("body")[:most]
        for row in rows:
            row.application = self.application
        return list(rows)

    def _proposal(self) -> tuple[EmployerResponse, Proposal] | None:
        """What the newest response that means a move would mean."""
        for row in self.asking:
            if meant := row.proposal:
                return row, meant
        return None

    def _live(self) -> set[tuple[str, int]]:
        live = {("response", row.pk) for row in self.asking if row.is_open}
        return live | ({("response", self.proposal[0].pk)} if self.proposal else set())

    def _rows(self, events: list[Event]) -> dict[tuple[str, int], Any]:
        """The rows of these events, one query a kind."""
        rows: dict[tuple[str, int], Any] = {}
        for kind, (name, _place) in KINDS.items():
            keys = [event.pk for event in events if event.kind == kind]
            for pk, row in getattr(self.application, name).in_bulk(keys).items():
                # One row of the application, so that none asks for it again.
                row.application = self.application
                rows[kind, pk] = row
        return rows


def _key(event: Event) -> tuple[str, int]:
    return event.kind, event.pk


def _draw(event: Event, view: tuple, row: Any) -> SafeString:
    name = f"applications/_timeline_{event.kind.replace('-', '_')}.html"
    return drawn.draw((event, view), name, {"event": event, "row": row})


def _events(application: Application, most: int) -> list[Event]:
    """Time, kind, key and last change of each, the newest first: one query."""
    with connection.cursor() as cursor:
        cursor.execute(_question(), [application.pk] * len(KINDS) + [most])
        rows = cursor.fetchall()
    return [Event(aware(at), kind, pk, aware(last)) for at, kind, pk, last in rows]


@cache
def _question() -> str:
    """In SQL, because the ORM takes longer to put it together than the rest of the page."""
    parts = []
    for kind, (name, place) in KINDS.items():
        table = Application._meta.get_field(name).related_model._meta.db_table  # type: ignore[union-attr]
        parts.append(
            f"SELECT {place} AS at, '{kind}' AS kind, id, updated_at"  # noqa: S608
            f" FROM {table} WHERE application_id = %s AND {place} IS NOT NULL"
        )
    return " UNION ALL ".join(parts) + " ORDER BY at DESC, id DESC LIMIT %s"


def aware(moment: datetime | str) -> datetime:
    """SQLite keeps times in UTC, and does not say so."""
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
