"""The badge counts in SQL what the list of Today reads: they always agree."""

from datetime import timedelta
from itertools import product

import pytest
from django.test import RequestFactory
from django.utils import timezone

from applications.models import Application
from applications.navigation import numbers
from applications.tests.factories import (
    ApplicationFactory,
    InterviewFactory,
    JobFactory,
    ResponseFactory,
)
from applications.tests.owing import count_urgent
from applications.today import groups, owed
from companies.models import ResponseStatus
from companies.tests.factories import CompanyFactory, OutreachFactory

# Nothing is searched for here.
pytestmark = pytest.mark.usefixtures("words_later")

ZONES = ("Pacific/Pago_Pago", "UTC", "Europe/Amsterdam", "Pacific/Kiritimati")
STATUSES = ("tracking", "applied", "interview", "offer", "closed")
DAY = timedelta(days=1)


def said(user):
    request = RequestFactory().get("/")
    request.user = user
    return numbers(request)["navigation"]["today"]


def counted(user):
    return int(said(user) or 0)


def listed(user):
    found = owed(user, now=timezone.now(), most=1_000)
    return count_urgent(groups(found, timezone.localdate()))


def agree(user, zones=ZONES):
    """What both say, in each zone."""
    said = []
    for zone in zones:
        with timezone.override(zone):
            assert counted(user) == listed(user), zone
            said.append(counted(user))
    return said


def start(user, status, **facts):
    deadline = facts.pop("deadline_on", None)
    job = JobFactory(user=user, deadline_on=deadline)
    return ApplicationFactory(user=user, job=job, status=status, **facts)


def near(day):
    """Days around it and far off, and none."""
    return (None, *(day + n * DAY for n in (-30, -1, 0, 1, 3, 30)))


def test_nothing_is_owed_at_first(alice):
    assert agree(alice) == [0] * len(ZONES)


@pytest.mark.parametrize("status", STATUSES)
def test_days_that_were_set(alice, status):
    today = timezone.localdate()
    for planned, last in product(near(today), near(today)):
        facts = {"deadline_on": last, "offer_deadline_on": last}
        start(alice, status, next_follow_up_on=planned, **facts)
    said = agree(alice)
    assert bool(sum(said)) is (status != "closed")


@pytest.mark.parametrize("status", STATUSES)
def test_silence_of_every_length(alice, status):
    now = timezone.now()
    for days, hours in product((0, 1, 6, 7, 8, 20, 21, 22), (0, 5, 12, 20)):
        start(alice, status, now=now - days * DAY - timedelta(hours=hours))
    preferences = alice.get_preferences()
    for after, stale in ((7, 21), (21, 7), (7, 7), (1, 1)):
        preferences.follow_up_after_days, preferences.stale_after_days = after, stale
        preferences.save()
        said = agree(alice)
        assert bool(sum(said)) is (status == "applied" and stale > after), (
            after,
            stale,
        )


@pytest.mark.parametrize("status", STATUSES)
def test_interviews_around_now(alice, status):
    now = timezone.now()
    for hours in (-999, -30, -2, 0, 3, 9, 15, 22, 30, 100):
        application = start(alice, "interview")
        for more in (0, 1):
            at = now + timedelta(hours=hours + more)
            InterviewFactory(application=application, scheduled_at=at)
        application.move_to(status, by=alice, origin="board")
    assert bool(sum(agree(alice))) is (status != "closed")


@pytest.mark.parametrize("status", STATUSES)
def test_responses_around_now(alice, status):
    now = timezone.now()
    hours = (-500, -2, 5, 14, 30)
    for received, reminded in product(hours, (None, *hours)):
        application = start(alice, status)
        ResponseFactory(
            application=application,
            requires_action=True,
            received_at=now + timedelta(hours=received),
            follow_up_at=reminded and now + timedelta(hours=reminded),
        )
    assert bool(sum(agree(alice))) is (status != "closed")


def all_at_once(user, status="applied"):
    """An application that owes an interview, a response and a follow-up."""
    now, today = timezone.now(), timezone.localdate()
    application = start(user, status, next_follow_up_on=today - 3 * DAY)
    InterviewFactory(application=application, scheduled_at=now - 3 * DAY)
    ResponseFactory(
        application=application, requires_action=True, received_at=now - 3 * DAY
    )
    return application


def test_each_thing_counts_by_itself(alice):
    all_at_once(alice)
    assert agree(alice) == [3] * len(ZONES)


@pytest.mark.parametrize("verb", ["archive", "move_to_bin"])
def test_what_is_put_away_counts_no_more(alice, verb):
    getattr(all_at_once(alice), verb)()
    assert agree(alice) == [0] * len(ZONES)


def test_others_are_not_counted(alice, bob):
    all_at_once(bob)
    assert agree(alice) == [0] * len(ZONES)


def test_so_many_are_not_counted_out(alice):
    jobs = [JobFactory(user=alice) for _ in range(101)]
    day = timezone.localdate()
    Application.objects.bulk_create(
        Application(user=alice, job=job, status="applied", next_follow_up_on=day)
        for job in jobs
    )
    assert said(alice) == "99+"


@pytest.mark.parametrize("zone", ["Africa/Cairo", "America/Havana", "Asia/Tehran"])
def test_zones_whose_days_begin_in_the_gap(alice, zone):
    all_at_once(alice)
    assert agree(alice, [zone]) == [3]


def test_messages_to_companies(alice, bob):
    for user in (alice, bob):
        company = CompanyFactory(user=user)
        for state, hours in product(ResponseStatus.values, (-50, -1, 1, 12, 50)):
            due = timezone.now() + timedelta(hours=hours)
            OutreachFactory(company=company, response_status=state, follow_up_at=due)
        OutreachFactory(company=company)
    assert sum(agree(alice))
