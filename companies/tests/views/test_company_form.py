"""Adding and changing a company."""

from datetime import date

import pytest
from django.utils.html import escape

from companies.models import Company
from companies.tests.answers import is_fragment, is_login, is_page, leads_to, text
from companies.tests.factories import CompanyFactory
from jobtracker.testing.fixtures import HTMX

NEW = "/companies/new/"
FACTS = {
    "lane": 1,
    "industry": "Food",
    "size": "small",
    "location": "Utrecht",
    "website": "https://oven.example/",
    "notes": "Warm.",
    "is_blocked": True,
    "researched_on": date(2026, 3, 2),
}
LISTS = (
    "technology_stack",
    "pain_points",
    "automation_opportunities",
    "decision_makers",
)


@pytest.fixture
def oven(alice):
    return CompanyFactory(user=alice, name="Oven", industry="Food", lane=2)


def edit(company):
    return f"/companies/{company.pk}/edit/"


def row(company):
    return Company.objects.filter(pk=company.pk).values().get()


# Adding


def test_company_is_added_with_all_that_is_known(as_alice, alice):
    lists = dict.fromkeys(LISTS, "one\r\n\r\n two ")
    answer = as_alice.post(NEW, {"name": "Oven"} | FACTS | lists)
    company = Company.objects.get()
    assert leads_to(answer, f"/companies/{company.pk}/")
    assert company.user == alice
    assert {name: getattr(company, name) for name in FACTS} == FACTS
    assert {tuple(getattr(company, name)) for name in LISTS} == {("one", "two")}


def test_name_is_enough(as_alice):
    assert as_alice.post(NEW, {"name": "Oven"}).status_code == 303
    assert Company.objects.get().lane is None


def test_same_key_twice_makes_one_company_and_the_same_answer(as_alice):
    data = {"name": "Oven", "submit_key": "k"}
    answers = [as_alice.post(NEW, data) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert Company.objects.count() == 1


def test_htmx_is_led_to_the_new_page(as_alice):
    answer = as_alice.post(NEW, {"name": "Oven"}, headers=HTMX)
    assert leads_to(answer, Company.objects.get().get_absolute_url())


@pytest.mark.parametrize("path", [NEW, None])
@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("name", ""),
        ("name", "\0 "),
        ("name", "x" * 256),
        ("name", "x" * 1_000_000),
        ("name", "MILL"),
        ("lane", "4"),
        ("lane", "abc"),
        ("lane", str(10**20)),
        ("size", "huge"),
        ("website", "no link"),
        ("website", "javascript:alert(1)"),
        ("website", "https://x.example/" + "x" * 500),
        ("notes", "x" * 20_001),
        ("researched_on", "2026-02-31"),
        ("researched_on", "0000-00-00"),
    ],
)
def test_invalid_form_is_refused(as_alice, alice, oven, path, headers, name, value):
    CompanyFactory(user=alice, name="Mill")
    before = row(oven)
    data = {"name": "Baker", "location": "Ghent & Sons"} | {name: value}
    answer = as_alice.post(path or edit(oven), data, headers=headers)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [name]
    assert escape("Ghent & Sons") in text(answer)
    assert is_fragment(answer) if headers else is_page(answer)
    assert row(oven) == before
    assert Company.objects.count() == 2


@pytest.mark.parametrize(
    "value",
    [
        "\u202eאבג",
        "👩‍💻🧑🏽‍🍳",
        "<script>alert(1)</script>",
        "{{ 7 }}{% debug %}",
        "'; --",
        "a\0b",
    ],
)
@pytest.mark.parametrize("name", ["name", "industry", "location", "notes", *LISTS])
def test_any_text_is_kept_and_shown_as_text(as_alice, name, value):
    answer = as_alice.post(NEW, {"name": "Oven"} | {name: value})
    page = text(as_alice.get(answer["Location"]))
    assert escape(value.replace("\0", "")) in page
    assert "<script>alert" not in page
    assert as_alice.get("/companies/").status_code == 200


def test_double_name_is_said_beside_the_name(as_alice, oven):
    answer = as_alice.post(NEW, {"name": "oven"})
    errors = answer.context["form"].errors
    assert errors == {"name": ["You have a company of this name already."]}


# Changing


def test_company_is_changed(as_alice, oven):
    answer = as_alice.post(edit(oven), {"name": "The Oven", "lane": 3})
    assert leads_to(answer, f"/companies/{oven.pk}/")
    changed = Company.objects.get()
    assert (changed.name, changed.name_key, changed.lane) == ("The Oven", "the oven", 3)
    assert changed.industry == ""


def test_saving_nothing_changes_nothing(as_alice, oven):
    before = row(oven)
    fields = as_alice.get(edit(oven)).context["form"]
    data = {field.html_name: field.value() for field in fields}
    as_alice.post(edit(oven), {k: v for k, v in data.items() if v})
    after = row(oven)
    assert after | {"updated_at": None} == before | {"updated_at": None}


def test_form_shows_what_is_known(as_alice, oven):
    Company.objects.update(pain_points=["Cold", "Damp"])
    page = text(as_alice.get(edit(oven)))
    assert 'value="Oven"' in page
    assert "Cold\nDamp</textarea>" in page


def test_saved_is_said_only_if_it_was(as_alice, alice, oven):
    CompanyFactory(user=alice, name="Mill")
    assert "Saved" not in text(as_alice.post(edit(oven), {"name": "Mill"}))
    as_alice.post(edit(oven), {"name": "The Oven"})
    assert "Saved The Oven." in text(as_alice.get("/companies/"))


# The usual


@pytest.mark.parametrize("path", [NEW, None])
def test_form_is_a_page_and_a_fragment(as_alice, oven, path):
    path = path or edit(oven)
    assert is_page(as_alice.get(path))
    assert is_fragment(as_alice.get(path, headers=HTMX))


@pytest.mark.parametrize("method", ["get", "post"])
def test_stranger_finds_no_form(as_bob, oven, method):
    before = row(oven)
    answer = getattr(as_bob, method)(edit(oven), {"name": "Bob’s"})
    assert answer.status_code == 404
    assert row(oven) == before


@pytest.mark.parametrize("path", [NEW, None])
@pytest.mark.parametrize("method", ["get", "post"])
def test_anonymous_is_led_to_the_login(client, oven, path, method):
    answer = getattr(client, method)(path or edit(oven), {"name": "Mill"})
    assert is_login(answer)
    assert Company.objects.get().name == "Oven"


@pytest.mark.parametrize("path", [NEW, None])
def test_other_methods_are_refused(as_alice, oven, path):
    assert as_alice.delete(path or edit(oven)).status_code == 405
