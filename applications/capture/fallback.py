"""A posting from a page without data: from its headings, its labels, its named parts."""

from __future__ import annotations

import re

from applications.capture.dates import read_date
from applications.capture.evidence import ENOUGH, points
from applications.capture.head import Page, short_text
from applications.capture.markup import inner_html
from applications.capture.pay import read_pay
from applications.capture.places import (
    country_of,
    is_remote_place,
    read_workplace,
    tidy_places,
)
from applications.capture.posting import Posting
from applications.capture.prose import heading_kind, section, suggest
from applications.capture.words import employment_words, read_job_types, read_level

_GENERIC = re.compile(
    r"(?:careers?|jobs?|job details?|vacanc(?:y|ies)|karriere|stellenangebote?|home|apply"
    r"|job (?:opening|posting|description|opportunity)|open(?:ings| positions)|details"
    r"|job application|recruitment|opportunities|hiring|join us|work with us|linkedin"
    r"|indeed(?:\.com)?|glassdoor|stepstone|xing|monster|greenhouse|lever|workable"
    r"|smartrecruiters|jobvite|icims|workday|bamboohr|ashby|teamtailor|personio|recruitee"
    r"|remote|jobs?\.\w+|emplois?|empleos?|vacatures?|lavoro|offres? d['’]emploi)",
    re.I,
)
_SEPARATOR = re.compile(r"\s+[|·•–—-]\s+|\s*[|»›]\s*|\s+::\s+")
_OF_COMPANY = (
    re.compile(r"^job application for (?P<title>.+) at (?P<company>.+)$", re.I),
    re.compile(
        r"^(?P<company>.+?) hiring (?P<title>.+?)(?: in .+)?(?: \| linkedin)?$", re.I
    ),
    re.compile(
        r"^(?P<company>.+?) is (?:looking for|hiring) (?:an? )?(?P<title>.+?)\.?$", re.I
    ),
)
_JOBS_AT = re.compile(
    r"^(?:jobs?|careers?|karriere|stellenangebote|vacancies|emplois?)"
    r" (?:at|bei|chez|@|bij) (.+)$",
    re.I,
)
_AT = re.compile(
    r"(?:^|\s)(?:at|@|bei|chez|bij|presso|hos|w)\s+(?P<company>\S.*)$", re.I
)
_TAIL = re.compile(r"\s+(?:careers?|jobs?|karriere|recruiting|recruitment)$", re.I)
# “Portland, OR”; but “Acme, Inc.”
_IS_PLACE = re.compile(
    r",\s(?!(?:inc|llc|ltd|gmbh|s\.?a|co|corp|plc|lp|llp|pllc|pbc|ag|se|kg)\b)", re.I
)
_PLACES = re.compile(r"\s*[;|\n]\s*|\s+/\s+|\s+or\s+")


def read_fallback(page: Page, url: str = "") -> Posting:
    """The posting; one without a title if there is too little to call it one."""
    posting = Posting(url=url)
    if points(page, url) < ENOUGH:
        return posting
    labels = page.labels
    _name(posting, page, labels)
    if not posting.title:
        return posting
    text = page.text
    _say_place(posting, page, labels)
    _say_employment(posting, page, labels)
    country = country_of(posting.locations[0]) if posting.locations else ""
    _say_pay(posting, labels.get("pay", ""), country)
    posting.posted_on = read_date(labels.get("posted_on"))
    posting.deadline_on = read_date(labels.get("deadline_on"))
    posting.source_id = labels.get("source_id", "")
    posting.industry = labels.get("industry", "")
    posting.level = read_level(labels.get("level")) or read_level(posting.title)
    posting.description = _description(page) or page.meta.get("og:description", "")
    posting.requirements = section(text, "requirements")
    posting.benefits = section(text, "benefits")
    for name in (
        "locations", "pay", "pay_text", "job_types", "posted_on", "deadline_on",
        "source_id", "industry", "description", "requirements", "benefits", "workplace",
    ):  # fmt: skip
        if getattr(posting, name):
            posting.where.setdefault(name, "text")
    if posting.level:
        posting.where["level"] = "text" if labels.get("level") else "title"
    suggest(posting, text or posting.description, country)
    return posting


def _description(page: Page) -> str:
    return inner_html(page.main) if page.lines else ""


def _name(posting: Posting, page: Page, labels: dict[str, str]) -> None:
    """Title and company help to find each other: “Baker – Oven Ltd”, “Baker at Oven”."""
    heads = [page.meta.get("og:title", ""), page.title]
    posting.title, where = _heading(page)
    company, of_company = labels.get("company", ""), "text"
    if not company and (named := page.parts.get("company")):
        company, of_company = re.sub(r"^at\s+", "", named[0]), "text"
    for head in heads:
        for pattern in _OF_COMPANY:
            if match := pattern.match(head):
                if not posting.title:
                    posting.title, where = match["title"].strip(), "title"
                if not company:
                    company, of_company = (
                        _TAIL.sub("", match["company"].strip()),
                        "title",
                    )
    site = page.meta.get("og:site_name", "")
    if _GENERIC.fullmatch(site) or site.lower() == posting.title.lower():
        site = ""
    if not posting.title and heads[0] and not _GENERIC.fullmatch(heads[0]):
        posting.title, where = _without(heads[0], company or site), "opengraph"
    if not posting.title and labels.get("title"):
        posting.title, where = labels["title"], "text"
    if not company:
        company, of_company = _rest(heads, posting.title, page), "title"
    for head in heads:
        if not company and (match := _JOBS_AT.match(head)):
            company = _SEPARATOR.split(match[1])[0]
    if not company and site:
        company, of_company = _TAIL.sub("", site), "opengraph"
    posting.title = posting.title[:500]
    if posting.title:
        posting.where["title"] = where
    if company and company.lower() != posting.title.lower():
        posting.company = company[:255]
        posting.where["company"] = of_company


def _heading(page: Page) -> tuple[str, str]:
    """What the board names as title; the h1 of the main part; the first heading of all."""
    names = [name for name in page.parts.get("title", []) if _is_title(name)]
    heads = [text for text in dict.fromkeys(page.heading("h1")) if _is_title(text)]
    # The whole block of a title holds the heading itself.
    for head in [*heads, *page.heading("h2")]:
        if any(head in name for name in names) and _is_title(head):
            return head, "heading"
    if names:
        return names[0], "heading"
    if len(heads) > 1:
        own = {short_text(element) for element in page.main.iter("h1")}
        heads = [head for head in heads if head in own]
    if len(heads) == 1:
        return heads[0], "heading"
    if not heads:
        said = f"{page.title} {page.meta.get('og:title', '')}"
        for number, (tag, text) in enumerate(page.headings[:5]):
            if tag == "h2" and _is_title(text) and (not number or text in said):
                return text, "heading"
    return "", ""


def _is_title(text: str) -> bool:
    return (
        2 <= len(text) <= 200
        and not _GENERIC.fullmatch(text)
        and not heading_kind(text)
        and not text.endswith(("?", "!"))
    )


def _without(head: str, company: str) -> str:
    """A head without the company at its end: “Cobbler at Last Shoe Co”."""
    if company and head.lower().endswith(company.lower()):
        head = head[: -len(company)]
        return re.sub(
            r"(?:\s+(?:at|@|bei|chez|bij)|\s*[|·•–—,-])\s*$", "", head
        ).strip()
    parts = [part for part in _SEPARATOR.split(head) if not _GENERIC.fullmatch(part)]
    return parts[0].strip() if len(parts) == 1 else ""


def _rest(heads: list[str], title: str, page: Page) -> str:
    """What the page's titles say beside the job's: the company, if it is one thing."""
    places = {place.lower() for place in page.parts.get("location", [])}
    for head in heads:
        if not title or title.lower() not in head.lower() or head == title:
            continue
        start = head.lower().index(title.lower())
        rest = f"{head[:start]} | {head[start + len(title) :]}"
        if match := _AT.search(rest.strip(" |")):
            rest = match["company"]
        parts = [part.strip(" ,|-–—") for part in _SEPARATOR.split(rest)]
        parts = [_TAIL.sub("", part) for part in parts if part]
        parts = [
            part
            for part in dict.fromkeys(parts)
            if not _GENERIC.fullmatch(part)
            and part.lower() not in places
            and not re.fullmatch(r"(?:in|job|jobs|\W|[\d#]+)*", part, re.I)
            and not re.match(r"(?:in|,)\s", part)
            and not _IS_PLACE.search(part)
        ]
        if len(parts) == 1:
            return parts[0]
    return ""


def _say_employment(posting: Posting, page: Page, labels: dict[str, str]) -> None:
    said = labels.get("employment") or "; ".join(page.parts.get("employment", [])[:1])
    posting.job_types = read_job_types(said)
    if posting.job_types:
        posting.employment_words = [
            word for word in employment_words(said) if read_job_types(word)
        ]


def _say_pay(posting: Posting, said: str, country: str) -> None:
    """What is not wholly understood is kept as it is written, too."""
    if not said:
        return
    posting.pay = read_pay(said, country=country)
    if not posting.pay or posting.pay != posting.pay.whole:
        posting.pay_text = said


def _say_place(posting: Posting, page: Page, labels: dict[str, str]) -> None:
    said = labels.get("location", "")
    places = _PLACES.split(said) if said else []
    if not places and (parts := page.parts.get("location")):
        # Of nested blocks the innermost says it best.
        place = (
            min(parts, key=len) if parts[0].find(min(parts, key=len)) >= 0 else parts[0]
        )
        places = _PLACES.split(
            re.sub(r"^(?:job )?location:?\s*", "", place, flags=re.I)
        )
    if not places:
        # “Engineering · Austin, Texas · Remote”
        places = page.parts.get("meta", [])[1:]
    places = [place.strip(" /|·,") for place in places]
    posting.locations = tidy_places(p for p in places if 1 < len(p) <= 120)[:50]
    named = labels.get("workplace") or next(iter(page.parts.get("workplace", [])), "")
    posting.workplace = read_workplace(named)
    if not posting.workplace and any(map(is_remote_place, posting.locations)):
        posting.workplace = "remote"
    if posting.workplace in ("remote", "onsite"):
        posting.is_remote = posting.workplace == "remote"
