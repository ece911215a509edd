"""Whether the process is alive, and whether it can serve."""

from __future__ import annotations

import sqlite3

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from jobtracker.databases import journal_mode


@login_not_required
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers. Says nothing of the database."""
    return HttpResponse("ok", content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers and its migrations are in order: 200, else 503."""
    try:
        checks = {"database": _database(), "migrations": _migrations()}
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
