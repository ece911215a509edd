"""Samples of the person's own writing, and how they write."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from accounts.tests.factories import SampleFactory, StyleFactory

LIST = "/samples/"


@pytest.fixture
def sample(alice):
    return SampleFactory(
        user=alice,
        original_filename="letter.txt",
        original_text="Dear shelf,\nI <b>sort</b>.",
        is_active=True,
    )


def test_list_tells_kind_length_and_which_is_in_use(as_alice, sample):
    page = as_alice.get(LIST)
    assertContains(page, f'href="{sample.get_absolute_url()}"')
    assertContains(page, "Cover letter · 4 words")
    assertContains(page, "In use")
    assertNotContains(page, "Dear shelf")


def test_list_does_not_load_the_texts(as_alice, sample, count_queries):
    with count_queries() as queries:
        as_alice.get(LIST)
    assert not [query for query in queries if "original_text" in query["sql"]]


def test_page_shows_the_text_as_text(as_alice, sample):
    page = as_alice.get(sample.get_absolute_url())
    assertContains(page, "Dear shelf,")
    assertContains(page, "I &lt;b&gt;sort&lt;/b&gt;.")


def test_style_stands_below_in_words(as_alice, alice, sample):
    StyleFactory(
        user=alice,
        extracted_style={"tone": "calm", "sentence_length": {"mean": 12}},
        extraction_status="completed",
        source_sample=sample,
    )
    page = as_alice.get(LIST)
    assertContains(page, "How you write")
    for said in ("tone: calm", "sentence length: mean: 12", "Read from"):
        assertContains(page, said)


def test_style_is_shown_without_any_sample(as_alice, alice):
    assertNotContains(as_alice.get(LIST), "How you write")
    StyleFactory(user=alice)
    page = as_alice.get(LIST)
    assertContains(page, "No samples yet")
    assertContains(page, "Not read yet")


def test_stranger_sees_none_of_it(as_bob, alice, sample):
    StyleFactory(user=alice, extracted_style={"tone": "calm"})
    assert as_bob.get(sample.get_absolute_url()).status_code == 404
    page = as_bob.get(LIST)
    assertNotContains(page, "letter.txt")
    assertNotContains(page, "calm")


def test_pages_are_read_only_and_behind_the_login(client, as_alice, sample):
    for url in (LIST, sample.get_absolute_url()):
        assert client.get(url)["Location"].startswith("/accounts/login/")
        assert as_alice.post(url).status_code == 405
