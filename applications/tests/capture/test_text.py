import pytest

from applications.capture.text import read_text

TEXT = """Senior Potter
Kiln & Co
Location: Stoke-on-Trent, UK
Full-time · £28,000 - £32,000 a year

We make pots.

Requirements:
{points}

Benefits
* Clay
* Fire

About us
We are old.
"""


def read(text):
    return read_text(text).postings[0]


@pytest.fixture
def posting():
    return read(TEXT.format(points="\n".join(f"- Point {n}" for n in range(20))))


def test_lines_1_and_2(posting):
    assert (posting.title, posting.company) == ("Senior Potter", "Kiln & Co")
    assert (posting.where["title"], posting.where["company"]) == ("line 1", "line 2")
    assert posting.level == "senior"


def test_facts(posting):
    assert posting.locations == ["Stoke-on-Trent, UK"]
    assert posting.pay == (28_000, 32_000, "GBP", "year")
    assert posting.job_types == ["full_time"]


def test_sections_have_at_most_fifteen_lines(posting):
    assert posting.requirements.split("\n") == [f"- Point {n}" for n in range(15)]
    assert posting.benefits == "* Clay\n* Fire"


def test_text_is_kept_word_for_word():
    text = "Potter\n\n\n  Kiln\t\n“We’re   hiring”"
    assert read_text(text).text == text == read(text).description


def test_labels_count_before_places():
    posting = read(
        "We are hiring!\nCompany: Kiln\nJob title: Potter\nSalary: 100k-150k"
    )
    assert (posting.title, posting.company) == ("Potter", "Kiln")
    assert posting.pay[:2] == (100_000, 150_000)


@pytest.mark.parametrize(
    ("text", "title", "company"),
    [
        ("Potter at Kiln & Co\n\nWe make pots.", "Potter", "Kiln & Co"),
        ("# Potter\n**Kiln**\n", "Potter", "Kiln"),
        ("Potter\n\nWe are looking for a potter.", "Potter", ""),
        ("Potter\nRequirements:\n- Clay", "Potter", ""),
        ("Potter\nRemote", "Potter", ""),
        (
            "We are looking for a Senior Potter to join us.\nGlaze it.",
            "Senior Potter",
            "",
        ),
        ("About the job\nGlaze pots.", "", ""),
    ],
)
def test_names(text, title, company):
    posting = read(text)
    assert (posting.title, posting.company) == (title, company)


def test_a_dash_only_suggests_a_company():
    posting = read("Potter — Kiln (Remote)\n\nWe make pots.")
    assert (posting.title, posting.company) == ("Potter — Kiln (Remote)", "")
    assert posting.suggested["company"] == "Kiln"
    assert posting.workplace == "remote"


def test_without_a_title_the_rest_is_read():
    reading = read_text("About the job\n\nRequirements:\n- Clay")
    assert "title" in reading.message
    assert reading.postings[0].requirements == "- Clay"


def test_pay_in_prose_is_suggested():
    posting = read("Potter\nKiln\n\nYou make pots and earn $40,000 a year, every year.")
    assert not posting.pay
    assert posting.suggested["pay"] == "$40,000 a year"


@pytest.mark.parametrize("text", ["", "  \n\t"])
def test_nothing(text):
    reading = read_text(text)
    assert (reading.postings, bool(reading.message)) == ([], True)


def test_a_number_without_end_is_read_at_once():
    """There are 10 billion ways to part it into five words."""
    (posting,) = read_text("9" * 400).postings
    assert (posting.title, posting.suggested) == ("", {})


def test_who_seeks_is_suggested_as_the_company():
    text = "Blue Kiln Works is hiring a potter for the workshop in Delft."
    assert read_text(text).postings[0].suggested["company"] == "Blue Kiln Works"
