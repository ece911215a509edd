"""Lists of the admin: searched, filtered, sorted, and no dearer with more rows."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from accounts.admin import base
from applications.tests.factories import (
    ApplicationFactory,
    DocumentFactory,
    DocumentVersionFactory,
)
from jobtracker.tests.examples import Examples

pytestmark = pytest.mark.alike

APPLICATIONS = "/admin/applications/application/"
LISTS = [
    f"{APPLICATIONS}?q=alice",
    f"{APPLICATIONS}?status__exact=applied&place=board",
    f"{APPLICATIONS}?priority__exact=unknown&o=2.-3",
    f"{APPLICATIONS}?closed_reason__exact=&_facets=True",
    f"{APPLICATIONS}?saved_at__year={{year}}",
    "/admin/applications/job/?q=initech&o=3",
    "/admin/applications/job/?captured_at__year={year}&captured_at__month={month}",
    "/admin/applications/statuschange/?q=archivist&o=1",
    "/admin/applications/statuschange/?origin__exact=create",
    "/admin/applications/note/?q=e&o=3",
    "/admin/applications/interview/?q=archivist&status__exact=completed&o=4",
    "/admin/applications/followup/?q=alice",
    "/admin/applications/employerresponse/?requires_action__exact=1",
    "/admin/applications/experienceclaim/?q=archivist",
    "/admin/applications/jobanalysis/?q=alice&o=3",
    "/admin/applications/contentranking/?is_active__exact=1",
    "/admin/applications/document/?status__exact=completed&q=alice",
    "/admin/applications/documenttemplate/?q=alice",
    "/admin/applications/documentversion/?q=alice",
    "/admin/applications/documentexport/?format__exact=pdf",
    "/admin/applications/documentfeedback/?rating__exact=4",
    "/admin/applications/savedsearch/?q=alice",
    "/admin/applications/jobview/?q=alice",
    "/admin/applications/capture/?q=alice&status__exact=completed",
    "/admin/applications/capturedposting/?q=alice",
    "/admin/applications/boardfeed/?q=alice",
    "/admin/companies/company/?q=o&o=2",
    "/admin/companies/company/?is_blocked__exact=0",
    "/admin/accounts/submitkey/?q=alice",
    "/admin/usersessions/usersession/?q=alice",
    "/admin/account/emailaddress/?q=alice",
    "/admin/accounts/user/?q=alice",
    "/admin/autocomplete/?term=o&app_label=applications&model_name=job&field_name=company",
    "/admin/autocomplete/?term=a&app_label=companies&model_name=company&field_name=user",
]


def test_more_rows_take_no_more_queries(alice, as_root, same_query_count):
    examples = Examples(alice, rows=2)
    saved = examples.application.saved_at
    urls = [url.format(year=saved.year, month=saved.month) for url in LISTS]

    def counts():
        """Of all lists at once: rows to grow take longer than lists to show."""
        return {url: same_query_count(lambda url=url: as_root.get(url)) for url in urls}

    assert {as_root.get(url).status_code for url in urls} == {200}
    few = counts()
    for number in range(2, 6):
        examples.grow(number)
    assert counts() == few
    assert max(few.values()) <= 16


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", {"Zebra", "Fox", "Owl"}),
        ("place=board", {"Zebra"}),
        ("place=archive", {"Fox"}),
        ("place=bin", {"Owl"}),
        ("place=nowhere", {"Zebra", "Fox", "Owl"}),
        ("q=alice+zebra", {"Zebra"}),
        ("q=nobody", set()),
        ("priority__exact=high", {"Fox"}),
    ],
)
def test_applications_are_found(query, titles, alice, as_root):
    ApplicationFactory(user=alice, job__title="Zebra")
    ApplicationFactory(user=alice, job__title="Fox", priority="high").archive()
    ApplicationFactory(user=alice, job__title="Owl").move_to_bin()
    changes = as_root.get(f"{APPLICATIONS}?{query}").context["cl"]
    assert {row.job.title for row in changes.result_list} == titles


def test_a_long_list_is_counted_in_part(alice, as_root, monkeypatch):
    monkeypatch.setattr(base, "MOST_COUNTED", 3)
    ApplicationFactory.create_batch(5, user=alice)
    page = as_root.get(APPLICATIONS)
    assertContains(page, "More than 3 applications")
    assert len(page.context["cl"].result_list) == 5


def test_dates_are_offered_for_short_lists(alice, as_root, monkeypatch):
    """To find out which there are takes a walk through all rows."""
    ApplicationFactory.create_batch(2, user=alice)
    year = '<a href="?saved_at__day='
    assertContains(as_root.get(APPLICATIONS), year)
    assertNotContains(as_root.get(f"{APPLICATIONS}?q=alice"), year)
    monkeypatch.setattr(base, "MOST_COUNTED", 1)
    assertNotContains(as_root.get(APPLICATIONS), year)


def test_the_long_texts_are_not_loaded(alice, as_root, count_queries):
    ApplicationFactory(user=alice)
    as_root.get(APPLICATIONS)
    DocumentVersionFactory(document=DocumentFactory(user=alice))
    names = ("application", "job", "note", "document", "documentversion")
    for url in (f"/admin/applications/{name}/" for name in names):
        with count_queries() as queries:
            as_root.get(url)
        said = " ".join(query["sql"] for query in queries)
        assert '"raw_text"' not in said
        assert '"description"' not in said
        assert '"result"' not in said


@pytest.mark.parametrize(
    "url", [f"{APPLICATIONS}?nonsense=1", f"{APPLICATIONS}export/?nonsense=1"]
)
def test_a_filter_that_is_none_leads_back(url, as_root):
    answer = as_root.get(url, follow=True)
    assert answer.status_code == 200


def test_the_login_is_the_one_of_all(client, root, alice):
    root.set_password("correct horse")
    root.save()
    answer = client.post(
        "/admin/login/", {"username": root.email, "password": "correct horse"}
    )
    assert answer["Location"].startswith("/accounts/login/")
    assert "_auth_user_id" not in client.session
    client.force_login(alice)
    assert client.get("/admin/")["Location"].startswith("/admin/login/")
    assert client.get("/admin/login/").status_code == 403
