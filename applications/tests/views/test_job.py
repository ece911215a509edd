"""The inbox, and the page of a posting: one's own and public ones."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from applications.tests.factories import (
    AnalysisFactory,
    ApplicationFactory,
    DocumentFactory,
    JobFactory,
    JobViewFactory,
    PublicJobFactory,
    RankingFactory,
)
from companies.tests.answers import is_login, is_page, text
from jobtracker.testing.fixtures import HTMX

INBOX = "/jobs/"


def titles(answer):
    return [job.title for job in answer.context["object_list"]]


# The inbox


def test_inbox_says_when_it_is_empty(as_alice):
    assertContains(as_alice.get(INBOX), "Nothing waits here")


def test_inbox_has_what_was_not_applied_to_newest_first(alice, as_alice):
    now = timezone.now()
    for days, title in ((3, "Oldest"), (1, "Newest"), (2, "Middle")):
        JobFactory(user=alice, title=title, captured_at=now - timedelta(days=days))
    ApplicationFactory(user=alice, job__title="Applied")
    JobFactory(user=alice, title="Deleted", deleted_at=now)
    assert titles(as_alice.get(INBOX)) == ["Newest", "Middle", "Oldest"]


def test_public_ones_are_marked_and_seen_by_all(alice, as_alice, as_bob):
    PublicJobFactory(title="Mayor", company_name="Town hall")
    JobFactory(user=alice, title="Baker", company__name="Oven")
    page = as_alice.get(INBOX)
    assert set(titles(page)) == {"Mayor", "Baker"}
    assertContains(page, '<span class="chip">Public</span>', count=1, html=True)
    assertContains(page, "Town hall")
    assert titles(as_bob.get(INBOX)) == ["Mayor"]


def test_archived_one_says_so(alice, as_alice):
    JobFactory(user=alice, status="archived")
    assertContains(as_alice.get(INBOX), "Archived")


def test_inbox_has_pages(alice, as_alice):
    JobFactory.create_batch(51, user=alice, company=JobFactory(user=alice).company)
    page = as_alice.get(INBOX)
    assert len(titles(page)) == 50
    assertContains(page, 'hx-select="#row-list"')
    assert len(titles(as_alice.get(f"{INBOX}?page=2"))) == 2
    assert is_page(as_alice.get(f"{INBOX}?page=2", headers=HTMX))


def test_inbox_loads_no_long_texts_and_asks_alike(
    alice, as_alice, count_queries, same_query_count
):
    def more():
        JobFactory(user=alice, description="x" * 9_000)
        PublicJobFactory()

    more()
    as_alice.get(INBOX)
    with count_queries() as queries:
        as_alice.get(INBOX)
    said = " ".join(query["sql"] for query in queries)
    assert '"description"' not in said
    assert '"raw_text"' not in said
    for _ in range(4):
        more()
    assert same_query_count(lambda: as_alice.get(INBOX)) == len(queries)


# The page of one


@pytest.fixture
def job(alice):
    return JobFactory(
        user=alice,
        title="Baker",
        company__name="Oven",
        location="Utrecht",
        description="<p>Bread<script>alert(1)</script></p>",
        requirements="Flour",
        benefits="Rolls",
        raw_text="Baker wanted",
        salary_min=40_000,
        salary_currency="EUR",
        salary_period="year",
        tech_stack=["Oven", "Peel"],
    )


@pytest.fixture
def path(job):
    return f"/jobs/{job.pk}/"


def test_whole_posting_is_shown_and_harmless(as_alice, job, path):
    page = as_alice.get(path)
    for said in ("Baker", "Bread", "Flour", "Rolls", "Baker wanted", "Utrecht", "Peel"):
        assertContains(page, said)
    assertContains(page, "from €40,000 a year")
    assertContains(page, f'href="/companies/{job.company_id}/"')
    assertNotContains(page, "alert(1)")
    assertNotContains(page, "Not given")


def test_without_a_text_it_says_so(alice, as_alice):
    job = JobFactory(user=alice, salary_text="Competitive")
    page = as_alice.get(job.get_absolute_url())
    assertContains(page, "The text of the posting is not kept.")
    assertContains(page, "Competitive")


def test_it_leads_to_its_application(alice, as_alice, path, job):
    assertNotContains(as_alice.get(path), "Your application")
    application = ApplicationFactory(user=alice, job=job)
    page = as_alice.get(path)
    assertContains(page, f'href="/applications/{application.pk}/"')


def test_it_shows_what_was_made_for_it(alice, as_alice, path, job):
    mine = {"user": alice, "job": job}
    analysis = AnalysisFactory(**mine, fit_score=85.0)
    ranking, document = RankingFactory(**mine), DocumentFactory(**mine)
    elsewhere = DocumentFactory(user=alice)
    JobViewFactory(**mine, count=3)
    page = as_alice.get(path)
    for row in (analysis, ranking, document):
        assertContains(page, f'href="{row.get_absolute_url()}"')
    assertNotContains(page, f'href="{elsewhere.get_absolute_url()}"')
    assertContains(page, "Fit 85 of 100")
    assertContains(page, "3 times")


def test_public_one_shows_nobodys_private_things(alice, bob, as_alice, as_bob):
    job = PublicJobFactory(title="Mayor", raw_text="Forwarded by the clerk")
    of_bob = {"user": bob, "job": job}
    rows = [
        make(**of_bob) for make in (AnalysisFactory, RankingFactory, DocumentFactory)
    ]
    JobViewFactory(**of_bob, count=17)
    page, his = (client.get(f"/jobs/{job.pk}/") for client in (as_alice, as_bob))
    assertContains(page, "Mayor")
    assertContains(page, "Town hall")
    assertNotContains(page, "the clerk")
    for row in rows:
        assertNotContains(page, row.get_absolute_url())
        assertContains(his, row.get_absolute_url())
    assertNotContains(page, "17 times")
    assertContains(his, "17 times")


def test_stranger_is_told_that_nothing_is_there(as_bob, path):
    assert as_bob.get(path).status_code == 404


def test_deleted_one_is_not_there(alice, as_alice):
    application = ApplicationFactory(user=alice)
    path = application.job.get_absolute_url()
    assert as_alice.get(path).status_code == 200
    application.move_to_bin()
    assert as_alice.get(path).status_code == 404


def test_pages_are_only_read_and_only_by_people(client, as_alice, path):
    for url in (INBOX, path):
        assert as_alice.post(url).status_code == 405
        assert is_login(client.get(url))


def test_page_asks_alike_with_more(alice, as_alice, job, path, same_query_count):
    def more(count):
        mine = {"user": alice, "job": job}
        for _ in range(count):
            for make in (AnalysisFactory, RankingFactory, DocumentFactory):
                make(**mine)

    more(1)
    as_alice.get(path)
    few = same_query_count(lambda: as_alice.get(path))
    more(5)
    assert same_query_count(lambda: as_alice.get(path)) == few


def test_more_leads_to_the_lists(as_alice):
    page = text(as_alice.get("/more/"))
    for url in (INBOX, "/documents/", "/saved-searches/"):
        assert f'href="{url}"' in page
