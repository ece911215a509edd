"""The text of a document, line by line.

A document is plain text in which the beginning of a line says what it is::

    # Mara Okafor                                 the name, once, at the top
    Platform engineer                             plain lines; a blank one ends a paragraph
    mara@example.org · Utrecht

    ## Experience                                 the heading of a section
    ### Engineer, Initech | 2019 – now | Utrecht  an entry; what follows | stands aside
    - Moved 140 jobs to a queue                   a point

There is no other markup: a star is a star. A gap to be filled in is ``[in brackets]``.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, NamedTuple

GAP: Final = re.compile(r"\[[^\[\]\n]{1,200}\]")


class Kind(StrEnum):
    NAME = "name"
    HEADING = "heading"
    ENTRY = "entry"
    POINT = "point"
    TEXT = "text"


class Item(NamedTuple):
    """A line that is not blank. ``line`` is its place in the text, from 0;
    ``is_first``: a blank line, or a line of another kind, stands before it."""

    kind: Kind
    text: str
    asides: tuple[str, ...]
    line: int
    is_first: bool


_SIGNS: Final = {
    "# ": Kind.NAME,
    "## ": Kind.HEADING,
    "### ": Kind.ENTRY,
    "- ": Kind.POINT,
}


def items_of(text: str) -> list[Item]:
    """The lines of a document that say something."""
    found: list[Item] = []
    before = -2
    for number, line in enumerate(text.splitlines()):
        if not line.strip():
            continue
        kind, said = _kind_of(line)
        words, *asides = said.split(" | ") if kind is Kind.ENTRY else [said]
        is_first = before != number - 1 or found[-1].kind is not kind
        found.append(Item(kind, words, tuple(filter(None, asides)), number, is_first))
        before = number
    return found


def _kind_of(line: str) -> tuple[Kind, str]:
    sign = line[: line.find(" ") + 1]
    kind = _SIGNS.get(sign, Kind.TEXT)
    rest = line[len(sign) :] if kind is not Kind.TEXT else line
    return kind, " ".join(rest.split())


def as_line(text: str) -> str:
    """A person’s words as one plain line: it begins with none of the signs."""
    return re.sub(r"^(?:#{1,3}|-)\s+", "", " ".join(text.split()))


def as_entry(name: str, *asides: str) -> str:
    parts = (" ".join(part.replace("|", "/").split()) for part in (name, *asides))
    return "### " + " | ".join(filter(None, parts))
