from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.asserts import assertContains

from accounts.admin import transfer
from accounts.admin.sheets import guarded, unguarded
from applications.models import Application, Job
from applications.tests.admin.files import (
    APPLICATIONS,
    COMPANIES,
    CSV,
    XLSX,
    csv_file,
    export,
    load,
    preview,
    rows_of,
    xlsx_file,
)
from applications.tests.factories import ApplicationFactory
from companies.models import Company
from jobtracker.text import clean_text

pytestmark = pytest.mark.alike

FORMULAS = [
    "=1+1",
    "+31 20 1234567",
    "-5",
    "@SUM(A1)",
    "\tx",
    "\r=x",
    " =1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    ";=1+1",
    "a;=1+1",
    "a\n=1+1",
    "a\n-b",
    "'=1",
    "''=1",
    "\0=1",
]
HARMLESS = ["", "'tis", "O'Neill", "3 - 2", "a, -b", "C++", "a@b.example", "10%"]
FORMATS = pytest.mark.parametrize("kind", [CSV, XLSX], ids=["csv", "xlsx"])


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_gets_an_apostrophe(text):
    cell = guarded(text)
    assert cell != text
    assert cell.startswith("'") or text[0] == "a"
    for mark in (";", "\n", "\t"):
        assert f"{mark}=" not in cell
    assert unguarded(cell) == text


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_harmless_stays_as_it_is(text):
    assert guarded(text) == unguarded(text) == text


@given(st.text(alphabet="'=+-@;\t\r\n\0 a＝＠", max_size=10))
def test_every_text_comes_back(text):
    assert unguarded(guarded(text)) == text


@FORMATS
@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "＝1", ";=1", "'=1"])
def test_no_cell_of_a_file_runs(kind, text, alice, as_root):
    ApplicationFactory(
        user=alice, source=text, job__title=text, job__company__name=f"{text} B.V."
    )
    headers, row = rows_of(export(as_root, APPLICATIONS, kind), kind)
    for name in ("title", "company", "source"):
        assert row[headers.index(name)].startswith("'")


def test_xlsx_has_text_as_text_and_numbers_as_numbers(alice, as_root):
    application = ApplicationFactory(
        user=alice, source="1234", job__salary_min=60_000, offer_amount=0
    )
    headers, row = rows_of(export(as_root, APPLICATIONS, XLSX), XLSX)
    cells = dict(zip(headers, row, strict=True))
    assert cells["id"] == application.pk
    assert cells["salary_min"] == 60_000
    assert cells["offer_amount"] == 0
    assert cells["source"] == "1234"
    assert cells["user"] == alice.email


@FORMATS
def test_what_went_out_comes_in_and_changes_nothing(kind, alice, as_root):
    for text in (*FORMULAS, *HARMLESS):
        ApplicationFactory(user=alice, source=clean_text(text), referrer="O'N")
    closed = ApplicationFactory(
        user=alice,
        job__salary_min=1,
        job__salary_max=2,
        job__salary_currency="EUR",
        job__posted_on="2026-01-31",
        job__url="https://jobs.example/1",
        offer_amount=5,
        offer_currency="USD",
    )
    closed.move_to("closed", by=alice, origin="board", closed_reason="declined")
    closed.archive()
    before = [list(m.objects.order_by("pk").values()) for m in (Application, Job)]
    page = preview(as_root, APPLICATIONS, export(as_root, APPLICATIONS, kind), kind)
    totals = page.context["result"].totals
    assert totals["skip"] == sum(totals.values()) == Application.objects.count()
    after = [list(m.objects.order_by("pk").values()) for m in (Application, Job)]
    assert after == before


@FORMATS
def test_what_went_out_can_be_made_again(kind, alice, bob, as_root):
    """Without their ids, and for another person, the same rows come into being."""
    for n, text in enumerate(FORMULAS):
        text = f"{clean_text(text).strip()} {n}"
        name = " ".join(text.split())
        one = ApplicationFactory(
            user=alice, source=text, job__title=text, job__company__name=name
        )
        one.move_to("closed", by=alice, origin="board", closed_reason="ghosted")
    ApplicationFactory(user=alice, priority="high", job__salary_min=7).archive()
    content = export(as_root, APPLICATIONS, kind)
    headers, *rows = rows_of(content, kind)
    theirs = [["", bob.email, *row[2:]] for row in rows]
    make = csv_file if kind == CSV else xlsx_file
    load(as_root, APPLICATIONS, make(headers, *theirs), kind)

    def seen(person):
        rows = Application.objects.for_user(person).order_by("pk")
        return list(rows.values(
            "status", "closed_reason", "closed_at", "saved_at", "last_activity_at",
            "applied_at", "priority", "source", "is_archived", "job__title",
            "job__company__name", "job__salary_min",
        ))  # fmt: skip

    assert seen(bob) == seen(alice)


@FORMATS
def test_companies_go_out_and_come_back(kind, alice, as_root):
    for n, text in enumerate(FORMULAS):
        text = f"{clean_text(text).strip()} {n}"
        Company.objects.create(user=alice, name=text, lane=2, is_blocked=n % 2)
    content = export(as_root, COMPANIES, kind)
    page = preview(as_root, COMPANIES, content, kind)
    assert page.context["result"].totals["skip"] == len(FORMULAS)
    before = list(Company.objects.values("name", "lane", "is_blocked"))
    headers, *rows = rows_of(content, kind)
    Company.objects.all().delete()
    load(as_root, COMPANIES, csv_file(headers, *([None, *row[1:]] for row in rows)))
    assert list(Company.objects.values("name", "lane", "is_blocked")) == before


def test_an_export_follows_the_filter_and_leaves_the_bin(alice, bob, as_root):
    ApplicationFactory(user=alice, job__title="Archivist")
    ApplicationFactory(user=alice, job__title="Beekeeper").move_to_bin()
    ApplicationFactory(user=bob, job__title="Cartographer")
    _, *rows = rows_of(export(as_root, APPLICATIONS, query="?q=alice"), CSV)
    assert [row[2] for row in rows] == ["Archivist"]


def test_more_rows_take_no_more_queries(alice, as_root, same_query_count):
    ApplicationFactory(user=alice)
    export(as_root, APPLICATIONS)
    few = same_query_count(lambda: export(as_root, APPLICATIONS))
    ApplicationFactory.create_batch(5, user=alice)
    assert same_query_count(lambda: export(as_root, APPLICATIONS)) == few


def test_too_many_rows_are_refused(alice, as_root, monkeypatch):
    monkeypatch.setattr(transfer, "MOST_EXPORTED", 1)
    ApplicationFactory.create_batch(2, user=alice)
    page = as_root.post(f"{APPLICATIONS}export/", {"format": CSV, "resource": "0"})
    assertContains(page, "choose a filter first")


@pytest.mark.parametrize(
    "data", [{}, {"format": "9"}, {"format": "x"}, {"format": CSV, "export_items": "1"}]
)
def test_strange_forms_are_refused(data, alice, as_root):
    ApplicationFactory(user=alice)
    answer = as_root.post(f"{APPLICATIONS}export/", data)
    assert answer.status_code == 200
    assert "Content-Disposition" not in answer.headers


def test_who_may_look_may_export_and_nobody_else(staff):
    assert staff().get(f"{APPLICATIONS}export/").status_code == 403
    client = staff("view_application")
    assert client.get(f"{APPLICATIONS}export/").status_code == 200
    assert client.get(f"{COMPANIES}export/").status_code == 403
