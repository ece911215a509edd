"""Where a mail says something: its phrases, and whether they count.

A phrase under a condition, a denied one and one about the past do not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import islice
from typing import NamedTuple

from applications.mail.phrases import Phrase, compiled, phrases
from applications.mail.phrases.context import (
    MAYBE_ANYWHERE,
    MAYBE_BEFORE,
    MAYBE_REFUSED,
    NEGATION,
    OTHERS,
    PAST,
    PAST_ANYWHERE,
    POLITE,
)
from applications.mail.sentences import languages, sentences

SUBJECT = 0.6
"""How much less a subject counts: it is often that of an earlier mail."""
FADING = (1.0, 0.5, 0.3, 0.2, 0.1)
"""How much the best phrases of a kind add, best first."""
MOST = 8
"""So often is a phrase looked at in one mail."""


class Hit(NamedTuple):
    weight: float
    sentence: int


class Mail(NamedTuple):
    """The sentences, the subject's first; ``joined`` holds them, one a line."""

    shown: tuple[str, ...]
    joined: str
    starts: tuple[int, ...]
    subject: int
    languages: tuple[str, ...]


def prepared(subject: str, body: str) -> Mail:
    above, below = sentences(subject), sentences(body)
    spelled = above.spelled + below.spelled
    starts = [0]
    for line in spelled:
        starts.append(starts[-1] + len(line) + 1)
    joined = "\n".join(spelled)
    return Mail(
        above.shown + below.shown,
        joined,
        tuple(starts),
        len(above.shown),
        tuple(languages(joined)),
    )


def hits_of(kind: str, mail: Mail) -> list[Hit]:
    """What speaks for a kind, the strongest first; each phrase once."""
    found = []
    for language in mail.languages:
        for phrase in phrases(kind, language):
            best = max(_finds(kind, phrase, mail), default=None)
            if best:
                found.append(best)
    return sorted(found, reverse=True)


def _finds(kind: str, phrase: Phrase, mail: Mail) -> list[Hit]:
    found = []
    for match in islice(phrase.pattern.finditer(mail.joined), MOST):
        number = bisect_right(mail.starts, match.start()) - 1
        begin, end = mail.starts[number], mail.starts[number + 1] - 1
        before = mail.joined[begin : match.start()]
        after = mail.joined[match.end() : end]
        if _counts(kind, phrase, before, match[0], after, mail.languages):
            share = SUBJECT if number < mail.subject else 1
            found.append(Hit(phrase.weight * share, number))
    return found


def _counts(
    kind: str,
    phrase: Phrase,
    before: str,
    words: str,
    after: str,
    spoken: tuple[str, ...],
) -> bool:
    """Whether a phrase means what it says, seen in its sentence."""
    if kind not in {"rejection", "interview", "offer", "assessment"}:
        return True
    # "You have not started your test" is about a test all the same.
    if kind != "assessment" and not phrase.is_negative and _denied(before, words):
        return False
    if (
        kind in {"interview", "offer"}
        and "you" not in words
        and _others().search(before)
    ):
        return False
    if kind == "rejection":
        if phrase.is_negative and _until().search(after):
            return False
        return not _maybe(spoken, refused=True).search(_plain(before))
    if kind in {"interview", "assessment"} and _past().search(before):
        return False
    if kind == "interview" and _looks_back().search(f"{before}{words}{after}"):
        return False
    if kind == "assessment":
        before = before.replace("before", "")  # what comes first is asked for now
    if _maybe(spoken, refused=False).search(_plain(before)):
        return False
    return not _anywhere().search(_plain(f"{before}{words}{after}"))


def _plain(sentence: str) -> str:
    return _polite().sub("", sentence)


def _denied(before: str, words: str) -> bool:
    return bool(_denial().search(before) or _negation().search(words))


@cache
def _negation() -> re.Pattern[str]:
    return compiled(NEGATION)


@cache
def _denial() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){NEGATION}(?: [\w']+){{0,3}} ?$")


@cache
def _past() -> re.Pattern[str]:
    return re.compile(rf"{compiled('|'.join(PAST)).pattern}(?: [\w'-]+){{0,3}} ?$")


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"{compiled(OTHERS).pattern}(?: [\w'-]+){{0,4}} ?$")


@cache
def _looks_back() -> re.Pattern[str]:
    return compiled(PAST_ANYWHERE)


@cache
def _until() -> re.Pattern[str]:
    return compiled("(until|unless|without|before you|before we (have|receive))")


@cache
def _polite() -> re.Pattern[str]:
    return compiled("|".join(POLITE))


@cache
def _anywhere() -> re.Pattern[str]:
    return compiled("|".join(MAYBE_ANYWHERE))


@cache
def _maybe(spoken: tuple[str, ...], *, refused: bool) -> re.Pattern[str]:
    words = MAYBE_REFUSED if refused else MAYBE_BEFORE
    return compiled("|".join(words[language] for language in spoken))


def total(hits: list[Hit]) -> float:
    return sum(hit.weight * share for hit, share in zip(hits, FADING, strict=False))
