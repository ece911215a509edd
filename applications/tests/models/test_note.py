from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from applications.models import Note
from applications.tests.factories import ApplicationFactory, NoteFactory
from applications.tests.models.rows import row_of

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def test_note_is_activity_but_no_new_version(alice):
    application = ApplicationFactory(user=alice, now=NOW)
    later = NOW + timedelta(hours=2)
    note = application.add_note("Called them.", now=later)
    row = row_of(application)
    assert (row["last_activity_at"], row["version"]) == (later, 1)
    assert (note.text, note.created_at) == ("Called them.", later)
    assert application.last_activity_at == later


def test_touch_never_goes_back_in_time(alice):
    application = ApplicationFactory(user=alice, now=NOW)
    application.add_note("Found in an old diary.", now=NOW - timedelta(days=9))
    assert row_of(application)["last_activity_at"] == NOW
    assert application.last_activity_at == NOW


def test_touch_of_a_stale_copy_does_not_go_back_either(alice):
    application = ApplicationFactory(user=alice, now=NOW)
    stale = type(application).objects.get(pk=application.pk)
    application.touch(NOW + timedelta(days=2))
    stale.touch(NOW + timedelta(days=1))
    assert row_of(application)["last_activity_at"] == NOW + timedelta(days=2)


def test_touched_card_is_drawn_anew(alice):
    application = ApplicationFactory(user=alice, now=NOW)
    before = row_of(application)["updated_at"]
    application.touch(timezone.now())
    assert row_of(application)["updated_at"] > before


@pytest.mark.parametrize("length", [1, 5_000])
def test_note_of_any_allowed_length_is_valid(alice, length):
    note = NoteFactory(application=ApplicationFactory(user=alice), text="é" * length)
    note.full_clean()


@pytest.mark.parametrize("text", ["", "é" * 5_001])
def test_empty_and_too_long_notes_are_not_valid(alice, text):
    note = Note(application=ApplicationFactory(user=alice), text=text)
    with pytest.raises(ValidationError):
        note.full_clean()


def test_note_has_a_place_on_the_page(alice):
    note = NoteFactory(application=ApplicationFactory(user=alice))
    page = f"/applications/{note.application_id}/"
    assert note.get_absolute_url() == f"{page}#note-{note.pk}"


def test_note_belongs_to_whom_the_application_belongs(alice, bob):
    note = NoteFactory(application=ApplicationFactory(user=alice))
    assert note.owner == alice
    assert Note.objects.for_user(alice).get() == note
    assert not Note.objects.for_user(bob).exists()
