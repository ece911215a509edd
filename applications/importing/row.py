"""One row of another system, read column by column.

Whatever was changed or not understood is remarked in ``warnings``; the row itself is
kept whole beside what it became, so nothing is lost.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, tzinfo
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from accounts.models.resume import validate_partial_date
from applications.links import canonical_url
from applications.statuses import normalised
from jobtracker.constraints import MOST_MONEY
from jobtracker.currencies import CODES

NOON = time(12, tzinfo=UTC)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?)"
    r"\s*(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?",
    re.I,
)
_WHOLE = re.compile(r"-?[0-9]{1,18}(?:\.0*)?")
YES = {"1", "true", "t", "yes", "y", "on"}
NO = {"0", "false", "f", "no", "n", "off"}
# Further off, other time zones have no such day.
YEARS = range(1971, 2201)


class Row:
    """``zone`` is that of the account: a moment put into a day is the day there."""

    def __init__(
        self, table: str, values: Mapping[str, Any], *, zone: tzinfo = UTC
    ) -> None:
        self.table, self.values, self.zone = table, values, zone
        self.id = str(values["id"])
        self.warnings: list[str] = []

    def __getitem__(self, name: str) -> Any:
        """As it came; None where the source has no such column."""
        return self.values.get(name)

    def warn(self, text: str) -> None:
        self.warnings.append(text)

    # Words

    def text(self, name: str) -> str:
        """Verbatim, but for what no database keeps."""
        value = self[name]
        return "" if value is None else str(value).replace("\x00", "")

    def line(self, name: str) -> str:
        """Without blanks around it."""
        return self.text(name).strip()

    def choice(
        self,
        name: str,
        known: type[models.TextChoices] | Mapping[str, str],
        default: str = "",
    ) -> str:
        """Our word for the one that stands there; ``default`` for none, and for others."""
        word = normalised(self.line(name))
        if not word:
            return default
        if not isinstance(known, Mapping):
            known = {value: value for value in known.values}
        if word in known:
            return known[word]
        self.warn(
            _("%(name)s “%(word)s” is not known here: left as “%(default)s”")
            % {"name": name, "word": self.line(name)[:100], "default": default}
        )
        return default

    def url(self, name: str) -> str:
        text = self.line(name)
        if text and not re.match(r"https?://", text, re.I):
            self.warn(_("%(name)s is no web address: left empty") % {"name": name})
            return ""
        return canonical_url(text) if text else ""

    def address(self, name: str) -> str:
        """A link that is kept as it was."""
        return self.line(name)

    def truth(self, name: str, *, default: bool = False) -> bool:
        word = self.line(name).lower()
        if word in YES | NO:
            return word in YES
        if word:
            self.warn(_("%(name)s is neither yes nor no") % {"name": name})
        return default

    # Numbers

    def whole(self, name: str) -> int | None:
        text = self.line(name)
        if not text:
            return None
        if _WHOLE.fullmatch(text):
            return int(text.split(".")[0])
        number = self._real(text)
        if number is None or abs(number) >= 1e18:
            self._unreadable(name)
            return None
        return round(number)

    def real(
        self, name: str, least: float = -math.inf, most: float = math.inf
    ) -> float | None:
        """A number from ``least`` to ``most``; another one is left empty."""
        text = self.line(name)
        if not text:
            return None
        number = self._real(text)
        if number is None:
            self._unreadable(name)
        elif not least <= number <= most:
            self.warn(
                _("%(name)s outside %(least)g–%(most)g: left empty")
                % {"name": name, "least": least, "most": most}
            )
            number = None
        return number

    def count(self, name: str, most: int = 2_000_000_000) -> int | None:
        """A whole number, not below 0; left empty where it is."""
        number = self.whole(name)
        if number is None or 0 <= number <= most:
            return number
        if number < 0:
            self.warn(_("negative %(name)s left empty") % {"name": name})
        else:
            self.warn(_("%(name)s is too large: left empty") % {"name": name})
        return None

    def money(self, name: str) -> int | None:
        return self.count(name, MOST_MONEY)

    def money_range(self, low: str, high: str) -> tuple[int | None, int | None]:
        least, most = self.money(low), self.money(high)
        if least is not None and most is not None and least > most:
            self.warn(_("%(low)s above %(high)s: swapped") % {"low": low, "high": high})
            return most, least
        return least, most

    def salary(self, name: str) -> dict[str, Any]:
        """Amounts out of a text such as ``$120k – $160k``, as columns of a job."""
        low, high, currency = read_salary(self.line(name))
        return {"salary_min": low, "salary_max": high, "salary_currency": currency}

    def currency(self, name: str, default: str = "") -> str:
        code = self.line(name).upper() or default
        if code and code not in CODES:
            self.warn(
                _("%(name)s “%(word)s” is no currency: left empty")
                % {"name": name, "word": code[:20]}
            )
            return ""
        return code

    @staticmethod
    def _real(text: str) -> float | None:
        try:
            number = float(text)
        except ValueError:
            return None
        return number if math.isfinite(number) else None

    # Time

    def moment(self, name: str) -> datetime | None:
        """Without a zone it is UTC; a day alone is its noon."""
        text = self.line(name)
        if not text:
            return None
        found = read_moment(text)
        if found is None:
            self._unreadable(name)
        return found

    def day(self, name: str) -> date | None:
        """A moment is the day it is in the account's zone."""
        text = self.line(name)
        if _DAY.fullmatch(text):
            noon = self.moment(name)
            return noon.date() if noon else None
        moment = self.moment(name)
        return moment.astimezone(self.zone).date() if moment else None

    def partial_date(self, name: str) -> str:
        """A year, a month or a day; of a moment the day as it is written."""
        text = self.line(name)
        day = text[:10] if _MOMENT.fullmatch(text) else text
        if day:
            try:
                validate_partial_date(day)
            except ValidationError:
                self._unreadable(name)
                return ""
        return day

    # What is written as JSON

    def words(self, name: str) -> list[str]:
        """A list of texts; what is no JSON is split at commas."""
        text = self.line(name)
        if not text:
            return []
        found = _loaded(text)
        if found is _BROKEN:
            self.warn(_("%(name)s is no JSON: split at commas") % {"name": name})
            found = text.split(",")
        if not isinstance(found, list):
            found = [found] if isinstance(found, str | int | float) else None
        if found is None:
            self.warn(_("%(name)s is no list: kept aside") % {"name": name})
            return []
        return list(_texts(found))

    def structure(self, name: str, kind: type = dict) -> Any:
        """A JSON object (or another ``kind``); what is none is kept aside alone."""
        text = self.line(name)
        if not text:
            return kind()
        found = _loaded(text)
        if found is _BROKEN:
            self.warn(_("%(name)s is no JSON: kept aside") % {"name": name})
        elif found is not None and not isinstance(found, kind):
            self.warn(_("%(name)s has another shape: kept aside") % {"name": name})
        return found if isinstance(found, kind) else kind()

    def objects(self, name: str) -> list[dict[str, Any]]:
        """JSON objects, in a list or one alone; what is none is kept aside."""
        text = self.line(name)
        found = _loaded(text) if text else None
        if found is _BROKEN:
            self.warn(_("%(name)s is no JSON: kept aside") % {"name": name})
            return []
        items = found if isinstance(found, list) else [found]
        if any(not isinstance(item, dict) and item is not None for item in items):
            self.warn(_("%(name)s has another shape: kept aside") % {"name": name})
        return [item for item in items if isinstance(item, dict)]

    def _unreadable(self, name: str) -> None:
        self.warn(_("%(name)s can’t be read: left empty") % {"name": name})


_BROKEN = object()


def _loaded(text: str) -> Any:
    try:
        return json.loads(text.replace("\x00", ""), parse_constant=str)
    except (ValueError, RecursionError):
        return _BROKEN


def _texts(items: Iterable[Any]) -> Iterable[str]:
    for item in items:
        if item is None or item == "":
            continue
        is_plain = isinstance(item, str)
        text = item if is_plain else json.dumps(item, ensure_ascii=False)
        yield text.replace("\x00", "")


_AMOUNT = re.compile(
    r"([0-9]{1,3}(?:[,.' ][0-9]{3})+|[0-9]+(?:\.[0-9]+)?)\s*(k\b)?", re.I
)
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP"}


def read_salary(text: str) -> tuple[int | None, int | None, str]:
    """The least, the most and the currency; nothing where no amounts are named.

    ``k`` is thousand; one amount is both; another sign, or lakh, says nothing sure.
    """
    sign = next((sign for sign in _SIGNS if sign in text), "")
    found = [_amount(*match) for match in _AMOUNT.findall(text)]
    if re.search(r"lpa|lakh|lac\b|₹|crore", text, re.I) or not 1 <= len(found) <= 2:
        return None, None, ""
    # “100-150k”: what is said once counts for both.
    if len(found) == 2 and found[0] < 1_000 <= found[1] and "k" in text.lower():
        found[0] *= 1_000
    low, high = min(found), max(found)
    if high > MOST_MONEY:
        return None, None, ""
    return low, high, _SIGNS.get(sign, "")


def _amount(digits: str, thousand: str) -> int:
    if re.fullmatch(r"[0-9]{1,3}(?:[,.' ][0-9]{3})+", digits):
        digits = re.sub(r"[^0-9]", "", digits)
    return round(float(digits) * (1_000 if thousand else 1))


def read_moment(text: str) -> datetime | None:
    """None where it says no moment of people's lives."""
    try:
        if _DAY.fullmatch(text):
            moment = datetime.combine(date.fromisoformat(text), NOON)
        elif found := _MOMENT.fullmatch(text):
            day, clock, zone = found.groups()
            moment = datetime.fromisoformat(f"{day}T{clock}{(zone or 'Z').upper()}")
        else:
            return None
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment if moment.year in YEARS else None
