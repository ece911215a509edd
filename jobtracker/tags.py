"""The tags of hostile HTML, found in linear time as a browser would find them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

# A tag that never ends goes on to the end of the text, as it does in a browser: so
# each character is looked at once.
_ATTRIBUTE = (
    r"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)"
    r"|[^\s>\"'][^\s>]*+)?)?"
)
_TAG = rf"</?(?P<name>[a-zA-Z][^\s/>]*+)(?P<rest>(?:[\s/]++|{_ATTRIBUTE})*+)(?:>|\Z)"
_COMMENT = r"<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?/][^>]*+(?:>|\Z)"
_RAW = "script|style|textarea|title|xmp|iframe|noembed|noframes|noscript|template"
TOKEN = re.compile(
    rf"(?P<raw><(?P<kind>{_RAW})(?=[\s/>]).*?(?:</(?P=kind)(?=[\s/>])[^>]*+(?:>|\Z)|\Z))"
    rf"|{_TAG}|{_COMMENT}",
    re.I | re.S,
)
_HEAD = re.compile(_TAG)
_SCRIPT_END = re.compile(r"</script[^>]*>?\Z", re.I)
MOST_ATTRIBUTES = 200
DEEPEST = 60

_VOID = {"br", "hr"}
_INLINE = {"a", "b", "code", "em", "i", "s", "strong", "sub", "sup", "u"}
_HREF = re.compile(
    r"(?:^|[\s/])href\s*+=\s*+(?:\"([^\"]*+)|'([^']*+)|([^\s>\"'][^\s>]*+))", re.I
)
_TYPE = re.compile(
    r"(?:^|[\s/])type\s*+=\s*+(?:\"([^\"]*+)|'([^']*+)|([^\s>\"'][^\s>]*+))", re.I
)
# What may stand in each part of a table, so that nothing is moved out of it.
_ROWS = {"thead", "tbody"}
_PARTS = {"table": {*_ROWS, "tr"}, "thead": {"tr"}, "tbody": {"tr"}, "tr": {"td", "th"}}
_CELLS = {"td", "th"}
# Which end with the next of them.
_CLOSED_BY = {
    "li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "td": {"td", "th", "tr", *_ROWS},
    "th": {"td", "th", "tr", *_ROWS}, "tr": {"tr", *_ROWS}, "tbody": _ROWS,
    "thead": _ROWS,
}  # fmt: skip
_HOLDERS = {"ul", "ol", "dl", "table"}


def prepared(html: str) -> tuple[str, list[tuple[str, str]]]:
    """``html`` as a parser can take it, and the type and text of each of its scripts.

    A tag with hundreds of attributes loses them all: parsers compare each of them with
    all others. What is commented out is no script.
    """
    parts: list[str] = []
    scripts: list[tuple[str, str]] = []
    end = 0
    for match in TOKEN.finditer(html):
        if match.end() - match.start() < 4 * MOST_ATTRIBUTES and not match["raw"]:
            continue
        head = _HEAD.match(match[0])
        if not head:
            continue
        if (match["kind"] or "").lower() == "script":
            given = _TYPE.search(head["rest"][:10_000])
            kind = (given[1] or given[2] or given[3] or "") if given else ""
            scripts.append(
                (kind.strip().lower(), _SCRIPT_END.sub("", match[0][head.end() :]))
            )
        if _is_bomb(head["rest"]):
            parts += [html[end : match.start()], f"<{head['name']}>"]
            end = match.start() + head.end()
    return ("".join([*parts, html[end:]]) if parts else html), scripts


def _is_bomb(rest: str) -> bool:
    attributes = (
        re.finditer(_ATTRIBUTE, rest) if len(rest) > 2 * MOST_ATTRIBUTES else ()
    )
    return sum(1 for _ in attributes) > MOST_ATTRIBUTES


def simplified(html: str, keep: set[str], renamed: dict[str, str]) -> str:
    """The tags in ``keep``, closed in order and at most ``DEEPEST`` deep, links with their
    address; no other tag, attribute, comment or script is left.

    It costs the same for every character, and so does what parses the result. In return
    it is coarser than a browser: letters are not bold across paragraphs.
    """
    return "".join(_Writer(keep, renamed).write(html))


class _Writer:
    def __init__(self, keep: set[str], renamed: dict[str, str]) -> None:
        self.keep, self.renamed = keep, renamed
        self.open: list[str] = []

    def write(self, html: str) -> Iterator[str]:
        end = 0
        for match in TOKEN.finditer(html):
            yield html[end : match.start()].replace("<", "&lt;")
            end = match.end()
            if name := (match["name"] or "").lower():
                name = self.renamed.get(name, name)
                if match[0].startswith("</"):
                    yield from self._end(name)
                elif name in self.keep:
                    yield from self._start(name, match["rest"])
        yield html[end:].replace("<", "&lt;")
        yield from self._close(0)

    def _start(self, name: str, rest: str) -> Iterator[str]:
        if name in _VOID:
            yield f"<{name}>"
            return
        if name not in _INLINE:
            yield from self._leave_line()
            yield from self._close_for(name)
        top = self.open[-1] if self.open else ""
        is_part = name in _ROWS or name in _CELLS or name == "tr"
        if top in _PARTS:
            # A cell that has no row is put into one.
            if name in _CELLS and top != "tr":
                self.open.append("tr")
                yield "<tr>"
            elif name not in _PARTS[top]:
                return
        elif is_part:
            return
        if len(self.open) >= DEEPEST or (name == "a" and "a" in self.open):
            return
        self.open.append(name)
        yield f"<a{_address(rest)}>" if name == "a" else f"<{name}>"

    def _leave_line(self) -> Iterator[str]:
        while self.open and (self.open[-1] in _INLINE or self.open[-1] == "p"):
            yield f"</{self.open.pop()}>"

    def _close_for(self, name: str) -> Iterator[str]:
        for place in range(len(self.open) - 1, -1, -1):
            if name in _CLOSED_BY.get(self.open[place], ()):
                yield from self._close(place)
            elif self.open[place] in _HOLDERS:
                return

    def _end(self, name: str) -> Iterator[str]:
        if name in self.open and name not in _VOID:
            place = len(self.open) - 1 - self.open[::-1].index(name)
            # What ends inside of a cell began there.
            if "table" not in self.open[place + 1 :]:
                yield from self._close(place)

    def _close(self, place: int) -> Iterator[str]:
        while len(self.open) > place:
            yield f"</{self.open.pop()}>"


def _address(rest: str) -> str:
    match = _HREF.search(rest[:10_000])
    if not match:
        return ""
    address = unescape(match[1] or match[2] or match[3] or "")
    return f' href="{escape(address)}"' if len(address) <= 2_000 else ""
