"""Where a job is done: places as text, and whether one may stay at home."""

from __future__ import annotations

import re
from collections.abc import Iterable

# What templates leave where they know nothing.
_NOTHING = {
    "",
    "-",
    "–",
    "—",
    "n/a",
    "na",
    "none",
    "null",
    "undefined",
    "unknown",
    "tbd",
}
_REMOTE = re.compile(
    r"\b(?:remote(?:ly)?|telecommut\w*|telework\w*|work(?:ing)?[- ]from[- ](?:home|anywhere)"
    r"|wfh|home[- ]?office|home[- ]based|anywhere|fully distributed|télétravail|teletrabajo"
    r"|teletrabalho|remoto|remota|à distance|a distancia|thuiswerken|da remoto|zdaln\w+"
    r"|distans|fjernarbejde|etätyö)\b|リモート|재택",
    re.I,
)
_HYBRID = re.compile(
    r"\b(?:hybrid\w*|híbrid\w+|ibrid\w+|hybryd\w+|teilweise (?:remote|home[- ]?office)"
    r"|part(?:ly|ially)[- ]remote|flexible[- ]hybrid|télétravail partiel)\b|ハイブリッド",
    re.I,
)
_ON_SITE = re.compile(
    r"\b(?:on[- ]?site|in[- ]?(?:office|person)|office[- ]based|vor ort|präsenz|sur site"
    r"|presencial|in sede|op locatie|stacjonarn\w+|not? remote|non[- ]remote"
    r"|no[nt] a remote)\b",
    re.I,
)


def join_place(*parts: object) -> str:
    """``Kirkland, WA, US``: locality, region and country without what is empty."""
    joined = ""
    for part in parts:
        text = " ".join(part.split()).strip(" ,;") if isinstance(part, str) else ""
        if text.lower() in _NOTHING:
            continue
        # “Kirkland, WA” as locality with “WA” as region.
        if joined.lower().endswith(f", {text.lower()}"):
            continue
        joined = f"{joined}, {text}" if joined else text
    return joined


def tidy_places(places: Iterable[str]) -> list[str]:
    """Each once, in order, none empty."""
    seen: dict[str, str] = {}
    for place in places:
        if text := join_place(place):
            seen.setdefault(text.casefold(), text)
    return list(seen.values())


def read_workplace(words: object) -> str:
    """A value of RemoteType of a field that says so: “Hybrid”, “TELECOMMUTE”; or empty.

    For short fields only: in prose “remote” may be a control, and “home” a kind of care.
    """
    if not isinstance(words, str):
        return ""
    words = words[:300]
    if _HYBRID.search(words):
        return "hybrid"
    if _ON_SITE.search(words):
        return "hybrid" if _REMOTE.search(_ON_SITE.sub("", words)) else "onsite"
    return "remote" if _REMOTE.search(words) else ""


def is_remote_place(place: str) -> bool:
    """“Remote”, “Remote, US”, “Home office (Germany)”, “Anywhere”."""
    return read_workplace(place) == "remote"


_COUNTRIES = {
    "united states": "US", "usa": "US", "u.s.": "US", "canada": "CA",
    "australia": "AU", "new zealand": "NZ", "singapore": "SG", "hong kong": "HK",
    "mexico": "MX", "méxico": "MX", "taiwan": "TW", "colombia": "CO", "chile": "CL",
    "argentina": "AR", "sweden": "SE", "sverige": "SE", "norway": "NO", "norge": "NO",
    "denmark": "DK", "danmark": "DK", "iceland": "IS", "japan": "JP", "china": "CN",
}  # fmt: skip


def country_of(place: str) -> str:
    """The two letters of the country a place ends in, where one can tell; or empty."""
    last = place.rpartition(",")[2].strip()
    if re.fullmatch("[A-Z]{2}", last) and ("," not in place or place.count(",") >= 2):
        return last
    if last in {"AU", "NZ", "SG", "HK", "MX", "SE", "NO", "DK", "JP", "CN"}:
        return last
    return _COUNTRIES.get(last.lower(), "")
