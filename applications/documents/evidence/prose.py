"""What a sentence or a point says: its facts, its words, and how much it claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from applications.documents.evidence.figures import figures_in
from applications.documents.evidence.ground import Ground, Line, roots_of, tokens_of
from applications.documents.evidence.levels import DEED, PRAISE, SCOPE, deed_of
from applications.documents.evidence.parts import Part, parts_of
from applications.documents.evidence.witness import Found, Witness
from applications.documents.evidence.wording import (
    WEAK,
    is_deed,
    is_turned,
    likeness,
    line_of,
    new_words,
    said_in,
)
from applications.matching.words import content_words

# The share of its words that must stand in one source, where a statement is not word for
# word; in two together; and in the posting, of what it says of the posting.
ENOUGH: Final = 0.6
ENOUGH_OF_TWO: Final = 0.75
ENOUGH_OF_POSTING: Final = 0.5
# A part of so many words of which none stands there is a claim of its own.
LEAST_OWN: Final = 2
_SCOPE: Final = re.compile(
    r"[;:]\s|\s[-–—]\s|,?\s(?:while|whereas|but)\s|,?\sand\s(?=[^,;]*\bat\b)|,\sand\s"
)
_SPLIT: Final = re.compile(r"[,;:]\s|\s(?:and|while|which|that|where)\s")


class Reading(NamedTuple):
    """``lines`` (source, words) say it; ``is_said`` whether its words stand there;
    ``problem`` is level, wording or empty; ``is_empty``: it says nothing of the person."""

    facts: list[Found]
    lines: list[tuple[int, str]]
    is_said: bool
    problem: str
    is_empty: bool
    best: Ground | None


class Prose:
    """Reads one statement. ``subject``: the row that it is written under, if any;
    ``before``: whom the last sentence told of."""

    def __init__(
        self,
        text: str,
        witness: Witness,
        *,
        subject: Ground | None = None,
        before: Sequence[Ground] = (),
        is_letter: bool = False,
    ) -> None:
        self.text = text
        self.witness = witness
        self.subject = subject
        self.is_letter = is_letter
        self.parts = (
            parts_of(text, said_in(witness.posting))
            if is_letter
            else [Part(0, len(text), False)]
        )
        self.places = witness.places_in(text)
        self.before = (
            before
            if re.search(r"\b(?:there|in that (?:role|job))\b", text, re.I)
            else ()
        )

    @property
    def told_of(self) -> list[Ground]:
        """Whom a next sentence can mean by “there”."""
        return self.places[-1][2] if self.places else list(self.before)

    def read(self) -> Reading:
        facts = list(self._facts())
        if source := self._verbatim():
            facts = [fact._replace(is_found=True) for fact in facts]
            return Reading(facts, [(source.number, self.text)], True, "", False, source)
        mine = " ".join(
            self.text[p.start : p.end] for p in self.parts if not p.is_theirs
        )
        wanted = self._wanted(self._unproven(facts))
        proven = len(self._wanted(mine) - wanted)
        best, line, is_said = self._best(mine, wanted, proven)
        unproven = self._unproven(facts)
        is_new = bool(self._new(unproven))
        is_said = is_said and self._theirs_is_said()
        problem = self._problem(mine, best, line) if is_said and best else ""
        problem = problem or ("wording" if is_new else "")
        if not best and PRAISE.search(mine):
            is_said, problem = False, "wording"
        lines = [(best.number, line.raw if line else "")] if best else []
        lines += [
            one for fact in facts if fact.is_found for one in fact.lines if one[1]
        ]
        if not lines:
            lines = [one for fact in facts if fact.is_found for one in fact.lines]
        is_empty = not wanted and not facts and not problem
        return Reading(
            facts,
            list(dict(lines[::-1]).items())[::-1],
            is_said,
            problem,
            is_empty,
            best,
        )

    def _verbatim(self) -> Ground | None:
        """The source that it is a sentence of."""
        grounds = [self.subject] if self.subject else self.witness.mine
        return next((one for one in grounds if one.says_whole(self.text)), None)

    # Which sources may speak for a place in the text

    def _grounds(self, at: int) -> list[Ground]:
        if any(part.is_theirs and part.start <= at < part.end for part in self.parts):
            return [*self.witness.posting, *self.witness.mine]
        if self.subject:
            return [self.subject]
        return self._of_place(at) or list(self.before) or self.witness.mine

    def _of_place(self, at: int) -> list[Ground]:
        """Those of the employer that is named in the same part, else before, else after."""
        cuts = [
            0,
            *(cut.end() for cut in _SCOPE.finditer(self.text)),
            len(self.text) + 1,
        ]
        start = max(cut for cut in cuts if cut <= at)
        end = min(cut for cut in cuts if cut > at)
        named = [(a, grounds) for a, _b, grounds in self.places]
        here = [grounds for a, grounds in named if start <= a < end]
        if here:
            return here[-1] if len(here) == 1 else [g for some in here for g in some]
        earlier = [grounds for a, grounds in named if a < start]
        later = [grounds for a, grounds in named if a >= end]
        return earlier[-1] if earlier else later[0] if later else []

    def _anywhere(self, at: int) -> list[Ground]:
        if self.subject or any(
            p.is_theirs and p.start <= at < p.end for p in self.parts
        ):
            return self._grounds(at)
        return self.witness.mine

    # Facts

    def _facts(self) -> Iterator[Found]:
        taken = [False] * (len(self.text) + 1)
        for fact in self._all_facts():
            if not any(taken[fact.start : fact.end]):
                taken[fact.start : fact.end] = [True] * (fact.end - fact.start)
                yield fact

    def _all_facts(self) -> Iterator[Found]:
        text, witness = self.text, self.witness
        yield from witness.contacts(text)
        for start, end, grounds in self.places:
            yield self._employer(start, end, grounds)
        yield from self._each(witness.titles(text, witness.mine), "title")
        figures = figures_in(text)
        for one in figures:
            grounds = self._grounds(one.start)
            if one.day:
                yield witness.day(text, one, grounds)
            else:
                yield witness.figure(text, one, figures, grounds)
        yield from self._each(witness.degrees(text, witness.mine), "degree")
        yield from witness.tongues(text, is_list=False) if not self._is_theirs() else ()
        yield from self._skills()
        yield from self._capitals()

    def _is_theirs(self) -> bool:
        return all(part.is_theirs for part in self.parts)

    def _employer(self, start: int, end: int, grounds: list[Ground]) -> Found:
        is_found = (
            not self.subject
            or self.subject in grounds
            or self.subject.says(self.text[start:end])
        )
        return Found("employer", start, end, is_found, ((grounds[0].number, ""),))

    def _each(self, facts: Iterator[Found], kind: str) -> Iterator[Found]:
        """Again by the sources that may speak for its place."""
        for fact in facts:
            span, grounds = (fact.start, fact.end), self._grounds(fact.start)
            if kind == "degree":
                grounds = self._anywhere(fact.start)
                yield next(
                    one for one in self.witness.degrees(self.text, grounds)
                    if (one.start, one.end) == span
                )  # fmt: skip
                continue
            here = next(iter(self.witness.titles(self.text, grounds, [span])))
            if not here.is_found and any(
                g.says(self.text[span[0] : span[1]]) for g in grounds
            ):
                here = here._replace(is_found=True)
            # “platform engineer” of a summary says no employer.
            if (
                not here.is_found
                and fact.is_found
                and not self.places
                and not self.subject
            ):
                here = fact
            yield here

    def _skills(self) -> Iterator[Found]:
        for part in self.parts:
            said = self.text[part.start : part.end]
            grounds = self._anywhere(part.start)
            for fact in self.witness.skills(said, grounds, is_own=not part.is_theirs):
                at = fact.start + part.start
                if not part.is_theirs and not self.subject and self._same_part(at):
                    here = self._same_part(at)
                    words = said[fact.start : fact.end]
                    again = next(
                        iter(self.witness.skills(words, here, is_own=True)), fact
                    )
                    fact = fact._replace(is_found=again.is_found)
                yield fact._replace(start=at, end=fact.end + part.start)

    def _same_part(self, at: int) -> list[Ground]:
        """Those of the one employer that is named in the part of a place."""
        cuts = [0, *(c.end() for c in _SCOPE.finditer(self.text)), len(self.text) + 1]
        start = max(cut for cut in cuts if cut <= at)
        end = min(cut for cut in cuts if cut > at)
        here = [grounds for a, _b, grounds in self.places if start <= a < end]
        return here[0] if len(here) == 1 and here[0][0].kind == "experience" else []

    def _capitals(self) -> Iterator[Found]:
        for part in self.parts:
            said = self.text[part.start : part.end]
            grounds = self._anywhere(part.start)
            if self.witness.posting and not part.is_theirs and not is_deed(said):
                grounds = [*grounds, *self.witness.posting]
            for fact in self.witness.capitals(said, [*grounds, *self.witness.contact]):
                yield fact._replace(
                    start=fact.start + part.start, end=fact.end + part.start
                )

    # Words

    def _unproven(self, facts: Sequence[Found]) -> str:
        """What is said of the person, without what is found already."""
        said = list(self.text)
        spans = [(p.start, p.end) for p in self.parts if p.is_theirs]
        spans += [(fact.start, fact.end) for fact in facts if fact.is_found]
        for start, end in spans:
            said[start:end] = " " * (end - start)
        return "".join(said)

    def _wanted(self, text: str) -> frozenset[str]:
        strong = roots_of(text) - WEAK
        return strong - roots_of(" ".join(self._posting_names()))

    def _posting_names(self) -> list[str]:
        return [v for one in self.witness.posting for v in one.named.values()]

    def _best(
        self, text: str, wanted: frozenset[str], proven: int
    ) -> tuple[Ground | None, Line | None, bool]:
        """The source that says it best, its line, and whether it says enough."""
        grounds = [self.subject] if self.subject else self._candidates()
        for ground in grounds:
            if ground.says(text.strip(" .")):
                return ground, line_of(ground, text), True
        if not wanted:
            return self._by_all_words(text, grounds)
        scored = sorted(grounds, key=lambda g: (-len(g.roots & wanted), g.number))
        best = scored[0] if scored and scored[0].roots & wanted else None
        if best is None:
            return None, None, len(wanted) < LEAST_OWN <= proven
        line = line_of(best, text)
        total = len(wanted) + proven
        share = (len(best.roots & wanted) + proven) / total
        is_said = share >= ENOUGH and not self._adds(text, best)
        if not is_said and not self.subject and len(scored) > 1:
            both = (best.roots | scored[1].roots) & wanted
            is_said = (len(both) + proven) / total >= ENOUGH_OF_TWO
        return best, line, is_said

    def _candidates(self) -> list[Ground]:
        here = [g for _a, _b, grounds in self.places for g in grounds]
        return [*dict.fromkeys([*here, *self.before])] or self.witness.mine

    def _by_all_words(
        self, text: str, grounds: Sequence[Ground]
    ) -> tuple[Ground | None, Line | None, bool]:
        """“Led a team” has no word that matters alone."""
        words = {w for w in tokens_of(text) if not WEAK.intersection(content_words(w))}
        ranked = sorted(grounds, key=lambda g: (-len(g.tokens & words), g.number))
        if self.subject and ranked:
            share = len(ranked[0].tokens & words) / max(len(words), 1)
            return ranked[0], line_of(ranked[0], text), share >= ENOUGH
        return None, None, True

    def _adds(self, text: str, best: Ground) -> bool:
        """A part of it is about something else altogether."""
        if not self.subject:
            return False
        for piece in _SPLIT.split(text):
            words = roots_of(piece) - WEAK
            if len(words) >= LEAST_OWN and not words & best.roots:
                return True
        return False

    def _theirs_is_said(self) -> bool:
        said = " ".join(self.text[p.start : p.end] for p in self.parts if p.is_theirs)
        words = roots_of(said) - WEAK
        if not words or not self.witness.posting:
            return True
        roots = self.witness.posting[0].roots
        mine = frozenset().union(*(g.roots for g in self.witness.mine))
        return len(words & (roots | mine)) / len(words) >= ENOUGH_OF_POSTING

    def _new(self, text: str) -> frozenset[str]:
        if self.subject:
            return new_words(text, [self.subject])
        if self.is_letter and not is_deed(text):
            return frozenset()
        return new_words(text, [*self.witness.mine, *self.witness.posting])

    # How much it claims

    def _problem(self, text: str, best: Ground, line: Line | None) -> str:
        if any(
            not best.says(hit[0]) and not self._is_own(hit[0])
            for hit in PRAISE.finditer(text)
        ):
            return "wording"
        if self.subject and any(
            not best.says(hit[0]) for hit in SCOPE.finditer(text)
        ):
            return "wording"
        if line is None or best.kind not in ("experience", "project", "note"):
            return ""
        if is_turned(text, line):
            return "wording"
        if best.says(text.strip(" .")):
            return ""
        said = max(_SPLIT.split(text), key=deed_of) if deed_of(text) > DEED else text
        grounds = [self.subject] if self.subject else [best, *self._candidates()]
        near = [one for ground in grounds if (one := line_of(ground, said))]
        nearest = max(near, key=lambda one: likeness(one, said), default=line)
        claimed, so = deed_of(said), deed_of(nearest.text)
        return "level" if claimed > so and (claimed > DEED or so < DEED) else ""

    def _is_own(self, word: str) -> bool:
        """A word of praise that the person says of themselves anyway."""
        return any(g.says(word) for g in self.witness.of_kind("summary", "note"))
