"""How much of what a statement says in plain words stands in a source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from applications.documents.evidence.facts.found import Found
from applications.documents.evidence.ground import Ground, Line
from applications.documents.evidence.scopes import Scope
from applications.documents.evidence.tokens import roots_of, tokens_of
from applications.documents.evidence.wording import is_deed, line_of, new_words
from applications.documents.evidence.words import WEAK

# The share of its words that must stand in one source, where a statement is not word for
# word; in two together; and in the posting, of what it says of the posting.
ENOUGH: Final = 0.6
ENOUGH_OF_TWO: Final = 0.75
ENOUGH_OF_POSTING: Final = 0.5
# A part of so many words of which none stands there is a claim of its own.
LEAST_OWN: Final = 2
PIECES: Final = re.compile(r"[,;:]\s|\s(?:and|while|which|that|where)\s")


class Support(NamedTuple):
    """``ground`` says it best, in ``line``; ``is_said`` whether that is enough."""

    ground: Ground | None
    line: Line | None
    is_said: bool


def unproven(scope: Scope, facts: Sequence[Found]) -> str:
    """What is said of the person, without the facts that are found already."""
    said = list(scope.text)
    spans = [(part.start, part.end) for part in scope.parts if part.is_theirs]
    spans += [(fact.start, fact.end) for fact in facts if fact.is_found]
    for start, end in spans:
        said[start:end] = " " * (end - start)
    return "".join(said)


def wanted_of(scope: Scope, text: str) -> frozenset[str]:
    """The words of a text that somebody must have said."""
    return roots_of(text) - WEAK - roots_of(scope.record.posting_names)


def support_of(scope: Scope, wanted: frozenset[str]) -> Support:
    """``wanted`` are the words that no fact has proven yet."""
    text = scope.mine
    grounds = scope.candidates()
    for ground in grounds:
        if ground.says(text.strip(" .")):
            return Support(ground, line_of(ground, text), True)
    if not wanted:
        return _by_all_words(scope, text, grounds)
    proven = len(wanted_of(scope, text) - wanted)
    scored = sorted(grounds, key=lambda g: (-len(g.roots & wanted), g.number))
    if not (scored and scored[0].roots & wanted):
        return Support(None, None, len(wanted) < LEAST_OWN <= proven)
    is_said = _is_enough(scope, scored[:2], wanted, proven)
    return Support(scored[0], line_of(scored[0], text), is_said)


def _is_enough(
    scope: Scope, best: Sequence[Ground], wanted: frozenset[str], proven: int
) -> bool:
    """Of the best of all sources alone, or of the best two."""
    total = len(wanted) + proven
    share = (len(best[0].roots & wanted) + proven) / total
    if share >= ENOUGH and not _adds(scope, best[0]):
        return True
    if scope.subject or len(best) < 2:
        return False
    both = (best[0].roots | best[1].roots) & wanted
    return (len(both) + proven) / total >= ENOUGH_OF_TWO


def _by_all_words(scope: Scope, text: str, grounds: Sequence[Ground]) -> Support:
    """“Led a team” has no word that matters alone."""
    if not scope.subject:
        return Support(None, None, True)
    subject = scope.subject
    words = {word for word in tokens_of(text) if not WEAK & roots_of(word)}
    share = len(subject.tokens & words) / max(len(words), 1)
    return Support(subject, line_of(subject, text), share >= ENOUGH)


def _adds(scope: Scope, best: Ground) -> bool:
    """A part of it is about something else altogether."""
    pieces = PIECES.split(scope.mine) if scope.subject else []
    said = (roots_of(piece) - WEAK for piece in pieces)
    return any(len(words) >= LEAST_OWN and not words & best.roots for words in said)


def says_news(scope: Scope, text: str) -> bool:
    """Whether a word in it that matters stands nowhere: “executives” of engineers.

    What a letter says beside its deeds, of wishes and of the posting, may be new.
    """
    if scope.is_letter and not is_deed(text):
        return False
    grounds = scope.candidates()
    if not scope.subject and grounds is not scope.record.mine:
        grounds = [*grounds, *scope.record.of_kind("summary", "skills", "note")]
    return bool(new_words(text, grounds) - roots_of(scope.record.posting_names))


def is_of_posting(scope: Scope) -> bool:
    """Whether the posting says what is said of it."""
    words = roots_of(scope.theirs) - WEAK
    if not words or not scope.record.posting:
        return True
    known = scope.record.posting[0].roots.union(*(g.roots for g in scope.record.mine))
    return len(words & known) / len(words) >= ENOUGH_OF_POSTING
