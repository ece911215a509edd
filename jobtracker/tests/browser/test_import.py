"""Somebody comes with the database of an older system, and goes back, too."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from applications.models import Application, ImportRun
from jobtracker.tests.browser.pages import open_as, with_and_without_scripts

pytestmark = pytest.mark.browser

LEGACY = Path(settings.BASE_DIR) / "applications/tests/data/legacy/documented"
FILE = LEGACY / "jobos_after.sqlite"
# Of its two people, who are numbers there, the one with fewer rows; one was deleted there.
ROWS = 7
IN_BIN = 1


@with_and_without_scripts
def test_an_older_system_is_brought_in_and_taken_back(
    scripts: bool, page: Page, live_server: LiveServer, alice: User
) -> None:
    open_as(page, live_server, alice)
    expect(page.get_by_role("heading", name="Your search starts here")).to_be_visible()
    page.get_by_role("link", name="Bring it in").click()
    page.get_by_role("link", name="Import a file").click()
    upload(page, FILE)

    expect(page.get_by_role("heading", name="Who of these are you?")).to_be_visible()
    page.get_by_text(f"{ROWS} rows").click()
    page.get_by_role("button", name="That is me").click()
    expect(page.get_by_role("heading", name="What would come")).to_be_visible()
    expect(made(page, "Applications")).to_have_text(str(ROWS))
    assert not Application.objects.exists()

    page.get_by_role("button", name="Bring it in").click()
    expect(page.get_by_role("heading", name="What came of it")).to_be_visible()
    expect(made(page, "Applications")).to_have_text(str(ROWS))
    run = page.url
    page.goto(live_server.url)
    expect(page.locator(".card")).to_have_count(ROWS - IN_BIN)

    page.goto(run)
    page.get_by_role("link", name="Look at each row of the file").click()
    page.get_by_label("What became of it").select_option(label="New")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".tasks > li")).to_have_count(ROWS + 3)
    page.locator(".tasks > li", has_text="jobs ").first.get_by_role("link").click()
    expect(page.locator("dl.facts")).to_contain_text("role_title")
    title = page.get_by_role("heading", level=1).inner_text()
    page.locator(".tasks > li", has_text="Application").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)

    page.goto(run)
    page.get_by_role("link", name="Take it back").click()
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("heading", name="Taken back")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Every row it had made is gone")
    page.goto(live_server.url)
    expect(page.get_by_role("heading", name="Your search starts here")).to_be_visible()
    assert not Application.objects.exists()


def test_a_wrong_file_is_refused_beside_the_field(
    page: Page, live_server: LiveServer, alice: User, tmp_path: Path
) -> None:
    packed = tmp_path / "old.db"
    packed.write_bytes(b"PK\x03\x04" + bytes(500))
    open_as(page, live_server, alice, "/import/new/")
    upload(page, packed)
    expect(
        page.get_by_text("“old.db” is a zip archive. Unpack it first.")
    ).to_be_visible()
    expect(page.get_by_label("Database file")).to_have_attribute("aria-invalid", "true")


def test_the_page_shows_how_far_it_is_and_then_what_came(
    page: Page, live_server: LiveServer, alice: User, queue: None
) -> None:
    open_as(page, live_server, alice, "/import/new/")
    upload(page, FILE)
    expect(page.locator("progress")).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("progress")).to_be_visible()
    call_command("worker", "--once")
    assert ImportRun.objects.get().status == "completed"
    expect(page.get_by_role("heading", name="Who of these are you?")).to_be_visible()


def upload(page: Page, path: Path) -> None:
    page.get_by_label("Database file").set_input_files(path)
    page.get_by_role("button", name="Look through it").click()


def made(page: Page, kind: str) -> Locator:
    """How many rows of a kind are new."""
    row = page.locator("table tr", has=page.get_by_role("rowheader", name=kind))
    return row.locator("td").first
