"""The people of an application: who is there, and who speaks for you."""

from __future__ import annotations

from typing import Any

from accounts.models import User
from applications.models import Application

MOST_PEOPLE = 100


def people_context(application: Application, user: User) -> dict[str, Any]:
    """What ``applications/_people.html`` shows, in two queries."""
    return {
        "people": application.contacts.with_company()[:MOST_PEOPLE],
        "uses": application.reference_uses.with_people()[:MOST_PEOPLE],
    }
