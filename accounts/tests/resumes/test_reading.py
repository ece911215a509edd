"""The one door of all that somebody may bring."""

import json

import pytest

from accounts.resumes.files import Unreadable
from accounts.resumes.reading import MOST_LETTERS, read
from accounts.tests.resumes.files import (
    JSON_RESUMES,
    LINES,
    document,
    docx,
    pdf,
    stored,
)


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (LINES.encode(), "cv.txt", "text"),
        (LINES.encode(), "", "text"),
        (pdf(*LINES.split("\n")), "cv.pdf", "pdf"),
        (docx(*LINES.split("\n")), "cv.docx", "docx"),
        (b'{"basics": {"name": "Ada Sorter"}}', "", "json_resume"),
        (b'\xef\xbb\xbf {"basics": {"name": "Ada Sorter"}}', "x.json", "json_resume"),
    ],
)
def test_the_kind_is_told_by_what_is_in_it(data, name, kind):
    made = read(data, name)
    assert made.kind == kind
    assert made.facts["full_name"] == "Ada Sorter"


def test_lines_without_a_place_are_kept():
    made = read(f"{LINES}\n\nHOBBIES\nSorting".encode(), "cv.txt")
    assert made.facts["custom_fields"]["unplaced"] == ["HOBBIES", "Sorting"]
    assert made.text.endswith("Sorting")


def test_a_refused_json_resume_names_each_field():
    data = json.dumps(document("edge/date-slash.json")).encode()
    with pytest.raises(Unreadable) as refused:
        read(data, "resume.json")
    assert [problem.path for problem in refused.value.problems] == ["work.0.startDate"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ((JSON_RESUMES / "edge/broken.json").read_bytes(), "broken JSON"),
        (b"Plain words", "broken JSON"),
        (b"[1, 2]", "group of fields"),
    ],
)
def test_what_is_named_json_must_be(data, words):
    with pytest.raises(Unreadable) as refused:
        read(data, "resume.json")
    problems = [str(problem) for problem in refused.value.problems]
    assert words in " ".join([*refused.value.messages, *problems])


def test_a_book_is_no_resume():
    with pytest.raises(Unreadable):
        read(b"word " * (MOST_LETTERS // 4), "book.txt")


def test_the_same_text_says_the_same_in_each_kind_of_file():
    text, word = (
        read(stored(f"jobsync-standard.{end}"), "").facts for end in ("txt", "docx")
    )
    assert text == word
