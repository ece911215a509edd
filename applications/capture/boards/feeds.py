"""Any other RSS, Atom or JSON Feed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from applications.capture.boards.aliases import host_of, of_element, posting_of
from applications.capture.boards.entries import (
    address_of,
    channel,
    description,
    entries,
    ident_of,
    is_feed,
)
from applications.capture.boards.formats import Answer, Record
from applications.capture.boards.values import at, first, rows
from applications.capture.posting import Posting


def is_it(answer: Answer) -> bool:
    return is_feed(answer) if answer.root is not None else _is_json_feed(answer)


def _is_json_feed(answer: Answer) -> bool:
    return "jsonfeed.org" in first(answer.value, "version") and isinstance(
        at(answer.value, "items"), list
    )


def name(answer: Answer) -> str:
    home = (
        channel(answer, "link")
        if answer.root is not None
        else first(answer.value, "home_page_url", "feed_url")
    )
    return host_of(home or answer.url) or "Feed"


def postings(answer: Answer) -> Iterator[Posting | str]:
    board = name(answer)
    if answer.root is not None:
        found = [_of_entry(entry, answer) for entry in entries(answer)]
    else:
        items = [
            row for row in rows(at(answer.value, "items")) if isinstance(row, dict)
        ]
        found = [_of_item(item, answer) for item in items]
    for posting in found:
        # A feed may gather the postings of many sites: it is the source.
        posting.source = board
        yield posting


def _of_entry(entry: Any, answer: Answer) -> Posting:
    record = of_element(entry)
    if not isinstance(record, dict):
        return Posting()
    # What these are in a feed is read below; an author is no company, a category no type.
    for key in ("link", "guid", "id", "author", "type", "content", "source"):
        record.pop(key, None)
    posting = posting_of(record)
    posting.url = address_of(entry, answer.url) or posting.url
    posting.source_id = ident_of(entry)
    posting.description = description(entry) or posting.description
    return posting


def _of_item(item: Record, answer: Answer) -> Posting:
    posting = posting_of({**item, "tags": item.get("tags") or []}, answer.url)
    if "://" in first(item, "id"):
        posting.source_id = ""
    return posting
