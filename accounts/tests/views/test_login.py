import bcrypt
import pytest
from django.conf import settings as project
from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from accounts.models import User
from accounts.tests.mails import PASSWORD, with_login
from jobtracker.settings import PASSWORD_HASHERS as HASHERS
from jobtracker.testing.fixtures import HTMX

LOGIN = "/accounts/login/"


def log_in(client: Client, user: User, password: str = PASSWORD, **extra: str):
    return client.post(LOGIN, {"login": user.email, "password": password} | extra)


def is_logged_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_wrong_password_is_told_above_the_form(client, alice):
    page = log_in(client, with_login(alice), "nonsense")
    assertContains(page, "That e-mail and password don’t match")
    assertContains(page, alice.email)
    assert "nonsense" not in page.content.decode()
    assert not is_logged_in(client)


def test_unknown_address_gets_the_same_answer(client, alice, bob):
    known = log_in(client, with_login(alice), "nonsense")
    bob.email = "nobody@example.org"
    unknown = log_in(client, bob, "nonsense")
    said = "That e-mail and password don’t match"
    assert said in known.content.decode()
    assert said in unknown.content.decode()


def test_sixth_try_is_refused_even_with_the_right_password(client, alice):
    with_login(alice)
    for _try in range(5):
        log_in(client, alice, "nonsense")
    assertContains(log_in(client, alice), "Too many tries")
    assert not is_logged_in(client)


def test_tries_are_counted_whatever_the_host_header_says(client, alice):
    with_login(alice)
    for port in range(5):
        client.defaults["HTTP_HOST"] = f"localhost:{port + 1000}"
        log_in(client, alice, "nonsense")
    assertContains(log_in(client, alice), "Too many tries")


def test_too_many_posts_from_one_place_get_429(client, db):
    answers = [client.post(LOGIN).status_code for _try in range(31)]
    assert answers[0] == 200
    assert answers[-1] == 429


def test_inactive_person_stays_outside(client, alice):
    with_login(alice)
    User.objects.update(is_active=False)
    log_in(client, alice)
    assert not is_logged_in(client)


@pytest.mark.parametrize(
    ("asked", "led_to"),
    [
        ("/settings/", "/settings/"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_next_stays_on_the_site(client, alice, asked, led_to):
    answer = log_in(client, with_login(alice), next=asked)
    assertRedirects(answer, led_to, fetch_redirect_response=False)


def test_anonymous_is_led_to_the_login_and_back(client):
    assertRedirects(client.get("/settings/"), f"{LOGIN}?next=/settings/")


def test_anonymous_htmx_request_is_led_there_as_a_whole_page(client):
    here = {"HX-Current-URL": "http://testserver/shortcuts/"}
    answer = client.get("/settings/", headers=HTMX | here)
    assert answer["HX-Redirect"] == f"{LOGIN}?next=%2Fshortcuts%2F"
    assert answer.content == b""


def test_session_ends_with_the_browser_unless_asked_to_stay(client, alice):
    with_login(alice)
    log_in(client, alice)
    assert client.session.get_expire_at_browser_close()
    client.post("/accounts/logout/")
    log_in(client, alice, remember="on")
    assert client.session.get_expiry_age() == project.SESSION_COOKIE_AGE


def test_argon2_comes_first():
    assert HASHERS[0].endswith("Argon2PasswordHasher")


def test_bcrypt_hash_logs_in_and_becomes_argon2(client, alice, settings):
    settings.PASSWORD_HASHERS = HASHERS
    with_login(alice)
    old = bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode()
    User.objects.update(password=f"bcrypt${old}")
    log_in(client, alice)
    assert is_logged_in(client)
    alice.refresh_from_db()
    assert alice.password.startswith("argon2$")


def test_log_out_takes_a_post(as_alice):
    assertContains(as_alice.get("/accounts/logout/"), "Log out?")
    assert is_logged_in(as_alice)
    as_alice.post("/accounts/logout/")
    assert not is_logged_in(as_alice)


def test_admin_is_entered_by_the_same_door(client, db):
    assert client.get("/admin/login/")["Location"].startswith(LOGIN)
