"""From a file to a résumé: read, looked at, brought in."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import Profile, ProfileImport
from accounts.resumes.json_resume import to_document
from accounts.tests.factories import ProfileFactory
from accounts.tests.resumes.files import JSON_RESUMES, LINES, document, pdf, stored
from jobtracker.testing.fixtures import HTMX

PATH = "/profile/import/"


def upload(client, data, name="cv.txt", **more):
    return client.post(PATH, {"file": SimpleUploadedFile(name, data)} | more)


@pytest.fixture
def brought(as_alice):
    upload(as_alice, stored("jobsync-strong-senior.txt"))
    return ProfileImport.objects.get()


def filled(brought, **changes):
    """The form as it is shown, sent back."""
    found = brought.found
    lists = {**found, **found["skills"]}
    data = {name: value for name, value in found.items() if isinstance(value, str)}
    for name in ("technical", "soft"):
        data[name] = "\r\n".join(found["skills"][name])
    for name in ("experiences", "education", "projects", "languages", "certifications"):
        data[name] = list(range(len(lists[name])))
    return data | changes


def confirm(client, brought, **changes):
    return client.post(brought.get_absolute_url(), filled(brought, **changes))


# Reading


def test_a_file_is_read_and_shown(as_alice):
    response = upload(as_alice, pdf(*LINES.split("\n")), "cv.pdf")
    brought = ProfileImport.objects.get()
    assertRedirects(response, brought.get_absolute_url(), status_code=303)
    assert (brought.kind, brought.original_filename) == ("pdf", "cv.pdf")
    assertContains(as_alice.get(brought.get_absolute_url()), 'value="Ada Sorter"')
    assert not Profile.objects.exists()


def test_a_text_can_be_pasted(as_alice):
    as_alice.post(PATH, {"text": LINES})
    assert ProfileImport.objects.get().found["full_name"] == "Ada Sorter"


def test_sent_twice_it_is_read_once(as_alice):
    for _ in range(2):
        upload(as_alice, LINES.encode(), submit_key="one")
    assert ProfileImport.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"x", "cv.pdf", "This is no PDF"),
        (stored("encrypted.pdf"), "cv.pdf", "has a password"),
        (b"\0" * 100, "../../cv.exe", "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_said_beside_the_field(as_alice, data, name, words):
    response = upload(as_alice, data, name)
    assertContains(response, words, status_code=422)
    assert "file" in response.context["form"].errors
    assert not ProfileImport.objects.exists()


def test_an_empty_file_is_refused(as_alice):
    assert upload(as_alice, b"", "cv.pdf").status_code == 422


def test_a_huge_file_is_refused_unread(as_alice):
    response = upload(as_alice, b"%PDF-" + b"0" * 11 * 2**20, "cv.pdf")
    assertContains(response, "more than 10 MB", status_code=422)


def test_a_json_resume_is_refused_field_by_field(as_alice):
    data = json.dumps({"basics": {"name": 4}, "work": [{"endDate": "May"}]}).encode()
    response = upload(as_alice, data, "resume.json")
    assertContains(response, "basics.name: This should be text.", status_code=422)
    assertContains(response, "work.0.endDate: This should be a date", status_code=422)


def test_nothing_is_no_resume(as_alice):
    assertContains(as_alice.post(PATH, {}), "Choose a file", status_code=422)


def test_what_was_pasted_is_kept_where_it_is_refused(as_alice):
    response = as_alice.post(PATH, {"text": "{broken &"}, headers=HTMX)
    assertContains(response, "{broken &amp;", status_code=422)
    assertNotContains(response, "<html", status_code=422)


def test_a_program_is_stopped(as_alice, brought, monkeypatch):
    monkeypatch.setattr("accounts.models.profile_import.MOST_AN_HOUR", 1)
    assertContains(upload(as_alice, b"Ada"), "a lot of files", status_code=422)


def test_what_waits_is_listed(as_alice, as_bob, brought):
    assertContains(as_alice.get(PATH), brought.get_absolute_url())
    assertNotContains(as_bob.get(PATH), brought.get_absolute_url())


# Confirming


def test_what_was_found_is_shown_with_the_text(as_alice, brought):
    page = as_alice.get(brought.get_absolute_url())
    for words in (
        "Staff Software Engineer",
        "Meridian Technologies",
        "2018-03 – 2020-12",
    ):
        assertContains(page, words)
    assertContains(page, "The text as it was read")
    assertContains(page, 'name="experiences" value="2" checked')


def test_confirmed_it_becomes_a_resume(as_alice, brought):
    response = confirm(as_alice, brought, name="Backend")
    profile = Profile.objects.get()
    assertRedirects(response, profile.get_absolute_url(), status_code=303)
    assert (profile.name, profile.full_name) == ("Backend", "Jordan Ellis")
    assert profile.is_default
    assert [e.company for e in profile.experiences.all()][0] == "Meridian Technologies"
    assertRedirects(
        as_alice.get(brought.get_absolute_url()),
        profile.get_absolute_url(),
        status_code=303,
    )


def test_confirmed_twice_it_is_one_resume(as_alice, brought):
    assert confirm(as_alice, brought).url == confirm(as_alice, brought).url
    assert Profile.objects.count() == 1


def test_what_was_put_right_counts_and_what_was_unticked_stays_away(as_alice, brought):
    confirm(
        as_alice,
        brought,
        full_name="Jo Ellis",
        technical="Go\r\nRust",
        experiences=[1],
        certifications=[],
    )
    profile = Profile.objects.get()
    assert profile.full_name == "Jo Ellis"
    assert profile.skills["technical"] == ["Go", "Rust"]
    assert profile.skills["certifications"] == []
    assert [e.company for e in profile.experiences.all()] == ["Stackline Inc."]


def test_it_can_come_into_a_resume_that_is_there(as_alice, alice, brought):
    mine = ProfileFactory(user=alice, full_name="J. Ellis")
    confirm(as_alice, brought, into=mine.pk)
    mine.refresh_from_db()
    assert (Profile.objects.count(), mine.full_name) == (1, "J. Ellis")
    assert mine.experiences.count() == 3


def test_it_comes_into_no_resume_of_others(as_alice, bob, brought):
    theirs = ProfileFactory(user=bob)
    assert confirm(as_alice, brought, into=theirs.pk).status_code == 422
    assert theirs.experiences.count() == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"email": "nobody"},
        {"website_url": "javascript:alert(1)"},
        {"experiences": ["99"]},
        {"experiences": ["x"]},
        {"full_name": "x" * 300},
        {"technical": "x" * 600},
    ],
)
def test_what_cannot_be_is_refused_and_kept(as_alice, brought, changes):
    response = confirm(as_alice, brought, headline="Kept <words>", **changes)
    assertContains(response, "Kept &lt;words&gt;", status_code=422)
    assert not Profile.objects.exists()


def test_an_unticked_entry_stays_unticked_where_the_form_comes_back(as_alice, brought):
    response = confirm(as_alice, brought, email="nobody", experiences=[0])
    assertContains(response, 'name="experiences" value="0" checked', status_code=422)
    assertNotContains(response, 'name="experiences" value="1" checked', status_code=422)


def test_too_many_resumes_are_refused_with_the_reason(as_alice, brought, monkeypatch):
    monkeypatch.setattr("accounts.models.profile.MOST_PROFILES", 0)
    assert confirm(as_alice, brought).status_code == 422


@pytest.mark.parametrize(
    "name",
    [
        "resumes/senior-engineer.json",
        "resumes/macchiato-richard.json",
        "edge/unicode.json",
    ],
)
def test_a_json_resume_goes_through_all_of_it_without_loss(as_alice, name):
    upload(as_alice, (JSON_RESUMES / name).read_bytes(), "resume.json")
    confirm(as_alice, ProfileImport.objects.get())
    assert to_document(Profile.objects.get().as_facts()) == document(name)


def test_markup_in_a_file_is_shown_as_text(as_alice):
    text = f"{LINES}\n\nEXPERIENCE\n<script>alert(1)</script> | Initech | 2019 - 2020"
    as_alice.post(PATH, {"text": text})
    page = as_alice.get(ProfileImport.objects.get().get_absolute_url())
    assertNotContains(page, "<script>alert")


# Discarding, and strangers


def test_it_is_discarded_after_asking(as_alice, brought):
    path = f"{brought.get_absolute_url()}delete/"
    assertContains(as_alice.get(path), "Discard cv.txt?")
    assertRedirects(as_alice.post(path), "/profile/", status_code=303)
    assert not ProfileImport.objects.exists()


@pytest.mark.parametrize("name", ["", "delete/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_strangers_find_nothing(as_bob, brought, name, method):
    assert getattr(as_bob, method)(brought.get_absolute_url() + name).status_code == 404
    assert ProfileImport.objects.exists()


def test_without_a_login_one_is_asked_for_it(client):
    assertRedirects(client.get(PATH), f"/accounts/login/?next={PATH}")
