"""Files of documents: downloads, pictures, all of an application in one, and when not."""

from __future__ import annotations

import io
import zipfile
from urllib.parse import quote

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from applications.models import DocumentExport, DocumentStatus
from applications.models.document import ENGINE
from applications.tests.factories import (
    ApplicationFactory,
    DocumentFactory,
    DocumentTemplateFactory,
)
from applications.tests.writing import TRUE, UNTRUE, make_written
from applications.views.document_file import MOST_ASKED, name_of, nameable
from companies.tests.answers import is_login


@pytest.fixture
def document(alice):
    return make_written(alice)


@pytest.fixture
def untrue(alice):
    return make_written(alice, UNTRUE)


def url_of(document, format="md", query=""):
    return f"{document.get_absolute_url()}download/{format}/{query}"


# Downloads


@pytest.mark.parametrize(
    ("format", "kind", "begins"),
    [
        ("pdf", "application/pdf", b"%PDF-"),
        ("docx", "application/vnd.openxmlformats", b"PK"),
        ("md", "text/markdown; charset=utf-8", b""),
        ("txt", "text/plain; charset=utf-8", b""),
    ],
)
def test_it_is_a_file_of_its_kind(format, kind, begins, as_alice, document):
    answer = as_alice.get(url_of(document, format))
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith(kind)
    assert answer.content.startswith(begins)
    export = DocumentExport.objects.get()
    assert (export.size, export.downloads) == (len(answer.content), 1)


def test_it_has_a_good_name_and_stays_nowhere_on_the_way(as_alice, document):
    headers = as_alice.get(url_of(document)).headers
    name = quote("Mara Okafor – Résumé – Northwind.md")
    assert headers["Content-Disposition"] == f"attachment; filename*=utf-8''{name}"
    assert headers["Cache-Control"] == "private, no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_it_is_for_its_owner_alone(as_bob, client, document):
    for format in ("pdf", "md"):
        assert as_bob.get(url_of(document, format)).status_code == 404
        assert is_login(client.get(url_of(document, format)))
    assert not DocumentExport.objects.exists()


def test_asked_for_its_head_it_counts_as_no_download(as_alice, document):
    answer = as_alice.head(url_of(document))
    assert (answer.status_code, answer.content) == (200, b"")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert DocumentExport.objects.get().downloads == 0


def test_asked_for_twice_it_is_the_same_file(as_alice, document):
    first, second = (as_alice.get(url_of(document)).content for _ in range(2))
    assert first == second
    assert DocumentExport.objects.get().downloads == 2


def test_an_older_version_can_be_had(as_alice, document):
    document.write(f"{TRUE}\n- Taught three apprentices to bake", seen=1)
    old = as_alice.get(url_of(document, query="?version=1")).content
    new = as_alice.get(url_of(document)).content
    assert b"to bake" in new
    assert b"to bake" not in old


@pytest.mark.parametrize("query", ["?version=9", "?version=x", "?template=0"])
def test_what_is_not_there_is_not_found(query, as_alice, document):
    assert as_alice.get(url_of(document, query=query)).status_code == 404


def test_in_the_look_of_another_person_or_kind_it_is_not_found(
    alice, bob, as_alice, document
):
    for template in (
        DocumentTemplateFactory(user=bob),
        DocumentTemplateFactory(user=alice, document_type="cover_letter"),
    ):
        url = url_of(document, query=f"?template={template.pk}")
        assert as_alice.get(url).status_code == 404


def test_unknown_format_is_not_found(as_alice, document):
    assert as_alice.get(url_of(document, "exe")).status_code == 404


def test_before_it_is_written_there_is_none(alice, as_alice):
    document = DocumentFactory(
        user=alice, status=DocumentStatus.PENDING, engine=ENGINE, result={}
    )
    assertContains(as_alice.get(url_of(document)), "not written yet", status_code=409)


def test_names_hold_no_paths_and_no_lines():
    assert nameable('../A/B: "c"\n\r|d.') == "A B c d"
    assert nameable("\u202efdp\u2028.\u200bexe\x85") == "fdp . exe"
    for sign in ("x", "漢", "🙂"):
        assert 77 <= len(nameable(sign * 500).encode()) <= 80


def test_name_is_whole_without_a_company_or_name(alice):
    document = make_written(alice)
    document.profile, alice.full_name = None, ""
    document.user, document.job.company = alice, None
    document.job.company_name = ""
    assert name_of(document, "pdf") == "Résumé.pdf"


# What stands in no source


def test_of_very_many_facts_the_first_are_asked_about(as_alice, alice):
    points = (f"- Baked {n} loaves a day" for n in range(200, 200 + MOST_ASKED + 9))
    document = make_written(alice, "\n".join([TRUE, *points]))
    page = as_alice.get(f"{document.get_absolute_url()}override/")
    assertContains(page, f"why-{MOST_ASKED - 1}")
    assertNotContains(page, f'why-{MOST_ASKED}"')


def test_while_a_fact_has_no_source_there_is_no_file(as_alice, untrue):
    answer = as_alice.get(url_of(untrue, "pdf"))
    assertContains(answer, "4000", status_code=422)
    assertContains(answer, 'name="why-0"', status_code=422)
    assert not DocumentExport.objects.exists()


def test_in_ones_own_words_it_passes_and_the_record_says_so(as_alice, untrue):
    url = f"{untrue.get_absolute_url()}override/"
    assertContains(as_alice.get(url), 'name="why-0"')
    why = "I counted every loaf myself."
    answer = as_alice.post(url, {"why-0": why, "seen": 1})
    assertRedirects(answer, untrue.get_absolute_url(), status_code=303)
    assert as_alice.get(url_of(untrue)).status_code == 200
    assert DocumentExport.objects.get().overrides[0]["said"] == why


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"why-0": "", "seen": 1}, 422),
        ({"why-0": "yes", "seen": 1}, 422),
        ({"why-0": "becauseitisso", "seen": 1}, 422),
        ({"why-0": "x " * 600, "seen": 1}, 422),
        ({"why-0": "I counted them all.", "seen": 9}, 409),
        ({"why-0": "I counted them all."}, 422),
        ({"why-9": "I counted them all.", "seen": 1}, 422),
    ],
)
def test_without_words_that_say_something_it_does_not(given, status, as_alice, untrue):
    url = f"{untrue.get_absolute_url()}override/"
    answer = as_alice.post(url, given)
    assertContains(answer, 'name="why-0"', status_code=status)
    untrue.refresh_from_db()
    assert untrue.overrides == []


def test_nobody_else_stands_by_it(as_bob, untrue):
    url = f"{untrue.get_absolute_url()}override/"
    assert as_bob.get(url).status_code == 404
    given = {"why-0": "He said it was so.", "seen": 1}
    assert as_bob.post(url, given).status_code == 404


def test_where_all_is_so_there_is_nothing_to_stand_by(as_alice, document):
    url = f"{document.get_absolute_url()}override/"
    assertRedirects(as_alice.get(url), document.get_absolute_url(), status_code=303)


# Pictures


def test_pages_are_pictures(as_alice, as_bob, document):
    page = f"{document.get_absolute_url()}preview/"
    assertContains(as_alice.get(page), "Page 1 of 1")
    picture = as_alice.get(f"{page}1.png")
    assert picture.content.startswith(b"\x89PNG")
    assert picture.headers["Cache-Control"] == "private, no-store"
    for url in (page, f"{page}1.png"):
        assert as_bob.get(url).status_code == 404


@pytest.mark.parametrize("number", [0, 2, 99])
def test_page_that_is_not_there_is_not_found(number, as_alice, document):
    url = f"{document.get_absolute_url()}preview/{number}.png"
    assert as_alice.get(url).status_code == 404


# All of one application


def zip_of(client, application):
    answer = client.get(f"{application.get_absolute_url()}documents.zip")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/zip"
    return zipfile.ZipFile(io.BytesIO(answer.content))


def test_newest_resume_and_letter_are_in_one_file(alice, as_alice, as_bob, document):
    application = document.application
    make_written(alice, f"{TRUE}\n- Taught", application=application)
    letter = "Dear all,\n\nKind regards,\nMara Okafor"
    make_written(alice, letter, application=application, document_type="cover_letter")
    archive = zip_of(as_alice, application)
    names = ["Cover letter", "Résumé"]
    assert sorted(archive.namelist()) == [
        f"Mara Okafor – {name} – Northwind.pdf" for name in names
    ]
    url = f"{application.get_absolute_url()}documents.zip"
    assert as_bob.get(url).status_code == 404


def test_what_was_sent_comes_first_as_it_was_sent(as_alice, document):
    as_alice.get(url_of(document))
    export = DocumentExport.objects.get()
    export.is_sent = True
    export.save_fields("is_sent")
    document.write(f"{TRUE}\n- Taught", seen=1)
    archive = zip_of(as_alice, document.application)
    name = "Mara Okafor – Résumé – Northwind.md"
    assert archive.namelist() == [name]
    assert archive.read(name) == bytes(export.content)


def test_without_a_source_there_is_no_zip_either(as_alice, untrue):
    url = f"{untrue.application.get_absolute_url()}documents.zip"
    assertContains(as_alice.get(url), "4000", status_code=422)


def test_with_nothing_in_it_there_is_none(alice, as_alice):
    application = ApplicationFactory(user=alice)
    url = f"{application.get_absolute_url()}documents.zip"
    assert as_alice.get(url).status_code == 404
