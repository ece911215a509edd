"""What a board sent, taken apart as JSON, XML or a page with JSON in it. Hostile until shown.

No entity is expanded, nothing is fetched, and neither depth nor length ends the process.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from applications.capture.boards.limits import (
    DEEPEST,
    LONGEST_NUMBER,
    MOST_BRACKETS,
    MOST_BYTES,
    MOST_RECORDS,
    MOST_SCRIPTS,
    Unreadable,
    too_large,
)
from applications.capture.boards.trees import name_of, read_xml

Record = dict[str, Any]

_BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>)?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+)?html", re.I | re.S
)
_ASSIGNED = re.compile(r"=\s*(?=[{\[])")
_BEFORE_JSON = re.compile(r"\)\]\}',?\s*|(?:/\*\*/)?\s*[\w.$]{1,60}\(\s*(?=[{\[])")


@dataclass(slots=True)
class Answer:
    """``value`` is what the JSON says, ``root`` the XML's; ``kind`` json, xml or html."""

    url: str = ""
    kind: str = ""
    value: Any = None
    root: Any = None
    # It was cut off or broken, and read as far as it went.
    is_broken: bool = False
    _lists: list[list[Record]] | None = field(default=None, repr=False)

    def records(self, is_record: Callable[[Record], bool]) -> Iterator[Record]:
        """The objects of all lists of which one at least is such a record.

        So odd ones among them are seen too: a legal notice, a posting half filled in.
        """
        for rows in self.lists():
            if any(map(is_record, rows)):
                yield from rows

    def has(self, is_record: Callable[[Record], bool]) -> bool:
        return any(is_record(row) for rows in self.lists() for row in rows)

    def lists(self) -> list[list[Record]]:
        """Lists of objects, wherever they lie; an object by itself counts as one."""
        if self._lists is None:
            self._lists = []
            room = MOST_RECORDS
            for rows in _lists(self.value):
                self._lists.append(rows[:room])
                room -= len(rows)
                if room <= 0:
                    break
        return self._lists

    @property
    def tag(self) -> str:
        """The root's name, in small letters and without its namespace."""
        return "" if self.root is None else name_of(self.root)


def take(data: bytes, url: str, content_type: str) -> Answer:
    """Raises Unreadable."""
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise Unreadable(_("The file is empty."))
    if len(data) > MOST_BYTES:
        raise Unreadable(too_large())
    text = _decode(data).strip("\ufeff \t\r\n\0")
    if not text.startswith("<"):
        if _brackets(text) > MOST_BRACKETS:
            raise Unreadable(too_large())
        return Answer(url, "json", _json(text))
    is_page = "html" in content_type and "<?xml" not in text[:100]
    if is_page or _HTML.match(text[:5_000]):
        return Answer(url, "html", _embedded(text))
    root, is_broken = read_xml(text, data)
    return Answer(url, "xml", root=root, is_broken=is_broken)


def _decode(data: bytes) -> str:
    for mark, encoding in _BOMS.items():
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if b"\0" in data[:4]:
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace")
    return data.decode("utf-8", errors="replace")


# JSON


def _json(text: str) -> Any:
    found = _BEFORE_JSON.match(text)
    if found:
        text = text[found.end() :].rstrip("); \t\r\n")
    try:
        return _loads(text)
    except ValueError:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2 or not all(line.lstrip().startswith("{") for line in lines):
            raise Unreadable(_("This is neither JSON nor XML.")) from None
    try:
        return [_loads(line) for line in lines]
    except ValueError:
        raise Unreadable(_("This is not valid JSON.")) from None


def _loads(text: str) -> Any:
    """Raises Unreadable where it is nested without end, ValueError where it is no JSON."""
    try:
        return _decoder().decode(text)
    except RecursionError:
        raise Unreadable(_("The file is nested too deeply.")) from None


def _decoder() -> json.JSONDecoder:
    # NaN and Infinity say nothing; Python refuses numbers of thousands of digits.
    return json.JSONDecoder(
        parse_int=lambda digits: (
            int(digits) if len(digits) <= LONGEST_NUMBER else digits
        ),
        parse_constant=lambda _name: None,
        strict=False,
    )


def _lists(value: Any, depth: int = 0) -> Iterator[list[Record]]:
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        yield [value]
        for part in value.values():
            if isinstance(part, dict | list):
                yield from _lists(part, depth + 1)
    elif isinstance(value, list):
        rows = [row for row in value if isinstance(row, dict)]
        if rows:
            yield rows
        for row in value:
            parts = row.values() if isinstance(row, dict) else [row]
            for part in parts:
                if isinstance(part, dict | list):
                    yield from _lists(part, depth + 1)


def _brackets(text: str) -> int:
    return text.count("{") + text.count("[")


def _embedded(page: str) -> list[Any]:
    """What the scripts of a page hold: JSON by itself, or given to a variable."""
    found: list[Any] = []
    room = MOST_BRACKETS
    for script in islice(_scripts(page), MOST_SCRIPTS):
        room -= _brackets(script)
        if room < 0:
            break
        found += _values(script)
    return found


def _values(script: str) -> Iterator[Any]:
    at = 0
    for _try in range(10):
        given = _ASSIGNED.search(script, at)
        if not (at == 0 and script[:1] in ("{", "[")):
            if not given:
                return
            at = given.end()
        try:
            value, at = _decoder().raw_decode(script, at)
            yield value
        except (ValueError, RecursionError):
            at += 1


def _scripts(page: str) -> Iterator[str]:
    at = 0
    while (start := page.find("<script", at)) >= 0:
        inside = page.find(">", start) + 1
        end = page.find("</script", inside)
        if not inside or end < 0:
            return
        yield page[inside:end].strip()
        at = end
