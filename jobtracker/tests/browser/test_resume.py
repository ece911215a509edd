"""A résumé under the hand: put in order by mouse, finger and keyboard; edited in place."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from accounts.models import Profile
from jobtracker.tests.browser.pages import Finger, assert_fits, open_as, toast

pytestmark = [
    pytest.mark.browser,
    pytest.mark.browser_context_args(viewport={"width": 1280, "height": 1400}),
]

DESK = {"width": 1280, "height": 1400}
PHONE = {"width": 390, "height": 844}
FACTS = {
    "full_name": "Alice Abel",
    "skills": {
        "technical": ["Python", "SQL", "Go"],
        "languages": [{"name": "Dutch", "proficiency": "B2"}, {"name": "Igbo"}],
    },
    "experiences": [
        {
            "title": "Boss",
            "start_date": "2021",
            "achievements": ["One", "Two", "Three"],
        },
        {"title": "Clerk", "start_date": "2019"},
        {"title": "Page", "start_date": "2015", "description": "Ran."},
    ],
}


@pytest.fixture
def profile(alice) -> Profile:
    return Profile.objects.bring_in(alice, "Backend", FACTS)


@pytest.fixture
def resume(profile, alice, page, live_server) -> Page:
    return open_as(page, live_server, alice, profile.get_absolute_url())


def grip(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=f"Lift {name}", exact=True)


def titles(profile: Profile) -> list[str]:
    return [entry.title for entry in profile.experiences.all()]


def expect_order(page: Page, *names: str) -> None:
    headings = page.locator("#experiences li h3")
    expect(headings).to_have_text(list(names))


def middle(box: dict) -> tuple[float, float]:
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, name: str, other: str) -> None:
    """By the mouse, before the other’s entry."""
    item = page.locator("[data-order] > li", has=grip(page, other))
    x, y = middle(grip(page, name).bounding_box())
    box = item.bounding_box()
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y + 10)
    page.mouse.move(x, box["y"] + box["height"] / 5, steps=8)
    page.mouse.up()


def open_form(page: Page, link: str, first: str) -> None:
    """In its place; typing begins where the focus is."""
    page.get_by_role("link", name=link).click()
    expect(page.get_by_role("textbox", name=first)).to_be_focused()


def saved(page: Page) -> Any:
    """Around what puts a list in order: until the server has answered."""
    return page.expect_response("**/order/")


def spoken(page: Page) -> Locator:
    return page.locator("#announce")


# Order


def test_dragged_by_the_mouse(resume, profile):
    with saved(resume):
        drag(resume, "Page", "Boss")
    expect_order(resume, "Page", "Boss", "Clerk")
    expect(resume.locator(".is-lifted")).to_have_count(0)
    expect(resume.locator("#experiences [data-seen]")).not_to_have_attribute(
        "style", ""
    )
    resume.reload()
    expect_order(resume, "Page", "Boss", "Clerk")
    assert titles(profile) == ["Page", "Boss", "Clerk"]


def test_dropped_where_it_was_sends_nothing(resume, profile):
    posts: list[str] = []
    resume.on("request", lambda r: posts.append(r.url) if r.method == "POST" else None)
    x, y = middle(grip(resume, "Clerk").bounding_box())
    resume.mouse.move(x, y)
    resume.mouse.down()
    resume.mouse.move(x + 20, y + 8, steps=3)
    expect(resume.locator(".is-lifted")).to_have_count(1)
    resume.mouse.up()
    expect(resume.locator(".is-lifted")).to_have_count(0)
    assert not posts


@pytest.mark.browser_context_args(has_touch=True, is_mobile=True, viewport=PHONE)
def test_dragged_by_a_finger(resume, profile):
    centre = "el => el.scrollIntoView({ block: 'center' })"
    grip(resume, "Clerk").evaluate(centre)
    x, y = middle(grip(resume, "Clerk").bounding_box())
    item = resume.locator("#experiences li", has=grip(resume, "Boss"))
    goal = item.bounding_box()["y"] + 8
    finger = Finger(resume)
    finger.down(x, y)
    for step in range(1, 11):
        finger.move(x, y + (goal - y) * step / 10)
    with saved(resume):
        finger.up()
    expect_order(resume, "Clerk", "Boss", "Page")
    resume.reload()
    expect_order(resume, "Clerk", "Boss", "Page")


def test_chips_are_dragged_within_their_rows(resume, profile):
    x, y = middle(grip(resume, "Go").bounding_box())
    goal = resume.locator("#technical li", has_text="Python").bounding_box()
    resume.mouse.move(x, y)
    resume.mouse.down()
    resume.mouse.move(goal["x"] + 6, goal["y"] + 10, steps=8)
    with saved(resume):
        resume.mouse.up()
    expect(resume.locator("#technical li")).to_have_text(["Go", "Python", "SQL"])
    resume.reload()
    expect(resume.locator("#technical li")).to_have_text(["Go", "Python", "SQL"])


def test_moved_by_the_keyboard_and_spoken(resume, profile):
    grip(resume, "Boss").focus()
    resume.keyboard.press("Space")
    expect(spoken(resume)).to_contain_text("Boss is lifted, at place 1 of 3.")
    for place in (2, 3, 3):
        resume.keyboard.press("ArrowDown")
        expect(spoken(resume)).to_have_text(f"Place {place} of 3.")
    with saved(resume):
        resume.keyboard.press("Space")
    expect_order(resume, "Clerk", "Page", "Boss")
    expect(resume.locator(".is-lifted")).to_have_count(0)
    expect(grip(resume, "Boss")).to_be_focused()
    resume.reload()
    expect_order(resume, "Clerk", "Page", "Boss")


@pytest.mark.parametrize("key", ["Escape", "Tab"])
def test_escape_and_going_away_put_it_back(resume, profile, key):
    grip(resume, "Boss").focus()
    resume.keyboard.press("Enter")
    resume.keyboard.press("ArrowDown")
    expect_order(resume, "Clerk", "Boss", "Page")
    resume.keyboard.press(key)
    expect_order(resume, "Boss", "Clerk", "Page")
    expect(spoken(resume)).to_have_text("Put back.")
    if key == "Escape":
        expect(grip(resume, "Boss")).to_be_focused()


def test_the_arrow_buttons_keep_the_focus(resume, profile):
    down = resume.get_by_role("button", name="Move Boss down")
    down.focus()
    resume.keyboard.press("Enter")
    expect_order(resume, "Clerk", "Boss", "Page")
    expect(down).to_be_focused()
    resume.keyboard.press("Enter")
    expect_order(resume, "Clerk", "Page", "Boss")


def test_an_old_order_is_told_and_the_true_one_shown(resume, profile):
    profile.experiences.get(title="Page").remove()
    drag(resume, "Clerk", "Boss")
    expect(toast(resume)).to_contain_text("changed in another window")
    expect_order(resume, "Boss", "Clerk")


def test_a_server_that_fails_leaves_it_where_it_was(resume, profile, expected_errors):
    expected_errors.append("status of 500")
    expected_errors.append("Response Status Error Code 500")

    def fail(route: Route) -> None:
        route.fulfill(status=500)

    resume.route("**/order/", fail)
    drag(resume, "Page", "Boss")
    expect(toast(resume)).to_contain_text("nothing was changed")
    expect_order(resume, "Boss", "Clerk", "Page")


# In place


def test_an_entry_is_edited_in_its_place(resume, profile):
    open_form(resume, "Edit Clerk", "Title")
    title = resume.get_by_label("Title")
    title.fill("Head clerk")
    resume.get_by_role("textbox", name=re.compile("^To")).fill("2018")
    resume.get_by_role("button", name="Save").click()
    expect(resume.locator(".error")).to_contain_text("before the beginning")
    expect(title).to_have_value("Head clerk")
    resume.get_by_role("textbox", name=re.compile("^To")).fill("2/2020")
    resume.get_by_role("button", name="Save").click()
    entry = resume.locator("#experiences li", has_text="Head clerk")
    expect(entry).to_contain_text("2019 – Feb 2020")
    expect(resume.get_by_role("link", name="Edit Head clerk")).to_be_focused()


def test_leaving_a_form_brings_the_entry_back(resume, profile):
    open_form(resume, "Edit Clerk", "Title")
    resume.get_by_label("Title").fill("Nobody")
    resume.get_by_role("link", name="Leave as it was").click()
    expect_order(resume, "Boss", "Clerk", "Page")


def test_what_is_added_comes_to_its_place_and_counts(resume, profile):
    hints = resume.locator("#completeness")
    expect(hints).to_contain_text("Your e-mail address")
    open_form(resume, "Add Experience", "Title")
    resume.get_by_label("Title").fill("Chief")
    resume.get_by_label(re.compile("^From")).fill("2023")
    resume.get_by_role("button", name="Add", exact=True).click()
    expect_order(resume, "Chief", "Boss", "Clerk", "Page")
    open_form(resume, "Edit name and contact", "Your name")
    resume.get_by_label(re.compile("E-mail")).fill("alice@example.org")
    resume.get_by_role("button", name="Save").click()
    expect(resume.locator("#personal")).to_contain_text("alice@example.org")
    expect(hints).not_to_contain_text("Your e-mail address")


def test_languages_are_added_and_changed_in_place(resume, profile):
    open_form(resume, "Add Languages", "Language")
    resume.get_by_role("textbox", name="Language").fill("Frisian")
    resume.get_by_role("button", name="Add", exact=True).click()
    names = resume.locator("#languages li strong")
    expect(names).to_have_text(["Dutch", "Igbo", "Frisian"])
    open_form(resume, "Edit Igbo", "Language")
    resume.get_by_label(re.compile("How well")).fill("native")
    resume.get_by_role("button", name="Save").click()
    expect(resume.locator("#languages li", has_text="Igbo")).to_contain_text("native")


def test_lifted_and_edited_it_is_accessible(resume, profile):
    resume.get_by_role("link", name="Edit Clerk").click()
    resume.get_by_role("link", name="Add Experience").click()
    resume.get_by_role("link", name="Edit skills").click()
    expect(resume.locator("form[id$=-form]")).to_have_count(3)
    grip(resume, "Boss").focus()
    resume.keyboard.press("Space")
    expect(resume.locator(".is-lifted")).to_have_count(1)
    assert_fits(resume, DESK)


@pytest.mark.browser_context_args(viewport={"width": 360, "height": 700})
def test_nothing_stands_out_over_a_narrow_phone(resume, profile):
    resume.get_by_role("link", name="Edit Clerk").click()
    expect(resume.get_by_label("Title")).to_be_visible()
    wide = "document.documentElement.scrollWidth"
    assert resume.evaluate(wide) <= 360
