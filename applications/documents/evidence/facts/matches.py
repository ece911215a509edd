"""Whether a figure that a document says stands in a source, of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from applications.documents.evidence.figures import Figure
from applications.documents.evidence.ground import Ground, Line
from applications.documents.evidence.levels import FALLS, RISES
from applications.documents.evidence.tokens import around

_GRADES: Final = around(
    "grade grades gpa cgpa note average score final of out durchschnitt mention"
)
# How far a figure may be from what is called about, over or almost so much.
NEAR: Final = 0.1
OVER: Final = 1.5
_BOUNDS: Final = {
    "more": (1, OVER), "least": (1, OVER), "less": (1 - NEAR, 1),
    "about": (1 - NEAR, 1 + NEAR),
}  # fmt: skip
_BREAK: Final = re.compile(
    r"[,;:()](?!\d)|\b(?:and|und|et|y|but|while|to|from|than)\b", re.I
)
_PHRASE_END: Final = re.compile(
    r"[,;:.()|\d]|\b(?:for|in|by|with|of|from|to|at|on|per|that|which|who|as|within"
    r"|across|into|than|und|et|y|but|while)\b",
    re.I,
)
_PART: Final = re.compile(r"[,;:](?!\d)|\b(?:and|und|et|y|but|while)\b", re.I)


def _part_of(text: str, figure: Figure) -> str:
    """The same with what it went from and to."""
    return place_of(text, figure, _PART)


def place_of(text: str, figure: Figure, cuts: re.Pattern[str] = _BREAK) -> str:
    """The part of a text that a figure stands in."""
    start, end = 0, len(text)
    for cut in cuts.finditer(text):
        if cut.end() <= figure.start:
            start = cut.end()
        elif cut.start() >= figure.end:
            end = cut.start()
            break
    return text[start : figure.start] + " " + text[figure.end : end]


def lines_with(
    figure: Figure, text: str, others: Sequence[Figure], grounds: Iterable[Ground]
) -> list[tuple[Ground, Line]]:
    """The lines that say this figure of the thing that ``text`` says it of."""
    return [
        (ground, line)
        for ground in grounds
        for line in ground.lines
        if any(
            _is_same(figure, one, others) and _is_of_same(figure, text, one, line)
            for one in line.figures
        )
    ]


def _is_same(claim: Figure, source: Figure, others: Sequence[Figure]) -> bool:
    if not _are_alike(claim, source, others):
        return False
    if claim.is_range or source.is_range:
        return _fits_range(claim, source, others)
    return any(
        _is_value(claim, c, source, s) for c in claim.values for s in source.values
    )


def _are_alike(claim: Figure, source: Figure, others: Sequence[Figure]) -> bool:
    one, two = claim.kind, source.kind
    if one == "money":
        return two == "money" and claim.unit == source.unit
    if {one, two} <= {"number", "many", "day"} or one == two:
        return one != "name"
    # “from 5 to 10 %”
    return one == "number" and source.is_range and two == "percent"


def _fits_range(claim: Figure, source: Figure, others: Sequence[Figure]) -> bool:
    if claim.is_range and source.is_range:
        return claim.values == source.values
    if claim.is_range:
        return False
    low, high = source.values[0], source.values[-1]
    said = {value for one in others for value in one.values}
    if {low, high} <= said:
        return bool({low, high} & set(claim.values))
    if claim.about == "least":
        return low in claim.values
    return claim.about == "less" and high in claim.values


def _is_value(claim: Figure, c: float, source: Figure, s: float) -> bool:
    if source.kind == "many":
        return claim.kind == "many" and c <= s
    if claim.kind == "many":
        return s >= c
    if claim.about == source.about and c == s:
        return True
    if claim.about in _BOUNDS:
        least, most = _BOUNDS[claim.about]
        return least * c <= s <= most * c and (claim.about != "more" or s != c)
    return c == s and source.about in ("", "more", "least")


def _is_of_same(claim: Figure, text: str, source: Figure, line: Line) -> bool:
    """By the words around both, and by what comes after the number."""
    if _turns(_part_of(text, claim), _part_of(line.text, source)):
        return False
    if not _counts_so(claim, text, source, line):
        return False
    others = [one for one in line.figures if one is not source]
    if _counts_alone(claim, text, source, line, others):
        return True
    here = around(place_of(text, claim))
    shared = len(here & around(place_of(line.text, source)))
    if any(len(here & around(place_of(line.text, one))) > shared for one in others):
        return False
    if shared or not here:
        return True
    if not line.about:  # a grade stands alone
        return here <= _GRADES
    return bool((here | around(text)) & line.about)


def _counts_so(claim: Figure, text: str, source: Figure, line: Line) -> bool:
    """“40 engineers” needs a line that counts engineers, or at least names them."""
    if claim.kind not in ("number", "many"):
        return True
    unit = _unit(text, claim)
    return not unit or bool(unit & (_counted(line.text, source) or line.about))


def _counts_alone(
    claim: Figure, text: str, source: Figure, line: Line, others: Iterable[Figure]
) -> bool:
    """Both count the same, and no other figure of the line does."""
    unit = _unit(text, claim)
    if not unit & _unit(line.text, source):
        return False
    return not any(unit & _unit(line.text, one) for one in others)


def _counted(text: str, figure: Figure) -> frozenset[str]:
    """All that it counts: “6 junior and mid-level engineers”."""
    rest = _PHRASE_END.split(text[figure.end : figure.end + 60], maxsplit=1)[0]
    return around(rest)


def _unit(text: str, figure: Figure) -> frozenset[str]:
    """What it counts: the next two words, as roots."""
    rest = _BREAK.split(text[figure.end : figure.end + 60], maxsplit=1)[0]
    after = re.match(r"\+?[ -]?((?:[^\W\d_][\w'-]* ?){1,2})", rest)
    return around(after[1]) if after else frozenset()


def _turns(one: str, two: str) -> bool:
    """One says that it rose, the other that it fell."""
    up, down = (bool(RISES.search(text)) for text in (one, two))
    fell, sank = (bool(FALLS.search(text)) for text in (one, two))
    return (up and not fell and sank and not down) or (
        fell and not up and down and not sank
    )
