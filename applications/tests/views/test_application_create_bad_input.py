"""Every field of the form with everything people and programs put into fields."""

import pytest
from django.utils.html import escape

from accounts.models import User
from applications.models import Application, Job
from companies.models import Company
from jobtracker.testing.fixtures import logged_in

pytestmark = pytest.mark.alike

PATH = "/applications/new/"
LEAST = {"title": "Baker", "company_name": "Oven"}

TEXT = {
    "empty": "",
    "spaces": " \t\n\u00a0",
    "NUL": "a\0b",
    "controls": "\x01\x1b\x7f",
    "right to left": "\u202eאבג مرحبا",
    "emoji": "👩‍💻🧑🏽‍🍳",
    "html": "<b>x</b><script>alert(1)</script>\"'",
    "template": "{{ 7|add:7 }}{% debug %}",
    "combining": "Z" + "\u0301" * 80,
    "sql": "'; DROP TABLE accounts_user; --",
    "noncharacter": "\uffff\ufdd0",
    "1 MB": "x" * 1_000_000,
}
NUMBERS = [
    "-1",
    "0",
    "2147483648",
    str(10**20),
    "9" * 5_000,
    "1.5",
    "1e3",
    "NaN",
    "٣٤",
    "１２",
]
DATES = [
    "0000-00-00",
    "0001-01-01",
    "9999-12-31",
    "2026-02-31",
    "10000-01-01",
    "٢٠٢٦-٠١-٠١",
]
URLS = ["http://[::1/", "javascript:alert(1)", "//x", "https://a.example/" + "招" * 900]
FIELDS = {
    **dict.fromkeys(
        "title company_name location source referrer description".split(), []
    ),
    **dict.fromkeys(["salary_min", "salary_max"], NUMBERS),
    **dict.fromkeys(["posted_on", "deadline_on", "next_follow_up_on"], DATES),
    **dict.fromkeys(
        """status closed_reason priority remote_type job_type experience_level
        salary_period salary_currency""".split(),
        ["unknown ", "UNKNOWN", "None", "0", "eur", "ΕUR"],
    ),
    "url": URLS,
}
CASES = [
    pytest.param(field, value, id=f"{field}-{name}")
    for field, own in FIELDS.items()
    for name, value in [*TEXT.items(), *((value[:12], value) for value in own)]
]


def shown(value):
    """The value as it stands in a page: a control character may be lost on the way."""
    return escape(value).replace("\0", "")


@pytest.fixture(scope="module")
def someone(module_rows):
    """Here before all cases; one visit does what is done once."""
    client = logged_in(User.objects.create_user("alice@example.org"))
    client.get("/")
    return client


@pytest.fixture
def as_alice(db, someone):
    return someone


@pytest.mark.parametrize(("field", "value"), CASES)
def test_form_takes_it_or_says_why_not(as_alice, field, value):
    answer = as_alice.post(PATH, LEAST | {field: value})

    if answer.status_code == 303:
        assert Application.objects.count() == Job.objects.count() == 1
        assert as_alice.get(answer["Location"]).status_code == 200
        assert as_alice.get("/").status_code == 200
        return
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert f"new_{field}_error" in answer.content.decode()
    assert not Application.objects.exists()
    assert not Company.objects.exists()


KEPT = [
    ("title", "x" * 501),
    ("company_name", "x" * 256),
    ("location", "<b>" * 200),
    ("salary_min", "lots & lots"),
    ("salary_max", "-1"),
    ("salary_currency", "<€>"),
    ("posted_on", "2026-02-31"),
    ("url", "no link at all"),
    ("description", "x" * 300_001),
]


@pytest.mark.parametrize(("field", "value"), KEPT)
def test_what_was_typed_is_kept_where_it_is_refused(as_alice, field, value):
    answer = as_alice.post(PATH, LEAST | {field: value, "referrer": "Grace"})
    assert answer.status_code == 422
    assert escape(value) in answer.content.decode()
    assert 'value="Grace"' in answer.content.decode()


@pytest.mark.parametrize("field", ["title", "company_name", "location", "description"])
@pytest.mark.parametrize("name", ["html", "template", "sql", "emoji", "right to left"])
def test_text_is_stored_as_typed_and_shown_as_text(as_alice, field, name):
    value = TEXT[name]
    answer = as_alice.post(PATH, LEAST | {field: value})
    job = Job.objects.get()
    stored = job.company.name if field == "company_name" else getattr(job, field)
    assert stored == value
    page = as_alice.get(answer["Location"]).content.decode()
    assert "<script>alert" not in page
    if field != "description":
        assert escape(value) in page


@pytest.mark.parametrize("count", [1, 50])
def test_field_sent_many_times_counts_once(as_alice, count):
    data = LEAST | {"title": ["First"] * count + ["Last"]}
    as_alice.post(PATH, data)
    assert Job.objects.get().title == "Last"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "application/x-www-form-urlencoded"),
        (b"\xff\xfe\x00", "application/x-www-form-urlencoded"),
        (b'{"title": "Baker"}', "application/json"),
        (b"title=Baker", "text/plain"),
        (b"title=%ED%A0%80&company_name=%FF", "application/x-www-form-urlencoded"),
        (b"nonsense", "multipart/form-data; boundary=x"),
    ],
)
def test_no_body_breaks_it(as_alice, body, kind):
    answer = as_alice.generic("POST", PATH, body, content_type=kind)
    assert answer.status_code in (303, 400, 422)


def test_fields_of_the_row_that_the_form_has_not_are_not_written(as_alice, bob):
    data = {"user": bob.pk, "version": 9, "deleted_at": "2026-01-01", "fit_score": 99}
    as_alice.post(PATH, LEAST | data | {"id": 77, "job": 5, "is_archived": "on"})
    row = Application.objects.get()
    assert row.user != bob
    assert (row.version, row.deleted_at, row.fit_score) == (1, None, None)
    assert not row.is_archived
