import pytest

from accounts.badges import said, unread
from accounts.models import Notification, User


def tell(user, count, **fields):
    Notification.objects.bulk_create(
        Notification(
            user=user, type="system", title="x", dedupe_key=f"{n}{fields}", **fields
        )
        for n in range(count)
    )


def counted(user):
    return User.objects.filter(pk=user.pk).values_list(unread(user), flat=True).get()


def test_one_s_own_unread_ones_count(alice, bob):
    tell(alice, 3)
    tell(alice, 2, is_read=True)
    tell(bob, 4)
    assert counted(alice) == 3


def test_counting_stops_at_a_hundred(alice):
    tell(alice, 105)
    assert counted(alice) == 100


@pytest.mark.parametrize(
    ("number", "text"), [(0, ""), (1, "1"), (99, "99"), (100, "99+")]
)
def test_number_is_said_shortly(number, text):
    assert said(number) == text
