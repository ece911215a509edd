"""Recruitee (Tellent): ``….recruitee.com/api/offers/``."""

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
    set_level,
    set_workplace,
)
from applications.capture.dates import read_date
from applications.capture.places import join_place, read_workplace
from applications.capture.posting import Posting

NAME = "Recruitee"
_OWN = {"careers_url", "careers_apply_url", "mailbox_email"}
_OPEN = {"", "published", "active", "open"}


def is_it(answer: Answer) -> bool:
    return answer.has(_is_record) or at(answer.value, "offers") == []


def _is_record(record: Record) -> bool:
    return bool(_said(record, "title")) and not _OWN.isdisjoint(record)


def postings(answer: Answer) -> Iterator[Posting | str]:
    for record in answer.records(_is_record):
        if first(record, "status").lower() not in _OPEN:
            yield reading.closed(_said(record, "title"))
        else:
            yield _posting(record, answer)


def _said(record: Record, name: str) -> str:
    """What stands at the offer itself, or in the first of its languages."""
    languages = record.get("translations")
    parts = list(languages.values()) if isinstance(languages, dict) else []
    for part in [record, *parts]:
        value = at(part, name)
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _posting(record: Record, answer: Answer) -> Posting:
    posting = Posting(
        title=line(_said(record, "title")),
        company=first(record, "company_name"),
        locations=list(_locations(record)),
        url=link(first(record, "careers_url", "careers_apply_url"), answer.url),
        source_id=ident(record.get("id")),
        posted_on=read_date(record.get("published_at") or record.get("created_at")),
        deadline_on=read_date(record.get("close_at")),
    )
    sections.fill(
        posting,
        [
            ("", prose(_said(record, "description"))),
            ("Requirements", prose(_said(record, "requirements"))),
            ("Benefits", prose(_said(record, "benefits"))),
        ],
    )
    # The part itself says what it is: no heading of ours is needed.
    posting.requirements = prose(_said(record, "requirements"))
    set_employment(posting, record.get("employment_type_code"))
    set_level(posting, record.get("experience_code"))
    words = "hybrid" if record.get("hybrid") is True else ""
    words = words or ("on-site" if record.get("on_site") is True else "")
    if record.get("remote") is True:
        words = "remote"
    set_workplace(posting, words, flag=record.get("remote"))
    pay = record.get("salary")
    set_pay(
        posting, at(pay, "min"), at(pay, "max"), at(pay, "currency"), at(pay, "period")
    )
    return posting


def _town(row: Any) -> str:
    """Of Dubai in Dubai the town alone."""
    city, state = first(row, "city"), first(row, "state")
    return join_place(city, "" if state == city else state, first(row, "country"))


def _locations(record: Record) -> Iterator[str]:
    """The board writes “Remote job” over a place: the place is said as well."""
    named = place(record.get("location"))
    others = [_town(row) or first(row, "name") for row in rows(record.get("locations"))]
    if len(others) < 2 or read_workplace(named):
        yield named
    if not named or len(others) > 1 or read_workplace(named):
        yield from others
    if not named and not others:
        yield place(record)
