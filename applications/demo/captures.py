"""What a demo person captured and has not decided about, and a board to follow."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils.text import slugify

from accounts.models import User
from applications.capture.text import read_text
from applications.demo import words
from applications.models import BoardFeed, Capture, CaptureKind
from applications.posting_facts import facts_of
from companies.models import Company
from jobtracker.work import WorkStatus

HOUR = timedelta(hours=1)


def capture_some(user: User, now: datetime) -> None:
    """One pasted, one page of several, and a page with nothing on it."""
    company = Company.objects.for_user(user).order_by("name", "pk")[0]
    _capture(user, now - HOUR, CaptureKind.TEXT, [words.PASTED])
    texts = [text.format(company=company) for text in words.LISTED]
    page = {
        "url": f"https://{slugify(company.name)}.example/jobs",
        "page_title": f"Work at {company}",
    }
    listed = _capture(user, now - 26 * HOUR, CaptureKind.BOOKMARKLET, texts, **page)
    listed.postings.filter(position=1).update(is_skipped=True)
    _capture(
        user,
        now - 50 * HOUR,
        CaptureKind.FILE,
        [],
        page_title="newsletter.html",
        message="This page holds no posting.",
    )
    # Nobody asks a made-up board by the clock.
    BoardFeed.objects.create(
        company=company, url=f"https://jobs.lever.co/{slugify(company.name)}"
    )


def _capture(
    user: User, at: datetime, kind: CaptureKind, texts: list[str], **facts: Any
) -> Capture:
    whole = "\n\n".join(texts)
    capture = Capture.objects.create(
        user=user,
        kind=kind,
        source=whole.encode(),
        text=whole,
        status=WorkStatus.COMPLETED,
        attempt=1,
        retrieved_at=at,
        started_at=at,
        completed_at=at,
        created_at=at,
        **facts,
    )
    for position, text in enumerate(texts, 1):
        (posting,) = read_text(text).postings
        found = facts_of(posting, capture.url)
        capture.postings.create(position=position, created_at=at, **found)
    return capture
