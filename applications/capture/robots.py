"""What a website asks of programs that come by themselves.

For feeds and boards that are looked at by the clock; a page that a person asks for by
hand is their own visit.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from applications.capture.fetch import TEXT, Page, broken_link
from applications.capture.fetch import fetch as fetch_page
from jobtracker.errors import Refused

# The word that a robots.txt would call us by.
NAME = "Jobtracker"
_LARGEST = 500_000
# No file, or a page for people in its place: nothing is asked of us.
_NONE = {"gone", "kind", "status"}


def is_allowed(url: str, fetch: Callable[..., Page] = fetch_page) -> bool:
    """Whether the robots.txt of its website lets us come; one that is shut does not.

    Raises ``Refused`` where that cannot be known: fetching is off, the site is away.
    """
    try:
        file = urljoin(url, "/robots.txt")
    except ValueError:
        raise broken_link() from None
    try:
        page = fetch(file, accept=TEXT, most_bytes=_LARGEST)
    except Refused as refused:
        if refused.code in _NONE:
            return True
        if refused.code == "closed":
            return False
        raise
    rules = RobotFileParser()
    rules.parse(page.body.decode("utf-8-sig", "replace").splitlines())
    return rules.can_fetch(NAME, url)
