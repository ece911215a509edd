"""JSON-LD as pages hold it: often not quite JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

MOST_NODES = 50_000
MOST_TOKENS = 200_000
DEEPEST = 100

# Each matches at once or not at all: no text makes this go back.
_TOKEN = re.compile(
    r"""(?P<space>(?:[\s\ufeff\u00a0;]++|/\*.*?\*/|//[^\n]*+|<!--|-->|<!\[CDATA\[|\]\]>)++)
    |(?P<string>"(?:[^"\\]|\\.)*+")
    |(?P<open>[\[{])|(?P<close>[\]}])|(?P<mark>[,:])
    |(?P<word>true|false|null|-?[0-9][0-9.eE+-]*+)""",
    re.X | re.S,
)
# A quote within a string: one that nothing follows which may follow a string.
_LOOSE = re.compile(r'"(?:[^"\\]|\\.|"(?!\s*+[,:}\]]))*+"', re.S)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.S)
_VALUE_ENDS = {"string", "close", "word"}
_VALUE_STARTS = {"string", "open", "word"}


def read_json(text: str) -> list[Any]:
    """The objects and arrays in a script; those that are cut off are left out.

    Mended are comments, CDATA, semicolons, commas too many or missing, raw breaks and
    control characters in strings, wrong escapes, quotes in strings and escaped quotes.
    JavaScript is no JSON: names without quotes end the reading.
    """
    text = text.strip().lstrip("\ufeff")
    if (value := _loads(text)) is not None:
        return [value]
    documents = list(_documents(text, loose=False))
    values = [value for part in documents if (value := _loads(part)) is not None]
    if not values and '"' in text:
        documents = list(_documents(text, loose=True))
        values = [value for part in documents if (value := _loads(part)) is not None]
    if not values and "&quot;" in text[:10_000] and '"' not in text[:1000]:
        return read_json(unescape(text).replace("&quot;", ""))
    return values


def _loads(text: str) -> Any:
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict | list) else None


def _documents(text: str, *, loose: bool) -> Iterator[str]:
    """Each object or array that is whole, written as JSON is."""
    parts: list[str] = []
    depth, place, last = 0, 0, ""
    for _count in range(MOST_TOKENS):
        if place >= len(text):
            return
        is_loose = loose and text[place] == '"'
        match = (_LOOSE if is_loose else _TOKEN).match(text, place)
        if not match:
            return
        kind = "string" if is_loose else match.lastgroup or ""
        place = match.end()
        if kind == "space":
            continue
        if depth == 0:
            if kind == "mark":
                continue
            if kind != "open":
                return
            parts = []
        if kind in _VALUE_STARTS and last in _VALUE_ENDS and depth:
            parts.append(",")
        if kind == "close" and parts and parts[-1] == ",":
            parts.pop()
        if not (match[0] == "," and parts[-1:] in ([","], ["{"], ["["])):
            parts.append(_mended(match[0]) if kind == "string" else match[0])
        last = kind
        depth += {"open": 1, "close": -1}.get(kind, 0)
        if depth > DEEPEST:
            return
        if depth == 0:
            yield "".join(parts)
            last = ""


def _mended(string: str) -> str:
    inside = _ESCAPE.sub(_escape, string[1:-1])
    # What is left of quotes has no backslash before it.
    return '"' + re.sub(r'(\\.)|"', lambda m: m[1] or r"\"", inside, flags=re.S) + '"'


def _escape(match: re.Match[str]) -> str:
    mark = match[1]
    if mark[0] in '"\\/bfnrt' or len(mark) == 5:
        return match[0]
    return "'" if mark == "'" else mark if mark in "\n\r" else f"\\\\{mark}"


def find_postings(values: list[Any]) -> list[dict[str, Any]]:
    """What is a JobPosting in there, at any depth, with what ``@id`` refers to filled in.

    A posting within a posting (“similar jobs”) is not looked for.
    """
    found: list[dict[str, Any]] = []
    named: dict[str, dict[str, Any]] = {}
    waiting: list[Any] = list(reversed(values))
    for _count in range(MOST_NODES):
        if not waiting:
            break
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            name = value.get("@id")
            if isinstance(name, str) and len(value) > 1:
                named.setdefault(name, value)
            if is_type(value, "JobPosting"):
                found.append(value)
            else:
                waiting += reversed(value.values())
    return [_filled(posting, named) for posting in found]


def is_type(value: dict[str, Any], name: str) -> bool:
    """Whether an object is a ``name``, with or without the address of schema.org."""
    kinds = value.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(
        isinstance(kind, str)
        and re.split("[/#:]", kind.strip())[-1].lower() == name.lower()
        for kind in kinds
    )


def _filled(posting: dict[str, Any], named: dict[str, Any]) -> dict[str, Any]:
    def fill(value: Any, depth: int = 0) -> Any:
        if isinstance(value, list):
            return [fill(entry, depth) for entry in value[:100]]
        if isinstance(value, dict) and depth < 3:
            if set(value) <= {"@id", "@type"} and isinstance(value.get("@id"), str):
                return named.get(value["@id"], value)
            return {key: fill(entry, depth + 1) for key, entry in value.items()}
        return value

    return fill(posting)
