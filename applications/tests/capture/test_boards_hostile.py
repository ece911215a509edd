import json
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from applications.capture import boards
from applications.capture.boards import limits, read_board
from applications.tests.capture.board_answers import HOSTILE, VARIANTS, encoded

JSON_ANSWERS = [
    variant["answer"]
    for variant in VARIANTS.values()
    if not isinstance(variant["answer"], str)
]
XML_ANSWERS = [
    encoded(variant)
    for variant in VARIANTS.values()
    if isinstance(variant["answer"], str)
]
URLS = st.sampled_from(["", "http://[x", "https://a/wday/cxs/a/b/jobs"])
JUNK = st.sampled_from(
    [None, True, -1, 1e308, 10**25, "", "x", "\ud800", "\0", [], {}, [[]], [None], {"": None},
     {"name": {"name": [1]}}, "http://[::1", "https://x/\n", "&lt;" * 50, ["a", {"b": 1}],
     "2026-99-99", "9999999999999", "<p", {"min": "a", "max": []}, "%", "٣"]
)  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_is_caught_at_last(monkeypatch):
    """What the outermost guard would log is a fault."""

    def fail(*_arguments):
        pytest.fail("read_board came to its last guard")

    monkeypatch.setattr(boards.logger, "exception", fail)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(name):
    start = perf_counter()
    reading = read_board(HOSTILE[name])
    assert reading.postings == []
    assert reading.message
    assert perf_counter() - start < 2


@pytest.mark.parametrize(
    "name", ["laughs", "outside", "hidden entity", "utf-16 laughs"]
)
def test_entities_are_refused(name):
    reading = read_board(HOSTILE[name])
    assert reading.message == "The file defines entities of its own: it is not read."


@pytest.mark.parametrize(
    "data",
    [
        b" " * (limits.MOST_BYTES + 1) + b"x",
        b"[" + b"{}," * limits.MOST_BRACKETS + b"{}]",
        b"<rss>" + b"<item/>" * limits.MOST_TAGS + b"</rss>",
    ],
)
def test_too_large(data):
    assert "too large" in read_board(data).message


@pytest.mark.drill
@pytest.mark.parametrize(
    "data",
    [
        b"<jobs>" + b"<job><title>x</title><id>1</id></job>" * 20_000 + b"</jobs>",
        b"<rss><channel>"
        + b"<item><title>x</title></item>" * 30_000
        + b"</channel></rss>",
        json.dumps([{"name": "x", "title": "y"}] * 60_000).encode(),
        b"<!doctype html>" + b"<script>x=[[[[" * 50_000,
    ],
    ids=["jobs", "items", "records", "scripts"],
)
def test_costs_little(data):
    start = perf_counter()
    reading = read_board(data)
    assert len(reading.postings) <= 1
    assert perf_counter() - start < 10


def test_reasons_and_postings_end_somewhere():
    many = b"<position><id>%d</id><office>x</office><name>y</name></position>"
    data = b"".join(many % number for number in range(limits.MOST_POSTINGS + 5))
    reading = read_board(b"<workzag-jobs>" + data + b"</workzag-jobs>")
    assert len(reading.postings) == limits.MOST_POSTINGS
    assert reading.skipped == ["Only the first 5000 are read."]
    nameless = b"<workzag-jobs>" + b"<position/>" * 1_000 + b"</workzag-jobs>"
    assert len(read_board(nameless).skipped) == limits.MOST_REASONS


@settings(max_examples=150)
@given(st.data())
def test_any_field_may_hold_anything(data):
    answer = json.loads(json.dumps(data.draw(st.sampled_from(JSON_ANSWERS))))
    for _time in range(data.draw(st.integers(1, 4))):
        _spoil(answer, data)
    reading = read_board(
        json.dumps(answer).encode(),
        data.draw(st.sampled_from(["", "http://[x", "https://a/wday/cxs/a/b/jobs"])),
    )
    for posting in reading.postings:
        texts = [
            posting.title,
            posting.company,
            posting.url,
            posting.source_id,
            posting.pay_text,
        ]
        "".join(
            [*texts, *posting.locations, *posting.skills, posting.description]
        ).encode()


def _spoil(answer, data):
    part = answer
    while part:
        key = data.draw(
            st.sampled_from(list(part) if isinstance(part, dict) else range(len(part)))
        )
        if not isinstance(part[key], dict | list) or data.draw(st.integers(0, 3)) == 0:
            part[key] = json.loads(json.dumps(data.draw(JUNK)))
            return
        part = part[key]


@settings(max_examples=150)
@given(
    st.sampled_from(XML_ANSWERS),
    st.floats(0, 1),
    st.integers(0, 40),
    st.sampled_from(
        [b"", b"<", b">", b"&", b"<!--", b"]]>", b"<a>", b"\0", b"&x;", b"\xff"]
    ),
)
def test_xml_may_be_broken_anywhere(answer, share, gone, put):
    at = int(len(answer) * share)
    read_board(answer[:at] + put + answer[at + gone :])


@given(st.binary(max_size=300))
def test_garbage(data):
    assert read_board(data).postings == []


def test_last_guard(monkeypatch):
    monkeypatch.setattr(boards, "_read", lambda answer: 1 / 0)
    monkeypatch.setattr(boards.logger, "exception", lambda *_arguments: None)
    reading = read_board(b"{}")
    assert reading.message == "This cannot be read as the answer of a job board."
