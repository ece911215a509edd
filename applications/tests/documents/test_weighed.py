"""A document weighed against the rows of its person."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import DocumentType
from accounts.tests.factories import EducationFactory, ExperienceFactory, ProjectFactory
from applications.documents.evidence import State
from applications.documents.weighed import weigh_document
from applications.models import Document
from applications.tests.factories import NoteFactory
from applications.tests.writing import archivist, pursuit, written

pytestmark = pytest.mark.django_db


def document_of(user, kind=DocumentType.RESUME):
    return written(archivist(user), pursuit(user), kind)


def queries_of(document):
    again = Document.objects.get(pk=document.pk)
    with CaptureQueriesContext(connection) as asked:
        weigh_document(again)
    return len(asked)


@pytest.mark.parametrize("kind", [DocumentType.RESUME, DocumentType.COVER_LETTER])
def test_weighing_asks_as_often_for_much_as_for_little(alice, kind):
    document = document_of(alice, kind)
    before = queries_of(document)
    for factory in (ExperienceFactory, EducationFactory, ProjectFactory):
        factory.create_batch(6, profile=document.profile)
    NoteFactory.create_batch(6, application=document.application)
    text = document.content
    document.write(text + "\n\nMore of it.\n" * 20, seen=document.version_number)
    assert queries_of(document) == before


def test_every_source_leads_to_its_row(alice):
    document = document_of(alice)
    profile = document.profile
    urls = {one.kind: one.url for one in weigh_document(document).sources}
    page = profile.get_absolute_url()
    assert urls["experience"] == f"{page}#{profile.experiences.get().dom_id}"
    assert urls["education"] == f"{page}#{profile.education.get().dom_id}"
    assert urls["summary"] == f"{page}#summary"
    assert urls["posting"] == document.job.get_absolute_url()


def test_a_text_can_be_weighed_in_its_place(alice):
    document = document_of(alice)
    found = weigh_document(document, "## Skills\nKafka")
    assert [one.state for one in found.statements][-1] is State.UNSUPPORTED
    assert not weigh_document(document).missing


def test_notes_of_another_person_are_no_source(alice, bob):
    text = "I grew up beside the harbour of Bergen."
    document = document_of(alice, DocumentType.COVER_LETTER)
    NoteFactory(application=pursuit(bob), text=text)
    assert weigh_document(document, text).problems
    NoteFactory(application=document.application, text=text)
    assert not weigh_document(document, text).problems


def test_a_document_without_a_profile_stands_on_nothing(alice):
    document = document_of(alice)
    document.profile = None
    found = weigh_document(document)
    assert State.SUPPORTED not in {one.state for one in found.statements}
