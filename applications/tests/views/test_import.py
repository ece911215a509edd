"""The import desk: a file is looked at, brought in, taken back."""

from __future__ import annotations

import sqlite3

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from applications.models import Application, ImportedRecord, ImportRun, Job
from applications.tests.importing.importing import DOCUMENTED, Old, bring, everything
from applications.views import imports

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_once(monkeypatch, alice):
    """What waits for the end of the transaction happens now; pages make preferences."""
    monkeypatch.setattr(transaction, "on_commit", lambda work, **_options: work())
    alice.get_preferences()


@pytest.fixture
def old(tmp_path):
    return Old(tmp_path / "carteros.db")


def upload(client, path, **data):
    file = SimpleUploadedFile(path.name, path.read_bytes())
    return client.post("/import/new/", {"file": file} | data)


def send(client, path):
    """Upload it; where that leads to."""
    response = upload(client, path)
    assert response.status_code == 303, response.content.decode()
    return response.url


def test_says_what_it_found_before_anything_is_written(as_alice, old):
    before = everything()
    page = send(as_alice, old.add(notes="Call them.").add("2").path)
    text = as_alice.get(page).text
    assert everything() == before
    assert "What would come" in text
    assert "CarterOS" in text
    assert "Bring it in" in text


def test_brings_it_in_and_takes_it_back(as_alice, alice, old):
    before = everything()
    page = send(as_alice, old.add(notes="Call them.").path)
    as_alice.post(f"{page}apply/")
    assert Application.objects.for_user(alice).count() == 1
    assert "What came of it" in as_alice.get(page).text
    assert "Take it back" in as_alice.get(f"{page}undo/").text
    as_alice.post(f"{page}undo/")
    assert everything() == before
    assert "Every row it had made is gone" in as_alice.get(page).text


@pytest.mark.parametrize(
    "name", ["carteros", "jobos_after", "jobwise", "career_copilot"]
)
def test_what_it_says_first_is_what_comes(as_alice, name):
    page = send(as_alice, DOCUMENTED / f"{name}.sqlite")
    run = ImportRun.objects.get()
    if not run.preview.get("chosen"):
        person = run.preview["people"][0]["id"]
        as_alice.post(f"{page}person/", {"person": person})
        run.refresh_from_db()
    told = run.preview["report"]
    as_alice.post(f"{page}apply/")
    run.refresh_from_db()
    for key in ("rows", "verdicts", "warnings", "left_out"):
        assert run.counts[key] == told[key], key


def test_asks_who_one_is_where_it_is_not_clear(as_alice, old):
    old.add("1", user_id="first").add("2", user_id="second")
    page = send(as_alice, old.add("3", user_id="second").path)
    assert "Who of these are you?" in as_alice.get(page).text
    assert "Bring it in" not in as_alice.get(page).text
    as_alice.post(f"{page}person/", {"person": "second"})
    text = as_alice.get(page).text
    assert "Rows of others stay out: 1 job_applications." in text
    as_alice.post(f"{page}apply/")
    assert Application.objects.count() == 2


def test_nobody_else_of_the_file_can_be_made_up(as_alice, old):
    page = send(as_alice, old.add("1", user_id="a").add("2", user_id="b").path)
    as_alice.post(f"{page}person/", {"person": "c"})
    assert "Who of these are you?" in as_alice.get(page).text


def test_knows_one_by_the_address(as_alice, alice):
    alice.email = "ada.s@example.com"
    alice.save_fields("email")
    page = send(as_alice, DOCUMENTED / "career_copilot.sqlite")
    assert ImportRun.objects.get().preview["chosen"]["label"] == "ada.s@example.com"
    assert "Bring it in" in as_alice.get(page).text


def test_twice_the_same_file_brings_nothing_new(as_alice, old):
    as_alice.post(f"{send(as_alice, old.add().path)}apply/")
    page = send(as_alice, old.path)
    assert "Nothing new" in as_alice.get(page).text


def test_each_row_can_be_looked_at(as_alice, old):
    page = send(as_alice, old.add(salary_min=9, salary_max=3, notes="Call.").path)
    as_alice.post(f"{page}apply/")
    assert "swapped" in as_alice.get(f"{page}rows/").text
    record = ImportedRecord.objects.get()
    text = as_alice.get(record.get_absolute_url()).text
    assert "Archivist 1" in text
    assert "identity_name" in text


def test_what_lies_in_the_bin_is_no_link_but_said(as_alice, old):
    as_alice.post(f"{send(as_alice, old.add(notes='Call.').path)}apply/")
    application = Application.objects.get()
    page = ImportedRecord.objects.get().get_absolute_url()
    assert f'href="{application.get_absolute_url()}' in as_alice.get(page).text
    application.move_to_bin()
    text = as_alice.get(page).text
    assert f'href="{application.get_absolute_url()}' not in text
    assert "Archivist 1" in text
    assert text.count("In the bin") == 3  # the job, the application, its note
    application.restore()
    assert "In the bin" not in as_alice.get(page).text


def test_rows_are_called_as_people_know_them(as_alice, old):
    page = send(as_alice, old.add().add("2", position_title=None).path)
    as_alice.post(f"{page}apply/")
    text = as_alice.get(f"{page}rows/").text
    assert "<bdi>Archivist 1</bdi></a><small><bdi>job_applications 1</bdi>" in text
    assert "null" not in text.partition('class="tasks"')[2].partition("</ul>")[0]


def test_pages_of_rows_keep_what_they_are_narrowed_by(as_alice, old, monkeypatch):
    monkeypatch.setattr(imports, "ROWS", 1)
    page = send(as_alice, old.add().add("2").path)
    as_alice.post(f"{page}apply/")
    assert "?verdict=made&amp;page=2" in as_alice.get(f"{page}rows/?verdict=made").text


def test_an_import_that_was_broken_off_says_so(as_alice, alice, old):
    page = send(as_alice, old.add().path)
    ImportRun.objects.update(
        step="apply", status="cancelled", applied_at=timezone.now()
    )
    text = as_alice.get(page).text
    assert "A part of it is here already" in text
    assert "Take it back" in text
    assert "What came of it" not in text
    as_alice.post(f"{page}retry/")
    assert "What came of it" in as_alice.get(page).text


def test_nothing_new_is_not_offered(as_alice, old):
    as_alice.post(f"{send(as_alice, old.add().path)}apply/")
    assert "Bring it in" not in as_alice.get(send(as_alice, old.path)).text


def test_one_that_can_not_be_taken_back_is_still_brought_in(as_alice, alice, old):
    first, _report = bring(alice, old.add().path)
    bring(alice, old.add("2").path)
    as_alice.post(f"{first.get_absolute_url()}undo/")
    text = as_alice.get(first.get_absolute_url()).text
    assert "A later import of the same source stands on this one" in text
    assert "Brought in" in text


def test_an_application_leads_back_to_the_row_it_was(as_alice, old):
    page = send(as_alice, old.add().path)
    as_alice.post(f"{page}apply/")
    application = Application.objects.get()
    text = as_alice.get(application.get_absolute_url()).text
    assert ImportedRecord.objects.get().get_absolute_url() in text
    assert "As it was in CarterOS" in text


def test_rows_are_narrowed_by_what_became_of_them(as_alice, old):
    page = send(as_alice, old.add().path)
    as_alice.post(f"{page}apply/")
    assert "No such rows" in as_alice.get(f"{page}rows/?verdict=refused").text
    assert "job_applications" in as_alice.get(f"{page}rows/?verdict=made").text
    assert "job_applications" in as_alice.get(f"{page}rows/?verdict=nonsense").text


def other_database(path):
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE songs (title)")
    connection.close()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b"PK\x03\x04" + bytes(500), "Unpack it first"),
        (b"id,title\n1,Archivist\n", "not a SQLite database"),
        (b"SQLite format 3\x00" + bytes(100), "“old.db”"),
    ],
    ids=["empty", "zip", "csv", "cut off"],
)
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["plain", "htmx"])
def test_what_is_no_database_is_refused_beside_the_field(
    as_alice, content, message, headers
):
    file = SimpleUploadedFile("old.db", content)
    response = as_alice.post("/import/new/", {"file": file}, headers=headers)
    assert response.status_code == 422
    assert message in response.text
    assert not ImportRun.objects.exists()


def test_a_database_of_another_program_is_refused_with_the_reason(as_alice, path_of):
    other_database(path_of("songs.db"))
    page = send(as_alice, path_of("songs.db"))
    text = as_alice.get(page).text
    assert "none of the five systems" in text
    assert "Bring it in" not in text


def test_a_hostile_database_is_refused_with_the_reason(as_alice, old):
    connection = sqlite3.connect(old.add().path)
    connection.execute("CREATE VIEW jobs AS SELECT 1")
    connection.close()
    page = send(as_alice, old.path)
    assert ImportRun.objects.get().status == "failed"
    assert "view" in as_alice.get(page).text


def test_the_file_is_gone_once_it_is_brought_in(as_alice, old):
    page = send(as_alice, old.add().path)
    assert ImportRun.objects.get().source is not None
    as_alice.post(f"{page}apply/")
    assert ImportRun.objects.get().source is None


def test_the_same_form_twice_is_one_import(as_alice, old):
    old.add()
    for _time in range(2):
        upload(as_alice, old.path, submit_key="once")
    assert ImportRun.objects.count() == 1


def test_can_not_be_applied_twice(as_alice, old):
    page = send(as_alice, old.add().path)
    for _time in range(2):
        as_alice.post(f"{page}apply/")
    assert Application.objects.count() == 1
    assert ImportRun.objects.get().step == "apply"


def test_can_not_be_taken_back_before_it_came(as_alice, old):
    page = send(as_alice, old.add().path)
    as_alice.post(f"{page}undo/")
    assert ImportRun.objects.get().step == "look"


def test_progress_is_a_part_of_the_page(as_alice, old, queue):
    page = send(as_alice, old.add().path)
    text = as_alice.get(f"{page}progress/", headers={"HX-Request": "true"}).text
    assert "Waiting" in text
    assert "<html" not in text


def test_it_can_be_cancelled_and_tried_again(as_alice, old, queue):
    page = send(as_alice, old.add().path)
    as_alice.post(f"{page}cancel/")
    assert ImportRun.objects.get().status == "cancelled"
    as_alice.post(f"{page}retry/")
    assert ImportRun.objects.get().status == "pending"


@pytest.mark.parametrize("verb", ["", "rows/", "undo/", "progress/"])
def test_a_stranger_sees_nothing(as_bob, alice, old, verb):
    run, _report = bring(alice, old.add().path)
    assert as_bob.get(f"/import/{run.pk}/{verb}").status_code == 404


@pytest.mark.parametrize("verb", ["apply/", "person/", "undo/", "cancel/", "retry/"])
def test_a_stranger_does_nothing(as_bob, alice, old, verb):
    run, _report = bring(alice, old.add().path)
    assert as_bob.post(f"/import/{run.pk}/{verb}").status_code == 404
    assert Job.objects.count() == 1


def test_the_operators_imports_are_nobodys_page(as_alice):
    run = ImportRun.objects.create(system="jobwise")
    assert as_alice.get(f"/import/{run.pk}/").status_code == 404


def test_anonymous_is_led_to_the_login(client):
    assert client.get("/import/").url.startswith("/accounts/login/")


@pytest.fixture
def path_of(tmp_path):
    return lambda name: tmp_path / name
