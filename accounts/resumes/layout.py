"""The lines of a section, put together into its entries: heads, and what stands below them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import takewhile

from accounts.resumes.dates import (
    DURATION,
    Period,
    moment,
    of_head,
    without,
)
from accounts.resumes.words import is_place

LONG = 100  # characters: no head of an entry is so long
_POINT = re.compile(r"\s*(?:•|\d{1,2}[.)](?=\s)|o(?=\s+[A-Z]))\s*")
_SENTENCE = re.compile(r"[.;:!?]\W*$")


@dataclass
class Item:
    """A line with those that go on from it."""

    text: str
    is_point: bool
    is_after_blank: bool
    when: Period | None = None

    @property
    def is_head(self) -> bool:
        """A short line that is no sentence: it may name something."""
        if self.is_point or len(self.text) > LONG:
            return False
        return bool(self.when) or not (
            self.text.endswith((".", ";")) and len(self.text.split()) > 5
        )


@dataclass
class Block:
    """An entry: the lines that name it, its period, and its other lines."""

    head: list[str] = field(default_factory=list)
    when: Period | None = None
    points: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def items(lines: list[str], find: Callable[[str], Period | None]) -> list[Item]:
    """The lines as items; ``find`` finds the date that a head has."""
    found: list[Item] = []
    width = width_of(lines)
    last = ""
    for number, line in enumerate(lines):
        following = lines[number + 1 : number + 3]
        if found and last.strip() and _goes_on(found[-1], last, line, following, width):
            found[-1].text += f" {line.strip()}"
        elif line.strip():
            point = _POINT.match(line)
            text = line[point.end() :].strip() if point else _plain(line)
            is_blank = bool(number) and not last.strip()
            when = None if point or len(text) > LONG else find(text)
            found.append(Item(text, bool(point), is_blank, when))
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


def blocks(lines: list[str], *, is_dated_by_year: bool = False) -> list[Block]:
    """The entries of a section. ``is_dated_by_year``: a single date is theirs as well."""
    found = items(lines, of_head)
    if not found:
        return []
    if is_dated_by_year and not any(item.when for item in found):
        found = items(lines, moment)
    starts = _starts(found)
    ends = [*starts[1:], len(found)]
    made = [_block(found[start:end]) for start, end in zip(starts, ends, strict=True)]
    if starts and starts[0]:
        made.insert(0, _block(found[: starts[0]]))
    return made


def _starts(found: list[Item]) -> list[int]:
    """Where entries begin: told by where the first has its date."""
    dated = [n for n, item in enumerate(found) if item.when and not item.is_point]
    if not dated:
        return _starts_without_dates(found)
    first = dated[0]
    if any(not item.is_head for item in found[:first]):
        return _starts_before_dates(found, dated)
    starts: list[int] = []
    for place in dated:
        start = place
        while start and _leads(found, start, place, first) and start - 1 not in dated:
            start -= 1
        if not starts or start > starts[-1]:
            starts.append(start)
    return starts


def _leads(found: list[Item], start: int, place: int, first: int) -> bool:
    """Whether the line before ``start`` still is of the head of the entry dated there."""
    before = found[start - 1]
    if not before.is_head or DURATION.fullmatch(before.text):
        return False
    if place - start < first:
        return True
    if is_place(before.text):
        return False
    return before.is_after_blank and not first and place - start < 2


def _starts_without_dates(found: list[Item]) -> list[int]:
    """Heads that follow points or a blank line."""
    starts = [
        n
        for n, item in enumerate(found)
        if item.is_head and (not n or item.is_after_blank or not found[n - 1].is_head)
    ]
    return starts or ([0] if found else [])


def _starts_before_dates(found: list[Item], dated: list[int]) -> list[int]:
    """Dates stand below what they date: after one begins the next entry."""
    starts = [0]
    for place in dated[:-1]:
        after = place + 1
        while after < len(found) and DURATION.fullmatch(found[after].text):
            after += 1
        starts.append(after)
    last = dated[-1] + 1
    while last < len(found) and not found[last].is_head:
        last += 1
    while last < len(found) and DURATION.fullmatch(found[last].text):
        last += 1
    if last < len(found) and found[last].is_head:
        starts.append(last)
    return starts


def _block(found: list[Item]) -> Block:
    """Head are the lines down to the date, and short ones right below it."""
    block = Block()
    is_below = False
    dated = next((n for n, item in enumerate(found) if item.when), -1)
    for number, item in enumerate(found):
        if item.is_point:
            block.points.append(item.text)
            is_below = True
        elif number == dated:
            block.when = item.when
            if rest := _undated(item):
                block.head.append(rest)
        elif item.is_head and (not is_below or number < dated or is_place(item.text)):
            block.head.append(item.text)
            is_below = is_below or number > max(dated, 0) + 1
        else:
            block.texts.append(item.text)
            is_below = True
    return block


def _undated(item: Item) -> str:
    assert item.when
    return without(item.text, item.when.span)
