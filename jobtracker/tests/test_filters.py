import pytest
from django.http import QueryDict

from companies.filters import CompanyFilter
from companies.models import Company
from companies.tests.factories import CompanyFactory


def filtered(user, query):
    return CompanyFilter(QueryDict(query), Company.objects.for_user(user), user=user)


@pytest.fixture
def oven(alice):
    return CompanyFactory(user=alice, name="Oven", lane=1)


def test_parameters_narrow_the_list(alice, oven):
    CompanyFactory(user=alice, name="Mill", lane=2)
    assert filtered(alice, "lane=1").qs.get() == oven
    assert filtered(alice, "q=ove").qs.get() == oven
    assert filtered(alice, "").qs.count() == 2


def test_nonsense_is_dropped_and_named(alice, oven):
    one = filtered(alice, "lane=9&q=oven")
    assert one.dropped == ["Lane"]
    assert one.qs.get() == oven
    assert one.chosen == {"q": "oven"}


def test_all_nonsense_leaves_the_whole_list(alice, oven):
    one = filtered(alice, f"lane=abc&q={'x' * 201}")
    assert one.dropped == ["Search", "Lane"]
    assert one.qs.get() == oven
    assert one.chosen == {}


@pytest.mark.parametrize("query", ["", "q=&lane=", "q=%20%20", "lane=&lane=", "foo=1"])
def test_nothing_chosen_is_nothing_dropped(alice, oven, query):
    one = filtered(alice, query)
    assert (one.dropped, one.chosen) == ([], {})
    assert one.qs.get() == oven


def test_empty_value_beside_another_counts_as_none(alice, oven):
    one = filtered(alice, "lane=1&lane=")
    assert (one.dropped, one.chosen) == ([], {"lane": "1"})


def test_parameters_of_the_request_stay_as_they_are(alice):
    data = QueryDict("lane=9&q=")
    CompanyFilter(data, Company.objects.all(), user=alice)
    assert data.urlencode() == "lane=9&q="


@pytest.mark.parametrize("text", ["%00", "%ED%A0%80", "%FF", "%EF%BB%BF", "%1B"])
def test_no_byte_breaks_a_search(alice, oven, text):
    filtered(alice, f"q={text}").qs.count()
    assert filtered(alice, f"q=oven{text}").dropped == []
