"""The board under the hand: mouse, finger, keyboard, a slow line and a server that fails."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from django.utils import timezone
from playwright.sync_api import Page, Response, Route, expect

from accounts.models import Preferences
from applications.models import Application, StatusChange
from jobtracker.tests.browser.pages import (
    Finger,
    apply,
    card,
    column,
    drag,
    expect_in,
    grip,
    open_as,
    status_of,
    toast,
)

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def archivist(alice) -> Application:
    apply(alice, "Beekeeper", "applied")
    return apply(alice, "Archivist")


@pytest.fixture
def board(archivist, alice, page, live_server) -> Page:
    return open_as(page, live_server, alice)


def spoken(page: Page):
    return page.locator("#announce")


def posts_of(page: Page) -> list[str]:
    """A list that grows with each POST."""
    posts: list[str] = []
    page.on("request", lambda r: posts.append(r.url) if r.method == "POST" else None)
    return posts


# By mouse and finger


def test_a_drop_onto_the_same_column_sends_nothing(board, archivist):
    posts = posts_of(board)
    drag(board, "Archivist", "tracking")
    expect(card(board, "Archivist")).not_to_have_class(re.compile("is-lifted"))
    expect_in(board, "Archivist", "tracking")
    drag(board, "Archivist", "applied")
    expect_in(board, "Archivist", "applied")
    assert len(posts) == 1


def test_a_drop_outside_puts_it_back(board):
    posts = posts_of(board)
    start = grip(board, "Archivist").bounding_box()
    board.mouse.move(start["x"] + 5, start["y"] + 5)
    board.mouse.down()
    board.mouse.move(start["x"] + 60, start["y"] + 60)
    expect(card(board, "Archivist")).to_have_class(re.compile("is-lifted"))
    board.mouse.move(5, 5, steps=4)
    board.mouse.up()
    expect(card(board, "Archivist")).not_to_have_class(re.compile("is-lifted"))
    expect(card(board, "Archivist")).not_to_have_attribute("style", re.compile("."))
    expect_in(board, "Archivist", "tracking")
    assert not posts


def test_dropped_on_closed_it_asks_how_it_ended(board, archivist):
    drag(board, "Archivist", "closed")
    dialog = board.get_by_role("dialog", name="How did it end?")
    expect(dialog).to_contain_text("Archivist")
    dialog.get_by_role("link", name="Keep open").click()
    expect(dialog).to_have_count(0)
    expect_in(board, "Archivist", "tracking")
    assert status_of(archivist) == "tracking"


@pytest.mark.browser_context_args(has_touch=True)
def test_dragged_by_a_finger(board, archivist):
    start = grip(board, "Archivist").bounding_box()
    goal = column(board, "interview").bounding_box()
    finger = Finger(board)
    x, y = start["x"] + 8, start["y"] + 8
    finger.down(x, y)
    for step in range(1, 9):
        finger.move(x + (goal["x"] + 40 - x) * step / 8, y + 5 * step)
    finger.up()
    expect_in(board, "Archivist", "interview")
    assert status_of(archivist) == "interview"


@pytest.mark.browser_context_args(has_touch=True, is_mobile=True, viewport=PHONE)
def test_dragged_by_a_finger_over_the_edge_of_a_phone(board, archivist):
    """At the edge the next column comes in."""
    start = grip(board, "Archivist").bounding_box()
    finger = Finger(board)
    x, y = start["x"] + 8, start["y"] + 8
    finger.down(x, y)
    for step in range(60):
        finger.move(PHONE["width"] - 12, y + 20 + step % 2)
        left = column(board, "applied").bounding_box()["x"]
        if left < PHONE["width"] / 3:
            break
    finger.move(PHONE["width"] / 2, y + 30)
    finger.up()
    expect_in(board, "Archivist", "applied")
    assert status_of(archivist) == "applied"


@pytest.mark.browser_context_args(has_touch=True, is_mobile=True, viewport=PHONE)
def test_a_finger_beside_the_grip_scrolls(board, archivist):
    posts = posts_of(board)
    box = card(board, "Archivist").bounding_box()
    finger = Finger(board)
    x, y = box["x"] + 60, box["y"] + box["height"] / 2
    finger.down(x, y)
    for step in range(1, 9):
        finger.move(x - 20 * step, y)
    finger.up()
    expect(card(board, "Archivist")).not_to_have_class(re.compile("is-lifted"))
    assert not posts


# By keyboard


def test_lifted_and_dropped_by_keyboard_with_every_step_spoken(board, archivist):
    grip(board, "Archivist").focus()
    board.keyboard.press("Space")
    expect(spoken(board)).to_have_text(re.compile(r"^Lifted, in Tracking\. .*Escape"))
    expect(card(board, "Archivist")).to_have_class(re.compile("is-lifted"))
    for key, name in (
        ("ArrowRight", "Applied"),
        ("ArrowRight", "Interview"),
        ("ArrowLeft", "Applied"),
    ):
        board.keyboard.press(key)
        expect(spoken(board)).to_have_text(name)
    expect(column(board, "applied")).to_have_class(re.compile("is-target"))
    board.keyboard.press("Space")
    expect(spoken(board)).to_have_text("Archivist: Applied")
    expect_in(board, "Archivist", "applied")
    expect(grip(board, "Archivist")).to_be_focused()
    assert status_of(archivist) == "applied"


def test_escape_puts_a_lifted_card_back(board, archivist):
    posts = posts_of(board)
    grip(board, "Archivist").focus()
    board.keyboard.press("Enter")
    board.keyboard.press("ArrowRight")
    board.keyboard.press("Escape")
    expect(spoken(board)).to_have_text("Put back.")
    expect(card(board, "Archivist")).not_to_have_class(re.compile("is-lifted"))
    expect(grip(board, "Archivist")).to_be_focused()
    board.keyboard.press("Space")
    board.keyboard.press("ArrowLeft")
    expect(spoken(board)).to_have_text("Tracking")
    board.keyboard.press("Tab")
    expect(card(board, "Archivist")).not_to_have_class(re.compile("is-lifted"))
    assert not posts


def test_the_menu_of_a_card_by_keys(board, archivist):
    more = board.get_by_role("link", name="More for Archivist")
    menu = board.locator("#card-menu")
    more.focus()
    board.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(menu.get_by_role("link", name="Open")).to_be_focused()
    expect(menu.get_by_role("link", name="Open")).to_have_attribute(
        "href", re.compile(rf"/applications/{archivist.pk}/$")
    )
    expect(menu.locator("[aria-current]")).to_have_text(re.compile("Tracking"))
    board.keyboard.press("ArrowUp")
    expect(menu.get_by_role("button", name="Move to the bin")).to_be_focused()
    board.keyboard.press("ArrowDown")
    board.keyboard.press("ArrowDown")
    board.keyboard.press("ArrowDown")
    expect(menu.get_by_role("button", name="Applied")).to_be_focused()
    board.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(more).to_be_focused()

    board.keyboard.press("Enter")
    board.keyboard.press("3")
    expect_in(board, "Archivist", "interview")
    expect(menu).to_be_hidden()


def test_figures_move_the_card_that_has_the_focus(board, archivist):
    posts = posts_of(board)
    card(board, "Archivist").get_by_role("link", name="Archivist", exact=True).focus()
    board.keyboard.press("1")
    board.keyboard.press("6")
    assert not posts
    board.keyboard.press("4")
    expect_in(board, "Archivist", "offer")
    expect(grip(board, "Archivist")).to_be_focused()
    board.keyboard.press("5")
    dialog = board.get_by_role("dialog", name="How did it end?")
    dialog.get_by_label("Accepted").check()
    dialog.get_by_role("button", name="Close application").click()
    expect_in(board, "Archivist", "closed")
    expect(toast(board)).to_contain_text("Closed: Accepted.")
    board.keyboard.press("u")
    expect_in(board, "Archivist", "offer")
    assert status_of(archivist) == "offer"


def test_shortcuts(board, live_server):
    board.keyboard.press("?")
    dialog = board.get_by_role("dialog", name="Keyboard")
    expect(dialog).to_be_visible()
    board.keyboard.press("n")
    expect(board.get_by_role("dialog", name="Add application")).to_have_count(0)
    board.keyboard.press("Escape")
    expect(dialog).to_have_count(0)

    board.keyboard.press("/")
    expect(board.get_by_role("searchbox")).to_be_focused()
    board.keyboard.type("n?g")
    expect(board.get_by_role("searchbox")).to_have_value("n?g")
    board.get_by_role("searchbox").blur()

    board.keyboard.press("g")
    board.keyboard.press("c")
    board.wait_for_url(f"{live_server.url}/companies/")
    board.keyboard.press("g")
    board.keyboard.press("b")
    board.wait_for_url(f"{live_server.url}/")


def test_single_keys_can_be_switched_off(archivist, alice, page, live_server):
    Preferences.objects.filter(user=alice).delete()
    Preferences.objects.create(user=alice, single_key_shortcuts=False)
    board = open_as(page, live_server, alice)
    posts = posts_of(board)
    card(board, "Archivist").get_by_role("link", name="Archivist", exact=True).focus()
    for key in ("?", "n", "/", "2", "g", "c", "u"):
        board.keyboard.press(key)
    expect(board.get_by_role("dialog")).to_have_count(0)
    expect(board.get_by_role("searchbox")).not_to_be_focused()
    assert board.url == f"{live_server.url}/"

    grip(board, "Archivist").focus()
    board.keyboard.press("Space")
    board.keyboard.press("ArrowRight")
    board.keyboard.press("Space")
    expect_in(board, "Archivist", "applied")
    assert len(posts) == 1


# When things go wrong


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda route: route.fulfill(status=500, body="broken"), "That did not work"),
        (lambda route: route.fulfill(status=503), "We can’t reach the database"),
        (lambda route: route.fulfill(status=404), "This is not there any more"),
        (lambda route: route.abort(), "No connection"),
    ],
    ids=["500", "503", "404", "offline"],
)
def test_a_move_that_fails_is_put_back_and_said(
    answer, said, board, archivist, expected_errors
):
    expected_errors += ["Failed to load resource", "Response Status Error", "htmx:"]
    board.route("**/status/", answer)
    drag(board, "Archivist", "applied")
    expect(toast(board)).to_contain_text(said)
    expect_in(board, "Archivist", "tracking")
    expect(card(board, "Archivist")).not_to_have_class(re.compile("is-lifted"))
    expect(spoken(board)).not_to_have_text("Archivist: Applied")
    assert status_of(archivist) == "tracking"

    board.unroute("**/status/")
    drag(board, "Archivist", "applied")
    expect_in(board, "Archivist", "applied")


def test_a_card_that_moved_elsewhere_comes_up_to_date(board, archivist, alice):
    archivist.move_to("offer", by=alice, origin="detail")
    drag(board, "Archivist", "applied")
    expect(toast(board)).to_contain_text("changed in another window")
    expect_in(board, "Archivist", "offer")
    assert status_of(archivist) == "offer"


def test_no_quick_move_is_lost_on_a_slow_line(alice, page, live_server):
    """Each is sent, though the answer to the one before is still on its way."""
    titles = ["Archivist", "Beekeeper", "Cartographer", "Dressmaker"]
    rows = {title: apply(alice, title) for title in titles}
    board = open_as(page, live_server, alice)

    def slowly(route: Route) -> None:
        board.wait_for_timeout(150)
        route.continue_()

    board.route("**/status/", slowly)
    for title in titles:
        link = card(board, title).get_by_role("link", name=title, exact=True)
        link.evaluate("link => link.focus()")
        board.keyboard.press("2")
    for title in titles:
        expect_in(board, title, "applied")
        assert status_of(rows[title]) == "applied"
    assert StatusChange.objects.filter(to_status="applied").count() == len(titles)


def test_two_moves_of_one_card_at_once_end_where_the_page_says(board, archivist):
    answers: list[Response] = []

    def is_the_last(answer: Response) -> bool:
        answers.extend([answer] if answer.url.endswith("/status/") else [])
        return len(answers) == 2

    grip(board, "Archivist").focus()
    with board.expect_response(is_the_last):
        board.keyboard.press("2")
        board.keyboard.press("3")
    expect_in(board, "Archivist", status_of(archivist))


# Long columns


def test_more_cards_come_as_a_column_scrolls_and_none_is_lost(alice, page, live_server):
    for number in range(60):
        apply(alice, f"Job {number:02}")
    board = open_as(page, live_server, alice)
    shown = column(board, "tracking").locator(".card-title")
    expect(shown).to_have_count(25)
    first = shown.first.inner_text()
    # Some leave the column before the next page is asked for, one comes back.
    for _ in range(3):
        title = shown.first.inner_text()
        shown.first.focus()
        board.keyboard.press("2")
        expect_in(board, title, "applied")
    shown.nth(4).focus()
    board.keyboard.press("3")
    expect(column(board, "interview").locator(".card")).to_have_count(1)

    while (count := shown.count()) < 56:
        # At once: the last one is replaced by what follows it.
        column(board, "tracking").evaluate(
            "column => [...column.querySelectorAll('li')].at(-1).scrollIntoView()"
        )
        expect(shown).not_to_have_count(count)
    expect(shown).to_have_count(56)
    titles = Counter(board.locator(".card-title").all_inner_texts())
    assert titles == Counter(f"Job {number:02}" for number in range(60))
    assert first not in shown.all_inner_texts()
    expect(column(board, "tracking").locator(".count").first).to_have_text("56")


# Filters and small screens


def test_filters_in_a_dialog(board, alice):
    apply(alice, "Cartographer", company="Hooli")
    board.get_by_role("link", name="More filters").click()
    dialog = board.get_by_role("dialog", name="Search and filter")
    dialog.get_by_label("Company").select_option("Hooli")
    dialog.get_by_role("button", name="Show", exact=True).click()
    board.wait_for_url(re.compile(r"company=\d+"))
    expect(board.locator(".card")).to_have_count(1)
    expect_in(board, "Cartographer", "tracking")
    board.get_by_role("link", name="Show all").click()
    expect(board.locator(".card")).to_have_count(3)


def test_a_move_keeps_the_filter(board, archivist):
    board.goto(f"{board.url}?q=archivist")
    expect(board.locator(".card")).to_have_count(1)
    drag(board, "Archivist", "applied")
    expect_in(board, "Archivist", "applied")
    expect(board.locator(".card")).to_have_count(1)
    assert board.url.endswith("?q=archivist")


def test_sorting_is_kept_with_the_search(board):
    board.get_by_role("searchbox").fill("arch")
    board.get_by_label("Sort by").select_option("Company")
    board.wait_for_url(re.compile(r"q=arch.*sort=company"))
    expect(board.locator(".card")).to_have_count(1)


@pytest.mark.browser_context_args(has_touch=True, is_mobile=True, viewport=PHONE)
def test_on_a_phone_one_column_fills_the_screen_and_tabs_lead(board):
    width = column(board, "tracking").bounding_box()["width"]
    assert PHONE["width"] * 0.75 < width <= PHONE["width"]
    tabs = board.get_by_role("navigation", name="Stages")
    expect(tabs.locator("[aria-current]")).to_have_text(re.compile("Tracking"))
    tabs.get_by_role("link", name=re.compile("Offer")).click()
    expect(tabs.locator("[aria-current]")).to_have_text(re.compile("Offer"))
    expect(column(board, "offer")).to_be_in_viewport(ratio=0.6)
    expect(column(board, "tracking")).not_to_be_in_viewport(ratio=0.6)

    board.get_by_role("link", name="Search and filter").click()
    expect(board.get_by_role("dialog", name="Search and filter")).to_be_visible()


# The page of one application shares the doors


def test_close_after_a_move_on_the_page_of_an_application(
    archivist, alice, page, live_server
):
    """The dialog knows the version that the move made."""
    open_as(page, live_server, alice, archivist.get_absolute_url())
    page.get_by_role("button", name="Applied").click()
    expect(page.get_by_role("button", name="Applied")).to_have_attribute(
        "aria-pressed", "true"
    )
    page.get_by_role("link", name="Closed…").click()
    dialog = page.get_by_role("dialog", name="How did it end?")
    dialog.get_by_label("Withdrawn").check()
    dialog.get_by_role("button", name="Close application").click()
    expect(dialog).to_have_count(0)
    expect(toast(page)).to_contain_text("Closed: Withdrawn.")
    assert status_of(archivist) == "closed"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda route: route.fulfill(status=500), "That did not work"),
        (lambda route: route.abort(), "No connection"),
    ],
    ids=["500", "offline"],
)
def test_a_dialog_that_cannot_be_loaded_stays_away(
    answer, said, board, expected_errors
):
    expected_errors += ["Failed to load resource", "Response Status Error", "htmx:"]
    board.route("**/applications/new/", answer)
    board.reload()  # a page that is there already may slip past a route that is new
    board.keyboard.press("n")
    expect(toast(board)).to_contain_text(said)
    expect(board.get_by_role("dialog", name="Add application")).to_have_count(0)


def test_a_form_in_a_dialog_that_fails_says_so_there(board, expected_errors):
    """Behind an open dialog nothing can be read; what was typed stays."""
    expected_errors += ["Failed to load resource", "Response Status Error"]
    board.keyboard.press("n")
    dialog = board.get_by_role("dialog", name="Add application")
    dialog.get_by_label("Title").fill("Dressmaker")
    dialog.get_by_label("Company").fill("Initech")
    board.route("**/applications/new/", lambda route: route.fulfill(status=503))
    dialog.get_by_role("button", name="Add application").click()
    expect(dialog.get_by_role("alert")).to_contain_text("We can’t reach the database")
    expect(dialog.get_by_label("Title")).to_have_value("Dressmaker")
    board.unroute("**/applications/new/")
    dialog.get_by_role("button", name="Add application").click()
    expect_in(board, "Dressmaker", "tracking")


def test_a_form_in_a_dialog_shows_its_errors_there(board):
    board.keyboard.press("n")
    dialog = board.get_by_role("dialog", name="Add application")
    dialog.get_by_role("button", name="Add application").click()
    expect(dialog.get_by_label("Title")).to_be_focused()
    expect(dialog.get_by_label("Title")).to_have_attribute("aria-invalid", "true")
    dialog.get_by_label("Title").fill("Dressmaker")
    dialog.get_by_label("Company").fill("Initech")
    dialog.get_by_role("button", name="Add application").dblclick()
    expect_in(board, "Dressmaker", "tracking")
    assert Application.objects.filter(job__title="Dressmaker").count() == 1


def test_the_names_of_companies_are_offered(board):
    board.keyboard.press("n")
    dialog = board.get_by_role("dialog", name="Add application")
    dialog.get_by_label("Company").press_sequentially("init")
    options = dialog.locator("#company-options option")
    expect(options).to_have_count(1)
    expect(options).to_have_attribute("value", "Initech")


def test_days_stay_days_in_the_zone_of_the_person(alice, page, live_server):
    type(alice).objects.filter(pk=alice.pk).update(time_zone="Pacific/Kiritimati")
    application = apply(alice, "Archivist")
    open_as(page, live_server, alice, application.get_absolute_url())
    with timezone.override("Pacific/Kiritimati"):
        clock = timezone.localtime(application.last_activity_at).strftime("%H:%M")
    expect(page.locator(".timeline time").first).to_have_text(f"today, {clock}")
