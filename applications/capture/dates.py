"""Days as postings write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

FIRST_YEAR, LAST_YEAR = 1970, 2199

_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])")
_PACKED = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T[0-9:]+Z?)?")
_NUMBERS = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})(?![0-9])")
_EPOCH = re.compile(r"[0-9]{10}(?:[0-9]{3})?(?:\.[0-9]+)?")
_MONTHS = """
    jan januar january janvier enero ene gennaio gen januari janeiro
    feb februar february février fevrier febrero febbraio februari fevereiro fev févr
    mar märz march mars marzo maart mrt março mär
    apr april avril abril abr aprile avr
    may mai mayo maggio mag mei maio maj
    jun juni june juin junio giugno giu junho
    jul juli july juillet julio luglio lug julho juil
    aug august août aout agosto ago augustus augusti
    sep sept september septembre septiembre settembre set setembro
    oct okt oktober october octobre octubre ottobre ott outubro out
    nov november novembre noviembre novembro
    dec dez dezember december décembre decembre diciembre dic dicembre dezembro déc
""".strip().splitlines()
_MONTH = {name: number for number, row in enumerate(_MONTHS, 1) for name in row.split()}
_NAME = r"(?P<month>[a-zà-ÿ]{3,10})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|\.|º)?"
_YEAR = r"(?P<year>[0-9]{4})(?![0-9])"
_WRITTEN = (
    re.compile(
        rf"(?<![0-9]){_DAY}[\s-]{{1,2}}(?:de |of )?{_NAME},?[\s-](?:de )?{_YEAR}", re.I
    ),
    # “Wed Feb 18 02:00:00 UTC 2026”
    re.compile(rf"\b{_NAME}\s{_DAY}\s[0-9:]{{5,8}}\s(?:[A-Z+0-9:-]+\s)?{_YEAR}", re.I),
    re.compile(rf"\b{_NAME}\s{_DAY},?\s{_YEAR}", re.I),
)
_AGO = re.compile(
    r"([0-9]{1,3})\s?(day|week|hour|minute|tag|woche|stunde|jour|día)\w*", re.I
)
_NOW = re.compile(
    r"\b(?:today|just (?:now|posted)|heute|aujourd['’]hui|hoy|vandaag)\b", re.I
)
_BEFORE = re.compile(r"\b(?:yesterday|gestern|hier|ayer|gisteren)\b", re.I)


def read_date(value: object, today: date | None = None) -> date | None:
    """The day of an ISO date or time, of words, or of seconds since 1970 (UTC).

    None for what is no day, for a day that cannot be (31 February), for one outside
    1970–2199 and for “03/04/2026”, which is two days. With ``today`` “Posted 3 days
    ago” is one as well; “30+ days ago” is none.
    """
    if isinstance(value, datetime | date):
        return _day(value.year, value.month, value.day)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_epoch(value)
    if not isinstance(value, str):
        return None
    text = " ".join(value[:200].split())
    if _EPOCH.fullmatch(text):
        return _from_epoch(float(text))
    if match := _PACKED.fullmatch(text) or _ISO.search(text):
        return _day(*map(int, match.groups()))
    if match := _NUMBERS.search(text):
        return _from_numbers(match)
    for pattern in _WRITTEN:
        match = pattern.search(text)
        if match and (month := _MONTH.get(match["month"].lower())):
            return _day(int(match["year"]), month, int(match["day"]))
    return _from_words(text, today) if today else None


def _from_numbers(match: re.Match[str]) -> date | None:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    # Dots put the day first. With slashes only a number above 12 tells.
    if match[2] == "." or first > 12:
        return _day(year, second, first)
    if second > 12 or first == second:
        return _day(year, first, second)
    return None


def _from_words(text: str, today: date) -> date | None:
    if _NOW.search(text):
        return today
    if _BEFORE.search(text):
        return today - timedelta(days=1)
    match = _AGO.search(text)
    if not match:
        return None
    unit = match[2].lower()
    days = {"week": 7, "woche": 7, "hour": 0, "stunde": 0, "minute": 0}.get(unit, 1)
    return today - timedelta(days=int(match[1]) * days)


def _from_epoch(number: float) -> date | None:
    seconds = number / 1000 if abs(number) > 10_000_000_000 else number
    # Smaller numbers are counters or years.
    if not 86_400_000 < seconds < 7_000_000_000:
        return None
    moment = datetime.fromtimestamp(seconds, UTC)
    return _day(moment.year, moment.month, moment.day)


def _day(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
