"""A person’s own words on their way into a document: taken apart, never re-worded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from accounts.style.sentences import split
from applications.documents.sheet import as_line
from jobtracker.text import clean_text, is_blank

# A single sentence longer than that is a text without sentences.
LONGEST_SENTENCE: Final = 1_000
# Of a text so many characters are looked at.
MOST_READ: Final = 20_000
# A line as long as that goes on in the next: the page was narrow.
_FULL_LINE: Final = 60

_SIGN: Final = re.compile(r"(?:#{1,3}|-)\s+\S")
_POINT: Final = re.compile(
    r"(?:[-*•·–—▪◦‣●○■□➢✓\uf0b7]|\(?\d{1,2}[.)])\s+(?=\S)"  # noqa: RUF001
)
_ENDED: Final = re.compile(r"[.!?…:;,][\"')\]”»]*$")


def line(value: Any) -> str:
    """One plain line of a value that should be a text; empty where there is nothing."""
    text = clean_text(value[:MOST_READ]) if isinstance(value, str) else ""
    if is_blank(text):
        return ""
    said = as_line(text)
    while _SIGN.match(said):
        said = as_line(said)
    return said


def lines(values: Any) -> list[str]:
    return [said for value in listed(values) if (said := line(value))]


def listed(values: Any) -> Iterable[Any]:
    return values if isinstance(values, list | tuple) else ()


def blocks(text: Any) -> list[tuple[bool, str]]:
    """The lines of a longer text, those that a narrow page broke made whole.

    Each with whether it is a point of a list; ``(False, "")`` between paragraphs.
    """
    if not isinstance(text, str):
        return []
    found: list[tuple[bool, str]] = []
    for raw in clean_text(text[:MOST_READ]).split("\n"):
        bare = raw.strip()
        sign = _POINT.match(bare)
        said = line(bare[sign.end() :] if sign else bare)
        is_begun = bool(sign) or bool(_SIGN.match(bare))
        if found and said and not is_begun and _goes_on(found[-1][1], said):
            found[-1] = (found[-1][0], f"{found[-1][1]} {said}")
        elif said or (found and found[-1][1]):
            found.append((bool(sign) and bool(said), said))
    return found[:-1] if found and not found[-1][1] else found


def _goes_on(before: str, after: str) -> bool:
    is_full = len(before) >= _FULL_LINE and not _ENDED.search(before[-5:])
    return bool(before) and (is_full or after[0].islower())


def shortened(text: str, most: int) -> str:
    """The first sentences of a line, as whole ones, in so many characters.

    The first one stands even where it alone is longer, unless it has no end in sight.
    """
    if len(text) <= min(most, LONGEST_SENTENCE):
        return text
    return " ".join(_first_ones(split(text), most))


def _first_ones(sentences: list[str], most: int) -> Iterator[str]:
    count = 0
    for sentence in sentences:
        is_next = count + len(sentence) <= most if count else True
        if not is_next or len(sentence) > LONGEST_SENTENCE:
            return
        count += len(sentence) + 1
        yield sentence


def prose(text: Any, most: int) -> list[str]:
    """A text as lines of a document, “” between paragraphs, cut after whole sentences."""
    found: list[str] = []
    for is_point, said in blocks(text):
        kept = shortened(said, most)
        if said and not kept:
            break
        most -= len(kept)
        found.append(f"- {kept}" if is_point else kept)
        if kept != said or most <= 0:
            break
    return found
