import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from accounts.models import User


def test_email_is_kept_in_lower_case(db):
    assert User.objects.create_user(" Carol@Example.ORG ").email == "carol@example.org"


def test_email_is_lowered_by_validation_too(db):
    carol = User(email="Carol@Example.org", password="x")
    carol.full_clean()
    assert carol.email == "carol@example.org"


def test_person_is_found_by_email_in_any_case(alice):
    assert User.objects.get_by_natural_key("ALICE@example.org") == alice


def test_database_refuses_an_email_with_capitals(alice):
    with pytest.raises(IntegrityError):
        User.objects.filter(pk=alice.pk).update(email="Alice@example.org")


def test_database_refuses_an_email_twice(alice):
    with pytest.raises(IntegrityError):
        User.objects.create_user("Alice@example.org")


def test_unknown_time_zone_is_refused(alice):
    alice.time_zone = "Mars/Olympus"
    with pytest.raises(ValidationError, match="Mars/Olympus"):
        alice.full_clean()


def test_superuser_may_use_the_admin(db):
    root = User.objects.create_superuser("root@example.org")
    assert root.is_staff
    assert root.is_superuser


def test_person_is_called_by_name_or_else_by_email(alice, bob):
    assert [str(alice), str(bob)] == ["Alice Abel", "bob@example.org"]
