from __future__ import annotations

from collections import Counter

import pytest

from accounts.models import Profile
from applications.demo import tell
from applications.models import Application, ClosedReason, Job, Note, Priority, Status
from applications.tests.demo.conftest import NOW
from applications.tests.demo.stories import papers, people, story
from jobtracker.search import renewing

pytestmark = pytest.mark.alike


@pytest.fixture
def applications(told):
    return Application.objects.for_user(told)


def test_all_statuses_reasons_and_priorities_are_there(applications):
    assert {row.status for row in applications} == set(Status.values)
    assert {row.closed_reason for row in applications} == {"", *ClosedReason.values}
    assert {row.priority for row in applications} == set(Priority.values)


def test_some_companies_have_several(applications):
    counts = Counter(applications.values_list("job__company", flat=True))
    assert max(counts.values()) >= 3


def test_each_column_and_child_has_something_to_show(told, applications):
    assert applications.filter(applied_at=None).exists()
    assert applications.filter(next_follow_up_on__gte=NOW.date()).exists()
    assert applications.filter(offer_amount__gt=0).exists()
    assert applications.exclude(rejection_reason="").exists()
    assert Note.objects.for_user(told).exists()
    assert not Job.objects.filter(description="").exists()


def test_history_ends_where_the_application_stands(applications):
    for row in applications:
        steps = list(row.status_changes.order_by("pk"))
        assert steps[0].from_status == ""
        assert steps[-1].to_status == row.status
        for before, after in zip(steps, steps[1:], strict=False):
            assert after.from_status == before.to_status


def test_same_seed_is_the_same_story(bob, told):
    """And brings the same papers and the same people."""
    with renewing():
        tell(bob, count=60, seed=1, now=NOW)
    for what in (story, papers, people):
        assert what(bob) == what(told)


@pytest.mark.parametrize("seed", [1, 2])
def test_other_seed_is_another_story(seed, bob, told):
    """Its beginning is enough, and who has a résumé gets no papers."""
    Profile.objects.create(user=bob, name="My own")
    tell(bob, count=5, seed=seed, now=NOW)
    titles = [
        list(dict.fromkeys(row[:4] for row in story(person)))[:5]
        for person in (bob, told)
    ]
    assert (titles[0] == titles[1]) is (seed == 1)


def test_every_row_could_have_been_typed(applications):
    for row in applications.with_job():
        row.full_clean(validate_constraints=False)
        row.job.full_clean(validate_constraints=False)
