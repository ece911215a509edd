"""A day is the person's own, in any zone, and has one turn whatever the clocks do."""

from datetime import UTC, date, datetime, timedelta

import pytest

from accounts.models import Errand, User
from accounts.turns import turns

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def person(user, zone="UTC", hour=7):
    user.time_zone = zone
    user.save()
    preferences = user.get_preferences()
    preferences.digest_hour = hour
    preferences.save()
    return user


def found(now=NOW, **options):
    return [
        (turn.user, turn.day)
        for turn in turns("x", User.objects.all(), now=now, **options)
    ]


def take(now, **options):
    """How many turns there are, each taken."""
    taken = list(turns("x", User.objects.all(), now=now, **options))
    return sum(bool(Errand.objects.claim(turn.user, turn.key)) for turn in taken)


def test_each_has_the_day_of_their_zone(alice, bob):
    person(alice, "Pacific/Kiritimati")  # +14
    person(bob, "Pacific/Pago_Pago")  # -11
    assert set(found(NOW.replace(hour=10, minute=30))) == {
        (alice, date(2026, 3, 3)),
        (bob, date(2026, 3, 1)),
    }


def test_a_turn_taken_is_over(alice, bob):
    assert take(NOW) == 2
    assert take(NOW) == 0
    assert take(NOW + timedelta(days=1)) == 2


@pytest.mark.parametrize(("hour", "is_due"), [(8, True), (9, True), (10, False)])
def test_nobody_is_due_before_their_hour(hour, is_due, alice):
    person(alice, hour=hour)
    assert bool(found(at_their_hour=True)) == is_due


def test_half_hours_off_count(alice):
    person(alice, "Asia/Kolkata", hour=15)  # 15:00 there is 9:30 UTC
    assert not found(NOW - timedelta(minutes=1), at_their_hour=True)
    assert found(NOW, at_their_hour=True)


def turns_of_a_day(alice, first, hours):
    """At which quarters of an hour there was one."""
    moments = [first + timedelta(minutes=15 * n) for n in range(4 * hours)]
    return [moment for moment in moments if take(moment, at_their_hour=True)]


def test_an_hour_that_spring_takes_away_is_the_next_one(alice):
    person(alice, "Europe/Berlin", hour=2)  # 2:00 to 3:00 is not there
    midnight = datetime(2026, 3, 28, 23, tzinfo=UTC)
    assert turns_of_a_day(alice, midnight, 23) == [datetime(2026, 3, 29, 1, tzinfo=UTC)]


def test_an_hour_that_autumn_gives_twice_is_one(alice):
    person(alice, "Europe/Berlin", hour=2)
    midnight = datetime(2026, 10, 24, 22, tzinfo=UTC)
    assert turns_of_a_day(alice, midnight, 25) == [
        datetime(2026, 10, 25, 0, tzinfo=UTC)
    ]


def test_moving_to_another_zone_gives_no_day_twice(alice):
    person(alice, "Pacific/Kiritimati", hour=0)
    assert take(NOW.replace(hour=11), at_their_hour=True) == 1  # the 3rd
    person(alice, "Pacific/Pago_Pago", hour=0)
    assert take(NOW.replace(hour=11), at_their_hour=True) == 1  # the 2nd
    person(alice, "Pacific/Kiritimati", hour=0)
    assert take(NOW.replace(hour=11), at_their_hour=True) == 0


def test_a_given_day_is_seen_from_their_hour(alice):
    person(alice, "Europe/Berlin", hour=7)
    (turn,) = turns(
        "x", User.objects.all(), now=NOW, day=date(2026, 3, 10), at_their_hour=True
    )
    assert turn.now == datetime(2026, 3, 10, 6, tzinfo=UTC)
    assert turn.key == "x:2026-03-10"


def test_many_people_are_taken_in_batches(alice, bob, monkeypatch):
    monkeypatch.setattr("accounts.turns.BATCH", 1)
    assert len(found()) == 2
