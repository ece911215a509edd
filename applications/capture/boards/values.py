"""Values of a board's answer, whatever they turn out to be, as fields of a posting."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin, urlsplit

from applications.capture.places import join_place, read_workplace
from applications.capture.posting import Posting
from applications.capture.words import employment_words, read_job_types, read_level
from jobtracker.text import clean_text

LONGEST_LINE = 500
LONGEST_TEXT = 300_000
LONGEST_URL = 2_000
# “&amp;” of a careless board, not the “&copy” of “R&D&copy”.
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.I)
_ESCAPED_TAG = re.compile(r"&(?:amp;)*(?:lt|#0*60|#x0*3c);/?[a-z][^<>]{0,200}?&", re.I)
_TAG = re.compile(r"</?[a-z][^<>]*>|<!--", re.I)


_NAMES = (
    "name", "label", "title", "text", "descriptor", "value", "display_name",
    "displayName", "Name",
)  # fmt: skip


def at(record: Any, path: str) -> Any:
    """``at(record, "location.name")``; None where there is no such thing."""
    for name in path.split("."):
        if not isinstance(record, dict):
            return None
        record = record.get(name)
    return record


def line(value: Any) -> str:
    """One line of text; numbers as they are written; of an object its name."""
    if isinstance(value, dict):
        return first(value, *_NAMES)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = value[: 4 * LONGEST_LINE] if isinstance(value, str) else str(value)
    text = _REFERENCE.sub(lambda found: html.unescape(found[0]), text)
    return " ".join(clean_text(text).split())[:LONGEST_LINE]


def first(record: Any, *paths: str) -> str:
    """The first of these that says something."""
    return next(filter(None, (line(at(record, path)) for path in paths)), "")


def ident(value: Any) -> str:
    """A number or a code as text; an address is none."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = line(value) if isinstance(value, str | int) else ""
    return "" if "://" in text else text[:255]


def rows(value: Any) -> list[Any]:
    """What is a list, or a single thing where a list may stand."""
    if isinstance(value, list):
        return value[:200]
    return [] if value is None else [value]


def prose(*values: Any) -> str:
    """HTML or text, the first that is there; what was escaped once too often is put right."""
    for value in values:
        if not isinstance(value, str) or not value.strip():
            continue
        text = value[: 2 * LONGEST_TEXT]
        for _twice in range(3):
            if _TAG.search(text) or not _ESCAPED_TAG.search(text):
                break
            text = html.unescape(text)
        return clean_text(text).strip()[:LONGEST_TEXT]
    return ""


def link(value: Any, base: str = "") -> str:
    """A web address; a part of one only where ``base`` is known."""
    if not isinstance(value, str) or not (text := value.strip()):
        return ""
    text = html.unescape(text) if "&amp;" in text else text
    if len(text) > LONGEST_URL or re.search(
        r"[\s\x00-\x1f\x7f\ud800-\udfff\"<>]", text
    ):
        return ""
    try:
        address = urljoin(base, text) if base else text
        parts = urlsplit(address)
        if parts.scheme in ("http", "https") and parts.hostname:
            return address
    except ValueError:
        pass
    return ""


def yes(value: Any) -> bool | None:
    """None where nothing is said."""
    if isinstance(value, bool):
        return value
    word = line(value).lower()
    if word in ("true", "yes", "1", "y", "ja", "oui"):
        return True
    return False if word in ("false", "no", "0", "n", "nein", "non") else None


def place(value: Any) -> str:
    """A text, or an object with city, region and country."""
    if not isinstance(value, dict):
        return join_place(line(value))
    whole = first(
        value,
        "fullLocation",
        "location_str",
        "locationStr",
        "name",
        "displayName",
        "display_name",
        "label",
    )
    if whole:
        return join_place(whole)
    # Two letters in small ones: SmartRecruiters' “us”.
    country = first(value, "country", "countryName", "addressCountry", "country_name")
    country = country or first(value, "countryCode", "country_code")
    return join_place(
        first(value, "city", "town", "addressLocality"),
        first(value, "state", "region", "stateName", "addressRegion", "state_name"),
        country.upper() if len(country) == 2 else country,
    )


def set_workplace(posting: Posting, words: Any = None, *, flag: Any = None) -> None:
    """What fields made for it say; a place that is called “Remote” is only a hint."""
    text = line(words).replace("_", " ")
    posting.workplace = read_workplace(text)
    if posting.workplace:
        posting.is_remote = posting.workplace == "remote"
    if (said := yes(flag)) is not None:
        posting.is_remote = said
        if said and not posting.workplace:
            posting.workplace = "remote"
    if not posting.workplace and posting.is_remote is None:
        for name in posting.locations:
            if read_workplace(name) == "remote":
                posting.suggested.setdefault("workplace", "remote")


def set_employment(posting: Posting, *values: Any) -> None:
    words = [word.replace("_", " ").replace("-", " ") for word in texts(values)]
    # Recruitee's “fulltime_permanent”.
    words = [
        re.sub(r"\b(full|part) ?time\b", r"\1-time,", word, flags=re.I)
        for word in words
    ]
    posting.employment_words = employment_words(words)
    posting.job_types = read_job_types(words)


def texts(values: Iterable[Any]) -> list[str]:
    """The lines of values that may be lists of lines."""
    found = (line(part) for value in values for part in rows(value))
    return list(filter(None, found))


def set_level(posting: Posting, *values: Any) -> None:
    """Of a field for it, not of the title: “Director” there may be any kind of one."""
    levels = (
        read_level(value.replace("-", " "))
        for value in texts(values)
        # Between entry and lead: no one can tell where.
        if value.lower() != "experienced"
    )
    posting.level = next(filter(None, levels), "")


def set_skills(posting: Posting, *values: Any) -> None:
    posting.skills = list(dict.fromkeys(texts(values)))[:100]
