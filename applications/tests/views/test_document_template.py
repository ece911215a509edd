"""Looks of one's own: made as a copy, changed, deleted."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from applications.forms.document_template import MOST_TEMPLATES
from applications.models import DocumentTemplate
from applications.tests.factories import DocumentTemplateFactory
from applications.tests.writing import make_written
from companies.tests.answers import is_login

GIVEN = {
    "name": "Mine",
    "layout": "modern",
    "paper": "us-letter",
    "accent": "#0a5c36",
    "size": "11",
}
NEW = "/documents/templates/new/"


@pytest.fixture
def built_in(alice):
    return DocumentTemplate.objects.offered(alice, "resume")[0]


@pytest.fixture
def own(alice):
    return DocumentTemplateFactory(
        user=alice, name="Mine", settings={"layout": "classic", "font": "Inter"}
    )


def edit(template):
    return f"/documents/templates/{template.pk}/edit/"


def delete(template):
    return f"/documents/templates/{template.pk}/delete/"


def test_copy_of_a_built_in_one_is_ones_own(alice, as_alice, client, built_in):
    url = f"{NEW}?of={built_in.pk}"
    assertContains(as_alice.get(url), "Classic, my own")
    as_alice.post(url, GIVEN)
    mine = DocumentTemplate.objects.get(user=alice)
    assert (mine.name, mine.document_type) == ("Mine", "resume")
    assert mine.settings == {
        "layout": "modern", "paper": "us-letter", "accent": "#0a5c36", "size": 11.0,
    }  # fmt: skip
    assert is_login(client.get(url))


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        ({"layout": "modern", "size": 10.0, "accent": "#2f5d50"}, "Modern, A4, 10 pt"),
        ({"layout": "classic", "paper": [], "size": "big"}, "Classic, A4, 10.5 pt"),
        ({"layout": [], "font": "Inter"}, "font: Inter"),
    ],
)
def test_list_says_in_words_what_it_sets(kept, words, alice, as_alice):
    DocumentTemplateFactory(user=alice, name="Mine", settings=kept)
    assertContains(as_alice.get("/documents/"), words)


def test_sent_twice_it_is_one(alice, as_alice, built_in):
    for _ in range(2):
        as_alice.post(f"{NEW}?of={built_in.pk}", GIVEN | {"submit_key": "once"})
    assert DocumentTemplate.objects.for_user(alice).count() == 1


@pytest.mark.parametrize("of", ["", "?of=0", "?of=x", "?of=" + "9" * 30])
def test_copy_of_nothing_is_not_found(of, as_alice):
    assert as_alice.get(NEW + of).status_code == 404


def test_copy_of_anothers_is_not_found(bob, as_alice):
    theirs = DocumentTemplateFactory(user=bob)
    assert as_alice.get(f"{NEW}?of={theirs.pk}").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"layout": "letter"},
        {"layout": "baroque"},
        {"paper": "a3"},
        {"accent": "red"},
        {"accent": "#12345"},
        {"accent": "#1f3a5f; }"},
        {"size": "8"},
        {"size": "40"},
        {"size": "nan"},
    ],
)
def test_what_cannot_be_set_is_refused(wrong, alice, as_alice, built_in):
    answer = as_alice.post(f"{NEW}?of={built_in.pk}", GIVEN | wrong)
    assert answer.status_code == 422
    assert not DocumentTemplate.objects.for_user(alice).exists()


def test_two_of_a_name_are_refused(alice, as_alice, own, built_in):
    answer = as_alice.post(f"{NEW}?of={built_in.pk}", GIVEN)
    assert answer.status_code == 422


def test_there_is_an_end_to_them(alice, as_alice, built_in):
    for number in range(MOST_TEMPLATES):
        DocumentTemplateFactory(user=alice, name=f"Look {number}")
    answer = as_alice.post(f"{NEW}?of={built_in.pk}", GIVEN)
    assertContains(answer, "You have 100 templates", status_code=422)


def test_changed_it_keeps_what_else_was_in_it(as_alice, own):
    page = as_alice.get(edit(own))
    answer = as_alice.post(
        edit(own), GIVEN | {"seen": page.context["form"]["seen"].value()}
    )
    assertRedirects(answer, own.get_absolute_url(), status_code=303)
    own.refresh_from_db()
    assert own.settings["font"] == "Inter"
    assert own.settings["accent"] == "#0a5c36"


def test_built_in_ones_and_those_of_others_stay(bob, as_alice, built_in):
    for template in (built_in, DocumentTemplateFactory(user=bob)):
        for url in (edit(template), delete(template)):
            assert as_alice.get(url).status_code == 404
            assert as_alice.post(url, GIVEN).status_code == 404
        template.refresh_from_db()


def test_deleted_it_leaves_what_was_made_with_it(alice, as_alice, own):
    document = make_written(alice, template=own)
    assertContains(as_alice.get(delete(own)), "Delete Mine?")
    assertRedirects(as_alice.post(delete(own)), "/documents/", status_code=303)
    document.refresh_from_db()
    assert document.template is None
    assert as_alice.get(document.get_absolute_url()).status_code == 200
