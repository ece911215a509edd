"""The inbox: what is captured gets in here, once, and what is known already is told."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Preferences
from applications.capture.boards import read_board
from applications.capture.boards.addresses import feed_address
from applications.capture.duplicates import Facts, reasons
from applications.capture.page import read_page
from applications.capture.posting import Posting
from applications.capture.text import read_text
from applications.links import canonical_url
from applications.models import Capture, CaptureKind, Job
from applications.posting_facts import LONGEST_URL, facts_of
from companies.models import Company
from companies.models.company import name_key
from companies.names import company_key
from jobtracker.background import announce
from jobtracker.errors import Refused
from jobtracker.text import clean_text

if TYPE_CHECKING:
    from accounts.models import User

MOST_BYTES = 5_000_000
MOST_POSTINGS = 500
CANDIDATES = 200


class Duplicate(NamedTuple):
    job: Job
    reasons: list[str]

    @property
    def url(self) -> str:
        application = getattr(self.job, "application", None)
        return (application or self.job).get_absolute_url()


# Reading


def read(capture: Capture) -> list[dict[str, Any]]:
    """The postings of a capture, as columns of CapturedPosting. Raises Refused."""
    is_link = capture.kind == CaptureKind.URL and capture.source is None
    if is_link:
        _retrieve(capture, capture.url)
    if capture.kind == CaptureKind.TEXT:
        reading = read_text(bytes(capture.source or b"").decode(errors="replace"))
        postings, message, text = reading.postings, reading.message, reading.text
    else:
        postings, message, text = _read_bytes(capture)
    # A job board's page lists postings for people; beside it is the list for programs.
    board = feed_address(capture.url) if is_link and not postings else None
    if board:
        _retrieve(capture, board)
        postings, message, text = _read_bytes(capture)
    capture.text = clean_text(text)[:1_000_000]
    capture.message = message
    if len(postings) == 1:
        capture.page_title = capture.page_title or clean_text(postings[0].title)[:300]
    capture.retrieved_at = capture.retrieved_at or timezone.now()
    return [facts_of(posting, capture.url) for posting in postings[:MOST_POSTINGS]]


def read_one(pk: int) -> None:
    """Read a capture that waits; a refusal is told on its page. Raises Stopped."""
    capture = Capture.objects.filter(pk=pk).first()
    if capture is not None:
        _read_or_fail(capture)


def _read_or_fail(capture: Capture) -> None:
    try:
        capture.read(read)
    except Refused as refused:
        capture.fail(" ".join(refused.messages))


def person_of(token: str) -> User | None:
    """Whose bookmark has this token."""
    preferences = Preferences.objects.with_capture_token(token)
    return preferences.user if preferences else None


def take_page(user: User, *, url: str, title: str, html: str) -> Capture:
    """What the bookmark sends: the page as it was, read at once."""
    capture = Capture.objects.create(
        user=user,
        kind=CaptureKind.BOOKMARKLET,
        url=url,
        page_title=title[:300],
        source=html.encode("utf-8", "replace"),
        content_type="text/html; charset=utf-8",
    )
    _read_or_fail(capture)
    return capture


def _retrieve(capture: Capture, url: str) -> None:
    from applications.capture.fetch import FEED, HTML, JSON, TEXT, fetch  # loads httpx2

    accept = (*HTML, *TEXT, *FEED, *JSON)
    page = fetch(url, accept=accept, most_bytes=MOST_BYTES)
    capture.url = page.url
    capture.source = page.body
    capture.content_type = f"{page.content_type}; charset={page.charset}"[:200]
    capture.retrieved_at = page.retrieved_at


def _read_bytes(capture: Capture) -> tuple[list[Posting], str, str]:
    """A page, or what a job board answered."""
    data = bytes(capture.source or b"")
    page = read_page(data, capture.url, capture.content_type)
    if page.postings:
        return page.postings, page.message, page.text
    board = read_board(data, capture.url, capture.content_type)
    if board.postings:
        left = ngettext("%(n)d was left out", "%(n)d were left out", len(board.skipped))
        told = left % {"n": len(board.skipped)} if board.skipped else ""
        return board.postings, told, page.text
    return [], page.message or board.message, page.text


# Keeping


def find_duplicates(user: User, facts: dict[str, Any]) -> list[Duplicate]:
    """What the person has that may be the same posting, the surest first."""
    new = Facts(
        title=facts.get("title") or "",
        company=facts.get("company_name") or "",
        location=facts.get("location") or "",
        url=canonical_url(facts.get("url") or ""),
        source=facts.get("source") or "",
        source_id=facts.get("source_id") or "",
    )
    found = {
        job.pk: Duplicate(job, why)
        for job in _candidates(user, new)
        if (why := reasons(new, _facts(job)))
    }
    return sorted(found.values(), key=lambda one: (len(one.reasons), one.job.pk))[:5]


def _candidates(user: User, new: Facts) -> Iterator[Job]:
    mine = (
        Job.objects.for_user(user)
        .present()
        .select_related("company", "application")
        .defer("description", "requirements", "benefits", "raw_text")
    )
    if new.url:
        yield from mine.filter(url=new.url)
    if new.source_id:
        yield from mine.filter(source=new.source, source_id=new.source_id)
    if key := company_key(new.company):
        there = Company.objects.for_user(user).filter(
            name_key__startswith=name_key(key.split()[0])
        )
        same = [
            company.pk
            for company in there.only("pk", "name")[:CANDIDATES]
            if company_key(company.name) == key
        ]
        yield from mine.filter(company__in=same).order_by("-pk")[:CANDIDATES]


def _facts(job: Job) -> Facts:
    return Facts(
        title=job.title,
        company=job.employer,
        location=job.location,
        url=job.url,
        source=job.source,
        source_id=job.source_id,
    )


@transaction.atomic
def add(user: User, facts: dict[str, Any], **kept: Any) -> tuple[Job, bool]:
    """Put a posting into the inbox: the job, and whether it is new.

    One that is there by its link or its number at the source is that one: feeds are read
    again and again. ``kept`` is what is kept of where it came from.
    """
    facts = dict(facts)
    name = facts.pop("company_name", "") or ""
    facts["url"] = canonical_url(facts.get("url") or "")
    if len(facts["url"]) > LONGEST_URL:
        facts["url"] = ""
    for same in _same(facts):
        job = Job.objects.present().filter(user=user, **same).first()
        if job is not None:
            return job, False
    if not name:
        raise Refused(_("Say whose posting it is."), code="company_name")
    company = Company.objects.named(user, name)
    job = Job(user=user, company=company, **facts, **kept)
    job.full_clean(validate_unique=False, validate_constraints=False)
    job.save(force_insert=True)
    announce("posting-changed", user.pk)
    return job, True


def is_blocked_for(job: Job, user: User) -> bool:
    """Whether the person blocked its company: it is kept, but not in the inbox."""
    if job.company is not None:
        return job.company.is_blocked
    return Company.objects.for_user(user).is_blocked_name(job.company_name)


def _same(facts: dict[str, Any]) -> Iterator[dict[str, str]]:
    if facts.get("url"):
        yield {"url": facts["url"]}
    if facts.get("source_id"):
        yield {"source": facts["source"], "source_id": facts["source_id"]}


def kept_of(capture: Capture) -> dict[str, Any]:
    """What a job keeps of the capture it came from."""
    return {
        "source_url": capture.url,
        "retrieved_at": capture.retrieved_at,
        "raw_text": capture.text,
        "text_sha256": hashlib.sha256(capture.text.encode()).hexdigest()
        if capture.text
        else "",
    }
