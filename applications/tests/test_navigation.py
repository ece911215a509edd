from django.contrib.auth.models import AnonymousUser

from accounts.models import Notification
from applications.navigation import numbers


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


def test_who_is_not_logged_in_has_none(rf, db, count_queries):
    request = rf.get("/")
    request.user = AnonymousUser()
    with count_queries() as queries:
        assert numbers(request)["navigation"] == {}
    assert len(queries) == 0
