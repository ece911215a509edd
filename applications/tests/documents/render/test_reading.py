"""What a machine finds in a PDF that was made here."""

import pytest

from applications.documents.render import ats_of, read_back, text_in
from applications.tests.documents.render.sheets import LETTER, RESUME, made

JOB = {
    "title": "Senior Engineer",
    "text": "Requirements:\n- Python\n- Django\n- PostgreSQL\n- Kubernetes",
}
AS_OF = 2026 * 12 + 10


@pytest.fixture(scope="module")
def resume():
    return text_in(made().data)


def test_a_line_that_is_not_there_is_named(resume):
    found = read_back(resume, RESUME.replace("a team of 4", "a team of 14"))
    assert found.missing == ["Led a team of 14"]
    assert found.is_in_order


def test_an_aside_that_is_not_there_is_named(resume):
    found = read_back(resume, RESUME.replace("Mar 2021 – now", "Mar 2020 – now"))
    assert found.missing == ["Senior Engineer, Initech | Mar 2020 – now | Utrecht"]


def test_another_order_is_told(resume):
    head, rest = RESUME.split("## Experience")
    found = read_back(resume, "## Experience" + rest + "\n" + head)
    assert found.missing == []
    assert not found.is_in_order


def test_case_and_wrapping_make_no_difference(resume):
    assert read_back(resume, RESUME.upper()).missing == []


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 broken", made("").data])
def test_a_file_without_text_has_no_lines(data):
    found = read_back(text_in(data), "# Mara")
    assert found.missing == ["Mara"]
    assert text_in(data).text == ""


def test_the_keyword_score_is_of_what_stands_in_the_file(resume):
    found = ats_of(resume, JOB, as_of=AS_OF)
    state = {row["text"].lower(): row["state"] for row in found["rows"] if row["text"]}
    assert (state["python"], state["kubernetes"]) == ("met", "missing")
    kinds = {row["kind"] for row in found["rows"]}
    assert {"title", "contact", "parts", "dates", "length"} <= kinds
    assert 40 < found["score"] < 100
    better = RESUME.replace("Skills\nPython", "Skills\nKubernetes, Python")
    assert (
        ats_of(text_in(made(better).data), JOB, as_of=AS_OF)["score"] > found["score"]
    )


def test_the_parts_of_a_resume_are_known_again(resume):
    rows = {row["kind"]: row for row in ats_of(resume, JOB, as_of=AS_OF)["rows"]}
    assert rows["parts"]["figures"]["missing"] == []
    assert rows["dates"]["figures"] == {"dated": 2, "count": 2}
    assert rows["contact"]["figures"]["missing"] == []


def test_a_file_without_facts_scores_little():
    assert ats_of(text_in(made("").data), JOB, as_of=AS_OF)["score"] < 10
    letter = made(LETTER, document_type="cover_letter").data
    assert ats_of(text_in(letter), JOB, as_of=AS_OF)["score"] < 100


@pytest.mark.parametrize("layout", ["classic", "modern", "compact"])
def test_on_a_page_of_short_lines_each_line_is_one(layout):
    """Dates at the right and nothing long: a white stripe down the middle."""
    text = "# Al\n\n## Work\n### Clerk, Acme | 2019 – now\n- Filed\n- Typed\n- Sorted"
    file = made(text, layout=layout, size=9)
    lines = text_in(file.data).text.split("\n")
    assert lines[-3:] == ["• Filed", "• Typed", "• Sorted"]
