"""No page asks the database more often because there is more in it.

Every page that can be opened is measured for a person with few rows and for one with
many: a new one is, too, as soon as its URL is known and its rows are in ``Examples``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import count

import pytest
from django.core.cache import cache
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from applications.drawn import forget
from jobtracker.testing.fixtures import HTMX, logged_in
from jobtracker.tests.examples import Examples, pages_of

pytestmark = pytest.mark.alike

FEW, MANY = 2, 12
# Session, person and messages included.
BOUNDS = {"applications:board": 15, "applications:application-detail": 20}
BOUND = 25

type Counter = Callable[[], AbstractContextManager[CaptureQueriesContext]]


@pytest.fixture(scope="module")
def both(module_rows: None) -> list[Examples]:
    """Two people, one with few rows and one with many."""
    return [
        Examples(User.objects.create_user(f"has-{rows}@example.org"), rows=rows)
        for rows in (FEW, MANY)
    ]


@pytest.fixture
def people(db: None, both: list[Examples]) -> list[Examples]:
    return both


def queries_of(
    client: Client, url: str, count_queries: Counter, **options: object
) -> list[str]:
    """What a page asks with nothing kept, without numbers. It was visited before."""
    forget()
    cache.clear()
    with count_queries() as queries:
        assert client.get(url, **options).status_code == 200
    return [re.sub(r"\d+", "0", query["sql"]) for query in queries]


def all_queries(
    examples: Examples, count_queries: Counter
) -> dict[tuple[str, str], list[str]]:
    """What each page and its part ask, by name; ``pages_of`` paid the visit before."""
    client = logged_in(examples.user)
    client.get("/")  # what a login does once
    return {
        (name, way): queries_of(client, url, count_queries, headers=headers)
        for name, url in pages_of(examples).items()
        for way, headers in (("page", {}), ("part", HTMX))
    }


def test_no_page_asks_more_often_with_more_rows(people, count_queries):
    few, many = (all_queries(examples, count_queries) for examples in people)
    assert set(BOUNDS) <= {name for name, _way in few}
    assert few.keys() == many.keys()
    problems = []
    for key, before in few.items():
        after = many[key]
        if len(after) != len(before):
            more = "\n  ".join([query for query in after if query not in before][:5])
            problems.append(f"{key}: {len(before)}, then {len(after)}:\n  {more}")
        if len(after) > BOUNDS.get(key[0], BOUND):
            problems.append(f"{key}: {len(after)} queries")
    assert not problems, "\n".join(problems)


def further_pages(examples: Examples) -> list[str]:
    return [
        "/?q=e&sort=salary&priority=unknown&stale=1",
        "/applications/?fit=40&sort=fit",
        f"/jobs/{examples.application.job_id}/fit/?profile={examples.profile.pk}",
        "/board/columns/applied/?sort=company",
        "/companies/?q=o",
        "/search/?q=utrecht",
        "/search/?q=order",
        "/search/palette/?q=archivist",
        f"/companies/{examples.company.pk}/?page=2",
        f"/applications/{examples.application.pk}/?page=2",
    ]


def test_pages_further_on_and_filtered_ones_too(people, count_queries):
    clients = [logged_in(examples.user) for examples in people]
    for pair in zip(*map(further_pages, people), strict=True):
        few, many = (
            _after_a_visit(client, url, count_queries)
            for client, url in zip(clients, pair, strict=True)
        )
        assert len(few) == len(many), pair


def _after_a_visit(client: Client, url: str, count_queries: Counter) -> list[str]:
    client.get(url)
    return queries_of(client, url, count_queries)


VERBS = {
    "status": {"status": "offer"},
    "undo": {},
    "notes": {"text": "Again."},
    "archive": {},
    "delete": {},
}


def test_verbs_ask_alike_with_more_rows(people, count_queries):
    """Told from the board and from the application’s own page."""
    numbers = count(100)

    def say(examples: Examples, client: Client, verb: str, path: str) -> int:
        application = examples.apply(f"Number {next(numbers)}")
        url = application.get_absolute_url()
        place = "http://testserver" + path.format(page=url)
        headers = HTMX | {"HX-Current-URL": place}
        client.get("/")
        with count_queries() as queries:
            answer = client.post(f"{url}{verb}/", VERBS[verb], headers=headers)
        assert answer.status_code == 200
        return len(queries)

    def counts(examples: Examples) -> dict[tuple[str, str], int]:
        client = logged_in(examples.user)
        return {
            (verb, path): say(examples, client, verb, path)
            for verb in VERBS
            for path in ("/", "{page}")
        }

    few, many = map(counts, people)
    assert many == few
    assert max(few.values()) <= 40
