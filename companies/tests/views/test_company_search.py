import pytest

from companies.tests.answers import is_fragment, is_login, text
from companies.tests.factories import CompanyFactory

PATH = "/companies/search/"
JSON = {"Accept": "application/json"}


def found(client, q):
    answer = client.get(PATH, {"q": q}, headers=JSON)
    assert answer.status_code == 200
    return [company["name"] for company in answer.json()]


def test_json_says_all_that_was_promised(as_alice, alice):
    company = CompanyFactory(
        user=alice, name="Oven", lane=1, industry="Food", location="Utrecht"
    )
    assert as_alice.get(f"{PATH}?q=ov", headers=JSON).json() == [
        {
            "id": company.pk,
            "name": "Oven",
            "lane": 1,
            "industry": "Food",
            "location": "Utrecht",
        }
    ]


def test_html_is_options_for_a_list(as_alice, alice):
    CompanyFactory(user=alice, name='<b>"Oven"', location="Utrecht")
    answer = as_alice.get(f"{PATH}?q=ov")
    assert is_fragment(answer)
    assert '<option value="&lt;b&gt;&quot;Oven&quot;">Utrecht</option>' in text(answer)


def test_five_at_most_and_beginnings_first(as_alice, alice):
    for n in range(6):
        CompanyFactory(user=alice, name=f"A{n} Oven")
    CompanyFactory(user=alice, name="Oven")
    names = found(as_alice, "oven")
    assert len(names) == 5
    assert names[0] == "Oven"


def test_only_ones_own_are_found(as_alice, bob):
    CompanyFactory(user=bob, name="Oven")
    assert found(as_alice, "oven") == []


@pytest.mark.parametrize("q", ["OVEN", "öfen", " ov ", "ＯＶ"])
def test_search_knows_no_case(as_alice, alice, q):
    CompanyFactory(user=alice, name="Oven")
    CompanyFactory(user=alice, name="ÖFEN")
    assert len(found(as_alice, q)) == 1


@pytest.mark.parametrize("headers", [{}, JSON])
@pytest.mark.parametrize("q", ["", "o", " o ", "\0o", "x" * 201, "\0\0\0"])
def test_too_short_or_too_long_is_422(as_alice, q, headers):
    answer = as_alice.get(PATH, {"q": q}, headers=headers)
    assert answer.status_code == 422
    if headers:
        assert answer.json()["errors"]["q"]


def test_without_a_text_it_is_422(as_alice):
    assert as_alice.get(PATH).status_code == 422


@pytest.mark.parametrize("q", ["%00%00ov", "%ED%A0%80ov", "%25%25", "__", "%5C%5C"])
def test_no_text_breaks_it(as_alice, q):
    assert as_alice.get(f"{PATH}?q={q}").status_code == 200


@pytest.mark.parametrize("accept", ["", "*/*", "text/html", "image/png", "nonsense"])
def test_whoever_does_not_ask_for_json_gets_html(as_alice, accept):
    answer = as_alice.get(f"{PATH}?q=ov", headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/html")


def test_anonymous_is_led_to_the_login(client):
    assert is_login(client.get(f"{PATH}?q=ov"))


def test_search_is_only_read(as_alice):
    assert as_alice.post(PATH, {"q": "ov"}).status_code == 405
