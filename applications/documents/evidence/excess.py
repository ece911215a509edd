"""Whether a statement says more of a deed than its source: rank, reach, praise."""

from __future__ import annotations

import re

from applications.documents.evidence.ground import Ground, Line
from applications.documents.evidence.levels import (
    DEED,
    PRAISE,
    SCOPE,
    STANDING,
    deed_of,
)
from applications.documents.evidence.scopes import Scope
from applications.documents.evidence.support import PIECES
from applications.documents.evidence.wording import is_turned, likeness, line_of


def is_praised(text: str, grounds: list[Ground]) -> bool:
    """By a word of praise that none of the sources says."""
    return _brings(PRAISE, text, grounds)


def excess_of(scope: Scope, best: Ground, line: Line | None) -> str:
    """“wording”, “level”, or nothing."""
    text = scope.mine
    if is_praised(text, [best, *scope.record.of_kind("summary", "note")]):
        return "wording"
    if scope.subject and _reaches_further(text, best, line):
        return "wording"
    if line is None or best.kind not in ("experience", "project", "note"):
        return ""
    if is_turned(text, line):
        return "wording"
    is_verbatim = best.says(text.strip(" ."))
    return "level" if not is_verbatim and _is_higher(scope, text, best, line) else ""


def _reaches_further(text: str, best: Ground, line: Line | None) -> bool:
    if _brings(SCOPE, text, [best]):
        return True
    ranks = (hit[0].lower() for hit in STANDING.finditer(text))
    return line is not None and any(rank not in line.tokens for rank in ranks)


def _brings(words: re.Pattern[str], text: str, grounds: list[Ground]) -> bool:
    hits = (hit[0] for hit in words.finditer(text))
    return any(not any(one.says(hit) for one in grounds) for hit in hits)


def _is_higher(scope: Scope, text: str, best: Ground, line: Line) -> bool:
    """Led for helped: against the line that is most like what is said."""
    said = max(PIECES.split(text), key=deed_of) if deed_of(text) > DEED else text
    grounds = [scope.subject] if scope.subject else [best, *scope.candidates()]
    near = [one for ground in grounds if (one := line_of(ground, said))]
    nearest = max(near, key=lambda one: likeness(one, said), default=line)
    claimed, so = deed_of(said), deed_of(nearest.text)
    return claimed > so and (claimed > DEED or so < DEED)
