"""Documents in a browser: asked for, read with their evidence, edited, compared."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from applications.models import Document, DocumentTemplate
from applications.tests.writing import TRUE, UNTRUE, make_profile, make_written
from jobtracker.testing.browser import assert_accessible
from jobtracker.tests.browser.pages import apply, assert_fits, open_as

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SIZES = ({"width": 1280, "height": 844}, {"width": 390, "height": 844})


def test_a_resume_is_asked_for_from_the_application(alice, page, live_server):
    make_profile(alice)
    application = apply(alice, "Pastry chef")
    open_as(page, live_server, alice, application.get_absolute_url())
    page.get_by_role("link", name="Write a résumé").click()
    page.get_by_text("What is in it, and how much").click()
    page.get_by_label("Skills at most").fill("10")
    page.get_by_label("Modern").check()
    page.get_by_role("button", name="Write it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Résumé for Initech")
    document = Document.objects.get()
    assert document.options["skills"] == 10
    assert document.template.name == "Modern"


def test_marks_lead_to_the_evidence_and_back_by_keyboard(alice, page, live_server):
    document = make_written(alice, UNTRUE)
    open_as(page, live_server, alice, document.get_absolute_url())
    mark = page.locator(".sheet .marker[data-tone=good]").first
    mark.focus()
    page.keyboard.press("Enter")
    row = page.locator(".evidence li:target")
    expect(row).to_be_in_viewport()
    row.get_by_role("link", name="Evidence").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".sheet .marker:target")).to_be_in_viewport()
    assert_accessible(page)


def test_what_is_typed_is_weighed_beside_it(alice, page, live_server):
    document = make_written(alice)
    open_as(page, live_server, alice, f"{document.get_absolute_url()}edit/")
    expect(page.locator("#preview")).to_contain_text("Baked 40 loaves")
    page.get_by_label("Text", exact=True).fill(UNTRUE)
    expect(page.locator("#preview")).to_contain_text("No source for")
    assert_accessible(page)
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#why-not")).to_contain_text("stands nowhere on your résumé")
    document.refresh_from_db()
    assert document.content == UNTRUE


def test_pages_are_drawn_when_somebody_looks(alice, page, live_server):
    document = make_written(alice)
    open_as(page, live_server, alice, document.get_absolute_url())
    expect(page.locator("#pages img")).to_have_count(0)
    page.get_by_text("As it will look").click()
    picture = page.get_by_role("img", name="Page 1 of 1")
    expect(picture).to_be_visible()
    picture.scroll_into_view_if_needed()
    width = picture.evaluate("image => image.decode().then(() => image.naturalWidth)")
    assert width > 100


def test_a_file_is_downloaded_under_its_name(alice, page, live_server):
    document = make_written(alice)
    open_as(page, live_server, alice, document.get_absolute_url())
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF").first.click()
    assert download.value.suggested_filename == "Mara Okafor – Résumé – Northwind.pdf"


def test_all_its_pages_are_accessible_and_fit(alice, page, live_server):
    document = make_written(alice, UNTRUE)
    document.write(f"{TRUE}\n- [what came of it]", seen=1)
    document.write(UNTRUE, seen=2)
    template = DocumentTemplate.objects.offered(alice, "resume")[0]
    path = document.get_absolute_url()
    places = [
        path, f"{path}edit/", f"{path}override/", f"{path}versions/1/",
        f"{path}preview/", "/documents/", f"/documents/new/?job={document.job_id}",
        "/documents/new/?document_type=cover_letter",
        f"/documents/templates/new/?of={template.pk}",
    ]  # fmt: skip
    open_as(page, live_server, alice, "/documents/")
    for place in places:
        page.goto(live_server.url + place)
        assert_fits(page, *SIZES)
