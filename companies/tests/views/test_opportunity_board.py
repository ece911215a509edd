"""Opportunities as a board: its columns, and moving one."""

import pytest

from companies.models import Opportunity, OpportunityStatus
from companies.tests.answers import is_fragment, is_page, leads_to, on_page, text
from companies.tests.factories import CompanyFactory, OpportunityFactory
from jobtracker.testing.fixtures import HTMX

PATH = "/opportunities/board/"
ON_BOARD = on_page(PATH)


@pytest.fixture
def late(alice):
    oven = CompanyFactory(user=alice, name="Oven")
    return OpportunityFactory(company=oven, problem_description="Bread is late")


def say(client, row, status, version="", **options):
    data = {"status": status, "version": version}
    return client.post(f"/opportunities/{row.pk}/status/", data, **options)


def status_of(row):
    return Opportunity.objects.get(pk=row.pk).status


def shown(client):
    columns = client.get(PATH).context["columns"]
    return {c.name: [str(one) for one in c.rows] for c in columns}


def test_each_stands_in_its_column(as_alice, alice, bob, late):
    for status in OpportunityStatus.values:
        OpportunityFactory(
            company=late.company, status=status, problem_description=status
        )
    OpportunityFactory(company__user=bob)
    board = shown(as_alice)
    assert list(board) == OpportunityStatus.values
    assert board.pop("identified") == ["identified", "Bread is late"]
    assert all(rows == [name] for name, rows in board.items())


def test_newcomer_is_told_what_to_do(as_alice):
    assert "No opportunities yet" in text(as_alice.get(PATH))


def test_column_is_bounded_and_goes_on(as_alice, late):
    OpportunityFactory.create_batch(27, company=late.company)
    assert len(shown(as_alice)["identified"]) == 25
    more = f"{PATH}identified/?page=2"
    assert f'hx-get="{more}"' in text(as_alice.get(PATH))
    answer = as_alice.get(more, headers=HTMX)
    assert is_fragment(answer)
    assert text(answer).count("<article") == 3
    assert text(as_alice.get(f"{more}&shown=27", headers=HTMX)).count("<article") == 1
    assert is_page(as_alice.get(more))


@pytest.mark.parametrize("page", ["0", "abc", "%00", str(10**20)])
def test_any_page_of_a_column_is_a_page(as_alice, late, page):
    assert "Oven" in text(as_alice.get(f"{PATH}identified/?page={page}"))
    assert as_alice.get(f"{PATH}closed/").status_code == 404


def test_board_costs_the_same_with_more(as_alice, alice, same_query_count):
    OpportunityFactory.create_batch(2, company__user=alice)
    as_alice.get(PATH)
    few = same_query_count(lambda: as_alice.get(PATH))
    OpportunityFactory.create_batch(15, company__user=alice)
    assert same_query_count(lambda: as_alice.get(PATH)) == few


def test_it_moves_and_back(as_alice, late):
    page = late.get_absolute_url()
    assert leads_to(say(as_alice, late, "pitched", 0), page)
    assert status_of(late) == "pitched"
    undo = f"/opportunities/{late.pk}/status/?status=identified"
    assert f'action="{undo}"' in text(as_alice.get(page))
    as_alice.post(undo, {"version": 3})
    assert status_of(late) == "identified"


def test_board_gets_the_card_and_the_counts(as_alice, late):
    answer = say(as_alice, late, "accepted", 0, headers=ON_BOARD)
    assert is_fragment(answer)
    page = text(answer)
    assert 'hx-swap-oob="afterbegin:#cards-accepted"' in page
    assert '<span class="count" id="count-accepted" hx-swap-oob="true">1</span>' in page
    assert "opportunity-moved" in answer["HX-Trigger"]


def test_without_scripts_one_comes_back_to_the_board(as_alice, late):
    page = text(as_alice.get(f"/opportunities/{late.pk}/move/"))
    assert 'name="origin" value="board"' in page
    data = {"status": "researched", "version": 0, "origin": "board"}
    answer = as_alice.post(f"/opportunities/{late.pk}/status/", data)
    assert leads_to(answer, PATH)


def test_move_of_an_old_window_is_refused(as_alice, late):
    say(as_alice, late, "researched", 0)
    assert say(as_alice, late, "pitched", 0).status_code == 409
    answer = say(as_alice, late, "pitched", 0, headers=ON_BOARD)
    assert answer.status_code == 409
    assert 'hx-swap-oob="afterbegin:#cards-researched"' in text(answer)
    assert status_of(late) == "researched"


@pytest.mark.parametrize("headers", [{}, ON_BOARD])
@pytest.mark.parametrize(
    ("status", "version"),
    [("", ""), ("closed", ""), ("pitched", "x"), ("pitched", "-1"), ("pitched", "9")],
)
def test_nonsense_moves_nothing(as_alice, late, status, version, headers):
    answer = say(as_alice, late, status, version, headers=headers)
    assert answer.status_code == 422
    assert status_of(late) == "identified"


def test_move_is_said_by_post_alone(as_alice, late):
    assert as_alice.get(f"/opportunities/{late.pk}/status/").status_code == 405
