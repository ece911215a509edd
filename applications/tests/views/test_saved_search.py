"""Searches are kept, put in order, changed and forgotten by whom they belong to."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from applications.models import SavedSearch
from applications.models import saved_search as module
from applications.saved_searches.news import tell
from applications.tests.factories import (
    ApplicationFactory,
    JobFactory,
    SavedSearchFactory,
)
from jobtracker.testing.fixtures import HTMX

SEARCHES, NEW = "/saved-searches/", "/saved-searches/new/"
SENT = {
    "name": "High ones",
    "asked": "priority=high&page=2&x=1",
    "among": "applications",
}


@pytest.fixture
def search(alice):
    return SavedSearchFactory(
        user=alice, name="High ones", filters={"priority": ["high"]}, digest="d"
    )


def fresh(search):
    search.refresh_from_db()
    return search


# Keeping one


def test_the_form_knows_what_the_list_was_asked_for(as_alice):
    page = as_alice.get(f"{NEW}?among=jobs&q=bread&remote_type=remote")
    assertContains(page, 'value="q=bread&amp;remote_type=remote"')
    assertContains(page, 'name="among" value="jobs"')
    assertContains(page, 'value="bread"')


def test_a_search_is_kept_in_its_one_form(alice, as_alice):
    answer = as_alice.post(NEW, SENT | {"is_pinned": "on"})
    search = SavedSearch.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, search.run_url)
    assert search.user == alice
    assert search.filters == {"priority": ["high"]}
    assert search.is_pinned
    assert not search.notify
    assertContains(as_alice.get(answer["Location"]), "Saved as “High ones”.")


def test_by_htmx_the_page_follows(as_alice):
    answer = as_alice.post(NEW, SENT, headers=HTMX)
    assert answer["HX-Redirect"] == SavedSearch.objects.get().run_url


def test_the_same_again_says_so_and_leads_to_the_one_there_is(alice, as_alice):
    as_alice.post(NEW, SENT)
    again = SENT | {"name": "Others", "asked": "sort=activity&priority=high"}
    answer = as_alice.post(NEW, again)
    said = "You keep this search already, as “High ones”."
    assertContains(answer, said, count=1, status_code=422)
    assertContains(answer, SavedSearch.objects.get().run_url, status_code=422)
    assertContains(answer, 'value="Others"', status_code=422)


def test_another_person_may_keep_the_same(as_alice, as_bob):
    as_alice.post(NEW, SENT)
    assert as_bob.post(NEW, SENT).status_code == 303
    assert SavedSearch.objects.count() == 2


def test_sent_twice_it_is_kept_once(as_alice):
    key = as_alice.get(NEW).context["submit_key"]
    for _time in range(2):
        assert as_alice.post(NEW, SENT | {"submit_key": key}).status_code == 303
    assert SavedSearch.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": ""}, "Write something here."),
        ({"name": "x" * 256}, "at most 255 characters"),
        ({"asked": ""}, "Filter the list or look for a word first"),
        ({"asked": "page=3"}, "Filter the list or look for a word first"),
        ({"asked": "priority=nonsense"}, "Filter the list or look for a word first"),
        ({"asked": "q=" + "x" * 6_000}, "at most 5000 characters"),
        ({"asked": "&".join("a" * 2_100)}, "That is too much to keep."),
        ({"among": "people"}, "Select a valid choice"),
    ],
)
def test_what_is_no_search_is_not_kept(as_alice, change, said):
    assertContains(as_alice.post(NEW, SENT | change), said, status_code=422)
    assert not SavedSearch.objects.exists()


@pytest.mark.parametrize(
    "asked", ["q=%00%ff&priority=high", "q='\"*NEAR(&priority=high"]
)
def test_odd_words_are_no_trouble(as_alice, asked):
    answer = as_alice.post(NEW, SENT | {"asked": asked})
    assert as_alice.get(answer["Location"]).status_code == 200


def test_too_many_are_refused_with_the_number(alice, as_alice, search, monkeypatch):
    monkeypatch.setattr(module, "MOST_SEARCHES", 1)
    answer = as_alice.post(NEW, SENT | {"asked": "priority=low"})
    assertContains(answer, "You keep 1 searches already.", status_code=422)
    assert SavedSearch.objects.count() == 1


def test_one_that_tells_begins_at_once(alice, as_alice):
    there = ApplicationFactory(user=alice, priority="high")
    as_alice.post(NEW, SENT | {"notify": "on"})
    search = SavedSearch.objects.get()
    assert search.told == [there.pk]
    assert search.last_run_at


# The list of them


def test_the_list_says_what_each_asks_and_in_which_order(alice, as_alice, search):
    SavedSearchFactory(user=alice, name="Rests", position=1, is_active=False)
    page = as_alice.get(SEARCHES)
    assertContains(page, f'href="/applications/?saved={search.pk}"')
    assertContains(page, "Applications · Priority: High")
    assertContains(page, "Not in use")
    content = page.content.decode()
    assert content.index("High ones") < content.index("Rests")


def test_without_searches_the_page_says_what_to_do(as_alice):
    assertContains(as_alice.get(SEARCHES), "No saved searches yet")


@pytest.mark.parametrize(("headers", "status"), [({}, 303), (HTMX, 200)])
def test_one_gets_another_place(alice, as_alice, search, headers, status):
    last = SavedSearchFactory(user=alice, name="Last", position=1)
    seen = as_alice.get(SEARCHES).context["section"]["mark"]
    sent = {"item": 1, "place": 0, "seen": seen}
    answer = as_alice.post(f"{SEARCHES}order/", sent, headers=headers)
    assert answer.status_code == status
    assert list(SavedSearch.objects.all()) == [last, search]
    if headers:
        assertNotContains(answer, "<html")


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"item": 0, "place": 1, "seen": "other"}, 409),
        ({"item": 0, "place": "x", "seen": ""}, 422),
    ],
)
def test_no_other_place_is_taken_by_mistake(alice, as_alice, search, sent, status):
    SavedSearchFactory(user=alice, position=1)
    answer = as_alice.post(f"{SEARCHES}order/", sent, headers=HTMX)
    assert answer.status_code == status
    assert SavedSearch.objects.first() == search


def test_more_than_a_page_are_not_put_in_order(alice, as_alice):
    SavedSearchFactory.create_batch(101, user=alice)
    page = as_alice.get(SEARCHES)
    assertNotContains(page, 'class="order"')
    assertContains(as_alice.get(f"{SEARCHES}?page=2"), "101–101 of 101")


# One of them


def test_its_page_says_what_it_asks_in_words(alice, as_alice):
    search = SavedSearchFactory(
        user=alice,
        scope="applications",
        query="bread",
        filters={"priority": ["high"], "stale": ["1"], "salary_min": 50_000},
    )
    page = as_alice.get(search.get_absolute_url())
    for said in ("Priority", "High", "Stale", "bread", "Kept, but not asked", "50000"):
        assertContains(page, said)


def test_what_is_gone_is_said(alice, as_alice):
    filters = {"company": ["999"], "priority": ["high"]}
    search = SavedSearchFactory(user=alice, filters=filters)
    assertContains(as_alice.get(search.get_absolute_url()), "is not there any more")


@pytest.mark.parametrize("scope", ["applications", "jobs"])
def test_its_news_stand_first(alice, bob, as_alice, scope):
    factory = ApplicationFactory if scope == "applications" else JobFactory
    search = SavedSearchFactory(
        user=alice,
        scope=scope,
        filters={"remote_type": ["remote"]},
        notify=True,
        last_run_at=timezone.now() - timedelta(hours=1),
    )
    facts = {"remote_type": "remote", "title": "Baker"}
    if scope == "applications":
        facts = {f"job__{name}": value for name, value in facts.items()}
    new = factory(user=alice, **facts)
    told = tell(search, now=timezone.now(), day=timezone.localdate())
    page = as_alice.get(told.url)
    assertContains(page, new.get_absolute_url())
    assertContains(page, "Baker")
    new.delete()
    assertContains(as_alice.get(told.url), "What was new then is not there any more.")


def test_it_is_edited(as_alice, search):
    url = f"{search.get_absolute_url()}edit/"
    seen = as_alice.get(url).context["form"].initial["seen"]
    sent = {"name": "Best", "notify": "on", "is_active": "on", "seen": seen}
    assert as_alice.post(url, sent).status_code == 303
    assert fresh(search).name == "Best"
    assert search.notify
    assert search.last_run_at
    assert search.filters == {"priority": ["high"]}


def test_an_empty_name_changes_nothing(as_alice, search):
    url = f"{search.get_absolute_url()}edit/"
    assert as_alice.post(url, {"name": " "}, headers=HTMX).status_code == 422
    assert fresh(search).name == "High ones"


def test_it_is_forgotten_after_a_question(as_alice, search):
    url = f"{search.get_absolute_url()}delete/"
    assertContains(as_alice.get(url), "Forget “High ones”?")
    assert SavedSearch.objects.exists()
    assert as_alice.post(url).status_code == 303
    assert not SavedSearch.objects.exists()


# Verbs


@pytest.mark.parametrize(
    ("verb", "name", "value"),
    [
        ("pin", "is_pinned", True),
        ("unpin", "is_pinned", False),
        ("notify", "notify", True),
        ("mute", "notify", False),
    ],
)
def test_verbs_do_what_they_say(as_alice, search, verb, name, value):
    setattr(search, name, not value)
    search.save()
    url = f"{search.get_absolute_url()}{verb}/"
    assert as_alice.get(url).status_code == 405
    assert as_alice.post(url)["Location"] == f"{SEARCHES}#search-{search.pk}"
    assert getattr(fresh(search), name) is value


def test_it_asks_something_else(alice, as_alice, search):
    ApplicationFactory(user=alice, priority="low")
    url = f"{search.get_absolute_url()}ask/"
    answer = as_alice.post(url, {"asked": f"priority=low&kept={search.pk}"})
    assert answer["Location"] == search.run_url
    assert fresh(search).filters == {"priority": ["low"]}
    assert search.digest not in ("", "d")


@pytest.mark.parametrize(
    ("asked", "said"),
    [("", "Filter the list"), ("priority=low", "You keep this search already")],
)
def test_it_does_not_ask_everything_nor_what_another_asks(
    as_alice, search, asked, said
):
    as_alice.post(NEW, SENT | {"asked": "priority=low"})
    answer = as_alice.post(f"{search.get_absolute_url()}ask/", {"asked": asked})
    assert fresh(search).filters == {"priority": ["high"]}
    assertContains(as_alice.get(answer["Location"]), said)


@pytest.mark.parametrize(
    "rest",
    ["", "edit/", "delete/", "ask/", "pin/", "unpin/", "notify/", "mute/"],
)
def test_a_stranger_finds_none_of_it(as_bob, client, search, rest):
    url = f"{search.get_absolute_url()}{rest}"
    before = SavedSearch.objects.values().get()
    sent = {"name": "Mine", "asked": "priority=low"}
    assert {as_bob.get(url).status_code, as_bob.post(url, sent).status_code} <= {
        404,
        405,
    }
    assert client.post(url, sent).status_code in (302, 404)
    assert SavedSearch.objects.values().get() == before
