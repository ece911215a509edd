import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from accounts.models import Preferences, User


def test_preferences_are_made_on_first_need_and_once(alice):
    first = alice.get_preferences()
    again = User.objects.get(pk=alice.pk).get_preferences()
    assert first == again
    assert Preferences.objects.count() == 1


def test_preferences_take_no_query_after_the_first_call(alice, count_queries):
    alice.get_preferences()
    with count_queries() as queries:
        alice.get_preferences()
    assert len(queries) == 0


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("follow_up_after_days", 0),
        ("follow_up_after_days", 91),
        ("stale_after_days", 0),
        ("stale_after_days", 366),
    ],
)
def test_days_out_of_range_are_refused_by_form_and_database(alice, name, days):
    preferences = alice.get_preferences()
    setattr(preferences, name, days)
    with pytest.raises(ValidationError, match="Enter a number|greater|less"):
        preferences.full_clean()
    with pytest.raises(IntegrityError):
        preferences.save()
