"""Greenhouse: ``boards-api.greenhouse.io/v1/boards/…/jobs``, one job or all, by department.

Pages of ``job-boards.greenhouse.io`` hold the same under other names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from applications.capture.boards import reading, sections
from applications.capture.boards.amounts import set_pay
from applications.capture.boards.formats import Answer, Record
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
    texts,
)
from applications.capture.dates import read_date
from applications.capture.posting import Posting

NAME = "Greenhouse"
_OWN = {"absolute_url", "internal_job_id", "first_published", "data_compliance"}


def is_it(answer: Answer) -> bool:
    return answer.has(_is_record)


def _is_record(record: Record) -> bool:
    return bool(first(record, "title")) and not _OWN.isdisjoint(record)


def postings(answer: Answer) -> Iterator[Posting | str]:
    for record in answer.records(_is_record):
        if record.get("internal") is True or record.get("live") is False:
            yield reading.unlisted(first(record, "title"))
        else:
            yield _posting(record, answer)


def _posting(record: Record, answer: Answer) -> Posting:
    posting = Posting(
        title=first(record, "title"),
        company=first(record, "company_name", "company.name", "company"),
        locations=_locations(record),
        url=link(record.get("absolute_url"), answer.url),
        source_id=ident(record.get("id")),
        posted_on=read_date(
            record.get("first_published") or record.get("published_at")
        ),
        deadline_on=read_date(record.get("application_deadline")),
    )
    if not posting.posted_on:
        # All that the API said for years.
        posting.posted_on = read_date(record.get("updated_at"))
        posting.where["posted_on"] = "feed: updated"
    sections.fill(posting, [("", prose(record.get("content")))])
    extra = {
        line(at(row, "name")).lower(): at(row, "value") for row in _metadata(record)
    }
    kinds = [
        extra[name] for name in extra if "employment" in name or name == "job type"
    ]
    set_employment(posting, *kinds)
    set_workplace(posting, _of(extra, "workplace", "location type", "remote"))
    _set_pay(posting, record, extra)
    return posting


def _locations(record: Record) -> list[str]:
    named = place(record.get("location"))
    if named:
        return [named]
    return [
        place(at(office, "location") or at(office, "name"))
        for office in rows(record.get("offices"))
    ]


def _metadata(record: Record) -> list[Any]:
    return rows(record.get("metadata"))


def _of(extra: dict[str, Any], *words: str) -> str:
    found = [extra[name] for name in extra if any(word in name for word in words)]
    return next(iter(texts(found)), "")


def _set_pay(posting: Posting, record: Record, extra: dict[str, Any]) -> None:
    """``pay_input_ranges`` (in cents), or a field of the company's own."""
    for row in rows(record.get("pay_input_ranges") or record.get("pay_ranges")):
        least, most = at(row, "min_cents"), at(row, "max_cents")
        if isinstance(least, int | float) and isinstance(most, int | float):
            title = first(row, "title")
            period = "hour" if "hour" in title.lower() else ""
            set_pay(posting, least / 100, most / 100, at(row, "currency_type"), period)
            return
    for name, value in extra.items():
        if "salary" not in name and "pay range" not in name:
            continue
        if isinstance(value, dict):
            least, most = value.get("min_value"), value.get("max_value")
            set_pay(posting, least, most, value.get("unit"))
        elif isinstance(value, str):
            set_pay(posting, text=value)
        if posting.pay:
            return
