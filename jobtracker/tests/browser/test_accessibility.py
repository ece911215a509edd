"""axe finds nothing on any page or dialog, and no page is wider than the window."""

from __future__ import annotations

import re

import pytest
from django.db import models
from django.db.models import Value
from django.db.models.functions import Concat
from django.template.loader import render_to_string
from playwright.sync_api import Page, expect

from accounts.models import User
from applications.models import Application, ImportRun, Job, Priority
from companies.models import Company
from jobtracker.testing.browser import assert_accessible, assert_readable, log_in
from jobtracker.tests.browser.pages import apply, open_as
from jobtracker.tests.examples import Examples, pages_of

pytestmark = pytest.mark.browser

DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
# The one first that the phone left: each change of size draws a page anew.
WIDTHS = (390, 360, 768, 1440, 2560)
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter" * 2

# What an import found, and what stayed when it was taken back.
PEOPLE = [{"id": str(n), "label": f"{n}{LONG}", "rows": n} for n in (1, 2)]
REPORT = {
    "verdicts": {"jobs": {"made": 7, "changed": 2, "skipped": 1, "refused": 1}},
    "rows": {"applications.job": {"made": 7, "changed": 2}},
    "remarks": [{"table": "jobs", "id": LONG, "text": LONG, "verdict": "made"}],
    "warnings": 60,
    "left_out": {"jobs": 3},
}
KEPT = [{"kind": "Job", "name": LONG, "url": "/jobs/1/", "why": "edited since"}]

# Marks what reaches beyond the window, though it is not in a box that scrolls by itself.
TOO_WIDE = """() => {
  const most = document.scrollingElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= innerWidth) return [];
  return [...document.body.querySelectorAll("*")]
    .filter((el) => el.getBoundingClientRect().right > most + 1)
    .map((el) => el.outerHTML.slice(0, 120)).slice(0, 5)
    .concat([`${document.scrollingElement.scrollWidth} > ${innerWidth}`]);
}"""


@pytest.fixture
def examples(alice: User) -> Examples:
    """Every kind of row, with all that a page can show of it."""
    of = Examples(alice, rows=2)
    long_ago = "2026-01-05T09:00:00Z"
    models.QuerySet(Application).filter(job__title="tracking 1").update(
        last_activity_at=long_ago, priority=Priority.DREAM
    )
    models.QuerySet(Application).filter(job__title="offer 1").update(
        fit_score=82, priority=Priority.HIGH, offer_deadline_on="2026-01-06"
    )
    Job.objects.update(
        salary_min=98_000,
        salary_max=110_000,
        salary_currency="EUR",
        salary_period="year",
        remote_type="hybrid",
        description="We look for\n\n- order\n- patience\n\nSee https://jobs.example/",
    )
    Company.objects.update(
        lane=1,
        is_blocked=True,
        website="https://initech.example/",
        notes="Good coffee.",
        technology_stack=["Paper", "Ink"],
    )
    return of


@pytest.fixture
def long_words(examples: Examples) -> Examples:
    """Nothing breaks where someone pastes a word of 140 letters."""
    Job.objects.update(title=LONG, location=LONG)
    Job.objects.update(description=Concat("description", Value(f"\n\n{LONG}")))
    Application.objects.update(source=LONG, referrer=LONG, resume_version=LONG)
    for company in Company.objects.all():
        company.name = f"{company.pk}{LONG}"
        company.industry = company.location = LONG
        company.technology_stack = [LONG]
        company.save()
    examples.application.notes.update(text=LONG)
    User.objects.update(full_name=LONG)
    return examples


def assert_fine(page: Page) -> None:
    """All of it by light at a desk; in the dark and on a phone what differs there."""
    page.set_viewport_size(DESK)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    assert_accessible(page)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert_readable(page)
    page.set_viewport_size(PHONE)
    assert_readable(page)
    assert_accessible(page, "scrollable-region-focusable")


def assert_right(page: Page) -> None:
    """Accessible, and at no width wider than the window."""
    assert_fine(page)
    problems = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": PHONE["height"]})
        problems += [f"{page.url} at {width}: {it}" for it in page.evaluate(TOO_WIDE)]
    assert not problems, "\n".join(problems)


def own_pages(of: Examples) -> list[str]:
    """One address of each page of hers."""
    parts = {
        "readyz",
        "healthz",
        "companies:company-search",
        "companies:contact-card",
        "companies:contact-cards",
        "accounts:profile-document",
        "applications:application-documents",
        "applications:document-download",
        "applications:document-preview",
        "applications:interview-calendar",
        "applications:insights-svg",
        "applications:insights-png",
        "applications:palette",
        "applications:silence",
        "admin:jsi18n",
    }
    paths = [path for name, path in pages_of(of).items() if name not in parts]
    assert "/" in paths
    return paths


def test_every_page(long_words, alice, page, live_server, subtests):
    open_as(page, live_server, alice)
    for path in own_pages(long_words):
        with subtests.test(path=path):
            page.goto(live_server.url + path)
            expect(page.locator("main")).to_have_count(1)
            assert_right(page)


def test_the_board(examples, alice, page, live_server):
    log_in(page, live_server, alice)
    for query in ("", "q=tracking", "q=nothing-like-it", "priority=dream&stale=1"):
        page.goto(f"{live_server.url}/?{query}")
        assert_fine(page)


def test_empty_pages(alice, page, live_server):
    log_in(page, live_server, alice)
    for path in ("/", "/companies/", "/bin/", "/import/", "/insights/", "/offers/"):
        page.goto(live_server.url + path)
        expect(page.locator(".empty")).to_be_visible()
        assert_fine(page)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"step": "look", "preview": {"people": PEOPLE}}, "Who of these are you?"),
        ({"step": "look", "source": None}, "The file is no longer here"),
        ({"step": "look", "status": "failed", "error_message": "No."}, "Try again"),
        ({"step": "apply", "status": "running", "total_stages": 9}, "Running"),
        ({"step": "apply", "status": "completed", "counts": REPORT}, "Remarks"),
        ({"step": "undo", "kept": KEPT, "undone_at": "2026-01-05T09:00Z"}, "stayed"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_import_on_its_way(facts, words, alice, page, live_server):
    run = ImportRun.objects.create(
        user=alice,
        **{"system": "jobos", "filename": LONG, "status": "completed", "source": b"SQL"}
        | facts,
    )
    open_as(page, live_server, alice, run.get_absolute_url())
    expect(page.get_by_text(words).first).to_be_visible()
    assert_right(page)


def test_forms_with_errors(examples, alice, page, live_server):
    log_in(page, live_server, alice)
    for path, button in (
        ("/applications/new/", "Add application"),
        ("/companies/new/", "Add company"),
        (f"/applications/{examples.application.pk}/edit/", "Save"),
        ("/settings/", "Save"),
    ):
        page.goto(live_server.url + path)
        for field in page.locator("main [type=text]:visible").all():
            field.fill("")
        for field in page.locator("main [type=number]:visible").all():
            field.fill("999999999999")
        send_unchecked(page, button)
        assert_fine(page)


def send_unchecked(page: Page, button: str | re.Pattern[str]) -> None:
    """So that the server finds the errors, not the browser."""
    page.locator("main form").evaluate_all(
        "forms => forms.forEach((form) => { form.noValidate = true })"
    )
    main = page.get_by_role("main")
    main.get_by_role("button", name=button, exact=True).first.click()
    expect(page.locator("[aria-invalid=true]").first).to_be_visible()


def test_a_conflict(examples, alice, page, live_server):
    application = examples.application
    open_as(page, live_server, alice, f"/applications/{application.pk}/edit/")
    application.edit(facts={"source": "Hers"}, job_facts={}, version=None)
    page.get_by_label("Heard of it through").fill("Mine")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("table", name="Both values")).to_be_visible()
    assert_fine(page)


@pytest.mark.parametrize(
    ("path", "opener", "dialog"),
    [
        ("/", "[data-new]", "#new-dialog"),
        ("/", "[data-dialog=filter-dialog]", "#filter-dialog"),
        ("/", "[data-dialog=shortcuts]", "#shortcuts"),
        ("/", ".card [data-menu]", "#card-menu"),
        ("/applications/{}/", "#stage-closed", "#close-dialog"),
        ("/applications/{}/", "details.drop summary", ".drop-menu"),
    ],
)
def test_dialogs_and_menus(path, opener, dialog, long_words, alice, page, live_server):
    page.set_viewport_size(DESK)
    open_as(page, live_server, alice, path.format(long_words.application.pk))
    page.locator(opener).locator("visible=true").first.click()
    expect(page.locator(dialog)).to_be_visible()
    assert_right(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        box = page.locator(dialog).bounding_box()
        assert box["x"] >= 0, width
        assert box["x"] + box["width"] <= width, width
        inner = page.locator(dialog).evaluate("el => el.scrollWidth - el.clientWidth")
        assert inner <= 0, width


def test_toasts(examples, alice, page, live_server):
    open_as(page, live_server, alice, f"/applications/{examples.application.pk}/")
    page.get_by_role("button", name="Interview").click()
    expect(page.locator(".toast")).to_contain_text("Moved to Interview.")
    assert_fine(page)


def test_pages_before_the_login(db, page, live_server, expected_errors):
    expected_errors.append("status of 404")
    for path in (
        "/accounts/login/",
        "/accounts/signup/",
        "/accounts/password/reset/",
        "/accounts/password/reset/done/",
        "/accounts/confirm-email/",
        "/accounts/confirm-email/MQ:made-up/",
        "/accounts/password/reset/key/1-made-up/",
        "/nothing/here/",
    ):
        page.goto(live_server.url + path)
        assert_right(page)


@pytest.mark.parametrize(
    ("path", "button"),
    [
        ("/accounts/login/", "Log in"),
        ("/accounts/signup/", "Create account"),
        ("/accounts/password/reset/", re.compile("Send|Mail|link", re.IGNORECASE)),
    ],
)
def test_gates_with_errors(path, button, db, page, live_server):
    page.goto(live_server.url + path)
    send_unchecked(page, button)
    assert_fine(page)


def test_error_pages(page, live_server):
    page.route(
        "**/the-page/*",
        lambda route: route.fulfill(
            content_type="text/html",
            body=render_to_string(route.request.url.rpartition("/")[2]),
        ),
    )
    for name in ("400", "403", "403_csrf", "404", "409", "429", "500", "503"):
        page.goto(f"{live_server.url}/the-page/{name}.html")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert_fine(page)


def test_a_board_of_one_can_be_read_with_the_largest_letters(alice, page, live_server):
    """Text at 200 %: nothing is cut, the page itself does not scroll sideways."""
    apply(alice, "Archivist")
    open_as(page, live_server, alice)
    page.set_viewport_size({"width": 640, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(TOO_WIDE) == []
