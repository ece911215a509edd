"""Arbeitnow: ``arbeitnow.com/api/job-board-api``, page by page."""

from __future__ import annotations

from collections.abc import Iterator

from applications.capture.boards import sections
from applications.capture.boards.formats import Answer, Record
from applications.capture.boards.values import (
    first,
    ident,
    link,
    place,
    prose,
    set_employment,
    set_skills,
    set_workplace,
)
from applications.capture.dates import read_date
from applications.capture.posting import Posting

NAME = "Arbeitnow"


def is_it(answer: Answer) -> bool:
    return answer.has(_is_record)


def _is_record(record: Record) -> bool:
    return {"slug", "title", "company_name"} <= set(record) and not {
        "job_types", "remote",
    }.isdisjoint(record)  # fmt: skip


def postings(answer: Answer) -> Iterator[Posting | str]:
    for record in answer.records(_is_record):
        posting = Posting(
            title=first(record, "title"),
            company=first(record, "company_name"),
            locations=[place(record.get("location"))],
            url=link(record.get("url"), answer.url),
            source_id=ident(record.get("slug")),
            posted_on=read_date(record.get("created_at")),
        )
        sections.fill(posting, [("", prose(record.get("description")))])
        set_employment(posting, record.get("job_types"))
        set_workplace(posting, flag=record.get("remote"))
        set_skills(posting, record.get("tags"))
        yield posting
