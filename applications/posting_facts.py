"""A posting that was read, as the columns of the job it may become."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from applications.capture.pay import read_pay
from applications.capture.places import country_of
from applications.capture.posting import Pay, Posting
from applications.models.job_terms import ExperienceLevel, JobType, RemoteType
from jobtracker.currencies import CODES
from jobtracker.text import clean_text, words_of

if TYPE_CHECKING:
    pass

# A link that was cut is another one.
LONGEST_URL = 2_048
# Fields of a posting, and the columns of a job that are made of them.
COLUMNS = {
    "locations": ("location",),
    "is_remote": ("remote_type",),
    "workplace": ("remote_type",),
    "pay": ("salary_min", "salary_max", "salary_currency", "salary_period"),
    "pay_text": ("salary_text",),
    "job_types": ("job_type",),
    "employment_words": ("job_type",),
    "level": ("experience_level",),
    "company": ("company_name",),
    "skills": ("tech_stack",),
}


def facts_of(posting: Posting, page_url: str = "") -> dict[str, Any]:
    """A posting as JSON keeps it: columns of a job, where each was read, suggestions."""
    url = posting.url or page_url
    remote = RemoteType.REMOTE if posting.is_remote else RemoteType.UNKNOWN
    facts: dict[str, Any] = {
        "title": posting.title[:500],
        "company_name": posting.company[:255],
        "location": "; ".join(posting.locations)[:300],
        "remote_type": _known(posting.workplace, RemoteType, remote),
        "job_type": _known(next(iter(posting.job_types), ""), JobType, JobType.UNKNOWN),
        "experience_level": _known(
            posting.level, ExperienceLevel, ExperienceLevel.UNKNOWN
        ),
        "industry": posting.industry[:200],
        **_salary(posting.pay),
        "salary_text": posting.pay_text[:500],
        "posted_on": posting.posted_on,
        "deadline_on": posting.deadline_on,
        "description": posting.description[:300_000],
        "requirements": posting.requirements[:100_000],
        "benefits": posting.benefits[:100_000],
        "tech_stack": [skill[:100] for skill in posting.skills[:100]],
        "source": posting.source[:255],
        "source_id": posting.source_id[:255],
        "url": url if len(url) <= LONGEST_URL else "",
    }
    where = {
        column: place
        for name, place in posting.where.items()
        for column in COLUMNS.get(name, (name,))
    }
    return {
        "facts": {name: _plain(value) for name, value in facts.items()},
        "where": where,
        "suggested": posting.suggested,
    }


def columns_of(name: str, words: str, facts: dict[str, Any]) -> dict[str, Any]:
    """The columns that a suggestion fills; none where its words say too little."""
    if name != "pay":
        column, *_more = COLUMNS.get(name, (name,))
        return {column: words}
    place, *_more = str(facts.get("location") or "").split(";")
    pay = read_pay(words, country=country_of(place))
    return _salary(pay) if pay else {}


def _salary(pay: Pay) -> dict[str, Any]:
    pay = pay.whole
    return {
        "salary_min": pay.least,
        "salary_max": pay.most,
        "salary_currency": pay.currency if pay.currency in CODES else "",
        "salary_period": pay.period,
    }


def _known(value: str, choices: Any, default: Any) -> str:
    return str(value if value in choices.values else default)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return clean_text(value) if isinstance(value, str) else value


def sections(
    description: str, requirements: str, benefits: str
) -> Iterator[tuple[str, str]]:
    """The parts of a posting with their headings, each text once.

    What was found as a section of the description stands there already.
    """
    said = " ".join(words_of(description or ""))
    if description:
        yield "", description
    for heading, text in (
        (_("Requirements"), requirements),
        (_("Benefits"), benefits),
    ):
        if text and " ".join(words_of(text)) not in said:
            yield heading, text
