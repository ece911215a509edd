"""“Better wording?” in its place on the page of a résumé, with scripts and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from accounts.tests.factories import ExperienceFactory, ProfileFactory
from jobtracker.testing.browser import assert_accessible
from jobtracker.tests.browser.pages import open_as, with_and_without_scripts

pytestmark = pytest.mark.browser


@with_and_without_scripts
def test_from_a_question_to_better_words(
    scripts: bool, page: Page, live_server: LiveServer, alice: User
) -> None:
    profile = ProfileFactory(user=alice, full_name="Alice Abel")
    clerk = ExperienceFactory(
        profile=profile,
        title="Clerk",
        end_date="2019",
        description="Was responsible for managing the archive.",
        achievements=["I moved 4 km of files"],
    )
    open_as(page, live_server, alice, profile.get_absolute_url())
    entry = page.locator(f"#{clerk.dom_id}")
    entry.get_by_role("button", name="Better wording? Clerk").click()
    proposal = page.locator(f"#{clerk.dom_id}-wording")
    expect(proposal).to_contain_text("Managed the archive.")
    expect(proposal).to_contain_text("How many people?")
    if scripts:
        expect(proposal).to_be_focused()
        proposal.get_by_text("2 changes, and why").click()
        expect(proposal).to_contain_text("A point needs no “I”")
        assert_accessible(page)
    proposal.get_by_role("button", name="Take over").click()
    expect(entry.get_by_text("Moved 4 km of files", exact=True)).to_be_visible()
    expect(entry).not_to_contain_text("responsible")
