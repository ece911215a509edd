"""XML without what is dangerous in it: no entity is expanded, nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _
from lxml import etree

from applications.capture.boards.limits import (
    MOST_ENTRIES,
    MOST_TAGS,
    Unreadable,
    too_large,
)


def read_xml(text: str, data: bytes) -> tuple[Any, bool]:
    """The root, and whether it is broken and was read as far as it goes.

    Raises Unreadable. ``text`` is ``data`` decoded, to look into before any parser does.
    """
    if text.count("<") > MOST_TAGS:
        raise Unreadable(too_large())
    if "<!DOCTYPE" in text[:100_000] and "<!ENTITY" in text:
        raise Unreadable(_("The file defines entities of its own: it is not read."))
    # The bytes, for the encoding they name; spaces before the declaration spoil it.
    given = data if b"\0" in data[:4] else data[data.find(b"<") :]
    for recover in (False, True):
        try:
            root = etree.fromstring(given, _parser(recover))
        except (etree.XMLSyntaxError, ValueError, LookupError):
            continue
        if root is None:
            continue
        dtd = root.getroottree().docinfo.internalDTD
        if dtd is not None and any(True for _entity in dtd.iterentities()):
            raise Unreadable(_("The file defines entities of its own: it is not read."))
        return root, recover
    raise Unreadable(_("This is not valid XML."))


def _parser(recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def name_of(element: Any) -> str:
    return (
        element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
    )


def children(element: Any, *names: str) -> Iterator[Any]:
    """Those of the names given, in small letters, whatever their namespace."""
    return (child for child in element if name_of(child) in names)


def within(element: Any, *names: str) -> Iterator[Any]:
    """As ``children``, at any depth, as far as is of use."""
    return islice(
        (part for part in element.iter() if name_of(part) in names), MOST_ENTRIES
    )


def said(element: Any, *names: str) -> str:
    """The text of the first child that has one, in the order of the names."""
    for name in names:
        for child in children(element, name):
            text = "".join(child.itertext(with_tail=False)).strip()
            if text:
                return text
    return ""
