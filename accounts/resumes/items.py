"""The lines of a section: what goes on from what, what is a point, what may be a head."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile

from accounts.resumes.dates import Period, of_head, period
from accounts.resumes.words import is_place

LONG = 100  # characters: no head of an entry is so long
_POINT = re.compile(r"\s*(?:•|\d{1,2}[.)](?=\s)|o(?=\s+[A-Z]))\s*")
_SENTENCE = re.compile(r"[.;:!?]\W*$")
_TOLD = re.compile(r"[\s)\]]*(?:[.:;]\s+|\.?$)")
_NAMED = re.compile(r"([^:]{2,60}):\s+(.+)")


@dataclass
class Item:
    """A line with those that go on from it."""

    text: str
    is_point: bool
    is_after_blank: bool
    is_inner: bool = False  # set in below a line that is not
    when: Period | None = None

    @property
    def is_head(self) -> bool:
        """A short line that is no sentence: it may name something."""
        if self.is_point or self.is_inner or len(self.text) > LONG:
            return False
        *more, last = self.text.split()
        is_sentence = last.endswith((".", ";")) and (len(more) > 4 or len(last) > 5)
        return bool(self.when) or not is_sentence


def items(lines: list[str], find: Callable[[str], Period | None]) -> list[Item]:
    """The lines as items; ``find`` finds the date that a head has."""
    found: list[Item] = []
    width = width_of(lines)
    is_stepped = not next(filter(str.strip, lines), " ").startswith(" ")
    last = ""
    for number, line in enumerate(lines):
        following = lines[number + 1 : number + 3]
        is_inner = is_stepped and line.startswith(" ")
        is_own = is_inner and bool(found) and not found[-1].is_point
        is_next = bool(found) and bool(last.strip()) and not is_own
        if is_next and _goes_on(found[-1], last, line, following, width):
            found[-1].text += f" {line.strip()}"
        elif line.strip():
            point = _POINT.match(line)
            text = line[point.end() :].strip() if point else _plain(line)
            is_blank = bool(number) and not last.strip()
            is_dated = not (point or is_inner or len(text) > LONG)
            when = find(text) if is_dated else None
            found.append(Item(text, bool(point), is_blank, is_inner, when))
        last = line
    return found


def width_of(lines: list[str]) -> int:
    """How long full lines are: a few may be longer."""
    lengths = sorted(len(line) for line in lines if len(line) > 40)
    return lengths[len(lengths) * 3 // 4] if lengths else 0


def _plain(line: str) -> str:
    """A line without the marks of Markdown."""
    return re.sub(
        r"\*\*|__|^\s*(?:#+|>)\s*|^\s*\*(?=\S)|(?<=\S)\*\s*$", "", line
    ).strip()


def _goes_on(
    item: Item, last: str, line: str, following: list[str], width: int
) -> bool:
    """Whether a line belongs to the sentence above it."""
    text = line.strip()
    if not text or _POINT.match(line) or (len(text) <= LONG and of_head(text)):
        return False
    if text[0].islower() or text[0] in "(&+":
        return item.is_point or len(last) > 40
    if _SENTENCE.search(last) or len(last) < 0.72 * width or width < 50:
        return False
    if is_place(text) or (text[0].isupper() and _is_head_above(following)):
        return False
    return item.is_point or not item.is_head


def _is_head_above(following: list[str]) -> bool:
    """Whether a date follows before the next point: so something new begins."""
    heads = takewhile(lambda line: not _POINT.match(line), following)
    return any(len(line) <= LONG and of_head(line) for line in heads)


def with_heads(found: list[Item], *, may_lack_dates: bool) -> list[Item]:
    """Where all lines are points, those among them that are heads.

    That is told by their dates. ``may_lack_dates``: where none has one, all are.
    """
    if not found or not all(item.is_point for item in found):
        return found
    parted = [_dated(item.text) for item in found]
    if not parted[0]:
        if not may_lack_dates or any(parted):
            return found
        parted = [_named(item.text) for item in found]
    return [
        new
        for item, parts in zip(found, parted, strict=True)
        for new in (_as_head(*parts) if parts else [item])
    ]


def _as_head(head: str, rest: str) -> list[Item]:
    made = [Item(head, is_point=False, is_after_blank=True, when=of_head(head))]
    if rest:
        made.append(Item(rest, is_point=False, is_after_blank=False, is_inner=True))
    return made


def _dated(text: str) -> tuple[str, str] | None:
    """``Baker, Initech, 2019 to 2021. Bread and cakes``: the head, what is said of it."""
    if not (when := period(text[: 2 * LONG])):
        return None
    before, after = text[: when.span[0]].rstrip(), text[when.span[1] :]
    if before and not before.endswith(tuple(",(|:•·[-–—")):
        return None
    if not before or after.startswith((",", " |", " –")):
        return (text, "") if len(text) <= LONG else None
    if not (end := _TOLD.match(after)):
        return None
    return text[: when.span[1]] + after[: end.end()].rstrip(" .:;"), after[end.end() :]


def _named(text: str) -> tuple[str, str]:
    """``Shelf finder: finds shelves``, or a name and no more."""
    found = _NAMED.fullmatch(text)
    return (found[1], found[2]) if found else (text, "")
