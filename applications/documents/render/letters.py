"""Which paragraph of a letter is what: a letter is plain paragraphs, and looks like one.

The roles are ``date``, ``recipient`` and ``subject`` before the salutation, ``salutation``,
``closing`` and ``signature``; the paragraphs of the letter itself have none.
"""

from __future__ import annotations

import re
from typing import Any, Final

Block = dict[str, Any]

SHORT: Final = 80  # characters of a salutation, a date or a closing formula
_DATE: Final = re.compile(r"\b(?:19|20)\d\d\b")
MOST_BEFORE: Final = 6  # paragraphs before the salutation


def with_roles(blocks: list[Block]) -> list[Block]:
    """The same blocks, with the ``role`` of their paragraphs."""
    blocks = _with_signature(blocks)
    place = _salutation(blocks)
    if place is not None:
        blocks[place]["role"] = "salutation"
        _before(blocks[:place])
        _after(blocks[place + 1 :])
    return blocks


def _with_signature(blocks: list[Block]) -> list[Block]:
    """The formula at the end and the name below it are two paragraphs, with room between."""
    last = blocks[-1] if blocks else {}
    lines = last.get("lines", [])
    if len(lines) != 2 or not _said(lines[0]).endswith((",", "，")):
        return blocks
    return [*blocks[:-1], *(last | {"lines": [line]} for line in lines)]


def _salutation(blocks: list[Block]) -> int | None:
    for place, block in enumerate(blocks[:MOST_BEFORE]):
        said = _short(block)
        if said.endswith((",", ":", "!", "，", "：")) and not _DATE.search(said):
            return place
    return None


def _before(blocks: list[Block]) -> None:
    rest = [block for block in blocks if block["kind"] == "paragraph"]
    for place, block in enumerate(rest):
        is_date = place == 0 and _DATE.search(_short(block))
        block["role"] = "date" if is_date else "recipient"
    others = [block for block in rest if block["role"] == "recipient"]
    if len(others) > 1 and len(others[-1]["lines"]) == 1:
        others[-1]["role"] = "subject"


def _after(blocks: list[Block]) -> None:
    last = blocks[-2:]
    if len(last) == 2 and _short(last[0]).endswith((",", "，")) and _short(last[1]):
        last[0]["role"], last[1]["role"] = "closing", "signature"


def _short(block: Block) -> str:
    """The one short line that a paragraph is; empty where it is more."""
    if block["kind"] != "paragraph" or len(block["lines"]) != 1:
        return ""
    said = _said(block["lines"][0])
    return said if len(said) <= SHORT else ""


def _said(pieces: list[dict[str, str]]) -> str:
    return "".join(piece["text"] for piece in pieces).strip()
