from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from accounts.models import User


def logged_in(person):
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def root(db):
    return User.objects.create_superuser("root@example.org")


@pytest.fixture
def as_root(root):
    return logged_in(root)


@pytest.fixture
def staff(db):
    """Staff with the permissions that the test names: ``staff("view_note")``."""

    def make(*codenames):
        person = User.objects.create_user(
            f"staff{User.objects.count()}@example.org", is_staff=True
        )
        person.user_permissions.set(Permission.objects.filter(codename__in=codenames))
        assert person.user_permissions.count() == len(codenames)
        return logged_in(person)

    return make
