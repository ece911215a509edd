"""Rows that stay for several tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import transaction


def kept_rows(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A fixture of a module or a folder: what others of its kind make once is there for all
    its tests, and gone after them.

    Tests that want an empty database stand above those, for what is made stays until
    the end. A test asks for ``db`` too, so its own changes are undone.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
