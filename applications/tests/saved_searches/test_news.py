"""What is new is told once, whenever and however often it is looked for."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from accounts.models import Notification
from applications import daily
from applications.models import Application, Job, SavedSearch
from applications.saved_searches import news
from applications.saved_searches.news import OVERLAP, begin, last_told, tell, told_on
from applications.tests.factories import (
    ApplicationFactory,
    JobFactory,
    PublicJobFactory,
    SavedSearchFactory,
)
from companies.tests.factories import CompanyFactory

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TODAY = date(2026, 3, 2)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def apply(user, title, at, **facts):
    one = ApplicationFactory(user=user, priority="high", job__title=title, **facts)
    Application.objects.filter(pk=one.pk).update(saved_at=at)
    return one


def find(title, at, factory=JobFactory, **facts):
    job = factory(title=title, remote_type="remote", **facts)
    Job.objects.filter(pk=job.pk).update(captured_at=at)
    return job


def run(search, now=NOW, day=TODAY):
    return tell(search, now=now, day=day)


@pytest.fixture
def search(alice):
    return SavedSearchFactory(
        user=alice,
        name="High",
        filters={"priority": ["high"]},
        notify=True,
        last_run_at=NOW - DAY,
    )


@pytest.fixture
def of_jobs(alice):
    return SavedSearchFactory(
        user=alice,
        scope="jobs",
        filters={"remote_type": ["remote"]},
        notify=True,
        last_run_at=NOW - DAY,
    )


def test_new_matches_are_told_with_their_number_and_place(alice, search):
    first = apply(alice, "Baker", NOW - 3 * HOUR)
    second = apply(alice, "Miller", NOW - 2 * HOUR)
    apply(alice, "Known", NOW - 3 * DAY)
    ApplicationFactory(user=alice, priority="low")
    told = run(search)
    assert told.title == "2 new for “High”"
    assert told.message == "Miller · Baker"
    assert told.url == search.get_absolute_url()
    assert told.data["rows"] == [second.pk, first.pk]
    assert last_told(search) == told
    assert list(told_on(alice, TODAY)) == [told]
    assert not told_on(alice, TODAY + DAY).exists()


def test_run_again_it_tells_nothing_again(alice, search):
    apply(alice, "Baker", NOW - MINUTE)
    assert run(search)
    assert run(search) is None
    assert run(search, NOW + MINUTE) is None
    assert run(search, NOW + 30 * DAY) is None
    assert Notification.objects.count() == 1


def test_what_was_committed_late_is_told_with_the_next_run(alice, search):
    early = apply(alice, "Baker", NOW - MINUTE)
    run(search)
    late = apply(alice, "Miller", NOW - 2 * MINUTE)
    told = run(search, NOW + DAY)
    assert told.data["rows"] == [late.pk]
    assert early.pk not in told.data["rows"]


def test_switched_on_it_is_silent_of_what_is_there(alice, search):
    apply(alice, "Baker", NOW - MINUTE)
    begin(search, now=NOW)
    assert run(search, NOW + MINUTE) is None
    apply(alice, "Miller", NOW + 2 * MINUTE)
    assert run(search, NOW + HOUR).message == "Miller"


def test_one_that_never_ran_begins_now(alice, search):
    apply(alice, "Baker", NOW - DAY)
    SavedSearch.objects.update(last_run_at=None)
    assert run(search) is None
    search.refresh_from_db()
    assert search.last_run_at == NOW


def test_a_clock_that_was_wrong_silences_it_no_longer_than_that(alice, search):
    search.last_run_at = timezone.now() + 400 * DAY
    search.save_fields("last_run_at")
    now = timezone.now()
    run(search, now=now)
    apply(alice, "Tailor", now + HOUR)
    assert run(search, now=now + DAY)


def test_where_all_it_asks_for_is_gone_nothing_matches(alice, search):
    company = CompanyFactory(user=alice)
    search.filters = {"company": [str(company.pk)]}
    search.save_fields("filters")
    apply(alice, "Tailor", NOW - HOUR)
    company.delete()
    assert run(search) is None


def test_one_of_jobs_tells_of_the_inbox_and_of_public_ones(alice, bob, of_jobs):
    mine = find("Mine", NOW - HOUR, user=alice)
    public = find("Public", NOW - 2 * HOUR, PublicJobFactory)
    hidden = find("Hidden", NOW - HOUR, PublicJobFactory)
    hidden.views.model.objects.hide(alice, hidden, is_hidden=True)
    blocked = find("Blocked", NOW - HOUR, user=alice)
    blocked.company.is_blocked = True
    blocked.company.save()
    find("Foreign", NOW - HOUR, user=bob)
    assert run(of_jobs).data["rows"] == [mine.pk, public.pk]


def test_one_of_public_jobs_alone_is_about_them_alone(alice, of_jobs):
    SavedSearch.objects.update(filters={"scope": ["public"]})
    find("Mine", NOW - HOUR, user=alice)
    public = find("Public", NOW - 2 * HOUR, PublicJobFactory)
    assert run(of_jobs).data["rows"] == [public.pk]


def test_words_are_looked_for_as_they_stand(alice, of_jobs):
    SavedSearch.objects.update(filters={}, query="enginer")
    find("Engineer", NOW - HOUR, user=alice)
    assert run(of_jobs) is None
    SavedSearch.objects.update(query="engineer", last_run_at=NOW - DAY)
    assert run(of_jobs).message == "Engineer"


@pytest.mark.parametrize("off", [{"notify": False}, {"is_active": False}])
def test_one_that_rests_is_not_run(alice, search, off):
    apply(alice, "Baker", NOW - HOUR)
    SavedSearch.objects.update(**off)
    assert run(search) is None
    search.refresh_from_db()
    assert search.last_run_at == NOW - DAY


def test_a_foreign_filter_does_not_stop_it(alice, search):
    filters = {"priority": "high", "salary_min": {"x": [1]}, "company": ["999999"]}
    SavedSearch.objects.update(filters=filters)
    apply(alice, "Baker", NOW - HOUR)
    assert run(search)


def test_many_are_counted_so_far_and_remembered_while_needed(
    alice, search, monkeypatch
):
    monkeypatch.setattr(news, "MOST", 3)
    for number in range(5):
        apply(alice, f"Baker {number}", NOW - number * MINUTE)
    assert run(search).title == "2+ new for “High”"
    search.refresh_from_db()
    assert len(search.told) == 3
    assert run(search, NOW + 2 * OVERLAP) is None
    search.refresh_from_db()
    assert search.told == []


def test_daily_tells_each_person_of_their_own(alice, bob, search):
    for user in (alice, bob):
        user.get_preferences()
        apply(user, f"For {user.email}", NOW - HOUR)
    done, _problem = daily.run(now=NOW)
    assert (done["searches"], done["failed"]) == (1, 0)
    (told,) = Notification.objects.filter(dedupe_key__startswith="search:")
    assert (told.user, told.message) == (alice, f"For {alice.email}")
    assert daily.run(now=NOW)[0]["searches"] == 0


def test_a_search_that_fails_holds_nobody_up(alice, bob, search, monkeypatch):
    for user in (alice, bob):
        user.get_preferences()
    apply(bob, "Baker", NOW - HOUR)
    SavedSearchFactory(
        user=bob, filters={"priority": ["high"]}, notify=True, last_run_at=NOW - DAY
    )
    whole = news._tell_one

    def broken(user, *args):
        if user == alice:
            raise ZeroDivisionError
        return whole(user, *args)

    monkeypatch.setattr(news, "_tell_one", broken)
    assert news.tell_people(now=NOW) == {"searches": 1, "failed": 1}
    monkeypatch.setattr(news, "_tell_one", whole)
    assert news.tell_people(now=NOW) == {"searches": 0, "failed": 0}


def test_a_run_asks_as_often_for_many(alice, search, same_query_count):
    def many(count):
        for number in range(count):
            apply(alice, f"Baker {number}", NOW - MINUTE)
        SavedSearch.objects.update(last_run_at=NOW - DAY, told=[])
        Notification.objects.all().delete()

    many(1)
    few = same_query_count(lambda: run(search))
    many(8)
    assert same_query_count(lambda: run(search)) == few
