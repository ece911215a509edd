"""One question has one form, and what has no filter here stays as it came."""

import pytest
from django.http import QueryDict

from applications.models import SavedSearch
from applications.saved_searches.foreign import understood
from applications.saved_searches.questions import (
    filterset_of,
    led_on,
    left_out,
    parameters_of,
    put_into,
    question_of,
)
from applications.tests.factories import SavedSearchFactory
from companies.merging import Merger
from companies.tests.factories import CompanyFactory
from companies.unmerging import undo


def asked(user, text, scope="applications"):
    return question_of(user, scope, QueryDict(text))


@pytest.mark.parametrize(
    ("address", "filters"),
    [
        ("priority=high&priority=dream&page=3", {"priority": ["dream", "high"]}),
        ("priority=dream&priority=high&foo=1", {"priority": ["dream", "high"]}),
        ("stale=on&archived=0&company=&sort=activity", {"stale": ["1"]}),
        ("status=applied&sort=-salary", {"sort": ["-salary"], "status": ["applied"]}),
        ("priority=urgent&source=A friend", {"source": ["A friend"]}),
    ],
)
def test_parameters_have_one_form(alice, address, filters):
    assert asked(alice, address).filters == filters


def test_words_stand_apart_in_any_spacing(alice):
    question = asked(alice, "q=%20Django%20%20Utrecht&sort=match")
    assert (question.query, question.filters) == ("Django Utrecht", {})
    assert question.digest == asked(alice, "q=django utrecht").digest


def test_what_is_usual_with_words_and_without_is_not_kept(alice):
    assert asked(alice, "q=bread&sort=activity").filters == {"sort": ["activity"]}
    assert asked(alice, "sort=match").filters == {}
    assert asked(alice, "scope=mine&sort=newest", "jobs").filters == {}
    assert asked(alice, "scope=public", "jobs").filters == {"scope": ["public"]}


@pytest.mark.parametrize("address", ["", "page=2", "sort=salary", "columns=fit"])
def test_a_whole_list_narrows_nothing(alice, address):
    assert not asked(alice, address).narrows


def test_another_person_s_company_is_no_company(alice, bob):
    mine, other = CompanyFactory(user=alice), CompanyFactory(user=bob)
    assert asked(alice, f"company={mine.pk}").filters == {"company": [str(mine.pk)]}
    assert asked(alice, f"company={other.pk}").filters == {}


def test_a_company_that_became_part_of_another_leads_there(alice, bob):
    kept, other = CompanyFactory.create_batch(2, user=alice)
    merger = Merger(kept, other)
    merge = merger.merge(name=kept.name, seen=merger.mark)
    address = f"company={other.pk}"
    assert asked(alice, address).filters == {"company": [str(kept.pk)]}
    assert led_on(bob, QueryDict(address)) == QueryDict(address)
    undo(merge)
    assert asked(alice, address).filters == {"company": [str(other.pk)]}


def test_what_is_kept_asks_the_same_again(alice):
    question = asked(alice, "q=baker&priority=high&priority=dream&stale=1")
    search = SavedSearch(user=alice, scope="applications")
    put_into(search, question)
    again = question_of(alice, search.scope, parameters_of(search))
    assert again == question
    assert search.digest == again.digest


def test_other_systems_filters_are_read_and_the_rest_is_left_as_it_is(alice):
    filters = {
        "remote": True,
        "location": ["Berlin", "東京"],
        "salary_min": 50_000,
        "tech_stack": ["Django", "htmx"],
        "tech": "Python",
    }
    search = SavedSearchFactory(user=alice, scope="jobs", query="x", filters=filters)
    parameters = parameters_of(search)
    assert parameters.getlist("remote_type") == ["remote"]
    assert parameters.getlist("technology") == ["Django", "htmx", "Python"]
    assert left_out(search) == {"location": ["Berlin", "東京"], "salary_min": 50_000}
    filterset = filterset_of(alice, "jobs", parameters)
    assert not filterset.dropped
    assert list(filterset.qs) == []


@pytest.mark.parametrize(
    ("filters", "found", "rest"),
    [
        ({"job_type": "Full-Time"}, {"job_type": ["full_time"]}, {}),
        ({"Work_Type": "on-site"}, {"remote_type": ["onsite"]}, {}),
        ({"remote": False, "x": None, "y": []}, {}, {}),
        ({"tech": [{"name": "Go"}]}, {}, {"tech": [{"name": "Go"}]}),
        ({"tech": {"a": 1}, "q": "x"}, {}, {"tech": {"a": 1}, "q": "x"}),
        ({"level": [True]}, {}, {"level": [True]}),
        ({"stale": True}, {"stale": ["1"]}, {}),
    ],
)
def test_each_value_is_asked_or_kept(filters, found, rest):
    ours = dict.fromkeys(
        ("q", "job_type", "remote_type", "technology", "experience_level", "stale")
    )
    assert understood(filters, ours) == (found, rest)


@pytest.mark.parametrize("filters", [None, [], "text", 3, [1, {"a": 2}]])
def test_filters_of_any_shape_are_no_trouble(alice, filters):
    search = SavedSearch(user=alice, scope="jobs", filters=filters, query="bread")
    assert parameters_of(search).urlencode() == "q=bread"
    assert left_out(search) == {}


def test_what_has_no_filter_stays_when_it_asks_something_else(alice):
    filters = {"salary_min": 50_000, "remote": True}
    search = SavedSearchFactory(user=alice, scope="jobs", filters=filters)
    put_into(search, asked(alice, "remote_type=hybrid", "jobs"))
    assert search.filters == {"salary_min": 50_000, "remote_type": ["hybrid"]}
