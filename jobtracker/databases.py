"""The DATABASES setting from a database URL."""

import sqlite3
from pathlib import Path
from typing import Any

import environ
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# Below 3.51.3 a write-ahead log shared by several processes can corrupt the file
# (sqlite.org/wal.html, "WAL-reset bug"), so the rollback journal is used there.
WAL_IS_SAFE = sqlite3.sqlite_version_info >= (3, 51, 3)


def database(url: str, *, pool_max: int) -> dict[str, Any]:
    """Return Django's settings of one database.

    ``pool_max`` bounds the PostgreSQL connections of one process.
    """
    settings = environ.Env.db_url_config(url)
    if settings["ENGINE"].endswith("sqlite3"):
        return settings | _sqlite(settings["NAME"])
    if settings["ENGINE"].endswith("postgresql"):
        return settings | _postgresql(settings.get("OPTIONS", {}), pool_max)
    message = "DATABASE_URL must begin with sqlite:/// or postgres://"
    raise ValueError(message)


def journal_mode() -> str:
    return "WAL" if WAL_IS_SAFE else "TRUNCATE"


def _sqlite(name: str) -> dict[str, Any]:
    if name != ":memory:":
        Path(name).parent.mkdir(parents=True, exist_ok=True)
    return {
        "OPTIONS": {
            # A transaction takes the write lock at its start: what it read stays true.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                f"PRAGMA journal_mode={journal_mode()};PRAGMA synchronous=FULL;"
            ),
        }
    }


def _postgresql(options: dict[str, Any], pool_max: int) -> dict[str, Any]:
    limits = (
        "-c statement_timeout=15000 -c lock_timeout=5000 "
        "-c idle_in_transaction_session_timeout=30000"
    )
    return {
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "options": limits,
            "connect_timeout": 5,
            "pool": {
                "min_size": 1,
                "max_size": pool_max,
                "timeout": 2,
                "reconnect_timeout": 2,
            },
        }
        | options,
    }


def close_pools() -> None:
    """Without it the threads of a PostgreSQL pool hold the process for ten seconds."""
    from django.db import connections

    for connection in connections.all():
        if hasattr(connection, "close_pool"):
            connection.close_pool()


def without_time_limit(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """A step of a migration whose next ones may take longer than a request may."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET LOCAL statement_timeout = 0")
