from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import Profile, ProfileImport
from accounts.resumes.reading import read
from accounts.tests.factories import ProfileFactory
from accounts.tests.resumes.files import stored
from jobtracker.errors import Refused


@pytest.fixture
def brought(alice):
    made = read(stored("jobsync-standard.txt"), "cv.txt")
    return ProfileImport.objects.create(
        user=alice, kind=made.kind, text=made.text, found=made.facts
    )


def test_confirmed_it_is_a_resume(brought):
    profile = brought.confirm(brought.found, name="Backend")
    brought.refresh_from_db()
    assert (brought.profile, bool(brought.confirmed_at)) == (profile, True)
    assert (profile.name, profile.full_name) == ("Backend", "Priya Raman")
    assert profile.experiences.count() == 2


def test_a_second_time_nothing_is_made(brought):
    first = brought.confirm(brought.found, name="Backend")
    assert brought.confirm(brought.found, name="Backend") == first
    assert Profile.objects.count() == 1


def test_what_was_made_and_deleted_is_not_made_again(brought):
    brought.confirm(brought.found).delete()
    with pytest.raises(Refused):
        brought.confirm(brought.found)


def test_into_another_it_adds_and_replaces_nothing(brought):
    mine = ProfileFactory(
        user=brought.user, full_name="P. Raman", custom_fields={"unplaced": ["One"]}
    )
    found = brought.found | {"custom_fields": {"unplaced": ["Two"]}}
    assert brought.confirm(found, into=mine) == mine
    mine.refresh_from_db()
    assert (mine.full_name, mine.phone) == ("P. Raman", "(555) 771-3390")
    assert mine.experiences.count() == 2
    assert mine.custom_fields == {"unplaced": ["One"], "unplaced_": ["Two"]}


def test_what_waits_is_told_from_what_is_done(brought, alice):
    assert list(ProfileImport.objects.for_user(alice).waiting()) == [brought]
    brought.confirm(brought.found)
    assert not ProfileImport.objects.waiting()


def test_a_kind_must_be_known(brought):
    brought.kind = "xlsx"
    with pytest.raises(IntegrityError), transaction.atomic():
        brought.save()


def test_its_name_is_that_of_the_file(brought):
    assert str(brought) == "Pasted text"
    brought.original_filename = "cv.txt"
    assert str(brought) == "cv.txt"


def test_so_many_an_hour_are_enough(brought, alice, monkeypatch):
    monkeypatch.setattr("accounts.models.profile_import.MOST_AN_HOUR", 1)
    assert ProfileImport.objects.for_user(alice).are_too_many()
    old = timezone.now() - timedelta(hours=2)
    ProfileImport.objects.update(created_at=old)
    assert not ProfileImport.objects.for_user(alice).are_too_many()
