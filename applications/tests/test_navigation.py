import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.models import Notification
from applications.models import SavedSearch
from applications.navigation import numbers, said
from applications.tests.factories import SavedSearchFactory


def test_numbers_are_asked_for_once_and_only_when_shown(rf, alice, count_queries):
    Notification.objects.tell(alice, dedupe_key="a", type="system", title="x")
    request = rf.get("/")
    request.user = alice
    alice.get_preferences()
    with count_queries() as queries:
        navigation = numbers(request)["navigation"]
        assert len(queries) == 0
        assert navigation["unread"] == "1"
        assert navigation["unread"] == "1"
        assert len(queries) == 1


def test_pinned_searches_come_with_them(rf, alice, bob, count_queries):
    for number in range(9):
        name = f"“{number}\\” <ä>"
        SavedSearchFactory(user=alice, name=name, is_pinned=True, position=9 - number)
    SavedSearchFactory(user=alice, is_pinned=True, is_active=False)
    SavedSearchFactory(user=bob, is_pinned=True)
    first = SavedSearch.objects.for_user(alice).pinned()[0]
    request = rf.get(first.run_url)
    request.user = alice
    alice.get_preferences()
    with count_queries() as queries:
        pinned = numbers(request)["navigation"]["pinned"]
    assert len(queries) == 1
    assert [one.name for one in pinned] == [f"“{n}\\” <ä>" for n in range(8, 1, -1)]
    assert pinned[0].url == first.run_url
    assert [one.is_shown for one in pinned] == [True] + [False] * 6


def test_who_is_not_logged_in_has_none(rf, db, count_queries):
    request = rf.get("/")
    request.user = AnonymousUser()
    with count_queries() as queries:
        assert numbers(request)["navigation"] == {}
    assert len(queries) == 0


def unread(rf, user):
    request = rf.get("/")
    request.user = user
    return numbers(request)["navigation"]["unread"]


def tell(user, count, **fields):
    Notification.objects.bulk_create(
        Notification(
            user=user, type="system", title="x", dedupe_key=f"{n}{fields}", **fields
        )
        for n in range(count)
    )


def test_one_s_own_unread_ones_count(rf, alice, bob):
    tell(alice, 3)
    tell(alice, 2, is_read=True)
    tell(bob, 4)
    assert unread(rf, alice) == "3"


def test_counting_stops_at_a_hundred(rf, alice):
    tell(alice, 105)
    assert unread(rf, alice) == "99+"


@pytest.mark.parametrize(
    ("number", "text"), [(0, ""), (1, "1"), (99, "99"), (100, "99+")]
)
def test_number_is_said_shortly(number, text):
    assert said(number) == text
