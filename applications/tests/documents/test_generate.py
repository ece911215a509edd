"""A document is written by the worker, in stages, once."""

from __future__ import annotations

import pytest

from applications.documents import generate
from applications.models import ContentRanking, Document, DocumentStatus
from applications.tests.writing import (
    archivist,
    pursuit,
    wanted,
    written,
)
from companies.tests.factories import ContactFactory
from jobtracker.errors import Refused
from jobtracker.work import Stopped

pytestmark = [pytest.mark.django_db, pytest.mark.alike]


class Killed(BaseException):
    """Nothing catches it, as nothing catches a SIGKILL."""


def said(document):
    return document.content.splitlines()


def test_a_resume_says_what_the_profile_says(alice):
    document = written(archivist(alice), pursuit(alice))
    assert document.status == DocumentStatus.COMPLETED
    assert said(document)[0] == "# Alice Abel"
    assert "- Catalogued 1,200 boxes in EAD" in said(document)
    assert (document.current_stage, document.version_number) == (5, 1)
    assert document.generation_seconds > 0
    assert document.tokens_used == 0


@pytest.mark.parametrize("kind", ["resume", "cover_letter"])
def test_each_statement_of_it_has_evidence(alice, kind):
    document = written(archivist(alice), pursuit(alice), kind)
    states = set(document.result["metadata"]["statements"])
    assert states <= {"supported", "courtesy"}, document.content


def test_the_pages_are_set_and_read_as_a_machine_reads_them(alice):
    result = written(archivist(alice), pursuit(alice)).result
    assert result["metadata"]["pages"] == 1
    assert result["metadata"]["missing"] == []
    assert 30 < result["ats_score"] <= 100
    assert result["metadata"]["ats"]


def test_a_letter_goes_to_whom_the_person_knows_there(alice):
    application = pursuit(alice)
    someone = ContactFactory(user=alice, name="Mara Okafor", role="hiring_manager")
    application.contacts.add(someone)
    letter = written(archivist(alice), application, "cover_letter")
    assert "Dear Mara Okafor," in said(letter)


def test_of_two_whom_it_may_concern_none_is_guessed(alice):
    application = pursuit(alice)
    for name in ("Mara Okafor", "Ann Other"):
        someone = ContactFactory(user=alice, name=name, role="recruiter")
        application.contacts.add(someone)
    letter = written(archivist(alice), application, "cover_letter")
    assert "Okafor" not in letter.content
    assert "Other" not in letter.content


def test_a_letter_names_the_pay_only_where_it_is_known(alice):
    preferences = alice.get_preferences()
    options = {"include": ["salary"]}
    profile, application = archivist(alice), pursuit(alice)
    open_ended = written(profile, application, "cover_letter", options=options)
    assert "[" in open_ended.content
    preferences.salary_expectation_min = 52_000
    preferences.salary_expectation_currency = "EUR"
    preferences.save()
    known = written(profile, application, "cover_letter", options=options)
    assert "EUR 52,000" in known.content
    assert "[" not in known.content


def test_what_it_stands_on_is_noted_as_used(alice):
    document = written(archivist(alice), pursuit(alice))
    ranking = ContentRanking.objects.get(job=document.job)
    assert ranking.times_used == 1
    assert ranking.last_used_at


def test_without_its_resume_it_fails_and_says_so(alice):
    profile = archivist(alice)
    document = wanted(profile, pursuit(alice))
    profile.remove()
    generate.write_one(document.pk)
    document.refresh_from_db()
    assert document.status == DocumentStatus.FAILED
    assert "no longer there" in document.error_message


def test_a_text_that_cannot_be_set_is_kept_all_the_same(alice, monkeypatch):
    def refuse(*_words, **_more):
        raise Refused("The printer is on fire.")

    monkeypatch.setattr("applications.documents.render.render", refuse)
    document = written(archivist(alice), pursuit(alice))
    assert document.status == DocumentStatus.COMPLETED
    assert document.result["metadata"]["problem"] == "The printer is on fire."
    assert document.ats_score is None


@pytest.mark.parametrize("stage", [1, 2, 3, 4, 5])
def test_killed_in_any_stage_it_is_completed_once(alice, monkeypatch, stage):
    document = wanted(archivist(alice), pursuit(alice))
    report = Document.report

    def report_until(self, number, *words):
        if number == stage:
            raise Killed
        report(self, number, *words)

    monkeypatch.setattr(Document, "report", report_until)
    with pytest.raises(Killed):
        generate.write_one(document.pk)
    monkeypatch.setattr(Document, "report", report)
    for _worker in range(2):
        generate.write_one(document.pk)
    document.refresh_from_db()
    assert document.status == DocumentStatus.COMPLETED
    assert document.versions.count() == 1
    assert ContentRanking.objects.get(job=document.job).times_used == 1


@pytest.mark.parametrize("stage", [1, 3, 5])
def test_cancelled_in_the_middle_nothing_is_written(alice, monkeypatch, stage):
    document = wanted(archivist(alice), pursuit(alice))
    report = Document.report

    def cancel_at(self, number, *words):
        if number == stage:
            Document.objects.get(pk=self.pk).cancel()
        report(self, number, *words)

    monkeypatch.setattr(Document, "report", cancel_at)
    with pytest.raises(Stopped):
        generate.write_one(document.pk)
    document.refresh_from_db()
    assert document.status == DocumentStatus.CANCELLED
    assert document.content == ""
    assert not document.versions.exists()


def test_cancelled_it_can_be_tried_again(alice):
    document = wanted(archivist(alice), pursuit(alice))
    document.cancel()
    document.retry()
    generate.write_one(document.pk)
    document.refresh_from_db()
    assert document.status == DocumentStatus.COMPLETED


def test_what_another_system_left_unfinished_nobody_goes_on_with(alice):
    document = wanted(archivist(alice), pursuit(alice))
    Document.objects.filter(pk=document.pk).update(engine="JobWise")
    generate.write_one(document.pk)
    document.refresh_from_db()
    assert (document.status, document.is_open) == (DocumentStatus.PENDING, False)


def test_the_same_facts_give_the_same_text(alice):
    profile, application = archivist(alice), pursuit(alice)
    first, second = (written(profile, application) for _time in range(2))
    assert first.content == second.content
