"""Dates as mail programs print them, in the languages of the people who use them."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from django.utils import timezone

_MONTHS = (
    "january januar janvier enero januari gennaio janeiro jan ene janv",
    "february februar février febrero februari febbraio fevereiro feb fév févr fev",
    "march märz mars marzo maart março mar mär mrz mrt",
    "april avril abril aprile apr avr abr",
    "may mai mayo mei maggio maio mag",
    "june juni juin junio giugno junho jun giu",
    "july juli juillet julio luglio julho jul juil lug",
    "august août agosto augustus aug aou ago",
    "september septembre septiembre settembre setembro sep sept set",
    "october oktober octobre octubre ottobre outubro oct okt ott out",
    "november novembre noviembre novembro nov",
    "december dezember décembre diciembre dicembre dezembro dec dez déc dic",
)
_MONTH = {name: n for n, names in enumerate(_MONTHS, 1) for name in names.split()}
_TIME = re.compile(r"(\d{1,2})[:.h](\d{2})(?::\d{2})?\s*([ap])?\.?m?", re.I)


def read_date(text: str) -> datetime | None:
    """The moment meant, in UTC; None where it cannot be told, as with 03/04/2026."""
    text = " ".join(text[:200].split())
    with suppress(ValueError, TypeError, OverflowError, IndexError):
        return _aware(parsedate_to_datetime(text))
    with suppress(ValueError, OverflowError):
        return _aware(datetime.fromisoformat(text))
    with suppress(ValueError, OverflowError):
        if day := _day(text):
            return _aware(datetime(*day, *_clock(text)))  # noqa: DTZ001 – made aware
    return None


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        moment = timezone.make_aware(moment)
    return moment.astimezone(UTC)


def _day(text: str) -> tuple[int, int, int] | None:
    if found := re.search(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b", text):
        return int(found[3]), int(found[2]), int(found[1])
    if found := re.search(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b", text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := re.search(r"\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b", text):
        first, second, year = (int(part) for part in found.groups())
        if first > 12 or first == second:
            return year, second, first
        return (year, first, second) if second > 12 else None
    months = [_MONTH[w] for w in re.findall(r"[^\W\d_]+", text.lower()) if w in _MONTH]
    year_found = re.search(r"\b((?:19|20)\d\d)\b", text)
    day_found = re.search(r"\b(\d{1,2})(?:st|nd|rd|th|er)?\b(?![:h])", text)
    if months and year_found and day_found:
        return int(year_found[1]), months[0], int(day_found[1])
    return None


def _clock(text: str) -> tuple[int, int]:
    rest = re.sub(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}", " ", text)
    found = _TIME.search(rest)
    if not found:
        return 0, 0
    hour, half = int(found[1]), (found[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, int(found[2])
