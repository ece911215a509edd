"""What others find in a PDF that was made here, by the reader of résumés."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from accounts.resumes.facts import Facts, no_facts
from accounts.resumes.files import Unreadable
from accounts.resumes.reading import read_text
from accounts.resumes.text import Text, text_of_kind
from applications.documents.render.blocks import cleaned
from applications.documents.sheet import items_of
from applications.matching.ats import ats_rows
from applications.matching.person import read_person
from applications.matching.posting import read_posting
from applications.matching.scoring import score_of

# Where a line was wrapped there may be a space, a hyphen, or neither.
_UNSURE: Final = re.compile("[\\s\\-\u2010\u2011\u00ad\u200b-\u200f\u2060•·]+")
_FOOT: Final = re.compile(r"(?:.{1,200} · )?\d{1,3} / \d{1,3}")


class ReadBack(NamedTuple):
    """The lines of a document that are not in its PDF, and whether those that are stand
    there in their order."""

    missing: list[str]
    is_in_order: bool


def text_in(pdf: bytes) -> Text:
    """What a machine reads in it; nothing, where a page has fewer letters than can be read."""
    try:
        return text_of_kind(pdf, "pdf")
    except Unreadable:
        return Text("pdf", "")


def read_back(found: Text, text: str) -> ReadBack:
    """Compare what was found in a PDF with the text it was made of, however wrapped."""
    lines = [(item.text, *item.asides) for item in items_of(cleaned(text))]
    there = _evened("".join(_without_feet(found.text, {line[0] for line in lines})))
    missing, is_in_order, place = [], True, 0
    for line in lines:
        for part in map(_evened, line):
            if there.startswith(part, place) or part in there[place:]:
                place = there.index(part, place) + len(part)
            elif part in there:
                is_in_order = False
            else:
                missing.append(" | ".join(line))
                break
    return ReadBack(missing, is_in_order)


def _without_feet(text: str, lines: set[str]) -> list[str]:
    return [
        line
        for line in text.split("\n")
        if line in lines or not _FOOT.fullmatch(line.strip())
    ]


def _evened(text: str) -> str:
    return _UNSURE.sub("", unicodedata.normalize("NFKC", text).casefold())


def ats_of(found: Text, job: Mapping[str, Any], *, as_of: int) -> dict[str, Any]:
    """The keyword score of what was found in a PDF, 0 to 100, with its rows.

    ``as_of`` is the month that counts as now, since the year 0.
    """
    person = read_person(_facts_in(found), as_of=as_of)
    posting = read_posting(str(job["title"]), str(job["text"]), person.known)
    rows = ats_rows(posting, person)
    score = min(score_of(rows), 100.0)
    return {"score": score, "rows": [row.as_dict() for row in rows]}


def _facts_in(found: Text) -> Facts:
    try:
        return read_text(found).facts
    except Unreadable:
        return no_facts()
