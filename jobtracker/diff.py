"""What differs between two texts, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

# Less alike than this, they are two texts and not one that was changed.
LEAST_ALIKE = 0.35
# A word with the space before it: words that changed side by side are one change.
_TOKEN = re.compile(r"\s*(?:\w+|[^\w\s])|\s+")


class Piece(NamedTuple):
    """``kind`` is ``same``, ``gone`` or ``new``."""

    kind: str
    text: str


def pieces(before: str, after: str) -> list[Piece]:
    """Both texts in one: those that are not ``new`` give the first, not ``gone`` the other."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(None, old, new)
    if matcher.ratio() < LEAST_ALIKE:
        whole = (Piece("gone", before), Piece("new", after))
        return [piece for piece in whole if piece.text]
    found = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found.append(Piece("same", "".join(old[a:b])))
            continue
        changed = (Piece("gone", "".join(old[a:b])), Piece("new", "".join(new[c:d])))
        found += [piece for piece in changed if piece.text]
    return found
