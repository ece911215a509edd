"""Personio: ``….jobs.personio.de/xml``, and the list its career pages search."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlsplit

from applications.capture.boards import sections
from applications.capture.boards.formats import Answer, Record
from applications.capture.boards.trees import children, said, within
from applications.capture.boards.values import (
    first,
    ident,
    line,
    link,
    place,
    prose,
    rows,
    set_employment,
    set_level,
    set_skills,
    set_workplace,
)
from applications.capture.dates import read_date
from applications.capture.posting import Posting

NAME = "Personio"
# Words of the feed that nobody would write.
_KINDS = {"working_student": "Werkstudent"}


def is_it(answer: Answer) -> bool:
    if answer.root is not None:
        return answer.tag == "workzag-jobs" or any(map(_is_position, _found(answer)))
    return answer.has(_is_record)


def _found(answer: Answer) -> Iterator[Any]:
    return within(answer.root, "position")


def _is_position(element: Any) -> bool:
    return bool(said(element, "name")) and any(
        True
        for _child in children(
            element, "recruitingcategory", "jobdescriptions", "office"
        )
    )


def _is_record(record: Record) -> bool:
    return {"name", "office", "schedule"} <= set(record) and not {
        "employment_type", "employmentType", "seniority",
    }.isdisjoint(record)  # fmt: skip


def postings(answer: Answer) -> Iterator[Posting | str]:
    if answer.root is not None:
        yield from (_of_xml(element, answer) for element in _found(answer))
    else:
        yield from (_of_json(record, answer) for record in answer.records(_is_record))


def _of_xml(element: Any, answer: Answer) -> Posting:
    offices = [said(element, "office")]
    for more in children(element, "additionaloffices"):
        offices += [
            line("".join(office.itertext())) for office in children(more, "office")
        ]
    posting = Posting(
        title=line(said(element, "name")),
        company=line(said(element, "subcompany")),
        locations=[line(office) for office in offices],
        source_id=ident(said(element, "id")),
        posted_on=read_date(said(element, "createdat")),
        url=link(said(element, "url", "joburl", "link")),
    )
    sections.fill(
        posting,
        [
            (line(said(part, "name")), prose(said(part, "value")))
            for part in within(element, "jobdescription")
        ],
    )
    set_skills(posting, said(element, "keywords").split(","))
    kind = said(element, "employmenttype")
    set_employment(posting, said(element, "schedule"), _KINDS.get(kind, kind))
    set_workplace(posting, said(element, "workplace", "workmodel", "remote"))
    _finish(posting, said(element, "seniority"), answer)
    return posting


def _of_json(record: Record, answer: Answer) -> Posting:
    offices = rows(record.get("offices")) or [record.get("office")]
    posting = Posting(
        title=first(record, "name"),
        company=first(record, "subcompany"),
        locations=[place(office) for office in offices],
        source_id=ident(record.get("id")),
        posted_on=read_date(record.get("created_at") or record.get("createdAt")),
        url=link(record.get("url"), answer.url),
    )
    sections.fill(posting, [("", prose(record.get("description")))])
    kind = first(record, "employment_type", "employmentType")
    set_employment(posting, record.get("schedule"), _KINDS.get(kind, kind))
    set_workplace(posting)
    _finish(posting, first(record, "seniority"), answer)
    return posting


def _finish(posting: Posting, seniority: str, answer: Answer) -> None:
    set_level(posting, "entry" if seniority.lower() == "student" else seniority)
    try:
        parts = urlsplit(answer.url)
    except ValueError:
        return
    # The feed has no addresses; a job lies beside it under its number.
    if not posting.url and posting.source_id and ".personio." in parts.netloc:
        number = quote(posting.source_id, "")
        posting.url = link(f"{parts.scheme}://{parts.netloc}/job/{number}")
