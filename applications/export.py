"""Applications as a CSV file that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import datetime
from io import StringIO
from typing import Any

from accounts.admin.sheets import guarded
from applications.models import Application

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


def as_csv(applications: Iterable[Application]) -> str:
    """RFC 4180, with a byte order mark, by which spreadsheets know it is UTF-8."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(name for name, _path in COLUMNS)
    for application in applications:
        writer.writerow(_cell(application, path) for _name, path in COLUMNS)
    return "\ufeff" + out.getvalue()


def _cell(row: Any, path: str) -> str:
    for step in path.split("."):
        row = getattr(row, step)
    if isinstance(row, datetime):
        return row.isoformat()
    return guarded("" if row is None else str(row))
