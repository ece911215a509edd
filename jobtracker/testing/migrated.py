"""A migrated SQLite database, kept for the next run: migrating takes ten seconds.

It is known by the contents of all migrations, so an edited one makes it anew.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from pytest_django import DjangoDbBlocker


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_createdb: bool
) -> None:
    if _is_kept() and not django_db_createdb and _template().exists():
        shutil.copyfile(_template(), settings.DATABASES["default"]["TEST"]["NAME"])


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    if not _is_kept() or _template().exists():
        return
    _template().parent.mkdir(exist_ok=True)
    for old in _template().parent.glob("migrated-*"):
        old.unlink(missing_ok=True)
    mine = _template().with_suffix(f".{os.getpid()}")
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(mine)])
    mine.replace(_template())


def _is_kept() -> bool:
    return connection.vendor == "sqlite"


@cache
def _template() -> Path:
    digest = hashlib.sha256()
    for app in sorted(apps.get_app_configs(), key=lambda one: one.label):
        for path in sorted(Path(app.path).glob("migrations/*.py")):
            digest.update(path.read_bytes())
    name = f"migrated-{digest.hexdigest()[:16]}.sqlite3"
    return Path(settings.BASE_DIR) / ".pytest_cache" / name
