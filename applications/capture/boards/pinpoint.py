"""Pinpoint: ``….pinpointhq.com/postings.json``."""

from __future__ import annotations

from collections.abc import Iterator

from applications.capture.boards import sections
from applications.capture.boards.amounts import set_pay
from applications.capture.boards.formats import Answer, Record
from applications.capture.boards.values import (
    at,
    first,
    ident,
    link,
    place,
    prose,
    set_employment,
    set_workplace,
)
from applications.capture.dates import read_date
from applications.capture.posting import Posting

NAME = "Pinpoint"
_OWN = {
    "key_responsibilities", "skills_knowledge_expertise", "compensation_minimum",
    "compensation_visible", "key_responsibilities_header",
}  # fmt: skip


def is_it(answer: Answer) -> bool:
    return answer.has(_is_record)


def _is_record(record: Record) -> bool:
    return "title" in record and (
        not _OWN.isdisjoint(record) or ".pinpointhq.com/" in first(record, "url")
    )


def postings(answer: Answer) -> Iterator[Posting | str]:
    records = list(answer.records(_is_record))
    # Some give their path alone: the others tell whose board it is.
    base = answer.url or next(
        filter(None, (link(row.get("url")) for row in records)), ""
    )
    for record in records:
        yield _posting(record, base)


def _posting(record: Record, base: str) -> Posting:
    posting = Posting(
        title=first(record, "title"),
        company=first(record, "company.name", "company_name"),
        locations=[place(record.get("location"))],
        url=link(record.get("url") or record.get("path"), base),
        source_id=ident(record.get("id")),
        posted_on=read_date(record.get("published_at") or record.get("created_at")),
        deadline_on=read_date(record.get("deadline_at")),
    )
    sections.fill(
        posting,
        [
            ("", prose(record.get("description"))),
            (
                first(record, "key_responsibilities_header"),
                prose(record.get("key_responsibilities")),
            ),
        ],
    )
    posting.requirements = prose(record.get("skills_knowledge_expertise"))
    posting.benefits = prose(record.get("benefits"))
    set_employment(posting, first(record, "employment_type_text", "employment_type"))
    set_workplace(posting, first(record, "workplace_type", "workplace_type_text"))
    if record.get("compensation_visible") is not False:
        set_pay(
            posting,
            record.get("compensation_minimum"),
            record.get("compensation_maximum"),
            record.get("compensation_currency"),
            record.get("compensation_frequency"),
            text=at(record, "compensation"),
        )
    return posting
