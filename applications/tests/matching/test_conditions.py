"""Place, workplace, pay and leave to work: beside the points."""

import pytest

from applications.matching.conditions import conditions
from applications.matching.posting import read_posting
from applications.tests.matching.weighing import JOB, weigh


def agreed(job=None, wishes=None, text=""):
    """By kind, how the two agree."""
    found = conditions(read_posting("Baker", text), job or {}, wishes or {})
    return {one.kind: str(one.agreement) for one in found}


def test_nothing_is_said_of_what_nobody_says():
    assert agreed() == agreed(wishes={"desired_locations": ["Utrecht"]}) == {}


@pytest.mark.parametrize(
    ("there", "wanted", "agreement"),
    [
        ("Utrecht, Netherlands", ["Utrecht"], "agrees"),
        ("Utrecht", ["Berlin, Germany", "utrecht, NL"], "agrees"),
        ("Berlin, Germany", ["Germany"], "agrees"),
        ("US", ["US"], "agrees"),
        ("東京", ["東京"], "agrees"),
        ("San Diego", ["San Francisco"], "disagrees"),
        ("Munich, Germany", ["Berlin, Germany"], "disagrees"),
        ("Utrecht", [","], "disagrees"),
        ("Utrecht", [], "unknown"),
    ],
)
def test_place(there, wanted, agreement):
    assert agreed({"location": there}, {"desired_locations": wanted}) == {
        "place": agreement
    }


def test_without_wishes_where_one_lives_counts():
    assert agreed({"location": "Utrecht"}, {"location": "Utrecht"})["place"] == "agrees"


def test_remote_work_is_near_everywhere():
    found = agreed(
        {"location": "Berlin", "remote_type": "remote"},
        {"desired_locations": ["Utrecht"], "remote_preference": "hybrid"},
    )
    assert found == {"place": "agrees", "workplace": "disagrees"}


@pytest.mark.parametrize("wanted", ["", "any"])
def test_who_wants_any_workplace_is_told_nothing_of_it(wanted):
    assert agreed({"remote_type": "onsite"}, {"remote_preference": wanted}) == {}


@pytest.mark.parametrize(
    ("pay", "agreement"),
    [
        ({"salary_max": 60_000, "salary_currency": "EUR"}, "agrees"),
        ({"salary_min": 40_000, "salary_currency": "EUR"}, "disagrees"),
        ({"salary_max": 60_000, "salary_currency": "USD"}, "unknown"),
        ({"salary_max": 5_000, "salary_currency": "EUR", "salary_period": "month"},
         "agrees"),
        ({"salary_max": 20, "salary_currency": "EUR", "salary_period": "hour"},
         "disagrees"),
    ],
)  # fmt: skip
def test_pay(pay, agreement):
    wishes = {"salary_expectation_min": 50_000, "salary_expectation_currency": "EUR"}
    assert agreed(pay, wishes) == {"pay": agreement}


@pytest.mark.parametrize(
    ("text", "needed", "agreement"),
    [
        ("We offer visa sponsorship.", True, "agrees"),
        ("We offer visa sponsorship.", None, "unknown"),
        ("We cannot sponsor visas.", True, "disagrees"),
        ("We cannot sponsor visas.", None, "unknown"),
        ("You have a right to work.", True, "unknown"),
        ("You have a right to work. No sponsorship.", True, "disagrees"),
    ],
)
def test_leave_to_work(text, needed, agreement):
    wishes = {"visa_sponsorship_needed": needed}
    assert agreed({}, wishes, text) == {"leave": agreement}


def test_no_condition_changes_a_score():
    text = JOB["text"] + "\nWe cannot sponsor visas."
    wishes = {"visa_sponsorship_needed": True, "desired_locations": ["Berlin"]}
    plain, strict = weigh(JOB | {"text": text}), weigh(
        JOB | {"text": text}, wishes=wishes, location="Utrecht", salary_max=1
    )  # fmt: skip
    assert (plain.fit, plain.ats) == (strict.fit, strict.ats)
    assert len(strict.conditions) == 2
