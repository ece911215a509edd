"""The scripts in deploy/: keys are made once, a busy port is said, forks are safe."""

import os
import re
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import get_commands

from deploy import run
from deploy import test as runner
from jobtracker.testing.browser import (
    assert_accessible,
    assert_readable,
    errors_of,
    log_in,
)

ROOT = Path(run.__file__).resolve().parent.parent


@pytest.fixture
def env_file(tmp_path, monkeypatch):
    monkeypatch.delenv("SECRET_KEY")
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    return tmp_path / ".env"


def forget_keys(monkeypatch):
    for name in ("SECRET_KEY", "DEMO_PASSWORD"):
        monkeypatch.delenv(name)


def test_keys_are_made_once_and_kept(env_file, monkeypatch):
    run.ensure_keys(env_file)
    first = env_file.read_text()
    run.ensure_keys(env_file)

    assert env_file.read_text() == first
    assert stat.S_IMODE(env_file.stat().st_mode) == 0o600
    assert len(os.environ["SECRET_KEY"]) >= 50
    assert len(os.environ["DEMO_PASSWORD"]) >= 14
    forget_keys(monkeypatch)


def test_a_value_that_stands_in_env_is_kept(env_file, monkeypatch):
    env_file.write_text("# ours\nSECRET_KEY=\nBASE_URL=https://jobs.example.org")
    monkeypatch.setenv("DEMO_PASSWORD", "chosen by me")

    run.ensure_keys(env_file)

    assert re.fullmatch(
        r"# ours\nBASE_URL=https://jobs\.example\.org\nSECRET_KEY=\S{50,}\n",
        env_file.read_text(),
    )
    monkeypatch.delenv("SECRET_KEY")


def test_a_port_in_use_is_said_before_anything_starts(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        done = subprocess.run(
            [sys.executable, ROOT / "deploy/run.py"],
            env=os.environ | {"PORT": str(port)},
            capture_output=True,
            text=True,
            timeout=60,
        )

    assert done.returncode == 1
    assert f"Port {port} is already in use" in done.stderr
    assert "make run PORT=" in done.stderr
    assert "Preparing" not in done.stdout


@pytest.mark.parametrize("text", ["", "http", "0", "65536", "-1", "８０"])
def test_a_port_that_is_none_is_refused(text):
    with pytest.raises(SystemExit, match="PORT must be a number"):
        run.free_port(text)


def test_a_child_that_ends_by_itself_ends_the_rest(capsys):
    children = [
        run.Child("sleeper", ["sleep", "60"]),
        run.Child("worker", [sys.executable, "-c", "raise SystemExit(3)"]),
    ]
    code = run.watch(children, port=1)
    run.end(children)

    assert code == 1
    assert "The worker ended by itself (exit code 3)" in capsys.readouterr().err
    assert [child.exit_code for child in children] == [-15, 3]


def test_the_worker_is_a_command_of_ours():
    assert run.task_worker()[1:] == ["manage.py", "worker"]
    assert (ROOT / "manage.py").exists()
    assert "worker" in get_commands()


def test_loading_the_application_opens_no_connection():
    """gunicorn loads it before it forks: an open connection would be shared."""
    code = (
        "import jobtracker.wsgi, jobtracker.urls\n"
        "from django.db import connection\n"
        "assert connection.connection is None\n"
        "assert not getattr(connection, '_connection_pools', {})\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)


def test_every_variable_of_the_settings_is_explained():
    settings = (ROOT / "jobtracker/settings.py").read_text()
    example = (ROOT / ".env.example").read_text()
    asked = set(re.findall(r'env\.\w+\(\s*"(\w+)"', settings))
    explained = set(re.findall(r"^#(\w+)=", example, re.MULTILINE))

    assert len(asked) > 10
    assert asked <= explained


def test_counts_are_read_from_the_report_of_pytest(tmp_path):
    report = tmp_path / "results.xml"
    report.write_text(
        '<testsuites><testsuite tests="9" failures="2" errors="1" skipped="3"/>'
        "</testsuites>"
    )

    assert runner.counts(report) == "3 passed, 2 failed, 1 errors, 3 skipped"
    assert runner.counts(tmp_path / "none.xml") == "no result"


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_what_cannot_run_is_a_failure_in_ci_alone(ci, code, monkeypatch, capsys):
    monkeypatch.setenv("CI", ci)
    report = runner.Report()
    report.add_unavailable("PostgreSQL", "it is not here")

    assert report.conclude() == code
    assert "PostgreSQL: NOT RUN - it is not here" in capsys.readouterr().out


@pytest.mark.browser
def test_a_page_notices_errors_and_violations(page, live_server, expected_errors):
    expected_errors += ["Content Security Policy", "exception: thrown", "status of 500"]
    errors = errors_of(page)
    page.route(
        "**/answer/*", lambda route: route.fulfill(status=int(route.request.url[-3:]))
    )
    page.goto(f"{live_server.url}/healthz/")
    with page.expect_event("pageerror"):  # the last of all
        page.evaluate(
            """async () => {
                for (const status of [409, 422, 500]) await fetch("/answer/" + status)
                setTimeout(() => { throw "thrown" })
                const script = document.createElement("script")
                script.textContent = "window.isInlineRun = true"
                document.body.append(script)
            }"""
        )

    assert page.evaluate("window.isInlineRun") is None
    assert [sum(part in error for error in errors) for part in expected_errors] == [
        1
    ] * 3
    assert len(errors) == 3


@pytest.mark.browser
def test_a_page_that_is_not_accessible_is_told(page):
    page.set_content(
        "<html lang=en><title>A page</title><main><img src='data:,'></main>"
    )

    with pytest.raises(AssertionError, match="image-alt"):
        assert_accessible(page)


@pytest.mark.browser
def test_each_look_of_a_text_is_weighed_once(page):
    page.set_content(
        """<html lang=en><title>A page</title><style>
          @media (prefers-color-scheme: dark) { .dim { color: #999 } }
          .late { color: #ddd }
        </style><main><h1>Words</h1><p class=dim>One<p>Two<p>Three<p>Four"""
    )
    assert_accessible(page)

    page.emulate_media(color_scheme="dark")
    with pytest.raises(AssertionError, match=r"color-contrast(.*\n)+ *- \.dim"):
        assert_readable(page)
    assert_readable(page)  # told already

    page.emulate_media(color_scheme="light")
    page.locator("p").last.evaluate("el => el.classList.add('late')")
    with pytest.raises(AssertionError, match=r"color-contrast(.*\n)+ *- \.late"):
        assert_accessible(page)


@pytest.mark.browser
def test_log_in_needs_no_form(page, live_server, alice):
    type(alice).objects.update(is_staff=True)
    admin = f"{live_server.url}/admin/"

    assert page.request.get(admin, max_redirects=0).status == 302
    log_in(page, live_server, alice)
    assert page.request.get(admin, max_redirects=0).status == 200
