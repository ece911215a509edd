"""The text of a document as nested plain data, which all that make files of it read.

``{"name": Pieces, "head": [{"said": Pieces, "parts": [Pieces], "is_contact"}], "blocks":
[Block]}``; pieces are ``[{"kind": "text" | "gap" | "link", "text", "to"}]``. A block has a
``kind``:

- ``heading``: ``said``, ``level`` (1 to 3, no level is left out);
- ``entry``: ``lead`` (up to its first comma), ``rest``, ``asides``, ``level``;
- ``points``: ``points``;
- ``paragraph``: ``lines``, and ``role`` in a letter (see ``letters.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from applications.documents.render.letters import with_roles
from applications.documents.sheet import GAP, Item, Kind, items_of
from jobtracker.text import clean_text

Block = dict[str, Any]
Pieces = list[dict[str, str]]

# They turn the order of signs round, so that a reader sees another text than a machine.
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Lines that are longer are no part of the head, but paragraphs.
LONGEST_HEAD: Final = 160
LONGEST_CONTACT: Final = 500
_LABEL: Final = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST: Final = rf"(?:{_LABEL}\.){{1,6}}[A-Za-z]{{2,24}}"
_LINK: Final = re.compile(
    rf"(?P<mail>\b[\w.+-]{{1,64}}@{_HOST}\b)"
    rf"|(?P<web>\bhttps?://{_HOST}(?::\d{{1,5}})?(?:[/?#][^\s<>\[\]|]{{0,500}})?)"
    rf"|(?P<bare>(?<![\w@./-]){_HOST}(?:/[^\s<>\[\]|]{{0,500}})?)",
    re.ASCII,
)


def cleaned(text: str) -> str:
    return _TURNING.sub("", clean_text(text))


def blocks_of(text: str, *, is_letter: bool) -> dict[str, Any]:
    items = items_of(cleaned(text))
    name = items.pop(0) if items and items[0].kind is Kind.NAME else None
    count = _length_of_head(items, name.line) if name else 0
    blocks = list(_blocks(items[count:]))
    _set_levels(blocks, 1 if name else 0)
    return {
        "name": pieces(name.text) if name else [],
        "head": [
            {
                "said": pieces(one.text, is_head=True),
                "parts": [pieces(part, is_head=True) for part in one.text.split(" · ")],
                "is_contact": _is_contact(one),
            }
            for one in items[:count]
        ],
        "blocks": with_roles(blocks) if is_letter else blocks,
    }


def _length_of_head(items: list[Item], line: int) -> int:
    """The lines below the name up to a blank one, and further ones on how to reach one."""
    for count, item in enumerate(items):
        is_near = item.line == line + 1 and len(item.text) <= LONGEST_HEAD
        if item.kind is not Kind.TEXT or not (is_near or _is_contact(item)):
            return count
        line = item.line
    return len(items)


def _is_contact(item: Item) -> bool:
    said = item.text
    return len(said) <= LONGEST_CONTACT and ("@" in said or " · " in said)


def _blocks(items: list[Item]) -> Iterator[Block]:
    """Lines of a kind that follow one another are one block; headings stand alone."""
    number = 0

    def group(item: Item) -> tuple[Kind, int]:
        nonlocal number
        number += item.is_first or item.kind not in (Kind.TEXT, Kind.POINT)
        return item.kind, number

    for (kind, _number), some in groupby(items, group):
        yield _block(kind, list(some))


def _block(kind: Kind, items: list[Item]) -> Block:
    if kind is Kind.POINT:
        return {"kind": "points", "points": [pieces(one.text) for one in items]}
    if kind is Kind.TEXT:
        return {
            "kind": "paragraph",
            "role": "",
            "lines": [pieces(i.text) for i in items],
        }
    if kind is not Kind.ENTRY:
        return {"kind": "heading", "said": pieces(items[0].text), "level": 2}
    lead, comma, rest = items[0].text.partition(", ")
    asides = [pieces(one) for one in items[0].asides]
    parts = {"lead": pieces(lead), "rest": pieces(comma + rest), "asides": asides}
    return {"kind": "entry", "level": 3} | parts


def _set_levels(blocks: list[Block], level: int) -> None:
    """Who hears a page goes from heading to heading: none may be two levels deeper."""
    for block in blocks:
        if "level" in block:
            level = block["level"] = min(block["level"], level + 1)


def pieces(text: str, *, is_head: bool = False) -> Pieces:
    """A line with its gaps and addresses; in a head those without a scheme too."""
    found: Pieces = []
    end = 0
    for gap in GAP.finditer(text):
        found += _linked(text[end : gap.start()], is_head=is_head)
        found.append({"kind": "gap", "text": gap[0], "to": ""})
        end = gap.end()
    return found + _linked(text[end:], is_head=is_head)


def _linked(text: str, *, is_head: bool) -> Pieces:
    found: Pieces = []
    end = 0
    for link in _LINK.finditer(text):
        if link.lastgroup == "bare" and not is_head:
            continue
        said = link[0].rstrip(".,;:!?)'\"")
        found += [_piece(text[end : link.start()]), _piece(said, _target(link, said))]
        end = link.start() + len(said)
    found.append(_piece(text[end:]))
    return [one for one in found if one["text"]]


def _piece(text: str, to: str = "") -> dict[str, str]:
    return {"kind": "link" if to else "text", "text": text, "to": to}


def _target(link: re.Match[str], said: str) -> str:
    schemes = {"mail": "mailto:", "bare": "https://"}
    return schemes.get(link.lastgroup or "", "") + said


def plain(pieces: Pieces) -> str:
    return "".join(piece["text"] for piece in pieces)
