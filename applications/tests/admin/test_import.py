from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook
from pytest_django.asserts import assertContains, assertNotContains

from accounts.admin import sheets, transfer
from applications.models import Application, Job, StatusChange
from applications.tests.admin.files import (
    APPLICATIONS,
    COMPANIES,
    XLSX,
    confirm,
    csv_file,
    errors,
    load,
    preview,
    xlsx_file,
)
from applications.tests.factories import ApplicationFactory
from companies.models import Company

HEADERS = ("id", "user", "title", "company", "status", "closed_reason")


def rows_in_all():
    return [
        model.objects.count() for model in (Application, Job, StatusChange, Company)
    ]


def test_a_preview_writes_nothing(alice, as_root):
    one = ApplicationFactory(user=alice)
    before = (rows_in_all(), Application.objects.values().get())
    page = preview(
        as_root,
        APPLICATIONS,
        csv_file(
            HEADERS,
            (one.pk, alice.email, "New title", "Initech", "offer", ""),
            ("", alice.email, "Archivist", "Hooli", "applied", ""),
        ),
    )
    assertContains(page, "Confirm import")
    assertContains(page, "<ins>New title</ins>")
    assertContains(page, "Archivist")
    assertNotContains(page, "style=")
    assert (rows_in_all(), Application.objects.values().get()) == before


def test_a_confirmed_one_writes_through_the_doors(alice, root, as_root):
    one = ApplicationFactory(user=alice)
    content = csv_file(
        HEADERS,
        (one.pk, alice.email, "New title", "Initech", "offer", ""),
        ("", alice.email, "Archivist", " hooli ", "closed", "rejected"),
        ("", alice.email, "Beekeeper", "Hooli", "", ""),
    )
    page = load(as_root, APPLICATIONS, content)
    assertContains(page, "2 new, 1 updated")
    one = Application.objects.with_job().get(pk=one.pk)
    assert (one.status, one.job.title, one.job.company.name) == (
        "offer",
        "New title",
        "Initech",
    )
    moves = list(one.status_changes.order_by("pk").values_list("origin", "by"))
    assert moves[1:] == [("import", root.pk)]
    made = Application.objects.with_job().get(job__title="Archivist")
    assert (made.user, made.status, made.closed_reason) == (alice, "closed", "rejected")
    assert made.job.company.name == "hooli"
    (first,) = made.status_changes.all()
    assert (first.origin, first.by, first.from_status) == ("import", root, "")
    assert Company.objects.filter(name_key="hooli").count() == 1
    assert Application.objects.get(job__title="Beekeeper").status == "tracking"


def test_a_column_that_is_not_there_stays_as_it_is(alice, as_root):
    one = ApplicationFactory(
        user=alice, source="A friend", cover_letter="Dear", job__description="Much"
    )
    one.add_note("Mine.")
    load(
        as_root,
        APPLICATIONS,
        csv_file(("id", "user", "priority"), (one.pk, alice.email, "high")),
    )
    one = Application.objects.with_job().get(pk=one.pk)
    assert (one.priority, one.source, one.version) == ("high", "A friend", 2)
    assert (one.cover_letter, one.job.description) == ("Dear", "Much")
    assert one.notes.count() == 1


def test_dates_of_new_rows_are_taken_over(alice, as_root):
    load(
        as_root,
        APPLICATIONS,
        csv_file(
            ("user", "title", "company", "status", "saved_at", "applied_at",
             "last_activity_at", "is_archived"),
            (alice.email, "Archivist", "Hooli", "applied", "2026-01-02T10:00:00+00:00",
             "2026-01-03T10:00:00Z", "2026-02-01 09:00", "TRUE"),
        ),
    )  # fmt: skip
    made = Application.objects.get()
    assert made.saved_at == datetime(2026, 1, 2, 10, tzinfo=UTC)
    assert made.applied_at == datetime(2026, 1, 3, 10, tzinfo=UTC)
    assert made.last_activity_at == datetime(2026, 2, 1, 9, tzinfo=UTC)
    assert made.is_archived
    assert made.job.status == "archived"
    assert made.status_changes.get().changed_at == made.saved_at


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("user", "nobody@example.org"),
        ("user", ""),
        ("user", "\0"),
        ("title", ""),
        ("title", "x" * 501),
        ("company", ""),
        ("status", "Applied to"),
        ("closed_reason", "bored"),
        ("priority", "highest"),
        ("salary_min", "lots"),
        ("salary_min", "-1"),
        ("salary_min", str(2**70)),
        ("salary_currency", "EURO"),
        ("url", "javascript:alert(1)"),
        ("posted_on", "2026-02-31"),
        ("saved_at", "9999-01-01T00:00:00Z"),
        ("saved_at", "0001-01-01T00:00:00+14:00"),
        ("is_archived", "perhaps"),
        ("next_follow_up_on", "soon"),
        ("id", "abc"),
        ("id", "²"),
        ("id", "-1"),
        ("id", str(2**80)),
        ("id", "1" * 400),
        ("id", "999999"),
    ],
)
def test_each_bad_cell_is_told_beside_its_row(column, value, alice, as_root):
    good = {"user": alice.email, "title": "Good", "company": "Hooli"}
    headers = list({**good, column: ""})
    rows = [{**good, column: ""} | good, good | {column: value}]
    before = rows_in_all()
    page = preview(
        as_root,
        APPLICATIONS,
        csv_file(headers, *([r[h] for h in headers] for r in rows)),
    )
    found = errors(page)
    assert set(found) == {2}
    names = {"company": "company_name"}
    assert names.get(column, column) in found[2]
    assertContains(page, "Nothing can be imported")
    assertContains(page, '<th scope="row">3</th>', html=True)
    assert rows_in_all() == before


def test_salary_that_ends_below_its_beginning_is_told(alice, as_root):
    row = (alice.email, "A", "B", "5", "4")
    headers = ("user", "title", "company", "salary_min", "salary_max")
    page = preview(as_root, APPLICATIONS, csv_file(headers, row))
    assert "salary_max" in errors(page)[1]


def test_an_id_of_another_person_is_none(alice, bob, as_root):
    """Also where the file says that the row is someone else's."""
    hers = ApplicationFactory(user=alice)
    company = Company.objects.create(user=alice, name="Initech")
    headers = ("id", "user", "source")
    page = preview(
        as_root, APPLICATIONS, csv_file(headers, (hers.pk, bob.email, "stolen"))
    )
    assert errors(page) == {1: {"id": ["This person has no such row."]}}
    page = preview(
        as_root,
        COMPANIES,
        csv_file(("id", "user", "name"), (company.pk, bob.email, "stolen")),
    )
    assert errors(page) == {1: {"id": ["This person has no such row."]}}


def test_what_lies_in_the_bin_is_not_changed(alice, as_root):
    one = ApplicationFactory(user=alice)
    one.move_to_bin()
    file = csv_file(("id", "user", "source"), (one.pk, alice.email, "x"))
    assert 1 in errors(preview(as_root, APPLICATIONS, file))


def test_a_posting_that_is_there_is_told(alice, bob, as_root):
    ApplicationFactory(user=alice, job__url="https://jobs.example/1")
    headers = ("user", "title", "company", "url")
    url = "https://JOBS.example/1/?utm_source=x"
    rows = [(person.email, "A", "B", url) for person in (bob, alice, bob)]
    found = errors(preview(as_root, APPLICATIONS, csv_file(headers, *rows)))
    assert set(found) == {2, 3}


def test_a_company_that_is_there_is_told(alice, as_root):
    Company.objects.create(user=alice, name="Initech")
    headers = ("user", "name", "lane")
    rows = [(alice.email, "INITECH", ""), (alice.email, "Hooli", "9")]
    found = errors(preview(as_root, COMPANIES, csv_file(headers, *rows)))
    assert set(found) == {1, 2}


def test_companies_are_made_and_changed(alice, as_root):
    one = Company.objects.create(user=alice, name="Initech", notes="Mine.")
    headers = ("id", "user", "name", "lane", "is_blocked")
    file = csv_file(
        headers,
        (one.pk, alice.email, "Initech B.V.", "1", "yes"),
        ("", "ALICE@example.org", "Hooli", "", ""),
    )
    load(as_root, COMPANIES, file)
    one.refresh_from_db()
    assert (one.name, one.name_key, one.lane) == ("Initech B.V.", "initech b.v.", 1)
    assert one.is_blocked
    assert one.notes == "Mine."
    assert Company.objects.get(name="Hooli").user == alice


def test_xlsx_with_cells_of_all_kinds(alice, as_root):
    content = xlsx_file(
        (
            "user",
            "title",
            "company",
            "salary_min",
            "posted_on",
            "is_archived",
            "source",
        ),
        (alice.email, 1984, "Hooli", 60000.0, date(2026, 1, 31), True, None),
        (None, None, None, None, None, None, None),
        (alice.email, "B", "Hooli", "60k", "2026-01-31", "no", "'=1"),
    )
    load(as_root, APPLICATIONS, content, XLSX)
    one, two = Job.objects.select_related("application").order_by("pk")
    assert (one.title, one.salary_min, str(one.posted_on)) == (
        "1984",
        60000,
        "2026-01-31",
    )
    assert one.application.is_archived
    assert (two.salary_min, two.application.source) == (60000, "=1")


@pytest.mark.parametrize(
    ("headers", "text"),
    [
        (("title", "company"), "The column “user”"),
        (("user", "titel"), "There is no column “titel”."),
        (("user", "title", "title"), "A column is there twice."),
    ],
)
def test_wrong_headers_are_told(headers, text, alice, as_root):
    page = preview(
        as_root, APPLICATIONS, csv_file(headers, [alice.email] * len(headers))
    )
    assertContains(page, text)
    assertNotContains(page, "Traceback")
    assert "confirm_form" not in page.context


def bomb():
    """A sheet whose last cell lies far below the others."""
    book = Workbook()
    book.active.append(("user", "title"))
    book.active.cell(row=900_000, column=1, value="x")
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["0", "1"])
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0\0\0",
        b"\xff\xfe\x00",
        b"user,title\n\xe9\xe9,x\n",
        b"user\na,b,c\n",
        b'user,title\n"' + b"x" * 200_000 + b"\n",
        b"PK\x03\x04 no zip",
        b"user,title\n" + b"a,b\n" * 1_001,
        bomb(),
    ],
    ids=["empty", "nul", "utf16", "latin1", "wide", "long", "zip", "many", "bomb"],
)
def test_strange_files_are_refused(content, kind, as_root):
    page = preview(as_root, APPLICATIONS, content, kind)
    assert page.status_code == 200
    assert page.context["form"].errors["import_file"]


def test_large_files_are_refused(as_root, monkeypatch):
    monkeypatch.setattr(transfer, "LARGEST_FILE", 10)
    page = preview(as_root, APPLICATIONS, b"user,title\na,b\n")
    assertContains(page, "At most 5 MB")
    monkeypatch.setattr(transfer, "LARGEST_FILE", 10_000_000)
    monkeypatch.setattr(sheets, "MOST_UNPACKED", 10)
    page = preview(as_root, APPLICATIONS, xlsx_file(("user",), ("x",)), XLSX)
    assertContains(page, "too large")


def test_a_semicolon_file_is_read(alice, as_root):
    file = csv_file(
        ("user", "title", "company"), (alice.email, "A", "B, C"), delimiter=";"
    )
    load(as_root, APPLICATIONS, file)
    assert Job.objects.get().company.name == "B, C"


def test_confirmed_twice_is_imported_once(alice, as_root):
    file = csv_file(("user", "title", "company"), (alice.email, "A", "B"))
    page = preview(as_root, APPLICATIONS, file)
    confirm(as_root, APPLICATIONS, page)
    assertContains(confirm(as_root, APPLICATIONS, page), "imported already")
    assert Application.objects.count() == 1


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"import_file_name": "../../etc/passwd"},
        {"import_file_name": "x", "format": "0", "original_file_name": "x"},
        {"import_file_name": "x", "format": "9", "original_file_name": "x"},
        {"import_file_name": "x", "format": "x", "original_file_name": "x"},
    ],
)
def test_a_confirmation_of_nothing_leads_back(data, as_root):
    answer = as_root.post(f"{APPLICATIONS}process_import/", data, follow=True)
    assertContains(answer, "waited too long")


def test_what_has_changed_since_the_preview_stops_it_whole(alice, as_root):
    one = ApplicationFactory(user=alice)
    file = csv_file(
        ("id", "user", "title", "company"),
        ("", alice.email, "A", "B"),
        (one.pk, alice.email, "C", "D"),
    )
    page = preview(as_root, APPLICATIONS, file)
    one.move_to_bin()
    answer = confirm(as_root, APPLICATIONS, page)
    assertContains(answer, "nothing was imported")
    assertNotContains(answer, "Import finished")
    assert Application.objects.count() == 1


def test_importing_needs_both_rights(staff, alice):
    file = csv_file(("user", "title", "company"), (alice.email, "A", "B"))
    for rights in ((), ("add_application",), ("change_application",)):
        client = staff("view_application", *rights)
        assert preview(client, APPLICATIONS, file).status_code == 403
        url = f"{APPLICATIONS}process_import/"
        assert client.post(url, {"format": "0"}).status_code == 403
        assertNotContains(client.get(APPLICATIONS), "/import/")
    client = staff("view_application", "add_application", "change_application")
    load(client, APPLICATIONS, file)
    assert Application.objects.count() == 1
    assert client.get(f"{APPLICATIONS}process_import/").status_code == 405


def test_nobody_else_comes_near(bob, alice, client):
    upload = {"import_file": SimpleUploadedFile("a.csv", b"x"), "format": "0"}
    client.force_login(bob)
    for name in ("import", "process_import", "export"):
        answer = client.post(f"{APPLICATIONS}{name}/", upload)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/admin/login/")
    assert not list(get_messages(answer.wsgi_request))
