from datetime import date, timedelta

import pytest
from django.db.models import F
from django.http import QueryDict
from django.utils import timezone

from applications.board import PAGE, Board
from applications.filters import Sort
from applications.models import Application, Priority, Status
from applications.models.orders import ORDERS
from applications.tests.factories import ApplicationFactory, JobFactory
from companies.tests.factories import CompanyFactory
from jobtracker import paging


def board(user, query=""):
    return Board(user, QueryDict(query))


def found(user, query=""):
    return {row.job.title for row in board(user, query).found.with_job()}


def add(user, title, **fields):
    return ApplicationFactory(user=user, job__title=title, **fields)


# Counts


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0"), (999, "999"), (1_000, "999+"), (5_000, "999+")]
)
def test_count_is_said_up_to_999(count, text):
    assert paging.said(count) == text


def test_each_column_is_counted(alice):
    for status, count in zip(Status.values, (1, 0, 2, 0, 1), strict=True):
        ApplicationFactory.create_batch(count, user=alice, status=status)
    assert list(board(alice).counts().values()) == [1, 0, 2, 0, 1]


def test_counting_stops_where_nobody_reads_on(alice, monkeypatch):
    monkeypatch.setattr(paging, "MOST_COUNTED", 2)
    ApplicationFactory.create_batch(5, user=alice)
    assert board(alice).counts()["tracking"] == 3
    assert board(alice).columns()[0].count == "2+"


def test_counts_are_those_of_the_filter(alice):
    add(alice, "Baker")
    add(alice, "Miller")
    assert board(alice, "q=baker").counts()["tracking"] == 1


def test_neither_archived_nor_deleted_nor_others_are_there(alice, bob):
    add(alice, "Here")
    add(alice, "Archived").archive()
    add(alice, "Deleted").move_to_bin()
    add(bob, "Bob’s")
    assert found(alice) == {"Here"}
    assert sum(board(alice).counts().values()) == 1


# Filters


def test_search_finds_words_of_title_and_company_in_any_order(alice):
    company = CompanyFactory(user=alice, name="Northwind Logistics")
    add(alice, "Senior Baker", job__company=company)
    add(alice, "Senior Miller")
    assert found(alice, "q=logistics+senior") == {"Senior Baker"}
    assert found(alice, "q=SENIOR") == {"Senior Baker", "Senior Miller"}
    assert found(alice, "q=senior+nobody") == set()


def test_priority_takes_several(alice):
    for priority in Priority.values:
        add(alice, priority, priority=priority)
    assert found(alice, "priority=dream&priority=high") == {"dream", "high"}


def test_company_is_one_of_ones_own(alice):
    oven = CompanyFactory(user=alice)
    add(alice, "Baker", job__company=oven)
    add(alice, "Miller")
    assert found(alice, f"company={oven.pk}") == {"Baker"}


def test_workplace_takes_several(alice):
    for remote_type in ("onsite", "hybrid", "remote"):
        add(alice, remote_type, job__remote_type=remote_type)
    assert found(alice, "remote_type=remote&remote_type=hybrid") == {"remote", "hybrid"}


def test_source_is_the_whole_source(alice):
    add(alice, "Baker", source="A friend")
    add(alice, "Miller", source="A friend of a friend")
    assert found(alice, "source=A+friend") == {"Baker"}


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("fit=70", {"69.5"}),
        ("fit=40", {"69.5", "40.0"}),
        ("fit=unknown", {"None"}),
        ("fit=", {"69.5", "40.0", "39.4", "None"}),
        ("fit=80", {"69.5", "40.0", "39.4", "None"}),
    ],
)
def test_fit_takes_the_least(alice, query, titles):
    """As it is shown: 69.5 is 70."""
    for score in (69.5, 40.0, 39.4, None):
        add(alice, str(score), fit_score=score)
    assert found(alice, query) == titles


def test_stale_are_those_that_look_stale(alice):
    long_ago = timezone.now() - timedelta(days=20)
    add(alice, "Old", status="applied", now=long_ago)
    add(alice, "Old but talking", status="interview", now=long_ago)
    add(alice, "New", status="applied")
    assert found(alice, "stale=1") == {"Old"}


def test_stale_begins_where_the_person_says(alice):
    add(alice, "Old", now=timezone.now() - timedelta(days=20))
    alice.get_preferences().stale_after_days = 30
    assert found(alice, "stale=1") == set()


@pytest.mark.parametrize(
    "name", ["q", "priority", "company", "source", "stale", "sort"]
)
def test_empty_parameter_counts_as_none(alice, name):
    add(alice, "Baker")
    one = board(alice, f"{name}=")
    assert not one.is_filtered
    assert one.filterset.dropped == []
    assert one.found.count() == 1


NONSENSE = {
    "priority": ["urgent", "\0", "1"],
    "company": ["abc", "0", "-1", "100000000000000000000", "\0", "1.5", "１２３４５"],
    "remote_type": ["moon", "\0"],
    "sort": ["password", "-pk", "user__password", "\0"],
    "q": ["x" * 201],
}
CASES = [(name, value) for name, values in NONSENSE.items() for value in values]


@pytest.mark.parametrize(("name", "value"), CASES)
def test_nonsense_counts_as_not_given_and_is_named(alice, name, value):
    add(alice, "Baker")
    query = QueryDict(mutable=True)
    query[name] = value
    one = Board(alice, query)
    assert len(one.filterset.dropped) == 1
    assert not one.is_filtered
    assert sum(one.counts().values()) == 1
    assert name not in one.parameters


def test_nonsense_leaves_the_other_filters_standing(alice):
    add(alice, "Baker")
    add(alice, "Miller")
    assert found(alice, "q=baker&priority=urgent&sort=nope") == {"Baker"}


def test_company_of_another_person_is_nonsense(alice, bob):
    theirs = CompanyFactory(user=bob)
    assert board(alice, f"company={theirs.pk}").filterset.dropped == ["Company"]


def test_unknown_parameters_are_left_out_of_links(alice):
    one = board(alice, "q=x&foo=bar&page=3")
    assert one.parameters.urlencode() == "q=x"
    assert one.filterset.dropped == []


# Links of the filter bar


def test_toggle_turns_on_and_off_again(alice):
    stale = board(alice, "q=x").toggles[0]
    assert not stale.is_on
    assert stale.parameters.urlencode() == "q=x&stale=1"
    again = Board(alice, stale.parameters).toggles[0]
    assert again.is_on
    assert again.parameters.urlencode() == "q=x"


def test_toggle_replaces_other_values_of_its_filter(alice):
    dream = board(alice, "priority=low&priority=high").toggles[1]
    assert dream.parameters.getlist("priority") == ["dream"]


def test_filters_without_a_field_in_the_bar_are_carried_along(alice):
    one = board(alice, "q=x&sort=salary&priority=low&priority=high")
    assert one.hidden_parameters == [("priority", "low"), ("priority", "high")]


# Orders and pages


def titles(user, sort):
    rows = board(user, f"sort={sort}").rows("tracking").with_job()
    return [row.job.title for row in rows]


def test_last_activity_comes_first(alice):
    for days in (2, 1, 3):
        add(alice, str(days), now=timezone.now() - timedelta(days=days))
    assert titles(alice, "activity") == titles(alice, "") == ["1", "2", "3"]


def test_applied_last_comes_first_and_never_last(alice):
    now = timezone.now()
    add(alice, "never")
    for days in (2, 1):
        row = add(alice, str(days), status="applied", now=now - timedelta(days=days))
        row.move_to("tracking", by=alice, origin="board")
    assert titles(alice, "applied") == ["1", "2", "never"]


def test_deadlines_come_as_they_come_and_none_last(alice):
    for title, day in (("none", None), ("late", 9), ("soon", 1)):
        closes = day and date(2026, 3, day)
        add(alice, title, job__deadline_on=closes)
    assert titles(alice, "deadline") == ["soon", "late", "none"]


def test_dream_comes_first(alice):
    for priority in ("low", "dream", "unknown", "high", "medium"):
        add(alice, priority, priority=priority)
    assert titles(alice, "priority") == ["dream", "high", "medium", "low", "unknown"]


def test_companies_come_by_name_in_any_case(alice):
    for name in ("beta", "Alpha", "Gamma"):
        add(alice, name, job__company__name=name)
    assert titles(alice, "company") == ["Alpha", "beta", "Gamma"]


def test_best_pay_comes_first_by_its_upper_end(alice):
    for low, high in ((None, None), (50, None), (10, 90), (None, 60)):
        add(alice, f"{low}-{high}", job__salary_min=low, job__salary_max=high)
    assert titles(alice, "salary") == ["10-90", "None-60", "50-None", "None-None"]


def test_what_fits_best_comes_first_and_what_nobody_knows_last(alice):
    for score in (None, 40.5, 70.0):
        add(alice, str(score), fit_score=score)
    assert titles(alice, "fit") == ["70.0", "40.5", "None"]


@pytest.mark.parametrize("sort", ORDERS)
def test_pages_neither_repeat_nor_lose_a_card(alice, sort):
    now, company = timezone.now(), CompanyFactory(user=alice)
    for n in range(PAGE * 2 + 3):  # full of ties
        job = JobFactory(user=alice, company=company, salary_min=n % 2 or None)
        ApplicationFactory(user=alice, job=job, now=now - timedelta(days=n % 3))
    seen, start = [], 0
    while start is not None:
        (column,) = board(alice, f"sort={sort}").columns(["tracking"], start=start)
        seen += [stamp[0] for stamp in column.stamps]
        start = (column.next_page - 1) * PAGE if column.next_page else None
    assert len(seen) == PAGE * 2 + 3
    assert set(seen) == set(Application.objects.values_list("pk", flat=True))


def test_each_order_can_be_chosen():
    assert set(ORDERS) == {value for value, _ in Sort.CHOICES}
    for order in ORDERS.values():
        assert order[-1] == F("id").desc()


def test_board_costs_the_same_however_many_stand_there(alice, same_query_count):
    def read():
        return Board(alice, QueryDict()).columns()

    for status in Status.values:
        ApplicationFactory(user=alice, status=status)
    alice.get_preferences()
    first = same_query_count(read)
    ApplicationFactory.create_batch(20, user=alice, status="applied")
    assert same_query_count(read) == first


@pytest.mark.parametrize(
    ("asked", "found"),
    [("stale=1", 0), ("stale=on", 0), ("stale=0", 1), ("stale=no", 1)],
)
def test_box_in_the_address_is_ticked_or_not(alice, asked, found):
    add(alice, "Fresh")
    assert board(alice, asked).counts()["tracking"] == found
