"""No page asks the database more often because there is more in it.

Every page that can be opened is measured with few rows and with many: a new one is, too,
as soon as its URL is known and its rows are in ``Examples``.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import count

import pytest
from django.core.cache import cache
from django.test import Client
from django.test.utils import CaptureQueriesContext

from applications.drawn import forget
from jobtracker.testing.fixtures import HTMX
from jobtracker.tests.examples import Examples, pages_of

pytestmark = pytest.mark.alike

FEW, MANY = 2, 12
# Session, person and messages included.
BOUNDS = {"applications:board": 15, "applications:application-detail": 20}
BOUND = 25

type Counter = Callable[[], AbstractContextManager[CaptureQueriesContext]]


def queries_of(
    client: Client, url: str, count_queries: Counter, **options: object
) -> list:
    """What a page asks with nothing kept; the visit before is for what is done once."""
    client.get(url, **options)
    forget()
    cache.clear()
    with count_queries() as queries:
        assert client.get(url, **options).status_code == 200
    return [query["sql"] for query in queries]


def test_no_page_asks_more_often_with_more_rows(alice, as_alice, count_queries):
    examples = Examples(alice, rows=FEW)
    found = {
        (name, way): (url, headers)
        for name, url in pages_of(examples).items()
        for way, headers in (("page", {}), ("part", HTMX))
    }
    assert set(BOUNDS) <= {name for name, _way in found}
    few = {
        key: queries_of(as_alice, url, count_queries, headers=headers)
        for key, (url, headers) in found.items()
    }
    for number in range(FEW, MANY):
        examples.grow(number)

    problems = []
    for (name, way), (url, headers) in found.items():
        many = queries_of(as_alice, url, count_queries, headers=headers)
        before = few[name, way]
        if len(many) != len(before):
            more = "\n  ".join([query for query in many if query not in before][:5])
            problems.append(f"{url}: {len(before)}, then {len(many)}:\n  {more}")
        if len(many) > BOUNDS.get(name, BOUND):
            problems.append(f"{url}: {len(many)} queries")
    assert not problems, "\n".join(problems)


def test_pages_further_on_and_filtered_ones_too(alice, as_alice, same_query_count):
    examples = Examples(alice, rows=FEW)
    urls = [
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

    def visits() -> list[Callable]:
        return [lambda url=url: as_alice.get(url) for url in urls]

    few = []
    for visit in visits():
        visit()
        forget()
        few.append(same_query_count(visit))
    for number in range(FEW, MANY):
        examples.grow(number)
    for visit, before in zip(visits(), few, strict=True):
        forget()
        assert same_query_count(visit) == before


VERBS = {
    "status": {"status": "offer"},
    "undo": {},
    "notes": {"text": "Again."},
    "archive": {},
    "delete": {},
}


def test_verbs_ask_alike_with_more_rows(alice, as_alice, count_queries):
    """Told from the board and from the application’s own page."""
    examples, numbers = Examples(alice, rows=FEW), count(100)

    def say(verb: str, path: str) -> int:
        application = examples.apply(f"Number {next(numbers)}")
        url = application.get_absolute_url()
        place = "http://testserver" + path.format(page=url)
        headers = HTMX | {"HX-Current-URL": place}
        as_alice.get("/")
        with count_queries() as queries:
            answer = as_alice.post(f"{url}{verb}/", VERBS[verb], headers=headers)
        assert answer.status_code == 200
        return len(queries)

    def counts() -> dict[tuple[str, str], int]:
        return {
            (verb, path): say(verb, path) for verb in VERBS for path in ("/", "{page}")
        }

    few = counts()
    for number in range(FEW, MANY):
        examples.grow(number)
    assert counts() == few
    assert max(few.values()) <= 40
