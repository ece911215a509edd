import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import Notification
from jobtracker.testing.fixtures import HTMX

LIST = "/notifications/"


def tell(user, key="a", **fields):
    fields = {"type": "system", "title": f"Title {key}", "url": "/settings/"} | fields
    return Notification.objects.tell(user, dedupe_key=key, **fields)[0]


@pytest.fixture
def told(alice):
    return tell(alice)


def is_read(notification):
    notification.refresh_from_db()
    return notification.is_read


def test_list_shows_one_s_own_the_newest_first(as_alice, alice, bob):
    tell(alice, "older")
    tell(alice, "newer", message="What it says")
    tell(bob, "of bob")
    page = as_alice.get(LIST)
    assert page.content.index(b"Title newer") < page.content.index(b"Title older")
    assertContains(page, "What it says")
    assertNotContains(page, "Title of bob")


def test_list_has_25_a_page(as_alice, alice):
    for n in range(26):
        tell(alice, str(n))
    assertContains(as_alice.get(LIST), 'class="notification is-unread"', 25)
    assertContains(as_alice.get(f"{LIST}?page=2"), 'class="notification is-unread"', 1)
    page = as_alice.get(f"{LIST}?page=2", headers=HTMX)
    assertContains(page, 'id="notification-list"')
    assertNotContains(page, "<html")


def test_empty_list_says_what_will_come(as_alice):
    assertContains(as_alice.get(LIST), "Nothing to tell yet")


def test_opening_one_reads_it_and_leads_there(as_alice, told):
    assertRedirects(as_alice.post(f"{LIST}{told.pk}/open/"), "/settings/", 303)
    assert is_read(told)


def test_one_about_nothing_leads_back(as_alice, alice):
    told = tell(alice, "b", url="")
    assertRedirects(as_alice.post(f"{LIST}{told.pk}/open/"), LIST, 303)


@pytest.mark.parametrize(("sent", "after"), [("1", True), ("0", False)])
def test_one_is_marked_read_or_unread(sent, after, as_alice, told):
    told.set_read(not after)
    page = as_alice.post(f"{LIST}{told.pk}/read/", {"read": sent})
    assertRedirects(page, f"{LIST}#notification-{told.pk}", 303)
    assert is_read(told) == after


def test_htmx_gets_the_row_and_the_numbers(as_alice, alice, told):
    tell(alice, "other")
    page = as_alice.post(f"{LIST}{told.pk}/read/", {"read": "1"}, headers=HTMX)
    assertContains(page, f'class="notification" id="notification-{told.pk}"')
    assertContains(page, 'id="unread" hx-swap-oob="true">1<')
    assertContains(page, 'id="unread-short" hx-swap-oob="true">1<')
    assertNotContains(page, "<html")


def test_all_are_marked_at_once(as_alice, alice, bob, told):
    of_bob = tell(bob)
    tell(alice, "b")
    page = as_alice.post(f"{LIST}read/", follow=True)
    assertContains(page, "Marked 2 as read.")
    assertNotContains(page, "Mark all as read")
    assert not Notification.objects.for_user(alice).unread().exists()
    assert not is_read(of_bob)
    assertContains(
        as_alice.post(f"{LIST}read/", follow=True), "There was nothing unread."
    )


@pytest.mark.parametrize("verb", ["open", "read"])
def test_those_of_others_are_not_there(verb, as_bob, told):
    assert as_bob.post(f"{LIST}{told.pk}/{verb}/").status_code == 404
    assert not is_read(told)


@pytest.mark.parametrize("path", ["read/", "1/open/", "1/read/"])
def test_looking_changes_nothing(path, as_alice):
    assert as_alice.get(f"{LIST}{path}").status_code == 405


def test_without_a_login_there_is_none(client, db):
    assertRedirects(client.get(LIST), f"/accounts/login/?next={LIST}")


# The bell


def test_bell_counts_on_every_page(as_alice, alice, told):
    assertContains(as_alice.get("/settings/"), '<span class="badge" id="unread">1<')


def test_bell_is_quiet_when_all_is_read(as_alice, told):
    told.set_read(True)
    assertContains(
        as_alice.get("/settings/"), '<span class="badge" id="unread" hidden>'
    )


def asks_for_numbers(queries):
    return sum(
        "counted" in query["sql"] and "notification" in query["sql"]
        for query in queries
    )


def test_numbers_are_one_query_a_page_and_none_for_a_part(
    as_alice, told, count_queries
):
    with count_queries() as whole:
        as_alice.get(LIST)
    with count_queries() as part:
        as_alice.get(LIST, headers=HTMX)
    assert (asks_for_numbers(whole), asks_for_numbers(part)) == (1, 0)
