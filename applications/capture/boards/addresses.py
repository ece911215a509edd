"""From the page of a company at a board to the address that says the same for programs."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, quote, unquote, urlsplit

# Paths that are the board's own, no company's.
_NO_COMPANY = {
    "", "j", "jobs", "job", "embed", "api", "v0", "v1", "about", "search", "login", "static",
    "privacy", "terms", "robots.txt", "sitemap.xml", "favicon.ico",
}  # fmt: skip
_NO_HOST = {"www", "app", "api", "careers", "jobs", "blog", "support", "help", "docs"}
_SLUG = re.compile(r"\w[\w-]{0,99}")

_BY_PATH = {
    "boards.greenhouse.io": "https://boards-api.greenhouse.io/v1/boards/{}/jobs?content=true",
    "job-boards.greenhouse.io": "https://boards-api.greenhouse.io/v1/boards/{}/jobs?content=true",
    "jobs.lever.co": "https://api.lever.co/v0/postings/{}?mode=json",
    "jobs.eu.lever.co": "https://api.eu.lever.co/v0/postings/{}?mode=json",
    "jobs.ashbyhq.com": (
        "https://api.ashbyhq.com/posting-api/job-board/{}?includeCompensation=true"
    ),
    "apply.workable.com": "https://apply.workable.com/api/v1/widget/accounts/{}?details=true",
    "careers.smartrecruiters.com": "https://api.smartrecruiters.com/v1/companies/{}/postings",
    "jobs.smartrecruiters.com": "https://api.smartrecruiters.com/v1/companies/{}/postings",
}
_BY_PATH["job-boards.eu.greenhouse.io"] = _BY_PATH["boards.greenhouse.io"]
_BY_PATH["boards.eu.greenhouse.io"] = _BY_PATH["boards.greenhouse.io"]

_BY_HOST: dict[str, Callable[[str, str], str]] = {
    ".recruitee.com": lambda host, _slug: f"https://{host}/api/offers/",
    ".jobs.personio.de": lambda host, _slug: f"https://{host}/xml",
    ".jobs.personio.com": lambda host, _slug: f"https://{host}/xml",
    ".teamtailor.com": lambda host, _slug: f"https://{host}/jobs.rss",
    ".pinpointhq.com": lambda host, _slug: f"https://{host}/postings.json",
    ".workable.com": lambda _host, slug: _BY_PATH["apply.workable.com"].format(slug),
}


def feed_address(url: str) -> str | None:
    """``https://jobs.lever.co/acme`` → the address to fetch; None for any other page.

    Only documented, public answers; a posting's own page gives its company's list.
    """
    try:
        parts = urlsplit(url.strip() if "://" in url else f"https://{url.strip()}")
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or parts.username or parts.password:
        return None
    if host in _BY_PATH:
        slug = _slug(host, parts.path, parts.query)
        return _BY_PATH[host].format(quote(slug, "")) if slug else None
    for ending, address in _BY_HOST.items():
        slug = host.removesuffix(ending)
        if slug not in (host, *_NO_HOST) and _SLUG.fullmatch(slug):
            return address(host, slug)
    return None


def company_in(url: str) -> str:
    """``acme`` of a posting's address at a board: how its page is called, no more."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return ""
    if host in _BY_PATH:
        return _slug(host, parts.path, parts.query)
    for ending in _BY_HOST:
        slug = host.removesuffix(ending)
        if slug not in (host, *_NO_HOST) and _SLUG.fullmatch(slug):
            return slug
    return ""


def _slug(host: str, path: str, query: str) -> str:
    """The company's name in the path; Greenhouse's embedded boards have it as ``for``."""
    name = unquote(path.strip("/").partition("/")[0])
    if name == "embed" and "greenhouse" in host:
        name = parse_qs(query).get("for", [""])[0]
    if name.lower() in _NO_COMPANY or not re.fullmatch(r"\w[\w.& -]{0,99}", name):
        return ""
    return name
