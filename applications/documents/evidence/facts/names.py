"""Addresses, titles, degrees and names of a text, each with whether a source says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from applications.documents.evidence.facts.found import Found
from applications.documents.evidence.ground import Ground
from applications.documents.evidence.levels import degrees_in
from applications.documents.evidence.names import (
    CONTACT,
    capitals_in,
    dialled,
    is_title_of,
    link_of,
    titles_in,
)
from applications.documents.evidence.record import Record
from applications.documents.evidence.tokens import around


def find_contacts(record: Record, text: str) -> Iterator[Found]:
    for hit in CONTACT.finditer(text):
        kind = str(hit.lastgroup)
        if kind == "url" and _is_thing(record, hit[0]):
            continue
        yield Found(kind, *hit.span(), _is_contact(record, kind, hit[0]))


def _is_thing(record: Record, text: str) -> bool:
    """ASP.NET, socket.io: skills with a point."""
    return "/" not in text and record.known.lookup(text) is not None


def _is_contact(record: Record, kind: str, text: str) -> bool:
    if kind == "phone":
        own = (dialled(one.named.get("phone", "")) for one in record.contact)
        return dialled(text) in own
    if kind == "email":
        own = (word for one in record.contact for word in one.lower.split())
        return text.lower() in own or any(one.says(text) for one in record.mine)
    said = (word for one in record.grounds for word in one.lower.split())
    return link_of(text) in (link_of(word) for word in said)


def find_titles(
    text: str, grounds: Sequence[Ground], spans: Iterable[tuple[int, int]] = ()
) -> Iterator[Found]:
    """Those at ``spans``, or wherever somebody is called something."""
    for start, end in spans or titles_in(text):
        here = [g for g in grounds if _is_titled(g, text[start:end])]
        lines = tuple((g.number, g.named.get("title", "")) for g in here[:1])
        yield Found("title", start, end, bool(here), lines)


def _is_titled(ground: Ground, title: str) -> bool:
    said = ground.text if ground.kind == "headline" else ""
    named = ground.named.get("title") or said
    if named and is_title_of(title, named):
        return True
    is_free = ground.kind in ("headline", "summary", "note", "other")
    return is_free and ground.says(title)


def find_degrees(text: str, grounds: Sequence[Ground]) -> Iterator[Found]:
    for level, start, end in degrees_in(text):
        here = [g for g in grounds if _has_degree(g, level, text[start:end])]
        lines = tuple((g.number, g.named.get("degree", "")) for g in here[:1])
        yield Found("degree", start, end, bool(here), lines)


def _has_degree(ground: Ground, level: int, text: str) -> bool:
    if ground.kind == "experience":
        return ground.says(text)
    return level in degrees_of(ground)


def degrees_of(ground: Ground) -> set[int]:
    """The levels of degree that a source names."""
    words = ground.text
    if ground.kind == "education":
        words = f"{ground.named.get('degree', '')}, {words}"
    return {level for level, _start, _end in degrees_in(words)}


def find_capitals(text: str, grounds: Sequence[Ground]) -> Iterator[Found]:
    for kind, start, end in capitals_in(text):
        here = _who_says(text[start:end], grounds)
        lines = tuple((g.number, "") for g in here[:1])
        yield Found(kind, start, end, bool(here), lines)


def _who_says(word: str, grounds: Sequence[Ground]) -> list[Ground]:
    """To the letter; else every part of it, by its root."""
    bare = word.removesuffix("'s")
    if here := [g for g in grounds if g.says(word) or g.says(bare)]:
        return here
    roots = around(word)
    return [g for g in grounds if roots and roots <= g.about]
