"""The companies by how much one wants them: the board, its columns, moving a company."""

import pytest

from applications.tests.factories import ApplicationFactory
from companies.models import Company
from companies.tests.answers import (
    is_fragment,
    is_login,
    is_page,
    leads_to,
    on_page,
    text,
)
from companies.tests.factories import CompanyFactory
from jobtracker.testing.fixtures import HTMX

PATH = "/companies/lanes/"
ON_LANES = on_page(PATH)


@pytest.fixture
def oven(alice):
    return CompanyFactory(user=alice, name="Oven", lane=2)


def lane_of(company):
    return Company.objects.get(pk=company.pk).lane


def say(client, company, lane, version="", **options):
    data = {"lane": lane, "version": version}
    return client.post(f"/companies/{company.pk}/lane/", data, **options)


def shown(client):
    columns = client.get(PATH).context["columns"]
    return {column.name: [str(one) for one in column.rows] for column in columns}


# The board


def test_each_stands_in_its_lane_by_name(as_alice, alice, bob, oven):
    for name, lane in (("mill", 1), ("Bakery", 1), ("Kiln", 3), ("Shed", None)):
        CompanyFactory(user=alice, name=name, lane=lane)
    CompanyFactory(user=bob, name="Theirs", lane=1)
    assert shown(as_alice) == {
        "dream": ["Bakery", "mill"],
        "target": ["Oven"],
        "opportunistic": ["Kiln"],
        "none": ["Shed"],
    }


def test_card_tells_of_the_applications(as_alice, alice, oven):
    for title in ("Baker", "Archived"):
        one = ApplicationFactory(user=alice, job__company=oven, job__title=title)
    one.archive()
    ApplicationFactory(user=alice, job__company=oven).move_to_bin()
    page = text(as_alice.get(PATH))
    assert "2 applications" in page
    assert "last moved today" in page


def test_blocked_one_is_marked(as_alice, oven):
    assert "Blocked" not in text(as_alice.get(PATH))
    oven.set_blocked(True)
    assert "Blocked" in text(as_alice.get(PATH))


def test_newcomer_is_told_how_companies_come(as_alice):
    assert "No companies yet" in text(as_alice.get(PATH))


def test_column_is_bounded_and_goes_on(as_alice, alice):
    for number in range(28):
        CompanyFactory(user=alice, name=f"Oven {number:02}", lane=1)
    assert len(shown(as_alice)["dream"]) == 25
    more = f"{PATH}dream/?page=2"
    assert f'hx-get="{more}"' in text(as_alice.get(PATH))
    answer = as_alice.get(more, headers=HTMX)
    assert is_fragment(answer)
    assert text(answer).count("<article") == 3
    assert text(as_alice.get(f"{more}&shown=27", headers=HTMX)).count("<article") == 1
    assert is_page(as_alice.get(more))


@pytest.mark.parametrize("page", ["0", "abc", "%00", str(10**20)])
def test_any_page_of_a_column_is_a_page(as_alice, oven, page):
    assert "Oven" in text(as_alice.get(f"{PATH}target/?page={page}"))


def test_there_is_no_other_lane(as_alice):
    assert as_alice.get(f"{PATH}backup/").status_code == 404


def test_board_costs_the_same_with_more(as_alice, alice, same_query_count):
    def add(count):
        for company in CompanyFactory.create_batch(count, user=alice, lane=1):
            ApplicationFactory(user=alice, job__company=company)

    add(2)
    as_alice.get(PATH)
    few = same_query_count(lambda: as_alice.get(PATH))
    add(18)
    assert same_query_count(lambda: as_alice.get(PATH)) == few


# Moving


@pytest.mark.parametrize(
    ("name", "lane"), [("dream", 1), ("opportunistic", 3), ("none", None)]
)
def test_company_moves_and_back(as_alice, oven, name, lane):
    answer = say(as_alice, oven, name, 2)
    assert leads_to(answer, PATH)
    assert lane_of(oven) == lane
    undo = f"/companies/{oven.pk}/lane/?lane=target"
    assert f'action="{undo}"' in text(as_alice.get(PATH))
    as_alice.post(undo, {"version": lane or ""})
    assert lane_of(oven) == 2


def test_board_gets_the_card_and_the_counts(as_alice, oven):
    answer = say(as_alice, oven, "dream", 2, headers=ON_LANES)
    assert is_fragment(answer)
    page = text(answer)
    assert 'hx-swap-oob="afterbegin:#cards-dream"' in page
    assert '<span class="count" id="count-dream" hx-swap-oob="true">1</span>' in page
    assert "company-moved" in answer["HX-Trigger"]


def test_elsewhere_one_is_led_to_the_company(as_alice, oven):
    answer = say(as_alice, oven, "dream", headers=on_page("/companies/"))
    assert leads_to(answer, f"/companies/{oven.pk}/")


def test_move_of_an_old_window_is_refused(as_alice, oven):
    say(as_alice, oven, "dream", 2)
    assert say(as_alice, oven, "opportunistic", 2).status_code == 409
    answer = say(as_alice, oven, "none", 2, headers=ON_LANES)
    assert answer.status_code == 409
    assert 'hx-swap-oob="afterbegin:#cards-dream"' in text(answer)
    assert lane_of(oven) == 1


@pytest.mark.parametrize("headers", [{}, ON_LANES])
@pytest.mark.parametrize(
    ("lane", "version"),
    [("", "2"), ("backup", "2"), ("1", "2"), ("dream", "9"), ("dream", "x")],
)
def test_nonsense_moves_nothing(as_alice, oven, headers, lane, version):
    assert say(as_alice, oven, lane, version, headers=headers).status_code == 422
    assert lane_of(oven) == 2


def test_page_asks_where_to(as_alice, oven):
    page = text(as_alice.get(f"/companies/{oven.pk}/move/"))
    assert page.count('name="lane"') == 4
    assert 'value="target" aria-pressed="true"' in page


def test_stranger_moves_nothing(as_bob, oven):
    assert say(as_bob, oven, "dream").status_code == 404
    assert as_bob.get(f"/companies/{oven.pk}/move/").status_code == 404
    assert lane_of(oven) == 2


def test_anonymous_is_led_to_the_login(client, oven):
    assert is_login(client.get(PATH))
    assert is_login(say(client, oven, "dream"))


def test_a_move_is_only_posted(as_alice, oven):
    assert as_alice.get(f"/companies/{oven.pk}/lane/").status_code == 405
