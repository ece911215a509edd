"""A saved search runs in its list; the list says which it is and what differs."""

import pytest
from django.http import QueryDict
from pytest_django.asserts import assertContains, assertNotContains

from applications.saved_searches.questions import put_into, question_of
from applications.tests.factories import (
    ApplicationFactory,
    JobFactory,
    SavedSearchFactory,
)
from companies.merging import Merger
from companies.tests.factories import CompanyFactory


def keep(user, asked, scope="applications", **fields):
    search = SavedSearchFactory(user=user, scope=scope, **fields)
    put_into(search, question_of(user, scope, QueryDict(asked)))
    search.save()
    return search


@pytest.fixture
def baker(alice):
    return ApplicationFactory(user=alice, priority="high", job__title="Baker")


@pytest.fixture
def miller(alice):
    return ApplicationFactory(user=alice, priority="low", job__title="Miller")


@pytest.fixture
def search(alice):
    return keep(alice, "priority=high", name="High ones")


def test_the_table_runs_it_and_says_so(as_alice, search, baker, miller):
    page = as_alice.get(search.run_url)
    assertContains(page, "Baker")
    assertNotContains(page, "Miller")
    assertContains(page, "<bdi>High ones</bdi>")
    assertContains(page, "<bdi>Applications · Priority: High</bdi>")
    assertNotContains(page, "Save the change")


def test_what_the_address_says_beside_it_wins(as_alice, search, baker, miller):
    page = as_alice.get(f"{search.run_url}&priority=low")
    assertContains(page, "Miller")
    assertNotContains(page, "Baker")
    assertContains(page, "Save the change")
    assertContains(page, f'value="priority=low&amp;kept={search.pk}"')


def test_an_empty_parameter_takes_a_filter_away(as_alice, search, baker, miller):
    page = as_alice.get(f"{search.run_url}&priority=")
    assertContains(page, "Miller")
    assertContains(page, "Save the change")
    assertNotContains(page, "Save as another")


def test_links_say_all_and_where_they_began(as_alice, search, baker, miller):
    page = as_alice.get(search.run_url)
    assertContains(page, f"?priority=high&amp;kept={search.pk}&amp;sort=company")
    without = as_alice.get(f"/applications/?kept={search.pk}")
    assertContains(without, "Miller")
    assertContains(without, "High ones")


def test_facets_keep_where_they_began(as_alice, search, baker):
    page = as_alice.get(f"/applications/facets/?saved={search.pk}")
    assertContains(page, f'name="kept" value="{search.pk}"')
    assertContains(page, 'value="high" checked')


@pytest.mark.parametrize("key", ["999", "x", "-1", "²", "9" * 40, "0", "%00"])
@pytest.mark.parametrize("place", ["/applications/", "/jobs/"])
def test_one_that_is_not_there_is_left_out_with_a_message(as_alice, baker, place, key):
    page = as_alice.get(f"{place}?saved={key}")
    assertContains(page, "That saved search is not there any more.")


def test_a_stranger_s_search_is_not_there(as_bob, search):
    page = as_bob.get(search.run_url)
    assertContains(page, "That saved search is not there any more.")
    assertNotContains(page, "High ones")


def test_one_of_another_list_is_not_run_here(as_alice, search):
    assertNotContains(as_alice.get(f"/jobs/?saved={search.pk}"), "High ones")


def test_what_is_gone_is_left_out_and_said(alice, as_alice, baker):
    company = CompanyFactory(user=alice)
    search = keep(alice, f"company={company.pk}&priority=high", name="There")
    company.delete()
    page = as_alice.get(search.run_url)
    assertContains(page, "Baker")
    assertContains(page, "“Company” could not be understood and was left out.")
    assertContains(page, "Save the change")


def test_merging_its_company_changes_nothing_about_it(alice, as_alice, baker):
    former = CompanyFactory(user=alice)
    search = SavedSearchFactory(user=alice)
    put_into(
        search, question_of(alice, "applications", QueryDict(f"company={former.pk}"))
    )
    search.save()
    merger = Merger(baker.job.company, former)
    merger.merge(name=baker.job.company.name, seen=merger.mark)
    page = as_alice.get(search.run_url)
    assertContains(page, f'href="{baker.get_absolute_url()}"')
    assertContains(page, f"company={baker.job.company_id}")
    assertNotContains(page, "could not be understood")
    assertNotContains(page, "Save the change")


def test_what_no_filter_can_ask_is_named(alice, as_alice):
    JobFactory(user=alice, title="Baker", remote_type="remote")
    JobFactory(user=alice, title="Miller")
    filters = {"remote": True, "salary_min": 50_000}
    search = SavedSearchFactory(user=alice, scope="jobs", filters=filters)
    page = as_alice.get(search.run_url)
    assertContains(page, "Baker")
    assertNotContains(page, "Miller")
    assertContains(page, "can’t be asked for it: salary_min.")
    assertNotContains(page, "Save the change")


def test_the_inbox_runs_it_and_its_form_knows_it(alice, as_alice):
    JobFactory(user=alice, title="Baker", remote_type="remote")
    JobFactory(user=alice, title="Miller")
    search = keep(alice, "remote_type=remote", "jobs", name="Far away")
    page = as_alice.get(search.run_url)
    assertContains(page, "Baker")
    assertNotContains(page, "Miller")
    assertContains(page, f'name="kept" value="{search.pk}"')


@pytest.mark.parametrize(
    ("place", "among"),
    [
        ("/", "applications"),
        ("/applications/", "applications"),
        ("/jobs/", "jobs"),
    ],
)
def test_a_filtered_list_can_be_saved(as_alice, baker, place, among):
    assertNotContains(as_alice.get(place), "Save this search…")
    page = as_alice.get(f"{place}?remote_type=remote")
    url = f"/saved-searches/new/?remote_type=remote&amp;among={among}"
    assertContains(page, f'href="{url}"')


def test_which_one_is_shown_takes_as_many_queries_as_there_are_rows_or_not(
    alice, as_alice, search, baker, same_query_count
):
    as_alice.get(search.run_url)
    few = same_query_count(lambda: as_alice.get(search.run_url))
    for number in range(5):
        ApplicationFactory(user=alice, priority="high")
        keep(alice, f"source={number}")
    as_alice.get(search.run_url)
    assert same_query_count(lambda: as_alice.get(search.run_url)) == few


def test_pinned_ones_stand_in_the_navigation(alice, bob, as_alice, search):
    search.set_pinned(True)
    SavedSearchFactory(user=alice, name="<Loose>")
    SavedSearchFactory(user=bob, name="Foreign", is_pinned=True)
    SavedSearchFactory(user=alice, name="<b>Bold", is_pinned=True, scope="jobs")
    for page in (as_alice.get("/today/"), as_alice.get("/more/")):
        assertContains(page, f'href="{search.run_url}"')
        assertContains(page, "&lt;b&gt;Bold")
        assertNotContains(page, "Foreign")
        assertNotContains(page, "Loose")
    shown = as_alice.get(search.run_url)
    assertContains(shown, f'href="{search.run_url}" aria-current="page"')
    changed = as_alice.get(f"/applications/?kept={search.pk}&priority=low")
    for page in (shown, changed):
        assertContains(page, f'href="{search.run_url}" aria-current="page"')
        # That of the phone alone, whose bar has no saved searches.
        assertContains(page, 'href="/applications/" aria-current="page"', count=1)
