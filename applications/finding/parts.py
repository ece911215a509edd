"""The texts that belong to applications: what was written, received, planned, and posted."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from applications.finding.hits import Part
from applications.models import Application
from applications.timeline import aware
from jobtracker.search.excerpts import MOST
from jobtracker.templatetags.ui import day
from jobtracker.text import lines_of, untagged

# So many of each kind and application are looked at, the newest first.
MOST_ROWS = 20


class Source(NamedTuple):
    """Where texts of one kind stand: the table, the columns by which its index reads the
    newest, the moment that is told, of whom or what they are, and what they say."""

    relation: str
    newest: str
    at: str
    who: str
    text: tuple[str, ...]


# What happened tells most of why something was found.
EVENTS = {
    "note": Source("notes", "created_at", "created_at", "''", ("text",)),
    "response": Source(
        "responses",
        "received_at",
        "received_at",
        "COALESCE(NULLIF(sender_name, ''), sender_email)",
        ("subject", "sender_name", "sender_email", "body", "action_taken"),
    ),
    "interview": Source(
        "interviews",
        "scheduled_at",
        "COALESCE(scheduled_at, created_at)",
        "stage_name",
        (
            "stage_name",
            "interviewer_name",
            "location",
            "prep_notes",
            "notes",
            "feedback",
        ),
    ),
    "follow-up": Source(
        "follow_ups", "done_at", "COALESCE(done_at, created_at)", "''", ("text",)
    ),
}
EVENT = """SELECT * FROM (SELECT '{kind}' AS kind, id, application_id, {at} AS at, {who} AS who,
{text} AS text FROM {table} WHERE application_id = %s
ORDER BY {newest} DESC, id DESC LIMIT {most}) {alias}
"""
# The rest is read by the keys of the applications alone.
FACTS = """SELECT 'letter', id, id, NULL, '', {letter} FROM applications_application
WHERE id IN ({keys})
UNION ALL SELECT 'facts', id, id, NULL, '', {facts} FROM applications_application
WHERE id IN ({keys})
UNION ALL SELECT 'people', c.id, a.application_id, NULL, '', {person}
FROM applications_application_contacts a JOIN companies_contact c ON c.id = a.contact_id
WHERE a.application_id IN ({keys})
UNION ALL SELECT 'technology', j.id, a.id, NULL, '', CAST(j.tech_stack AS text)
FROM applications_application a JOIN applications_job j ON j.id = a.job_id
WHERE a.id IN ({keys})
UNION ALL SELECT 'posting', j.id, a.id, NULL, '', {posting}
FROM applications_application a JOIN applications_job j ON j.id = a.job_id
WHERE a.id IN ({keys})
"""
COLUMNS = {
    "letter": ("cover_letter",),
    "facts": ("referrer", "rejection_reason"),
    "person": ("c.name", "c.title", "c.email"),
    "posting": ("j.description", "j.requirements", "j.benefits", "j.location", "j.industry"),
}  # fmt: skip


# What each is called and where it stands on the application’s page, in the order in which
# they are looked at.
PLACES = {
    "note": (gettext_lazy("Note"), "#note-{}"),
    "response": (gettext_lazy("Message"), "#response-{}"),
    "interview": (gettext_lazy("Interview"), "#interview-{}"),
    "follow-up": (gettext_lazy("Follow-up"), "#follow-up-{}"),
    "letter": (gettext_lazy("Your letter"), ""),
    "facts": (gettext_lazy("Facts"), "#facts"),
    "people": (gettext_lazy("People"), "#people"),
    "technology": (gettext_lazy("Technology"), "#facts"),
    "posting": (gettext_lazy("Posting"), "#posting-h"),
}


def parts_of(applications: Sequence[Application]) -> dict[int, list[Part]]:
    """By application, its texts, those that tell most first: one query."""
    pages = {row.pk: row.get_absolute_url() for row in applications}
    rows = sorted(_rows(list(pages)), key=lambda row: list(PLACES).index(row[0]))
    parts: dict[int, list[Part]] = defaultdict(list)
    for kind, pk, application, at, who, text in rows:
        anchor = PLACES[kind][1].format(pk)
        said = _said(kind, who, at)
        parts[application].append(
            Part(said, pages[application] + anchor, _read(kind, text))
        )
    return parts


def _said(kind: str, who: str, at: datetime | str | None) -> str:
    """``Message from Ada, 3 May``; who is asked or the name of a round, if known."""
    name = str(PLACES[kind][0])
    if who and kind == "response":
        name = _("Message from %(who)s") % {"who": who}
    elif who:
        name = who
    return f"{name}, {day(aware(at))}" if at else name


def _read(kind: str, text: str) -> str:
    if kind == "technology":
        return ", ".join(lines_of(json.loads(text)))
    return untagged(text) if kind == "posting" else text


def _rows(keys: list[int]) -> list[tuple[Any, ...]]:
    """``(kind, key, application, at, who, text)``, of each kind the newest first."""
    if not keys:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_question(len(keys)), keys * len(PLACES))
        return cursor.fetchall()


@cache
def _question(count: int) -> str:
    """A part for each application and kind, so that each reads its own newest rows.

    Written out: SQLite takes no cut parts from the ORM, and to put thirty of them together
    would take it longer than the answer.
    """
    parts = [
        EVENT.format(
            kind=kind,
            table=_table(source.relation),
            text=_joined(source.text),
            alias=f"subquery_{source.relation}_{number}",
            most=MOST_ROWS,
            **{name: getattr(source, name) for name in ("at", "who", "newest")},
        )
        for kind, source in EVENTS.items()
        for number in range(count)
    ]
    columns = {name: _joined(columns) for name, columns in COLUMNS.items()}
    keys = ", ".join(["%s"] * count)
    return " UNION ALL ".join([*parts, FACTS.format(keys=keys, **columns)])


def _table(relation: str) -> str:
    model: Any = Application._meta.get_field(relation).related_model
    return str(model._meta.db_table)


def _joined(columns: tuple[str, ...]) -> str:
    """As one text, of which no more is read than is looked at."""
    joined = " || ' ' || ".join(f"CAST({name} AS text)" for name in columns)
    return f"SUBSTR({joined}, 1, {MOST})"
