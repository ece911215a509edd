"""Short words for the tests of imports: files as people have them, and what came of them."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from django.apps import apps

from accounts.models import User
from applications.importing import runs
from applications.importing.legacy import recognise
from applications.importing.report import Report
from applications.importing.source import open_source
from applications.models import ImportRun
from jobtracker.packed import packed
from jobtracker.search import Words

DATA = Path(__file__).parent.parent / "data" / "legacy"
DOCUMENTED, FIELD = DATA / "documented", DATA / "field"
# Rows that tell of imports, or that everybody has.
ASIDE = {
    "ImportRun", "ImportedRecord", "ImportedObject", "AuditEvent", "SubmitKey",
    "Session", "UserSession", "LogEntry", "DBTaskResult", "Tick", "Permission",
    "ContentType",
}  # fmt: skip


def bring(
    user: User, path: Path, *, id: str = "", is_dry: bool = False, **options: Any
) -> tuple[ImportRun, Report]:
    """Import all of one person of a file, as the command does."""
    with open_source(path) as source:
        system = recognise(source)
        people = system.people
        person = next((p for p in people if str(p.id) == id), people[0])
        system.person = person
        if is_dry:
            run = ImportRun(
                user=user,
                system=system.system,
                lineage=runs.lineage_of(system, user),
            )
            return run, runs.import_person(run, system, person, is_dry=True, **options)
        run = runs.begin(system, user)
        report = runs.import_person(run, system, person, **options)
        runs.finish(run, report)
    return run, report


def everything() -> dict[str, dict[int, dict[str, Any]]]:
    """Each row of the database, column by column: to see whether all is as it was."""
    return {
        model._meta.label: {
            row.pk: {
                field.name: packed(field, getattr(row, field.attname))
                for field in row._meta.concrete_fields
                # Words are written anew, the same again.
                if not (isinstance(row, Words) and field.name == "updated_at")
            }
            for row in model._base_manager.all()
        }
        for model in apps.get_models(include_auto_created=True)
        if model.__name__ not in ASIDE
    }


class Old:
    """A CarterOS of one person, in which a test says only what it is about."""

    COLUMNS = (
        "id", "user_id", "identity_name", "position_title", "job_url", "salary_min",
        "salary_max", "offer_amount", "location", "remote_type", "source",
        "contact_name", "contact_email", "application_status", "interview_rounds",
        "outcome", "job_type", "experience_level", "priority", "date_saved",
        "date_applied", "date_first_response", "date_outcome", "followup_date", "notes",
        "created_at", "updated_at",
    )  # fmt: skip

    def __init__(self, path: Path) -> None:
        self.path = path
        self._do(f"CREATE TABLE job_applications ({', '.join(self.COLUMNS)})")

    def add(self, id: str = "1", **values: Any) -> Old:
        row = {
            "id": id,
            "user_id": "u",
            "identity_name": "Initech",
            "position_title": f"Archivist {id}",
            "application_status": "saved",
            "outcome": "pending",
            "interview_rounds": 0,
            "created_at": "2026-01-02 09:00:00",
        } | values
        marks = ", ".join("?" for _ in row)
        self._do(
            f"INSERT INTO job_applications ({', '.join(row)}) VALUES ({marks})",
            *row.values(),
        )
        return self

    def change(self, id: str = "1", **values: Any) -> Old:
        setting = ", ".join(f"{name} = ?" for name in values)
        self._do(
            f"UPDATE job_applications SET {setting} WHERE id = ?", *values.values(), id
        )
        return self

    def _do(self, sql: str, *values: Any) -> None:
        connection = sqlite3.connect(self.path)
        with connection:
            connection.execute(sql, values)
        connection.close()
