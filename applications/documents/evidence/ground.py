"""A source, read once: its lines, words, figures, skills and dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from accounts.style.sentences import split
from applications.documents.evidence.days import Day
from applications.documents.evidence.figures import Figure, figures_in
from applications.documents.evidence.plain import plain, plain_text
from applications.documents.evidence.shapes import Source
from applications.documents.evidence.tokens import (
    around,
    negated_in,
    roots_of,
    tokens_of,
)
from applications.matching.person import month_of
from applications.matching.vocabulary import Vocabulary

# From so many letters on, one word can be another with an ending that is not known.
KIN: Final = 5


class Line:
    """A line of a source, or a sentence of it; ``raw``: as it was written."""

    def __init__(self, text: str, raw: str) -> None:
        self.text = text
        self.raw = raw
        self.lower = text.lower()

    @cached_property
    def roots(self) -> frozenset[str]:
        return roots_of(self.text)

    @cached_property
    def tokens(self) -> frozenset[str]:
        return frozenset(tokens_of(self.text))

    @cached_property
    def about(self) -> frozenset[str]:
        return around(self.text)

    @cached_property
    def figures(self) -> list[Figure]:
        return figures_in(self.text)

    @cached_property
    def negated(self) -> list[frozenset[str]]:
        return negated_in(self.text)


def _lines_of(row: str) -> Iterator[Line]:
    seen = plain(row)
    at = 0
    for sentence in split(seen.text):
        start = seen.text.index(sentence, at)
        at = start + len(sentence)
        one, two = seen.span(start, at)
        yield Line(sentence, row[one:two])


class Ground:
    """``number`` is its place among all sources."""

    def __init__(self, number: int, source: Source, known: Vocabulary) -> None:
        self.number = number
        self.source = source
        self.kind = source.kind
        self.named = {k: plain_text(v) for k, v in source.named.items()}
        self._known = known

    @cached_property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def lower(self) -> str:
        return f" {self.text.lower()} "

    @cached_property
    def flat(self) -> str:
        """All of it on one line, in small letters."""
        return " ".join(self.lower.split())

    @cached_property
    def lines(self) -> list[Line]:
        return [
            line for row in self.source.text.splitlines() for line in _lines_of(row)
        ]

    @cached_property
    def tokens(self) -> frozenset[str]:
        return frozenset(tokens_of(self.text))

    @cached_property
    def roots(self) -> frozenset[str]:
        return frozenset().union(*(line.roots for line in self.lines))

    @cached_property
    def about(self) -> frozenset[str]:
        return frozenset().union(*(line.about for line in self.lines))

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(word[:n] for word in self.about for n in range(KIN, len(word)))

    def has_kin(self, word: str) -> bool:
        """Whether it says a root, or one that goes on, breaks off or ends otherwise:
        architect(ur), analy(z|si)."""
        if word in self.about or word in self._beginnings:
            return True
        if any(word[:n] in self.about for n in range(KIN, len(word))):
            return True
        return len(word) > KIN and word[:-1] in self._beginnings

    @cached_property
    def skills(self) -> frozenset[str]:
        found = self._known.find("\n".join(line.text for line in self.lines))
        return frozenset(mention.skill.name for mention in found)

    @cached_property
    def names(self) -> frozenset[str]:
        """S3, ISO 9001, …"""
        found = (one for line in self.lines for one in line.figures)
        return frozenset(one.unit for one in found if one.kind == "name")

    @cached_property
    def dates(self) -> tuple[str, ...]:
        start, end, _goes_on = self.source.dates
        known = (start, end, self.source.named.get("date_obtained", ""))
        return tuple(date for date in known if date)

    def says(self, text: str) -> bool:
        """Word for word, whatever the case."""
        lower = text.lower().strip()
        at = self.lower.find(lower)
        while lower and at >= 0:
            before, after = self.lower[at - 1], self.lower[at + len(lower)]
            if not (before.isalnum() and lower[0].isalnum()) and not (
                after.isalnum() and lower[-1].isalnum()
            ):
                return True
            at = self.lower.find(lower, at + 1)
        return False

    def says_whole(self, text: str) -> bool:
        """One of its sentences, or the beginning of one up to a comma: a “not” in front of
        it would be left out else."""
        lower = text.lower().strip(" .;:")
        begins = (f"{lower},", f"{lower};", f"{lower}:", f"{lower}.")
        return bool(lower) and any(
            line.lower.strip(" .;:") == lower or line.lower.startswith(begins)
            for line in self.lines
        )

    def has_day(self, day: Day, *, is_start: bool = False) -> bool:
        if is_start and self.source.dates[0]:
            return day.is_in(self.source.dates[0])
        if any(day.is_in(date) for date in self.dates):
            return True
        said = (one.day for line in self.lines for one in line.figures if one.day)
        return any(one.year == day.year and day.month in (0, one.month) for one in said)

    def months(self, as_of: int) -> range:
        """The months that it lasted; a year alone counts from its middle."""
        start, end, goes_on = self.source.dates
        begin = month_of(start)
        until = as_of + 1 if goes_on else month_of(end, is_end=True)
        return range(0) if begin is None or until is None else range(begin, until)


def span_of(grounds: Iterable[Ground], as_of: int) -> int:
    """How many months some work lasted together, each counted once."""
    return len({month for one in grounds for month in one.months(as_of)})
