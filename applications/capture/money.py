"""Amounts, currencies and periods as postings write them, in any of a dozen languages."""

from __future__ import annotations

import math
import re

from applications.salary import Period
from jobtracker.constraints import MOST_MONEY
from jobtracker.currencies import CODES

_SYMBOLS = {
    "$": "USD", "us$": "USD", "usd$": "USD", "ca$": "CAD", "c$": "CAD", "cad$": "CAD",
    "cdn$": "CAD", "a$": "AUD", "au$": "AUD", "aud$": "AUD", "nz$": "NZD",
    "hk$": "HKD", "s$": "SGD", "sg$": "SGD", "r$": "BRL", "mx$": "MXN", "nt$": "TWD",
    "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "円": "JPY", "元": "CNY",
    "rmb": "CNY", "₹": "INR", "rs": "INR", "rs.": "INR", "₩": "KRW", "원": "KRW",
    "₪": "ILS", "₴": "UAH", "₺": "TRY", "₽": "RUB", "руб": "RUB", "₦": "NGN",
    "₱": "PHP", "฿": "THB", "₫": "VND", "zł": "PLN", "kč": "CZK", "ft": "HUF",
    "lei": "RON", "fr.": "CHF", "sfr.": "CHF", "rm": "MYR", "rp": "IDR", "r": "ZAR",
    "euro": "EUR", "euros": "EUR", "dollars": "USD", "pounds": "GBP",
    "rupees": "INR",
}  # fmt: skip

# Whose money a sign means that several countries share.
_SHARED = {
    "$": {
        "US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD",
        "MX": "MXN", "TW": "TWD", "CO": "COP", "CL": "CLP", "AR": "ARS",
    },
    "kr": {"SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK"},
    "¥": {"JP": "JPY", "CN": "CNY"},
}  # fmt: skip
_SHARED["kr."] = _SHARED["kr"]

# Codes that are words as well (“ALL”, “TOP”, “TRY”) count in capitals only.
CODE = r"\b(?-i:" + "|".join(sorted(CODES)) + r")\b"
_DOLLAR = r"(?:usd|cad|cdn|aud|us|ca|au|nz|hk|sg|mx|nt|(?<![a-z])[casr])?\$"
BEFORE = (
    rf"(?:{CODE}\s?{_DOLLAR}|{CODE}|{_DOLLAR}|[€£¥￥₹₩₪₴₺₽₦₱฿₫]"
    r"|\b(?:s?fr\.|rs\.?|rmb|rm|rp|kr\.?)(?![a-z])|(?-i:\bR)(?=\s?[0-9]))"
)
AFTER = (
    rf"(?:{_DOLLAR}|{CODE}|[€£¥￥₹₩₪₴₺₽₦₱฿₫円元원]|(?:zł|kč|kr\.?|ft|lei|руб"
    r"|euros?|dollars|pounds|rupees)(?![a-z]))"
)

# 48,000 · 48.000,00 · 48 000 · 48’000 · 12,00,000 · 12.50
NUMBER = (
    r"(?<![0-9.,])(?:[0-9]{1,3}(?:[.,'’ \u00a0\u202f\u2009][0-9]{3}){1,4}"
    r"(?:[.,][0-9]{1,2})?|[0-9]{1,3}(?:,[0-9]{2}){1,4},[0-9]{3}"
    r"|[0-9]{1,10}(?:[.,][0-9]{1,2})?)(?![0-9])"
)
_UNITS = {
    "k": 1_000, "thousand": 1_000, "tsd": 1_000, "mil": 1_000, "tys": 1_000,
    "m": 1_000_000, "mio": 1_000_000, "million": 1_000_000, "l": 100_000,
    "lpa": 100_000, "lakh": 100_000, "lakhs": 100_000, "lac": 100_000,
    "lacs": 100_000, "cr": 10_000_000, "crore": 10_000_000, "crores": 10_000_000,
    "cpa": 10_000_000, "万": 10_000, "萬": 10_000, "만": 10_000,
}  # fmt: skip
UNIT = (
    r"(?:(?:k|lpa|cpa|lakhs?|lacs?|crores?|cr|thousand|million|mio\.?|tsd\.?|tys\.?"
    r"|mil|(?-i:[ML]))(?![a-z0-9])|[万萬만])"
)
_LAKHS = {"l", "lpa", "lakh", "lakhs", "lac", "lacs", "cr", "crore", "crores", "cpa"}

_PERIODS = {
    Period.YEAR: r"years?|yrs?|yearly|annum|annual(?:ly)?|ann|p\.?\s?a\.?|lpa|cpa"
    r"|jahr(?:e|es)?|jährlich|jahresgehalt|an|année|annuels?|annuelle?|année|año|anual"
    r"|anuales|jaar|jaarlijks|anno|annuo|annui|annua|ano|rok|rocznie|år|vuosi|year_?ly"
    r"|年|年収|年薪|연봉",
    Period.MONTH: r"months?|monthly|mon|mo|mth|p\.?\s?m\.?|monat(?:e|s)?|monatlich"
    r"|monatsgehalt|mois|mensuels?|mensuelle?|mes|mensual(?:es)?|maand|maandelijks"
    r"|mese|mensili?|mensal|mês|miesiąc|miesięcznie|mies|måned|månad|kk|月|月給|月薪|월",
    Period.WEEK: r"weeks?|weekly|wk|wee|p\.?\s?w\.?|woche|wöchentlich|semaine|semana"
    r"|semanal|settimana|週",
    Period.DAY: r"days?|daily|p\.?\s?d\.?|tag(?:e|es)?|täglich|tagessatz|jours?|día"
    r"|dag|giorno|dia|per_?diem|tjm|日",
    Period.HOUR: r"hours?|hourly|hrs?|hur|h|p\.?\s?h\.?|stunden?|std|stündlich"
    r"|stundenlohn|heures?|horaires?|hora|uur|ora|oraria|godz(?:inę|ina)?|timme|time"
    r"|timen|時|時給|시급",
}
_PERIOD = {
    period: re.compile(rf"(?<!\w)(?:{words})(?!\w)|^(?:{words})\.?$", re.I)
    for period, words in _PERIODS.items()
}
_ANY = "|".join(_PERIODS.values())
# “a year”, “/hr”, “per annum”, “brutto/Jahr”, “p.a.”, “annually”: right behind an amount.
_BEHIND = re.compile(
    r"[\s,]{0,3}(?:\(?(?:gross|net|brutto|netto|bruts?|brut[eo]s?|base|lord[io]|usd|eur"
    r"|gbp|all[- ]in)\)?[\s,]{0,2}){0,2}"
    r"(?:(?P<per>/|per|a|an|each|every|pro|im|par|por|al|à l['’]|l['’]|all['’]|na|za|om)?"
    rf"\s{{0,2}}(?P<word>{_ANY})(?!\w))",
    re.I,
)
# “40 hours”: it counts them.
_COUNTED = re.compile(
    r"hours|hrs|h|days|weeks|months|years|yrs|stunden|std|tage|monate|jahre|heures|jours"
    r"|mois|ans?|mes|mo",
    re.I,
)
# “annual salary of”, “hourly rate:”: in front of it.
_AHEAD = re.compile(
    r"(?<!\w)(?P<word>annual|yearly|annually|jahresgehalt|monthly|monatsgehalt|weekly"
    r"|daily|tagessatz|tjm|hourly|stundenlohn|anual|annuel(?:le)?|mensuel(?:le)?"
    r"|horaire|mensual|年収|年薪|月給|月薪|時給|연봉|시급)(?!\w)[^.;\n0-9]{0,40}$",
    re.I,
)

Number = int | float


def read_amount(value: object) -> Number | None:
    """One amount: a number, ``48,000``, ``48.000,00``, ``€60k``, ``12 LPA``.

    None for what is no amount, is 0 or less, or is more than can be stored. Fractions
    are kept: pay by the hour has them.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _sound(value)
    if not isinstance(value, str):
        return None
    match = _AMOUNT.fullmatch(value.strip()[:60])
    return scaled(match["number"], match["unit"] or "") if match else None


_AMOUNT = re.compile(
    rf"(?:{BEFORE})?\s?(?P<number>{NUMBER}|[0-9]{{1,10}}\.[0-9]+)\s?(?P<unit>{UNIT})?"
    rf"\s?(?:{AFTER})?(?:\s?(?:\.-|,-|,--))?",
    re.I,
)


def scaled(number: str, unit: str) -> Number | None:
    """The amount of ``number`` and ``unit``, “12,5” and “lakh”; None if it cannot be."""
    plain = re.sub(r"['’ \u00a0\u202f\u2009]", "", number)
    if tail := re.search(r"[.,]([0-9]{1,2}|[0-9]{4,})$", plain):
        whole = re.sub("[.,]", "", plain[: tail.start()])
        amount = float(f"{whole}.{tail[1]}")
    else:
        amount = float(re.sub("[.,]", "", plain))
    return _sound(amount * _UNITS.get(unit.lower().rstrip("."), 1))


def _sound(amount: Number) -> Number | None:
    if not math.isfinite(amount) or not 0 < amount <= MOST_MONEY:
        return None
    amount = round(amount, 2)
    return int(amount) if amount == int(amount) else amount


def counts_in_lakhs(unit: str) -> bool:
    return unit.lower() in _LAKHS


def read_currency(word: object, country: str = "") -> str:
    """``EUR`` of “€”, “eur” or “Euro”; empty where it is none or not sure.

    ``country`` (two letters) tells whose dollar or crown it is.
    """
    if not isinstance(word, str):
        return ""
    mark = word.strip()
    if code := re.fullmatch(rf"({CODE})\s?\W*", mark.upper()[:8]):
        return code[1]
    mark = mark.lower().replace(" ", "")
    shared = _SHARED.get(mark, {})
    return shared.get(country.upper()) or _SYMBOLS.get(mark, "")


def read_period(word: object) -> str:
    """A value of ``Period`` of “YEAR”, “per hour”, “p. a.”, “monatlich”; else empty."""
    if not isinstance(word, str):
        return ""
    text = word.strip().replace("_", " ")[:60]
    found = [period for period, words in _PERIOD.items() if words.search(text)]
    return found[0].value if len(found) == 1 else ""


def period_behind(text: str) -> str:
    """The period that the beginning of ``text`` gives to an amount in front of it."""
    match = _BEHIND.match(text[:60])
    if not match or (_COUNTED.fullmatch(match["word"]) and not match["per"]):
        return ""
    return read_period(match["word"])


def period_ahead(text: str) -> str:
    """The period that the end of ``text`` gives to an amount behind it."""
    match = _AHEAD.search(text[-80:])
    return read_period(match["word"]) if match else ""
