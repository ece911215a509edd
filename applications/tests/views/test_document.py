"""The list of documents, and the page of one that was written here."""

from __future__ import annotations

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from applications.models import DocumentStatus, DocumentTemplate
from applications.models.document import ENGINE
from applications.tests.factories import (
    ApplicationFactory,
    DocumentFactory,
    DocumentFeedbackFactory,
    DocumentTemplateFactory,
)
from applications.tests.writing import TRUE, UNTRUE, make_profile, make_written
from companies.tests.answers import is_login
from jobtracker.testing.fixtures import HTMX

LIST = "/documents/"


@pytest.fixture
def document(alice):
    return make_written(alice)


@pytest.fixture
def path(document):
    return document.get_absolute_url()


# The list


def test_list_tells_kind_posting_score_and_state(alice, as_alice):
    make_written(alice, is_starred=True)
    DocumentFactory(
        user=alice,
        document_type="cover_letter",
        job__title="Cook",
        job__company__name="Harbour",
        sent_at=timezone.now(),
        result={"content": "Dear all", "ats_score": 71.4},
    )
    page = as_alice.get(LIST)
    for said in ("Résumé, Pastry chef", "Cover letter, Cook", "ATS 71", "Sent", "Kept"):
        assertContains(page, said)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"done", "letter", "open", "failed", "sent"}),
        ("document_type=cover_letter", {"letter"}),
        ("state=open", {"open"}),
        ("state=failed", {"failed"}),
        ("state=sent", {"sent"}),
        ("state=kept", {"letter"}),
        ("state=nonsense", {"done", "letter", "open", "failed", "sent"}),
    ],
)
def test_list_is_narrowed_by_kind_and_state(query, shown, alice, as_alice):
    rows = {
        "done": {},
        "letter": {"document_type": "cover_letter", "is_starred": True},
        "open": {"status": DocumentStatus.PENDING, "engine": ENGINE},
        "failed": {"status": DocumentStatus.FAILED},
        "sent": {"sent_at": timezone.now()},
    }
    for title, fields in rows.items():
        DocumentFactory(user=alice, job__title=title, **fields)
    page = as_alice.get(f"{LIST}?{query}")
    assert {row.job.title for row in page.context["object_list"]} == shown


def test_narrowed_to_nothing_it_leads_back(alice, as_alice):
    DocumentFactory(user=alice)
    assertContains(as_alice.get(f"{LIST}?state=sent"), "Nothing matches")


def test_htmx_gets_the_list_alone(alice, as_alice):
    DocumentFactory(user=alice)
    page = as_alice.get(LIST, headers=HTMX)
    assertContains(page, 'id="document-list"')
    assertNotContains(page, "<h1>")


def test_empty_list_says_what_to_do_first(as_alice):
    page = as_alice.get(LIST)
    assertContains(page, "No documents yet")
    assertContains(page, 'href="/documents/new/?document_type=resume"')


def test_list_asks_alike_with_more(alice, as_alice, same_query_count):
    make_written(alice)
    DocumentTemplate.objects.offered(alice, "resume")
    as_alice.get(LIST)
    few = same_query_count(lambda: as_alice.get(LIST))
    for _ in range(5):
        make_written(alice)
        DocumentTemplateFactory(user=alice)
    assert same_query_count(lambda: as_alice.get(LIST)) == few


# The page


def test_page_is_for_its_owner_alone(path, client, as_alice, as_bob):
    assertContains(as_alice.get(path), "Résumé for <bdi>Northwind</bdi>")
    assert as_bob.get(path).status_code == 404
    assert is_login(client.get(path))
    assert as_alice.post(path).status_code == 405


def test_each_statement_leads_to_what_it_stands_on(alice, as_alice, document, path):
    page = as_alice.get(path).content.decode()
    row = document.profile.experiences.get()
    assert f'href="{row.get_absolute_url()}"' in page
    numbers = range(1, len(document.content.splitlines()) - 3)
    for number in numbers:
        assert f'id="s{number}"' in page
        assert f'id="e{number}"' in page
    assert "Word for word" in page
    assert "no source" not in page


def test_words_of_a_person_are_never_markup(alice, as_alice):
    document = make_written(alice, f"{TRUE}\n- <script>alert(1)</script> & *so*")
    page = as_alice.get(document.get_absolute_url())
    assertNotContains(page, "<script>alert")
    assertContains(page, "&lt;script&gt;")


def test_fact_without_a_source_is_said_and_stops_files(alice, as_alice):
    document = make_written(alice, UNTRUE)
    page = as_alice.get(document.get_absolute_url())
    assertContains(page, "One fact has no source.")
    assertContains(page, "No source for “4000")
    assertContains(page, 'aria-disabled="true"')
    assertNotContains(page, "/download/pdf/")


def test_fact_that_the_person_stands_by_stops_nothing(alice, as_alice):
    document = make_written(alice, UNTRUE)
    page = as_alice.get(document.get_absolute_url())
    statements = page.context["sheet"].problems
    said = {
        (fact.text, note.statement.text): "I counted them all myself."
        for note in statements
        for fact in note.statement.missing
    }
    document.override(said, seen=1)
    page = as_alice.get(document.get_absolute_url())
    assertContains(page, "/download/pdf/")
    assertContains(page, "stands by your word")


def test_blank_is_marked_as_one(alice, as_alice):
    document = make_written(alice, f"{TRUE}\n- [how much flour it saved]")
    page = as_alice.get(document.get_absolute_url())
    assertContains(page, "To be filled in")
    assertContains(page, 'class="claim is-gap"')


def test_page_says_how_it_was_made(alice, as_alice):
    document = make_written(
        alice, generation_seconds=1.43, tokens_used=812, is_starred=True
    )
    page = as_alice.get(document.get_absolute_url())
    for said in ("in 1.4 s, on this machine", "812 tokens", "Kept"):
        assertContains(page, said)


def test_score_opens_its_reckoning(alice, as_alice):
    document = make_written(alice)
    row = {
        "kind": "keywords", "text": "bread", "names": ["bread"], "part": "must",
        "state": "met", "points": 5.0, "of": 5.0, "evidence": {}, "figures": {},
        "note": "",
    }  # fmt: skip
    document.result |= {"ats_score": 64.0, "metadata": {"ats": [row]}}
    document.save_fields("result")
    page = as_alice.get(document.get_absolute_url())
    assertContains(page, "ATS 64")
    assertContains(page, "What a machine finds in the PDF")


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (DocumentStatus.PENDING, "Cancel"),
        (DocumentStatus.GENERATING, "Cancel"),
        (DocumentStatus.FAILED, "Try again"),
        (DocumentStatus.CANCELLED, "Try again"),
    ],
)
def test_unfinished_one_shows_how_far_it_is(status, said, alice, as_alice):
    document = DocumentFactory(user=alice, status=status, engine=ENGINE, result={})
    page = as_alice.get(document.get_absolute_url())
    assertContains(page, said)
    assertNotContains(page, 'id="files"')


def test_progress_asks_again_until_it_is_done(alice, as_alice):
    document = DocumentFactory(user=alice, status="pending", engine=ENGINE, result={})
    url = document.get_progress_url()
    assertContains(as_alice.get(url, headers=HTMX), "every 1s")
    assert as_alice.get(url).status_code == 303
    document.status = DocumentStatus.COMPLETED
    document.save_fields("status")
    assert as_alice.get(url, headers=HTMX).headers["HX-Refresh"] == "true"


def test_it_is_cancelled_and_tried_again(alice, as_alice, as_bob, queue):
    document = DocumentFactory(user=alice, status="pending", engine=ENGINE, result={})
    for client, state in ((as_bob, "pending"), (as_alice, "cancelled")):
        client.post(document.get_cancel_url())
        document.refresh_from_db()
        assert document.status == state
    assert as_alice.post(document.get_retry_url()).status_code == 303
    document.refresh_from_db()
    assert document.status == "pending"


def test_text_of_another_system_is_shown_as_it_came(alice, as_alice):
    document = DocumentFactory(user=alice, result={"content": "<b>I bake.</b>"})
    page = as_alice.get(document.get_absolute_url())
    assertContains(page, "<b>I bake.</b>")
    assertNotContains(page, 'id="evidence"')


def test_page_asks_alike_with_more(alice, as_alice, document, path, same_query_count):
    as_alice.get(path)
    few = same_query_count(lambda: as_alice.get(path))
    for number in range(1, 6):
        document.write(f"{TRUE}\n- Version {number}", seen=number)
        DocumentFeedbackFactory(document=document)
        document.profile.experiences.create(title=f"Title {number}", company="Oven")
    assert same_query_count(lambda: as_alice.get(path)) == few


def test_application_and_posting_lead_to_writing_one(alice, as_alice):
    application = ApplicationFactory(user=alice)
    make_profile(alice)
    new = "/documents/new/?{}&amp;document_type=cover_letter"
    page = as_alice.get(application.get_absolute_url())
    assertContains(page, new.format(f"application={application.pk}"))
    job = DocumentFactory(user=alice).job
    assertContains(as_alice.get(job.get_absolute_url()), new.format(f"job={job.pk}"))
