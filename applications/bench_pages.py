"""The pages that ``bench`` measures, and the rows that they need."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from itertools import cycle
from typing import Any

from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from accounts.models import DocumentType, Profile
from applications import drawn
from applications.candidate import Candidate
from applications.demo import resume_facts
from applications.documents import generate
from applications.filters import Sort
from applications.models import Application, Document, FollowUp, Note, Status
from applications.models.document import ENGINE

type Call = Callable[[], Any]


def pages(client: Client, application: Application) -> dict[str, Call]:
    """Each by its name, as asked by the person whose application it is."""
    _fill(application)
    return _lists(client) | _searches(client) | _of(application, client)


def _lists(client: Client) -> dict[str, Call]:
    """Pages over all applications, in each order, and what is counted of them."""
    orders = {
        f"{name} by {sort}": partial(client.get, url, {"sort": sort})
        for name, url in (("board", "/"), ("table", "/applications/"))
        for sort, _label in Sort.CHOICES[1:]
    }
    return {
        "board": partial(client.get, "/"),
        **orders,
        "column, page 2": partial(client.get, "/board/columns/applied/?page=2"),
        "table": partial(client.get, "/applications/"),
        "facets": partial(client.get, "/applications/facets/"),
        "today": partial(client.get, "/today/"),
        "companies": partial(client.get, "/companies/"),
        "inbox": partial(client.get, "/jobs/"),
        "documents": partial(client.get, "/documents/"),
        "insights": partial(client.get, "/insights/"),
        "insights, counted anew": partial(_without_kept, client, "/insights/"),
    }


def _searches(client: Client) -> dict[str, Call]:
    """For words and technologies, common and rare."""
    urls = {
        "board, search": "/?q=engineer",
        "table, search": "/applications/?q=engineer",
        "table, technology": "/applications/?technology=python",
        "table, rare technology": "/applications/?technology=cobol",
        "inbox, search": "/jobs/?q=engineer",
        "search page": "/search/?q=engineer",
    }
    return {name: partial(client.get, url) for name, url in urls.items()}


def _of(one: Application, client: Client) -> dict[str, Call]:
    """What is seen and done of one application, with an analysis and a document."""
    profile = Profile.objects.bring_in(one.user, "Bench", resume_facts.BACKEND)
    other = Profile.objects.bring_in(one.user, "Other", resume_facts.LEAD)
    Candidate(one.user, profile, timezone.now()).renew(one.job)
    fresh = {"profile": other.pk}  # for which nothing is stored
    posting = {"text": one.job.description * 4, "title": one.job.title}
    page, paper = one.get_absolute_url(), _written(one, profile)
    statuses = cycle([Status.INTERVIEW, Status.APPLIED])
    return {
        "detail, 100 events": partial(client.get, page),
        "fit, worked out anew": partial(client.get, f"/jobs/{one.job_id}/fit/", fresh),
        "try a posting": partial(client.post, "/jobs/analyze/", posting),
        "document, each line weighed": partial(client.get, paper),
        "document, its file again": partial(client.get, f"{paper}download/pdf/"),
        "move": lambda: client.post(f"{page}status/", {"status": next(statuses)}),
        "note": partial(client.post, f"{page}notes/", {"text": "Called them."}),
    }


def _fill(application: Application) -> None:
    """A hundred events, as after a year of back and forth."""
    now = timezone.now()
    hours = [now - timedelta(hours=n) for n in range(50)]
    Note.objects.bulk_create(
        Note(application=application, text=f"They called at {at}.", created_at=at)
        for at in hours
    )
    FollowUp.objects.bulk_create(
        FollowUp(application=application, text="Any news? " * 20, done_at=at)
        for at in hours
    )


def _written(application: Application, profile: Profile) -> str:
    """The address of a résumé that was written for it."""
    document = Document.objects.create(
        user=application.user,
        profile=profile,
        job=application.job,
        application=application,
        document_type=DocumentType.RESUME,
        engine=ENGINE,
    )
    generate.write_one(document.pk)
    return document.get_absolute_url()


def _without_kept(client: Client, url: str) -> Any:
    """As after a change."""
    cache.clear()
    drawn.forget()
    return client.get(url)
