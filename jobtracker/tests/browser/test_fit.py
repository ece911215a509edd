"""From a résumé to an explained fit, and on: more is shown, and the score says why."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from accounts.tests.factories import ProfileFactory
from applications.models import Application, JobAnalysis
from jobtracker.testing.browser import assert_accessible
from jobtracker.tests.browser.pages import (
    assert_fits,
    open_as,
    with_and_without_scripts,
)

pytestmark = pytest.mark.browser

POSTING = """Platform Engineer
Kiln & Co
Utrecht

Requirements:
- Python
- Kubernetes or Nomad
- 3 years of platform engineering
- Fluent German
Nice to have:
- Terraform
"""


def shown(page: Page, name: str = "Fit") -> int:
    label = page.get_by_role("img", name=re.compile(rf"^{name} \d+ of 100")).first
    return int(re.findall(r"\d+", label.get_attribute("aria-label") or "")[0])


def write_resume(page: Page) -> None:
    page.get_by_role("link", name="Write it here").click()
    page.get_by_label("Name of the résumé").fill("Platforms")
    page.get_by_label("Headline").fill("Platform Engineer")
    page.get_by_role("button", name="Add résumé").click()
    name_skills(page, "Python")


def name_skills(page: Page, *names: str) -> None:
    page.locator("#skills-edit").click()
    page.get_by_label("Technical skills").fill("\n".join(names))
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#skills")).to_contain_text(names[-1])


@with_and_without_scripts
def test_a_skill_that_is_added_is_seen_in_the_score_and_told(
    scripts: bool, page: Page, live_server: LiveServer, alice: User
) -> None:
    open_as(page, live_server, alice, "/profile/")
    write_resume(page)
    resume = page.url.partition("#")[0]

    page.goto(f"{live_server.url}/jobs/analyze/")
    page.get_by_label("The description").fill(POSTING)
    page.get_by_role("button", name="See how it fits").click()
    expect(page.get_by_role("row", name="Python")).to_contain_text("in your skills")
    assert not Application.objects.exists()
    page.get_by_role("button", name="Track it").click()

    expect(page.get_by_role("heading", name="How it fits you")).to_be_visible()
    posting = page.url
    page.get_by_role("link", name="Why").click()
    kubernetes = page.get_by_role("row", name=re.compile("^Kubernetes or Nomad"))
    expect(kubernetes).to_contain_text("Not in your résumé")
    before, why = shown(page), page.url

    page.goto(resume)
    name_skills(page, "Python", "k8s")
    page.goto(why)
    expect(kubernetes).to_contain_text("“k8s” in your skills")
    assert shown(page) > before
    page.goto(posting)
    assert shown(page) > before
    assert JobAnalysis.objects.get().is_current


def test_the_reckoning_can_be_read_by_everybody(
    page: Page, live_server: LiveServer, alice: User
) -> None:
    skills = {"technical": ["Python", "Docker"]}
    ProfileFactory(user=alice, is_default=True, skills=skills, headline="x" * 150)
    open_as(page, live_server, alice, "/jobs/analyze/")
    page.get_by_label("The description").fill(POSTING + f"- Python, {'Long' * 40}\n")
    page.get_by_role("button", name="See how it fits").click()
    page.get_by_text("How the keywords add up").first.click()
    assert_fits(page, {"width": 1280, "height": 900}, {"width": 360, "height": 900})


def test_another_resume_is_shown_when_it_is_chosen(
    page: Page, live_server: LiveServer, alice: User
) -> None:
    ProfileFactory(user=alice, name="Plain", is_default=True)
    ProfileFactory(user=alice, name="Clusters", skills={"technical": ["Kubernetes"]})
    open_as(page, live_server, alice, "/jobs/analyze/")
    page.get_by_label("The description").fill(POSTING)
    page.get_by_role("button", name="See how it fits").click()
    page.get_by_role("button", name="Track it").click()
    page.get_by_role("link", name="Why").click()
    kubernetes = page.get_by_role("row", name=re.compile("^Kubernetes or Nomad"))
    expect(kubernetes).to_contain_text("Not in your résumé")
    page.get_by_label("For your résumé").select_option("Clusters")
    expect(kubernetes).to_contain_text("“Kubernetes” in your skills")
    assert_accessible(page)
    page.get_by_role("link", name="Open it").click()
    expect(page.get_by_role("heading", name="Clusters", level=1)).to_be_visible()
