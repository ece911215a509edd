"""Entries of RSS and Atom, whatever the dialect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from applications.capture.boards.formats import Answer
from applications.capture.boards.trees import children, said, within
from applications.capture.boards.values import ident, link, prose


def entries(answer: Answer) -> list[Any]:
    """Empty if it is no feed."""
    if answer.tag not in ("rss", "feed", "rdf", "channel"):
        return []
    return list(within(answer.root, "item", "entry"))


def is_feed(answer: Answer) -> bool:
    return answer.tag in ("rss", "feed", "rdf", "channel")


def channel(answer: Answer, *names: str) -> str:
    """What the feed says of itself: ``title``, ``link``."""
    for part in [*children(answer.root, "channel"), answer.root]:
        if "link" in names and (address := address_of(part, answer.url)):
            return address
        if text := said(part, *names):
            return text
    return ""


def has_names(answer: Answer, *words: str) -> bool:
    """Whether a namespace of the feed has one of these words in it."""
    tops = [answer.root, *answer.root[:20], *entries(answer)[:5]]
    parts = [part for top in tops for part in (top, *top[:50])]
    return any(
        word in address.lower()
        for part in parts
        for address in part.nsmap.values()
        for word in words
        if address
    )


def address_of(entry: Any, base: str = "") -> str:
    for child in children(entry, "link"):
        if child.get("rel", "alternate") == "alternate":
            address = link(child.get("href") or child.text, base)
            if address:
                return address
    for child in children(entry, "guid", "id"):
        if child.get("isPermaLink", "true") != "false" and (
            address := link((child.text or "").strip())
        ):
            return address
    return link(said(entry, "url", "applyurl", "origlink"), base)


def ident_of(entry: Any) -> str:
    """Its number; an address is none."""
    return ident(said(entry, "jobid", "guid", "id", "identifier"))


def markup(element: Any, *names: str) -> str:
    """As ``said``, with the tags that stand in it unescaped."""
    for name in names:
        for child in children(element, name):
            if not len(child):
                text = child.text or ""
            else:
                parts = (
                    etree.tostring(part, encoding="unicode", method="html")
                    for part in child
                )
                text = (child.text or "") + "".join(parts)
            if text.strip():
                return prose(text)
    return ""


def description(entry: Any) -> str:
    return markup(entry, "encoded", "content", "description", "summary")


def texts(entry: Any, *names: str) -> Iterator[str]:
    """The texts of all children of these names."""
    for child in children(entry, *names):
        text = "".join(child.itertext()).strip()
        if text:
            yield text
