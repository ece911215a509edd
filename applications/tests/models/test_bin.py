from datetime import UTC, datetime

import pytest

from applications.models import Application, Job
from applications.models.application import Collision
from applications.tests.factories import ApplicationFactory
from applications.tests.models.rows import facts_of, row_of

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
URL = "https://jobs.example/1"


def in_bin(user, **job):
    application = ApplicationFactory(user=user, **job)
    application.move_to_bin()
    return application


def test_deleted_one_takes_its_job_along(alice):
    application = ApplicationFactory(user=alice)
    application.move_to_bin(now=NOW)
    assert row_of(application)["deleted_at"] == NOW
    assert Job.objects.get().deleted_at == NOW
    assert not Application.objects.present().exists()
    assert Application.objects.in_bin().get() == application


def test_restored_one_is_as_it_was(alice):
    application = ApplicationFactory(user=alice, status="interview")
    before = facts_of(application)
    application.move_to_bin()
    application.restore()
    assert facts_of(application) == before
    assert Job.objects.get().deleted_at is None


def test_deleting_twice_keeps_the_first_date(alice):
    application = ApplicationFactory(user=alice)
    application.move_to_bin(now=NOW)
    before = row_of(application)
    application.move_to_bin()
    assert row_of(application) == before


def test_restoring_what_is_not_in_the_bin_writes_nothing(alice):
    application = ApplicationFactory(user=alice)
    before = row_of(application)
    application.restore()
    assert row_of(application) == before


def test_same_posting_can_be_added_again_after_it_was_deleted(alice):
    in_bin(alice, job__url=URL)
    assert ApplicationFactory(user=alice, job__url=URL).pk


@pytest.mark.parametrize(
    "posting",
    [
        {"job__url": URL},
        {"job__source": "jobs.example", "job__source_id": "7"},
        {"job__url": URL, "job__source": "jobs.example", "job__source_id": "7"},
    ],
)
def test_restore_of_a_posting_that_was_added_again_is_refused(alice, posting):
    old = in_bin(alice, **posting)
    new = ApplicationFactory(user=alice, **posting)
    before = row_of(old), row_of(new)
    with pytest.raises(Collision) as refused:
        old.restore()
    assert refused.value.other == new
    assert (row_of(old), row_of(new)) == before


def test_restore_can_take_the_place_of_the_other(alice):
    old = in_bin(alice, job__url=URL)
    new = ApplicationFactory(user=alice, job__url=URL)
    old.restore(replace=True)
    assert Application.objects.present().get() == old
    assert Application.objects.in_bin().get() == new


def test_both_of_two_doubles_make_way(alice):
    numbered = {"job__source": "jobs.example", "job__source_id": "7"}
    old = in_bin(alice, job__url=URL, **numbered)
    ApplicationFactory(user=alice, job__url=URL)
    ApplicationFactory(user=alice, **numbered)
    old.restore(replace=True)
    assert Application.objects.present().get() == old


def test_posting_of_another_person_does_not_collide(alice, bob):
    old = in_bin(alice, job__url=URL)
    ApplicationFactory(user=bob, job__url=URL)
    old.restore()
    assert Application.objects.present().count() == 2


def test_postings_without_address_or_number_never_collide(alice):
    old = in_bin(alice)
    ApplicationFactory(user=alice, job__title=old.job.title)
    old.restore()
    assert Application.objects.present().count() == 2


def test_same_source_without_a_number_does_not_collide(alice):
    old = in_bin(alice, job__source="jobs.example")
    ApplicationFactory(user=alice, job__source="jobs.example")
    old.restore()
    assert Application.objects.present().count() == 2
