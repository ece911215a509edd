"""Eightfold: ``…/api/apply/v2/jobs`` and ``…/api/pcsx/search``."""

from __future__ import annotations

from collections.abc import Iterator

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
)
from applications.capture.dates import read_date
from applications.capture.posting import Posting

NAME = "Eightfold"
_OWN = {
    "canonicalPositionUrl", "t_create", "t_update", "postedTs", "positionUrl",
    "ats_job_id", "atsJobId", "display_job_id", "displayJobId",
}  # fmt: skip


def is_it(answer: Answer) -> bool:
    return answer.has(_is_record) or at(answer.value, "positions") == []


def _is_record(record: Record) -> bool:
    return bool(first(record, "name", "posting_name")) and not _OWN.isdisjoint(record)


def postings(answer: Answer) -> Iterator[Posting | str]:
    for record in answer.records(_is_record):
        if record.get("isPrivate") is True:
            yield reading.unlisted(first(record, "name"))
            continue
        places = rows(record.get("locations")) or rows(
            record.get("standardizedLocations")
        )
        address = first(record, "canonicalPositionUrl", "publicUrl", "positionUrl")
        posting = Posting(
            title=first(record, "name", "posting_name"),
            company=first(record, "company", "company_name"),
            locations=[place(name) for name in places or [record.get("location")]],
            url=link(address, answer.url),
            source_id=ident(record.get("id"))
            or first(record, "display_job_id", "displayJobId", "ats_job_id"),
            posted_on=read_date(record.get("t_create") or record.get("postedTs")),
        )
        text = prose(record.get("job_description"), record.get("jobDescription"))
        sections.fill(posting, [("", text)])
        set_employment(posting, first(record, "employment_type", "employmentType"))
        words = first(record, "work_location_option", "workLocationOption")
        set_workplace(posting, words)
        yield posting
