"""An import that ends in the middle goes on where it ended; then it is as if it had not."""

from __future__ import annotations

import pytest
from django.db import transaction

from applications.importing import desk, importer
from applications.models import Application, ImportRun
from applications.models.imports import Step
from applications.tests.importing.importing import DOCUMENTED, Old, everything
from jobtracker.work import Stopped, WorkStatus

pytestmark = pytest.mark.django_db


class Killed(BaseException):
    """Nothing catches it, as nothing catches a SIGKILL."""


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch):
    monkeypatch.setattr(importer, "BATCH", 3)
    monkeypatch.setattr(transaction, "on_commit", lambda work, **_options: None)


def run_of(user, path, **options):
    """Looked at, and told to be applied."""
    run = ImportRun.objects.create(
        user=user, filename=path.name, source=path.read_bytes(), options=options
    )
    desk.work(run.pk)
    run.refresh_from_db()
    run.apply()
    return run


def shapes(rows):
    """All there is, without keys and moments of making: two imports differ in these."""
    left_out = {
        "id", "created_at", "updated_at", "dated_at", "dedupe_key", "deleted_at",
    }  # fmt: skip
    return {
        label: sorted(
            str(
                {k: v for k, v in row.items() if k not in left_out and not is_key(k, v)}
            )
            for row in found.values()
        )
        for label, found in rows.items()
    }


def is_key(name, value):
    return isinstance(value, int) and name in {
        "user", "job", "application", "company", "contact", "profile", "by",
        "source_sample", "opportunity", "experience", "object_id", "reference", "row",
    }  # fmt: skip


def kill_after(monkeypatch, reports):
    count = iter(range(reports))

    def report(self, *_words):
        if next(count, None) is None:
            raise Killed

    monkeypatch.setattr(ImportRun, "report", report)


@pytest.mark.parametrize("reports", [0, 1, 3, 5])
def test_what_was_killed_goes_on_and_ends_the_same(alice, bob, monkeypatch, reports):
    path = DOCUMENTED / "jobos_after.sqlite"
    person = "57f66ff4-e637-4100-bf47-f103fc3a3e3d"
    empty = everything()
    clean = run_of(alice, path, person=person)
    desk.work(clean.pk)
    expected = shapes(everything())
    clean.refresh_from_db()
    clean.undo()
    desk.work(clean.pk)
    assert everything() == empty

    run = run_of(bob, path, person=person)
    with monkeypatch.context() as patch:
        kill_after(patch, reports)
        with pytest.raises(Killed):
            desk.work(run.pk)
    assert ImportRun.objects.get(pk=run.pk).status == WorkStatus.RUNNING
    desk.work(run.pk)
    again = ImportRun.objects.get(pk=run.pk)
    assert again.status == WorkStatus.COMPLETED
    assert shapes(everything()) == expected
    clean.refresh_from_db()
    assert again.counts["rows"] == clean.counts["rows"]


def test_what_was_killed_can_be_taken_back_as_it_is(alice, tmp_path, monkeypatch):
    old = Old(tmp_path / "old.db")
    for number in range(10):
        old.add(str(number), notes="Call them.")
    before = everything()
    run = run_of(alice, old.path)
    with monkeypatch.context() as patch:
        kill_after(patch, 1)
        with pytest.raises(Killed):
            desk.work(run.pk)
    assert 0 < Application.objects.count() < 10
    run = ImportRun.objects.get()
    run.cancel()
    run.undo()
    desk.work(run.pk)
    assert everything() == before


def test_who_cancels_keeps_what_came_and_may_go_on(alice, tmp_path, monkeypatch):
    old = Old(tmp_path / "old.db")
    for number in range(10):
        old.add(str(number))
    run = run_of(alice, old.path)
    report = ImportRun.report

    def cancel(self, done, *words):
        if done >= 6:
            ImportRun.objects.get(pk=self.pk).cancel()
        report(self, done, *words)

    with monkeypatch.context() as patch:
        patch.setattr(ImportRun, "report", cancel)
        with pytest.raises(Stopped):
            desk.work(run.pk)
    assert Application.objects.count() == 6
    run.refresh_from_db()
    assert run.can_undo
    run.retry()
    desk.work(run.pk)
    assert Application.objects.count() == 10
    assert ImportRun.objects.get().step == Step.APPLY


def test_an_undo_that_was_killed_has_done_nothing(alice, tmp_path, monkeypatch):
    old = Old(tmp_path / "old.db").add(notes="Call them.")
    run = run_of(alice, old.path)
    desk.work(run.pk)
    before = everything()
    run.refresh_from_db()
    run.undo()

    def break_down(*_words):
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("applications.importing.undo.Undo._keep_what_belongs", break_down)
        with pytest.raises(Killed), transaction.atomic():
            desk.work(run.pk)
    assert everything() == before
    ImportRun.objects.update(status=WorkStatus.RUNNING)
    desk.work(run.pk)
    assert not Application.objects.exists()
