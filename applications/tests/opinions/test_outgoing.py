"""What leaves the house, to the letter."""

import pytest

from accounts.resumes.anonymous import without_contact
from applications.models import Job
from applications.opinions.outgoing import MOST, posting_text, resume_text
from companies.models import Company

FACTS = {
    "full_name": "Alice Abel",
    "headline": "Archivist",
    "email": "alice@example.org",
    "phone": "+31 30 555 01 23",
    "location": "12 Canal Street, Utrecht",
    "linkedin_url": "https://www.linkedin.com/in/alice-abel",
    "github_url": "https://github.com/alice",
    "website_url": "https://alice.example/",
    "summary": "I order things.",
    "skills": {
        "technical": ["EAD", "SQL"],
        "soft": ["Patience"],
        "languages": [{"name": "Dutch", "proficiency": "native"}],
        "certifications": [
            {"name": "Records", "issuer": "ICA", "credential_id": "SECRET-7"}
        ],
    },
    "experiences": [
        {
            "title": "Archivist",
            "company": "Initech",
            "location": "Ghent",
            "start_date": "2019-04",
            "end_date": "",
            "is_current": True,
            "description": "Shelves.",
            "achievements": ["Moved 4 km of files."],
            "custom_fields": {"boss": "Private"},
        }
    ],
    "education": [
        {
            "institution": "Library school",
            "degree": "BA",
            "field_of_study": "Archives",
            "start_date": "2012",
            "end_date": "2016",
            "gpa": 3.9,
            "honors": ["cum laude"],
        }
    ],
    "projects": [
        {
            "name": "One shelf",
            "description": "A catalogue.",
            "technologies": ["Python"],
            "url": "https://shelf.example/alice",
            "start_date": "2020",
            "end_date": "",
        }
    ],
    "custom_fields": {"passport": "NL-1234"},
}
TEXT = """\
Archivist
I order things.
Skills: EAD, SQL, Patience
Languages: Dutch – native
Certifications: Records, ICA
Archivist, Initech (2019-04 to now)
Shelves.
- Moved 4 km of files.
BA, Archives, Library school (2012 to 2016)
Honours: cum laude
One shelf (2020)
A catalogue.
Used: Python"""


def test_a_resume_is_sent_without_who_it_is_of():
    assert resume_text(FACTS) == TEXT


def test_what_is_new_in_a_resume_is_not_sent_by_itself():
    more = FACTS | {"photo": "face", "references": ["Bob"], "salary": 60_000}
    assert resume_text(more) == TEXT


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("I am Alice Abel, archivist.", "I am …, archivist."),
        ("ALICE ABEL", "…"),
        ("Alice Abelard", "Alice Abelard"),
        ("Write to alice@example.org or a.b+c@d.co.uk.", "Write to … or …"),
        ("See https://shelf.example/a?b=c, or www.a.org", "See …, or …"),
        ("(linkedin.com/in/alice)", "(…)"),
        ("Call +31 30 555 01 23 or +49 (170) 123-4567.", "Call … or …."),
        ("12 Canal Street, Utrecht", "…"),
        ("Saved 1 200 000 in 2019-2020, C++ and +20 %", None),
    ],
)
def test_free_text_is_sent_without_name_and_contact_data(written, sent):
    assert without_contact(written, FACTS) == (written if sent is None else sent)
    if sent is not None:
        assert resume_text(FACTS | {"headline": "", "summary": written}).startswith(
            sent
        )


@pytest.mark.parametrize("facts", [{}, {"skills": {}, "experiences": [{}]}])
def test_an_empty_resume_is_empty(facts):
    assert resume_text(facts) == ""


def test_a_long_resume_is_cut():
    assert len(resume_text({"summary": "x" * 50_000})) == MOST


def posting(**facts):
    return Job(title="Archivist", company=Company(name="Initech"), **facts)


def test_a_posting_is_sent_as_plain_lines():
    job = posting(
        location="Utrecht",
        description="<h2>You</h2><p>Order &amp; calm</p><ul><li>EAD</li></ul>",
        requirements="Five years, a < b",
        raw_text="Not sent.",
    )
    assert [line for line in posting_text(job).splitlines() if line] == [
        "Archivist", "Initech", "Utrecht", "You", "Order & calm", "- EAD",
        "Five years, a < b",
    ]  # fmt: skip


def test_of_a_posting_without_parts_the_whole_is_sent():
    assert posting_text(posting(raw_text="All.")) == "Archivist\nInitech\nAll."


def test_a_long_posting_is_cut():
    assert len(posting_text(posting(description="x" * 50_000))) == MOST
