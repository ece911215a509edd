"""Lists of jobs that follow no board's form: XML made for job search engines, and JSON.

JazzHR's feed is of the first kind and says so itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from applications.capture.boards import reading
from applications.capture.boards.aliases import (
    ADDRESS,
    COMPANY,
    DEADLINE,
    KIND,
    PLACE,
    POSTED,
    TITLE,
    is_closed,
    of_element,
    plain,
    posting_of,
)
from applications.capture.boards.formats import Answer, Record
from applications.capture.boards.trees import said, within
from applications.capture.boards.values import first, line
from applications.capture.posting import Posting

JAZZ_HR = "JazzHR"
_ELEMENTS = (
    "job",
    "position",
    "vacancy",
    "ad",
    "offer",
    "posting",
    "jobposting",
    "stelle",
)
_JAZZ = ("jazzhr", "jazz.co", "applytojob.com", "theresumator.com")
# A name may be anything's; with two of these it is a job's.
_SIGNS = (ADDRESS, COMPANY, PLACE, POSTED)
_SURE = {
    "jobtitle",
    "positiontitle",
    "jobopeningname",
    "postingtitle",
    "stellenbezeichnung",
}


def is_it(answer: Answer) -> bool:
    if answer.root is not None:
        return bool(_elements(answer)) or _is_jazz(answer)
    return answer.kind == "json" and answer.has(_is_record)


def name(answer: Answer) -> str:
    return JAZZ_HR if _is_jazz(answer) else ""


def _is_jazz(answer: Answer) -> bool:
    if answer.root is None:
        return False
    told = (
        f"{said(answer.root, 'publisher')} {said(answer.root, 'publisherurl')}".lower()
    )
    some = islice(within(answer.root, "job"), 20)
    urls = (said(element, "url").lower() for element in some)
    return any(word in text for text in (told, *urls) for word in _JAZZ)


def _elements(answer: Answer) -> list[Any]:
    """The outermost of these names: a position may have a ``<job>`` of its own inside."""
    for wanted in _ELEMENTS:
        found = [
            element
            for element in within(answer.root, wanted)
            if len(element) > 1
            and said(element, "title", "name", "jobtitle", "position", "titel")
        ]
        if found:
            return found
    return []


def _is_record(record: Record) -> bool:
    known = plain(record)
    if not first(known, *TITLE):
        return False
    signs = sum(any(known.get(name) for name in names) for names in _SIGNS)
    if _SURE & set(known):
        return signs >= 1
    if any(first(known, name) for name in ("title", "titel", "headline")):
        # An article has a title, an address and a day as well.
        return signs >= 2 and any(
            known.get(name) for name in (*COMPANY, *PLACE, *KIND[:-1], *DEADLINE)
        )
    # “name” is anything's: it needs what only a job has.
    return signs >= 2 and any(
        known.get(name) for name in (*KIND[:6], *DEADLINE[:4], *POSTED[:8])
    )


def postings(answer: Answer) -> Iterator[Posting | str]:
    if answer.root is not None:
        company = line(said(answer.root, "company"))
        records = [of_element(element) for element in _elements(answer)]
    else:
        company = ""
        records = list(answer.records(_is_record))
    board = name(answer)
    for record in records:
        if not isinstance(record, dict):
            continue
        posting = posting_of(record, answer.url)
        if reason := reading.notice(record):
            yield reason
        elif is_closed(record):
            yield reading.closed(posting.title)
        elif answer.root is None and not _is_record(record):
            continue
        else:
            posting.company = posting.company or company
            posting.source = board or posting.source or "Feed"
            yield posting
