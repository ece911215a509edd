"""Job boards that people follow: read once a day, one at a time, politely."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from applications import inbox
from applications.capture.boards import read_board
from applications.capture.boards.addresses import feed_address
from applications.models import BoardFeed
from applications.posting_facts import facts_of
from companies.names import company_key
from jobtracker.errors import Refused

EVERY = timedelta(hours=20)
AT_ONCE = 50
MOST_BYTES = 10_000_000


def read_due(*, now: datetime) -> dict[str, int]:
    """Read the boards whose time has come; off unless the operator says so."""
    counts = {"read": 0, "added": 0, "failed": 0}
    if not settings.BOARD_FEEDS:
        return counts
    due = BoardFeed.objects.due(now - EVERY).select_related("company__user")
    for feed in due.order_by("last_read_at", "pk")[:AT_ONCE]:
        try:
            counts["added"] += read(feed)
            counts["read"] += 1
        except Refused as refused:
            feed.was_read(error=" ".join(refused.messages))
            counts["failed"] += 1
    return counts


def read(feed: BoardFeed) -> int:
    """Fetch one and put what is new into the inbox: how many. Raises Refused."""
    from applications.capture.fetch import FEED, HTML, JSON, fetch  # loads httpx2
    from applications.capture.robots import is_allowed

    address = feed_address(feed.url) or feed.url
    if not is_allowed(address):
        raise Refused(_("This board asks not to be read by programs."))
    page = fetch(address, accept=(*JSON, *FEED, *HTML), most_bytes=MOST_BYTES)
    return take(feed, page.body, page.url, page.content_type)


def take(feed: BoardFeed, data: bytes, url: str = "", content_type: str = "") -> int:
    """The postings of an answer, to the inbox; those that are there add nothing."""
    reading = read_board(data, url, content_type)
    if not reading.postings:
        raise Refused(reading.message or _("No postings were found there."))
    added = 0
    for posting in reading.postings[: inbox.MOST_POSTINGS]:
        # One that cannot be kept is left out: it keeps no other from coming.
        with suppress(ValidationError):
            added += _keep(feed, facts_of(posting)["facts"])
    feed.was_read(found=len(reading.postings), added=added)
    return added


def _keep(feed: BoardFeed, facts: dict[str, Any]) -> bool:
    """Into the inbox; whether it is new. “Initech” is the company “Initech Ltd.”."""
    company, named = feed.company, facts["company_name"]
    if not named or company_key(named) == company_key(company.name):
        facts["company_name"] = company.name
    _job, is_new = inbox.add(company.user, facts, source_url=facts["url"])
    return is_new
