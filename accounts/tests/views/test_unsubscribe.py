from urllib.parse import urlsplit

import pytest
from django.test import Client
from pytest_django.asserts import assertContains

from accounts.unsubscribing import headers, unsubscribe_url


@pytest.fixture
def path(alice):
    preferences = alice.get_preferences()
    preferences.daily_digest = True
    preferences.save()
    return urlsplit(unsubscribe_url(alice)).path


def is_on(user):
    preferences = user.get_preferences()
    preferences.refresh_from_db()
    return preferences.daily_digest


def test_link_asks_first_and_needs_no_login(path, client, alice):
    page = client.get(path)
    assertContains(page, "Stop the daily mail?")
    assert alice.email not in page.content.decode()
    assert not page.cookies
    assert page["X-Robots-Tag"] == "noindex"
    assert is_on(alice)


def test_scanners_of_mail_change_nothing(path, client, alice):
    assert client.head(path).status_code == 200
    assert is_on(alice)


def test_mail_programs_end_it_by_one_post(path, alice):
    """RFC 8058: no cookie, no token of a form, no redirect."""
    strict = Client(enforce_csrf_checks=True)
    page = strict.post(path, {"List-Unsubscribe": "One-Click"})
    assertContains(page, "No more daily mails")
    assert not page.cookies
    assert not is_on(alice)
    assertContains(strict.post(path), "No more daily mails")
    assertContains(strict.get(path), "The daily mail is off")


def test_one_person_s_link_is_no_other_s(path, client, alice, bob):
    client.post(urlsplit(unsubscribe_url(bob)).path)
    assert is_on(alice)


@pytest.mark.parametrize(
    "change", [lambda t: t[:-1], lambda t: "MQ:made-up", lambda t: f"x{t}"]
)
def test_a_made_up_link_is_none(change, path, client, alice):
    token = path.split("/")[2]
    for verb in (client.get, client.post):
        assert verb(f"/unsubscribe/{change(token)}/").status_code == 404
    assert is_on(alice)


def test_who_is_gone_has_none(path, client, alice):
    alice.is_active = False
    alice.save()
    assert client.post(path).status_code == 404


def test_headers_let_mail_programs_show_a_button(alice):
    assert headers(alice) == {
        "List-Unsubscribe": f"<{unsubscribe_url(alice)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
