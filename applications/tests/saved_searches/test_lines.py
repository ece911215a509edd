"""A line says what a search asks, short and of one’s own rows alone."""

import pytest

from applications.models import SavedSearch
from applications.saved_searches.lines import lines_of
from applications.tests.factories import SavedSearchFactory
from companies.merging import Merger
from companies.tests.factories import CompanyFactory


def line(user, **values):
    (said,) = lines_of(user, [SavedSearch(user=user, **values)])
    return said


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        ({}, "Applications"),
        ({"status": ["applied", "offer"]}, "Applications · Stage: Applied, Offer"),
        ({"stale": ["1"], "archived": ["0"]}, "Applications · Stale"),
        (
            {"technology": ["Python"], "sort": ["-fit"]},
            "Applications · Technology: Python",
        ),
        (
            {"priority": ["low", "medium", "high", "dream"]},
            "Applications · Priority: Low, Medium, High …",
        ),
        ({"fit": ["70"]}, "Applications · Fit: 70 or more"),
        ({"priority": ["urgent"]}, "Applications · Priority: is not there any more"),
    ],
)
def test_filters_are_said_as_the_list_says_them(alice, filters, said):
    assert line(alice, filters=filters) == said


def test_words_come_first_and_past_three_filters_are_counted(alice):
    filters = {
        "company": ["7"], "fit": ["40"], "source": ["A friend"], "stale": ["1"],
        "status": ["applied"],
    }  # fmt: skip
    assert line(alice, query="baker", filters=filters) == (
        "Applications: baker · Company: is not there any more · Fit: 40 or more"
        " · Heard of it through: A friend · 2 more"
    )


def test_a_list_with_one_choice_is_asked_for_the_last(alice):
    filters = {"remote_type": ["hybrid", "remote"]}
    assert line(alice, scope="jobs", filters=filters) == "Inbox · Workplace: Remote"


@pytest.mark.parametrize("junk", [5, True, "text", ["a", 1], {"pay": {"min": 5}}])
def test_what_no_filter_can_ask_is_left_out(alice, junk):
    assert line(alice, query="tailor", filters=junk) == "Applications: tailor"


def test_long_texts_are_cut(alice):
    said = line(alice, query="x" * 900, filters={"source": ["y" * 255]})
    assert len(said) < 130
    assert said.count("…") == 2


@pytest.mark.parametrize("key", ["0", "-1", "٣", "9" * 30, "x", "\0"])
def test_a_company_that_cannot_be_is_gone(alice, key):
    assert line(alice, filters={"company": [key]}).endswith("is not there any more")


def test_a_stranger_s_company_has_no_name(alice, bob):
    other = CompanyFactory(user=bob, name="Secret")
    assert "Secret" not in line(alice, filters={"company": [str(other.pk)]})


def test_companies_are_asked_for_once(alice, django_assert_num_queries):
    companies = CompanyFactory.create_batch(3, user=alice)
    searches = [
        SavedSearchFactory(user=alice, filters={"company": [str(company.pk)]})
        for company in companies
    ]
    with django_assert_num_queries(2):
        said = lines_of(alice, searches)
    assert said == [f"Applications · Company: {company.name}" for company in companies]


def test_a_company_that_became_part_of_another_is_called_as_that_one(alice):
    kept, other = CompanyFactory(user=alice, name="Oven"), CompanyFactory(user=alice)
    merger = Merger(kept, other)
    merger.merge(name="Oven", seen=merger.mark)
    said = line(alice, filters={"company": [str(other.pk)]})
    assert said == "Applications · Company: Oven"
