"""What was found, in its context, with the words marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from jobtracker.search.words import WORD, Query, folded, is_unbroken

# A word as it was written: the letters, and the accents that stand apart from them.
_WRITTEN = re.compile(f"(?:{WORD.pattern}|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f])+")
# What begins a heading, a point of a list or a quoted line of plain text.
_SIGNS = re.compile(r"^[ \t]*(?:#{1,6}|[-*+>])[ \t]+", re.MULTILINE)
# So much of a text is looked at, a piece at a time: folding a piece as a whole costs a
# hundredth of looking at each of its words.
MOST = 30_000
PIECE = 400
# Of several words, so many places are compared.
MOST_PLACES = 60


def excerpt(text: str, query: str | Query, width: int = 160) -> SafeString:
    """Some ``width`` characters where most of the words stand, as HTML; empty if none does."""
    query = query if isinstance(query, Query) else Query(query)
    text = " ".join(_SIGNS.sub("· ", text[:MOST]).split()).removeprefix("· ")
    most = MOST_PLACES if len(query.terms) > 1 else 1
    places = list(islice(_spans(text, query), most))
    if not places:
        return SafeString("")
    start, end = _window(text, _fullest(text, places, query, width), width)
    shown = _marked(text[start:end], query)
    before, after = "…" * (start > 0), "…" * (end < len(text))
    return mark_safe(f"{before}{shown}{after}")  # noqa: S308 – _marked escapes it


def marked(text: str, query: str | Query) -> SafeString:
    """A whole short text as HTML, with the words found in ``<mark>``."""
    query = query if isinstance(query, Query) else Query(query)
    return mark_safe(_marked(text, query))  # noqa: S308 – _marked escapes it


def _fullest(text: str, places: list[tuple[int, int]], query: Query, width: int) -> int:
    """After which of the places most of the words stand near; the first of such."""
    if len(places) == 1:
        return places[0][0]
    held = [(start, query.held_by(text[start:end])) for start, end in places]
    near = width * 2 // 3

    def count(at: int) -> int:
        return len(set().union(*(of for n, of in held if at <= n < at + near)))

    return max((start for start, _held in held), key=count)


def _window(text: str, at: int, width: int) -> tuple[int, int]:
    """From a word's beginning to a word's end, a third of it before the place."""
    start = max(0, min(at - width // 3, len(text) - width))
    if start:
        space = text.find(" ", start, at)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + width)
    if end < len(text):
        space = text.rfind(" ", at + 1, end)
        end = space if space > at else end
    return start, end


def _marked(text: str, query: Query) -> str:
    shown, done = [], 0
    for start, end in _spans(text, query):
        shown += [escape(text[done:start]), f"<mark>{escape(text[start:end])}</mark>"]
        done = end
    return "".join([*shown, escape(text[done:])])


def _spans(text: str, query: Query) -> Iterator[tuple[int, int]]:
    """Where the words stand."""
    start = 0
    while start < len(text):
        end = text.find(" ", start + PIECE)
        end = len(text) if end < 0 else end
        plain = folded(text[start:end])
        if any(term.word in plain for term in query.terms):
            yield from _spans_in(text, start, end, query)
        start = end


def _spans_in(
    text: str, start: int, end: int, query: Query
) -> Iterator[tuple[int, int]]:
    """Of runs without spaces only the signs that were asked for."""
    for written in _WRITTEN.finditer(text, start, end):
        run = folded(written.group())
        if is_unbroken(run) and len(run) == len(written.group()):
            yield from _within(run, written.start(), query)
        elif any(query.is_of(word) for word in WORD.findall(run)):
            yield written.span()


def _within(run: str, offset: int, query: Query) -> Iterator[tuple[int, int]]:
    hits = [False] * len(run)
    for term in query.terms:
        at = run.find(term.word)
        while at >= 0:
            hits[at : at + len(term.word)] = [True] * len(term.word)
            at = run.find(term.word, at + 1)
    for hit in re.finditer("1+", "".join("01"[is_hit] for is_hit in hits)):
        yield offset + hit.start(), offset + hit.end()
