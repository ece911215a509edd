import re
from urllib.parse import urlencode

import pytest

from applications.tests.factories import (
    ApplicationFactory,
    DocumentFactory,
    JobFactory,
    NoteFactory,
    SavedSearchFactory,
)
from companies.tests.answers import is_fragment, is_login, is_page, text
from companies.tests.factories import CompanyFactory, ContactFactory
from jobtracker.testing.fixtures import HTMX

SEARCH, PALETTE = "/search/", "/search/palette/"
NASTY = (
    "\0",
    "a\0b",
    '"',
    "'",
    "baker OR *",
    'NEAR("a" "b", 5)',
    "title:baker",
    "-baker +rye ^x",
    "%_\\",
    "{{ 7 }} <script>",
    "'; DROP TABLE applications_job; --",
    "🥐",
    "\u202ebaker",
    "ß\u0301\u0301",
    "日本語",
    "\ud800",
    "x" * 10_000,
    "baker " * 2_000,
    '"' * 500,
)


def ask(client, path, words, **options):
    return client.get(f"{path}?{urlencode({'q': words}, errors='replace')}", **options)


def test_page_shows_what_holds_the_words_and_where(as_alice, alice):
    application = ApplicationFactory(user=alice, job__title="Baker")
    note = NoteFactory(application=application, text="Bring the sourdough.")
    answer = ask(as_alice, SEARCH, "sourdough")
    page = text(answer)
    assert is_page(answer)
    assert "Bring the <mark>sourdough</mark>." in page
    assert f'href="{application.get_absolute_url()}#note-{note.pk}"' in page
    assert 'value="sourdough"' in page
    assert re.search(r'role="status"[^>]*>1 found\.<', page)


def test_htmx_gets_the_results_alone(as_alice, alice):
    ApplicationFactory(user=alice, job__title="Baker")
    answer = ask(as_alice, SEARCH, "baker", headers=HTMX)
    assert is_fragment(answer)
    assert 'id="search-results"' in text(answer)
    assert 'id="search-count"' in text(answer)


def test_before_words_it_shows_the_last_and_how_to_search(as_alice, alice):
    ApplicationFactory(user=alice, job__title="Baker")
    page = text(as_alice.get(SEARCH))
    assert "Last worked on" in page
    assert "Baker" in page
    assert "How to search" in page


def test_more_are_in_their_list(as_alice, alice):
    for _number in range(9):
        ApplicationFactory(user=alice, job__title="Baker")
    page = text(ask(as_alice, SEARCH, "baker"))
    assert 'href="/applications/?q=baker&amp;archived=1"' in page
    assert page.count("<mark>Baker</mark>") == 8


def test_mistyped_words_say_what_is_shown(as_alice, alice):
    ApplicationFactory(user=alice, job__title="Confectioner")
    page = text(ask(as_alice, SEARCH, "confecsioner"))
    assert "Nothing for “<bdi>confecsioner</bdi>”" in page
    assert "Shown: “<bdi>confectioner</bdi>”" in page
    assert "<mark>Confectioner</mark>" in page


def test_nothing_found_leads_on(as_alice):
    page = text(ask(as_alice, SEARCH, "zebra"))
    assert "Nothing for “<bdi>zebra</bdi>”" in page
    assert 'href="/jobs/capture/"' in page


def test_pages_and_actions_are_found_without_scripts(as_alice):
    page = text(ask(as_alice, SEARCH, "cv"))
    assert re.search(
        r'<nav aria-label="Pages and actions">.*href="/profile/"', page, re.S
    )


def test_long_words_are_cut_and_that_is_said(as_alice):
    page = text(ask(as_alice, SEARCH, "x" * 300))
    assert "We looked for the first 200 characters." in page
    assert f'value="{"x" * 200}"' in page


@pytest.mark.parametrize("words", NASTY, ids=range(len(NASTY)))
@pytest.mark.parametrize("path", [SEARCH, PALETTE])
def test_nasty_words_do_no_harm(path, words, as_alice, alice):
    ApplicationFactory(user=alice, job__title="Baker", job__description="rye 日本語")
    answer = ask(as_alice, path, words)
    assert answer.status_code == 200
    assert "<script>" not in text(answer)


def test_palette_offers_lines_to_choose(as_alice, alice):
    application = ApplicationFactory(user=alice, job__title="Baker")
    answer = ask(as_alice, PALETTE, "baker")
    page = text(answer)
    assert is_fragment(answer)
    assert f'href="{application.get_absolute_url()}"' in page
    assert "Search everything for “<bdi>baker</bdi>”" in page
    ids = re.findall(r'role="option" id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) == 2


@pytest.mark.parametrize("path", [SEARCH, PALETTE])
def test_login_and_method(path, client, as_alice):
    assert is_login(client.get(path))
    assert as_alice.post(path).status_code == 405


def plant(user, number=0):
    """One of each kind that has the words."""
    name = f"Sourdough works {number}"
    company = CompanyFactory(user=user, name=name, notes="sourdough")
    application = ApplicationFactory(
        user=user, job__title="Sourdough baker", job__company=company
    )
    NoteFactory(application=application, text="Their sourdough is good.")
    JobFactory(user=user, title="Sourdough taster", company=company)
    ContactFactory(user=user, name="Ida Sourdough", company=company)
    DocumentFactory(user=user, job=application.job, result={"content": "sourdough"})
    SavedSearchFactory(user=user, name="Sourdough only", is_pinned=True)


def without_tokens(answer):
    body = re.sub(
        r'(X-CSRFToken": "|csrfmiddlewaretoken" value=")[^"]+', "", text(answer)
    )
    return re.sub(r'nonce="[^"]+"', "", body)


@pytest.mark.parametrize(
    "words", ["", "sourdough", "sour", "sourdogh", '"sourdough is"']
)
@pytest.mark.parametrize("path", [SEARCH, PALETTE])
@pytest.mark.parametrize("has_own", [True, False], ids=["own", "none"])
def test_a_stranger_changes_no_byte_of_it(has_own, path, words, as_alice, alice, bob):
    """Nothing of his is found, counted, marked, or what she is said to mean."""
    if has_own:
        plant(alice)
    before = without_tokens(ask(as_alice, path, words))
    for number in range(3):
        plant(bob, number)
    assert without_tokens(ask(as_alice, path, words)) == before
