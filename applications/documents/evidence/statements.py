"""A document’s text as the statements that it makes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from accounts.style.sentences import split
from applications.documents.evidence.plain import Plain, plain
from applications.documents.sheet import Item, Kind, items_of


class Said(NamedTuple):
    """One statement: ``start`` and ``end`` within its line as written, ``plain`` its text as
    seen; ``section`` the heading above, ``entry`` the line of the entry above, or -1."""

    kind: Kind
    line: int
    start: int
    end: int
    text: str
    plain: Plain
    section: str
    entry: int

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a part of ``plain.text`` stands in the line."""
        one, two = self.plain.span(start, end)
        return self.start + one, self.start + two


def statements_of(text: str) -> Iterator[Said]:
    lines = text.splitlines()
    section, entry = "", -1
    for item in items_of(text):
        raw = lines[item.line]
        if item.kind is Kind.HEADING:
            section, entry = item.text, -1
        elif item.kind is Kind.ENTRY:
            entry = item.line
        for start, end in _spans(item, raw):
            said = raw[start:end]
            yield Said(
                item.kind, item.line, start, end, said, plain(said), section, entry
            )


def _spans(item: Item, raw: str) -> Iterator[tuple[int, int]]:
    begin = 0 if item.kind is Kind.TEXT else raw.index(" ") + 1
    if item.kind is not Kind.TEXT:
        yield _trimmed(raw, begin, len(raw))
        return
    seen = plain(raw)
    at = 0
    for sentence in split(seen.text):
        start = seen.text.index(sentence, at)
        at = start + len(sentence)
        yield _trimmed(raw, *seen.span(start, at))


def _trimmed(raw: str, start: int, end: int) -> tuple[int, int]:
    inner = raw[start:end]
    left = len(inner) - len(inner.lstrip())
    return start + left, start + len(inner.rstrip()) if inner.strip() else start + left
