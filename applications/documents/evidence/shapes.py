"""What a document’s text stands on, as plain data."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class State(StrEnum):
    """How a statement stands: as is so, more than is so, on nothing; a blank to be filled
    in; and what says nothing about the person."""

    SUPPORTED = "supported"
    STRETCHED = "stretched"
    UNSUPPORTED = "unsupported"
    GAP = "gap"
    COURTESY = "courtesy"


@dataclass(frozen=True, slots=True)
class Source:
    """A piece of what the person says of themselves, or the posting.

    ``kind`` is headline, summary, skills, experience, project, education, certificate,
    language, contact, note, posting or other; ``number`` its place among those of its kind,
    from 0. ``named`` are its single facts (title, company, degree, …), ``dates`` its start,
    its end (partial ISO dates) and whether it goes on. ``url`` leads to the row.
    """

    kind: str
    number: int
    label: str
    text: str
    named: Mapping[str, str] = field(default_factory=dict)
    dates: tuple[str, str, bool] = ("", "", False)
    url: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A number, date, employer, title, degree, skill, … that a statement says.

    ``start`` and ``end`` count within the line of the document, as written.
    """

    kind: str
    text: str
    start: int
    end: int
    is_found: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """The truth that is nearest to a statement that says more.

    ``claim_type`` is years, level, number, title, degree, skill or wording; ``original`` the
    source’s words, ``claimed`` the statement’s; ``multiplier`` how many times too much, None
    where it is no matter of number. ``credibility_impact`` is from 0 to 1, ``risk_level``
    low, medium or high. ``source`` is a place in ``Weighed.sources``.
    """

    claim_type: str
    original: str
    claimed: str
    multiplier: float | None
    credibility_impact: float
    risk_level: str
    justification: str
    source: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A point, the head of an entry, or a sentence.

    ``line`` is its line in the text, from 0; ``start`` and ``end`` its place in that line
    as written, signs included. ``sources`` are (place in ``Weighed.sources``, the words of
    it that say so), the best first.
    """

    line: int
    start: int
    end: int
    text: str
    state: State
    sources: tuple[tuple[int, str], ...] = ()
    facts: tuple[Fact, ...] = ()
    stretch: Stretch | None = None

    @property
    def mark(self) -> str:
        """By which a form says that it means this statement, as it stood then."""
        place = f"{self.line}:{self.start}:{self.text}"
        return hashlib.sha256(place.encode()).hexdigest()[:16]

    @property
    def missing(self) -> tuple[Fact, ...]:
        """Its facts that stand in no source."""
        return tuple(fact for fact in self.facts if not fact.is_found)

    @property
    def is_problem(self) -> bool:
        return self.state in (State.STRETCHED, State.UNSUPPORTED)


@dataclass(frozen=True, slots=True)
class Weighed:
    statements: tuple[Statement, ...]
    sources: tuple[Source, ...]

    def marked(self, mark: str) -> Statement | None:
        """The statement of that mark, if it is still said."""
        return next((one for one in self.statements if one.mark == mark), None)

    @property
    def missing(self) -> list[tuple[Statement, Fact]]:
        """Every fact that stands in no source, with where it is said."""
        return [(one, fact) for one in self.statements for fact in one.missing]

    @property
    def problems(self) -> list[Statement]:
        return [one for one in self.statements if one.is_problem]
