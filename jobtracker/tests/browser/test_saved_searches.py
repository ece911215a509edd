"""Searches are kept in a dialog and put in order by hand."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from applications.models import SavedSearch
from applications.tests.factories import ApplicationFactory, SavedSearchFactory
from jobtracker.testing.browser import assert_accessible
from jobtracker.tests.browser.pages import open_as
from jobtracker.tests.browser.test_resume import grip

pytestmark = pytest.mark.browser


def test_a_filtered_board_is_kept_in_a_dialog(alice, page, live_server):
    ApplicationFactory(user=alice, priority="dream")
    shown = open_as(page, live_server, alice, "/?priority=dream")
    shown.get_by_role("link", name="Save this search").click()
    dialog = shown.get_by_role("dialog", name="Save this search")
    dialog.get_by_label("Name").fill("Dreams")
    assert_accessible(shown)
    dialog.get_by_label("In the navigation").check()
    dialog.get_by_role("button", name="Save search").click()
    expect(shown).to_have_url(re.compile(r"/applications/\?saved=\d+$"))
    expect(shown.get_by_role("navigation", name="Main", exact=True)).to_contain_text(
        "Dreams"
    )
    assert_accessible(shown)


def test_they_are_put_in_order_by_keys(alice, page, live_server):
    for position, name in enumerate(("One", "Two")):
        SavedSearchFactory(user=alice, name=name, position=position)
    shown = open_as(page, live_server, alice, "/saved-searches/")
    grip(shown, "One").focus()
    with shown.expect_response(lambda answer: answer.url.endswith("/order/")):
        for key in ("Space", "ArrowDown", "Space"):
            shown.keyboard.press(key)
    expect(shown.locator("#searches .what > a")).to_have_text(["Two", "One"])
    assert [str(one) for one in SavedSearch.objects.all()] == ["Two", "One"]
    expect(grip(shown, "One")).to_be_focused()
    assert_accessible(shown)
