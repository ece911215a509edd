"""A text as the units people write: sentences, points of lists, and lines that are neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from accounts.style.words import ABBREVIATIONS, PAST

# A line as long as that goes on in the next: the page was narrow.
FULL_LINE = 60
# Without a full stop at its end so many words are a sentence all the same, in a letter.
LONG_ENOUGH = 8

_BULLET = re.compile(r"\s*(?:[-*•·–—▪◦‣●○■□➢✓\uf0b7]|\(?\d{1,2}[.)])\s+(?=\S)")
_END = re.compile(r"(?<=[.!?…])[\"')\]”»]*\s+(?=[\"'(\[“«¿¡]*[^\W_])")
_ENDED = re.compile(r"[.!?…][\"')\]”»]*$")
_LAST_WORD = re.compile(r"([^\W\d_](?:\.?[^\W\d_]){0,8})\.[\"')\]”»]*$")
# One word, with what is inside of it: don't, full-stack, C++, Node.js, 3.5.
WORD = re.compile(r"\.?[^\W_]+(?:['.+#&/-][^\W_]+)*[+#]*")


@dataclass
class Units:
    """``paragraphs`` holds the words of each paragraph of prose, as a count."""

    sentences: list[str] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    fragments: list[str] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)

    def all(self) -> list[str]:
        return [*self.sentences, *self.points, *self.fragments]

    def said(self) -> list[str]:
        """Those in which something is said; of the others, what begins with a deed."""
        deeds = [text for text in self.fragments if _first_word(text) in PAST]
        return [*self.sentences, *self.points, *deeds]


def _first_word(text: str) -> str:
    return text.partition(" ")[0].lower()


def words_in(text: str) -> list[str]:
    return WORD.findall(text)


def units_of(lines: Iterable[str], *, is_letter: bool) -> Units:
    units = Units()
    for paragraph in _paragraphs(lines):
        count = 0
        for block, is_point in _blocks(paragraph):
            if is_point:
                units.points.append(block)
            else:
                count += _add_prose(block, units, is_letter=is_letter)
        if count:
            units.paragraphs.append(count)
    return units


def _paragraphs(lines: Iterable[str]) -> Iterator[list[str]]:
    paragraph: list[str] = []
    for line in lines:
        if line.strip():
            paragraph.append(line)
        elif paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _blocks(paragraph: list[str]) -> Iterator[tuple[str, bool]]:
    """Lines that go on, together: the text, and whether it is a point of a list."""
    parts: list[str] = []
    is_point = False
    last = ""
    for line in paragraph:
        bullet = _BULLET.match(line)
        if parts and (bullet or not _goes_on(last, line)):
            yield " ".join(parts), is_point
            parts = []
        if not parts:
            is_point = bool(bullet)
        last = line.strip()
        parts.append(line[bullet.end() :].strip() if bullet else last)
    yield " ".join(parts), is_point


def _goes_on(line: str, after: str) -> bool:
    begin = after.lstrip()[:1]
    return len(line) >= FULL_LINE or (begin.islower() and not _ENDED.search(line[-5:]))


def _add_prose(block: str, units: Units, *, is_letter: bool) -> int:
    """Sort a block's sentences in; how many words of prose it has."""
    count = 0
    for sentence in split(block):
        words = len(words_in(sentence))
        is_whole = bool(_ENDED.search(sentence[-5:]))
        if words and (is_whole or (is_letter and words >= LONG_ENOUGH)):
            units.sentences.append(sentence)
            count += words
        elif words:
            units.fragments.append(sentence)
    return count


def split(block: str) -> list[str]:
    """At each full stop that ends a sentence: not at “Dr. Okafor” nor “i.e. this”."""
    found, start = [], 0
    for end in _END.finditer(block):
        begins_small = block[end.end()].islower()
        ending = block[max(start, end.start() - 12) : end.start()]
        if begins_small or _is_short_form(ending):
            continue
        found.append(block[start : end.end()].strip())
        start = end.end()
    found.append(block[start:].strip())
    return [sentence for sentence in found if sentence]


def _is_short_form(ending: str) -> bool:
    if not (last := _LAST_WORD.search(ending)):
        return False
    return len(last[1]) == 1 or last[1].lower() in ABBREVIATIONS
