"""Loaded before everything else in a test run: what settings.py needs, anywhere.

It stands in the environment, which wins over ``.env``: a developer's own settings
change no test. The database alone stays theirs to choose, by DATABASE_URL.
"""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

DEFAULTS = {
    "SECRET_KEY": "only-for-tests-" + "0123456789abcdef" * 3,
    "BASE_URL": "http://127.0.0.1:8000",
    "DEBUG": "0",
    "CACHE_URL": "locmemcache://",
    "EMAIL_URL": "memorymail://",
    "CAPTURE_FETCH": "1",
    "BOARD_FEEDS": "0",
    "LLM_BASE_URL": "",
    "LLM_PRIVATE_ADDRESSES": "0",
    # Playwright runs an event loop in the thread of the test.
    "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
}
for name, value in DEFAULTS.items():
    os.environ.setdefault(name, value)

FOLDER = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    from django.conf import settings

    _take_time()
    if not settings.configured:  # pytest --help
        return
    # Here, not with -p: Django is set up now, and what comes last wins over the
    # fixtures of other plugins.
    for module in ("migrated", "fixtures", "browser", "web", "provider"):
        config.pluginmanager.import_plugin(f"jobtracker.testing.{module}")
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        # A file, as in production: threads get connections of their own, while those
        # of a database in memory would share one, transactions and all.
        # The name matters too: the live server looks at it before the test database
        # takes its place.
        folder = config.stash[FOLDER] = _folder()
        database["NAME"] = str(folder / "unused.sqlite3")
        database.setdefault("TEST", {})["NAME"] = str(folder / "test.sqlite3")


def _take_time() -> None:
    """How long a machine takes is no fault of what is tested on it."""
    from hypothesis import HealthCheck, settings

    slow = [HealthCheck.too_slow]
    settings.register_profile("any machine", deadline=None, suppress_health_check=slow)
    settings.load_profile("any machine")


def pytest_unconfigure(config: pytest.Config) -> None:
    folder = config.stash.get(FOLDER, None)
    if folder:
        shutil.rmtree(folder, ignore_errors=True)


def pytest_collection_finish() -> None:
    """What is loaded now stays to the end: the collector need not look at it again."""
    gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--only-with-database",
        action="store_true",
        help="leave out what asks no database, and all but one of many cases of one test",
    )


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    from django.db import connection

    if config.getoption("only_with_database"):
        asked = [item for item in items if _asks_database(item)]
        chosen = set(
            _one_of_each([i for i in asked if not i.get_closest_marker("alike")])
        )
        left_out = [item for item in items if item not in chosen]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item in chosen]
    if connection.vendor == "postgresql":
        return
    for item in items:
        if item.get_closest_marker("postgresql"):
            item.add_marker(pytest.mark.skip(reason="needs PostgreSQL"))


def _one_of_each(items: list[pytest.Item]) -> Iterator[pytest.Item]:
    """Of a test with many cases the first, of a guard all: on SQLite every case runs."""
    seen: set[str] = set()
    for item in items:
        name = item.nodeid.partition("[")[0]
        if name not in seen or name.startswith("jobtracker/tests/"):
            yield item
        seen.add(name)


def _asks_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db", "live_server"}
    asked = fixtures.intersection(getattr(item, "fixturenames", ()))
    return bool(asked) or item.get_closest_marker("django_db") is not None


def _folder() -> Path:
    """In memory where the system has such a place: no test waits for a disk."""
    memory = Path("/dev/shm")
    place = memory if os.access(memory, os.W_OK) else None
    return Path(tempfile.mkdtemp(prefix="jobtracker-test-", dir=place))
