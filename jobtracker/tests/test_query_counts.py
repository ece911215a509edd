"""No page asks the database more often because there is more in it.

Every page that can be opened is measured with few rows and with many: a new one is, too,
as soon as its URL is known and its rows are in ``Examples``.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.core.cache import cache
from django.test import Client
from django.test.utils import CaptureQueriesContext

from applications.drawn import forget
from jobtracker.testing.fixtures import HTMX
from jobtracker.tests.examples import Examples, pages_of

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


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_no_page_asks_more_often_with_more_rows(
    headers, alice, as_alice, count_queries
):
    examples = Examples(alice, rows=FEW)
    found = pages_of(examples)
    assert set(BOUNDS) <= set(found)
    few = {
        name: queries_of(as_alice, url, count_queries, headers=headers)
        for name, url in found.items()
    }
    for number in range(FEW, MANY):
        examples.grow(number)

    problems = []
    for name, url in found.items():
        many = queries_of(as_alice, url, count_queries, headers=headers)
        if len(many) != len(few[name]):
            more = "\n  ".join([query for query in many if query not in few[name]][:5])
            problems.append(f"{url}: {len(few[name])}, then {len(many)}:\n  {more}")
        if len(many) > BOUNDS.get(name, BOUND):
            problems.append(f"{url}: {len(many)} queries")
    assert not problems, "\n".join(problems)


def test_pages_further_on_and_filtered_ones_too(alice, as_alice, same_query_count):
    examples = Examples(alice, rows=FEW)
    urls = [
        "/?q=e&sort=salary&priority=unknown&stale=1",
        "/board/columns/applied/?sort=company",
        "/companies/?q=o",
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


@pytest.mark.parametrize(
    ("verb", "data"),
    [
        ("status", {"status": "offer"}),
        ("undo", {}),
        ("notes", {"text": "Again."}),
        ("archive", {}),
        ("delete", {}),
    ],
)
@pytest.mark.parametrize("path", ["/", "{page}"], ids=["board", "detail"])
def test_verbs_ask_alike_with_more_rows(
    verb, data, path, alice, as_alice, count_queries
):
    examples = Examples(alice, rows=FEW)

    def say() -> int:
        application = examples.apply(f"One of {len(told)}")
        url = application.get_absolute_url()
        place = "http://testserver" + path.format(page=url)
        headers = HTMX | {"HX-Current-URL": place}
        as_alice.get("/")
        with count_queries() as queries:
            answer = as_alice.post(f"{url}{verb}/", data, headers=headers)
        assert answer.status_code == 200
        return len(queries)

    told: list[int] = []
    told.append(say())
    for number in range(FEW, MANY):
        examples.grow(number)
    told.append(say())
    assert told[0] == told[1]
    assert told[1] <= 40
