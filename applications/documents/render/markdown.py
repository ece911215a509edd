"""A document as Markdown, in which a person’s star stays a star."""

from __future__ import annotations

import re
from typing import Any, Final

from applications.documents.render.blocks import Block, Pieces

_SIGNS: Final = re.compile(r"([\\`*_\[\]<>|~])")
# At the beginning of a line these make a heading, a list, a quotation or a rule.
_BEGINNING: Final = re.compile(
    r"^(\s*)(#{1,6}(?=\s|$)|[-+=](?=\s|$|[-=])|\d{1,9}(?=[.)](?:\s|$)))"
)
_ENTITY: Final = re.compile(r"&(?=#?\w{1,32};)")


def as_markdown(sheet: dict[str, Any]) -> str:
    name = _said(sheet["name"])
    head = "  \n".join(_line(line["said"]) for line in sheet["head"])
    parts = [f"# {name}" if name else "", head, *map(_block, sheet["blocks"])]
    return "\n\n".join(filter(None, parts)) + "\n"


def _block(block: Block) -> str:
    if block["kind"] == "points":
        return "\n".join("- " + _line(point) for point in block["points"])
    if block["kind"] == "paragraph":
        return "  \n".join(map(_line, block["lines"]))
    if block["kind"] == "heading":
        return f"## {_said(block['said'])}"
    asides = " · ".join(map(_said, block["asides"]))
    name = f"**{_said(block['lead'])}**{_said(block['rest'])}"
    return f"### {name} — *{asides}*" if asides else f"### {name}"


def _line(pieces: Pieces) -> str:
    text = _said(pieces)
    found = _BEGINNING.match(text)
    if not found:
        return text
    if found[2].isdigit():
        return f"{found[0]}\\{text[found.end() :]}"
    return f"{found[1]}\\{text[found.start(2) :]}"


def _said(pieces: Pieces) -> str:
    return "".join(
        f"<{one['text']}>"
        if one["to"] and one["to"] in (one["text"], "mailto:" + one["text"])
        else _ENTITY.sub("&amp;", _SIGNS.sub(r"\\\1", one["text"]))
        for one in pieces
    )
