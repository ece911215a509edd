"""How the words of a statement stand to those of a source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from applications.documents.evidence.ground import Ground, Line
from applications.documents.evidence.tokens import (
    around,
    negated_in,
    roots_of,
    tokens_of,
)
from applications.documents.evidence.words import EDITORIAL

_DEED: Final = re.compile(
    r"\bI (?:have |also |then |once |had )?(?!applied|read|saw|heard|was glad|wanted"
    r"|liked|noticed|learned)"
    r"(?:\w+ed|led|built|wrote|ran|cut|made|grew|set|kept|took|won|taught|held|sold)\b"
)


def new_words(text: str, grounds: Sequence[Ground]) -> frozenset[str]:
    """What a text says that no source does, by whatever form of the word."""
    words = roots_of(text) - EDITORIAL
    return frozenset(
        word for word in words if not any(one.has_kin(word) for one in grounds)
    )


def line_of(ground: Ground, text: str) -> Line | None:
    """The line of a source that is nearest to a text."""
    return max(ground.lines, key=lambda line: likeness(line, text), default=None)


def likeness(line: Line, text: str) -> tuple[int, int]:
    roots, words = roots_of(text), frozenset(tokens_of(text))
    return len(line.roots & roots), len(line.tokens & words)


def is_turned(text: str, line: Line) -> bool:
    """One of the two says that it was not so."""
    mine, theirs = negated_in(text), line.negated
    here = roots_of(text) | around(text)
    return _meets(theirs, here, mine) or _meets(mine, line.about, theirs)


def _meets(
    negated: Sequence[frozenset[str]],
    said: frozenset[str],
    also: Sequence[frozenset[str]],
) -> bool:
    others = frozenset().union(*also)
    return any(
        2 * len(some & said) > len(some) and not some & others for some in negated
    )


def is_deed(text: str) -> bool:
    return bool(_DEED.search(text))
