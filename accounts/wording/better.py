"""A proposal by our rules: the same facts in better words, and what to ask the person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from accounts.style.language import language_of
from accounts.style.sentences import split, words_in
from accounts.style.words import ABBREVIATIONS, ENGLISH, PAST, VERBS
from accounts.wording.facts import are_same
from accounts.wording.questions import Question, questions_on
from accounts.wording.rules import RULES, About

MOST_CHANGES = 60
# Their full stop is theirs.
_SHORT = ABBREVIATIONS | {"etc", "inc", "ltd", "co", "corp", "al"}
_POINT = re.compile(r"(\s*(?:[-*•·–—▪◦‣]\s+)?)(.*)", re.DOTALL)


class Change(NamedTuple):
    """``rule`` is a name in ``RULES``, or ``stops``; the words before and after."""

    rule: str
    before: str
    after: str


@dataclass
class Better:
    """``is_english`` False: nothing was looked at."""

    text: str
    points: list[str]
    is_english: bool = True
    changes: list[Change] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def better(text: str, points: Sequence[str] = (), *, is_over: bool | None) -> Better:
    """The same again where there is nothing to better. ``is_over``: the job has ended."""
    found = Better(text, list(points))
    if not _is_english("\n".join([text, *points])):
        found.is_english = False
        return found
    found.text = "\n".join(
        _line(line, is_over, found.changes) for line in text.split("\n")
    )
    rewritten = [_rewritten(one, About(True, is_over), found.changes) for one in points]
    found.points = _with_even_stops(rewritten, found.changes)
    found.questions = questions_on(_said(found.text) + found.points)
    found.changes = list(dict.fromkeys(found.changes))[:MOST_CHANGES]
    return found


def _is_english(text: str) -> bool:
    """Short points have few small words: so a text that has none of another language is."""
    words = words_in(text)
    known = language_of(words)
    if known:
        return known == "en"
    lowered = [word.lower() for word in words]
    return any(w in ENGLISH or w in PAST or w in VERBS for w in lowered)


def _line(line: str, is_over: bool | None, changes: list[Change]) -> str:
    head, rest = _POINT.fullmatch(line).groups()  # type: ignore[union-attr]
    about = About(bool(head.strip()), is_over)
    return head + _rewritten(rest, about, changes)


def _rewritten(line: str, about: About, changes: list[Change]) -> str:
    """A line sentence by sentence; what stands between them stays."""
    done, place = [], 0
    for sentence in split(line):
        start = line.index(sentence, place)
        done += [line[place:start], _sentence(sentence, about, changes)]
        place = start + len(sentence)
    return "".join(done) + line[place:]


def _sentence(sentence: str, about: About, changes: list[Change]) -> str:
    for name, rule in RULES.items():
        said = rule(sentence, about)
        if said != sentence and are_same(sentence, said):
            changes.append(Change(name, *_differing(sentence, said)))
            sentence = said
    return sentence


def _differing(before: str, after: str) -> tuple[str, str]:
    """What is another in both, with the word that follows."""
    old, new = before.split(" "), after.split(" ")
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    same = next(
        (n for n in range(most - start) if old[-1 - n] != new[-1 - n]), most - start
    )
    end = max(same - 1, 0)
    return " ".join(old[start : len(old) - end]), " ".join(new[start : len(new) - end])


def _with_even_stops(points: list[str], changes: list[Change]) -> list[str]:
    """Full stops at the end of all points, or of none: as most of them have it."""
    stopped = [point.endswith(".") for point in points]
    wants = 2 * sum(stopped) > len(points)
    even = [_stop(point) if wants else _unstop(point) for point in points]
    if changed := [
        pair for pair in zip(points, even, strict=True) if len(set(pair)) > 1
    ]:
        before, after = changed[0]
        changes.append(Change("stops", _end(before), _end(after)))
    return even


def _stop(point: str) -> str:
    return (
        f"{point}." if point and (point[-1].isalnum() or point[-1] in ")%") else point
    )


def _unstop(point: str) -> str:
    last = point.split(" ")[-1]
    is_short = last[:-1].lower() in _SHORT or "." in last[:-1]
    is_one = len(split(point)) == 1 and not point.endswith("..")
    return point[:-1] if point.endswith(".") and is_one and not is_short else point


def _end(point: str) -> str:
    words = point.split(" ")
    return ("… " if len(words) > 3 else "") + " ".join(words[-3:])


def _said(text: str) -> list[str]:
    lines = (_POINT.fullmatch(line)[2] for line in text.split("\n"))  # type: ignore[index]
    return [sentence for line in lines for sentence in split(line)]
