"""Texts of any shape that data in pages has: lists, objects, HTML, escaped HTML."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from jobtracker.tags import TOKEN

MOST = 300_000
_BLOCKS = re.compile(
    "address|article|aside|blockquote|br|dd|div|dl|dt|fieldset|figure|footer|form|h[1-6]"
    "|header|hr|li|main|nav|ol|p|pre|section|table|td|th|tr|ul",
    re.I,
)


def lines(value: Any) -> list[str]:
    """The texts in a value, on one line each, without tags; objects by their names."""
    if isinstance(value, list):
        return [text for entry in value[:50] for text in lines(entry)]
    if isinstance(value, dict):
        named = (value.get(key) for key in ("name", "@value", "value", "description"))
        return next((found for v in named if (found := lines(v))), [])
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return []
    text = unescape(unescape(str(value)[:5_000]))
    text = re.sub(r"</?[a-zA-Z][^<>]{0,200}>", " ", text)
    text = " ".join(text.split())
    return [text] if text and text.lower() not in ("null", "undefined", "none") else []


def line(value: Any) -> str:
    return next(iter(lines(value)), "")[:500]


def rich(value: Any) -> str:
    """Text or HTML; a list becomes one of bullets, an object what it is called."""
    if isinstance(value, list):
        texts = [text for entry in value[:100] if (text := rich(entry))]
        return texts[0] if len(texts) == 1 else "\n".join(f"- {t}" for t in texts)
    if isinstance(value, dict):
        parts = [rich(value.get("name")), rich(value.get("description"))]
        texts = [part for part in dict.fromkeys(parts) if part]
        return ": ".join(texts) or rich(value.get("@value") or value.get("value"))
    if not isinstance(value, str):
        return "" if value is None or isinstance(value, bool) else str(value)[:100]
    text = value[:MOST].strip()
    # Escaped once too often, or twice.
    for _turn in range(2):
        if re.search(r"&(?:lt|amp|#0*60|#x0*3c);", text, re.I) and not _has_tags(text):
            text = unescape(text)
    if not _has_tags(text) and re.search(r"&(?:#?\w{2,8});", text):
        text = unescape(text)
    return text


def _has_tags(text: str) -> bool:
    return bool(re.search(r"<(?:/?[a-zA-Z][a-z0-9]*)[\s/>]", text))


def visible(html: str) -> str:
    """HTML as lines of text: a block on a line, points of lists with a dash."""
    if not _has_tags(html):
        return unescape(html) if "&" in html else html
    parts, end = [], 0
    for match in TOKEN.finditer(html):
        parts.append(" ".join(html[end : match.start()].split("\n")))
        end = match.end()
        name = (match["name"] or "").lower()
        if _BLOCKS.fullmatch(name):
            is_start = not match[0].startswith("</")
            parts.append("\n- " if name == "li" and is_start else "\n")
    text = unescape("".join([*parts, html[end:]]))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line.strip("- "))
