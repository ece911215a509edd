"""Applications as a CSV file that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
from collections.abc import Generator
from datetime import datetime
from typing import Any

from django.db.models import Case, OuterRef, Q, Subquery, Value, When
from django.utils.translation import gettext_lazy as _

from accounts.admin.sheets import guarded
from applications.models import Application, ImportedObject
from applications.models.application_row import ApplicationQuerySet
from applications.status_plans import moved_since_import
from applications.statuses import SYSTEMS, WAYS_BACK, to_words

COLUMNS: tuple[tuple[str, str], ...] = (
    ("title", "job.title"),
    ("company", "job.company.name"),
    ("status", "status"),
    ("closed_reason", "closed_reason"),
    ("priority", "priority"),
    ("location", "job.location"),
    ("remote_type", "job.remote_type"),
    ("job_type", "job.job_type"),
    ("experience_level", "job.experience_level"),
    ("salary_min", "job.salary_min"),
    ("salary_max", "job.salary_max"),
    ("salary_currency", "job.salary_currency"),
    ("salary_period", "job.salary_period"),
    ("url", "job.url"),
    ("source", "source"),
    ("posted_on", "job.posted_on"),
    ("deadline_on", "job.deadline_on"),
    ("saved_at", "saved_at"),
    ("applied_at", "applied_at"),
    ("closed_at", "closed_at"),
    ("next_follow_up_on", "next_follow_up_on"),
    ("last_activity_at", "last_activity_at"),
)
# The words in which a page offers the statuses.
VOCABULARIES = (
    ("", _("Jobtracker’s words")),
    ("jobos_before", _("JobOS’ nine words")),
    ("jobos_after", _("JobOS’ five words")),
)
AT_ONCE = 500


class _Line:
    """A file for a csv.writer that hands over what is written to it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(rows: ApplicationQuerySet, vocabulary: str = "") -> Generator[str]:
    """The headers, then a line for each row, as the database hands them over.

    RFC 4180, with a byte order mark, by which spreadsheets know it is UTF-8. With a
    ``vocabulary`` of WAYS_BACK statuses are in its words; its nine have no reasons.
    """
    names = [name for name, _path in COLUMNS]
    if vocabulary:
        rows = _with_word(rows)
    if WAYS_BACK.get(vocabulary) == "jobos_before":
        names.remove("closed_reason")
    writer = csv.DictWriter(_Line(), names, extrasaction="ignore")
    yield "\ufeff" + writer.writeheader()
    for row in rows.iterator(chunk_size=AT_ONCE):
        yield writer.writerow(_cells(row, vocabulary))


def _cells(row: Any, vocabulary: str) -> dict[str, str]:
    cells = {name: _cell(row, path) for name, path in COLUMNS}
    if vocabulary:
        here = row.status, row.closed_reason
        cells |= to_words(vocabulary, *here, imported=row.word)._asdict()
    return {name: guarded(cell) for name, cell in cells.items()}


def _cell(row: Any, path: str) -> str:
    for step in path.split("."):
        row = getattr(row, step)
    if isinstance(row, datetime):
        return row.isoformat()
    return "" if row is None else str(row)


def _with_word(rows: ApplicationQuerySet) -> ApplicationQuerySet:
    """Each with ``word``: the one it came with, where that is JobOS' and still true.

    Another system's word would be none of JobOS', and a row that was moved since it came
    stands elsewhere than its word says.
    """
    first = ImportedObject.objects.filter(
        model=Application._meta.label_lower, object_id=OuterRef("pk")
    ).order_by("pk")
    others = [system for system in SYSTEMS if system != "jobos"]
    rows = rows.alias(system=Subquery(first.values("record__run__system")[:1]))
    word = Case(
        When(Q(imported_status="") | Q(system__in=others), then=Value("")),
        When(moved_since_import(), then=Value("")),
        default="imported_status",
    )
    return rows.annotate(word=word)
