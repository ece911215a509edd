"""Putting hundreds of applications right at once."""

import csv
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from applications.demo import make_many
from applications.models import Application, Status, StatusChange
from applications.tests.factories import ApplicationFactory
from jobtracker.testing.browser import log_in
from jobtracker.tests.browser.pages import with_and_without_scripts

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_two_hundred_of_a_thousand_are_moved_and_one_taken_back(
    page, live_server, alice
):
    make_many(alice, count=1_000, seed=1, now=timezone.now())
    log_in(page, live_server, alice)
    page.goto(f"{live_server.url}/applications/")
    page.locator(".facet input[value=applied]").check()
    expect(page).to_have_url(re.compile("status=applied"))
    expect(page.locator("#application-total")).to_have_text("200")

    # Another window changes three of them meanwhile.
    applied = Application.objects.filter(status=Status.APPLIED).order_by("pk")
    for application in applied[:3]:
        application.edit(facts={"priority": "dream"}, job_facts={}, version=None)

    page.locator("[name=ids]").first.check()
    page.locator("[name=all_matching]").check()
    page.locator(".bulkbar [name=status]").select_option("closed")
    page.locator(".bulkbar [name=closed_reason]").select_option("ghosted")
    page.get_by_role("button", name="Move", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("197 moved")
    expect(page.get_by_role("heading", name="3 refused")).to_be_visible()
    changed = page.get_by_text("It was changed since the list was shown.")
    expect(changed).to_have_count(3)
    assert StatusChange.objects.filter(origin="bulk").count() == 197
    assert Application.objects.filter(status=Status.APPLIED).count() == 3

    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_text("Back in Applied.")).to_be_visible()
    assert Application.objects.filter(status=Status.APPLIED).count() == 4


def test_columns_filters_and_order_stay_together(page, live_server, alice):
    make_many(alice, count=60, seed=1, now=timezone.now())
    log_in(page, live_server, alice)
    page.goto(f"{live_server.url}/applications/?status=applied&status=offer")
    page.get_by_text("Columns").first.click()
    expect(page.get_by_role("button", name="Show these")).to_be_in_viewport()
    page.get_by_label("Heard of it through").check()
    page.get_by_role("button", name="Show these").click()
    expect(page).to_have_url(re.compile("columns=source"))
    page.get_by_role("link", name="Salary").click()
    heading = page.get_by_role("columnheader", name="Heard of it through")
    expect(page).to_have_url(re.compile("sort=salary"))
    expect(heading).to_be_visible()
    assert "status=applied&status=offer" in page.url


def test_ticking_the_heading_ticks_the_page(page, live_server, alice):
    make_many(alice, count=60, seed=1, now=timezone.now())
    log_in(page, live_server, alice)
    page.goto(f"{live_server.url}/applications/")
    page.get_by_label("Select all on this page").check()
    expect(page.locator("[name=ids]:checked")).to_have_count(50)
    expect(page.locator(".bulkbar")).to_be_visible()


@with_and_without_scripts
def test_export_in_old_words(scripts, page, live_server, alice):
    ApplicationFactory(user=alice, status="interview")
    log_in(page, live_server, alice)
    page.goto(f"{live_server.url}/applications/")
    page.locator("[name=ids]").check()
    words = page.get_by_label("Stages in the words of the file")
    expect(words).to_have_value("")
    words.select_option(label="JobOS’ nine words")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    with download.value.path().open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["status"] == "Interview Scheduled"
