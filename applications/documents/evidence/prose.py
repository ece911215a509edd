"""What a sentence or a point says, and on what it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from applications.documents.evidence.excess import excess_of, is_praised
from applications.documents.evidence.facts.found import Found
from applications.documents.evidence.facts.prose import facts_of
from applications.documents.evidence.ground import Ground
from applications.documents.evidence.scopes import Scope
from applications.documents.evidence.support import (
    Support,
    is_of_posting,
    says_news,
    support_of,
    unproven,
    wanted_of,
)


class Reading(NamedTuple):
    """``lines`` (source, words) say it; ``is_said`` whether its words stand there;
    ``problem`` is level, wording or empty; ``is_empty``: it says nothing of the person."""

    facts: list[Found]
    lines: list[tuple[int, str]]
    is_said: bool
    problem: str
    is_empty: bool
    best: Ground | None


def read(scope: Scope) -> Reading:
    facts = list(facts_of(scope))
    if source := _verbatim(scope):
        facts = [fact._replace(is_found=True) for fact in facts]
        lines = [(source.number, scope.text)]
        return Reading(facts, lines, True, "", False, source)
    rest = unproven(scope, facts)
    wanted = wanted_of(scope, rest)
    support = support_of(scope, wanted)
    problem = _problem(scope, support, rest)
    return Reading(
        facts,
        _lines(support, facts),
        support.is_said and is_of_posting(scope),
        problem,
        not wanted and not facts and not problem,
        support.ground,
    )


def _verbatim(scope: Scope) -> Ground | None:
    """The source that it is a sentence of."""
    grounds = [scope.subject] if scope.subject else scope.record.mine
    return next((one for one in grounds if one.says_whole(scope.text)), None)


def _problem(scope: Scope, support: Support, rest: str) -> str:
    """``rest``: what no fact has proven."""
    problem = ""
    if support.ground and support.is_said:
        problem = excess_of(scope, support.ground, support.line)
    elif not support.ground and is_praised(scope.mine, []):
        problem = "wording"
    return problem or ("wording" if says_news(scope, rest) else "")


def _lines(support: Support, facts: Sequence[Found]) -> list[tuple[int, str]]:
    """The best source first, then those of the facts; one line of each."""
    said = [line for fact in facts if fact.is_found for line in fact.lines]
    telling = [line for line in said if line[1]]
    if best := support.ground:
        telling = [(best.number, support.line.raw if support.line else ""), *telling]
    kept: dict[int, str] = {}
    for number, words in telling or said:
        kept.setdefault(number, words)
    return list(kept.items())
