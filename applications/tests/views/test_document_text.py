"""Editing the text of a document, comparing its versions, taking one back."""

from __future__ import annotations

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from applications.models import DocumentStatus
from applications.models.document_versions import LONGEST
from applications.tests.factories import DocumentFactory
from applications.tests.writing import TRUE, UNTRUE, make_written
from companies.tests.answers import is_login
from jobtracker.testing.fixtures import HTMX

MORE = f"{TRUE}\n- Kept the oven clean"


@pytest.fixture
def document(alice):
    return make_written(alice)


@pytest.fixture
def edit(document):
    return f"{document.get_absolute_url()}edit/"


def version_url(document, number, verb=""):
    return f"{document.get_absolute_url()}versions/{number}/{verb}"


def test_form_holds_the_text_and_its_evidence(as_alice, as_bob, client, edit):
    page = as_alice.get(edit)
    assertContains(page, "Baked 40 loaves a day")
    assertContains(page, 'name="seen" value="1"')
    assertContains(page, 'id="evidence"')
    assert as_bob.get(edit).status_code == 404
    assert is_login(client.get(edit))


def test_saved_it_is_the_next_version(as_alice, document, edit):
    answer = as_alice.post(edit, {"content": MORE, "seen": 1})
    assertRedirects(answer, document.get_absolute_url(), status_code=303)
    document.refresh_from_db()
    assert document.content == MORE
    assert [one.origin for one in document.versions.all()] == ["edit", "draft"]


def test_a_stranger_saves_nothing(as_bob, document, edit):
    assert as_bob.post(edit, {"content": MORE, "seen": 1}).status_code == 404
    document.refresh_from_db()
    assert document.content == TRUE


def test_unchanged_it_makes_no_version(as_alice, document, edit):
    as_alice.post(edit, {"content": TRUE, "seen": 1})
    assert document.versions.count() == 1


@pytest.mark.parametrize("text", ["", " \n ", "x" * (LONGEST + 1)])
def test_empty_or_endless_text_is_refused(text, as_alice, document, edit):
    answer = as_alice.post(edit, {"content": text, "seen": 1})
    assert answer.status_code == 422
    assert document.versions.count() == 1


@pytest.mark.parametrize("seen", ["", "x", "-1"])
def test_without_the_version_it_was_made_of_nothing_is_written(
    seen, as_alice, document, edit
):
    answer = as_alice.post(edit, {"content": MORE, "seen": seen})
    assert answer.status_code == 422
    assertContains(answer, "Kept the oven clean", status_code=422)
    assert document.versions.count() == 1


def test_hostile_signs_are_cleaned(as_alice, document, edit):
    as_alice.post(edit, {"content": "# M\x00ara\r\n- a\u0008b", "seen": 1})
    document.refresh_from_db()
    assert document.content == "# Mara\n- ab"


def test_another_window_was_faster(as_alice, document, edit):
    document.write(UNTRUE, seen=1)
    answer = as_alice.post(edit, {"content": MORE, "seen": 1})
    assertContains(answer, "another window", status_code=409)
    assertContains(answer, "4000", status_code=409)
    assert answer.context["form"]["content"].value() == MORE
    document.refresh_from_db()
    assert document.content == UNTRUE
    # Saved once more, now that both were seen, it takes the place of the other one.
    assertContains(answer, 'name="seen" value="2"', status_code=409)
    as_alice.post(edit, {"content": MORE, "seen": 2})
    document.refresh_from_db()
    assert document.content == MORE
    assert document.versions.count() == 3


def test_looked_at_it_is_weighed_and_not_written(as_alice, document, edit):
    typed = {"content": UNTRUE, "seen": 1, "preview": "1"}
    page = as_alice.post(edit, typed)
    assertContains(page, "No source for “4000")
    part = as_alice.post(edit, typed, headers=HTMX)
    assertContains(part, "No source for “4000")
    assertNotContains(part, "<textarea")
    document.refresh_from_db()
    assert document.content == TRUE


def test_unwritten_one_can_not_be_edited(alice, as_alice):
    document = DocumentFactory(user=alice, status=DocumentStatus.PENDING)
    url = f"{document.get_absolute_url()}edit/"
    assert as_alice.get(url).status_code == 404
    assert as_alice.post(url, {"content": MORE, "seen": 0}).status_code == 404


def test_text_of_another_system_becomes_ours_by_an_edit(alice, as_alice):
    document = DocumentFactory(user=alice, result={"content": "I bake."})
    url = f"{document.get_absolute_url()}edit/"
    as_alice.post(url, {"content": TRUE, "seen": 0})
    assertContains(as_alice.get(document.get_absolute_url()), 'id="evidence"')
    origins = [one.origin for one in document.versions.all()]
    assert origins == ["edit", "import"]


# Versions


def test_version_is_compared_with_the_last_one(as_alice, as_bob, document):
    document.write(MORE, seen=1)
    page = as_alice.get(version_url(document, 1))
    assertContains(page, "From version 1 to version 2")
    assertContains(page, "<ins")
    assertContains(page, "put in:")
    assert as_bob.get(version_url(document, 1)).status_code == 404


def test_version_is_compared_with_any_other(as_alice, document):
    for number, text in enumerate((MORE, UNTRUE), start=1):
        document.write(text, seen=number)
    page = as_alice.get(f"{version_url(document, 1)}?with=2")
    assertContains(page, "From version 1 to version 2")
    page = as_alice.get(f"{version_url(document, 3)}?with=2")
    assertContains(page, "From version 2 to version 3")


@pytest.mark.parametrize("query", ["?with=9", "?with=x", "?with=-1", "?with=99999999"])
def test_with_what_is_not_there_nothing_is_compared(query, as_alice, document):
    assert as_alice.get(version_url(document, 1) + query).status_code == 404


def test_unknown_version_is_not_found(as_alice, document):
    assert as_alice.get(version_url(document, 2)).status_code == 404


def test_older_version_is_taken_back_as_a_new_one(as_alice, document):
    document.write(MORE, seen=1)
    answer = as_alice.post(version_url(document, 1, "restore/"), {"seen": 2})
    assertRedirects(answer, document.get_absolute_url(), status_code=303)
    document.refresh_from_db()
    assert document.content == TRUE
    assert document.version_number == 3


@pytest.mark.parametrize(
    ("number", "seen", "status"), [(1, 1, 409), (7, 2, 409), (1, "x", 422)]
)
def test_taken_back_too_late_it_says_so(number, seen, status, as_alice, document):
    document.write(MORE, seen=1)
    url = version_url(document, number, "restore/")
    assert as_alice.post(url, {"seen": seen}).status_code == status
    document.refresh_from_db()
    assert document.content == MORE


def test_a_stranger_takes_nothing_back(as_bob, document):
    document.write(MORE, seen=1)
    url = version_url(document, 1, "restore/")
    assert as_bob.post(url, {"seen": 2}).status_code == 404
