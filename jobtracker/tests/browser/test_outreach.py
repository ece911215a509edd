"""Opportunities under the hand, and a message with its gaps."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from companies.models import Opportunity
from companies.tests.factories import (
    CompanyFactory,
    OpportunityFactory,
    OutreachFactory,
)
from jobtracker.testing.browser import assert_accessible
from jobtracker.tests.browser.pages import card, drag, expect_in, grip, open_as, toast

pytestmark = pytest.mark.browser
LATE = "Bread is late"


@pytest.fixture
def late(alice) -> Opportunity:
    oven = CompanyFactory(user=alice, name="Oven")
    OpportunityFactory(company=oven, status="pitched")
    return OpportunityFactory(company=oven, problem_description=LATE)


@pytest.fixture
def board(late, alice, page, live_server) -> Page:
    return open_as(page, live_server, alice, "/opportunities/board/")


def test_opportunity_is_dragged_to_another_column_and_back(board, late):
    drag(board, LATE, "researched")
    expect_in(board, LATE, "researched")
    expect(board.locator("#count-researched")).to_have_text("1")
    toast(board).get_by_role("button", name="Undo").click()
    expect_in(board, LATE, "identified")
    late.refresh_from_db()
    assert late.status == "identified"


def test_opportunity_is_moved_by_keyboard(board, late):
    grip(board, LATE).press("Space")
    grip(board, LATE).press("ArrowRight")
    expect(board.locator("#announce")).to_have_text("Researched")
    grip(board, LATE).press("Space")
    expect_in(board, LATE, "researched")
    expect(grip(board, LATE)).to_be_focused()
    grip(board, LATE).press("6")
    expect_in(board, LATE, "rejected")


def test_opportunity_is_moved_by_its_menu(board, late):
    card(board, LATE).get_by_role("link", name=f"More for {LATE}").click()
    board.locator("#card-menu").get_by_role("button", name="Accepted").click()
    expect_in(board, LATE, "accepted")
    assert_accessible(board)


def test_message_is_copied(late, alice, page, live_server):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    text = "Good morning,\n\nit is late."
    message = OutreachFactory(company=late.company, message_content=text)
    open_as(page, live_server, alice, message.get_absolute_url())
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == text
