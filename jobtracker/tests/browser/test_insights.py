"""Charts are read by everybody: by axe, on a phone, in the dark, without a mouse."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from applications.demo import tell
from jobtracker.tests.browser.pages import assert_fits, open_as

pytestmark = pytest.mark.browser

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
WIDTHS = (360, 390, 768, 1440)
# Boxes of words in the drawing of the search that lie on each other.
OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll("#search svg text")]
    .map((el) => [el.textContent, el.getBoundingClientRect()]);
  return boxes.flatMap(([a, r], i) => boxes.slice(i + 1)
    .filter(([, s]) => r.left < s.right && s.left < r.right && r.top + 2 < s.bottom
      && s.top + 2 < r.bottom)
    .map(([b]) => `${a} / ${b}`));
}"""
# Words that leave their chart to the left or right.
OUTSIDE = """() => [...document.querySelectorAll("figure:not(#search) svg.chart")]
  .flatMap((svg) => {
    const box = svg.getBoundingClientRect();
    return [...svg.querySelectorAll("text")].filter((el) => {
      const at = el.getBoundingClientRect();
      return at.left < box.left - 2 || at.right > box.right + 2;
    }).map((el) => el.textContent);
  })"""
# Names of bars and their figures on one line that meet.
MEETING = """() => [...document.querySelectorAll("figure:not(#search) svg.chart")]
  .flatMap((svg) => {
    const all = [...svg.querySelectorAll("text")].map((el) => el.getBoundingClientRect());
    return all.flatMap((a, i) => all.slice(i + 1).filter((b) =>
      a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom));
  }).length"""


@pytest.fixture
def insights(alice: User, page: Page, live_server) -> Page:  # type: ignore[no-untyped-def]
    tell(alice, count=60, seed=1, now=NOW)
    return open_as(page, live_server, alice, "/insights/")


def test_it_is_readable_at_every_width_and_by_night(
    insights: Page, subtests: pytest.Subtests
) -> None:
    for width in WIDTHS:
        with subtests.test(width=width):
            assert_fits(insights, {"width": width, "height": 900})
            assert insights.evaluate(OVERLAPS) == []
            assert insights.evaluate(OUTSIDE) == []
            assert insights.evaluate(MEETING) == 0


@pytest.fixture
def figures(alice: User, page: Page, live_server) -> Page:  # type: ignore[no-untyped-def]
    """Of a short search, where its length does not matter."""
    tell(alice, count=12, seed=1, now=NOW)
    return open_as(page, live_server, alice, "/insights/")


def test_the_figures_open_by_the_keyboard(figures: Page) -> None:
    summary = figures.locator("#funnel summary")
    summary.focus()
    figures.keyboard.press("Enter")
    expect(figures.locator("#funnel table")).to_be_visible()
    expect(figures.locator("#funnel th[scope=row]").first).to_have_text("Saved")


def test_a_chart_can_be_taken_along(figures: Page) -> None:
    with figures.expect_download() as found:
        figures.locator("#search").get_by_role("link", name="PNG").click()
    assert found.value.suggested_filename == "search.png"
