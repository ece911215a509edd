"""Files of a document: made once, kept as sent, and none while a fact has no source."""

from __future__ import annotations

import hashlib

import pytest

from applications.documents.exporting import Unsourced, export_of, unsourced
from applications.models import DocumentExport, ExportFormat
from applications.tests.factories import DocumentFactory
from applications.tests.writing import archivist, pursuit, wanted, written
from jobtracker.errors import Refused, Stale

pytestmark = pytest.mark.django_db

LIE = "- Catalogued 4,000 boxes in EAD"
TRUTH = "- Catalogued 1,200 boxes in EAD"


@pytest.fixture
def document(alice):
    return written(archivist(alice), pursuit(alice))


def lie(document):
    text = document.content.replace(TRUTH, LIE)
    document.write(text, seen=document.version_number)


@pytest.mark.parametrize("format", ExportFormat.values)
def test_a_file_is_kept_with_its_size_and_mark(document, format):
    export = export_of(document, format)
    content = bytes(export.content)
    assert (export.size, export.version.number) == (len(content), 1)
    assert export.sha256 == hashlib.sha256(content).hexdigest()
    begins = {"pdf": b"%PDF", "docx": b"PK", "md": b"# ", "txt": b"A"}[format]
    assert content.upper().startswith(begins)


def test_the_same_file_is_made_once(document):
    assert export_of(document, "pdf") == export_of(document, "pdf")
    assert DocumentExport.objects.count() == 1


def test_in_another_look_it_is_another_file(document, alice):
    from applications.models import DocumentTemplate

    first = export_of(document, "pdf")
    other = DocumentTemplate.objects.offered(alice, "resume")[1]
    assert export_of(document, "pdf", template=other).sha256 != first.sha256


def test_an_older_version_keeps_its_own_file(document):
    before = export_of(document, "txt")
    text = document.content.replace("Archivist who moves", "Archivist who moved")
    document.write(text, seen=1)
    assert export_of(document, "txt") != before
    assert export_of(document, "txt", number=1) == before


def test_a_number_in_no_source_stands_in_the_way(document):
    lie(document)
    with pytest.raises(Unsourced) as caught:
        export_of(document, "pdf")
    assert [fact.text for _statement, fact in caught.value.found] == ["4,000"]
    assert "4,000" in caught.value.messages[0]
    assert not DocumentExport.objects.exists()


def test_it_passes_when_the_person_says_why_it_is_so_and_the_file_says_that(document):
    lie(document)
    ((statement, fact),) = unsourced(document)
    said = {(fact.text, statement.text): "I counted them again last week."}
    document.override(said, seen=2)
    export = export_of(document, "pdf")
    (kept,) = export.overrides
    assert (kept["fact"], kept["said"]) == ("4,000", "I counted them again last week.")


def test_a_few_letters_say_nothing(document):
    lie(document)
    ((statement, fact),) = unsourced(document)
    with pytest.raises(Refused):
        document.override({(fact.text, statement.text): "yes"}, seen=2)
    assert unsourced(document)


def test_said_of_one_line_it_holds_for_no_other(document):
    lie(document)
    ((statement, fact),) = unsourced(document)
    said = {(fact.text, statement.text): "I counted them again last week."}
    document.override(said, seen=2)
    text = document.content.replace(LIE, "- Burned 4,000 boxes in EAD")
    document.write(text, seen=2)
    assert unsourced(document)


def test_what_was_said_of_a_text_that_has_changed_is_not_kept(document):
    lie(document)
    ((statement, fact),) = unsourced(document)
    with pytest.raises(Stale):
        document.override({(fact.text, statement.text): "It is really so."}, seen=1)


def test_what_was_sent_is_given_as_it_was_sent(document, alice):
    export = export_of(document, "pdf")
    DocumentExport.objects.filter(pk=export.pk).update(is_sent=True)
    profile = document.profile
    profile.experiences.all().delete()  # by now nothing of it would have a source
    document.refresh_from_db()
    assert export_of(document, "pdf") == export


def test_of_what_is_not_written_there_is_no_file(alice):
    with pytest.raises(Refused):
        export_of(wanted(archivist(alice), pursuit(alice)), "pdf")


def test_what_was_made_elsewhere_is_edited_first(alice):
    document = DocumentFactory(
        user=alice, status="completed", result={"content": "I order things."}
    )
    with pytest.raises(Refused, match="elsewhere"):
        export_of(document, "pdf")


def test_there_is_no_file_of_a_version_that_never_was(document):
    with pytest.raises(Refused):
        export_of(document, "pdf", number=7)


def test_the_score_is_that_of_the_last_file(document):
    before = document.ats_score
    lines = document.content.splitlines()
    text = "\n".join(line for line in lines if "EAD" not in line)
    document.write(text, seen=1)
    assert document.ats_score == before
    export_of(document, "pdf")
    document.refresh_from_db()
    assert document.ats_score < before
    assert document.result["metadata"]["read"] == 2


def test_a_file_of_an_older_version_changes_no_score(document):
    before = document.result
    document.write(document.content.replace("paper", "books"), seen=1)
    export_of(document, "pdf", number=1)
    document.refresh_from_db()
    assert document.result["metadata"] == before["metadata"]
