"""What tests in a browser share: Chromium, a strict page, logging in, accessibility."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Page
    from pytest_django.live_server_helper import LiveServer

    from accounts.models import User

SWITCHES = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# What does not come in this time does not come, even on a busy machine. In milliseconds.
PATIENCE = 15_000

VIOLATIONS = "async (options) => (await axe.run(document, options)).violations"
# Contrast takes axe longer than all else, and two texts alike on the same ground have
# the same. So it weighs three texts of each look, each of them once.
CONTRAST = """async (options) => {
  const looks = (window.looks ??= new Map());
  const grounds = new Map();
  const ground = (el) => {
    if (!el) return "";
    if (!grounds.has(el)) {
      const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(el);
      const own = [backgroundColor, backgroundImage, opacity, filter].join(" ");
      const isClear = own === "rgba(0, 0, 0, 0) none 1 none";
      grounds.set(el, ground(el.parentElement) + (isClear ? "" : `/${own}`));
    }
    return grounds.get(el);
  };
  const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim();
  const isSeen = (el) => {
    const { width, height } = el.getBoundingClientRect();
    return width > 1 && height > 1 && !el.matches(":disabled")
      && el.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const isNew = (el) => {
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(el);
    // Large letters need less; axe calls those of 18 points large, and bold ones of 14.
    const isLarge = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24);
    const look = [color, isLarge, textShadow, ground(el)].join();
    const weighed = looks.get(look) ?? new Set();
    // What lies behind the words of a drawing is not what they stand in: weigh them all.
    if (weighed.has(el) || (weighed.size > 2 && !el.closest("svg"))) return false;
    looks.set(look, weighed.add(el));
    return true;
  };
  const include = [...document.body.querySelectorAll("*")].filter((el) =>
    (el.matches("input, select, textarea") || [...el.childNodes].some(isText))
    && isSeen(el) && isNew(el));
  const runOnly = ["color-contrast"];
  return include.length ? (await axe.run({ include }, { ...options, runOnly })).violations : [];
}"""
WITHOUT_CONTRAST = {"rules": {"color-contrast": {"enabled": False}}}
# A refused form and a stale one are answers; Chromium logs them as errors all the same.
ANSWERS = re.compile(r"Failed to load resource: .* status of (409|422) ")


def find_chromium() -> str | None:
    """The program named by CHROMIUM, else the first of the usual names."""
    names = [os.environ.get("CHROMIUM", "")] if "CHROMIUM" in os.environ else []
    names = names or ["chromium", "chromium-browser", "google-chrome"]
    return next((found for name in names if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any],
) -> dict[str, Any]:
    chromium = find_chromium()
    if chromium is None:
        pytest.skip("needs Chromium")
    return browser_type_launch_args | {"executable_path": chromium, "args": SWITCHES}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    expect.set_options(timeout=PATIENCE)
    return browser_context_args | {"reduced_motion": "reduce"}


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    context.set_default_timeout(PATIENCE)
    return context


@pytest.fixture
def expected_errors() -> list[str]:
    """Append a part of each console line that belongs to what a test does."""
    return []


@pytest.fixture
def page(page: Page, expected_errors: list[str]) -> Iterator[Page]:
    """A page that fails its test on any console error, exception or CSP violation."""
    errors = errors_of(page)
    yield page
    unexpected = [
        error for error in errors if not any(part in error for part in expected_errors)
    ]
    assert not unexpected, "\n".join(["The browser reported:", *unexpected])


def errors_of(page: Page) -> list[str]:
    """A list that grows with each console error, exception and CSP violation."""
    errors: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error" and not ANSWERS.match(message.text):
            errors.append(f"{message.text} ({message.location['url']})")

    page.on("console", note)
    page.on("pageerror", lambda error: errors.append(f"exception: {error}"))
    return errors


def log_in(page: Page, live_server: LiveServer, user: User) -> None:
    """Give the page a session of this person, without the form."""
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies(
        [{"name": name, "value": client.cookies[name].value, "url": live_server.url}]
    )


def assert_accessible(page: Page, *rules: str) -> None:
    """No violation that axe-core knows, or of these of its rules, as it is shown now."""
    if rules:
        _assert_none(page, VIOLATIONS, {"runOnly": rules})
    else:
        _assert_none(page, VIOLATIONS, WITHOUT_CONTRAST)
        assert_readable(page)


def assert_readable(page: Page) -> None:
    """Words stand out from their ground. In the dark nothing else is different."""
    _assert_none(page, CONTRAST, {})


def _assert_none(page: Page, check: str, options: dict[str, Any]) -> None:
    # Once for a document: it is half a megabyte to read.
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    violations = page.evaluate(check, {"resultTypes": ["violations"]} | options)
    assert not violations, "\n".join(
        [f"Not accessible: {page.url}", *_told(violations)]
    )


def _told(violations: list[dict[str, Any]]) -> Iterator[str]:
    for violation in violations:
        yield f"{violation['id']} ({violation['impact']}): {violation['help']}"
        yield f"  {violation['helpUrl']}"
        for node in violation["nodes"]:
            yield f"  - {' '.join(map(str, node['target']))}: {node['html']}"
            yield from (f"    {line}" for line in node["failureSummary"].splitlines())
