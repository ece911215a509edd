"""The same source once more: updated, never doubled, and nothing of ours overwritten."""

from __future__ import annotations

import pytest

from applications.models import Application, Interview, Job, Note, Status
from applications.tests.importing.importing import DOCUMENTED, FIELD, Old, bring
from companies.models import Company

pytestmark = pytest.mark.django_db


@pytest.fixture
def old(path):
    return Old(path)


@pytest.mark.parametrize("folder", [DOCUMENTED, FIELD], ids=["documented", "field"])
@pytest.mark.parametrize("name", ["carteros", "career_copilot", "jobbot", "jobwise"])
def test_a_second_import_makes_and_changes_nothing(alice, folder, name):
    bring(alice, folder / f"{name}.sqlite")
    _run, report = bring(alice, folder / f"{name}.sqlite")
    assert not report.rows


def test_what_changed_there_changes_here(alice, old):
    bring(alice, old.add(location="Utrecht").path)
    _run, report = bring(alice, old.change(location="Ghent").path)
    assert Job.objects.get().location == "Ghent"
    assert report.rows == {"applications.job": {"changed": 1}}


def test_what_changed_here_stays(alice, old):
    bring(alice, old.add(location="Utrecht", salary_min=1).path)
    job = Job.objects.get()
    job.location = "Leiden"
    job.save_fields("location")
    bring(alice, old.change(salary_min=2).path)
    job.refresh_from_db()
    assert (job.location, job.salary_min) == ("Leiden", 2)


def test_what_changed_on_both_sides_stays_and_is_said(alice, old):
    bring(alice, old.add(location="Utrecht").path)
    job = Job.objects.get()
    job.location = "Leiden"
    job.save_fields("location")
    _run, report = bring(alice, old.change(location="Ghent").path)
    job.refresh_from_db()
    assert job.location == "Leiden"
    assert [remark["text"] for remark in report.remarks] == [
        "location was changed here, too: what you have stays"
    ]
    _run, report = bring(alice, old.path)
    assert not report.remarks, "said once"


def test_a_new_row_there_is_new_here(alice, old):
    bring(alice, old.add().path)
    _run, report = bring(alice, old.add("2", notes="Call them.").path)
    assert report.made() == {"Job": 1, "Application": 1, "Note": 1}


def test_a_move_there_is_a_move_here(alice, old):
    bring(alice, old.add(date_applied="2026-02-01", application_status="applied").path)
    bring(alice, old.change(outcome="rejected", date_outcome="2026-03-01").path)
    application = Application.objects.get()
    assert (application.status, application.closed_reason) == ("closed", "rejected")
    assert application.closed_at.isoformat() == "2026-03-01T12:00:00+00:00"
    last = application.status_changes.first()
    assert (last.origin, last.from_status) == ("import", "applied")


def test_a_move_there_does_not_undo_one_here(alice, old):
    bring(alice, old.add(date_applied="2026-02-01", application_status="applied").path)
    application = Application.objects.get()
    application.move_to(Status.OFFER, by=alice, origin="board")
    _run, report = bring(alice, old.change(outcome="rejected").path)
    application.refresh_from_db()
    assert application.status == Status.OFFER
    assert "status was changed here, too" in report.remarks[0]["text"]


def test_what_was_deleted_here_is_not_made_again(alice, old):
    bring(alice, old.add(notes="Call them.", interview_rounds=1).path)
    Note.objects.all().delete()
    _run, report = bring(alice, old.path)
    assert not Note.objects.exists()
    assert Interview.objects.count() == 1
    assert not report.rows


def test_an_application_that_was_erased_here_is_not_made_again(alice, old):
    bring(alice, old.add(notes="Call them.", interview_rounds=1).path)
    Job.objects.all().delete()
    _run, report = bring(alice, old.path)
    assert not Application.objects.exists()
    assert not Note.objects.exists()
    assert "deleted here since" in report.remarks[0]["text"]


def test_a_company_that_was_renamed_here_is_still_that_one(alice, old):
    bring(alice, old.add().path)
    company = Company.objects.get()
    company.name = "Initech International"
    company.save_fields("name")
    bring(alice, old.path)
    assert Company.objects.get().name == "Initech International"


def test_another_copy_with_the_same_numbers_is_another_source(alice, tmp_path):
    """Row 1 of one JobBot and row 1 of another have nothing to do with each other."""
    mine, theirs = Old(tmp_path / "a.sqlite"), Old(tmp_path / "b.sqlite")
    bring(alice, mine.add(position_title="Archivist").path)
    bring(
        alice,
        theirs.add(
            position_title="Beekeeper", identity_name="Hooli", created_at="2025-05-05"
        ).path,
    )
    assert set(Job.objects.values_list("title", flat=True)) == {
        "Archivist",
        "Beekeeper",
    }


def test_one_persons_import_is_not_anothers(alice, bob, old):
    bring(alice, old.add().path)
    bring(bob, old.path)
    for person in (alice, bob):
        assert Application.objects.for_user(person).count() == 1
