import pytest
from django.conf import settings
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import Preferences
from jobtracker.testing.fixtures import HTMX

URL = "/settings/calendar/"
SETTINGS = "/settings/"


def say(client, action):
    answer = client.post(URL, {"action": action})
    assertRedirects(answer, "/settings/#calendar", status_code=303)


def token_of(user):
    return Preferences.objects.get(user=user).calendar_token


def feed(token):
    return f"/calendar/{token}/jobtracker.ics"


def test_there_is_none_until_it_is_made(as_alice, alice):
    assertContains(as_alice.get(SETTINGS), "Make the address")
    assert token_of(alice) is None
    say(as_alice, "make")
    assert len(token_of(alice)) >= 43


def test_address_is_shown_in_full(as_alice, alice):
    say(as_alice, "make")
    page = as_alice.get(SETTINGS)
    path = feed(token_of(alice))
    assertContains(page, f'value="{settings.BASE_URL}{path}"')
    assertContains(page, f'href="webcal://127.0.0.1:8000{path}"')


def test_asked_twice_it_is_made_once(as_alice, alice):
    say(as_alice, "make")
    first = token_of(alice)
    say(as_alice, "make")
    assert token_of(alice) == first


def test_a_new_one_ends_the_old_one(as_alice, alice, client):
    say(as_alice, "make")
    old = token_of(alice)
    assert client.get(feed(old)).status_code == 200
    say(as_alice, "renew")
    assert client.get(feed(old)).status_code == 404
    assert client.get(feed(token_of(alice))).status_code == 200


def test_switched_off_it_is_gone(as_alice, alice, client):
    say(as_alice, "make")
    old = token_of(alice)
    say(as_alice, "remove")
    assert client.get(feed(old)).status_code == 404
    assert token_of(alice) is None
    assertNotContains(as_alice.get(SETTINGS), "jobtracker.ics")


def test_one_s_own_alone(as_alice, bob):
    bob.get_preferences()
    say(as_alice, "make")
    assert token_of(bob) is None


@pytest.mark.parametrize("data", [{}, {"action": ""}, {"action": "publish"}])
def test_another_verb_does_nothing(data, as_alice, alice):
    assert as_alice.post(URL, data).status_code == 422
    assert alice.get_preferences().calendar_token is None


def test_htmx_is_led_on(as_alice):
    answer = as_alice.post(URL, {"action": "make"}, headers=HTMX)
    assert answer["HX-Redirect"] == "/settings/#calendar"


def test_only_post_changes_it(as_alice):
    assert as_alice.get(URL).status_code == 405


def test_saving_the_settings_keeps_it(as_alice, alice):
    say(as_alice, "make")
    before = token_of(alice)
    form = {
        "time_zone": "UTC",
        "follow_up_after_days": 5,
        "stale_after_days": 9,
        "digest_hour": 7,
    }
    as_alice.post(SETTINGS, form)
    assert token_of(alice) == before
