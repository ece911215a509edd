"""Ashby: ``api.ashbyhq.com/posting-api/job-board/…``, and the state in pages of a board."""

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
    link,
    place,
    prose,
    rows,
    set_employment,
    set_workplace,
)
from applications.capture.dates import read_date
from applications.capture.posting import Posting

NAME = "Ashby"
_OWN = {"isListed", "jobUrl", "secondaryLocations", "compensationTierSummary"}


def is_it(answer: Answer) -> bool:
    return answer.has(_is_record) or answer.has(_is_board)


def _is_record(record: Record) -> bool:
    return bool(first(record, "title")) and not _OWN.isdisjoint(record)


def _is_board(record: Record) -> bool:
    """The state of a page, also of one without postings."""
    return isinstance(record.get("jobBoard"), dict) and "organization" in record


def postings(answer: Answer) -> Iterator[Posting | str]:
    board = next((row for row in answer.records(_is_board) if _is_board(row)), {})
    name = first(board, "organization.name")
    slug = first(board, "organization.hostedJobsPageSlug")
    for record in answer.records(_is_record):
        if record.get("isListed") is False:
            yield reading.unlisted(first(record, "title"))
            continue
        posting = _posting(record, answer)
        posting.company = posting.company or name
        if not posting.url and slug and posting.source_id:
            posting.url = link(f"https://jobs.ashbyhq.com/{slug}/{posting.source_id}")
        yield posting


def _posting(record: Record, answer: Answer) -> Posting:
    posting = Posting(
        title=first(record, "title"),
        company=first(record, "companyName", "organizationName"),
        locations=list(_locations(record)),
        url=link(first(record, "jobUrl", "externalLink", "applyUrl"), answer.url),
        source_id=ident(record.get("id")),
        posted_on=read_date(record.get("publishedAt") or record.get("publishedDate")),
        deadline_on=read_date(record.get("applicationDeadline")),
    )
    text = prose(record.get("descriptionHtml"), record.get("descriptionPlain"))
    sections.fill(posting, [("", text)])
    set_employment(posting, record.get("employmentType"))
    set_workplace(posting, record.get("workplaceType"), flag=record.get("isRemote"))
    _set_pay(posting, record)
    return posting


def _locations(record: Record) -> Iterator[str]:
    postal = at(record, "address.postalAddress")
    yield first(record, "location", "locationName") or place(postal)
    for other in rows(record.get("secondaryLocations")):
        named = first(other, "location", "locationName")
        yield named or place(at(other, "address.postalAddress") or other)


def _set_pay(posting: Posting, record: Record) -> None:
    """The salary among its parts; a bonus and shares are no salary."""
    pay = record.get("compensation")
    salary: Record = next((part for part in _parts(pay) if _is_salary(part)), {})
    set_pay(
        posting,
        at(salary, "minValue"),
        at(salary, "maxValue"),
        at(salary, "currencyCode"),
        at(salary, "interval"),
        text=first(
            pay, "scrapeableCompensationSalarySummary", "compensationTierSummary"
        )
        or first(record, "compensationTierSummary"),
    )


def _parts(pay: Any) -> Iterator[Any]:
    yield from rows(at(pay, "summaryComponents"))
    for tier in rows(at(pay, "compensationTiers")):
        yield from rows(at(tier, "components"))


def _is_salary(part: Any) -> bool:
    kind = first(part, "compensationType").lower()
    return kind in ("salary", "hourly", "wage") and at(part, "minValue") is not None
