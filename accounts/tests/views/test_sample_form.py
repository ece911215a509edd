"""Adding a sample: a file or a pasted text, and what is refused."""

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import escape
from pytest_django.asserts import assertContains

from accounts.models import SampleDocument, WritingStyle
from accounts.tests.factories import SampleFactory
from accounts.tests.style.test_reading import BAD
from accounts.tests.style.texts import LETTER
from jobtracker.testing.fixtures import HTMX

NEW = "/samples/new/"
POSTING = "About the role. We are looking for a baker. What we offer: bread. Apply now."


def sent(text=LETTER, **more):
    return {
        "document_type": "cover_letter",
        "original_text": text,
        "is_own": "on",
    } | more


def file(data, name="letter.txt"):
    data = data.encode() if isinstance(data, str) else data
    return {"original_text": "", "file": SimpleUploadedFile(name, data)}


def errors(answer):
    return {n: list(said) for n, said in answer.context["form"].errors.items()}


def test_pasted_text_is_kept_word_for_word_and_read(as_alice, alice):
    answer = as_alice.post(NEW, sent(f"{LETTER}\nPS > {{{{ 7 }}}}"))
    assert (answer.status_code, answer["Location"]) == (303, "/samples/")
    sample = SampleDocument.objects.get()
    assert (sample.user, sample.is_active) == (alice, True)
    assert sample.original_text == f"{LETTER}\nPS > {{{{ 7 }}}}"
    assert WritingStyle.objects.get().source_sample == sample
    assertContains(as_alice.get("/samples/"), "Added Cover letter.")


def test_file_is_kept_as_text_under_its_name(as_alice):
    data = sent(document_type="resume") | file(LETTER, "../Ann’s letter.txt")
    as_alice.post(NEW, data)
    sample = SampleDocument.objects.get()
    assert sample.original_filename == "Ann’s letter.txt"
    assert sample.original_text.split() == LETTER.split()
    assert sample.document_type == "resume"


def test_last_one_of_the_kind_is_retired_and_the_way_back_is_offered(as_alice, alice):
    last = SampleFactory(user=alice, is_active=True, original_filename="old.txt")
    as_alice.post(NEW, sent())
    page = as_alice.get("/samples/")
    assertContains(page, "old.txt is kept, but not in use any more.")
    assertContains(page, f'action="/samples/{last.pk}/activate/" hx-post')
    assert SampleDocument.objects.in_use().get() != last


def test_same_key_twice_adds_one(as_alice):
    answers = [as_alice.post(NEW, sent(submit_key="k")) for _ in range(2)]
    assert {answer["Location"] for answer in answers} == {"/samples/"}
    assert SampleDocument.objects.count() == 1


def test_kind_is_chosen_by_the_link(as_alice):
    for kind in ("resume", "cover_letter"):
        page = as_alice.get(f"{NEW}?kind={kind}")
        assert page.context["form"]["document_type"].value() == kind
    assert as_alice.get(f"{NEW}?kind=x").status_code == 200


# Refused


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (sent(""), "original_text", "Choose a file, or paste the text."),
        (sent(" \0\u200b\n "), "original_text", "Choose a file, or paste the text."),
        (sent(is_own=""), "is_own", "your own words alone"),
        (sent(document_type="poem"), "document_type", "poem"),
        (sent("é" * 1_000_001), "original_text", "these are 1,000,001"),
        (sent(original_filename="x" * 256), "original_filename", "255"),
    ],
)
def test_what_is_refused_is_said_and_kept(as_alice, headers, data, name, said):
    answer = as_alice.post(NEW, data, headers=headers)
    assert answer.status_code == 422
    assert list(errors(answer)) == [name]
    assert said in errors(answer)[name][0]
    if len(data["original_text"]) < 9_999:
        kept = escape(data["original_text"].strip(" \0\n"))
        assertContains(answer, kept, status_code=422)
    assert ("<html" in answer.content.decode()) == (not headers)
    assert not SampleDocument.objects.exists()


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "letter.txt", "empty"),
        (b"   ", "letter.txt", "empty"),
        (b"%PDF-1.7\n%%EOF", "letter.pdf", "damaged"),
        (b"PK\x03\x04 broken", "letter.docx", "damaged"),
        (b"\x89PNG\r\n\x1a\n", "letter.txt", "picture"),
        (b"\0\x01\x02" * 99, "letter.txt", "cannot be read"),
        (b"x" * 51 * 2**20, "letter.txt", "At most 10 MB; this file has 51."),
        (b"ab " * 400_000, "letter.txt", "more text than a résumé or letter has"),
    ],
)
def test_file_that_cannot_be_read_is_refused_beside_its_field(
    as_alice, data, name, said
):
    began = time.monotonic()
    answer = as_alice.post(NEW, sent() | file(data, name))
    assert time.monotonic() - began < 5
    assert answer.status_code == 422
    assert list(errors(answer)) == ["file"]
    assert said in errors(answer)["file"][0]
    assert not SampleDocument.objects.exists()


def test_file_and_text_are_one_too_many(as_alice):
    both = sent() | {"file": file("I sort things.")["file"]}
    answer = as_alice.post(NEW, both)
    assert list(errors(answer)) == ["file"]
    assertContains(answer, "Your posting says", status_code=422)


def test_text_of_a_file_is_not_lost_where_something_else_is_refused(as_alice):
    answer = as_alice.post(NEW, sent(is_own="") | file(LETTER))
    assert list(errors(answer)) == ["is_own"]
    form = answer.context["form"]
    shown = {
        name: form[name].value() for name in ("original_text", "original_filename")
    }
    assert shown["original_filename"] == "letter.txt"
    assert "Your posting says" in shown["original_text"]
    as_alice.post(NEW, sent(**shown))
    assert SampleDocument.objects.get().original_filename == "letter.txt"


def test_what_reads_like_a_posting_is_asked_about_once(as_alice):
    answer = as_alice.post(NEW, sent(POSTING))
    assert "“we are looking for”" in errors(answer)["is_own"][0]
    form = answer.context["form"]
    assert form["is_own"].value() is False
    doubted = {"is_doubted": form["is_doubted"].value()}
    assert as_alice.post(NEW, sent(POSTING, is_own="", **doubted)).status_code == 422
    assert as_alice.post(NEW, sent(POSTING, **doubted)).status_code == 303


@pytest.mark.parametrize("name", sorted(BAD.keys() - {"nothing", "nul", "lines"}))
def test_a_megabyte_of_anything_is_added_and_shown_soon(as_alice, name):
    began = time.monotonic()
    answer = as_alice.post(NEW, sent(BAD[name][:600_000], document_type="resume"))
    assert answer.status_code == 303
    for path in ("/samples/", SampleDocument.objects.get().get_absolute_url()):
        assert as_alice.get(path).status_code == 200
    assert time.monotonic() - began < 5


def test_form_is_a_page_and_a_fragment_and_behind_the_login(as_alice, client):
    assertContains(as_alice.get(NEW), "<html")
    assert "<html" not in as_alice.get(NEW, headers=HTMX).content.decode()
    for method in (client.get, client.post):
        assert method(NEW)["Location"].startswith("/accounts/login/")
