"""Pay in words: a salary field, or a line of the prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from applications.capture.money import (
    AFTER,
    BEFORE,
    NUMBER,
    UNIT,
    Number,
    counts_in_lakhs,
    period_ahead,
    period_behind,
    read_currency,
    read_period,
    scaled,
)
from applications.capture.posting import Pay

MOST_AMOUNTS = 500


def _one(number: int) -> str:
    return (
        rf"(?:(?P<before{number}>{BEFORE})\s?)?(?P<number{number}>{NUMBER})(?:[.,][–-]{{1,2}})?"
        rf"(?:[\s-]?(?P<unit{number}>{UNIT}))?(?P<plus{number}>\+)?"
        rf"(?:\s?(?P<after{number}>{AFTER})(?!\s?[0-9]))?"
    )


_PER = r"(?:\s?(?:/|per|a|an|pro)\s?[a-zà-ÿ]{1,8}\.?)?"
_RANGE = re.compile(
    rf"(?<![a-z0-9#]){_one(1)}"
    rf"(?:{_PER}\s{{0,2}}(?:-{{1,2}}|[‐-―~～〜]|to|bis(?:\szu)?|a|à|and|und|et|y|tot|do"
    rf"|fino a|till?|until|up to|hasta|až|至)\s{{0,2}}(?:up to\s|max\.?\s)?{_one(2)})?",
    re.I,
)
_FROM = re.compile(
    r"(?:\bfrom|\bstarting (?:at|from)|\bstarts? at|\bab|\bvon|\bà partir de|\bdès"
    r"|\bdesde|\ba partire da|\bvanaf|\bod|\bmin(?:imum|destens|\.)?|\bat least|\bover"
    r"|\bmore than|\bfra|\bfrån|>)\s?(?:of |de )?$",
    re.I,
)
_UP_TO = re.compile(
    r"(?:\bup to|\bbis(?: zu)?|\bmax(?:imum|imal|\.)?|\bjusqu['’]?\s?(?:à|a)|\bhasta"
    r"|\bfino a|\btot|\bdo|\baté|\bat most|\bless than|\bunder|<)\s?(?:of |de )?$",
    re.I,
)
_AND_UP = re.compile(r"\s?(?:\+|and up|or more|and above|plus\b(?! [a-z0-9]))", re.I)
# What a number counts that is no pay: hours of a week, days off, years, percent.
_NO_PAY = re.compile(
    r"\s?(?:%|percent|prozent|\(k\)|[x×]\b|[- ]?(?:hours?|hrs?|days?|weeks?|months?"
    r"|years?|yrs?|stunden|std|tagen?|wochen|monate|jahren?|heures|jours|mois|ans|horas"
    r"|días|años|uur|dagen|people|employees|mitarbeiter|customers|users|countries"
    r"|offices|team|members|sq|km|miles|kg|lbs|mg|ms|seconds|minutes|bonus|rsus?"
    r"|shares|options|billion|bn|b\b)\b)",
    re.I,
)
_WORD = re.compile(
    r"salar|compensation|\bpay\b|\bpays\b|\bpaid\b|\bwages?\b|remunerat|\brate\b|\bote\b"
    r"|\bctc\b|earn|stipend|gehalt|vergütung|lohn\b|entgelt|verdienst|rémunérat|salaire"
    r"|sueldo|retribuci|stipendio|retribuzione|salaris|lön|løn|lønn|wynagrodz|plat\b"
    r"|mzda|palkka|年収|年薪|月給|月薪|時給|給与|연봉|시급",
    re.I,
)
# Money of a posting that nobody is paid: what was raised, sold, granted or saved.
_OTHER = re.compile(
    r"rais|fund|revenue|turnover|valu|invest|series [a-f]\b|sales|budget|million|billion"
    r"|\barr\b|aum|portfolio|customer|bonus|stipend|allowance|voucher|reimburs|referral"
    r"|relocation|learning|equipment|401|umsatz|zuschuss|deal|contract value|worth|grant"
    r"|match|insur|coverage|per diem|prize|donat|transact|saving|spend|merchand",
    re.I,
)


def read_pay(
    text: object, currency: str = "", period: str = "", country: str = ""
) -> Pay:
    """The pay of a field that says nothing else: “$120,000 – $180,000 a year”.

    ``currency``, ``period`` hold where the text names none. The first amount or range
    counts; empty if there is none (“Competitive”, “40 hours a week”).
    """
    if not isinstance(text, str):
        return Pay()
    text = text[:1000]
    pays = (
        _pay(text, match, country)
        for match in _RANGE.finditer(text)
        if _is_money(text, match, alone=bool(currency))
    )
    pay = next(filter(None, pays), Pay())
    if not pay:
        return pay
    return pay._replace(
        currency=pay.currency or currency,
        period=pay.period or period or read_period(_without_hours(text)),
    )


def find_pay(text: str, country: str = "") -> tuple[Pay, str]:
    """The pay that prose speaks of, and the words that say so; empty if none does.

    It needs a currency, and a word for pay before it or a period behind it.
    """
    left = MOST_AMOUNTS
    for line in _lines(text):
        for match in islice(_RANGE.finditer(line), left):
            left -= 1
            pay = _pay(line, match, country)
            if not pay or not (pay.currency or _units(match)):
                continue
            ahead = line[max(0, match.start() - 120) : match.start()]
            behind = line[match.end() : match.end() + 40]
            around = line[max(0, match.start() - 60) : match.start()] + behind[:25]
            is_named = bool(_WORD.search(ahead))
            if _OTHER.search(around) and not _WORD.search(around):
                continue
            is_range = bool(match["number2"])
            if is_named or pay.period or (is_range and len(line) < 120):
                if _is_small(pay):
                    continue
                return pay, _words(line, match)
    return Pay(), ""


def _lines(text: str) -> Iterator[str]:
    """Those with a figure; a long one in pieces, so that each costs little."""
    for line in text[:100_000].splitlines():
        if re.search("[0-9]", line):
            for start in range(0, len(line), 2000):
                yield line[start : start + 2000]


def _pay(text: str, match: re.Match[str], country: str) -> Pay:
    if _NO_PAY.match(text, match.end()) and not period_behind(text[match.end() :]):
        return Pay()
    currency = next(
        filter(None, (read_currency(m, country) for m in _marks(match))), ""
    )
    units = _units(match)
    if not currency and any(map(counts_in_lakhs, units)):
        currency = "INR"
    least, most = _ends(match)
    behind, ahead = text[match.end() : match.end() + 80], text[: match.start()][-80:]
    if most is None:
        if _UP_TO.search(ahead):
            least, most = None, least
        elif not (_FROM.search(ahead) or match["plus1"] or _AND_UP.match(behind)):
            most = least
    period = period_behind(behind) or period_ahead(ahead)
    if not period and any(unit.lower() in ("lpa", "cpa") for unit in units):
        period = "year"
    if not period and (inside := re.search(r"(?:/|\bper\b)\s?\w+", match[0])):
        period = read_period(inside[0])
    return Pay(least, most, currency, period)


def _ends(match: re.Match[str]) -> tuple[Number | None, Number | None]:
    """Both amounts in order; “60-75k” counts both in thousands."""
    units = (match["unit1"] or "", match["unit2"] or "")
    least = scaled(match["number1"], units[0])
    if not match["number2"]:
        return least, None
    most = scaled(match["number2"], units[1])
    if least and most and not units[0] and units[1]:
        together = scaled(match["number1"], units[1])
        least = together if together and together <= most else least
    if least and most and least > most:
        least, most = most, least
    return least, most


def _marks(match: re.Match[str]) -> list[str]:
    names = ("before1", "after1", "before2", "after2")
    marks = [match[name] for name in names if match[name]]
    # “CAD $90,000”: the code says more than the sign.
    return [part for mark in marks for part in _parts(mark)]


def _parts(mark: str) -> list[str]:
    code = re.match(r"[A-Za-z]{3}(?=\s?\W)", mark)
    return [code[0], mark] if code else [mark]


def _units(match: re.Match[str]) -> list[str]:
    return [match[name] for name in ("unit1", "unit2") if match[name]]


def _is_money(text: str, match: re.Match[str], *, alone: bool) -> bool:
    """Whether a number of a salary field is an amount at all."""
    if _marks(match) or _units(match) or period_behind(text[match.end() :]):
        return True
    number = scaled(match["number1"], "") or 0
    if re.fullmatch("(?:19|20)[0-9]{2}", match["number1"]):
        return text.strip() == match[0].strip()
    return number >= 1000 or (alone and not re.search("[a-z]", text, re.I))


def _is_small(pay: Pay) -> bool:
    """Less than one earns in that time: a bonus, an allowance, a price."""
    amount = pay.most or pay.least or 0
    return amount < {"year": 3000, "": 1000, "month": 100, "hour": 3}.get(
        pay.period, 20
    )


def _without_hours(text: str) -> str:
    return re.sub(
        r"[0-9.,]+\s?(?:-|to)?\s?[0-9.,]*\s?(?:hours?|hrs?|h|std)\b\S*", "", text
    )


def _words(line: str, match: re.Match[str]) -> str:
    """The amounts with the period behind them, as they stand in the line."""
    end = match.end()
    if period_behind(line[end:]):
        tail = re.match(r"[\s,]{0,3}[^.;,\n]{0,25}?(?=[.;,)\n]|$)", line[end:])
        end += len(tail[0]) if tail else 0
    return line[match.start() : end].strip()
