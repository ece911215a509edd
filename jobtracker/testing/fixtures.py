"""Fixtures of all tests: alice owns, bob is the stranger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from jobtracker.search import renewing
from jobtracker.testing.rows import kept_rows

HTMX = {"HX-Request": "true"}


def pytest_configure() -> None:
    """Quick hashes, files without a manifest, mail in memory, tasks run at once."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    at_once = {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}
    # Once for all tests: after each change Django makes its stores anew.
    override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        STORAGES=settings.STORAGES | {"staticfiles": plain},
        CACHES={"default": memory},
        TASKS={"default": at_once},
        ALLOWED_HOSTS=["testserver", "localhost", "127.0.0.1"],
    ).enable()


module_rows = pytest.fixture(scope="module", name="module_rows")(kept_rows)


@pytest.fixture
def words_later(db: None) -> Iterator[None]:
    """For many rows of which none is searched for: their words are written at the end."""
    with renewing():
        yield


@pytest.fixture
def queue(settings: Any) -> None:
    """Tasks wait in the database, as in production, until a worker runs them."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture(autouse=True)
def clean_cache() -> None:
    cache.clear()


@pytest.fixture
def alice(db: None) -> User:
    return User.objects.create_user(
        "alice@example.org", "correct horse", full_name="Alice Abel"
    )


@pytest.fixture
def bob(db: None) -> User:
    return User.objects.create_user("bob@example.org", "battery staple")


@pytest.fixture
def as_alice(alice: User) -> Client:
    return logged_in(alice)


@pytest.fixture
def as_bob(bob: User) -> Client:
    return logged_in(bob)


def logged_in(user: User) -> Client:
    client = Client(raise_request_exception=True)
    client.force_login(user)
    return client


@pytest.fixture
def count_queries() -> Callable[[], AbstractContextManager[CaptureQueriesContext]]:
    return lambda: CaptureQueriesContext(connection)


@pytest.fixture
def same_query_count(count_queries: Callable) -> Callable[..., int]:
    """Call with two or more requests: they take the same number of queries, or it fails."""

    def check(*calls: Callable[[], object]) -> int:
        counts = []
        for call in calls:
            with count_queries() as queries:
                call()
            counts.append(len(queries))
        assert len(set(counts)) == 1, counts
        return counts[0]

    return check
