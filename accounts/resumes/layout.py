"""The lines of a section, put together into its entries: heads, and what stands below them."""

from __future__ import annotations

from dataclasses import dataclass, field

from accounts.resumes.dates import DURATION, Period, lasting, moment, of_head, without
from accounts.resumes.items import Item, items, with_heads
from accounts.resumes.words import is_job, is_place


@dataclass
class Block:
    """An entry: the lines that name it, its period, and its other lines."""

    head: list[str] = field(default_factory=list)
    when: Period | None = None
    points: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def blocks(lines: list[str], *, is_dated_by_year: bool = False) -> list[Block]:
    """The entries of a section. ``is_dated_by_year``: a single date is theirs as well."""
    found = items(lines, _of_head)
    if not found:
        return []
    if is_dated_by_year and not any(item.when for item in found):
        found = items(lines, moment)
    found = with_heads(found, may_lack_dates=is_dated_by_year)
    starts = _starts(found)
    ends = [*starts[1:], len(found)]
    made = [_block(found[start:end]) for start, end in zip(starts, ends, strict=True)]
    if starts and starts[0]:
        made.insert(0, _block(found[: starts[0]]))
    return made


def _of_head(line: str) -> Period | None:
    """As ``of_head``; and of work how long it lasted, where it is not said when."""
    return of_head(line) or (lasting(line) if is_job(line) else None)


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
            if item.when and not (item.when.start or item.when.end):
                block.texts.append(item.text[item.when.span[0] :].strip(" ,(|)–—-"))
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
