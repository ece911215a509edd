"""Workable: the widget of a company, its list of jobs, and the API's answer."""

from __future__ import annotations

from collections.abc import Iterator

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
    set_level,
    set_workplace,
)
from applications.capture.dates import read_date
from applications.capture.posting import Posting

NAME = "Workable"
_KINDS = {"full": "full-time", "part": "part-time"}
_CLOSED = {"archived", "closed", "draft", "internal"}


def is_it(answer: Answer) -> bool:
    return answer.has(_is_record) or answer.has(_is_account)


def _is_record(record: Record) -> bool:
    return bool(first(record, "title")) and bool(first(record, "shortcode"))


def _is_account(record: Record) -> bool:
    """A company's widget, also of one that has no jobs."""
    return record.get("jobs") == [] and {"name", "description"} <= set(record)


def postings(answer: Answer) -> Iterator[Posting | str]:
    names = _names(answer)
    for record in answer.records(_is_record):
        if first(record, "state").lower() in _CLOSED:
            yield reading.closed(first(record, "title"))
            continue
        posting = _posting(record, answer)
        posting.company = posting.company or names.get(id(record), "")
        yield posting


def _names(answer: Answer) -> dict[int, str]:
    """The company stands at the widget; there may be several in one file."""
    return {
        id(job): first(account, "name")
        for accounts in answer.lists()
        for account in accounts
        if isinstance(account.get("jobs"), list)
        for job in account["jobs"]
    }


def _posting(record: Record, answer: Answer) -> Posting:
    posting = Posting(
        title=first(record, "title", "full_title"),
        company=first(record, "company", "company_name", "account.name"),
        locations=list(_locations(record)),
        url=link(first(record, "url", "shortlink", "application_url"), answer.url),
        source_id=ident(record.get("shortcode")),
        posted_on=read_date(
            record.get("published_on")
            or record.get("published")
            or record.get("created_at")
        ),
        industry=first(record, "industry"),
    )
    sections.fill(
        posting,
        [
            ("", prose(record.get("full_description"), record.get("description"))),
            ("Requirements", prose(record.get("requirements"))),
            ("Benefits", prose(record.get("benefits"))),
        ],
    )
    kind = first(record, "employment_type", "type")
    set_employment(posting, _KINDS.get(kind, kind))
    set_level(posting, record.get("experience"))
    _set_workplace(posting, record)
    pay = record.get("salary")
    set_pay(
        posting,
        at(pay, "salary_from"),
        at(pay, "salary_to"),
        at(pay, "salary_currency"),
        text=line(pay) if isinstance(pay, str) else "",
    )
    return posting


def _set_workplace(posting: Posting, record: Record) -> None:
    where = record.get("location")
    words = first(record, "workplace_type", "workplace")
    flags = (
        record.get("telecommuting"),
        record.get("remote"),
        at(where, "telecommuting"),
    )
    flag = next((value for value in flags if value is not None), None)
    set_workplace(posting, words or at(where, "workplace_type"), flag=flag)


def _locations(record: Record) -> Iterator[str]:
    """The fields of the job itself, or of its ``locations``, which may say more places."""
    others = [
        place({**row, "state": row.get("region")})
        for row in rows(record.get("locations"))
        if isinstance(row, dict) and row.get("hidden") is not True
    ]
    named = record.get("location")
    own = place(named) if isinstance(named, dict | str) else ""
    own = own or place({key: record.get(key) for key in ("city", "state", "country")})
    if len(others) > 1 or not own:
        yield from others
    else:
        yield own
