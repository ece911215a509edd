"""One person from the first visit on, with scripts and without."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from applications.models import Application
from jobtracker.testing.browser import errors_of
from jobtracker.tests.browser.pages import (
    card,
    column,
    drag,
    expect_in,
    toast,
    without_scripts,
)

pytestmark = pytest.mark.browser

PASSWORD = "a long walk in the rain"


@pytest.fixture
def home(live_server, settings) -> str:
    settings.BASE_URL = live_server.url
    return live_server.url


def test_journey_with_scripts(page, home):
    sign_up(page, home)
    expect(page.get_by_role("heading", name="Your search starts here")).to_be_visible()
    for title in ("Archivist", "Beekeeper", "Cartographer"):
        add_by_key(page, title)
        expect_in(page, title, "tracking")

    drag(page, "Archivist", "applied")
    expect_in(page, "Archivist", "applied")
    expect(column(page, "applied").locator(".count")).to_have_text("1")
    expect(toast(page)).to_contain_text("Moved to Applied.")

    menu_of(page, "Beekeeper").get_by_role("button", name="Closed…").click()
    dialog = page.get_by_role("dialog", name="How did it end?")
    expect(dialog).to_contain_text("Beekeeper")
    dialog.get_by_label("Ghosted").check()
    dialog.get_by_role("button", name="Close application").click()
    expect_in(page, "Beekeeper", "closed")
    expect(card(page, "Beekeeper")).to_contain_text("Ghosted")
    toast(page).get_by_role("button", name="Undo").click()
    expect_in(page, "Beekeeper", "tracking")
    expect(toast(page)).to_contain_text("Back in Tracking.")

    card(page, "Archivist").get_by_role("link", name="Archivist", exact=True).click()
    write_note(page)
    conflict(page)

    page.keyboard.press("g")
    page.keyboard.press("b")
    page.wait_for_url(f"{home}/")
    page.keyboard.press("/")
    page.keyboard.type("carto")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=carto*")
    expect(page.locator(".card")).to_have_count(1)
    expect_in(page, "Cartographer", "tracking")

    menu_of(page, "Cartographer").get_by_role("button", name="Move to the bin").click()
    expect(card(page, "Cartographer")).to_have_count(0)
    restore(page, "Cartographer")
    page.goto(home)
    expect_in(page, "Cartographer", "tracking")


@without_scripts
def test_journey_without_scripts(page, home):
    sign_up(page, home)
    for title in ("Archivist", "Beekeeper", "Cartographer"):
        page.get_by_role("link", name=re.compile("Add .*application")).first.click()
        fill_application(page, title)
        expect(page.get_by_role("heading", name=title)).to_be_visible()
        page.get_by_role("link", name="Board", exact=True).first.click()
        expect_in(page, title, "tracking")

    page.get_by_role("link", name="More for Archivist").click()
    page.get_by_role("button", name="Applied").click()
    expect_in(page, "Archivist", "applied")

    page.get_by_role("link", name="More for Beekeeper").click()
    page.get_by_role("link", name="Closed…").click()
    page.get_by_label("Ghosted").check()
    page.get_by_role("button", name="Close application").click()
    toast(page).get_by_role("button", name="Undo").click()
    expect(toast(page)).to_contain_text("Back in Tracking.")
    page.goto(home)
    expect_in(page, "Beekeeper", "tracking")

    card(page, "Archivist").get_by_role("link", name="Archivist", exact=True).click()
    write_note(page)
    conflict(page)

    page.goto(home)
    page.get_by_role("searchbox").fill("carto")
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator(".card")).to_have_count(1)
    page.get_by_role("link", name="More for Cartographer").click()
    page.get_by_role("button", name="Move to the bin").click()
    expect(card(page, "Cartographer")).to_have_count(0)
    restore(page, "Cartographer")
    page.goto(home)
    expect_in(page, "Cartographer", "tracking")


def sign_up(page: Page, home: str) -> None:
    page.goto(f"{home}/accounts/signup/")
    page.get_by_label("Your name").fill("Carla Dahl")
    page.get_by_label("E-mail").fill("carla@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()
    expect(page.get_by_role("heading", name="Look into your mail")).to_be_visible()
    link = re.search(rf"{home}/accounts/confirm-email/\S+", mail.outbox[-1].body)
    assert link
    page.goto(link[0])
    page.get_by_role("button", name="Confirm address").click()
    page.get_by_label("E-mail").fill("carla@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(f"{home}/")


def add_by_key(page: Page, title: str) -> None:
    page.keyboard.press("n")
    dialog = page.get_by_role("dialog", name="Add application")
    expect(dialog.get_by_label("Title")).to_be_focused()
    fill_application(dialog, title)
    expect(dialog).to_have_count(0)


def fill_application(place: object, title: str) -> None:
    place.get_by_label("Title").fill(title)
    place.get_by_label("Company").fill("Initech")
    place.get_by_role("button", name="Add application").click()


def menu_of(page: Page, title: str) -> object:
    page.get_by_role("link", name=f"More for {title}").click()
    return page.locator("#card-menu")


def write_note(page: Page) -> None:
    page.get_by_label("Note").fill("They answer on Mondays.")
    page.get_by_role("button", name="Add note").click()
    expect(page.locator(".timeline .note")).to_have_text("They answer on Mondays.")
    expect(page.get_by_label("Note")).to_have_value("")


def conflict(page: Page) -> None:
    """Two windows edit one application: both are told, nothing is lost."""
    other = page.context.new_page()
    errors = errors_of(other)
    edit = page.url.split("#")[0] + "edit/"
    for tab in (page, other):
        tab.goto(edit)
    page.get_by_label("Title").fill("Chief archivist")
    page.get_by_label("Location").fill("Utrecht")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Chief archivist")).to_be_visible()

    other.get_by_label("Title").fill("Head archivist")
    other.get_by_label("Heard of it through").fill("A friend")
    other.get_by_role("button", name="Save").click()
    table = other.get_by_role("table", name="Both values")
    expect(table.get_by_role("row")).to_have_count(2)
    expect(table).to_contain_text("Chief archivist")
    expect(table).to_contain_text("Head archivist")
    expect(other.get_by_label("Title")).to_have_value("Head archivist")
    expect(other.get_by_label("Location")).to_have_value("Utrecht")
    expect(other.get_by_label("Heard of it through")).to_have_value("A friend")
    assert (
        Application.objects.get(job__location="Utrecht").job.title == "Chief archivist"
    )

    other.get_by_role("button", name="Save").click()
    expect(other.get_by_role("heading", name="Head archivist")).to_be_visible()
    saved = Application.objects.get(job__title="Head archivist")
    assert (saved.job.location, saved.source) == ("Utrecht", "A friend")
    other.close()
    assert not errors


def restore(page: Page, title: str) -> None:
    page.get_by_role("link", name="Bin", exact=True).first.click()
    expect(page.locator(".tasks")).to_contain_text(title)
    page.get_by_role("button", name=f"Restore {title}").click()
    expect(page.get_by_role("heading", name="The bin is empty")).to_be_visible()
    expect(toast(page)).to_contain_text("Restored.")
