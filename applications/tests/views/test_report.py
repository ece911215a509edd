import csv
import re
import subprocess
from datetime import UTC, datetime, timedelta
from io import StringIO

import pypdfium2
import pytest
from django.utils import timezone

from applications import report_files
from applications.models import Origin, Status
from applications.tests.factories import ApplicationFactory, JobFactory
from companies.models import Company
from companies.tests.answers import is_login, is_page, text

URL = "/insights/report/"
MARCH = f"{URL}?from=2026-03-01&to=2026-03-31"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
# What a line of a program could do harm with, on paper or in a spreadsheet.
HOSTILE = (
    "=HYPERLINK(1)", "#panic() $x$ *b* _u_ `r` @ref <l> \\ ] [ // /* ~", "ab" * 90,
    "<script>alert(1)</script>", "مرحبا 你好 👩‍🚀",
)  # fmt: skip


@pytest.fixture
def saved(alice):
    def save(title="Archivist", company="Initech", now=NOON, **facts):
        job = JobFactory(
            user=alice, title=title, company=Company.objects.named(alice, company)
        )
        return ApplicationFactory(user=alice, job=job, now=now, **facts)

    return save


def content(answer):
    return b"".join(answer.streaming_content).decode()


def rows(answer):
    told = content(answer)
    assert told.startswith("\ufeff")
    return list(csv.DictReader(StringIO(told[1:])))


def words(answer):
    """The text of each page of a PDF."""
    assert answer["Content-Type"] == "application/pdf"
    document = pypdfium2.PdfDocument(answer.content)
    return [page.get_textpage().get_text_range() for page in document]


# The page


def test_it_begins_with_this_month(as_alice, saved):
    saved("Of today", now=timezone.now())
    saved("Of last year", now=timezone.now() - timedelta(days=366))
    answer = as_alice.get(URL)
    assert is_page(answer)
    assert "Of today" in text(answer)
    assert "Of last year" not in text(answer)
    today = timezone.localdate()
    assert f'value="{today.replace(day=1).isoformat()}"' in text(answer)


def test_the_log_with_names_and_without(as_alice, saved):
    one = saved()
    one.move_to(
        Status.APPLIED, by=one.user, origin=Origin.BOARD, now=NOON + timedelta(days=2)
    )
    page = text(as_alice.get(MARCH))
    assert "Initech" not in page
    assert "Employer 1" in page
    assert "Tracking 2 Mar → Applied 4 Mar" in page.replace("\xa0", " ")
    assert "Initech" in text(as_alice.get(f"{MARCH}&names=1"))


def test_nothing_in_this_time(as_alice):
    answer = as_alice.get(MARCH)
    assert is_page(answer)
    assert "Nothing was saved or moved" in text(answer)


def test_the_year_stands_where_it_is_another(as_alice, saved):
    one = saved(now=NOON - timedelta(days=100))
    one.move_to(Status.APPLIED, by=one.user, origin=Origin.BOARD, now=NOON)
    page = text(as_alice.get(MARCH)).replace("\xa0", " ")
    assert "Tracking 22 Nov 2025 → Applied 2 Mar<" in page


@pytest.mark.parametrize("format", ["", "&format=csv", "&format=pdf"])
@pytest.mark.parametrize(
    ("query", "typed", "says"),
    [
        ("from=yesterday&to=2026-03-31", "yesterday", "Enter a day such as"),
        ("from=2026-03-31&to=2026-03-01", "2026-03-01", "before the first day"),
        ("from=0001-01-01&to=2026-03-01", "0001-01-01", "between 1971 and 2200"),
    ],
)
def test_bad_days_stay_beside_what_is_wrong(as_alice, query, typed, says, format):
    answer = as_alice.get(f"{URL}?{query}&names=1{format}")
    assert answer.status_code == 422
    assert is_page(answer)
    page = text(answer)
    assert f'value="{typed}"' in page
    assert says in page
    assert re.search(r'name="names"[^>]* checked', page)


@pytest.mark.parametrize(
    "query", ["from=&to=", "format=exe", "to=2026-03-31", "from=2026-03-01", "x=\x00"]
)
def test_what_is_left_out_or_unknown_does_no_harm(as_alice, saved, query):
    saved()
    assert is_page(as_alice.get(f"{URL}?{query}"))


def test_paper_that_does_not_exist_is_refused(as_alice):
    answer = as_alice.get(f"{MARCH}&paper=a0&format=pdf")
    assert answer.status_code == 422
    assert "a0 is not one of the available choices" in text(answer)


def test_a_strangers_search_is_not_in_it(as_bob, saved):
    saved("Secret post")
    for format in ("", "csv", "pdf"):
        answer = as_bob.get(f"{MARCH}&format={format}")
        told = content(answer) if format == "csv" else answer.content.decode("latin1")
        assert "Secret post" not in told


def test_no_login_no_report_and_no_post(client, as_alice, db):
    assert is_login(client.get(MARCH))
    assert as_alice.post(MARCH).status_code == 405


def test_a_page_shows_so_many_and_the_csv_all(as_alice, saved, monkeypatch):
    monkeypatch.setattr("applications.views.report.MOST_ROWS", 2)
    monkeypatch.setattr(report_files, "MOST_ROWS", 2)
    for number in range(3):
        saved(f"Post {number}", now=NOON + timedelta(hours=number))
    page = text(as_alice.get(MARCH))
    assert ("Post 1" in page, "Post 2" in page) == (True, False)
    assert "These are the first" in page
    assert len(rows(as_alice.get(f"{MARCH}&format=csv"))) == 3
    paper = "".join(words(as_alice.get(f"{MARCH}&format=pdf")))
    assert ("Post 1" in paper, "Post 2" in paper) == (True, False)
    assert "These are the first" in paper


def test_it_asks_as_often_with_more_rows(as_alice, saved, same_query_count):
    saved()
    as_alice.get(MARCH)
    few = same_query_count(lambda: as_alice.get(MARCH))
    for number in range(9):
        saved(f"Post {number}", f"Company {number}")
    assert same_query_count(lambda: as_alice.get(MARCH)) == few


# CSV


def test_the_csv_has_each_application(as_alice, saved):
    saved("Clerk, second class", source="A friend")
    answer = as_alice.get(f"{MARCH}&names=1&format=csv")
    assert answer.streaming
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert "search-report-2026-03-01-2026-03-31.csv" in answer["Content-Disposition"]
    assert rows(answer) == [
        {
            "date": "2026-03-02",
            "title": "Clerk, second class",
            "employer": "Initech",
            "through": "A friend",
            "way": "Tracking 2026-03-02",
            "status": "tracking",
            "follow_ups": "0",
            "people": "0",
        }
    ]


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@x", "\t=1", "＝1"])
def test_a_spreadsheet_runs_nothing(as_alice, saved, sign):
    saved(f"{sign} title", f"{sign} company", source=f"{sign} source")
    (row,) = rows(as_alice.get(f"{MARCH}&names=1&format=csv"))
    for name in ("title", "employer", "through"):
        assert row[name].lstrip("\t")[0] in "'" or row[name][0] == "'"


# PDF


@pytest.mark.parametrize(
    ("paper", "size"), [("a4", (595, 842)), ("us-letter", (612, 792)), ("", (595, 842))]
)
def test_the_pdf_is_on_the_paper_that_was_chosen(as_alice, saved, paper, size):
    saved()
    answer = as_alice.get(f"{MARCH}&format=pdf&paper={paper}&names=1")
    (page,) = pypdfium2.PdfDocument(answer.content)
    assert tuple(round(side) for side in page.get_size()) == size
    (told,) = words(answer)
    for word in ("Search report", "Alice Abel", "1 March 2026 to 31 March 2026"):
        assert word in told
    assert "Archivist, Initech" in told


def test_pages_are_numbered_and_repeat_the_head(as_alice, saved):
    for number in range(80):
        saved(f"Post {number:03}", now=NOON + timedelta(minutes=number))
    pages = words(as_alice.get(f"{MARCH}&format=pdf"))
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} / {len(pages)}" in page
        assert "What happened" in page
    told = "".join(pages)
    assert [told.count(f"Post {number:03}") for number in range(80)] == [1] * 80


def test_the_pdf_is_tagged_and_says_so(as_alice, saved):
    saved()
    found = as_alice.get(f"{MARCH}&format=pdf").content
    assert b"/StructTreeRoot" in found
    assert b"pdfuaid:part" in found


@pytest.mark.parametrize("title", HOSTILE)
def test_words_are_no_program_on_paper(as_alice, saved, title):
    saved(title, title, source=title)
    (told,) = words(as_alice.get(f"{MARCH}&names=1&format=pdf"))
    plain = re.sub(r"[\s\u200b\ufffe\u200d-]", "", told)
    if title.isascii():
        assert re.sub(r"[\s-]", "", title) in plain


def test_a_pdf_that_cannot_be_made_leaves_the_page(as_alice, saved, monkeypatch):
    saved()

    def late(*args, **kwargs):
        raise subprocess.TimeoutExpired("typst", 1)

    monkeypatch.setattr(report_files.subprocess, "run", late)
    answer = as_alice.get(f"{MARCH}&format=pdf")
    assert answer.status_code == 422
    assert "The PDF could not be made" in text(answer)
    assert "Archivist" in text(answer)
