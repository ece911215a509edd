"""Many mails are read by the worker, and kept by the person."""

import pytest

from applications.answering import Reader, read_batch
from applications.models import EmployerResponse, MailBatch
from applications.tests.factories import ApplicationFactory
from applications.tests.mails import eml, zipped
from jobtracker.work import Stopped, WorkStatus

REJECTION = "We have decided to move forward with other candidates."


@pytest.fixture
def initech(alice):
    return ApplicationFactory(
        user=alice, status="applied", job__title="Baker", job__company__name="Initech"
    )


def batch_of(user, mails):
    return MailBatch.objects.create(user=user, name="all.zip", source=zipped(mails))


def read(batch):
    read_batch(batch.pk)
    batch.refresh_from_db()
    return batch


def test_each_mail_is_read_with_its_application(alice, initech):
    other = eml("News", "A newsletter about bread.", "News <a@b.example>", key="two")
    batch = read(batch_of(alice, [eml(text=REJECTION), other]))
    first, second = batch.items.all()
    assert (batch.status, batch.total_stages) == (WorkStatus.COMPLETED, 2)
    assert (first.application, first.response_type) == (initech, "rejection")
    assert first.reasons
    assert second.application is None


def test_files_are_forgotten_once_they_are_read(alice, initech):
    assert bytes(read(batch_of(alice, [eml()])).source) == b""


def test_broken_mail_says_why_and_the_others_go_on(alice, initech):
    batch = read(batch_of(alice, [b"no mail at all", eml()]))
    assert [bool(item.problem) for item in batch.items.all()] == [True, False]


def test_broken_archive_fails_with_the_reason(alice):
    batch = MailBatch.objects.create(user=alice, name="x", source=b"PKbroken")
    assert "damaged" in read(batch).error_message
    assert batch.status == WorkStatus.FAILED
    assert bytes(batch.source)  # for another try


def test_run_that_was_killed_goes_on_where_it_ended(alice, initech):
    batch = batch_of(alice, [eml(key=str(n)) for n in range(3)])

    class Dying(Reader):
        def read(self, raw):
            if b"<2@" in raw:
                raise KeyboardInterrupt
            return super().read(raw)

    with pytest.raises(KeyboardInterrupt):
        batch.read(Dying(alice))
    read(batch)
    assert [item.position for item in batch.items.all()] == [1, 2, 3]


def test_cancelled_one_stops_at_the_next_mail(alice, initech):
    batch = batch_of(alice, [eml(key=str(n)) for n in range(3)])

    class Impatient(Reader):
        def read(self, raw):
            MailBatch.objects.get(pk=batch.pk).cancel()
            return super().read(raw)

    with pytest.raises(Stopped):
        batch.read(Impatient(alice))
    batch.refresh_from_db()
    assert (batch.status, batch.items.count()) == (WorkStatus.CANCELLED, 1)


def test_kept_mail_becomes_a_response_and_moves_nothing(alice, initech):
    item = read(batch_of(alice, [eml(text=REJECTION)])).items.get()
    response = item.keep(initech)
    initech.refresh_from_db()
    assert (response.response_type, initech.status) == ("rejection", "applied")
    assert response.received_at.isoformat() == "2026-03-02T09:30:00+00:00"
    assert item.response == response


def test_mail_that_is_there_already_is_not_kept_twice(alice, initech):
    first = read(batch_of(alice, [eml()])).items.get()
    again = read(batch_of(alice, [eml()])).items.get()
    first.keep(initech)
    again.keep(initech)
    assert EmployerResponse.objects.count() == 1
    assert again.is_skipped


def test_gone_batch_is_no_error(db):
    read_batch(1)
