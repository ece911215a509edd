"""A secret lies encrypted, and is read with the keys there are."""

import pytest
from django.db import connection

from accounts.models import Preferences

SECRET = "sk-quite-secret-é"


def stored() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT llm_api_key FROM accounts_preferences")
        return cursor.fetchone()[0]


def read() -> str:
    return Preferences.objects.get().llm_api_key


@pytest.fixture
def kept(alice):
    preferences = alice.get_preferences()
    preferences.llm_api_key = SECRET
    preferences.save_fields("llm_api_key")
    return preferences


def test_it_lies_encrypted_and_is_read_back(kept):
    assert stored()
    assert "secret" not in stored()
    assert read() == SECRET


def test_the_same_secret_lies_there_differently_each_time(kept):
    before = stored()
    kept.save_fields("llm_api_key")
    assert stored() != before
    assert read() == SECRET


def test_no_secret_is_no_secret(alice):
    alice.get_preferences()
    assert stored() == read() == ""


def test_a_new_key_of_the_instance_reads_what_the_old_one_wrote(kept, settings):
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key"
    assert read() == SECRET
    Preferences.objects.get().save()
    settings.SECRET_KEY_FALLBACKS = []
    assert read() == SECRET


def test_what_no_key_fits_reads_as_none(kept, settings):
    settings.SECRET_KEY = "another-key"
    assert read() == ""


@pytest.mark.parametrize("text", ["plain", "gAAAAAB-broken", "é"])
def test_what_was_never_encrypted_reads_as_none(kept, text):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_preferences SET llm_api_key = %s", [text])
    assert read() == ""
