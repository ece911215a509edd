import pytest
from django.core.exceptions import ValidationError

from companies.placeholders import (
    FIELDS,
    fill,
    gaps,
    pieces,
    validate_fields,
    values_for,
)
from companies.tests.factories import (
    CompanyFactory,
    ContactFactory,
    OpportunityFactory,
    OutreachFactory,
)


def test_what_is_known_is_filled_in_and_the_rest_stays():
    text = "Dear { first_name }, {company} and {solution} {other}"
    filled = fill(text, {"first_name": "Ada", "company": "Oven", "solution": ""})
    assert filled == "Dear Ada, Oven and {solution} {other}"


def test_what_is_filled_in_is_not_filled_in_again():
    assert fill("{company}", {"company": "{person}", "person": "x"}) == "{person}"


def test_gaps_are_braces_and_brackets_each_once():
    text = "{person}, [why you] {person} {} [] {a\nb}"
    assert gaps(text) == ["{person}", "[why you]", "{}"]


def test_pieces_are_the_whole_text():
    text = "[a] b {c} d"
    found = list(pieces(text))
    assert "".join(one.text for one in found) == text
    assert [one.text for one in found if one.is_gap] == ["[a]", "{c}"]
    assert list(pieces("")) == []


def test_unknown_fields_are_named():
    validate_fields(" ".join(f"{{{name}}}" for name in FIELDS))
    with pytest.raises(ValidationError) as caught:
        validate_fields("{company} {salary} {age} {age}")
    assert caught.value.messages == ["There is no such field: {age}, {salary}."]


def test_each_field_has_its_value(alice):
    company = CompanyFactory(user=alice, name="Oven")
    outreach = OutreachFactory(
        company=company,
        contact=ContactFactory(user=alice, name="Abel Baker", title="Head"),
        contact_person="",
        opportunity=OpportunityFactory(
            company=company, problem_description="Late", solution_approach="Sooner"
        ),
    )
    values = values_for(outreach)
    assert values.keys() == FIELDS.keys()
    assert values == {
        "company": "Oven",
        "person": "Abel Baker",
        "first_name": "Abel",
        "title": "Head",
        "opportunity": "Late",
        "solution": "Sooner",
        "my_name": "Alice Abel",
        "my_email": "alice@example.org",
    }


@pytest.mark.parametrize("name", ["Dr. Baker", "Baker", "Baker, Abel", ""])
def test_a_first_name_is_not_made_up(alice, name):
    contact = ContactFactory(user=alice, name=name or "x")
    outreach = OutreachFactory(company__user=alice, contact=contact)
    assert values_for(outreach)["first_name"] == ""


def test_a_role_has_no_first_name(alice):
    outreach = OutreachFactory(company__user=alice, contact_person="Head of planning")
    assert values_for(outreach)["first_name"] == ""
