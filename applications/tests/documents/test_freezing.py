"""The files of what went out are kept as they were."""

import pytest

from applications.documents import freezing
from applications.documents.freezing import freeze
from applications.models import DocumentExport
from applications.tests.factories import ApplicationFactory
from applications.tests.models.test_document_sending import NOW, download, write
from jobtracker.errors import Refused

pytestmark = pytest.mark.usefixtures("queue")


@pytest.fixture
def document(alice):
    document = write(ApplicationFactory(user=alice), versions=2)
    document.mark_sent("Northwind", at=NOW)
    return document


@pytest.fixture
def made(monkeypatch):
    """A PDF is made without a renderer."""

    def export(document, format, *, number):
        return download(document, number, None, format)

    monkeypatch.setattr(freezing, "export_of", export)


def frozen():
    return set(DocumentExport.objects.filter(is_sent=True))


def test_of_each_format_the_file_downloaded_last_is_kept(document):
    download(document, 2, NOW)
    pdf = download(document, 2, NOW.replace(hour=10))
    docx = download(document, 2, NOW, "docx")
    download(document, 1, NOW.replace(hour=11))
    assert freeze([document.pk]) == 2
    assert frozen() == {pdf, docx}


def test_where_none_was_downloaded_a_pdf_is_made(document, made):
    assert freeze([document.pk]) == 1
    (file,) = frozen()
    assert (file.format, file.version.number) == ("pdf", 2)


def test_done_twice_it_is_kept_once(document, made):
    assert freeze([document.pk]) == freeze([document.pk]) == 1
    assert DocumentExport.objects.count() == 1


def test_no_file_is_made_of_what_may_have_none(document, monkeypatch):
    def refuse(*args, **options):
        raise Refused("A fact stands nowhere.")

    monkeypatch.setattr(freezing, "export_of", refuse)
    assert freeze([document.pk]) == 0


def test_what_was_taken_back_meanwhile_is_not_kept(document, made):
    document.take_back_sent()
    assert freeze([document.pk, 0]) == 0
    assert not DocumentExport.objects.exists()
