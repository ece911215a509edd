"""Numbers in words: twelve hundred, forty-five, a dozen, half a million.

English, and the short ones of German, French, Spanish and Dutch; not those that are other
words in English: once, cent, sept, dos.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_OF_OTHERS: Final = {
    value: text.split()
    for value, text in {
        2: "zwei deux twee", 3: "drei trois tres drie", 4: "vier quatre cuatro",
        5: "fünf cinq cinco vijf", 6: "sechs seis zes", 7: "sieben siete zeven",
        8: "acht huit ocho", 9: "neun neuf nueve negen", 10: "zehn dix diez tien",
        11: "elf onze", 12: "zwölf douze doce twaalf", 15: "fünfzehn quinze quince vijftien",
        20: "zwanzig vingt veinte twintig", 30: "dreißig trente treinta dertig",
        40: "vierzig quarante cuarenta veertig",
        50: "fünfzig cinquante cincuenta vijftig",
    }.items()
}  # fmt: skip
_UNITS: Final = (
    dict(
        zip(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen "
            "fourteen fifteen sixteen seventeen eighteen nineteen".split(),
            range(20),
            strict=True,
        )
    )
    | dict(
        zip(
            "twenty thirty forty fifty sixty seventy eighty ninety".split(),
            range(20, 100, 10),
            strict=True,
        )
    )
    | {word: value for value, words in _OF_OTHERS.items() for word in words}
)
_SIZES: Final = {
    "dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000,
    "billion": 10**9, "lakh": 100_000, "crore": 10**7,
    "dutzend": 12, "douzaine": 12, "docena": 12, "dozijn": 12, "hundert": 100, "cien": 100,
    "honderd": 100, "tausend": 1_000, "mille": 1_000, "mil": 1_000, "duizend": 1_000,
}  # fmt: skip
# Said of nothing certain: at least two of them.
_MANY: Final = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000,
    "millions": 2_000_000, "billions": 2 * 10**9,
}  # fmt: skip
TIMES: Final = {
    "double": 2, "doubled": 2, "doubling": 2, "twice": 2, "twofold": 2, "triple": 3,
    "tripled": 3, "tripling": 3, "thrice": 3, "threefold": 3, "quadrupled": 4,
    "fourfold": 4, "fivefold": 5, "tenfold": 10, "halved": 0.5, "halving": 0.5,
}  # fmt: skip
_NAMES: Final = "|".join(sorted([*_UNITS, *_SIZES], key=len, reverse=True))
_WORDS: Final = re.compile(
    rf"(?<![\w-])(?:(?P<half>half )?an? )?(?:{_NAMES})(?:(?:-| and | )(?:{_NAMES}))*(?![\w])",
    re.I,
)
_VAGUE: Final = re.compile(rf"(?<![\w-])(?:{'|'.join(_MANY)})(?![\w-])", re.I)
_TIMES: Final = re.compile(rf"(?<![\w-])(?:{'|'.join(TIMES)})(?![\w-])", re.I)
_HALF: Final = re.compile(
    r"(?<![\w-])half(?! an? (?:dozen|thousand|million|billion))(?![\w-])", re.I
)


class Numeral(NamedTuple):
    value: float
    start: int
    end: int
    # number, times, many or half
    kind: str


def numerals_in(text: str) -> Iterator[Numeral]:
    for found in _WORDS.finditer(text):
        words = re.findall(r"[^\W\d_]+", found[0].lower())
        # “one of them” counts nothing.
        if [word for word in words if word not in ("a", "and")] != ["one"]:
            words = [word for word in words if word not in ("half", "an")]
            value = _value(words) * (0.5 if found["half"] else 1)
            yield Numeral(value, *found.span(), "number")
    for found in _VAGUE.finditer(text):
        yield Numeral(_MANY[found[0].lower()], *found.span(), "many")
    for found in _TIMES.finditer(text):
        yield Numeral(TIMES[found[0].lower()], *found.span(), "times")
    for found in _HALF.finditer(text):
        yield Numeral(50, *found.span(), "half")


def _value(words: list[str]) -> float:
    total, part = 0, 0
    for word in words:
        if word in _UNITS:
            part += _UNITS[word]
        elif (size := _SIZES.get(word, 0)) == 100 or size == 12:
            part = (part or 1) * size
        elif size:
            total, part = total + (part or 1) * size, 0
    return total + part
