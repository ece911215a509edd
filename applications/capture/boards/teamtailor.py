"""Teamtailor: ``/jobs.rss``, ``/jobs.json`` (JSON Feed) and the API's answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from applications.capture.boards import reading, sections
from applications.capture.boards.amounts import set_pay
from applications.capture.boards.entries import (
    address_of,
    channel,
    description,
    entries,
    has_names,
    ident_of,
)
from applications.capture.boards.formats import Answer, Record
from applications.capture.boards.trees import said, within
from applications.capture.boards.values import (
    at,
    first,
    ident,
    line,
    link,
    place,
    prose,
    rows,
    set_employment,
    set_workplace,
)
from applications.capture.dates import read_date
from applications.capture.places import join_place
from applications.capture.posting import Posting

NAME = "Teamtailor"
_WORKPLACES = {
    "fully": "remote",
    "hybrid": "hybrid",
    "none": "onsite",
    "onsite": "onsite",
}


def is_it(answer: Answer) -> bool:
    if answer.root is not None:
        found = entries(answer)
        return bool(
            any(said(entry, "remotestatus") for entry in found)
            or (answer.tag == "rss" and has_names(answer, "teamtailor.com"))
            or ".teamtailor.com" in (channel(answer, "link") if found else "")
        )
    return answer.has(_is_entry) or answer.has(_is_resource)


def _is_entry(record: Record) -> bool:
    """Of a JSON Feed: the posting's schema.org data stand beside it."""
    return "title" in record and (
        isinstance(record.get("_jobposting"), dict)
        or ".teamtailor.com/jobs/" in first(record, "url")
    )


def _is_resource(record: Record) -> bool:
    return record.get("type") == "jobs" and isinstance(record.get("attributes"), dict)


def postings(answer: Answer) -> Iterator[Posting | str]:
    if answer.root is not None:
        yield from (_of_rss(entry, answer) for entry in entries(answer))
    elif answer.has(_is_resource):
        for record in answer.records(_is_resource):
            yield from _of_api(record, answer)
    else:
        for record in answer.records(_is_entry):
            yield _of_feed(record, answer)


def _of_rss(entry: Any, answer: Answer) -> Posting:
    places = []
    for where in within(entry, "location"):
        town = join_place(said(where, "city"), said(where, "country"))
        places.append(town or line(said(where, "name")))
    posting = Posting(
        title=line(said(entry, "title")),
        company=line(said(entry, "company", "companyname")),
        locations=places,
        url=address_of(entry, answer.url),
        source_id=ident_of(entry),
        posted_on=read_date(said(entry, "pubdate")),
    )
    sections.fill(posting, [("", description(entry))])
    _set_remote(posting, said(entry, "remotestatus"))
    return posting


def _set_remote(posting: Posting, status: Any) -> None:
    """“temporary” says nothing of where one will work."""
    set_workplace(posting, _WORKPLACES.get(line(status).lower(), ""))


def _of_feed(record: Record, answer: Answer) -> Posting:
    data = record.get("_jobposting")
    posting = Posting(
        title=first(record, "title"),
        company=first(data, "hiringOrganization.name"),
        locations=[
            place(at(where, "address") or where)
            for where in rows(at(data, "jobLocation"))
        ],
        url=link(record.get("url"), answer.url),
        source_id=ident(record.get("id")) or first(data, "identifier.value"),
        posted_on=read_date(record.get("date_published") or at(data, "datePosted")),
        deadline_on=read_date(at(data, "validThrough")),
    )
    text = prose(
        record.get("content_html"), at(data, "description"), record.get("content_text")
    )
    sections.fill(posting, [("", text)])
    set_employment(posting, at(data, "employmentType"))
    set_workplace(posting, at(data, "jobLocationType"))
    pay = at(data, "baseSalary")
    value = at(pay, "value")
    set_pay(
        posting,
        at(value, "minValue") or at(value, "value"),
        at(value, "maxValue") or at(value, "value"),
        at(pay, "currency"),
        at(value, "unitText"),
    )
    return posting


def _of_api(record: Record, answer: Answer) -> Iterator[Posting | str]:
    if not _is_resource(record):
        return  # places and departments that are sent along
    said_of = {
        key.replace("-", "_"): value for key, value in record["attributes"].items()
    }
    title = first(said_of, "title")
    if first(said_of, "status") in ("draft", "archived", "unlisted", "scheduled"):
        yield reading.unlisted(title)
        return
    posting = Posting(
        title=title,
        url=link(at(record, "links.careersite-job-url"), answer.url),
        source_id=ident(record.get("id")),
        posted_on=read_date(said_of.get("start_date") or said_of.get("created_at")),
        deadline_on=read_date(said_of.get("end_date")),
        locations=list(_sent_along(record, answer)),
    )
    sections.fill(posting, [("", prose(said_of.get("body"), said_of.get("pitch")))])
    set_employment(posting, said_of.get("employment_type"))
    _set_remote(posting, said_of.get("remote_status"))
    set_pay(
        posting,
        said_of.get("min_salary"),
        said_of.get("max_salary"),
        said_of.get("currency"),
        said_of.get("salary_time_unit"),
    )
    yield posting


def _sent_along(record: Record, answer: Answer) -> Iterator[str]:
    wanted = {
        ident(at(row, "id"))
        for name in ("locations", "location")
        for row in rows(at(record, f"relationships.{name}.data"))
    }
    for row in rows(at(answer.value, "included")):
        if at(row, "type") == "locations" and ident(at(row, "id")) in wanted:
            told = at(row, "attributes")
            town = join_place(first(told, "city"), first(told, "country"))
            yield town or first(told, "name")
