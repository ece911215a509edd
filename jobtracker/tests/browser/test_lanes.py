"""Companies by lane under the hand, and what is found out of one in its place."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from companies.models import Company
from companies.tests.factories import CompanyFactory
from jobtracker.testing.browser import assert_accessible
from jobtracker.tests.browser.pages import card, drag, expect_in, grip, open_as, toast

pytestmark = pytest.mark.browser


@pytest.fixture
def oven(alice) -> Company:
    CompanyFactory(user=alice, name="Mill", lane=1)
    return CompanyFactory(user=alice, name="Oven")


@pytest.fixture
def lanes(oven, alice, page, live_server) -> Page:
    return open_as(page, live_server, alice, "/companies/lanes/")


def test_company_is_dragged_to_another_lane_and_back(lanes, oven):
    drag(lanes, "Oven", "dream")
    expect_in(lanes, "Oven", "dream")
    expect(lanes.locator("#count-dream")).to_have_text("2")
    expect(lanes.locator("#count-none")).to_have_text("0")
    toast(lanes).get_by_role("button", name="Undo").click()
    expect_in(lanes, "Oven", "none")
    oven.refresh_from_db()
    assert oven.lane is None


def test_company_is_moved_by_keyboard(lanes, oven):
    grip(lanes, "Oven").press("Space")
    grip(lanes, "Oven").press("ArrowLeft")
    expect(lanes.locator("#announce")).to_have_text("Opportunistic")
    grip(lanes, "Oven").press("Space")
    expect_in(lanes, "Oven", "opportunistic")
    expect(grip(lanes, "Oven")).to_be_focused()
    grip(lanes, "Oven").press("2")
    expect_in(lanes, "Oven", "target")


def test_company_is_moved_by_its_menu(lanes, oven):
    card(lanes, "Oven").get_by_role("link", name="More for Oven").click()
    lanes.locator("#card-menu").get_by_role("button", name="Dream").click()
    expect_in(lanes, "Oven", "dream")
    assert_accessible(lanes)


def test_what_another_window_moved_is_shown(lanes, oven):
    Company.objects.filter(pk=oven.pk).update(lane=2)
    drag(lanes, "Oven", "dream")
    expect(toast(lanes)).to_contain_text("another window")
    expect_in(lanes, "Oven", "target")


def test_research_is_edited_in_its_place(oven, alice, page, live_server):
    open_as(page, live_server, alice, oven.get_absolute_url())
    page.get_by_role("link", name="Write it down").click()
    field = page.get_by_label("Technology")
    expect(field).to_be_focused()
    field.fill("Bricks")
    page.get_by_label("How sure you are").fill("300")
    page.locator("#research").get_by_role("button", name="Save").click()
    expect(page.locator("#research [aria-invalid=true]")).to_be_focused()
    page.get_by_label("How sure you are").fill("30")
    page.locator("#research").get_by_role("button", name="Save").click()
    panel = page.locator("#research")
    expect(panel).to_contain_text("Heard of")
    expect(panel).to_contain_text("Bricks")
    expect(toast(page)).to_contain_text("Saved.")
    assert_accessible(page)
