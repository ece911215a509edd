from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from accounts.models import User
from applications.demo import tell
from applications.insights.figures import count, figures_of
from applications.insights.period import Period
from applications.insights.scope import Scope
from applications.insights.weeks import ACTIVE_WEEKS
from applications.models import Application, ClosedReason, Origin, Status
from applications.tests.factories import (
    ApplicationFactory,
    ClaimFactory,
    JobFactory,
    NoteFactory,
    ResponseFactory,
)
from applications.tests.insights.recount import Recount
from companies.tests.factories import CompanyFactory
from jobtracker.search import renewing

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
TODAY = date(2026, 11, 26)
TRAITS = {
    "source": lambda one: one.source,
    "channel": lambda one: one.application_channel,
    "resume": lambda one: one.resume_version,
}


def assert_same(user, today):
    found, again = count(Scope(user), today), Recount(user)
    assert found.saved == len(again.applications)
    assert found.reached == again.funnel()
    assert [list(flow) for flow in found.flows] == again.flows()
    for name, trait in TRAITS.items():
        told = {g.name: (g.n, g.replied, g.days) for g in found.replies[name]}
        assert told == again.replies(trait)
    sized = again.replies(lambda one: one.job.company.size)
    sized.pop("", None)
    assert {g.name: (g.n, g.replied, g.days) for g in found.replies["size"]} == sized
    assert {s.stage: (s.n, s.still, s[3:]) for s in found.stays} == {
        stage: (n, still, pytest.approx(quarters))
        for stage, (n, still, quarters) in again.stays().items()
    }
    assert {week: n for week, n in found.weeks if n} == again.weeks()
    days = {
        monday + timedelta(days=n): done
        for monday, week in found.activity
        for n, done in enumerate(week)
    }
    active = again.active_days()
    assert len(days) == 7 * ACTIVE_WEEKS
    assert days == {day: active[day] * (day <= today) for day in days}
    return found


def test_whatever_is_done_at_random_is_counted_as_its_rows_say(alice, bob):
    """Moves there and back, undone and reopened, by two people."""
    with renewing():
        _live_at_random(Random(5), alice, bob)
    assert_same(alice, TODAY)
    assert_same(bob, TODAY)


def _live_at_random(random, alice, bob):
    for number in range(120):
        user = random.choice((alice, alice, bob))
        company = CompanyFactory(user=user, size=random.choice(("", "small", "large")))
        at = NOW - timedelta(hours=random.randint(200, 4_500))
        application = ApplicationFactory(
            job=JobFactory(user=user, company=company),
            user=user,
            status=random.choice((Status.TRACKING, Status.TRACKING, Status.APPLIED)),
            source=random.choice(("", "A friend", "Fair")),
            now=at,
        )
        for _step in range(random.randint(0, 7)):
            at += timedelta(hours=random.randint(0, 30))
            _do_something(random, application, at)
        if number % 17 == 0:
            application.move_to_bin()


def _do_something(random, application, at):
    doing = random.choice(("move", "move", "move", "undo", "hear", "note"))
    if doing == "hear":
        ResponseFactory(application=application, received_at=at)
    elif doing == "note":
        NoteFactory(application=application, now=at)
    elif doing == "undo" and application.status_changes.undoable().exists():
        application.undo_move(by=None, now=at)
    elif doing == "move":
        status = random.choice(Status.values)
        reason = random.choice(ClosedReason.values) if status == Status.CLOSED else ""
        application.move_to(
            status, by=None, origin=Origin.BOARD, closed_reason=reason, now=at
        )


def test_none_and_one(alice):
    nothing = assert_same(alice, TODAY)
    assert nothing.saved == 0
    assert nothing.weeks == []
    assert nothing.flows == []
    ApplicationFactory(user=alice, now=NOW)
    assert assert_same(alice, TODAY).flows == [("tracking", "open", 1)]


def test_the_period_is_of_days_in_the_persons_zone(alice):
    """Half an hour before midnight in Berlin, by summer time and by winter time."""
    alice.time_zone = "Europe/Berlin"
    for at in (
        "2026-03-29 21:30",
        "2026-03-29 22:30",
        "2026-10-25 22:30",
        "2026-10-25 23:30",
    ):
        moment = datetime.fromisoformat(at).replace(tzinfo=UTC)
        ApplicationFactory(user=alice, status="applied", now=moment)

    def found(first, last):
        scope = Scope(
            alice, Period(date.fromisoformat(first), date.fromisoformat(last))
        )
        figures = count(scope, TODAY)
        assert sum(n for _week, n in figures.weeks) == figures.saved
        return figures.saved

    assert found("2026-03-29", "2026-03-29") == 1
    assert found("2026-03-30", "2026-03-30") == 1
    assert found("2026-10-25", "2026-10-25") == 1
    assert found("2026-10-26", "2026-10-26") == 1
    assert found("2026-03-29", "2026-10-26") == 4


def test_profile_and_source_narrow_everything(alice):
    ApplicationFactory(user=alice, source="Fair", status="applied", now=NOW)
    ApplicationFactory(user=alice, source="A friend", status="applied", now=NOW)
    found = count(Scope(alice, source="Fair"), TODAY)
    assert (found.saved, found.reached["applied"]) == (1, 1)
    assert [(g.name, g.n) for g in found.replies["source"]] == [("Fair", 1)]
    assert [n for _week, n in found.weeks] == [1]
    assert sum(sum(week) for _monday, week in found.activity) == 1


def test_claims_are_told_by_month(alice):
    application = ApplicationFactory(user=alice, now=NOW)
    for month, risk in ((9, "low"), (9, "high"), (11, "low")):
        at = datetime(2026, month, 30 - (month == 11) * 10, 23, tzinfo=UTC)
        ClaimFactory(application=application, risk_level=risk, created_at=at)
    alice.time_zone = "Asia/Tokyo"  # there it is October already
    told = count(Scope(alice), TODAY).months
    assert [(m.first, m.claims) for m in told] == [
        (date(2026, 10, 1), 2),
        (date(2026, 11, 1), 1),
    ]


def test_figures_are_kept_until_something_changes(alice, count_queries):
    application = ApplicationFactory(user=alice, now=NOW)
    figures_of(Scope(alice), TODAY)
    with count_queries() as queries:
        again = figures_of(Scope(alice), TODAY)
    assert len(queries) <= 2
    assert again.reached["offer"] == 0
    application.move_to(Status.OFFER, by=alice, origin=Origin.BOARD)
    assert figures_of(Scope(alice), TODAY).reached["offer"] == 1
    application.undo_move(by=alice)
    assert figures_of(Scope(alice), TODAY).reached["offer"] == 0
    application.move_to_bin()
    assert figures_of(Scope(alice), TODAY).saved == 0


def test_what_is_kept_is_of_one_person_zone_day_and_question(alice, bob):
    ApplicationFactory(user=alice, now=NOW)
    assert figures_of(Scope(alice), TODAY).saved == 1
    assert figures_of(Scope(bob), TODAY).saved == 0
    assert figures_of(Scope(alice, source="Fair"), TODAY).saved == 0
    late = Period(date(2026, 11, 27))
    assert figures_of(Scope(alice, late), TODAY).saved == 0
    ApplicationFactory(user=alice, now=datetime(2026, 11, 26, 12, tzinfo=UTC))
    assert figures_of(Scope(alice, late), TODAY).saved == 0
    there = User(pk=alice.pk, time_zone="Pacific/Kiritimati")
    assert figures_of(Scope(there, late), TODAY).saved == 1


def test_a_companys_size_is_news_too(alice):
    application = ApplicationFactory(user=alice, status="applied", now=NOW)
    assert figures_of(Scope(alice), TODAY).replies["size"] == []
    company = application.job.company
    company.size = "small"
    company.save_fields("size")
    assert [g.name for g in figures_of(Scope(alice), TODAY).replies["size"]] == [
        "small"
    ]


@pytest.fixture(scope="module")
def teller(module_rows):
    """A person of whom a whole search is told."""
    user = User.objects.create_user("told@example.org")
    with renewing():
        tell(user, count=60, seed=3, now=NOW)
    one, two = Application.objects.for_user(user).order_by("pk")[:2]
    one.archive()
    two.move_to_bin()
    return user


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_demo_search_is_counted_as_its_rows_say(zone, db, teller):
    person = User.objects.get(pk=teller.pk)
    person.time_zone = zone
    person.save_fields("time_zone")
    found = assert_same(person, NOW.astimezone(person.zone).date())
    assert found.saved == 58  # the demo has one in the bin already
    assert all(found.replies.values())
