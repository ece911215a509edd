import re

import pytest

from applications.board import PAGE
from applications.models import Application, Status
from applications.tests.factories import ApplicationFactory
from companies.tests.answers import is_fragment, is_login, is_page, text
from jobtracker.testing.fixtures import HTMX

PATH = "/board/columns/applied/"


def shown(answer):
    return [int(pk) for pk in re.findall(r'id="application-(\d+)"', text(answer))]


@pytest.fixture
def many(alice):
    return ApplicationFactory.create_batch(PAGE * 2 + 3, user=alice, status="applied")


def test_pages_follow_one_another_and_lose_nothing(as_alice, many):
    seen = []
    for page in (1, 2, 3):
        seen += shown(as_alice.get(f"{PATH}?page={page}", headers=HTMX))
    assert len(seen) == len(many)
    assert set(seen) == {row.pk for row in many}


def test_each_page_leads_to_the_next_until_the_last(as_alice, many):
    for page in (1, 2):
        answer = as_alice.get(f"{PATH}?page={page}&sort=applied", headers=HTMX)
        assert f"page={page + 1}" in text(answer)
        assert "sort=applied" in text(answer)
    assert "page=" not in text(as_alice.get(f"{PATH}?page=3", headers=HTMX))


def test_board_leads_to_the_second_page(as_alice, many):
    assert f'hx-get="{PATH}?page=2"' in text(as_alice.get("/"))


def test_cards_that_left_meanwhile_cost_no_other_card(as_alice, alice, many):
    first = shown(as_alice.get(PATH, headers=HTMX))
    Application.objects.get(pk=first[0]).move_to("offer", by=alice, origin="board")
    rest = shown(as_alice.get(f"{PATH}?page=2&shown={PAGE - 1}", headers=HTMX))
    assert set(first).isdisjoint(rest)
    assert len(rest) == PAGE


@pytest.mark.parametrize(
    "query",
    [
        "page=abc",
        "page=0",
        "page=-1",
        f"page={10**20}",
        "page=%00",
        "shown=-1",
        "shown=x",
    ],
)
def test_nonsense_leads_to_the_first_page(as_alice, many, query):
    first = shown(as_alice.get(PATH, headers=HTMX))
    assert shown(as_alice.get(f"{PATH}?{query}", headers=HTMX)) == first


def test_page_beyond_the_last_is_empty(as_alice, many):
    answer = as_alice.get(f"{PATH}?page=99", headers=HTMX)
    assert answer.status_code == 200
    assert shown(answer) == []


def test_filter_holds_for_further_pages(as_alice, alice, many):
    ApplicationFactory(user=alice, status="applied", job__title="Baker")
    assert len(shown(as_alice.get(f"{PATH}?q=baker", headers=HTMX))) == 1


@pytest.mark.parametrize("status", Status.values)
def test_each_column_is_a_page_by_itself(as_alice, alice, status):
    row = ApplicationFactory(user=alice, status=status)
    answer = as_alice.get(f"/board/columns/{status}/")
    assert is_page(answer)
    assert shown(answer) == [row.pk]


def test_htmx_gets_cards_only(as_alice, many):
    answer = as_alice.get(PATH, headers=HTMX)
    assert is_fragment(answer)
    assert "HX-Request" in answer["Vary"]


def test_unknown_column_is_not_there(as_alice):
    assert as_alice.get("/board/columns/ghosted/").status_code == 404


def test_stranger_sees_none_of_the_cards(as_bob, many):
    assert shown(as_bob.get(PATH)) == []


def test_anonymous_is_led_to_the_login(client):
    assert is_login(client.get(PATH))
    answer = client.get(PATH, headers=HTMX)
    assert answer["HX-Redirect"].startswith("/accounts/login/")


def test_column_is_only_read(as_alice):
    assert as_alice.post(PATH).status_code == 405
