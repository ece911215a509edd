"""Empty copies of older systems, in which a test says only what it is about."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from applications.importing import runs
from applications.importing.legacy import recognise
from applications.importing.report import Report
from applications.importing.source import open_source
from applications.tests.importing.importing import DOCUMENTED

# What a column must have in one system or the other; a test says the rest.
NEEDED = {
    "users": {
        "email": "ada@example.com",
        "hashed_password": "",
        "password_hash": "",
        "full_name": "Ada",
    },
    "jobs": {"user_id": 1, "title": "Archivist", "company": "Initech", "source": ""},
    "applications": {"user_id": 1, "job_id": 1, "status": "applied"},
    "user_profiles": {"user_id": 1},
    "saved_searches": {"user_id": 1, "name": "Remote"},
    "notifications": {"user_id": 1, "type": "system", "title": "News"},
    "interview_stages": {"application_id": 1, "stage_name": "technical"},
    "master_profiles": {"user_id": 1, "personal_info": "{}", "skills": "{}"},
    "experiences": {"title": "Clerk", "company": "Initech", "start_date": "2019"},
    "education": {
        "institution": "School",
        "degree": "BSc",
        "field_of_study": "Birds",
        "start_date": "2010",
        "end_date": "2013",
    },
    "projects": {"name": "Birds", "description": "", "start_date": "2020"},
    "sample_documents": {
        "user_id": 1,
        "document_type": "resume",
        "original_text": "I was a clerk.",
    },
    "writing_styles": {"user_id": 1, "extracted_style": "{}"},
    "job_content_rankings": {"user_id": 1, "job_id": 1},
    "generations": {"user_id": 1, "job_id": 1, "document_type": "resume"},
}


class Copy:
    def __init__(self, path: Path, system: str, folder: Path = DOCUMENTED) -> None:
        self.path = path
        with closing(sqlite3.connect(folder / f"{system}.sqlite")) as theirs:
            tables = theirs.execute(
                "SELECT sql FROM sqlite_master WHERE type = 'table' "
                "AND name NOT LIKE 'sqlite_%'"
            ).fetchall()
        for (sql,) in tables:
            self._do(sql)
        self.add("users")

    def add(self, table: str, id: Any = 1, **values: Any) -> Copy:
        columns = {row[1] for row in self._do(f"PRAGMA table_info({table})")}
        needed = NEEDED.get(table, {})
        row = {name: needed[name] for name in needed if name in columns}
        row |= {"id": id} | values
        if "profile_id" in columns:
            row.setdefault("profile_id", 1)
        marks = ", ".join("?" for _ in row)
        self._do(
            f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", *row.values()
        )
        return self

    def change(self, table: str, id: Any = 1, **values: Any) -> Copy:
        setting = ", ".join(f"{name} = ?" for name in values)
        self._do(f"UPDATE {table} SET {setting} WHERE id = ?", *values.values(), id)
        return self

    def _do(self, sql: str, *values: Any) -> list[Any]:
        with closing(sqlite3.connect(self.path)) as connection, connection:
            return connection.execute(sql, values).fetchall()


def bring_public(path: Path) -> Report:
    with open_source(path) as source:
        system = recognise(source)
        run = runs.begin(system, None)
        report = runs.import_public(run, system)
        runs.finish(run, report)
    return report


def left_out(report: Report) -> dict[tuple[str, str], str]:
    """What no row is made of, with the reason."""
    return {
        (one["table"], one["id"]): one["text"]
        for one in report.remarks
        if one["verdict"] == "skipped"
    }


def said(report: Report, table: str) -> list[str]:
    return [one["text"] for one in report.remarks if one["table"] == table]
