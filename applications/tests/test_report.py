from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import product
from random import Random
from zoneinfo import ZoneInfo

import pytest
from django.db.models import QuerySet

from accounts.models import User
from applications.demo import tell
from applications.insights.period import Period
from applications.models import (
    Application,
    ClosedReason,
    FollowUp,
    Origin,
    Status,
    StatusChange,
)
from applications.report import Report
from applications.tests.factories import (
    ApplicationFactory,
    FollowUpFactory,
    JobFactory,
)
from companies.tests.factories import CompanyFactory, ContactFactory
from jobtracker.search import renewing

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
STAGES = ("tracking", "applied", "interview", "offer", "closed")


@pytest.fixture
def saved(alice):
    def save(title="Archivist", company="Initech", now=NOON, **facts):
        company = CompanyFactory._meta.model.objects.named(alice, company)
        job = JobFactory(user=alice, title=title, company=company)
        return ApplicationFactory(user=alice, job=job, now=now, **facts)

    return save


def move(application, status, now, **facts):
    application.move_to(
        status, by=application.user, origin=Origin.BOARD, now=now, **facts
    )


def entries(user, period=MARCH, **options):
    return list(Report(user, period, **options).entries())


def way(entry):
    return [(stop.stage, stop.day) for stop in entry.way]


# By hand


def test_a_row_has_its_way_with_days(alice, saved):
    one = saved(source="A friend")
    one.application_channel = "E-mail"
    one.save_fields("application_channel")
    move(one, Status.APPLIED, NOON + timedelta(days=2))
    move(one, Status.CLOSED, NOON + timedelta(days=9), closed_reason="rejected")
    FollowUpFactory(application=one, done_at=NOON + timedelta(days=5))
    FollowUpFactory(application=one, done_at=NOON + timedelta(days=50))
    one.contacts.add(ContactFactory(user=alice), ContactFactory(user=alice))
    (entry,) = entries(alice, has_names=True)
    assert entry._replace(way=[]) == (
        date(2026, 3, 2), "Archivist", "Initech", "E-mail, A friend", [], 1, 2,
    )  # fmt: skip
    assert way(entry) == [
        ("Tracking", date(2026, 3, 2)),
        ("Applied", date(2026, 3, 4)),
        ("Closed (rejected)", date(2026, 3, 11)),
    ]


def test_what_was_only_moved_in_the_time_is_there_by_that_day(alice, saved):
    one = saved(now=NOON - timedelta(days=30))
    move(one, Status.APPLIED, NOON)
    (entry,) = entries(alice)
    assert entry.day == date(2026, 3, 2)
    assert len(entry.way) == 2


def test_what_came_later_is_left_for_a_later_report(alice, saved):
    one = saved()
    move(one, Status.APPLIED, NOON + timedelta(days=40))
    assert way(*entries(alice)) == [("Tracking", date(2026, 3, 2))]


def test_before_and_after_the_time_there_is_nothing(alice, saved):
    saved(now=NOON - timedelta(days=30))
    saved(now=NOON + timedelta(days=30))
    assert entries(alice) == []
    assert Report(alice, MARCH).totals() == []


def test_undone_moves_do_not_appear(alice, saved):
    old = saved(now=NOON - timedelta(days=30))
    move(old, Status.APPLIED, NOON)
    old.undo_move(by=alice)
    new = saved()
    move(new, Status.OFFER, NOON)
    new.undo_move(by=alice)
    assert [way(entry) for entry in entries(alice)] == [
        [("Tracking", date(2026, 3, 2))]
    ]
    assert [total.counts for total in Report(alice, MARCH).totals()] == [
        [1, 0, 0, 0, 0]
    ] * 2


def test_the_bin_is_left_out_and_the_archive_is_not(alice, bob, saved):
    saved("Binned").move_to_bin()
    saved("Archived").archive()
    ApplicationFactory(user=bob, now=NOON)
    assert [entry.title for entry in entries(alice)] == ["Archived"]
    assert Report(alice, MARCH).totals()[-1].counts == [1, 0, 0, 0, 0]


def test_reopened_ones_count_once_a_stage(alice, saved):
    one = saved()
    for days in (1, 8, 15):
        move(one, Status.CLOSED, NOON + timedelta(days=days))
        move(one, Status.APPLIED, NOON + timedelta(days=days + 1))
    totals = Report(alice, MARCH).totals()
    assert totals == [
        (date(2026, 3, 2), [1, 1, 0, 0, 1]),
        (None, [1, 1, 0, 0, 1]),
    ]
    assert len(entries(alice)[0].way) == 7


def test_without_names_employers_have_numbers(alice, saved):
    saved("Clerk at initech", "Initech", source="Initech’s own page")
    saved("Clerk", "Hooli", now=NOON + timedelta(hours=1))
    saved("Porter", "Initech", now=NOON + timedelta(hours=2))
    told = [(entry.title, entry.employer, entry.through) for entry in entries(alice)]
    assert told == [
        ("Clerk at Employer 1", "Employer 1", "Employer 1’s own page"),
        ("Clerk", "Employer 2", ""),
        ("Porter", "Employer 1", ""),
    ]


@pytest.mark.parametrize(
    ("zone", "last_evening", "day"),
    [
        ("Europe/Berlin", datetime(2026, 3, 31, 21, 59, 59, tzinfo=UTC), 31),
        ("Pacific/Kiritimati", datetime(2026, 3, 31, 9, 59, 59, tzinfo=UTC), 31),
        ("Pacific/Pago_Pago", datetime(2026, 4, 1, 10, 59, 59, tzinfo=UTC), 31),
        ("UTC", datetime(2026, 3, 31, 23, 59, 59, tzinfo=UTC), 31),
    ],
)
def test_days_end_where_the_person_is(alice, saved, zone, last_evening, day):
    alice.time_zone = zone
    saved("In", now=last_evening)
    saved("Out", now=last_evening + timedelta(seconds=1))
    (entry,) = entries(alice)
    assert (entry.title, entry.day.day) == ("In", day)
    assert Report(alice, MARCH).totals()[0].monday == date(2026, 3, 30)


@pytest.mark.parametrize("shift", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_day_of_23_or_25_hours_is_one_day(alice, saved, shift):
    alice.time_zone = "Europe/Berlin"
    berlin = ZoneInfo("Europe/Berlin")
    start = datetime.combine(shift, datetime.min.time(), berlin)
    end = datetime.combine(shift + timedelta(days=1), datetime.min.time(), berlin)
    for title, now in (
        ("Before", start.astimezone(UTC) - timedelta(seconds=1)),
        ("First", start.astimezone(UTC)),
        ("Last", end.astimezone(UTC) - timedelta(seconds=1)),
        ("After", end.astimezone(UTC)),
    ):
        saved(title, now=now)
    found = entries(alice, Period(shift, shift))
    assert [(entry.title, entry.day) for entry in found] == [
        ("First", shift),
        ("Last", shift),
    ]


def test_an_open_side(alice, saved):
    saved()
    assert len(entries(alice, Period(None, date(2026, 3, 2)))) == 1
    assert len(entries(alice, Period(date(2026, 3, 2), None))) == 1
    assert entries(alice, Period(date(2026, 3, 3), None)) == []


# The demo search, counted once more in plain Python out of the raw rows


class Recount:
    """Nothing of the code under test, nor any query that counts or filters."""

    def __init__(self, user, first, last):
        self.zone, self.first, self.last = ZoneInfo(user.time_zone), first, last
        rows = QuerySet(Application).select_related("job__company").order_by("pk")
        self.rows = {
            row.pk: row
            for row in rows
            if row.user_id == user.pk and row.deleted_at is None
        }
        changes = list(QuerySet(StatusChange).order_by("changed_at", "pk"))
        undone = {change.undoes_id for change in changes}
        self.steps = {pk: [] for pk in self.rows}
        for one in changes:
            stands = one.undoes_id is None and one.pk not in undone
            if one.application_id in self.rows and stands:
                self.steps[one.application_id].append(one)

    def day(self, moment):
        return moment.astimezone(self.zone).date()

    def has(self, moment):
        return moment is not None and self.first <= self.day(moment) <= self.last

    def moments(self, pk):
        steps = [step.changed_at for step in self.steps[pk]]
        return [at for at in (self.rows[pk].saved_at, *steps) if self.has(at)]

    def entries(self):
        found = [pk for pk in self.rows if self.moments(pk)]
        # What was saved in the time is there by that day, else by its first move.
        began = {
            pk: self.rows[pk].saved_at
            if self.has(self.rows[pk].saved_at)
            else min(self.moments(pk))
            for pk in found
        }
        found.sort(key=lambda pk: (began[pk], pk))
        return [
            (
                self.day(began[pk]),
                self.rows[pk].job.title,
                self.rows[pk].job.company.name,
                [
                    (step.to_status, self.day(step.changed_at))
                    for step in self.steps[pk]
                    if self.day(step.changed_at) <= self.last
                ],
                self.follow_ups(pk),
                self.rows[pk].contacts.count(),
            )
            for pk in found
        ]

    def follow_ups(self, pk):
        mine = [f for f in QuerySet(FollowUp) if f.application_id == pk]
        return sum(self.has(one.done_at) for one in mine)

    def totals(self):
        counted = Counter()
        for pk in self.rows:
            seen = set()
            for step in self.steps[pk]:
                if self.has(step.changed_at) and step.to_status not in seen:
                    seen.add(step.to_status)
                    day = self.day(step.changed_at)
                    monday = day - timedelta(days=day.isocalendar().weekday - 1)
                    counted[monday, step.to_status] += 1
        mondays = sorted({monday for monday, _stage in counted})
        weeks = [(m, [counted[m, stage] for stage in STAGES]) for m in mondays]
        sums = [sum(week[1][n] for week in weeks) for n in range(len(STAGES))]
        return [*weeks, (None, sums)]


@pytest.fixture
def demo(alice):
    with renewing():
        tell(alice, count=60, seed=7, now=datetime(2026, 11, 26, 9, tzinfo=UTC))
    mix_up(alice)
    return alice


def mix_up(user):
    """Undone, reopened, binned and archived ones, by chance."""
    random = Random(7)
    rows = list(Application.objects.for_user(user).order_by("pk"))
    for row in random.sample(rows, 12):
        row.refresh_from_db()
        now = datetime(
            2026, random.randint(7, 11), random.randint(1, 25), 23, tzinfo=UTC
        )
        stage = random.choice(list(Status))
        reason = ClosedReason.GHOSTED if stage == Status.CLOSED else ""
        if row.status != stage:
            move(row, stage, now, closed_reason=reason)
            if random.random() < 0.5:
                row.undo_move(by=user, now=now)
    random.choice(rows).move_to_bin()
    random.choice(rows).archive()


ZONES = ("UTC", "Asia/Kolkata", "Pacific/Pago_Pago")
PERIODS = (
    (date(2026, 11, 1), date(2026, 11, 30)),
    (date(2026, 10, 25), date(2026, 10, 25)),
    (date(2026, 1, 1), date(2026, 12, 31)),
)


def test_the_demo_search_counted_once_more(demo):
    for zone, (first, last) in product(ZONES, PERIODS):
        user = User.objects.get(pk=demo.pk)
        user.time_zone = zone
        agrees(user, first, last)


def agrees(user, first, last):
    report = Report(user, Period(first, last), has_names=True)
    again = Recount(user, first, last)
    told = [
        (
            entry.day,
            entry.title,
            entry.employer,
            [(stop.status, stop.day) for stop in entry.way],
            entry.follow_ups,
            entry.people,
        )
        for entry in report.entries()
    ]
    assert told == again.entries()
    assert [tuple(total) for total in report.totals()] == again.totals()
