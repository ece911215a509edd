"""What is done to a document by one POST: its look, a star, a rating, the bin."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from applications.models import DocumentFeedback, DocumentTemplate
from applications.tests.factories import DocumentFactory, DocumentTemplateFactory
from applications.tests.writing import make_written


@pytest.fixture
def document(alice):
    return make_written(alice)


@pytest.fixture
def path(document):
    return document.get_absolute_url()


@pytest.mark.parametrize("verb", ["look", "star", "feedback", "delete", "undelete"])
def test_verbs_are_posts_of_the_owner(verb, as_alice, as_bob, document, path):
    assert as_alice.get(f"{path}{verb}/").status_code == 405
    assert as_bob.post(f"{path}{verb}/", {"rating": 1}).status_code == 404
    before = document.updated_at
    document.refresh_from_db()
    assert document.updated_at == before


def test_look_is_another_template_of_its_kind(alice, as_alice, document, path):
    template = DocumentTemplate.objects.offered(alice, "resume")[1]
    answer = as_alice.post(f"{path}look/", {"template": template.pk})
    assertRedirects(answer, path, status_code=303)
    document.refresh_from_db()
    assert document.template == template


def test_look_of_another_kind_or_person_is_refused(
    alice, bob, as_alice, document, path
):
    for template in (
        DocumentTemplateFactory(user=alice, document_type="cover_letter"),
        DocumentTemplateFactory(user=bob),
    ):
        answer = as_alice.post(f"{path}look/", {"template": template.pk})
        assert answer.status_code == 422
    assert as_alice.post(f"{path}look/").status_code == 422
    document.refresh_from_db()
    assert document.template is None


def test_star_is_put_on_and_taken_off(as_alice, document, path):
    for sent, is_starred in (("1", True), ("1", True), ("0", False)):
        as_alice.post(f"{path}star/", {"star": sent})
        document.refresh_from_db()
        assert document.is_starred == is_starred


def test_rating_is_kept_with_what_would_be_better(as_alice, document, path):
    given = {"rating": "2", "suggestion": "Shorter.", "submit_key": "once"}
    for _ in range(2):
        answer = as_alice.post(f"{path}feedback/", given)
    assertRedirects(answer, path, status_code=303)
    feedback = DocumentFeedback.objects.get()
    assert (feedback.document, feedback.rating) == (document, 2)
    page = as_alice.get(path)
    assertContains(page, "2 of 5")
    assertContains(page, "Shorter.")


@pytest.mark.parametrize("rating", ["", "0", "6", "many"])
def test_rating_is_one_to_five(rating, as_alice, path):
    given = {"rating": rating, "suggestion": "My words stay."}
    answer = as_alice.post(f"{path}feedback/", given)
    assertContains(answer, "My words stay.", status_code=422)
    assert not DocumentFeedback.objects.exists()


# The bin


def test_deleted_it_lies_in_the_bin_and_comes_back(as_alice, document, path):
    answer = as_alice.post(f"{path}delete/", follow=True)
    assertContains(answer, f"{path}undelete/")
    assertNotContains(answer, f'href="{path}"')
    assert as_alice.get(path).status_code == 404
    page = as_alice.get("/bin/")
    assertContains(page, str(document))
    assertContains(page, "kept until")
    assertRedirects(as_alice.post(f"{path}undelete/"), path, status_code=303)
    assertContains(as_alice.get("/bin/"), "The bin is empty")


def test_what_was_sent_stays_in_the_bin(alice, as_alice):
    now = timezone.now()
    DocumentFactory(user=alice, deleted_at=now, sent_at=now - timedelta(days=40))
    assertContains(as_alice.get("/bin/"), "it was sent, so it stays")


def test_bin_shows_nothing_of_others_or_of_deleted_applications(alice, bob, as_alice):
    now = timezone.now()
    DocumentFactory(user=bob, deleted_at=now, job__title="Falconer")
    DocumentFactory(
        user=alice, deleted_at=now, job__title="Glover", job__deleted_at=now
    )
    page = as_alice.get("/bin/")
    assertNotContains(page, "Falconer")
    assertNotContains(page, "Glover")


def test_bin_asks_alike_with_more(alice, as_alice, same_query_count):
    def delete(count):
        DocumentFactory.create_batch(count, user=alice, deleted_at=timezone.now())

    delete(1)
    as_alice.get("/bin/")
    few = same_query_count(lambda: as_alice.get("/bin/"))
    delete(5)
    assert same_query_count(lambda: as_alice.get("/bin/")) == few
