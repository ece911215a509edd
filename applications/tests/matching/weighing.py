"""Small postings and résumés, and what is asked of the two."""

from __future__ import annotations

from typing import Any

from applications.matching.analysis import Analysis, analyse
from applications.matching.person import Person, read_person
from applications.matching.posting import Posting, Requirement, read_posting

# January 2026, as a month since the year 0.
AS_OF = 2026 * 12
JOB = {
    "title": "Senior Backend Engineer",
    "text": """Kiln & Co makes ovens that think, and sells them to bakeries all over the
country. We are forty people who like bread.

Requirements:
- 5 years of backend development
- Python and PostgreSQL
- React, Vue or Angular
- Bachelor's degree in computer science
- Fluent German

Nice to have:
- Kubernetes
- Terraform

What we offer:
- A gym with a React wall
""",
}
RESUME: dict[str, Any] = {
    "full_name": "Ada Abel",
    "headline": "Backend Engineer",
    "email": "ada@example.org",
    "phone": "+31 20 123",
    "location": "Utrecht",
    "summary": "I build quiet services for bakeries, and I look after them.",
    "skills": {
        "technical": ["Docker", "PostgreSQL (basics)"],
        "languages": [{"name": "German", "proficiency": "C1"}],
    },
    "experiences": [
        {
            "title": "Backend Engineer",
            "company": "Oven Ltd",
            "start_date": "2022-01",
            "is_current": True,
            "achievements": ["Moved the dough line to Django", "Wrote Vue.js pages"],
        },
        {
            "title": "Shop assistant",
            "company": "Bread & Sons",
            "start_date": "2019-01",
            "end_date": "2021-12",
            "description": "Sold bread.",
        },
    ],
    "education": [{"institution": "Utrecht", "degree": "BSc Computer Science"}],
}


def asked(*points: str, title: str = "Engineer") -> Posting:
    """A posting that requires these points."""
    return read_posting(
        title, "\n".join(["Requirements:", *(f"- {p}" for p in points)])
    )


def skills(posting: Posting) -> list[tuple[str, ...]]:
    """What it asks for by name, those that stand in for each other together."""
    return [
        tuple(skill.name for skill in one.skills)
        for one in posting.requirements
        if one.skills
    ]


def kinds(posting: Posting) -> list[str]:
    return [str(one.kind) for one in posting.requirements]


def only(posting: Posting) -> Requirement:
    (one,) = posting.requirements
    return one


def person(*, as_of: int = AS_OF, **facts: Any) -> Person:
    return read_person(facts, as_of=as_of)


def knows(*technical: str, **facts: Any) -> Person:
    """Somebody with these skills in their list."""
    return person(skills={"technical": list(technical)}, **facts)


def weigh(
    job: dict[str, Any] | str = JOB,
    facts: dict[str, Any] = RESUME,
    wishes: dict[str, Any] | None = None,
    **job_facts: Any,
) -> Analysis:
    """``job`` may be the text alone."""
    if isinstance(job, str):
        job = {"title": "Engineer", "text": job}
    return analyse(job | job_facts, facts, wishes or {}, as_of=AS_OF)


def row_of(analysis: Analysis, name: str) -> dict[str, Any]:
    """The row of a skill, or of a kind."""
    return next(r for r in analysis.rows if name in (*r["names"], r["kind"]))
