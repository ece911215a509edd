"""Microdata and RDFa, as objects like those of JSON-LD."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml import etree

from applications.capture.json_ld import is_type
from applications.capture.main_text import MOST_NODES

MOST_VALUES = 2_000
MOST_TEXT = 300_000


@dataclass(frozen=True, slots=True)
class Names:
    """What the attributes are called, and whether an element is an object."""

    kind: str
    thing: str
    type: str
    property: str


MICRODATA = Names("microdata", "itemscope", "itemtype", "itemprop")
RDFA = Names("rdfa", "typeof", "typeof", "property")
# Their content is HTML worth keeping.
_RICH = {
    "description", "responsibilities", "qualifications", "skills", "jobBenefits",
    "benefits", "educationRequirements", "experienceRequirements", "incentives",
    "incentiveCompensation",
}  # fmt: skip


def read_markup(root: etree._Element, names: Names) -> list[dict[str, Any]]:
    """The JobPostings that a page marks up; each value is a list, empty ones left out."""
    postings: list[dict[str, Any]] = []
    things: list[tuple[etree._Element, dict[str, Any]]] = []
    left, letters = MOST_VALUES, 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in islice(walk, 2 * MOST_NODES):
        if event == "end":
            if things and things[-1][0] is element:
                things.pop()
            continue
        if not isinstance(element.tag, str):
            continue
        thing = _thing(element, names)
        owner = things[-1][1] if things else None
        if owner is not None and left > 0 and letters < 10 * MOST_TEXT:
            for name in _properties(element, names):
                left -= 1
                # Of a description the outermost is enough.
                if len(owner.get(name, ())) >= (1 if name in _RICH else 50):
                    continue
                value = thing if thing is not None else _value(element, name)
                letters += len(value) if isinstance(value, str) else 0
                if value:
                    owner.setdefault(name, []).append(value)
        if thing is not None:
            things.append((element, thing))
            if is_type(thing, "JobPosting") and (
                owner is None
                or not any(is_type(t, "JobPosting") for _, t in things[:-1])
            ):
                postings.append(thing)
    return postings


def _thing(element: etree._Element, names: Names) -> dict[str, Any] | None:
    if element.get(names.thing) is None:
        return None
    return {"@type": (element.get(names.type) or "").split()}


def _properties(element: etree._Element, names: Names) -> list[str]:
    given = (element.get(names.property) or "").split()
    # “schema:title”, “http://schema.org/title”
    return [name.replace(":", "/").rpartition("/")[2] for name in given[:5]]


def _value(element: etree._Element, name: str) -> str:
    for attribute in ("content", "datetime"):
        if (value := element.get(attribute)) is not None:
            return value.strip()
    tag = element.tag
    if tag in ("a", "link", "area") and name in ("url", "sameAs", "@id"):
        return (element.get("href") or "").strip()
    if tag in ("img", "source", "iframe", "video"):
        return (element.get("src") or "").strip()
    if tag in ("data", "meter") and element.get("value"):
        return (element.get("value") or "").strip()
    if tag == "link":
        return (element.get("href") or "").strip()
    if name in _RICH and len(element):
        return inner_html(element)
    return " ".join(" ".join(_texts(element)).split())


def _texts(element: etree._Element) -> list[str]:
    texts, size = [], 0
    for text in element.itertext():
        size += len(text)
        if size > MOST_TEXT:
            break
        texts.append(text)
    return texts


def inner_html(element: etree._Element) -> str:
    """What stands between its tags, as HTML."""
    parts = [element.text or ""]
    for child in element:
        parts.append(etree.tostring(child, encoding="unicode", method="html"))
    return "".join(parts).strip()[:MOST_TEXT]
