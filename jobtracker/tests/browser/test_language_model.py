"""A language model of one's own: set up, tried, and asked, without leaving the page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from accounts.tests.factories import ProfileFactory
from applications import fit
from applications.models import JobAnalysis
from applications.tests.factories import JobFactory
from jobtracker.llm import Provider
from jobtracker.testing.browser import assert_accessible
from jobtracker.testing.provider import CHAT, JSON, MODELS, chat, error
from jobtracker.testing.web import World, in_turn, says
from jobtracker.tests.browser.pages import open_as, with_and_without_scripts

pytestmark = pytest.mark.browser

GOOD = {
    "summary": "They seek an archivist.",
    "strengths": [
        {"text": "You know EAD.", "quote": "EAD"},
        {"text": "You led 400.", "quote": "Led 400"},
    ],
    "gaps": [{"text": "Dutch is not shown.", "quote": "speaks Dutch"}],
    "questions": ["How do you order things?"],
}


@with_and_without_scripts
def test_from_an_address_to_an_opinion(
    scripts: bool,
    page: Page,
    live_server: LiveServer,
    alice: User,
    world: World,
    provider: Provider,
    settings: Any,
) -> None:
    settings.LLM_PRIVATE_ADDRESSES = True
    world.pages[MODELS] = says(json.dumps({"data": [{"id": "quark-7"}]}).encode(), JSON)
    world.pages[CHAT] = in_turn(error(401), chat(GOOD))
    ProfileFactory(user=alice, skills={"technical": ["EAD"]}, is_default=True)
    JobFactory(user=alice, description="An archivist who knows EAD and speaks Dutch.")
    fit.renew(alice)
    analysis = JobAnalysis.objects.get()
    open_as(page, live_server, alice, analysis.get_absolute_url())
    panel = page.locator("#opinion")
    expect(panel).to_contain_text("No language model is set up")
    panel.get_by_role("link", name="Set one up").click()
    page.get_by_label("Address").fill("file:///etc/passwd")
    page.get_by_label("Model").last.fill("quark-7")
    section = page.locator("#provider")
    section.get_by_role("button", name="Save").click()
    expect(section).to_contain_text("This is not the address of a provider.")
    page.get_by_label("Address").fill(provider.base_url)
    section.get_by_role("button", name="Save").click()
    section.get_by_role("button", name="Try what is saved").click()
    expect(section).to_contain_text("answers, and has the model quark-7.")
    if scripts:
        assert_accessible(page)

    page.goto(live_server.url + analysis.get_absolute_url())
    panel.get_by_role("button", name="Ask quark-7").click()
    expect(panel).to_contain_text("does not take the key")
    panel.get_by_role("button", name="Try again").click()
    expect(panel).to_contain_text("They seek an archivist.")
    expect(panel.locator("q")).to_have_text(["EAD", "speaks Dutch"])
    expect(panel).to_contain_text("1 statement without a source was left out.")
    expect(panel).not_to_contain_text("You led 400.")
