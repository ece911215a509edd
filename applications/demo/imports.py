"""The file of an older system, looked at and waiting for a word."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from accounts.models import User
from applications.importing import desk
from applications.models import ImportRun

COLUMNS = (
    "id", "user_id", "identity_name", "position_title", "location", "salary_min",
    "salary_max", "application_status", "outcome", "interview_rounds", "date_applied",
    "date_outcome", "notes", "created_at",
)  # fmt: skip
ROWS = (
    ("1", "me", "Lakeside Clinics", "Records Clerk", "Geneva", 52_000, 58_000, "applied",
     "rejected", 1, "2025-03-04", "2025-04-02", "They wanted French.", "2025-03-01"),
    ("2", "me", "Harbour Freight Co", "Planner", "Rotterdam", 61_000, 55_000, "applied",
     "ghosted", 0, "2025-05-11", None, None, "2025-05-10"),
    ("3", "me", "Lakeside Clinics", "Data Steward", "Geneva", None, None, "saved",
     "pending", 0, None, None, "Ask Noor about the team.", "2025-06-20"),
)  # fmt: skip


def look_at_an_old_file(user: User) -> None:
    """Once for each person; nothing of it is brought in."""
    if ImportRun.objects.for_user(user).exists():
        return
    run = ImportRun.objects.create(
        user=user, filename="carteros.db", source=_carteros()
    )
    desk.work(run.pk)


def _carteros() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "carteros.db"
        with closing(sqlite3.connect(path)) as old, old:
            old.execute(f"CREATE TABLE job_applications ({', '.join(COLUMNS)})")
            marks = ", ".join("?" for _ in COLUMNS)
            old.executemany(f"INSERT INTO job_applications VALUES ({marks})", ROWS)  # noqa: S608
        return path.read_bytes()
