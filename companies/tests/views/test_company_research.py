"""What was found out about a company, edited in its place."""

from datetime import date

import pytest
from django.utils import timezone

from companies.models import Company
from companies.models.company import RESEARCH
from companies.tests.answers import is_fragment, is_login, is_page, leads_to, text
from companies.tests.factories import CompanyFactory
from jobtracker.testing.fixtures import HTMX

WHEN = date(2026, 3, 2)


@pytest.fixture
def oven(alice):
    return CompanyFactory(
        user=alice,
        name="Oven",
        pain_points=["Cold"],
        confidence_score=0.755,
        researched_on=WHEN,
    )


@pytest.fixture
def path(oven):
    return f"/companies/{oven.pk}/research/"


def filled(client, path, **changed):
    form = client.get(path).context["form"]
    values = {field.html_name: field.value() for field in form}
    return {
        name: value for name, value in (values | changed).items() if value is not None
    }


def row():
    return Company.objects.values().get()


def test_all_of_it_is_written(as_alice, oven, path):
    lists = dict.fromkeys(RESEARCH, "one\n\ntwo")
    data = filled(as_alice, path, **lists, confidence="40", researched_on="2026-03-05")
    assert leads_to(as_alice.post(path, data), f"/companies/{oven.pk}/#research")
    oven.refresh_from_db()
    assert {tuple(getattr(oven, name)) for name in RESEARCH} == {("one", "two")}
    assert (oven.confidence_score, oven.researched_on) == (0.4, date(2026, 3, 5))


def test_what_is_new_is_of_today(as_alice, oven, path):
    as_alice.post(path, filled(as_alice, path, pain_points="Damp"))
    oven.refresh_from_db()
    assert oven.researched_on == timezone.localdate()


def test_saved_without_a_change_nothing_changes(as_alice, path):
    """Least of all a figure finer than what the form shows."""
    before = row()
    assert as_alice.post(path, filled(as_alice, path)).status_code == 303
    assert row() | {"updated_at": None} == before | {"updated_at": None}


def test_htmx_gets_the_panel(as_alice, path):
    assert is_page(as_alice.get(path))
    assert is_fragment(as_alice.get(path, headers=HTMX))
    data = filled(as_alice, path, confidence="90")
    answer = as_alice.post(path, data, headers=HTMX)
    assert is_fragment(answer)
    assert 'id="research"' in text(answer)
    assert "Sure" in text(answer)
    assert "90 % sure" in text(answer)


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("confidence", "101"),
        ("confidence", "-1"),
        ("confidence", "much"),
        ("confidence", "9" * 5_000),
        ("researched_on", "2999-01-01"),
        ("researched_on", "2026-02-31"),
        ("pain_points", "x" * 501),
        ("pain_points", "x\n" * 101),
    ],
)
def test_bad_input_is_refused_and_kept(as_alice, path, headers, name, value):
    data = filled(as_alice, path, decision_makers="Ada & Co", **{name: value})
    before = row()
    answer = as_alice.post(path, data, headers=headers)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [name]
    assert "Ada &amp; Co" in text(answer)
    assert row() == before


def test_two_windows_are_told_of_each_other(as_alice, oven, path):
    data = filled(as_alice, path, pain_points="Damp", confidence="10")
    Company.objects.update(pain_points=["Draughty"], technology_stack=["Bricks"])
    answer = as_alice.post(path, data)
    assert answer.status_code == 409
    assert "Draughty" in text(answer)
    oven.refresh_from_db()
    assert oven.pain_points == ["Draughty"]
    data["seen"] = answer.context["form"].data["seen"]
    data["technology_stack"] = answer.context["form"].data["technology_stack"]
    assert as_alice.post(path, data).status_code == 303
    oven.refresh_from_db()
    assert (oven.pain_points, oven.technology_stack) == (["Damp"], ["Bricks"])


@pytest.mark.parametrize(
    ("score", "said"),
    [(0, "A guess"), (0.5, "Heard of"), (0.8, "Fairly sure"), (1, "Sure")],
)
def test_how_sure_is_said_in_words_too(score, said):
    assert Company(confidence_score=score).confidence_text == said


def test_nobody_said_how_sure():
    assert Company().confidence_text == ""
    assert not Company().has_research


@pytest.mark.parametrize("way", ["get", "post"])
def test_stranger_finds_nothing(as_bob, path, way):
    before = row()
    assert getattr(as_bob, way)(path, {"pain_points": "x"}).status_code == 404
    assert row() == before


def test_anonymous_is_led_to_the_login(client, path):
    assert is_login(client.get(path))
