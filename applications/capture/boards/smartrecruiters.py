"""SmartRecruiters: ``api.smartrecruiters.com/v1/companies/…/postings``, a list or one."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from applications.capture.boards import reading, sections
from applications.capture.boards.formats import Answer, Record
from applications.capture.boards.values import (
    at,
    first,
    ident,
    link,
    place,
    prose,
    set_employment,
    set_level,
    set_workplace,
)
from applications.capture.dates import read_date
from applications.capture.posting import Posting

NAME = "SmartRecruiters"
_OWN = {"releasedDate", "refNumber", "jobAd", "jobAdId", "typeOfEmployment"}
# “Associate” and “mid-senior” are no step of ours.
_LEVELS = {
    "internship": "entry",
    "entry_level": "entry",
    "director": "lead",
    "executive": "executive",
}
_PARTS = (
    "companyDescription",
    "jobDescription",
    "qualifications",
    "additionalInformation",
)


def is_it(answer: Answer) -> bool:
    return answer.has(_is_record) or (
        at(answer.value, "content") == [] and at(answer.value, "totalFound") is not None
    )


def _is_record(record: Record) -> bool:
    return bool(first(record, "name", "title")) and not _OWN.isdisjoint(record)


def postings(answer: Answer) -> Iterator[Posting | str]:
    for record in answer.records(_is_record):
        title = first(record, "name", "title")
        if record.get("active") is False:
            yield reading.closed(title)
        elif first(record, "visibility").upper() in ("INTERNAL", "PRIVATE"):
            yield reading.unlisted(title)
        else:
            yield _posting(record, title, answer)


def _posting(record: Record, title: str, answer: Answer) -> Posting:
    posting = Posting(
        title=title,
        company=first(record, "company.name", "company.identifier"),
        locations=[place(record.get("location"))],
        source_id=ident(record.get("id")),
        posted_on=read_date(record.get("releasedDate") or record.get("createdOn")),
        industry=first(record, "industry.label"),
    )
    posting.url = link(first(record, "postingUrl", "applyUrl"), answer.url)
    company = first(record, "company.identifier")
    if not posting.url and company and posting.source_id:
        # The list gives the API's address alone; this is where the board shows it.
        path = f"{quote(company, '')}/{quote(posting.source_id, '')}"
        posting.url = f"https://jobs.smartrecruiters.com/{path}"
    texts = at(record, "jobAd.sections")
    sections.fill(
        posting,
        [
            (first(at(texts, part), "title"), prose(at(texts, f"{part}.text")))
            for part in _PARTS
        ],
    )
    set_employment(posting, record.get("typeOfEmployment"))
    level = first(record, "experienceLevel.id").lower()
    if level in _LEVELS:
        posting.level = _LEVELS[level]
    elif not level:
        set_level(posting, first(record, "experienceLevel.label"))
    where = record.get("location")
    words = "hybrid" if at(where, "hybrid") is True else ""
    set_workplace(posting, words, flag=at(where, "remote"))
    return posting
