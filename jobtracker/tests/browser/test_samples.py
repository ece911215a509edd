"""A sample is added, and the style is another one then."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import SampleDocument, User
from accounts.tests.factories import SampleFactory
from accounts.tests.style.texts import LETTER, RESUME
from jobtracker.testing.browser import assert_accessible
from jobtracker.tests.browser.pages import (
    assert_fits,
    open_as,
    with_and_without_scripts,
)

pytestmark = pytest.mark.browser


@with_and_without_scripts
def test_a_pasted_sample_changes_the_style_and_can_be_taken_out_again(
    scripts: bool, page: Page, live_server: LiveServer, alice: User
) -> None:
    open_as(page, live_server, alice, "/more/")
    page.get_by_role("link", name="Samples").click()
    page.get_by_role("link", name="Add a sample").first.click()
    add(page, LETTER)
    style = page.get_by_role("region", name="How you write")
    expect(style).to_contain_text("10 words a sentence")
    expect(style.get_by_role("img", name="Confidence: 10 of 100")).to_be_visible()

    page.get_by_role("link", name="Add a sample").click()
    add(page, "I sort all the old things, and I do it well. " * 20)
    expect(style).to_contain_text("11 words a sentence")
    expect(page.locator("#messages")).to_contain_text("not in use any more")
    page.get_by_role("button", name="Undo").click()
    expect(style).to_contain_text("10 words a sentence")

    page.get_by_role("button", name="Archive").first.click()
    expect(style).to_contain_text("No sample is in use")
    assert SampleDocument.objects.archived().get().word_count == 102


def test_a_file_is_refused_beside_its_field_and_then_taken(
    page: Page, live_server: LiveServer, alice: User, tmp_path: Path
) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "resume.txt").write_text(RESUME)
    open_as(page, live_server, alice, "/samples/new/?kind=resume")
    page.get_by_label("I wrote this myself").check()
    page.get_by_label("A file").set_input_files(tmp_path / "empty.pdf")
    page.get_by_role("button", name="Add sample").click()
    expect(page.get_by_label("A file")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("I wrote this myself")).to_be_checked()
    expect(page.get_by_label("Résumé")).to_be_checked()
    assert_accessible(page)

    page.get_by_label("I wrote this myself").uncheck()
    page.get_by_label("A file").set_input_files(tmp_path / "resume.txt")
    page.get_by_role("button", name="Add sample").click()
    expect(page.get_by_label("Or paste it")).to_have_value(re.compile("Built the"))
    page.get_by_label("I wrote this myself").check()
    page.get_by_role("button", name="Add sample").click()
    page.get_by_role("link", name="resume.txt").click()
    expect(page.get_by_text("Built the dough line with Python")).to_be_visible()
    assert_accessible(page)


def test_the_style_can_be_read_by_everybody(
    page: Page, live_server: LiveServer, alice: User
) -> None:
    for kind, text in (("cover_letter", LETTER), ("resume", RESUME)):
        SampleDocument(user=alice, document_type=kind, original_text=text).add()
    SampleFactory(user=alice, original_filename="x" * 200).archive()
    open_as(page, live_server, alice, "/samples/")
    page.get_by_text("Archived", exact=True).click()
    assert_fits(page, {"width": 1280, "height": 900}, {"width": 360, "height": 900})


def add(page: Page, text: str) -> None:
    page.get_by_label("Or paste it").fill(text)
    page.get_by_label("I wrote this myself").check()
    page.get_by_role("button", name="Add sample").click()
    expect(page.get_by_role("heading", name="Samples", level=1)).to_be_visible()
