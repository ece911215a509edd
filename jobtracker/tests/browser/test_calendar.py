"""The calendar by keyboard, on a phone, and for a screen reader."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from applications.models import Interview
from applications.month import Month
from jobtracker.testing.browser import assert_accessible
from jobtracker.tests.browser.pages import (
    apply,
    assert_fits,
    open_as,
    without_scripts,
)

pytestmark = pytest.mark.browser

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def busy(alice):
    """Something of each kind, soon and today; one day with more than it has room for."""
    today = timezone.localdate()
    for number in range(6):
        apply(alice, f"Archivist {number}").set_next_follow_up(today)
    late = apply(alice, "Beekeeper")
    late.set_next_follow_up(today.replace(day=1))
    for days in (0, 1):
        at = timezone.now() + timedelta(days=days)
        one = Interview.schedule(apply(alice, "Clerk"), by=alice, scheduled_at=at)
    one.cancel()
    return alice


def said(page):
    return page.locator("#calendar-h")


def name_of(month):
    return f"{month.first:%B %Y}"


def test_months_by_keyboard(busy, page, live_server):
    page.set_viewport_size(DESK)
    open_as(page, live_server, busy, "/calendar/")
    month = Month.of(timezone.localdate())
    expect(said(page)).to_have_text(name_of(month))
    page.get_by_role("link", name="Next month").focus()
    for step in (1, 2):
        page.keyboard.press("Enter")
        expect(said(page)).to_have_text(name_of(month + step))
        expect(page.get_by_role("link", name="Next month")).to_be_focused()
    expect(page).to_have_url(re.compile(rf"month={month + 2}$"))
    expect(page).to_have_title(f"{name_of(month + 2)}, Calendar · Jobtracker")
    expect(page.locator("#announce")).to_contain_text(name_of(month + 2))
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text(name_of(month + 1))
    page.go_back()
    expect(said(page)).to_have_text(name_of(month + 2))
    page.get_by_role("link", name="Today", exact=True).press("Enter")
    expect(said(page)).to_have_text(name_of(month))


def test_a_crowded_day_opens_its_list(busy, page, live_server):
    page.set_viewport_size(DESK)
    open_as(page, live_server, busy, "/calendar/")
    today = page.locator("td[aria-current=date]")
    expect(today.locator(".entry:not(.is-more)")).to_have_count(3)
    today.get_by_role("link", name=re.compile("more")).click()
    day = page.locator(f"#day-{timezone.localdate():%Y-%m-%d}")
    expect(day).to_be_in_viewport()
    section = page.locator("section", has=day).last
    expect(section.get_by_role("link", name="Archivist")).to_have_count(6)


def test_on_a_phone_dots_lead_to_the_list(busy, page, live_server):
    page.set_viewport_size(PHONE)
    open_as(page, live_server, busy, "/calendar/")
    today = page.locator("td[aria-current=date]")
    expect(today.locator(".entries")).not_to_be_visible()
    expect(today.locator(".dot")).to_have_count(3)
    today.get_by_role("link").click()
    day = page.locator(f"#day-{timezone.localdate():%Y-%m-%d}")
    expect(day).to_be_in_viewport()
    link = page.get_by_role("link", name="Follow up: Archivist 0")
    expect(link).to_be_visible()
    wide = page.evaluate("document.scrollingElement.scrollWidth > innerWidth")
    assert not wide


@pytest.mark.parametrize(
    "path", ["", "?view=agenda", "?month=2031-02", "?month=2031-02&view=agenda"]
)
def test_it_is_accessible(path, busy, page, live_server):
    open_as(page, live_server, busy, f"/calendar/{path}")
    assert_fits(page, DESK, PHONE)


def test_the_address_in_the_settings(alice, page, live_server):
    page.set_viewport_size(PHONE)
    open_as(page, live_server, alice, "/settings/")
    page.get_by_role("button", name="Make the address").click()
    address = page.get_by_label("Address of your calendar")
    expect(address).to_have_value(re.compile(r"/calendar/[\w-]{43}/jobtracker\.ics$"))
    first = address.input_value()
    assert_accessible(page)
    page.get_by_role("button", name="Make a new address").click()
    expect(address).not_to_have_value(first)
    page.get_by_role("button", name="Switch it off").click()
    expect(page.get_by_role("button", name="Make the address")).to_be_visible()


@without_scripts
def test_it_works_without_scripts(busy, page, live_server):
    open_as(page, live_server, busy, "/calendar/")
    month = Month.of(timezone.localdate())
    page.get_by_role("link", name="Next month").click()
    expect(said(page)).to_have_text(name_of(month + 1))
    page.get_by_role("link", name="Agenda").click()
    expect(page.get_by_role("link", name="Agenda")).to_have_attribute(
        "aria-current", "page"
    )
