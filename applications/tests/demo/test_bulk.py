"""Thousands at once: what holds for some hundreds holds for them."""

from __future__ import annotations

from collections import Counter

import pytest

from accounts.models import User
from applications.demo import make_many
from applications.models import (
    Application,
    ClosedReason,
    JobAnalysis,
    Note,
    Status,
    StatusChange,
)
from applications.tests.demo.conftest import NOW
from applications.tests.demo.stories import story
from companies.models import Company

pytestmark = pytest.mark.alike

COUNT = 240


@pytest.fixture(scope="module")
def busy(module_rows):
    user = User.objects.create_user("busy@example.org")
    make_many(user, count=COUNT, seed=1, now=NOW)
    return user


@pytest.fixture
def many(db, busy):
    return Application.objects.for_user(busy)


def test_statuses_are_spread_evenly(many):
    counts = Counter(many.values_list("status", flat=True))
    assert set(counts) == set(Status.values)
    assert max(counts.values()) - min(counts.values()) <= 1


def test_many_have_the_same_kinds_of_children(busy, many):
    assert set(many.values_list("closed_reason", flat=True)) == {
        "",
        *ClosedReason.values,
    }
    assert Note.objects.for_user(busy).count() == COUNT
    begun = StatusChange.objects.for_user(busy).filter(from_status="")
    assert begun.count() == COUNT
    assert Company.objects.for_user(busy).count() == COUNT // 20


def test_every_tenth_is_analysed(busy, many):
    analyses = JobAnalysis.objects.for_user(busy)
    assert analyses.count() == COUNT // 10
    for analysis in analyses.select_related("job__application"):
        assert analysis.fit_score == analysis.job.application.fit_score


def test_many_are_the_same_for_the_same_seed(bob, busy, many):
    make_many(bob, count=COUNT, seed=1, now=NOW)
    assert story(bob) == story(busy)


def test_nothing_happens_in_the_future(busy, many):
    changes = StatusChange.objects.for_user(busy)
    assert not changes.filter(changed_at__gt=NOW).exists()
    assert not Note.objects.for_user(busy).filter(created_at__gt=NOW).exists()
    for field in ("closed_at", "applied_at", "saved_at", "last_activity_at"):
        assert not many.filter(**{f"{field}__gt": NOW}).exists()


def test_history_of_each_of_many_ends_where_it_stands(many):
    for row in many[:50]:
        last = row.status_changes.order_by("-changed_at", "-pk").first()
        assert last.to_status == row.status
        if row.is_closed:
            assert last.changed_at == row.closed_at
