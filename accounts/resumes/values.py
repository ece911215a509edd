"""Single values of a résumé, as our columns take them; what does not fit gives less."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from jobtracker.text import clean_text

MOST_TEXT = 20_000
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_PARTIAL = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#:]\S*)?", re.I)
_is_url = URLValidator(schemes=("http", "https"))


def storable(said: str) -> str:
    """Text to the letter, but for the signs that no database takes."""
    return _UNSTORABLE.sub("", said)


def words(value: Any) -> str:
    """Text or number in one line with single spaces; "" for all else."""
    is_plain = isinstance(value, str | int | float) and not isinstance(value, bool)
    return " ".join(clean_text(str(value)).split()) if is_plain else ""


def line(value: Any, most: int = 300) -> str:
    return words(value)[:most].strip()


def text(value: Any) -> str:
    return (
        clean_text(value).strip()[:MOST_TEXT].strip() if isinstance(value, str) else ""
    )


def lines(value: Any) -> list[str]:
    found = value if isinstance(value, list) else [value]
    return [said for one in found if (said := words(one))]


def url(value: Any, most: int = 500) -> str:
    """An address of the web, with its scheme; "" if it is none."""
    address = words(value)
    if _DOMAIN.fullmatch(address):
        address = f"https://{address}"
    try:
        _is_url(address)
    except ValidationError:
        return ""
    return address if len(address) <= most else ""


def email(value: Any) -> str:
    address = words(value)
    try:
        validate_email(address)
    except ValidationError:
        return ""
    return address if len(address) <= 320 else ""


def partial_date(value: Any) -> str:
    """2019, 2019-04 or 2019-04-01, if it is such a day; else ""."""
    said = words(value)
    found = _PARTIAL.fullmatch(said)
    if not found:
        return ""
    year, month, day = found.groups(default="1")
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return ""
    return said


def number(value: Any) -> float | None:
    """A grade: of 3.9/4.0 and of 1,3 the first number."""
    found = re.fullmatch(
        r"(\d{1,3}(?:[.,]\d{1,3})?)(?: ?/ ?\d+(?:[.,]\d+)?)?", words(value)
    )
    return float(found[1].replace(",", ".")) if found else None


def ends_before(start: str, end: str) -> bool:
    """Whether a partial date is before another, as far as both say."""
    length = min(len(start), len(end))
    return bool(length) and end[:length] < start[:length]
