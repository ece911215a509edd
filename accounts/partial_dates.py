"""Days of which people know the year or the month alone: ``2019``, ``2019-04``."""

from __future__ import annotations

import calendar
import re
from datetime import date

from django.core.exceptions import ValidationError
from django.template.defaultfilters import date as format_date
from django.utils.dateparse import parse_date
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

PARTIAL = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?")
# 2019-4, 2019/04/01; 4/2019, 04.2019; April 2019, Apr. 2019.
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/. ]+([0-9]{1,2})(?:[-/. ]+([0-9]{1,2}))?")
_MONTH_FIRST = re.compile(r"([0-9]{1,2})[-/. ]+([0-9]{4})")
_NAMED = re.compile(r"([^\W\d_]+)\.?[ ,/-]+([0-9]{4})")
REASON = gettext_lazy("Enter a year, a month or a day: 2019, 2019-04 or 2019-04-01.")


def is_partial(text: str) -> bool:
    if not PARTIAL.fullmatch(text) or text.startswith("0000"):
        return False
    try:
        return len(text) < 10 or parse_date(text) is not None
    except ValueError:
        return False


def read(text: str) -> str:
    """``04/2019`` or ``April 2019``, as people type it, becomes ``2019-04``.

    Raises ValidationError; of ``3/4/2019`` too, which is two days in two countries.
    """
    text = " ".join(text.split())
    if not text:
        return ""
    found = _as_iso(text)
    if not is_partial(found):
        raise ValidationError(REASON, code="partial_date")
    return found


def _as_iso(text: str) -> str:
    if match := _YEAR_FIRST.fullmatch(text):
        parts = [part for part in match.groups() if part]
    elif match := _MONTH_FIRST.fullmatch(text):
        parts = [match[2], match[1]]
    elif match := _NAMED.fullmatch(text):
        parts = [match[2], str(_month(match[1]))]
    else:
        return text
    return "-".join(part.zfill(2) for part in parts)


def _month(name: str) -> int:
    """The month of that name, whole or short, in English or the page's language; or 0."""
    for number in range(1, 13):
        known = (
            calendar.month_name[number],
            calendar.month_abbr[number],
            "Sept" if number == 9 else "",
            str(MONTHS[number]),
            str(MONTHS_3[number]),
        )
        if name.casefold() in {one.casefold() for one in known}:
            return number
    return 0


def ends_before(start: str, end: str) -> bool:
    """Whether a partial date is before another, as far as both say."""
    length = min(len(start), len(end))
    return bool(length) and end[:length] < start[:length]


def say(text: str) -> str:
    """``2019``, ``Apr 2019``, ``1 Apr 2019``; what is no date stays as it is."""
    if len(text) == 4 or not is_partial(text):
        return text
    day = parse_date(text if len(text) == 10 else f"{text}-01")
    return format_date(day, "j M Y" if len(text) == 10 else "M Y")


def say_period(start: str, end: str, *, is_current: bool = False) -> str:
    """``Apr 2019 – today``, ``2017 – 2018``, ``until 2018``; as much as is known."""
    last = _("today") if is_current else say(end)
    if start and last:
        return say(start) if say(start) == last else f"{say(start)} – {last}"
    if end:
        return _("until %(day)s") % {"day": last}
    return say(start) or (_("still there") if is_current else "")


def say_length(start: str, end: str, today: date, *, is_current: bool = False) -> str:
    """``2 years 3 months``; ``about 2 years`` where a month is not known; or nothing.

    Both months count, as on a calendar: April to June is three months.
    """
    if is_current:
        end = today.isoformat()
    if not (is_partial(start) and is_partial(end)) or ends_before(start, end):
        return ""
    if min(len(start), len(end)) == 4:
        years = int(end[:4]) - int(start[:4])
        return _("about %(time)s") % {"time": _years(years)} if years else ""
    years, months = divmod(_months(end) - _months(start) + 1, 12)
    said = [_years(years) if years else "", _in_months(months) if months else ""]
    return " ".join(filter(None, said))


def _months(text: str) -> int:
    return int(text[:4]) * 12 + int(text[5:7])


def _years(count: int) -> str:
    return ngettext("%(count)d year", "%(count)d years", count) % {"count": count}


def _in_months(count: int) -> str:
    return ngettext("%(count)d month", "%(count)d months", count) % {"count": count}
