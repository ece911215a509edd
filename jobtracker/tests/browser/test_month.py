"""A month of a search, lived through: what is owed, told and dated is right at each step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from email.message import EmailMessage
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import Page, expect

from accounts.models import User
from applications.models import Application, StatusChange
from jobtracker.testing.browser import log_in
from jobtracker.tests.browser.pages import toast

pytestmark = pytest.mark.browser

BERLIN = ZoneInfo("Europe/Berlin")
type Travel = Callable[[str], None]


@pytest.fixture
def person(alice) -> User:
    alice.time_zone = "Europe/Berlin"
    alice.save_fields("time_zone")
    return alice


@pytest.fixture
def travel(page: Page, live_server, person, settings) -> Iterator[Travel]:
    """Goes to a moment in Berlin; whoever comes back after days logs in again."""
    settings.BASE_URL = live_server.url
    with time_machine.travel(0, tick=True) as traveller:

        def to(moment: str) -> None:
            there = datetime.fromisoformat(moment).replace(tzinfo=BERLIN)
            traveller.move_to(there)
            log_in(page, live_server, person)
            call_command("daily", verbosity=0)

        yield to


@pytest.fixture
def go(page: Page, live_server) -> Callable[[str], None]:
    return lambda path: page.goto(live_server.url + path) and None


def mail(subject: str, text: str, sent: str, **headers: str) -> dict:
    """A file as a person saves it from their mail program."""
    message = EmailMessage()
    message["Subject"], message["From"] = subject, "Initech <jobs@initech.example>"
    message["To"] = "alice@example.org"
    message["Date"] = datetime.fromisoformat(sent).replace(tzinfo=BERLIN)
    message["Message-ID"] = f"<{sent}@initech.example>"
    message.set_content(text)
    return {"name": "mail.eml", "mimeType": "message/rfc822", "buffer": bytes(message)}


def bring(page: Page, go: Callable, letter: dict) -> None:
    """Give a mail to the page that finds its application, and take the first offer."""
    go("/responses/new/")
    page.get_by_label("The mail as a file").set_input_files(letter)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="This one").first.click()
    expect(page.get_by_role("heading", name="Archivist", level=1)).to_be_visible()


def owed(page: Page, go: Callable) -> list[str]:
    go("/today/")
    return [text.strip() for text in page.locator(".tasks .what > a").all_inner_texts()]


def badge(page: Page) -> str:
    number = page.locator("#owed")
    return number.inner_text().split()[0] if number.is_visible() else ""


def bell(page: Page, go: Callable) -> list[str]:
    go("/notifications/")
    return page.locator("#main li").all_inner_texts()


def schedule(page: Page, go: Callable, application: Application, when: str) -> None:
    go(f"{application.get_absolute_url()}interviews/")
    page.get_by_label("When").fill(when)
    page.get_by_label("With").fill("Ines Duarte")
    page.get_by_role("button", name="Note the interview").click()
    expect(toast(page)).to_contain_text("Interview noted.")


def debrief(page: Page, text: str) -> None:
    page.get_by_role("link", name="Debrief").first.click()
    page.get_by_label("How it went").fill(text)
    page.get_by_label("★★★★", exact=True).check()
    page.get_by_role("button", name="Keep the debrief").click()
    expect(toast(page)).to_contain_text("Debrief kept.")


def feed(page: Page, go: Callable) -> list[str]:
    """The lines of the calendar anyone with the address reads."""
    go("/settings/")
    address = page.locator("#id_calendar_url").input_value()
    path = address[address.index("/calendar/") :]
    return Client().get(path).content.decode().replace("\r\n ", "").splitlines()


def test_month_from_the_first_click_to_the_contract(page, go, travel):
    travel("2026-03-02T09:00")
    go("/applications/new/")
    page.get_by_label("Title").fill("Archivist")
    page.get_by_label("Company").fill("Initech")
    page.get_by_role("button", name="Add application").last.click()
    expect(page.get_by_role("heading", name="Archivist", level=1)).to_be_visible()
    page.get_by_role("button", name="Applied").click()
    expect(toast(page)).to_contain_text("Moved to Applied.")
    application = Application.objects.get()
    assert owed(page, go) == []

    travel("2026-03-03T09:00")
    text = "Thank you for applying for Archivist. We have received your application."
    bring(page, go, mail("We got your application", text, "2026-03-02T18:00"))
    expect(page.locator(".timeline")).to_contain_text("Acknowledgement")
    expect(page.get_by_role("button", name="Move to")).to_have_count(0)

    travel("2026-03-08T09:00")
    assert owed(page, go) == []  # six days quiet
    assert badge(page) == ""

    travel("2026-03-09T09:00")
    assert owed(page, go) == ["Follow up: Archivist"]
    assert badge(page) == "1"
    assert any("Archivist" in line for line in bell(page, go))
    go("/today/")
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("heading", name="All done")).to_be_visible()
    expect(page.locator("#owed")).to_be_hidden()
    toast(page).get_by_role("button", name="Undo").click()
    expect(page.locator("#owed")).to_be_visible()
    go(f"{application.get_absolute_url()}follow-ups/")
    page.get_by_role("link", name="Begin with this").first.click()
    page.get_by_role("button", name="Log the follow-up").click()
    expect(page.locator(".timeline")).to_contain_text("I have been hoping to hear")
    assert owed(page, go) == []

    travel("2026-03-13T10:00")
    text = "We would like to invite you to an interview for Archivist next week."
    bring(page, go, mail("Interview for Archivist", text, "2026-03-13T09:30"))
    expect(page.locator(".timeline")).to_contain_text("invite you to an interview")
    page.get_by_role("button", name="Move to Interview").click()
    expect(toast(page)).to_contain_text("Moved to Interview.")
    schedule(page, go, application, "2026-03-20T09:00")
    schedule(page, go, application, "2026-03-31T09:00")  # summer time by then
    go("/settings/")
    page.get_by_role("button", name="Make the address").click()
    expect(page.get_by_label("Address of your calendar")).to_be_visible()
    lines = feed(page, go)
    starts = [line for line in lines if line.startswith("DTSTART;TZID=Europe/Berlin")]
    assert [line[-15:] for line in starts] == ["20260320T090000", "20260331T090000"]
    go("/calendar/?month=2026-03")
    assert page.locator("#main table").get_by_text("09:00").count() == 2

    travel("2026-03-19T12:00")
    assert any("Archivist" in line for line in owed(page, go))
    assert badge(page) == ""  # tomorrow
    travel("2026-03-20T08:00")
    owed(page, go)
    assert badge(page) == "1"
    travel("2026-03-20T11:00")
    assert any(line.startswith("Write the debrief") for line in owed(page, go))
    debrief(page, "They asked about order, and I had it.")
    application.refresh_from_db()
    assert application.status == "interview"
    assert "Thank Ines Duarte for the interview" in owed(page, go)
    page.get_by_role("button", name="Thanked").click()
    expect(toast(page)).to_contain_text("Thanks noted.")

    travel("2026-03-31T10:30")
    owed(page, go)
    debrief(page, "The second round was a walk in the park.")

    travel("2026-04-02T09:00")
    text = (
        "We are delighted to offer you the position of Archivist. The contract follows."
    )
    bring(page, go, mail("Your offer", text, "2026-04-02T08:00"))
    page.get_by_role("button", name="Move to Offer").click()
    expect(toast(page)).to_contain_text("Moved to Offer.")
    page.get_by_role("link", name="Closed…").click()
    page.get_by_label("Accepted").check()
    page.get_by_role("button", name="Close application").click()
    expect(toast(page)).to_contain_text("Closed: Accepted.")

    owing = owed(page, go)
    assert [line for line in owing if "Archivist" in line] == []
    steps = StatusChange.objects.order_by("pk").values_list("to_status", flat=True)
    assert [*steps] == ["tracking", "applied", "interview", "offer", "closed"]
    go(application.get_absolute_url())
    days = page.locator(".timeline time").evaluate_all(
        "times => times.map(time => time.dateTime)"
    )
    moments = [datetime.fromisoformat(day) for day in days]
    assert moments == sorted(moments, reverse=True)
    assert len([line for line in feed(page, go) if line == "BEGIN:VEVENT"]) >= 2
