"""Postings come in as people find them: pasted, as a file, and by the bookmark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from applications.models import Application, Capture, Job
from jobtracker.testing.browser import assert_accessible
from jobtracker.tests.browser.pages import open_as, with_and_without_scripts

pytestmark = pytest.mark.browser

PAGES = Path(settings.BASE_DIR) / "applications/tests/data/jobposting"
RICH = PAGES / "meta-oxide-complete.html"
TEXT = """Senior Baker
Oven Ltd

We are looking for a baker who likes the night, and whose dough is never late. You \
can expect a salary of £32,000 to £36,000 a year. This is a hybrid role.
"""


@with_and_without_scripts
def test_a_pasted_page_is_tracked_and_known_again(
    scripts: bool, page: Page, live_server: LiveServer, alice: User
) -> None:
    open_as(page, live_server, alice, "/jobs/")
    page.get_by_role("link", name="Capture a posting").first.click()
    paste(page, RICH.read_text())
    expect(page.get_by_label("Title")).to_have_value("Senior Python Developer")
    expect(page.get_by_label("Title")).to_have_accessible_description(
        "Read from the page’s data"
    )
    expect(page.get_by_label("Salary from")).to_have_value("120000")
    assert not Job.objects.exists()

    page.get_by_label("Company").fill("")
    page.get_by_role("button", name="Track it").click()
    expect(page.get_by_label("Company")).to_have_attribute("aria-invalid", "true")
    page.get_by_label("Company").fill("Example Company")
    page.get_by_role("button", name="Track it").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(
        "Senior Python Developer"
    )
    application = Application.objects.get()

    page.goto(f"{live_server.url}/jobs/capture/")
    paste(page, RICH.read_text())
    expect(page.locator("main")).to_contain_text("You may have this one already")
    expect(page.locator("main")).to_contain_text("Example Company · the same link")
    expect(page.get_by_role("button", name="Track it")).to_have_count(0)
    page.get_by_role("link", name="Open that one").click()
    expect(page).to_have_url(live_server.url + application.get_absolute_url())
    page.go_back()
    page.get_by_role("button", name="Keep both").click()
    expect(page.get_by_role("heading", name="Inbox")).to_be_visible()
    expect(page.locator("#job-list")).to_contain_text("Senior Python Developer")
    assert Job.objects.count() == 2


@with_and_without_scripts
def test_what_the_text_alone_says_is_taken_over_on_request(
    scripts: bool, page: Page, live_server: LiveServer, alice: User
) -> None:
    open_as(page, live_server, alice, "/jobs/capture/")
    paste(page, TEXT)
    expect(page.get_by_label("Salary from")).to_have_value("")
    page.get_by_label("Location").fill("Leeds")
    page.locator("[name=take][value=pay]").click()
    expect(page.get_by_label("Location")).to_have_value("Leeds")
    expect(page.get_by_label("Salary from")).to_have_value("32000")
    expect(page.get_by_label("Salary to")).to_have_value("36000")
    expect(page.get_by_label("Currency")).to_have_value("GBP")
    page.locator("[name=take][value=workplace]").click()
    expect(page.get_by_label("Workplace")).to_have_value("hybrid")
    expect(page.get_by_role("button", name="Take it over")).to_have_count(0)
    assert not Job.objects.exists()

    page.get_by_text("The posting’s text").click()
    expect(page.locator(".prose")).to_contain_text("who likes the night")
    page.get_by_label("Title").press("Enter")
    expect(page.get_by_role("heading", name="Inbox")).to_be_visible()
    job = Job.objects.get()
    assert (job.title, job.employer, job.location) == (
        "Senior Baker",
        "Oven Ltd",
        "Leeds",
    )
    assert (job.salary_min, job.salary_currency) == (32_000, "GBP")


def test_a_file_is_read_and_its_postings_are_ticked(
    page: Page, live_server: LiveServer, alice: User
) -> None:
    open_as(page, live_server, alice, "/jobs/capture/")
    page.get_by_label("Or a file").set_input_files(PAGES / "jobwatch-icims-job.html")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_label("Title")).to_have_value("Senior Platform Engineer")
    page.get_by_text("The posting’s text").click()
    expect(page.locator(".prose h3").first).to_have_text("Overview")
    assert_accessible(page)
    page.get_by_role("button", name="Keep in the inbox").click()
    expect(page.locator("#job-list")).to_contain_text("Senior Platform Engineer")

    page.get_by_role("link", name="Capture a posting").click()
    page.get_by_label("Or a file").set_input_files(PAGES / "us-two-postings.html")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Which of these do you keep?"
    )
    assert_accessible(page)
    page.get_by_label("All on this page").uncheck()
    boxes = page.locator("[name=posting]")
    expect(page.locator("[name=posting]:checked")).to_have_count(0)
    boxes.first.check()
    if page.get_by_label("Whose postings are these?").count():
        page.get_by_label("Whose postings are these?").fill("Initech")
    page.get_by_role("button", name="Keep the ticked ones").click()
    expect(page.locator("#messages")).to_contain_text("1 posting kept.")
    expect(page.locator(".captures")).to_contain_text("us-two-postings.html")
    assert Job.objects.count() == 2


def test_a_link_that_leads_inside_is_refused_and_the_way_is_to_paste(
    page: Page, live_server: LiveServer, alice: User
) -> None:
    open_as(page, live_server, alice, "/jobs/capture/")
    page.get_by_label("Link to the posting").fill("http://127.0.0.1/job")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", name="Not read")).to_be_visible()
    expect(page.locator(".work .error")).to_be_visible()
    assert Capture.objects.get().error_message
    page.get_by_role("link", name="Paste the page").click()
    expect(page.get_by_label("Link to the posting")).to_have_value(
        "http://127.0.0.1/job"
    )
    paste(page, TEXT)
    expect(page.get_by_label("Link to the posting")).to_have_value(
        "http://127.0.0.1/job"
    )


def test_the_bookmark_sends_a_page_from_elsewhere(
    page: Page,
    live_server: LiveServer,
    alice: User,
    settings: Any,
    elsewhere: Elsewhere,
) -> None:
    settings.BASE_URL = live_server.url
    page.set_default_timeout(20_000)
    open_as(page, live_server, alice, "/jobs/capture/bookmark/")
    page.get_by_role("button", name="Make a bookmark").click()
    address = page.get_by_role("link", name="To Jobtracker").get_attribute("href")
    assert address
    assert address.startswith("javascript:")
    page.get_by_text("Make it by hand").click()
    expect(page.get_by_label("Bookmark any page")).to_have_value(address)
    assert_accessible(page)

    filler = f"<!-- {'large ' * 200_000} --></body>"
    elsewhere.body = RICH.read_text().replace("</body>", filler).encode()
    assert len(elsewhere.body) > 1_200_000
    page.goto(elsewhere.url)
    # What a browser does with a bookmark; an address in the page's own hand is barred.
    with page.expect_popup() as opened:
        page.evaluate(unquote(address.removeprefix("javascript:")))
    new = opened.value
    expect(new.get_by_role("heading", name="Is this right?")).to_be_visible()
    expect(new.get_by_label("Title")).to_have_value("Senior Python Developer")
    expect(new.get_by_role("link", name="Senior Python Developer")).to_have_attribute(
        "href", elsewhere.url
    )
    assert page.url == elsewhere.url, "the page stays as it was"
    assert page.locator("form").count() == 0
    new.get_by_role("button", name="Keep in the inbox").click()
    expect(new.locator("#job-list")).to_contain_text("Senior Python Developer")
    job = Job.objects.get()
    assert job.user == alice
    assert job.source_url


def test_the_capture_is_found_where_one_adds_an_application(
    page: Page, live_server: LiveServer, alice: User
) -> None:
    open_as(page, live_server, alice)
    page.get_by_role("link", name="Add application").first.click()
    page.locator("#new-dialog").get_by_role("link", name="Capture it").click()
    expect(page).to_have_url(re.compile("/jobs/capture/$"))
    expect(page.get_by_role("link", name="Inbox", exact=True).first).to_be_visible()


def paste(page: Page, text: str) -> None:
    page.get_by_label("Or paste it").fill(text)
    page.get_by_role("button", name="Read it").click()


class Elsewhere:
    """A site of somebody else, as strict as many are."""

    body = b""
    url = ""


@pytest.fixture
def elsewhere() -> Iterator[Elsewhere]:
    site = Elsewhere()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            is_page = self.path == "/jobs/senior-python-dev"
            self.send_response(200 if is_page else 204)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", "default-src 'self'")
            self.end_headers()
            if is_page:
                self.wfile.write(site.body)

        def log_message(self, *args: object) -> None:
            """Quiet."""

    # live_server is at localhost: for the browser this is another site, not only a port.
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.url = f"http://127.0.0.1:{server.server_port}/jobs/senior-python-dev"
    quick = {"poll_interval": 0.01}
    Thread(target=server.serve_forever, kwargs=quick, daemon=True).start()
    yield site
    server.shutdown()
    server.server_close()
