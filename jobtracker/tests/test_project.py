"""What holds for the project as a whole: settings, headers, health, a database away."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from django.conf import settings as real_settings
from django.contrib.messages.storage import default_storage
from django.contrib.messages.storage.session import SessionStorage
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.management import call_command
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.test import Client

from jobtracker.testing.fixtures import HTMX
from jobtracker.tests.examples import Examples, routes
from jobtracker.tests.test_isolation import PUBLIC

ROOT = Path(real_settings.BASE_DIR)
BOARD = "applications.views.board.BoardView.get_context_data"


def manage(*words: str, **environment: str) -> subprocess.CompletedProcess:
    """Run manage.py in an environment of its own."""
    ours = {
        "SECRET_KEY": "a-key-of-more-than-fifty-letters-" + "x7Kq" * 9,
        "EMAIL_URL": "consolemail://",
        "DATABASE_URL": "sqlite:///:memory:",
    }
    inherited = {
        n: v for n, v in os.environ.items() if n != "DJANGO_ALLOW_ASYNC_UNSAFE"
    }
    return subprocess.run(
        [sys.executable, "-W", "error", ROOT / "manage.py", *words],
        env=inherited | ours | environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.fixture
def patient(as_alice: Client) -> Client:
    """Alice, whose browser sees error pages instead of exceptions."""
    as_alice.raise_request_exception = False
    return as_alice


def test_no_migration_is_missing(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_deploy_check_is_clean_with_https():
    done = manage(
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        BASE_URL="https://jobs.example.org",
    )
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout


def test_nothing_starts_without_a_secret():
    environment = {name: v for name, v in os.environ.items() if name != "SECRET_KEY"}
    code = (
        "import environ; environ.Env.read_env = lambda *a, **k: None;"
        "import jobtracker.settings"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode != 0
    assert "SECRET_KEY" in done.stderr


def settings_with(base_url: str) -> dict[str, str]:
    """The cookie and transport settings under that address."""
    names = (
        "SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE",
        "SESSION_COOKIE_NAME", "CSRF_COOKIE_SECURE", "CSRF_COOKIE_HTTPONLY",
        "CSRF_COOKIE_NAME", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "DEBUG",
    )  # fmt: skip
    code = f"from django.conf import settings as s; [print(n, getattr(s, n)) for n in {names}]"
    done = manage("shell", "-v0", "-c", code, BASE_URL=base_url, DEBUG="0")
    assert done.returncode == 0, done.stderr
    return dict(line.split(" ", 1) for line in done.stdout.splitlines())


def test_cookies_are_for_https_alone_where_there_is_https():
    found = settings_with("https://jobs.example.org")
    assert found == {
        "SESSION_COOKIE_SECURE": "True",
        "SESSION_COOKIE_HTTPONLY": "True",
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_NAME": "__Host-sessionid",
        "CSRF_COOKIE_SECURE": "True",
        "CSRF_COOKIE_HTTPONLY": "True",
        "CSRF_COOKIE_NAME": "__Host-csrftoken",
        "SECURE_SSL_REDIRECT": "True",
        "SECURE_HSTS_SECONDS": "63072000",
        "DEBUG": "False",
    }


def test_nothing_asks_for_https_where_there_is_none():
    found = settings_with("http://127.0.0.1:8000")
    assert found["SESSION_COOKIE_SECURE"] == found["CSRF_COOKIE_SECURE"] == "False"
    assert found["SECURE_SSL_REDIRECT"] == "False"
    assert found["SECURE_HSTS_SECONDS"] == "0"
    assert found["SESSION_COOKIE_HTTPONLY"] == found["CSRF_COOKIE_HTTPONLY"] == "True"


def test_session_cookie_as_sent(client, alice):
    client.force_login(alice)
    cookie = client.get("/").cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 60 * 60 * 24 * 30


# Headers


def assert_strict(answer: HttpResponse) -> None:
    policy = dict(
        part.strip().split(" ", 1)
        for part in answer["Content-Security-Policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert (
        policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    )
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in str(policy)
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.alike
def test_every_page_is_strict_and_personal_ones_are_kept_nowhere(alice, as_alice):
    examples = Examples(alice)
    for route in routes():
        for url in route.urls(examples):
            if route.is_admin:
                continue
            answer = as_alice.get(url)
            assert_strict(answer)
            assert "no-store" in answer["Cache-Control"], url
            if answer.status_code == 200 and route.name not in PUBLIC:
                assert "private" in answer["Cache-Control"], url


def test_public_pages_are_strict(client, db):
    for path in (
        "/accounts/login/",
        "/accounts/signup/",
        "/healthz/",
        "/readyz/",
        "/no/",
    ):
        assert_strict(client.get(path))


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, SuspiciousOperation("strange")),
        (403, PermissionDenied("forbidden for carla")),
        (500, RuntimeError("broken")),
        (503, OperationalError("away")),
        (503, InterfaceError("connection already closed")),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_error_pages_are_ours_and_strict(status, error, headers, patient):
    with patch(BOARD, side_effect=error):
        answer = patient.get("/", headers=headers)
    assert answer.status_code == status
    assert_strict(answer)
    assert "no-store" in answer["Cache-Control"]
    page = answer.content.decode()
    assert '<main class="gate"' in page
    assert str(error) not in page
    assert ("Retry-After" in answer.headers) == (status == 503)


def test_a_page_that_is_not_there_is_ours_and_strict(patient):
    answer = patient.get("/nothing/here/")
    assert answer.status_code == 404
    assert_strict(answer)
    assert "There is nothing here" in answer.content.decode()


def test_a_form_without_its_token_is_told_so(alice):
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)
    answer = client.post("/applications/new/", {"title": "x"})
    assert answer.status_code == 403
    assert_strict(answer)
    assert "This form is too old" in answer.content.decode()


def test_a_strange_host_is_refused(patient):
    answer = patient.get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert_strict(answer)


def test_static_files_are_strict_and_kept(client, db, settings, tmp_path):
    settings.STATIC_ROOT = str(tmp_path)
    (tmp_path / "app.0123456789ab.css").write_text("a {}")
    answer = client.get("/static/app.0123456789ab.css")
    assert b"".join(answer) == b"a {}"
    answer.close()
    assert_strict(answer)
    assert "no-store" not in answer.get("Cache-Control", "")


# Health


def away(*args: object, **kwargs: object) -> None:
    raise OperationalError("could not connect")


@pytest.mark.parametrize("name", ["cursor", "ensure_connection", "connect"])
def test_health_while_the_database_is_away(name, client, db):
    with patch(f"django.db.backends.base.base.BaseDatabaseWrapper.{name}", away):
        assert client.get("/healthz/").status_code == 200
        if name == "cursor":
            answer = client.get("/readyz/")
            assert answer.status_code == 503
            assert answer.json() == {
                "ready": False,
                "checks": {"database": "OperationalError"},
            }


def test_ready_says_what_it_looked_at(client, db):
    answer = client.get("/readyz/")
    assert answer.status_code == 200
    assert answer.json()["ready"] is True
    assert answer.json()["checks"]["migrations"] == "ok"


def test_not_ready_while_migrations_are_missing(client, db):
    plan = "jobtracker.health.MigrationExecutor.migration_plan"
    with patch(plan, return_value=["one", "two"]):
        answer = client.get("/readyz/")
    assert answer.status_code == 503
    assert answer.json()["checks"]["migrations"] == "2 to run"


def test_health_needs_no_session_and_starts_none(client, db, count_queries):
    with count_queries() as queries:
        answer = client.get("/healthz/")
    assert len(queries) == 0
    assert not answer.cookies


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_a_database_away_before_any_view_is_a_503_too(headers, patient):
    """Reading the session is the first that fails."""
    patient.get("/")
    with patch("django.db.backends.base.base.BaseDatabaseWrapper.cursor", away):
        answer = patient.get("/", headers=headers)
    assert answer.status_code == 503
    assert answer["Retry-After"] == "5"
    assert_strict(answer)
    assert "Nothing was lost" in answer.content.decode()


@pytest.mark.parametrize(
    "request_of",
    [
        lambda client, url: client.post(url, {"status": "interview"}),
        lambda client, url: client.post(url, {"status": "interview"}, headers=HTMX),
    ],
    ids=["plain", "htmx"],
)
def test_a_move_while_the_database_is_away_says_so(
    request_of: Callable, alice, patient
):
    application = Examples(alice).application
    with patch("applications.models.Application.move_to", side_effect=OperationalError):
        answer = request_of(patient, f"/applications/{application.pk}/status/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    application.refresh_from_db()
    assert application.status == "applied"


# Messages


def test_messages_are_kept_in_the_session(rf, as_alice, alice):
    """A cookie holds 4 kB, is sent with every file, and would keep names on the disk."""
    request = rf.get("/")
    request.session = as_alice.session
    assert isinstance(default_storage(request), SessionStorage)

    application = Examples(alice).application
    answer = as_alice.post(
        f"/applications/{application.pk}/status/", {"status": "interview"}
    )
    assert "messages" not in as_alice.cookies
    assert "_messages" in as_alice.session
    shown = as_alice.get(answer["Location"])
    assert "Moved to Interview." in shown.content.decode()
    assert (
        "Moved to Interview." not in as_alice.get(answer["Location"]).content.decode()
    )
