"""Other people’s résumés, as we write them, and letters that go with them."""

from __future__ import annotations

from functools import cache

from applications.documents.evidence import Weighed, sources_of, weigh
from applications.documents.ranking import rank
from applications.documents.writing.resume import write_resume
from applications.tests.documents.evidence.others import LETTERS
from applications.tests.documents.writing.test_pairs import (
    AS_OF,
    MATCH,
    RESUMES,
    facts_of,
)

_FILES = {
    "Lena": RESUMES / "jsonresume/resumes/senior-engineer.json",
    "Jordan": RESUMES / "resumes/jobsync-strong-senior.txt",
    "Maya": RESUMES / "jsonresume/resumes/new-grad.json",
    "Emma": MATCH / "sprouts/resumes/emma_marketing_specialist.txt",
    "Sarah": MATCH / "aligncv/aligncv-1-resume.txt",
}
JOB = {
    "title": "Principal Engineer",
    "company": "Northwind",
    "recipient": "",
    "text": "We ask for experience with Kafka and Rust. You will lead a team of 15.",
}


@cache
def document_of(whose: str) -> str:
    """Of “Lena” the résumé, of “Lena, letter” the letter."""
    name, _, is_letter = whose.partition(", ")
    if is_letter:
        return LETTERS[name]
    facts = facts_of(_FILES[name])
    order = rank(JOB, facts, as_of=AS_OF).order
    wanted = {"experiences": 10, "projects": 10, "skills": 50}
    return write_resume(facts, order, wanted)


def weighed_of(whose: str, text: str) -> Weighed:
    name, _, is_letter = whose.partition(", ")
    sources = sources_of(facts_of(_FILES[name]), JOB if is_letter else None)
    return weigh(text, sources, is_letter=bool(is_letter), as_of=AS_OF)
