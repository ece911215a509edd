"""From a page to the postings it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from django.utils.translation import gettext as _
from lxml import etree

from applications.capture.decoding import decode
from applications.capture.evidence import objection
from applications.capture.fallback import read_fallback
from applications.capture.head import Page, read_head
from applications.capture.json_ld import find_postings, read_json
from applications.capture.markup import MICRODATA, RDFA, read_markup
from applications.capture.posting import Posting, Reading
from applications.capture.schema import posting_from
from applications.capture.values import visible
from jobtracker.tags import prepared

MOST_POSTINGS = 100
MOST_SCRIPTS = 200
_IS_JSON_LD = re.compile(r"application/ld\s?\+\s?json")


def read_page(html: bytes | str, url: str = "", content_type: str = "") -> Reading:
    """The postings of a page, or the reason why there is none; it never fails.

    Data counts first: JSON-LD, then microdata, then RDFa. A page without any is read by
    its looks, and only if enough speaks for one posting. ``url`` is where it came from,
    ``content_type`` the header it came with.
    """
    text, scripts = prepared(decode(html, content_type))
    root = _parsed(text)
    if root is None:
        return Reading(message=_("This page is empty."))
    page = read_head(root)
    url = url or _absolute(page.canonical) or _absolute(page.meta.get("og:url", ""))
    values = list(_json_ld(scripts))
    postings = _from_data(root, values, page)
    if postings:
        for posting in postings:
            if len(postings) == 1 and not posting.url:
                posting.url = url
            posting.url = urljoin(url, posting.url) if url else posting.url
        return Reading(postings=postings, text=_text(page, postings))
    return _by_looks(page, url, list(_kinds(values)))


def _parsed(text: str) -> etree._Element | None:
    if not text.strip():
        return None
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _json_ld(scripts: list[tuple[str, str]]) -> Iterator[Any]:
    """By the text, not the tree: the parser gives up on pages that are nested too deep."""
    kinds = (text for kind, text in scripts if _IS_JSON_LD.match(kind))
    for text in islice(kinds, MOST_SCRIPTS):
        yield from read_json(text)


def _from_data(root: etree._Element, values: list[Any], page: Page) -> list[Posting]:
    found = _named(find_postings(values), "json-ld", page)
    for names in (MICRODATA, RDFA):
        if not found:
            found = _named(read_markup(root, names), names.kind, page)
    return found


def _named(found: list[dict[str, Any]], where: str, page: Page) -> list[Posting]:
    """Those with a title; where one posting has none, the only h1 of the page may be it."""
    postings: list[Posting] = []
    for data in found[:MOST_POSTINGS]:
        posting = posting_from(data, where)
        heads = set(page.heading("h1"))
        if not posting.title and len(found) == 1 and len(heads) == 1:
            posting.title, posting.where["title"] = heads.pop(), "heading"
        # The same data may stand on a page twice.
        if posting.title and posting not in postings:
            postings.append(posting)
    return postings


def _kinds(values: list[Any]) -> Iterator[str]:
    """The types of the page's data, in lower case."""
    waiting = list(values)
    for _count in range(2_000):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value[:100]
        elif isinstance(value, dict):
            kinds = value.get("@type")
            for kind in kinds if isinstance(kinds, list) else [kinds]:
                if isinstance(kind, str):
                    yield kind.rpartition("/")[2].lower()
            waiting += [value[key] for key in ("@graph", "mainEntity") if key in value]


def _by_looks(page: Page, url: str, kinds: list[str]) -> Reading:
    text = page.text
    if message := objection(page, kinds):
        return Reading(message=message, text=text)
    posting = read_fallback(page, url)
    if posting:
        return Reading(postings=[posting], text=text)
    return Reading(
        message=_(
            "This page holds no posting that we can read. Paste its text instead."
        ),
        text=text,
    )


def _text(page: Page, postings: list[Posting]) -> str:
    """The page’s own text; where scripts would draw it, what the data says."""
    text = page.text
    said = "\n\n".join(visible(posting.description) for posting in postings)
    return text if len(text) >= len(said) // 2 else said


def _absolute(url: str) -> str:
    return url if re.match(r"https?://[^/\s]+", url) else ""
