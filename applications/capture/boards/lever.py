"""Lever: ``api.lever.co/v0/postings/…``, one, all, or by team; and lists of such boards."""

from __future__ import annotations

from collections.abc import Iterator

from applications.capture.boards import reading, sections
from applications.capture.boards.amounts import set_pay
from applications.capture.boards.formats import Answer, Record
from applications.capture.boards.values import (
    at,
    first,
    ident,
    link,
    place,
    prose,
    rows,
    set_employment,
    set_workplace,
)
from applications.capture.dates import read_date
from applications.capture.posting import Posting

NAME = "Lever"
_CLOSED = {"closed", "internal", "draft", "pending", "rejected"}


def is_it(answer: Answer) -> bool:
    return answer.has(_is_record)


def _is_record(record: Record) -> bool:
    """``text`` is the title; the headings inside a posting have ``content`` beside it."""
    return bool(first(record, "text")) and (
        isinstance(record.get("categories"), dict)
        or bool(first(record, "hostedUrl", "urls.show"))
    )


def postings(answer: Answer) -> Iterator[Posting | str]:
    for record in answer.records(_is_record):
        title = first(record, "text")
        if first(record, "state").lower() in _CLOSED:
            yield reading.closed(title)
        else:
            yield _posting(record, answer)


def _posting(record: Record, answer: Answer) -> Posting:
    named = record.get("categories")
    places = rows(at(named, "allLocations")) or [at(named, "location")]
    posting = Posting(
        title=first(record, "text"),
        company=first(record, "company", "companyName"),
        locations=[place(name) for name in places],
        url=link(first(record, "hostedUrl", "urls.show", "applyUrl"), answer.url),
        source_id=ident(record.get("id")),
        posted_on=read_date(record.get("createdAt")),
    )
    parts = [("", _description(record))]
    parts += [
        (first(part, "text"), prose(at(part, "content")))
        for part in rows(record.get("lists"))
    ]
    parts.append(("", prose(record.get("additional"), record.get("additionalPlain"))))
    sections.fill(posting, parts)
    set_employment(posting, at(named, "commitment"))
    set_workplace(posting, record.get("workplaceType"))
    pay = record.get("salaryRange")
    set_pay(
        posting,
        at(pay, "min"),
        at(pay, "max"),
        at(pay, "currency"),
        at(pay, "interval"),
        text=prose(record.get("salaryDescriptionPlain")),
    )
    return posting


def _description(record: Record) -> str:
    content = record.get("content")  # as the API for customers has it
    return prose(
        record.get("description"),
        record.get("descriptionPlain"),
        at(content, "descriptionHtml"),
        at(content, "description"),
    )
