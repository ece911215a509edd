"""An import is taken back as a whole; what was worked on since stays."""

from __future__ import annotations

import pytest
from django.utils import timezone

from accounts.tests.factories import ProfileFactory
from applications.importing.undo import take_back
from applications.models import (
    Application,
    Interview,
    Job,
    JobAnalysis,
    JobView,
    Note,
    Stop,
)
from applications.tests.factories import ApplicationFactory, JobFactory
from applications.tests.importing.importing import (
    DOCUMENTED,
    FIELD,
    Old,
    bring,
    everything,
)
from companies.models import Company, Contact
from jobtracker.errors import Refused

pytestmark = pytest.mark.django_db
FILES = [
    *(
        DOCUMENTED / f"{name}.sqlite"
        for name in ("carteros", "career_copilot", "jobbot")
    ),
    *(
        DOCUMENTED / f"{name}.sqlite"
        for name in ("jobos_before", "jobos_after", "jobwise")
    ),
    *(FIELD / f"{name}.sqlite" for name in ("carteros", "career_copilot", "jobbot")),
    *(FIELD / f"{name}.sqlite" for name in ("jobos", "jobwise")),
]


@pytest.fixture
def old(path):
    return Old(path)


@pytest.mark.parametrize(
    "path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_all_is_as_it_was(alice, path):
    """Also a company that was there before, and that the import told more about."""
    ApplicationFactory(user=alice, job__company__name="Fabelwerk GmbH").add_note(
        "Mine."
    )
    Company.objects.create(user=alice, name="Litware")
    before = everything()
    run, report = bring(alice, path)
    assert report.made()
    assert take_back(run) == []
    assert everything() == before


def test_a_second_import_taken_back_leaves_the_first(alice, old):
    bring(alice, old.add(location="Utrecht").path)
    before = everything()
    run, _report = bring(alice, old.change(location="Ghent").add("2").path)
    assert take_back(run) == []
    assert everything() == before


def test_the_first_can_not_go_before_the_second(alice, old):
    run, _report = bring(alice, old.add().path)
    bring(alice, old.add("2").path)
    with pytest.raises(Refused, match="A later import"):
        take_back(run)
    assert Application.objects.count() == 2


def test_it_can_come_again_after_that(alice, old):
    run, _report = bring(alice, old.add().path)
    take_back(run)
    _run, report = bring(alice, old.path)
    assert report.made() == {"Company": 1, "Job": 1, "Application": 1}


def edit(application):
    application.edit(facts={"source": "A friend"}, job_facts={}, version=None)


def edit_its_job(application):
    application.edit(facts={}, job_facts={"title": "Librarian"}, version=None)


def move(application):
    application.move_to("offer", by=application.user, origin="board")


def write_a_note(application):
    application.add_note("They called.")


def change_a_note(application):
    note = application.notes.get()
    note.text = "Other words."
    note.save_fields("text")


def bin_it(application):
    application.move_to_bin()


@pytest.mark.parametrize(
    "work", [edit, edit_its_job, move, write_a_note, change_a_note, bin_it]
)
def test_what_was_worked_on_stays_whole(alice, old, work):
    old.add("1", notes="Call them.", interview_rounds=2, contact_name="Kim")
    run, _report = bring(alice, old.add("2", identity_name="Hooli").path)
    mine = Application.objects.get(job__title="Archivist 1")
    work(mine)
    kept = take_back(run)
    assert list(Application.objects.all()) == [mine]
    assert Interview.objects.filter(application=mine).count() == 2
    assert Note.objects.filter(application=mine, text__contains="").exists()
    assert [company.name for company in Company.objects.all()] == ["Initech"]
    assert {one["why"].split(":")[0] for one in kept} <= {"edited since", "used since"}
    assert kept


def test_a_company_that_is_used_since_stays_alone(alice, old):
    run, _report = bring(alice, old.add().path)
    ApplicationFactory(user=alice, job__company=Company.objects.get())
    kept = take_back(run)
    assert [one["name"] for one in kept] == ["Initech"]
    assert Application.objects.count() == 1
    assert not Job.objects.filter(title="Archivist 1").exists()


def test_a_contact_linked_to_something_of_ours_stays(alice, old):
    run, _report = bring(alice, old.add(contact_name="Kim Lister").path)
    ours = ApplicationFactory(user=alice)
    ours.contacts.add(Contact.objects.get())
    take_back(run)
    assert [contact.name for contact in ours.contacts.all()] == ["Kim Lister"]


def test_someone_of_ours_put_on_an_imported_application_keeps_it(alice, old):
    run, _report = bring(alice, old.add().path)
    contact = Contact.objects.create(user=alice, name="Kim Lister")
    Application.objects.get().contacts.add(contact)
    take_back(run)
    assert Application.objects.count() == 1


def test_columns_that_were_changed_since_stay_and_are_told(alice, old):
    company = Company.objects.create(user=alice, name="Initech")
    bring(alice, old.add(location="Utrecht").path)
    run, _report = bring(alice, old.change(location="Ghent").path)
    job = Job.objects.get()
    job.location = "Leiden"
    job.save_fields("location")
    kept = take_back(run)
    job.refresh_from_db()
    assert job.location == "Leiden"
    assert [one["kind"] for one in kept] == ["Job"]
    company.refresh_from_db()


def test_a_move_it_made_is_taken_back(alice, old):
    bring(alice, old.add(date_applied="2026-02-01", application_status="applied").path)
    run, _report = bring(alice, old.change(outcome="rejected").path)
    take_back(run)
    application = Application.objects.get()
    assert (application.status, application.closed_reason) == ("applied", "")
    assert application.closed_at is None


def test_a_move_that_was_made_since_stays(alice, old):
    bring(alice, old.add(date_applied="2026-02-01", application_status="applied").path)
    run, _report = bring(alice, old.change(outcome="rejected").path)
    Application.objects.get().move_to("interview", by=alice, origin="board")
    assert [one["why"] for one in take_back(run)] == ["moved since"]
    assert Application.objects.get().status == "interview"


def test_twice_is_once(alice, old):
    run, _report = bring(alice, old.add().path)
    take_back(run)
    before = everything()
    take_back(run)
    assert everything() == before


def test_of_another_person_nothing_goes(alice, bob, old):
    run, _report = bring(alice, old.add().path)
    bring(bob, old.path)
    take_back(run)
    assert Application.objects.for_user(bob).count() == 1
    assert not JobAnalysis.objects.exists()


def test_a_posting_of_the_inbox_that_it_applied_to_waits_there_again(alice, old):
    there, now = JobFactory(user=alice), timezone.now()
    run, _report = bring(alice, old.add().path)
    begun = Application.bring_in(
        there, path=[Stop("applied", "", now)], saved_at=now, last_activity_at=now
    )
    run.records.get().objects_made.create(
        part="another",
        model="applications.application",
        object_id=begun.pk,
        action="made",
        after={},
    )
    assert take_back(run) == []
    there.refresh_from_db()
    assert not there.is_pursued
    assert list(Job.objects.for_user(alice).present().untouched()) == [there]


def learn(user, *technical):
    profile = ProfileFactory(
        user=user, is_default=True, skills={"technical": list(technical)}
    )
    profile.touch()


def test_what_was_merely_weighed_goes(alice, old):
    learn(alice, "Filing")
    run, _report = bring(alice, old.add().path)
    assert Application.objects.get().fit_score is not None
    assert JobAnalysis.objects.get().is_ours
    assert take_back(run) == []
    assert not Job.objects.exists()
    assert not JobAnalysis.objects.exists()


def test_what_is_put_back_is_weighed_anew(alice, old):
    learn(alice, "Filing")
    bring(alice, old.add(position_title="Archivist").path)
    before = JobAnalysis.objects.get().explanation
    run, _report = bring(alice, old.change(position_title="Night nurse").path)
    assert JobAnalysis.objects.get().explanation != before
    assert take_back(run) == []
    assert JobAnalysis.objects.get().explanation == before
    assert JobAnalysis.objects.get().is_current


def test_who_looked_at_a_posting_has_not_worked_on_it(alice, old):
    run, _report = bring(alice, old.add().path)
    for _time in range(2):
        JobView.objects.seen(alice, Job.objects.get())
    assert take_back(run) == []
    assert not Job.objects.exists()
