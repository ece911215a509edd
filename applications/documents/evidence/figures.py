"""The figures in a text: numbers in any writing, with what they count."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from applications.documents.evidence.days import Day, days_in
from applications.documents.evidence.numerals import numerals_in

_SIZES: Final = {
    "k": 1e3, "thousand": 1e3, "tsd": 1e3, "hundred": 100, "m": 1e6, "mn": 1e6, "mm": 1e6,
    "mio": 1e6, "million": 1e6, "millions": 1e6, "millionen": 1e6, "bn": 1e9, "b": 1e9,
    "billion": 1e9, "mrd": 1e9, "dozen": 12, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
_COINS: Final = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "us$": "USD",
    "usd": "USD", "dollar": "USD", "dollars": "USD", "£": "GBP", "gbp": "GBP",
    "pounds": "GBP", "chf": "CHF", "¥": "JPY", "jpy": "JPY", "₹": "INR", "inr": "INR",
    "rs": "INR", "cad": "CAD", "aud": "AUD", "sek": "SEK", "pln": "PLN",
}  # fmt: skip
_COIN: Final = "|".join(sorted(map(re.escape, _COINS), key=len, reverse=True))
_SIZE: Final = "|".join(sorted(_SIZES, key=len, reverse=True))
_NUMBER: Final = re.compile(
    rf"(?:(?<![\w])(?P<coin>{_COIN}) ?)?(?<![\w.,])(?P<sign>(?<![\w)] )(?<!\w)[-+])?"
    r"(?P<digits>\d{1,3}(?:[,.' ]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?)"
    rf"(?:[ -]?(?P<size>{_SIZE})\b\.?)?"
    r"(?P<plus> ?\+)?"
    rf"(?: ?(?P<percent>%|per ?cent\b|percent\b|pct\b|prozent\b)|(?P<times>x|-?fold|×)(?!\w)"
    rf"|(?P<ordinal>st|nd|rd|th)\b| ?(?P<after>{_COIN})(?!\w))?",
    re.I,
)
# Letters and digits in one: S3, C++17, k8s, LF-4411; and what follows letters: ISO 9001.
_NAME: Final = re.compile(
    r"(?<![\w-])(?:[^\W\d_]+(?:[-+#./]*\d+[^\W_]*)+[+#]*(?:-\w+)*"
    rf"|(?!(?i:{_COIN}|of|to|by|in|at|for|from|and|the|with|over"
    rf"|than)\b)[A-Z]{{2,6}} \d{{1,6}}(?![\w.,%+]*[\w%+])(?! %)"
    r"|\d[\d.,]*\^\d+"
    r"|\d+(?!(?i:k|m|mn|mm|bn|b|x|st|nd|rd|th|yrs?|mio|fold|h|s|ms|kg|g|km|cm|gb|tb|mb|kb|pb"
    r"|hz|ghz|mw|kw|million|billion)\b)[^\W\d_]\w*)"
)
_ROMAN: Final = re.compile(r"(?<![\w'-])(?=[IVX]{2,})X{0,3}(?:IX|IV|V?I{0,3})(?![\w'])")
_UNIT: Final = re.compile(
    r"[ -]?(?:(?P<years>years?|yrs?|jahr(?:en?)?|ans|années?|años?|jaar|jaren)"
    r"|months?|mos?|monat(?:en?)?|mois|mes(?:es)?|maand(?:en)?)\b",
    re.I,
)
_PERCENT_AFTER: Final = re.compile(r" ?(?:%|per ?cent\b|percent\b|prozent\b)", re.I)
_COIN_AFTER: Final = re.compile(rf" ({_COIN})(?!\w)", re.I)
_BEFORE: Final = re.compile(
    r"(?:(?P<more>more than|over|above|exceeding|in excess of|upwards of|north of|>)"
    r"|(?P<least>at least|minimum of)|(?P<less>almost|nearly|less than|under|fewer than"
    r"|up to|below|<)|(?P<about>about|around|approximately|approx\.?|roughly|circa|ca\."
    r"|some|~))"
    r" ?(?:an? )?$",
    re.I,
)
_TO: Final = re.compile(r" ?(-|to|bis|à|a) ?", re.I)


class Figure(NamedTuple):
    """``kind`` is number, percent, money, times, duration (in months), ordinal, day, many
    or name; ``values`` are what it can mean, of a range its two ends; ``unit`` a currency
    or, of a name, its letters; ``about`` says over, almost, … of it.
    """

    kind: str
    values: tuple[float, ...]
    unit: str
    start: int
    end: int
    about: str = ""
    is_range: bool = False
    day: Day | None = None


def figures_in(text: str) -> list[Figure]:
    """In the order of the text."""
    found = [Figure("day", (d.year,), "", d.start, d.end, day=d) for d in days_in(text)]
    found += _free(_names(text), found)
    found += _free(_numbers(text), found)
    found += _free(_words(text), found)
    found.sort(key=lambda figure: figure.start)
    return list(_with_ranges(text, found))


def _free(figures: Iterator[Figure], taken: list[Figure]) -> list[Figure]:
    """Those that do not lie in one that is known."""
    spans = sorted((one.start, one.end) for one in taken)
    starts = [start for start, _end in spans]
    free = []
    for one in figures:
        at = bisect_right(starts, one.end - 1)
        if at == 0 or spans[at - 1][1] <= one.start:
            free.append(one)
    return free


def _names(text: str) -> Iterator[Figure]:
    for found in _NAME.finditer(text):
        yield Figure("name", (), found[0].lower().replace(" ", ""), *found.span())


def _numbers(text: str) -> Iterator[Figure]:
    for found in _NUMBER.finditer(text):
        yield _placed(text, _number(text, found))
    for found in _ROMAN.finditer(text):
        yield Figure("number", (_roman(found[0]),), "", *found.span())


def _number(text: str, found: re.Match[str]) -> Figure:
    coin = (found["coin"] or found["after"] or "").lower()
    size = (found["size"] or "").lower()
    # “18 m” are metres, “$18 m” are millions.
    if size in ("m", "b", "mm") and not coin and text[found.end("digits")] == " ":
        size = ""
    factor = _SIZES.get(size, 1) * (-1 if found["sign"] == "-" else 1)
    values = tuple(value * factor for value in _values(found["digits"]))
    kind = (
        "percent" if found["percent"] else "money" if coin
        else "times" if found["times"] else "ordinal" if found["ordinal"] else "number"
    )  # fmt: skip
    about = "more" if found["plus"] else ""
    return Figure(kind, values, _COINS.get(coin, ""), *found.span(), about)


def _words(text: str) -> Iterator[Figure]:
    for one in numerals_in(text):
        kind = {"half": "percent"}.get(one.kind, one.kind)
        figure = Figure(kind, (float(one.value),), "", one.start, one.end)
        yield _placed(text, _with_sign(text, figure) if kind == "number" else figure)


def _with_sign(text: str, figure: Figure) -> Figure:
    """“forty per cent”, “two million dollars”."""
    if rest := _PERCENT_AFTER.match(text, figure.end):
        return figure._replace(kind="percent", end=rest.end())
    if coin := _COIN_AFTER.match(text, figure.end):
        unit = _COINS[coin[1].lower()]
        return figure._replace(kind="money", unit=unit, end=coin.end())
    return figure


def _placed(text: str, figure: Figure) -> Figure:
    """With what stands before it, and the time that it counts."""
    unit = _UNIT.match(text, figure.end)
    if unit and figure.kind == "number":
        months = 12 if unit["years"] else 1
        values = tuple(value * months for value in figure.values)
        figure = figure._replace(kind="duration", values=values, end=unit.end())
    before = _BEFORE.search(text, max(figure.start - 20, 0), figure.start)
    if before and not figure.about:
        figure = figure._replace(about=str(before.lastgroup))
    return figure


def _values(digits: str) -> tuple[float, ...]:
    """“1.200” can be either; “1,200” is one thousand and two hundred."""
    bare = re.sub(r"[ ']", "", digits)
    if re.fullmatch(r"\d{1,3}\.\d{3}", bare):
        return float(bare), float(bare.replace(".", ""))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", bare):
        return (float(bare.replace(",", "")),)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", bare):
        return (float(bare.replace(".", "").replace(",", ".")),)
    return (
        float(bare.replace(",", ".") if bare.count(",") < 2 else bare.replace(",", "")),
    )


def _roman(text: str) -> float:
    worth = {"I": 1, "V": 5, "X": 10}
    values = [worth[sign] for sign in text]
    return float(sum(-a if a < b else a for a, b in pairwise([*values, 0])))


def _with_ranges(text: str, figures: list[Figure]) -> Iterator[Figure]:
    at = 0
    while at < len(figures):
        one = figures[at]
        two = figures[at + 1] if at + 1 < len(figures) else None
        merged = _range(text, one, two) if two else None
        yield merged or one
        at += 2 if merged else 1


def _range(text: str, one: Figure, two: Figure) -> Figure | None:
    """“5–10 %” and “3 to 5 years”, but not “from 10 to 2”."""
    between = _TO.fullmatch(text, one.end, two.start)
    if not between or one.kind in ("day", "name") or len(one.values) != len(two.values):
        return None
    if one.kind == "money" and two.kind == "number":
        two = two._replace(kind="money", unit=one.unit)
    is_from = re.search(r"\bfrom $", text[max(one.start - 5, 0) : one.start], re.I)
    if one.kind not in ("number", two.kind) or (is_from and between[1] != "-"):
        return None
    low, high = _low(one, two), two.values[0]
    if low >= high:
        return None
    return two._replace(values=(low, high), start=one.start, is_range=True)


def _low(one: Figure, two: Figure) -> float:
    """In the size of the other: 3 to 5 years, 2–3 million."""
    low, high = one.values[0], two.values[0]
    if two.kind == "duration" and one.kind == "number":
        low *= 12 if high % 12 == 0 else 1
    if low < 1_000 <= high and high >= 1_000 * low:
        low *= 1e6 if high >= 1e6 else 1e3
    return low
