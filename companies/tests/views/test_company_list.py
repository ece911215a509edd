import pytest

from companies.tests.answers import is_fragment, is_login, is_page, text
from companies.tests.factories import CompanyFactory
from jobtracker.testing.fixtures import HTMX

PATH = "/companies/"


def shown(client, query=""):
    answer = client.get(f"{PATH}?{query}")
    return [company.name for company in answer.context["object_list"]]


def test_companies_come_by_name_in_any_case(as_alice, alice):
    for name in ("beta", "Alpha", "Gamma"):
        CompanyFactory(user=alice, name=name)
    assert shown(as_alice) == ["Alpha", "beta", "Gamma"]


def test_each_says_how_many_applications_it_has(as_alice, alice):
    company = CompanyFactory(user=alice)
    company.jobs.create(user=alice, title="Baker", is_pursued=True)
    page = text(as_alice.get(PATH))
    assert "1 application<" in page
    assert f'href="/companies/{company.pk}/"' in page


def test_search_and_lane_narrow_the_list(as_alice, alice):
    CompanyFactory(user=alice, name="The Oven", lane=1)
    CompanyFactory(user=alice, name="Oven", lane=2)
    CompanyFactory(user=alice, name="Mill", lane=1)
    assert shown(as_alice, "q=OVEN") == ["Oven", "The Oven"]
    assert shown(as_alice, "lane=1") == ["Mill", "The Oven"]
    assert shown(as_alice, "q=oven&lane=1") == ["The Oven"]


def test_fruitless_search_says_so(as_alice, alice):
    CompanyFactory(user=alice)
    assert "Nothing matches" in text(as_alice.get(f"{PATH}?q=nothing"))


def test_newcomer_is_told_how_companies_come(as_alice):
    assert "No companies yet" in text(as_alice.get(PATH))


def test_list_has_pages_that_keep_the_search(as_alice, alice):
    for n in range(53):
        CompanyFactory(user=alice, name=f"Oven {n:02}")
    assert len(shown(as_alice, "q=oven")) == 50
    assert len(shown(as_alice, "q=oven&page=2")) == 3
    assert "q=oven&amp;page=2" in text(as_alice.get(f"{PATH}?q=oven"))


@pytest.mark.parametrize("query", ["lane=9", "lane=abc", "lane=%00", f"q={'x' * 300}"])
def test_nonsense_is_left_out_with_a_message(as_alice, alice, query):
    CompanyFactory(user=alice, name="Oven")
    answer = as_alice.get(f"{PATH}?{query}")
    assert "could not be understood and was left out" in text(answer)
    assert shown(as_alice, query) == ["Oven"]


@pytest.mark.parametrize(
    "page", ["0", "-1", "99", "abc", "%00", str(10**20), "９" * 5_000]
)
def test_any_page_is_a_page(as_alice, alice, page):
    CompanyFactory(user=alice, name="Oven")
    assert shown(as_alice, f"page={page}") == ["Oven"]


@pytest.mark.parametrize("q", ["%00", "%ED%A0%80", "%25", "((", "%EF%BB%BF", "%20"])
def test_no_search_breaks_the_list(as_alice, q):
    assert as_alice.get(f"{PATH}?q={q}").status_code == 200


def test_stranger_sees_none_of_them(as_bob, alice):
    CompanyFactory(user=alice)
    assert shown(as_bob) == []


def test_htmx_gets_the_list_only(as_alice, alice):
    CompanyFactory(user=alice)
    answer = as_alice.get(PATH, headers=HTMX)
    assert is_page(as_alice.get(PATH))
    assert is_fragment(answer)
    assert 'id="company-list"' in text(answer)
    assert "HX-Request" in answer["Vary"]


@pytest.mark.parametrize("header", ["HX-Boosted", "HX-History-Restore-Request"])
def test_htmx_that_wants_a_whole_page_gets_it(as_alice, header):
    assert is_page(as_alice.get(PATH, headers=HTMX | {header: "true"}))


def test_anonymous_is_led_to_the_login(client):
    assert is_login(client.get(PATH))


def test_list_is_only_read(as_alice):
    assert as_alice.post(PATH).status_code == 405


def test_list_costs_the_same_for_2_and_for_40(as_alice, alice, same_query_count):
    def add(count):
        for company in CompanyFactory.create_batch(count, user=alice):
            company.jobs.create(user=alice, title="Baker")

    add(2)
    as_alice.get(PATH)
    first = same_query_count(lambda: as_alice.get(PATH))
    add(38)
    assert same_query_count(lambda: as_alice.get(PATH)) == first
