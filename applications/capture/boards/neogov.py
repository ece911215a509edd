"""NEOGOV (governmentjobs.com): RSS of an agency, with fields in a namespace of its own."""

from __future__ import annotations

from collections.abc import Iterator

from applications.capture.boards import sections
from applications.capture.boards.amounts import set_pay
from applications.capture.boards.entries import (
    address_of,
    channel,
    entries,
    has_names,
    ident_of,
    markup,
    texts,
)
from applications.capture.boards.formats import Answer
from applications.capture.boards.trees import said
from applications.capture.boards.values import line, set_employment, set_workplace
from applications.capture.dates import read_date
from applications.capture.places import join_place
from applications.capture.posting import Posting

NAME = "NEOGOV"


def is_it(answer: Answer) -> bool:
    found = entries(answer)
    return bool(found) and (
        has_names(answer, "neogov")
        or any(said(entry, "advertisefromdateutc") for entry in found)
        or "governmentjobs.com" in channel(answer, "link")
    )


def postings(answer: Answer) -> Iterator[Posting | str]:
    agency = line(channel(answer, "title"))
    for entry in entries(answer):
        own = join_place(said(entry, "city"), said(entry, "state"))
        posting = Posting(
            title=line(said(entry, "title")),
            company=line(said(entry, "agency", "employer", "organization")) or agency,
            locations=[line(name) for name in texts(entry, "location")] or [own],
            url=address_of(entry, answer.url),
            source_id=ident_of(entry),
            posted_on=read_date(said(entry, "advertisefromdateutc"))
            or read_date(said(entry, "advertisefromdate", "pubdate")),
            deadline_on=read_date(
                said(
                    entry,
                    "advertisetodatetimeutc",
                    "advertisetodateutc",
                    "advertisetodate",
                )
            ),
        )
        sections.fill(
            posting,
            [
                ("", markup(entry, "description")),
                ("", markup(entry, "examplesofduties")),
                ("", markup(entry, "supplementalinformation")),
            ],
        )
        posting.requirements = markup(entry, "qualifications")
        posting.benefits = markup(entry, "benefits")
        set_employment(posting, *texts(entry, "jobtype", "employmenttype"))
        set_workplace(posting, said(entry, "remoteoption", "worktype"))
        set_pay(
            posting,
            said(entry, "minimumsalary"),
            said(entry, "maximumsalary"),
            said(entry, "salarycurrency"),
            said(entry, "salaryinterval"),
            text=said(entry, "salary"),
        )
        yield posting
