"""Text as people see it, with the way back to where each character stands."""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple

# What looks like another letter.
_TWINS: Final = dict(
    zip(
        "аеорсухіјѕԁԛԝһАВЕКМНОРСТХУІЈЅԌΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρα",
        "aeopcyxijsdqwhABEKMHOPCTXYIJSGABEZHIKMNOPTYXovpa",
        strict=True,
    )
)
_SIGNS: Final = dict.fromkeys("‐‑‒–—―−⁃﹘﹣－", "-") | dict.fromkeys("‘’‚‛ʼ´`′", "'")
_QUOTES: Final = dict.fromkeys("“”„‟«»″", '"')
_KNOWN: Final = _TWINS | _SIGNS | _QUOTES
# They turn the order of what is shown.
TURNING: Final = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


class Plain(NamedTuple):
    """``text`` has no hidden signs, one space for many, and 0–9 for every digit.

    ``places[i]`` is where its character i stands in what it was made of; one more at the end.
    """

    text: str
    places: list[int] | range

    def span(self, start: int, end: int) -> tuple[int, int]:
        if end <= start:
            return self.places[start], self.places[start]
        return self.places[start], self.places[end - 1] + 1


def plain(text: str) -> Plain:
    if text.isascii() and text.isprintable() and "  " not in text and "`" not in text:
        return Plain(text, range(len(text) + 1))
    said: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for one in _as_seen(character):
            if one == " " and said and said[-1] == " ":
                continue
            said.append(one)
            places.append(place)
    return Plain("".join(said), [*places, len(text)])


def plain_text(text: str) -> str:
    return plain(text).text


def _as_seen(character: str) -> str:
    if character == "`":
        return "'"
    if character.isascii():
        return character if character.isprintable() else " "
    if known := _KNOWN.get(character):
        return known
    if unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return ""
    if character.isspace():
        return " "
    composed = unicodedata.normalize("NFKC", character)
    letters = "".join(_KNOWN.get(one, one) for one in composed)
    return _as_digits(character) or letters


def _as_digits(character: str) -> str:
    """Of a sign that stands for a number; else nothing."""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character.isdigit():  # superscripts, and digits in circles
        return f"^{unicodedata.digit(character)}"
    if character.isnumeric():
        return f" {unicodedata.numeric(character):g} "
    return ""
