"""A document is asked for once, and every change is a version."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from applications.models import Document, DocumentStatus, VersionOrigin
from applications.models.document_versions import LONGEST
from applications.tests.factories import DocumentFactory
from applications.tests.writing import archivist, pursuit, wanted
from jobtracker.errors import Refused, Stale

pytestmark = pytest.mark.django_db


def request_of(profile, application, **facts):
    """As a form makes it: not yet a row."""
    return Document(
        user=profile.user,
        profile=profile,
        job=application.job,
        application=application,
        document_type="resume",
        **facts,
    )


@pytest.fixture
def document(alice):
    document = wanted(archivist(alice), pursuit(alice))
    document.begin(total_stages=5)
    document.keep_draft("# Alice\nOne line", ats_score=50.0)
    return document


def test_asked_for_twice_at_once_it_is_one(alice):
    profile, application = archivist(alice), pursuit(alice)
    first = Document.objects.ask_for(request_of(profile, application))
    second = Document.objects.ask_for(request_of(profile, application))
    assert first == second
    assert first.engine == "jobtracker"


def test_a_letter_is_another_request_than_a_resume(alice):
    profile, application = archivist(alice), pursuit(alice)
    resume = Document.objects.ask_for(request_of(profile, application))
    letter = request_of(profile, application)
    letter.document_type = "cover_letter"
    assert Document.objects.ask_for(letter) != resume


def test_the_database_holds_no_two_that_are_being_written(alice):
    profile, application = archivist(alice), pursuit(alice)
    wanted(profile, application)
    with pytest.raises(IntegrityError), transaction.atomic():
        wanted(profile, application)


def test_when_one_is_over_the_next_may_come(alice):
    profile, application = archivist(alice), pursuit(alice)
    first = Document.objects.ask_for(request_of(profile, application))
    first.cancel()
    assert Document.objects.ask_for(request_of(profile, application)) != first


def test_there_is_an_end_to_it(alice, monkeypatch):
    monkeypatch.setattr("applications.models.document.MOST_DOCUMENTS", 1)
    profile = archivist(alice)
    Document.objects.ask_for(request_of(profile, pursuit(alice)))
    with pytest.raises(Refused):
        Document.objects.ask_for(request_of(profile, pursuit(alice, "Initech")))


def test_the_draft_is_the_first_version(document):
    document.refresh_from_db()
    (version,) = document.versions.all()
    assert (version.number, version.origin) == (1, VersionOrigin.DRAFT)
    assert version.content == {"content": "# Alice\nOne line"}
    assert (document.content, document.ats_score) == ("# Alice\nOne line", 50.0)


def test_an_edit_is_the_next_one_and_the_old_one_stays(document):
    document.write("# Alice\nAnother line", seen=1)
    document.refresh_from_db()
    texts = [version.content["content"] for version in document.versions.all()]
    assert texts == ["# Alice\nAnother line", "# Alice\nOne line"]
    assert (document.version_number, document.ats_score) == (2, 50.0)


def test_without_a_change_there_is_no_version(document):
    document.write(document.content, seen=1)
    assert document.versions.count() == 1


def test_who_saw_an_older_one_is_told(document):
    document.write("# Alice\nAnother line", seen=1)
    other_tab = Document.objects.get(pk=document.pk)
    with pytest.raises(Stale):
        other_tab.write("# Alice\nA third", seen=1)
    assert document.versions.count() == 2


def test_an_older_one_comes_back_as_a_new_one(document):
    document.write("# Alice\nAnother line", seen=1)
    document.restore(1, seen=2)
    last = document.versions.first()
    assert (last.number, last.origin) == (3, VersionOrigin.RESTORE)
    assert document.content == "# Alice\nOne line"


def test_one_that_never_was_does_not(document):
    with pytest.raises(Stale):
        document.restore(9, seen=1)


def test_a_text_has_its_bounds(document):
    with pytest.raises(Refused):
        document.write("x" * (LONGEST + 1), seen=1)
    assert document.versions.count() == 1


def test_versions_have_theirs(document, monkeypatch):
    monkeypatch.setattr("applications.models.document_versions.MOST_VERSIONS", 1)
    with pytest.raises(Refused):
        document.write("# Alice", seen=1)


def test_what_is_being_written_is_not_edited(alice):
    with pytest.raises(Refused):
        wanted(archivist(alice), pursuit(alice)).write("# Alice", seen=0)


def test_what_lies_in_the_bin_is_not_edited(document):
    document.put_away()
    with pytest.raises(Stale):
        document.write("# Alice", seen=1)
    document.take_back()
    document.write("# Alice", seen=1)


def test_of_what_came_from_elsewhere_the_text_it_came_with_is_kept(alice):
    document = DocumentFactory(
        user=alice, status=DocumentStatus.COMPLETED, result={"content": "<p>Old</p>"}
    )
    document.write("New", seen=0)
    origins = [version.origin for version in document.versions.all()]
    assert origins == [VersionOrigin.EDIT, VersionOrigin.IMPORT]
    assert document.version_number == 2


def test_it_may_have_come_with_versions(alice):
    document = DocumentFactory(
        user=alice, status=DocumentStatus.COMPLETED, result={"content": "Old"}
    )
    document.versions.create(number=3, content={"content": "Older"})
    document.write("New", seen=0)
    assert [version.number for version in document.versions.all()] == [5, 4, 3]


# Tried again, and taken from the bin


def test_it_is_not_tried_again_beside_the_same_that_is_being_written(alice):
    profile, application = archivist(alice), pursuit(alice)
    failed = wanted(profile, application, status="failed")
    wanted(profile, application)
    with pytest.raises(Refused, match="already"):
        failed.retry()
    failed.refresh_from_db()
    assert failed.status == DocumentStatus.FAILED


def test_what_was_made_elsewhere_is_not_tried_again(alice):
    document = DocumentFactory(user=alice, engine="gpt", status="failed")
    with pytest.raises(Refused, match="elsewhere"):
        document.retry()


def test_it_is_not_taken_back_beside_the_same_that_is_being_written(alice):
    profile, application = archivist(alice), pursuit(alice)
    binned = wanted(profile, application)
    binned.put_away()
    wanted(profile, application)
    with pytest.raises(Refused, match="already"):
        binned.take_back()


def test_taken_back_it_is_written(alice, django_capture_on_commit_callbacks):
    document = wanted(archivist(alice), pursuit(alice))
    document.put_away()
    with django_capture_on_commit_callbacks(execute=True):
        document.take_back()
    document.refresh_from_db()
    assert document.status == DocumentStatus.COMPLETED


# What is in no shape


@pytest.mark.parametrize("overrides", [{}, "x", 5, [1], [{"fact": []}, {"said": 1}]])
def test_overrides_that_are_none_let_nothing_pass(overrides):
    document = Document(overrides=overrides)
    assert document.stood_by == []
    assert ("4000", "Baked 4000 loaves") not in document.facts_stood_by


@pytest.mark.parametrize("options", [[], "x", 5, None])
def test_options_that_are_none_ask_for_nothing(options):
    assert Document(options=options).asked == {}


def test_signs_are_no_words(document):
    with pytest.raises(Refused, match="few words"):
        document.override({("40", "Baked 40"): "- - - - - - -"}, seen=1)
