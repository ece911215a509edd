"""The report on paper, and offers side by side on a narrow screen."""

from __future__ import annotations

from datetime import UTC, datetime

import pypdfium2
import pytest
from playwright.sync_api import Page

from accounts.models import User
from applications.demo import tell
from jobtracker.tests.browser.pages import assert_fits, open_as

pytestmark = pytest.mark.browser

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
REPORT = "/insights/report/?from=2026-06-01&to=2026-11-30&names=1"
WIDTHS = (360, 390, 768, 1440)
PATHS = ("/offers/?ended=1", REPORT)
# How far the first column is from the edge of what scrolls, when scrolled to its end.
STUCK = """() => {
  const box = document.querySelector(".table-scroll");
  box.scrollLeft = 10_000;
  const first = box.querySelector("tbody th").getBoundingClientRect();
  return [box.scrollLeft > 100, Math.abs(first.left - box.getBoundingClientRect().left)];
}"""


@pytest.fixture
def search(alice: User, page: Page, live_server) -> Page:  # type: ignore[no-untyped-def]
    tell(alice, count=60, seed=1, now=NOW)
    return open_as(page, live_server, alice, PATHS[0])


def test_they_are_readable_at_every_width_and_by_night(
    search: Page, live_server, subtests: pytest.Subtests
) -> None:
    for path in PATHS:
        search.goto(live_server.url + path)
        for width in WIDTHS:
            with subtests.test(path=path, width=width):
                assert_fits(search, {"width": width, "height": 900})


def test_on_a_phone_the_names_of_the_rows_stay_in_sight(search: Page) -> None:
    search.set_viewport_size({"width": 390, "height": 844})
    has_scrolled, off = search.evaluate(STUCK)
    assert has_scrolled
    assert off <= 2


def test_the_page_prints(search: Page, live_server) -> None:
    search.goto(live_server.url + REPORT)
    for paper in ("A4", "Letter"):
        assert_prints(search, paper)


def assert_prints(search: Page, paper: str) -> None:
    printed = pypdfium2.PdfDocument(search.pdf(format=paper))
    pages = [page.get_textpage().get_text_range() for page in printed]
    assert len(pages) > 2
    for number, told in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in told
        assert "What happened" in told
        assert "Notifications" not in told
        assert "With the names of employers" not in told
    rows = search.locator(".is-log tbody tr").count()
    assert (
        "".join(pages).count("Tracking\xa0") + "".join(pages).count("Tracking ") >= rows
    )
