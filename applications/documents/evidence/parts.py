"""A letter’s sentence in parts: what is said of the person, and what of the posting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

_ME: Final = re.compile(
    r"(?<![\w'])(?:I|I'm|I've|I'd|I'll|my|mine|me|myself|we|our)(?![\w])", re.I
)
_THEM: Final = re.compile(
    r"(?<![\w'])(?:you|your|yours|you're|you'd|you'll"
    r"|(?:the|this|that) (?:role|position|job|posting|post|vacancy|advert|advertisement"
    r"|opening|work|tasks?))(?![\w])",
    re.I,
)
_ASKS: Final = re.compile(
    r"\b(?:appl(?:y|ying|ied|ication)|interested in|writing (?:to you )?(?:about|regarding)"
    r"|saw|came across|responding to)\b",
    re.I,
)
_CUT: Final = re.compile(
    r"(?<=[;:—])\s|\s[-–—]\s|,\s(?:and |but |so |where |which |while |as )?"
    r"|\s(?=(?:and|but|while|where|which|as|that|because) (?:I|my|you|your|at|the role"
    r"|the position)\b)|[()\"]"
)

_QUOTE: Final = re.compile(r'"([^"]{3,400})"')


class Part(NamedTuple):
    start: int
    end: int
    is_theirs: bool


def parts_of(text: str, posting: str = "") -> list[Part]:
    """Parts without “I” or “you” go on with what the one before said.

    Where “your posting” is spoken of, what is quoted of it is theirs.
    """
    parts = _by_pronouns(text)
    if not _THEM.search(text):
        return parts
    for quote in _QUOTE.finditer(text):
        if quote[1].strip(" .,").lower() in posting:
            parts = [*_without(parts, *quote.span(1)), Part(*quote.span(1), True)]
    return sorted(parts)


def _without(parts: list[Part], start: int, end: int) -> Iterator[Part]:
    for part in parts:
        if part.start < min(part.end, start):
            yield part._replace(end=min(part.end, start))
        if max(part.start, end) < part.end:
            yield part._replace(start=max(part.start, end))


def _by_pronouns(text: str) -> list[Part]:
    cuts = [0, *(cut.end() for cut in _CUT.finditer(text)), len(text)]
    parts: list[Part] = []
    is_theirs = _begins_with_them(text)
    for start, end in pairwise(cuts):
        said = text[start:end]
        is_mine = bool(_ME.search(said))
        if is_mine:
            is_theirs = bool(_ASKS.search(said))
        elif _THEM.search(said):
            is_theirs = True
        if parts and parts[-1].is_theirs == is_theirs:
            parts[-1] = parts[-1]._replace(end=end)
        elif start < end:
            parts.append(Part(start, end, is_theirs))
    return parts


def _begins_with_them(text: str) -> bool:
    me, them = _ME.search(text), _THEM.search(text)
    return bool(them) and (me is None or (them.start() < me.start() if them else False))
