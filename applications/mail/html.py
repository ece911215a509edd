"""The text of an HTML mail.

Neither the standard parser nor nh3 is used: a megabyte of "<!" keeps the one busy for
minutes, one of "<div>" the other. This reads every character once or twice.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from jobtracker.text import clean_text

LONGEST = 1_000_000
_TOKEN = re.compile(
    r"<!--|<[!?][^<>]*+>"
    r"|<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})(?:[^<>\"']|\"[^\"<]{0,5000}\"|'[^'<]{0,5000}')*+>"
)
_HIDDEN = {
    "script",
    "style",
    "title",
    "template",
    "noscript",
    "svg",
    "object",
    "textarea",
}
_LINES = {
    "address", "article", "blockquote", "br", "center", "dd", "div", "dl", "dt", "form",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "ol", "p", "pre",
    "section", "table", "tr", "ul",
}  # fmt: skip
_PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "table", "ul", "ol", "blockquote"}
_CELLS = {"td", "th"}


def html_to_text(source: str) -> str:
    """What one would read: blocks are lines, links keep their words, scripts are gone."""
    text = html.unescape("".join(_pieces(source[:LONGEST])))
    text = re.sub("[\u200b-\u200f\u00ad\u034f\u2060]", "", clean_text(text))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _pieces(source: str) -> Iterator[str]:
    at = 0
    while found := _TOKEN.search(source, at):
        yield re.sub(r"\s+", " ", source[at : found.start()])
        at = found.end()
        tag = (found[2] or "").lower()
        if found[0] == "<!--":
            at = _after(r"-->", source, at)
        elif tag in _HIDDEN and not found[1]:
            at = _after(rf"</{tag}\b[^<>]*+>", source, at)
        elif not (tag == "br" and found[1]):
            yield _space(tag)
    yield re.sub(r"\s+", " ", source[at:])


def _after(pattern: str, source: str, at: int) -> int:
    """Where the hidden part ends; what never ends is hidden to the end, as in browsers."""
    found = re.compile(pattern, re.I).search(source, at)
    return found.end() if found else len(source)


def _space(tag: str) -> str:
    if tag in _LINES:
        return "\n\n" if tag in _PARAGRAPHS else "\n"
    return " " if tag in _CELLS else ""
