"""Whether the process is alive, and whether it can serve."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from jobtracker.databases import journal_mode
from jobtracker.models import Tick

LATE = timedelta(minutes=1)


@login_not_required
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers. Says nothing of the database."""
    return HttpResponse("ok", content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers and its migrations are in order: 200, else 503.

    How the worker is, is said beside it: pages work without one.
    """
    checks: dict[str, Any]
    try:
        checks = {"database": _database(), "migrations": _migrations()}
        if checks["migrations"] == "ok":
            checks["worker"] = _worker(timezone.now())
    except DatabaseError as error:
        checks = {"database": type(error).__name__}
    is_ready = checks.get("migrations") == "ok"
    return JsonResponse(
        {"ready": is_ready, "checks": checks}, status=200 if is_ready else 503
    )


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    if connection.vendor == "sqlite":
        return f"SQLite {sqlite3.sqlite_version}, journal {journal_mode()}"
    return connection.vendor


def _migrations() -> str:
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return "ok" if not missing else f"{len(missing)} to run"


def _worker(now: datetime) -> dict[str, Any]:
    """``ok``, ``late`` or ``never``, and how many seconds ago the last one lived."""
    beat = Tick.objects.last_beat()
    if beat is None:
        return {"state": "never", "age": None}
    # A clock that was put back makes nobody late.
    age = max(now - beat, timedelta())
    return {"state": "late" if age > LATE else "ok", "age": int(age.total_seconds())}
