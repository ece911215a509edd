"""Workday: the list behind a career site (``/wday/cxs/…/jobs``), and one job of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from applications.capture.boards import reading, sections
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
    texts,
)
from applications.capture.dates import read_date
from applications.capture.posting import Posting

NAME = "Workday"


def is_it(answer: Answer) -> bool:
    return (
        answer.has(_is_record)
        or answer.has(_is_detail)
        or at(answer.value, "jobPostings") == []
    )


def _is_record(record: Record) -> bool:
    return "title" in record and "externalPath" in record


def _is_detail(record: Record) -> bool:
    return "title" in record and {"jobReqId", "jobDescription"} <= set(record)


def postings(answer: Answer) -> Iterator[Posting | str]:
    if answer.has(_is_detail):
        records = [row for row in answer.records(_is_detail) if _is_detail(row)]
    else:
        records = list(answer.records(_is_record))
    for record in records:
        if record.get("posted") is False:
            yield reading.closed(first(record, "title"))
        else:
            yield _posting(record, answer)


def _posting(record: Record, answer: Answer) -> Posting:
    path = first(record, "externalPath")
    posting = Posting(
        title=first(record, "title"),
        company=first(record, "hiringOrganization.name"),
        locations=[
            place(record.get("locationsText") or record.get("location")),
            *(place(other) for other in rows(record.get("additionalLocations"))),
        ],
        url=link(record.get("externalUrl"))
        or (
            link(path, answer.url)
            if path.startswith("http")
            else _address(path, answer)
        ),
        source_id=_number(record, path),
        # “Posted 3 Days Ago” is no day: nobody knows when it was read.
        posted_on=read_date(record.get("startDate"))
        or read_date(record.get("postedOn")),
        deadline_on=read_date(record.get("endDate")),
    )
    sections.fill(posting, [("", prose(record.get("jobDescription")))])
    set_employment(posting, record.get("timeType"))
    set_workplace(posting, record.get("remoteType"))
    return posting


def _address(path: str, answer: Answer) -> str:
    """Where the site shows what the list knows by its path."""
    found = re.search(r"/wday/cxs/[^/]+/([^/?#]+)", answer.url)
    if not path or not found:
        return ""
    parts = urlsplit(answer.url)
    return link(f"{parts.scheme}://{parts.netloc}/{found[1]}/{path.lstrip('/')}")


def _number(record: Record, path: str) -> str:
    """The requisition: it ends the path, after the last “_”, and is among the bullets."""
    if number := ident(record.get("jobReqId")):
        return number
    tail = path.rpartition("_")[2] if "_" in path else ""
    bullets = texts([record.get("bulletFields")])
    for bullet in bullets:
        if tail and (tail == bullet or tail.startswith(f"{bullet}-")):
            return bullet
    numbers = [
        bullet
        for bullet in bullets
        if re.fullmatch(r"[A-Z]{0,6}[-_]?[0-9-]{3,}", bullet)
    ]
    if numbers:
        return numbers[0]
    return ident(tail) or ident(record.get("id"))
