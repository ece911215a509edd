"""Dates and periods as résumés write them, in four languages, as partial ISO dates."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_MONTHS = {
    1: "january january. jan januar jänner janv janvier ene enero",
    2: "february feb februar feber fév févr février feb febr febrero",
    3: "march mar märz mär mrz mars marzo",
    4: "april apr avril avr abr abril",
    5: "may mai mayo",
    6: "june jun juni juin junio",
    7: "july jul juli juil juillet julio",
    8: "august aug août aout ago agosto",
    9: "september sept sep septembre septiembre set",
    10: "october oct oktober okt octobre octubre",
    11: "november nov novembre noviembre",
    12: "december dec dezember dez décembre déc diciembre dic",
}
MONTHS = {name: number for number, names in _MONTHS.items() for name in names.split()}
_NOW = """present current currently now today ongoing heute jetzt aktuell laufend derzeit
    présent actuel actuellement maintenant aujourd'hui
    aujourd’hui actualidad actual actualmente presente ahora hoy"""
_YEAR = r"(?:19|20)\d\d"
_NAMED = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_DATE = (
    rf"(?:(?P<m{{0}}>\b(?:{_NAMED})\b)\.?,?(?:[ ]\d\d?,)?[ ]?(?:de[ ])?['’]?"
    rf"(?P<y{{0}}>{_YEAR})\b"
    rf"|\b(?P<iy{{0}}>{_YEAR})-(?P<im{{0}}>0[1-9]|1[0-2])(?:-(?P<id{{0}}>[0-3]\d))?\b"
    rf"|\b(?P<sm{{0}}>0?[1-9]|1[0-2])[/.](?P<sy{{0}}>{_YEAR})\b"
    rf"|\b(?P<o{{0}}>{_YEAR})\b)"
)
_END = "|".join(sorted(map(re.escape, _NOW.split()), key=len, reverse=True))
_SEASON = r"(?:(?:spring|summer|fall|autumn|winter)\s)?"
_TO = r"\s*(?:[-–—−]+|\bto\b|\bbis\b|\buntil\b|\bà\b|\bau\b|\ba\b|\bhasta\b)\s*(?:date\b)?"
PERIOD = re.compile(
    rf"(?:\b(?:from|von|vom|de|du|desde)\s)?{_SEASON}{_DATE.format('a')}{_TO}{_SEASON}"
    rf"(?:{_DATE.format('b')}|(?P<now>\b(?:{_END})\b)|(?P<open>(?=\s*(?:[,;|)\]]|$))))"
    rf"|\b(?:since|seit|depuis|desde)\s+{_DATE.format('c')}",
    re.I,
)
DATE = re.compile(_SEASON + _DATE.format("a"), re.I)
DURATION = re.compile(
    r"\W*(?:\d+\+?\s*(?:years?|yrs?|months?|mos?|jahre?|monate?|ans?|mois|años?|mes(?:es)?)"
    r"\W*){1,2}\W*",
    re.I,
)
_ASIDE = re.compile(r"\([^()\d]{1,40}\)")
_LASTING = re.compile(rf"\s*[,(|–—-]\s*{DURATION.pattern}$", re.I)


class Period(NamedTuple):
    """Partial ISO dates, and where they stand in the line."""

    start: str
    end: str
    is_current: bool
    span: tuple[int, int]


def period(line: str) -> Period | None:
    """The first period in a line: two dates, or one that something goes on from."""
    if not (found := PERIOD.search(line)):
        return None
    if since := _date(found, "c"):
        return Period(since, "", True, found.span())
    start, end = _date(found, "a"), _date(found, "b")
    is_current = bool(found["now"]) or found["open"] is not None
    if end and end[: len(start)] < start[: len(end)]:
        return None
    return Period(start, end, is_current, found.span())


def moment(line: str) -> Period | None:
    """A period, or else one date, at which something was done."""
    if known := period(line):
        return known
    found = list(DATE.finditer(line))
    return Period("", _date(found[-1], "a"), False, found[-1].span()) if found else None


@lru_cache(maxsize=1_000)
def of_head(line: str) -> Period | None:
    """What dates a head: a period; one date that stands alone, apart or at the end."""
    if known := period(line):
        return known
    found = moment(line)
    if not found:
        return None
    before, after = line[: found.span[0]], line[found.span[1] :]
    is_apart = before.rstrip(" ").endswith(
        ("\t", "(", "|", ",", "–", "—", "•", "·", " -")
    )
    is_first = not re.search(r"\w", before)
    is_last = not re.search(r"\w", _ASIDE.sub("", after))
    is_named = (
        is_first and not line.strip()[:1].isdigit() and after.strip()[:1].isupper()
    )
    return found if is_named or (is_last and (is_first or is_apart)) else None


def lasting(line: str) -> Period | None:
    """Where a line ends in how long something lasted, which does not tell when: ``, 2 yrs``."""
    found = _LASTING.search(line) if len(line) <= 200 else None
    return Period("", "", False, found.span()) if found else None


def _date(found: re.Match[str], place: str) -> str:
    group = found.groupdict()
    if year := group[f"y{place}"]:
        return f"{year}-{MONTHS[group[f'm{place}'].casefold()]:02}"
    if year := group[f"iy{place}"]:
        return "-".join(filter(None, (year, group[f"im{place}"], group[f"id{place}"])))
    if year := group[f"sy{place}"]:
        return f"{year}-{int(group[f'sm{place}']):02}"
    return group[f"o{place}"] or ""


def without(line: str, span: tuple[int, int]) -> str:
    """The line without its date, and without the signs that stood around it."""
    left = re.sub(r"[\s(\[|,;:–—•·-]+$", "", line[: span[0]])
    right = re.sub(r"^[\s)\]|,;:–—•·-]+", "", line[span[1] :])
    closed = f"{left}\t{right}".strip() if left and right else left or right
    return closed if closed.count("(") <= closed.count(")") else f"{closed})"


def is_only_date(line: str) -> bool:
    found = moment(line)
    return found is not None and not re.search(r"\w", without(line, found.span))
