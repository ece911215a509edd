"""What a page says of itself: its head, its headings, its named parts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from lxml import etree

from applications.capture.labels import read_labels
from applications.capture.main_text import MOST_NODES, main_part, page_lines
from applications.capture.prose import section_kinds

MOST = 400

# Where boards of employers put things, by class, id or data attribute.
_PARTS = {
    "title": r"app-title|posting-headline|jv-header|job__title|topcard__title|job-?title"
    r"|iCIMS_Header|jobTitle|jobsearch-JobInfoHeader-title|jobPostingHeader|posting-title"
    r"|job-header__title|position-title|vacancy-title|job_title|opening-title"
    r"|JobHeader-title|pos-title|job-detail-title|jobdetail-title",
    "company": r"inlineHeader-companyName|company-name"
    r"|company_name|companyName|topcard__org-name-link|employer-name"
    r"|job-company|org-name|jobsearch-CompanyName|posting-company|hiring-organization",
    "location": r"location|inlineHeader-companyLocation|companyLocation"
    r"|job__location|job-location|jobLocation|job_location|locations"
    r"|topcard__flavor--bullet|posting-location|sort-by-location|office-location",
    "employment": r"commitment|sort-by-commitment|employment-type|job-type|jobType"
    r"|employmentType|job-employment-type|contract-type",
    "workplace": r"workplaceTypes?|workplace-type|job-workplace|remote-type",
    "meta": r"jv-job-detail-meta",
    "apply": r"apply-?button|postings-btn|btn-apply|job-apply|jv-button-apply|apply_button"
    r"|apply-now",
}  # fmt: skip
_PART = {name: re.compile(words, re.I) for name, words in _PARTS.items()}
_NAMING = ("class", "id", "data-ui", "data-qa", "data-testid", "data-automation-id")


@dataclass(slots=True, frozen=True)
class Link:
    text: str
    href: str


@dataclass
class Page:
    """The parts of a page, each read once. Lists are cut at a few hundred."""

    root: etree._Element
    meta: dict[str, str] = field(default_factory=dict)
    title: str = ""
    canonical: str = ""
    headings: list[tuple[str, str]] = field(default_factory=list)
    parts: dict[str, list[str]] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)
    links: list[Link] = field(default_factory=list)
    # “Location: Leeds” of lists of definitions and of tables with two columns.
    pairs: list[str] = field(default_factory=list)
    has_password: bool = False

    @cached_property
    def main(self) -> etree._Element:
        return main_part(self.root)

    @cached_property
    def lines(self) -> list[str]:
        return page_lines(self.main)

    @cached_property
    def text(self) -> str:
        return "\n".join(self.lines)

    @cached_property
    def labels(self) -> dict[str, str]:
        return read_labels([*self.pairs, *self.lines])

    @cached_property
    def sections(self) -> set[str]:
        """The kinds of sections that its headings, lines and summary begin."""
        summary = re.split(r"(?<=[.!?])\s+", self.meta.get("og:description", ""))
        heads = [text for _, text in self.headings]
        return set(section_kinds([*self.lines, *heads, *summary])) - {"other"}

    def heading(self, level: str) -> list[str]:
        return [text for tag, text in self.headings if tag == level]


def read_head(root: etree._Element) -> Page:
    page = Page(root)
    for element in islice(root.iter(etree.Element), MOST_NODES):
        tag = element.tag
        if tag == "meta":
            _add_meta(page, element)
        elif tag == "title" and not page.title:
            page.title = short_text(element)
        elif tag == "link" and element.get("rel") == "canonical":
            page.canonical = page.canonical or (element.get("href") or "").strip()
        elif tag in ("h1", "h2", "h3") and len(page.headings) < MOST:
            if text := short_text(element):
                page.headings.append((tag, text))
        elif tag in ("a", "button") and len(page.links) < MOST:
            page.links.append(Link(short_text(element), element.get("href") or ""))
        elif tag in ("dd", "td") and len(page.pairs) < MOST:
            _add_pair(page, element)
        elif tag == "input" and element.get("type") == "password":
            page.has_password = True
        if tag not in ("html", "body", "meta", "link", "script"):
            _add_parts(page, element)
    return page


def _add_meta(page: Page, element: etree._Element) -> None:
    name = element.get("property") or element.get("name") or ""
    content = " ".join((element.get("content") or "").split())
    if name and content and len(page.meta) < MOST:
        page.meta.setdefault(name.lower(), content[:5_000])
        # “<meta name="title" property="og:title">”
        if other := element.get("name"):
            page.meta.setdefault(other.lower(), content[:5_000])


def _add_pair(page: Page, element: etree._Element) -> None:
    before = element.getprevious()
    names = ("dt",) if element.tag == "dd" else ("th", "td")
    if before is None or before.tag not in names:
        return
    if before.tag == "td" and (
        before.getprevious() is not None or element.getnext() is not None
    ):
        return
    head, value = short_text(before), short_text(element)
    if head and value and len(head) <= 40:
        page.pairs.append(f"{head.rstrip(':')}: {value}")


def _add_parts(page: Page, element: etree._Element) -> None:
    names = [
        word
        for key in _NAMING
        if (given := element.get(key))
        for word in given.split()[:20]
    ]
    for name in names:
        for part, words in _PART.items():
            if not words.fullmatch(name) or page.seen[part] > 100:
                continue
            page.seen[part] += 1
            found = page.parts.setdefault(part, [])
            if len(found) < 40:
                if part == "meta":
                    pieces = islice(element.itertext(), 100)
                    texts = (" ".join(text[:1_000].split()) for text in pieces)
                    found += [text for text in texts if text][:40]
                elif (text := short_text(element)) and text not in found:
                    found.append(text)


def short_text(element: etree._Element) -> str:
    """The text of a heading or a link on one line; it stops after 500 letters."""
    parts, size = [], 0
    for text in islice(element.itertext(), 200):
        parts.append(text[:1_000])
        size += len(text)
        if size > 1_000:
            break
    return " ".join(" ".join(parts).split())[:500]
