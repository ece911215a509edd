"""Lists that are searched: their order by match, and what a small list does itself."""

import pytest
from django.http import QueryDict

from companies.filters import CompanyFilter, OpportunityFilter
from companies.models import Company, Opportunity
from companies.tests.factories import CompanyFactory, OpportunityFactory
from jobtracker.search import Query
from jobtracker.search.filters import Ranked, stands_in


def filtered(user, query):
    return CompanyFilter(QueryDict(query), Company.objects.for_user(user), user=user)


def opportunities(user, query):
    rows = Opportunity.objects.for_user(user)
    return set(OpportunityFilter(QueryDict(query), rows, user=user).qs)


@pytest.fixture
def three(alice):
    return [CompanyFactory(user=alice, name=name).pk for name in "ABC"]


def test_rows_come_in_the_order_of_their_keys(alice, three):
    ranked = Ranked(Company.objects.for_user(alice), three[::-1])
    assert len(ranked) == 3
    assert [row.name for row in ranked[0:2]] == ["C", "B"]
    assert [row.name for row in ranked[2:9]] == ["A"]
    assert ranked[3:9] == []


def test_rows_may_be_tuples_that_begin_with_the_key(alice, three):
    rows = Company.objects.for_user(alice).values_list("pk", "name")
    assert Ranked(rows, three[::-1])[1:3] == [(three[1], "B"), (three[0], "A")]


def test_what_is_gone_is_left_out(alice, three):
    Company.objects.get(pk=three[1]).delete()
    ranked = Ranked(Company.objects.for_user(alice), three)
    assert [row.name for row in ranked[0:3]] == ["A", "C"]


def test_a_page_reads_only_its_rows(alice, three, count_queries):
    with count_queries() as queries:
        Ranked(Company.objects.for_user(alice), three)[0:1]
    assert len(queries) == 1
    assert str(three[2]) not in queries[0]["sql"].split("IN")[1]


@pytest.mark.parametrize(
    ("query", "order"),
    [("", "name"), ("q=a", "match"), ("q=a&sort=name", "name"), ("sort=match", "name")]
    + [("q=a&sort=nonsense", "match"), ("q=a&sort=match", "match")],
)
def test_order_is_by_match_where_there_are_words(alice, query, order):
    assert filtered(alice, query).sorted_by == order


def test_words_are_what_was_meant_if_what_was_typed_is_nowhere(alice):
    CompanyFactory(user=alice, name="Sourdough")
    one = filtered(alice, "q=sourduogh")
    assert one.qs.get().name == "Sourdough"
    assert (one.typed, one.meant, one.words) == ("sourduogh", "sourdough", "sourdough")


def test_what_was_meant_is_not_told_where_it_finds_nothing(alice):
    CompanyFactory(user=alice, name="Sourdough")
    one = filtered(alice, "q=sourduogh+zebra")
    assert not one.qs.exists()
    assert (one.meant, one.words) == ("", "sourduogh zebra")


def test_nobody_is_corrected_by_a_strangers_words(alice, bob):
    CompanyFactory(user=bob, name="Sourdough")
    one = filtered(alice, "q=sourduogh")
    assert not one.qs.exists()
    assert one.meant == ""


@pytest.mark.parametrize(
    ("words", "found"),
    [("ovens", True), ("OV bak", True), ("vens", False), ('"bakers ovens"', True)]
    + [
        ('"ovens bakers"', False),
        ("o", True),
        ("o baker", False),
        ("b s", False),
        ("!", False),
        ("", False),
    ],
)
def test_texts_hold_words_as_the_index_would_say(words, found):
    assert stands_in(Query(words), ["The bakers’ ovens", None, "Utrecht"]) is found


def test_a_small_list_is_found_by_its_texts_and_its_company(alice, bob):
    mine = OpportunityFactory(company__user=alice, company__name="Mill")
    theirs = OpportunityFactory(company__user=bob, company__name="Mill")
    for one in (mine, theirs):
        one.problem_description = "Slow ovens"
        one.save_fields("problem_description")
    assert opportunities(alice, "q=mill oven") == {mine}
    assert opportunities(alice, "q=sven") == set()
