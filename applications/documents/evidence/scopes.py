"""Which sources may speak for a place in a statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from applications.documents.evidence.ground import Ground
from applications.documents.evidence.parts import Part, parts_of
from applications.documents.evidence.record import Record

_CUT: Final = re.compile(
    r"[;:]\s|\s[-–—]\s|,?\s(?:while|whereas|but)\s|,?\sand\s(?=[^,;]*\bat\b)|,\sand\s"
)
_THERE: Final = re.compile(r"\b(?:there|in that (?:role|job))\b", re.I)


class Scope:
    """``subject``: the row that the statement is written under, if any; ``before``: whom
    the last sentence told of. ``places`` are the employers that it names itself."""

    def __init__(
        self,
        text: str,
        record: Record,
        *,
        subject: Ground | None = None,
        before: Sequence[Ground] = (),
        is_letter: bool = False,
    ) -> None:
        self.text = text
        self.record = record
        self.subject = subject
        self.is_letter = is_letter
        self.before = list(before) if _THERE.search(text) else []
        whole = [Part(0, len(text), False)]
        self.parts = parts_of(text, record.posting_text) if is_letter else whole
        self.places = record.places_in(text)

    @property
    def told_of(self) -> list[Ground]:
        """Whom a next sentence can mean by “there”."""
        return self.places[-1][2] if self.places else self.before

    @property
    def mine(self) -> str:
        """What is said of the person."""
        return self._of_parts(is_theirs=False)

    @property
    def theirs(self) -> str:
        """What is said of the posting."""
        return self._of_parts(is_theirs=True)

    def _of_parts(self, *, is_theirs: bool) -> str:
        parts = (part for part in self.parts if part.is_theirs == is_theirs)
        return " ".join(self.text[part.start : part.end] for part in parts)

    def is_theirs(self, at: int) -> bool:
        return any(p.is_theirs and p.start <= at < p.end for p in self.parts)

    def at(self, at: int) -> list[Ground]:
        """Who may speak for a figure or a title there."""
        if self.is_theirs(at):
            return [*self.record.posting, *self.record.mine]
        if self.subject:
            return [self.subject]
        return self._named_near(at) or self.before or self.record.mine

    def anywhere(self, at: int) -> list[Ground]:
        """The same for what is not told of one employer: skills, degrees, names."""
        if self.subject or self.is_theirs(at):
            return self.at(at)
        return self.record.mine

    def employer_at(self, at: int) -> list[Ground]:
        """The one employer that is named in the part of a place."""
        start, end = self._part(at)
        here = [grounds for a, _b, grounds in self.places if start <= a < end]
        return here[0] if len(here) == 1 and here[0][0].kind == "experience" else []

    def candidates(self) -> list[Ground]:
        """Who may speak for its words."""
        if self.subject:
            return [self.subject]
        named = [g for _a, _b, grounds in self.places for g in grounds]
        return [*dict.fromkeys([*named, *self.before])] or self.record.mine

    def _named_near(self, at: int) -> list[Ground]:
        """Those of the employer that is named in the same part, else before, else after."""
        start, end = self._part(at)
        here = [grounds for a, _b, grounds in self.places if start <= a < end]
        if here:
            return [ground for grounds in here for ground in grounds]
        earlier = [grounds for a, _b, grounds in self.places if a < start]
        later = [grounds for a, _b, grounds in self.places if a >= end]
        return earlier[-1] if earlier else later[0] if later else []

    def _part(self, at: int) -> tuple[int, int]:
        ends = (cut.end() for cut in _CUT.finditer(self.text))
        cuts = [0, *ends, len(self.text) + 1]
        return max(c for c in cuts if c <= at), min(c for c in cuts if c > at)
