"""Whatever a page holds, reading it ends soon and never fails."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from applications.capture.decoding import MOST_BYTES, decode
from applications.capture.json_ld import read_json
from applications.capture.page import read_page
from applications.capture.posting import Reading
from applications.capture.text import read_text
from applications.tests.capture.pages import job, ld

OPEN = '<script type="application/ld+json">'
N = 1_000_000
BOMBS = {
    "divs": "<div>" * 100_000 + ld(job()),
    "paragraphs": "<p>" * (N // 3),
    "headers": "<header>" * 2_000 + "<p>" * (N // 4),
    "headings": "<h1>" * 2_000 + "x " * (N // 3),
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(N // 8)) + ">x",
    "parts": '<div class="title job-title location">' * 2_000 + "x " * (N // 3),
    "microdata": '<div itemscope itemtype="http://schema.org/JobPosting">'
    + '<div itemprop="description">' * 2_000 + "<b>x</b>" * (N // 12),
    "open quotes": OPEN + "{" + '"' * N,
    "escaped quotes": OPEN + '{"title":"' + '\\"' * (N // 2),
    "spaced quotes": OPEN + '{"a":"' + '" ' * (N // 2) + '"}',
    "open comments": OPEN + "/*" * (N // 2),
    "commas": OPEN + "{" + "," * N + "}</script>",
    "arrays": OPEN + "[" * N,
    "objects": OPEN + '{"a":' * (N // 5),
    "digits": OPEN + '{"a":' + "9" * N + "}</script>",
    "postings": ld([job(description="<p>a")] * (N // 90)),
    "amounts": ld(job(description="$1 a " * (N // 5))),
    "nested description": ld(job(description="<div>" * (N // 5))),
    "open tags": '<a b="' * (N // 6),
    "signs": "<" * N,
    "list": "<a href=/jobs/1>x</a>" * (N // 22),
    "title": "<title>" + " - " * (N // 3) + "</title>",
    "zeros": b"\0" * N,
    "utf-16": b"\xff\xfe" + b"<p>" * (N // 3),
}  # fmt: skip


@pytest.mark.drill
@pytest.mark.parametrize("name", BOMBS)
def test_takes_less_than_two_seconds(name):
    start = time.process_time()
    read_page(BOMBS[name])
    assert time.process_time() - start < 2


@pytest.mark.drill
@pytest.mark.parametrize(
    "word", ["$1 to ", "1 000 ", "Location: x\n", "A ", "key ", "(", "\n"]
)
def test_text_takes_less_than_two_seconds(word):
    start = time.process_time()
    read_text(word * (N // len(word)))
    assert time.process_time() - start < 2


def test_a_posting_below_deep_nesting_is_found():
    assert [posting.title for posting in read_page(BOMBS["divs"]).postings] == [
        "Potter"
    ]


PIECES = st.sampled_from(
    [
        OPEN,
        "</script>",
        "<div itemscope itemtype=http://schema.org/JobPosting>",
        "</div>",
        "<b itemprop=title>",
        '<p vocab="http://schema.org/" typeof=JobPosting>',
        "<!--",
        "-->",
        "<span property=baseSalary>",
        "<h1>",
        "<title>",
        "<main>",
        "<li>",
        "<td>",
        "<dt>",
        "<dd>",
        '{"@type":"JobPosting","title":',
        '"@graph":[',
        '"x"',
        "}",
        "]",
        ",",
        ":",
        "null",
        "1e999",
        '"jobLocation":',
        '"baseSalary":',
        '"identifier":',
        "{",
        "[",
        "\\",
        '"',
        "\x00",
        "\ud800",
        "Salary: ",
        "$1",
        "-",
        "2 lakh",
        "Requirements",
        "\n",
        "Apply now",
        "a" * 300,
    ]
)
GARBAGE = st.lists(PIECES | st.text(max_size=5), max_size=25).map("".join)


@given(GARBAGE | st.binary(max_size=200))
@settings(max_examples=300)
def test_garbage_never_fails(page):
    reading = read_page(page)
    assert isinstance(reading, Reading)
    assert bool(reading.postings) != bool(reading.message)


@given(GARBAGE)
def test_garbage_as_text_never_fails(text):
    assert isinstance(read_text(text), Reading)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@id", "name", "value", "address", "minValue", "unitText"]
            )
            | st.text(max_size=5),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)
FIELDS = st.sampled_from(
    """title name hiringOrganization jobLocation jobLocationType baseSalary salaryCurrency
    employmentType datePosted validThrough description qualifications skills identifier url
    experienceRequirements jobBenefits industry applicantLocationRequirements estimatedSalary
    responsibilities mainEntityOfPage""".split()
)


@given(st.dictionaries(FIELDS, JSON, max_size=6))
@settings(max_examples=300)
def test_any_value_in_any_field_is_taken(fields):
    for posting in read_page(ld({"@type": "JobPosting", **fields})).postings:
        assert posting.title
        assert "{" not in posting.company or "{" in json.dumps(fields)


@given(st.text(alphabet='{}[]",:\\/*<!->; \nabnu1', max_size=40))
@settings(max_examples=300)
def test_json_never_fails(text):
    assert isinstance(read_json(text), list)


@given(st.binary(max_size=100), st.text(max_size=20))
def test_any_bytes_become_text(data, content_type):
    decode(data, content_type).encode()


def test_a_page_is_read_up_to_its_limit():
    page = ld(job()).encode() + b"<p>" + "é".encode() * MOST_BYTES
    assert len(decode(page)) <= MOST_BYTES
    assert read_page(page).postings


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
def test_marks_of_encodings(encoding):
    assert decode("<p>Señor Œuvre</p>".encode(encoding)) == "<p>Señor Œuvre</p>"


@pytest.mark.parametrize(
    ("encoding", "header"),
    [
        ("cp1252", ""),
        ("cp1252", "text/html; charset=ISO-8859-1"),
        ("utf-8", "text/html; charset=ISO-8859-1"),
        ("iso8859-15", "text/html; charset=iso-8859-15"),
        ("utf-8", "text/html; charset=no-such"),
    ],
)
def test_encodings(encoding, header):
    assert decode("<p>Café 5 €</p>".encode(encoding), header) == "<p>Café 5 €</p>"
