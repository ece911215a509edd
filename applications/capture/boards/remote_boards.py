"""RemoteOK, Remotive and Himalayas: boards that list remote jobs alone."""

from __future__ import annotations

from collections.abc import Iterator

from applications.capture.boards import reading, sections
from applications.capture.boards.amounts import set_pay
from applications.capture.boards.formats import Answer, Record
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
)
from applications.capture.dates import read_date
from applications.capture.posting import Posting

REMOTE_OK, REMOTIVE, HIMALAYAS = "RemoteOK", "Remotive", "Himalayas"


def is_it(answer: Answer) -> bool:
    return any(answer.has(test) for test in _TESTS.values())


def name(answer: Answer) -> str:
    return next(name for name, test in _TESTS.items() if answer.has(test))


def postings(answer: Answer) -> Iterator[Posting | str]:
    board = name(answer)
    for record in answer.records(_TESTS[board]):
        if reason := reading.notice(record):
            yield reason
            continue
        posting = _READERS[board](record, answer)
        posting.is_remote, posting.workplace = True, "remote"
        yield posting


def _is_remote_ok(record: Record) -> bool:
    return (
        isinstance(record.get("position"), str)
        and "company" in record
        and not {"epoch", "slug", "salary_min", "logo"}.isdisjoint(record)
    )


def _is_remotive(record: Record) -> bool:
    return "title" in record and (
        "candidate_required_location" in record
        or {"publication_date", "job_type", "company_name"} <= set(record)
    )


def _is_himalayas(record: Record) -> bool:
    return {"title", "companyName"} <= set(record) and not {
        "locationRestrictions", "timezoneRestrictions", "applicationLink",
    }.isdisjoint(record)  # fmt: skip


def _remote_ok(record: Record, answer: Answer) -> Posting:
    posting = Posting(
        title=first(record, "position"),
        company=first(record, "company"),
        locations=[place(record.get("location"))],
        url=link(first(record, "url", "apply_url"), answer.url),
        source_id=ident(record.get("id")) or first(record, "slug"),
        posted_on=read_date(record.get("date")) or read_date(record.get("epoch")),
    )
    sections.fill(posting, [("", prose(record.get("description")))])
    set_skills(posting, record.get("tags"))
    # Asked of employers for a year and in dollars.
    low, high = record.get("salary_min"), record.get("salary_max")
    currency = first(record, "salary_currency", "currency") or "USD"
    set_pay(posting, low, high, currency, first(record, "salary_period") or "year")
    return posting


def _remotive(record: Record, answer: Answer) -> Posting:
    posting = Posting(
        title=first(record, "title"),
        company=first(record, "company_name", "company"),
        locations=[place(record.get("candidate_required_location"))],
        url=link(record.get("url"), answer.url),
        source_id=ident(record.get("id")),
        posted_on=read_date(record.get("publication_date")),
    )
    sections.fill(posting, [("", prose(record.get("description")))])
    set_employment(posting, record.get("job_type"))
    set_skills(posting, record.get("tags"))
    set_pay(posting, text=record.get("salary"))
    return posting


def _himalayas(record: Record, answer: Answer) -> Posting:
    address = first(record, "applicationLink", "url", "guid")
    posting = Posting(
        title=first(record, "title"),
        company=first(record, "companyName"),
        locations=[line(where) for where in rows(record.get("locationRestrictions"))],
        url=link(address, answer.url),
        source_id=ident(record.get("id")) or ident(record.get("guid")),
        posted_on=read_date(record.get("pubDate")),
        deadline_on=read_date(record.get("expiryDate")),
    )
    text = prose(record.get("description"), record.get("excerpt"))
    sections.fill(posting, [("", text)])
    set_employment(posting, record.get("employmentType"))
    set_level(posting, record.get("seniority"))
    set_pay(
        posting,
        record.get("minSalary"),
        record.get("maxSalary"),
        first(record, "currency", "salaryCurrency"),
        first(record, "salaryPeriod"),
    )
    return posting


_TESTS = {REMOTE_OK: _is_remote_ok, REMOTIVE: _is_remotive, HIMALAYAS: _is_himalayas}
_READERS = {REMOTE_OK: _remote_ok, REMOTIVE: _remotive, HIMALAYAS: _himalayas}
