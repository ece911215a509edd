"""What stands at the top of a document: addresses, a place, a date, a title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from applications.documents.evidence.facts.found import Found
from applications.documents.evidence.facts.names import find_contacts, find_titles
from applications.documents.evidence.figures import figures_in
from applications.documents.evidence.names import is_title
from applications.documents.evidence.record import Record
from applications.documents.evidence.tokens import tokens_of

_LABEL: Final = re.compile(
    r"^(?:e-?mail|phone|tel|mobile|address|web(?:site)?|linkedin|github|re|subject|betreff)"
    r"(?:: ?| )",
    re.I,
)
_PIECE: Final = re.compile(r"[^·|•]+")
# Words of a date.
_LONGEST_DATE: Final = 5


def find_contact_facts(record: Record, text: str, *, is_letter: bool) -> list[Found]:
    """One of each piece between its signs. A letter may name a day, and the posting."""
    return [
        _fact(record, text[start:end], is_letter=is_letter).moved(start)
        for start, end in _pieces(text)
    ]


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Without the label before it."""
    for piece in _PIECE.finditer(text):
        words = piece[0]
        start = piece.start() + len(words) - len(words.lstrip())
        if label := _LABEL.match(words.lstrip()):
            start += label.end()
        end = piece.start() + len(words.rstrip())
        if start < end:
            yield start, end


def _fact(record: Record, words: str, *, is_letter: bool) -> Found:
    contact = tuple((ground.number, "") for ground in record.contact)
    if hit := next(find_contacts(record, words), None):
        return hit._replace(lines=contact)
    is_day = is_letter and any(one.day for one in figures_in(words))
    if is_day and len(words.split()) <= _LONGEST_DATE:
        return Found("date", 0, len(words), True)
    if contact and set(tokens_of(words)) <= _about(record):
        return Found("contact", 0, len(words), True, contact)
    return _title(record, words, is_letter=is_letter)


def _about(record: Record) -> set[str]:
    """Where the person lives, and their name."""
    named = (one.named for one in record.contact)
    said = (one.get(key, "") for one in named for key in ("location", "full_name"))
    return set(tokens_of(" ".join(said)))


def _title(record: Record, words: str, *, is_letter: bool) -> Found:
    grounds = [*record.mine, *(record.posting if is_letter else [])]
    titled = next(find_titles(words, grounds, [(0, len(words))]))
    says = [ground for ground in grounds if ground.says(words)]
    kind = "title" if is_title(words) else "contact"
    is_so = bool(says) or (kind == "title" and titled.is_found)
    lines = tuple((ground.number, words) for ground in says[:1]) or titled.lines
    return Found(kind, 0, len(words), is_so, lines)
