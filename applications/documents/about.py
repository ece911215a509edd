"""What a document is about: the posting, whom it goes to, what the person looks for."""

from __future__ import annotations

from typing import Any, Final

from accounts.models import Preferences
from applications.candidate import as_data
from applications.models import Document
from companies.models import Role

# Whom a letter is written to, if the person knows one of them.
RECIPIENTS: Final = (Role.HIRING_MANAGER, Role.RECRUITER)


def posting_of(document: Document) -> dict[str, Any]:
    """The posting as plain data, with whom a letter goes to."""
    named = {"company": document.job.employer, "recipient": _recipient(document)}
    return as_data(document.job) | named


def _recipient(document: Document) -> str:
    """The name of the one person it can be meant for; of two, none."""
    application = document.application
    if application is None or not document.is_letter:
        return ""
    known = application.contacts.filter(role__in=RECIPIENTS)
    names = list(known.values_list("name", flat=True)[:2])
    return names[0] if len(names) == 1 else ""


def wishes_of(document: Document) -> dict[str, str]:
    """What a letter may say of what they look for; empty where it is not known."""
    mine = Preferences.objects.for_user(document.user).first() or Preferences()
    bounds = (mine.salary_expectation_min, mine.salary_expectation_max)
    said = " to ".join(
        f"{amount:,}" for amount in dict.fromkeys(bounds) if amount is not None
    )
    return {"salary": f"{mine.salary_expectation_currency} {said}" if said else ""}
