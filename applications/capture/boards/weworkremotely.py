"""We Work Remotely: RSS by category; a title is “Company: Title”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from applications.capture.boards import sections
from applications.capture.boards.amounts import set_pay
from applications.capture.boards.entries import (
    address_of,
    channel,
    description,
    entries,
    ident_of,
)
from applications.capture.boards.formats import Answer
from applications.capture.boards.trees import said
from applications.capture.boards.values import line, set_employment, set_skills
from applications.capture.dates import read_date
from applications.capture.posting import Posting

NAME = "We Work Remotely"


def is_it(answer: Answer) -> bool:
    found = entries(answer)
    return bool(found) and (
        "weworkremotely.com" in channel(answer, "link")
        or any("weworkremotely.com/" in address_of(entry) for entry in found[:5])
    )


def postings(answer: Answer) -> Iterator[Posting | str]:
    return (_posting(entry, answer) for entry in entries(answer))


def _posting(entry: Any, answer: Answer) -> Posting:
    whole = line(said(entry, "title"))
    company, found, title = (part.strip() for part in whole.partition(": "))
    if not (found and company and title):
        company, title = "", whole
    # “🇩🇪 Germany”: flags are no part of a country's name.
    places = [said(entry, name) for name in ("region", "country", "state")]
    posting = Posting(
        title=title,
        company=line(said(entry, "company")) or company,
        locations=[
            re.sub("[\U0001f1e6-\U0001f1ff]", "", line(name)) for name in places
        ],
        url=address_of(entry, answer.url),
        source_id=ident_of(entry),
        posted_on=read_date(said(entry, "pubdate", "published", "updated")),
        deadline_on=read_date(said(entry, "expires_at")),
        is_remote=True,
        workplace="remote",
    )
    sections.fill(posting, [("", description(entry))])
    set_employment(posting, said(entry, "type"))
    set_skills(posting, said(entry, "skills").split(","))
    set_pay(posting, text=said(entry, "salary"))
    return posting
