"""What the navigation shows of a person: one query for all, on whole pages alone."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, NamedTuple

from django.db import connection
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from applications.models.application_row import quiet_before
from applications.models.saved_search import MOST_PINNED, run_url
from applications.owed import end_of

MOST = 99
# What Today shows of applications as late or due today, each part counted by an index of
# its own; an application stands in one of the last four at most. In SQL because it is asked on
# every page: the ORM takes four milliseconds to put the question together.
PARTS = (
    "next_interview_at < %(end)s AND status <> 'closed'",
    "action_due_at < %(end)s AND status <> 'closed'",
    "next_follow_up_on <= %(today)s AND status <> 'closed'",
    "status = 'applied' AND next_follow_up_on IS NULL"
    " AND last_activity_at < %(silent)s AND last_activity_at >= %(stale)s",
    "status = 'tracking' AND sort_deadline = %(today)s"
    " AND (next_follow_up_on IS NULL OR next_follow_up_on > %(today)s)",
    "status = 'offer' AND offer_deadline_on <= %(today)s"
    " AND (next_follow_up_on IS NULL OR next_follow_up_on > %(today)s)",
)
COUNTED = (
    "(SELECT COUNT(*) FROM (SELECT 1 FROM {table} WHERE user_id = %(user)s AND {part}"
    " LIMIT %(most)s) counted)"
)
# Messages to companies stand with their company: it knows whose they are.
OUTREACH = (
    "companies_outreachcampaign o JOIN companies_company c ON c.id = o.company_id"
)
OUTREACH_DUE = (
    "o.follow_up_at IS NOT NULL AND o.follow_up_at < %(end)s"
    " AND o.response_status <> 'rejected'"
)
# The pinned searches, in the person's order, as JSON.
PINNED = (
    "SELECT {list}({row}(id, name, scope)) FROM (SELECT id, name, scope"
    " FROM applications_savedsearch WHERE user_id = %(user)s AND is_pinned = {true}"
    " AND is_active = {true} ORDER BY position, id LIMIT %(most_pinned)s) pinned"
)
AS_JSON = {
    "sqlite": {"list": "json_group_array", "row": "json_array", "true": "1"},
    "postgresql": {"list": "json_agg", "row": "json_build_array", "true": "true"},
}


class Pinned(NamedTuple):
    name: str
    url: str
    is_shown: bool


@cache
def _question() -> str:
    """Each database takes its partial indexes only for the words it made them with."""
    false = "0" if connection.vendor == "sqlite" else "false"
    shown = f"deleted_at IS NULL AND is_archived = {false}"
    owed = [
        COUNTED.format(table="applications_application", part=f"{shown} AND {part}")
        for part in PARTS
    ]
    owed.append(COUNTED.format(table=OUTREACH, part=OUTREACH_DUE))
    unread = COUNTED.format(table="accounts_notification", part=f"is_read = {false}")
    pinned = PINNED.format(**AS_JSON[connection.vendor])
    return f"SELECT {' + '.join(owed)}, {unread}, ({pinned})"  # noqa: S608 - of our own constants


def numbers(request: HttpRequest) -> dict[str, Any]:
    """Context processor. Nothing is asked before a template shows one of them."""
    return {"navigation": SimpleLazyObject(lambda: _numbers(request))}


def _numbers(request: HttpRequest) -> dict[str, Any]:
    user: Any = request.user
    if not user.is_authenticated:
        return {}
    today, preferences = timezone.localdate(), user.get_preferences()
    moment = connection.ops.adapt_datetimefield_value
    facts = {
        "user": user.pk,
        "most": MOST + 1,
        "most_pinned": MOST_PINNED,
        "today": connection.ops.adapt_datefield_value(today),
        "end": moment(end_of(today)),
        "silent": moment(quiet_before(today, preferences.follow_up_after_days)),
        "stale": moment(quiet_before(today, preferences.stale_after_days)),
    }
    with connection.cursor() as cursor:
        cursor.execute(_question(), facts)
        owed, unread, found = cursor.fetchone()
    pinned = _pinned(found, shown=request.GET.get("saved") or request.GET.get("kept"))
    return {
        "today": said(owed),
        "unread": said(unread),
        "pinned": pinned,
        "is_at_pinned": any(search.is_shown for search in pinned),
    }


def _pinned(found: str | list | None, *, shown: str | None) -> list[Pinned]:
    """PostgreSQL gives the list itself, or none for none; SQLite its text."""
    rows = json.loads(found) if isinstance(found, str) else found or []
    return [
        Pinned(name, run_url(scope, key), is_shown=str(key) == shown)
        for key, name, scope in rows
    ]


def said(number: int) -> str:
    """``99+`` past what is counted; nothing for none."""
    if not number:
        return ""
    return str(number) if number <= MOST else f"{MOST}+"
