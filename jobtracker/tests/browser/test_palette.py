"""The palette by keyboard alone, and the search page as one types."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from jobtracker.testing.browser import assert_accessible
from jobtracker.tests.browser.pages import (
    apply,
    assert_fits,
    open_as,
    without_scripts,
)

pytestmark = pytest.mark.browser


@pytest.fixture
def at_today(alice, page, live_server):
    for title in ("Baker of rye", "Baker of rolls"):
        apply(alice, title)
    return open_as(page, live_server, alice, "/today/")


def box(page: Page):
    return page.get_by_role("combobox", name="Search, or say where to go or what to do")


def lines(page: Page):
    return page.locator("#palette [role=option]")


def chosen(page: Page):
    return page.locator("#palette [aria-selected=true]")


def find_bakers(page: Page) -> None:
    """Until the lines are those of the whole word: the last of them says it."""
    box(page).press_sequentially("baker")
    expect(lines(page)).to_have_count(3)
    expect(lines(page).last).to_have_text("Search everything for “baker”")


def press_open(page: Page) -> None:
    page.keyboard.press("Control+k")
    expect(chosen(page)).to_have_count(1)


def test_arrows_choose_and_enter_goes_there(at_today, live_server):
    press_open(at_today)
    find_bakers(at_today)
    expect(chosen(at_today)).to_contain_text("Baker of")
    first = chosen(at_today).get_attribute("id")
    expect(box(at_today)).to_have_attribute("aria-activedescendant", first)
    at_today.keyboard.press("ArrowUp")
    expect(chosen(at_today)).to_contain_text("Search everything for")
    at_today.keyboard.press("ArrowDown")
    expect(box(at_today)).to_have_attribute("aria-activedescendant", first)
    expect(at_today.locator("#palette-count")).to_have_text("3 to choose from")
    at_today.keyboard.press("Enter")
    expect(at_today).to_have_url(re.compile(r"/applications/\d+/$"))


def test_enter_waits_for_the_lines_of_what_was_typed(at_today, live_server):
    press_open(at_today)
    at_today.keyboard.type("keyb")
    at_today.keyboard.press("Enter")
    expect(at_today).to_have_url(f"{live_server.url}/shortcuts/")


def test_escape_gives_the_focus_back(at_today):
    link = at_today.get_by_role("link", name="Follow-ups").first
    link.focus()
    press_open(at_today)
    expect(box(at_today)).to_be_focused()
    at_today.keyboard.press("Escape")
    expect(at_today.locator("#palette")).to_be_hidden()
    expect(link).to_be_focused()


def test_home_and_end_choose_while_nothing_is_typed(at_today):
    press_open(at_today)
    at_today.keyboard.press("End")
    expect(chosen(at_today)).to_have_id(lines(at_today).last.get_attribute("id"))
    at_today.keyboard.press("Home")
    expect(chosen(at_today)).to_have_id(lines(at_today).first.get_attribute("id"))


def test_control_and_enter_open_another_tab(at_today):
    press_open(at_today)
    box(at_today).press_sequentially("settings")
    expect(chosen(at_today)).to_contain_text("Settings")
    with at_today.context.expect_page() as opened:
        at_today.keyboard.press("Control+Enter")
    expect(opened.value).to_have_url(re.compile("/settings/$"))
    expect(at_today.locator("#palette")).to_be_visible()


def test_it_opens_while_one_types_and_without_single_keys(alice, at_today):
    alice.get_preferences().__class__.objects.update(single_key_shortcuts=False)
    at_today.goto(at_today.url.replace("/today/", "/companies/"))
    at_today.get_by_role("searchbox").focus()
    press_open(at_today)
    at_today.keyboard.press("Control+k")
    expect(at_today.locator("#palette")).to_be_hidden()


def test_lost_connection_is_told(at_today, expected_errors):
    expected_errors += ["Failed to load resource", "htmx:"]
    press_open(at_today)
    at_today.route("**/search/palette/**", lambda route: route.abort())
    box(at_today).press_sequentially("bak")
    expect(at_today.locator("#palette [role=alert]")).to_contain_text("No connection")
    expect(at_today.locator("#palette-count")).to_be_empty()


def test_it_is_accessible_and_fits(at_today):
    """The last size is a window of twice that, enlarged to 200 %."""
    press_open(at_today)
    assert_palette_fits(at_today)
    find_bakers(at_today)
    assert_palette_fits(at_today)


def assert_palette_fits(page: Page) -> None:
    for width, height in ((390, 844), (1280, 900), (640, 450)):
        assert_fits(page, {"width": width, "height": height})
        shape = page.locator("#palette").bounding_box()
        assert shape["x"] >= 0
        assert shape["x"] + shape["width"] <= width
        assert shape["y"] + shape["height"] <= height


def test_page_finds_as_one_types(alice, page, live_server):
    apply(alice, "Baker of rye")
    open_as(page, live_server, alice, "/search/")
    field = page.get_by_role("searchbox", name="Search everything")
    expect(field).to_be_focused()
    field.press_sequentially("bak")
    expect(page.locator("mark")).to_have_text("Baker")
    expect(page.get_by_role("status").filter(has_text="1 found")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/search/\?q=bak$"))
    expect(field).to_be_focused()
    assert_accessible(page)


@without_scripts
def test_without_scripts_the_button_leads_to_the_page(page, alice, live_server):
    open_as(page, live_server, alice, "/today/")
    page.get_by_role("link", name="Search or jump to").first.click()
    expect(page.get_by_role("heading", name="Search", exact=True)).to_be_visible()
    page.get_by_role("searchbox").fill("cv")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("link", name="Résumés").first).to_be_visible()
