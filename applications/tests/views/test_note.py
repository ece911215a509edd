import pytest
from django.utils.html import escape

from applications.models import Note
from applications.tests.factories import ApplicationFactory, NoteFactory
from applications.tests.models.rows import row_of
from companies.tests.answers import (
    is_fragment,
    is_login,
    is_page,
    leads_to,
    on_page,
    text,
)
from jobtracker.testing.fixtures import HTMX

LONG = "é" * 5_001


@pytest.fixture
def application(alice):
    return ApplicationFactory(user=alice)


@pytest.fixture
def page(application):
    return f"/applications/{application.pk}/"


@pytest.fixture
def note(application):
    return NoteFactory(application=application, text="First")


def edit(note):
    return f"/notes/{note.pk}/edit/"


def delete(note):
    return f"/notes/{note.pk}/delete/"


# Writing


def test_note_is_kept_and_is_activity(as_alice, application, page):
    before = row_of(application)["last_activity_at"]
    answer = as_alice.post(f"{page}notes/", {"text": "Called\r\nthem."})
    note = Note.objects.get()
    assert leads_to(answer, f"{page}#note-{note.pk}")
    assert note.text == "Called\nthem."
    assert row_of(application)["last_activity_at"] > before
    assert row_of(application)["version"] == 1


def test_htmx_gets_the_page_brought_up_to_date(as_alice, page):
    path = f"{page}notes/"
    answer = as_alice.post(path, {"text": "Called them."}, headers=on_page(page))
    assert is_fragment(answer)
    assert "Called them." in text(answer)
    assert "</textarea>" in text(answer)


def test_note_of_the_greatest_length_is_kept_whole(as_alice, page):
    lines = ("é" * 99 + "\r\n") * 50
    as_alice.post(f"{page}notes/", {"text": lines[:-1]})
    assert Note.objects.get().text == lines.replace("\r\n", "\n").strip()


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize("typed", ["", "  \n ", "\0", LONG])
def test_empty_or_too_long_is_refused(as_alice, application, page, typed, headers):
    before = row_of(application)
    answer = as_alice.post(f"{page}notes/", {"text": typed}, headers=headers)
    assert answer.status_code == 422
    assert answer.context["form"].errors["text"]
    assert not Note.objects.exists()
    assert row_of(application) == before


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_text_that_is_too_long_is_kept_in_the_form(as_alice, page, headers):
    answer = as_alice.post(f"{page}notes/", {"text": LONG}, headers=headers)
    assert LONG in text(answer)
    assert "A note holds 5000 characters; this one has 5001." in text(answer)
    assert is_fragment(answer) if headers else is_page(answer)


def test_same_key_twice_makes_one_note(as_alice, page):
    data = {"text": "Called them.", "submit_key": "k"}
    answers = [as_alice.post(f"{page}notes/", data) for _ in range(2)]
    assert Note.objects.count() == 1
    assert answers[0]["Location"] == answers[1]["Location"]


def test_without_a_key_each_is_a_new_one(as_alice, page):
    for _ in range(2):
        as_alice.post(f"{page}notes/", {"text": "Called them."})
    assert Note.objects.count() == 2


@pytest.mark.parametrize(
    "typed", ["<script>alert(1)</script>", "{{ 7 }}", "👩‍💻", "\u202eאב"]
)
def test_any_text_is_shown_as_text(as_alice, page, typed):
    as_alice.post(f"{page}notes/", {"text": typed})
    assert escape(typed) in text(as_alice.get(page))


def test_stranger_writes_no_note(as_bob, application, page):
    before = row_of(application)
    assert as_bob.post(f"{page}notes/", {"text": "x"}).status_code == 404
    assert not Note.objects.exists()
    assert row_of(application) == before


def test_deleted_application_takes_no_note(as_alice, application, page):
    application.move_to_bin()
    assert as_alice.post(f"{page}notes/", {"text": "x"}).status_code == 404


def test_anonymous_writes_no_note(client, page):
    assert is_login(client.post(f"{page}notes/", {"text": "x"}))
    assert not Note.objects.exists()


def test_notes_are_only_posted(as_alice, page):
    assert as_alice.get(f"{page}notes/").status_code == 405


# Changing


def test_note_is_changed_and_keeps_its_time(as_alice, application, note, page):
    activity = row_of(application)["last_activity_at"]
    answer = as_alice.post(edit(note), {"text": "Second"})
    changed = Note.objects.get()
    assert leads_to(answer, f"{page}#note-{note.pk}")
    assert (changed.text, changed.created_at) == ("Second", note.created_at)
    assert row_of(application)["last_activity_at"] == activity


def test_form_of_a_note_shows_its_text(as_alice, note):
    assert ">First</textarea>" in text(as_alice.get(edit(note)))
    assert is_fragment(as_alice.get(edit(note), headers=HTMX))


@pytest.mark.parametrize("typed", ["", LONG])
def test_change_that_is_refused_changes_nothing(as_alice, note, typed):
    answer = as_alice.post(edit(note), {"text": typed})
    assert answer.status_code == 422
    assert typed in text(answer)
    assert Note.objects.get().text == "First"


# Deleting


def test_deletion_is_asked_for_first(as_alice, note):
    answer = as_alice.get(delete(note))
    assert is_page(answer)
    assert "First" in text(answer)
    assert Note.objects.exists()


def test_note_is_deleted(as_alice, note, page):
    assert leads_to(as_alice.post(delete(note)), page)
    assert not Note.objects.exists()


@pytest.mark.parametrize("path", [edit, delete])
@pytest.mark.parametrize("method", ["get", "post"])
def test_stranger_finds_no_note(as_bob, note, path, method):
    answer = getattr(as_bob, method)(path(note), {"text": "x"})
    assert answer.status_code == 404
    assert Note.objects.get().text == "First"


@pytest.mark.parametrize("path", [edit, delete])
def test_anonymous_is_led_to_the_login(client, note, path):
    assert is_login(client.get(path(note)))
    assert is_login(client.post(path(note)))
    assert Note.objects.exists()


@pytest.mark.parametrize("path", [edit, delete])
def test_notes_go_to_the_bin_with_their_application(as_alice, application, note, path):
    application.move_to_bin()
    assert as_alice.post(path(note), {"text": "x"}).status_code == 404
    assert Note.objects.get().text == "First"


@pytest.mark.parametrize("path", [edit, delete])
def test_other_methods_are_refused(as_alice, note, path):
    assert as_alice.delete(path(note)).status_code == 405
    assert Note.objects.exists()
