"""What was found of one statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from applications.documents.evidence.facts.found import Found
from applications.documents.evidence.ground import Ground
from applications.documents.evidence.shapes import State


@dataclass(frozen=True, slots=True)
class Verdict:
    """``lines`` (number of a source, its words) say so; ``near`` is the source that it is
    about, ``problem`` what is wrong with its words."""

    state: State
    facts: Sequence[Found] = ()
    lines: Sequence[tuple[int, str]] = ()
    near: Ground | None = None
    problem: str = ""


def by_facts(
    facts: Sequence[Found],
    lines: Iterable[tuple[int, str]] | None = None,
    near: Ground | None = None,
) -> Verdict:
    """Of what says nothing but facts: so if all of them are."""
    if not all(fact.is_found for fact in facts):
        return Verdict(State.UNSUPPORTED, facts, (), near)
    said = (line for fact in facts for line in fact.lines) if lines is None else lines
    return Verdict(State.SUPPORTED, facts, tuple(dict(said).items()), near)
