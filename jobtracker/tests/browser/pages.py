"""What the tests in a browser do again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from applications.models import Application, Job, Origin, Status
from companies.models import Company
from jobtracker.testing.browser import assert_accessible, assert_readable, log_in

if TYPE_CHECKING:
    from pytest_django.live_server_helper import LiveServer

    from accounts.models import User

without_scripts = pytest.mark.browser_context_args(java_script_enabled=False)
# The test runs twice; ``scripts`` says whether the page runs any.
with_and_without_scripts = pytest.mark.parametrize(
    "scripts",
    [
        True,
        pytest.param(False, marks=without_scripts),
    ],
    ids=["scripts", "plain"],
)


def open_as(page: Page, live_server: LiveServer, user: User, path: str = "/") -> Page:
    log_in(page, live_server, user)
    page.goto(live_server.url + path)
    return page


def apply(
    user: User, title: str, status: str = Status.TRACKING, company: str = "Initech"
) -> Application:
    job = Job.objects.create(
        user=user, company=Company.objects.named(user, company), title=title
    )
    application = Application.start(job, by=user)
    application.move_to(status, by=user, origin=Origin.DETAIL)
    return application


def card(page: Page, title: str) -> Locator:
    return page.locator(".card", has=page.get_by_role("link", name=title, exact=True))


def grip(page: Page, title: str) -> Locator:
    return page.get_by_role("button", name=f"Lift {title}", exact=True)


def column(page: Page, status: str) -> Locator:
    return page.locator(f"#{status}")


def expect_in(page: Page, title: str, status: str) -> None:
    """The card of that title stands in that column, and nowhere else."""
    expect(page.locator(f"#cards-{status}").locator(card(page, title))).to_have_count(1)
    expect(card(page, title)).to_have_count(1)


def drag(page: Page, title: str, status: str) -> None:
    """By the mouse, from the card's grip into the column."""
    start = grip(page, title).bounding_box()
    goal = column(page, status).bounding_box()
    assert start
    assert goal
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    page.mouse.move(goal["x"] + goal["width"] / 2, goal["y"] + 200, steps=8)
    page.mouse.up()


def assert_fits(page: Page, *sizes: ViewportSize) -> None:
    """Accessible by light and in the dark, and no wider than the window."""
    for size in sizes:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        assert_accessible(page)
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        assert_readable(page)
        wide = page.evaluate("document.scrollingElement.scrollWidth")
        assert wide <= size["width"], f"{page.url} is {wide} wide at {size}"


class Finger:
    """Touches the screen as a finger does."""

    def __init__(self, page: Page) -> None:
        self.session = page.context.new_cdp_session(page)

    def _send(self, kind: str, *points: tuple[float, float]) -> None:
        touches = [{"x": x, "y": y} for x, y in points]
        self.session.send(
            "Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches}
        )

    def down(self, x: float, y: float) -> None:
        self._send("touchStart", (x, y))

    def move(self, x: float, y: float) -> None:
        self._send("touchMove", (x, y))

    def up(self) -> None:
        self._send("touchEnd")


def toast(page: Page) -> Locator:
    return page.locator("#messages .toast")


def status_of(application: Application) -> str:
    application.refresh_from_db()
    return application.status
