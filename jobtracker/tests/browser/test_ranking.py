"""What goes first, under the hand: by mouse, by keyboard, without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from accounts.models import Profile
from applications.documents.ranked import ranking_of
from applications.models import ContentRanking
from applications.tests.fitting import track
from jobtracker.testing.browser import assert_accessible
from jobtracker.tests.browser.pages import open_as
from jobtracker.tests.browser.test_resume import drag, grip, saved, spoken

pytestmark = [
    pytest.mark.browser,
    pytest.mark.browser_context_args(viewport={"width": 1280, "height": 1400}),
]

FACTS = {
    "skills": {"technical": ["Welding", "Python", "Sewing"]},
    "experiences": [{"title": "Baker"}, {"title": "Miller"}],
}


@pytest.fixture
def ranking(alice) -> ContentRanking:
    profile = Profile.objects.bring_in(alice, "Backend", FACTS)
    return ranking_of(alice, track(alice).job, profile)


@pytest.fixture
def shown(ranking, alice, page, live_server) -> Page:
    return open_as(page, live_server, alice, ranking.get_absolute_url())


def skills(ranking: ContentRanking) -> list[str]:
    ranking.refresh_from_db()
    return list(ranking.ranked_skill_ids)


def expect_order(page: Page, *names: str) -> None:
    expect(page.locator("#skills li strong")).to_have_text(list(names))


def test_dragged_by_the_mouse_and_put_back(shown, ranking):
    expect_order(shown, "Python", "Welding", "Sewing")
    with saved(shown):
        drag(shown, "Sewing", "Python")
    expect_order(shown, "Sewing", "Python", "Welding")
    assert skills(ranking) == ["Sewing", "Python", "Welding"]
    shown.get_by_role("button", name="Back to the computed order").click()
    expect_order(shown, "Python", "Welding", "Sewing")


def test_lifted_and_moved_by_keys(shown, ranking):
    grip(shown, "Python").focus()
    shown.keyboard.press("Space")
    expect(spoken(shown)).to_contain_text("Python is lifted, at place 1 of 3")
    shown.keyboard.press("ArrowDown")
    with saved(shown):
        shown.keyboard.press("Space")
    expect_order(shown, "Welding", "Python", "Sewing")
    expect(grip(shown, "Python")).to_be_focused()
    assert skills(ranking) == ["Welding", "Python", "Sewing"]


def test_list_changed_elsewhere_is_shown_as_it_is(shown, ranking):
    ranking.move("skills", 2, 0, seen=ranking.mark_of_list("skills"))
    with saved(shown):
        drag(shown, "Welding", "Python")
    expect_order(shown, "Sewing", "Python", "Welding")


def test_page_is_accessible(shown):
    assert_accessible(shown)
