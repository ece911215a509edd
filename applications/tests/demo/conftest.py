"""One person of whom everything is told, once for all tests of this folder.

She stays until its end: count the rows of a person, not of a table.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from accounts.models import User
from applications.demo import tell
from jobtracker.search import renewing
from jobtracker.testing.rows import kept_rows

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

# Made here: one of a plugin would live as long as the run.
package_rows = pytest.fixture(scope="package", name="package_rows")(kept_rows)


@pytest.fixture(scope="package")
def teller(package_rows: None) -> User:
    user = User.objects.create_user("told@example.org")
    with renewing():
        tell(user, count=60, seed=1, now=NOW)
    return user


@pytest.fixture
def told(db: None, teller: User) -> User:
    return teller
