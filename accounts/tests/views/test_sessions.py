import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from accounts.templatetags.browsers import browser
from jobtracker.testing.fixtures import logged_in

SESSIONS = "/accounts/sessions/"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0"
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"
)
EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 "
    "(KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0"
)


def visit(client: Client, user_agent: str) -> Client:
    client.get("/shortcuts/", headers={"User-Agent": user_agent})
    return client


@pytest.mark.parametrize(
    ("user_agent", "said"),
    [
        (FIREFOX, "Firefox on Linux"),
        (SAFARI, "Safari on iPhone"),
        (EDGE, "Edge on Windows"),
        ("curl/8.5", "Unknown browser"),
        ("", "Unknown browser"),
    ],
)
def test_browser_is_said_in_plain_words(user_agent, said):
    assert browser(user_agent) == said


def test_list_shows_one_s_own_browsers(as_alice, as_bob):
    visit(as_bob, EDGE)
    visit(as_alice, FIREFOX)
    page = as_alice.get(SESSIONS)
    assertContains(page, "Firefox on Linux")
    assertContains(page, "This browser")
    assertNotContains(page, "Edge")
    assertNotContains(page, "Log out everywhere else")


def test_log_out_everywhere_else(as_alice, alice):
    phone = visit(logged_in(alice), SAFARI)
    visit(as_alice, FIREFOX)
    assertContains(as_alice.get(SESSIONS), "Log out everywhere else")
    as_alice.post(SESSIONS)
    assert phone.get("/shortcuts/").status_code == 302
    assert as_alice.get("/shortcuts/").status_code == 200
    assert UserSession.objects.count() == 1
