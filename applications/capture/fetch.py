"""A page of the web, fetched for a person by its link.

What the link says and where it leads is judged before anything is opened, at each
redirect anew, by ``jobtracker.web``: where to, how long and how much.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from applications.capture.refusals import check_status, unreached
from jobtracker.errors import Refused
from jobtracker.web.addresses import Deadline, Net, Unreached

if TYPE_CHECKING:
    import httpx2

HTML = ("text/html", "application/xhtml+xml")
TEXT = ("text/plain",)
FEED = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml")
JSON = ("application/json", "application/feed+json", "application/ld+json")

LONGEST = 2_000
MOST_REDIRECTS = 5
_REDIRECTS = {301, 302, 303, 307, 308}
_PORTS = {None, 80, 443}
# What Python calls the charsets of the web. It knows others by which reading 2 MB takes
# hours (idna), or whose words are no text (hex, zip, unicode_escape).
_CHARSET = re.compile(
    r"(ascii|big5|cp\d|euc_|gb|iso2022|iso8859|koi8|mac-|shift_jis|tis-620|utf-(8|16|32))"
)


@dataclass(frozen=True, slots=True)
class Page:
    """``url`` is where it was found in the end; ``content_type`` has no parameters.

    ``charset`` is one that Python can read, empty where the server named none. ``body``
    is unpacked, and else as it came.
    """

    url: str
    content_type: str
    charset: str
    body: bytes
    retrieved_at: datetime


def fetch(
    url: str,
    *,
    accept: Collection[str] = HTML + TEXT,
    most_bytes: int = 2_000_000,
    seconds: float = 10,
    net: Net = Net(),  # noqa: B008 - a tuple, never changed
) -> Page:
    """Fetch a public page; raises ``Refused`` with a sentence to show for all else.

    ``accept``: content types. ``most_bytes``: of the body, unpacked. ``seconds``: for the
    whole, names, redirects and slow servers included.
    The codes: off, link, address, redirects, slow, large, kind, certificate, unreachable,
    broken; and by status gone, closed, busy, trouble, status.
    """
    if not settings.CAPTURE_FETCH:
        raise Refused(
            _("Fetching pages is switched off here. Paste the page instead."),
            code="off",
        )
    try:
        return _followed(url, accept, most_bytes, Deadline(seconds), net)
    except Unreached as why:
        raise unreached(why) from None


def _followed(
    url: str, accept: Collection[str], most: int, deadline: Deadline, net: Net
) -> Page:
    """The page at the end of the redirects. Raises ``Refused`` or ``Unreached``."""
    from jobtracker.web import wire

    headers = {"Accept": ", ".join(accept)}
    for _hop in range(MOST_REDIRECTS + 1):
        target = _target(url)
        with wire.send(
            "GET", target, headers=headers, most=most, deadline=deadline, net=net
        ) as answer:
            if answer.status_code in _REDIRECTS and "location" in answer.headers:
                url = _next(str(target), answer.headers["location"])
                continue
            check_status(answer.status_code)
            return Page(
                url=str(target),
                content_type=_checked_type(answer, accept),
                charset=_charset(answer),
                body=wire.read(answer, most),
                retrieved_at=timezone.now(),
            )
    raise Refused(
        _("The link leads on and on, and to no page. Paste the page instead."),
        code="redirects",
    )


def _target(url: str) -> httpx2.URL:
    """The link taken apart, once: its host is the one that is judged and connected to."""
    import httpx2

    _check_characters(url)
    try:
        target = httpx2.URL(url).copy_with(fragment=None)
    except (httpx2.InvalidURL, ValueError):
        raise broken_link() from None
    if target.scheme not in ("http", "https"):
        raise Refused(
            _("Only links that begin with http:// or https:// can be fetched."),
            code="link",
        )
    if target.userinfo:
        raise Refused(
            _("The link has a user name or a password in it. Take it out."), code="link"
        )
    if target.port not in _PORTS:
        raise Refused(
            _(
                "The link names port %(port)d; only pages at the usual ports, 80 and 443, "
                "are fetched."
            )
            % {"port": target.port},
            code="link",
        )
    if not target.host:
        raise broken_link()
    return target


def _next(url: str, location: str) -> str:
    # Before they are joined: that would drop what is wrong with it.
    _check_characters(location)
    try:
        return urljoin(url, location)
    except ValueError:
        raise broken_link() from None


def _check_characters(url: str) -> None:
    """No line ends, nothing invisible; a backslash is a slash to some readers only."""
    if len(url) > LONGEST:
        raise Refused(
            _("The link is longer than %(most)d characters.") % {"most": LONGEST},
            code="link",
        )
    if not url.isprintable() or "\\" in url:
        raise broken_link()


def broken_link() -> Refused:
    return Refused(_("This is not a link to a web page."), code="link")


def _checked_type(answer: httpx2.Response, accept: Collection[str]) -> str:
    """As the server says; nothing is guessed from the body."""
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in accept:
        raise Refused(
            _(
                "The link leads to a file of another kind (%(kind)s). Paste the text "
                "instead."
            )
            % {"kind": kind[:60] or _("none is named")},
            code="kind",
        )
    return kind


def _charset(answer: httpx2.Response) -> str:
    try:
        name = codecs.lookup(answer.charset_encoding or "").name
    except (LookupError, ValueError):
        return ""
    return name if _CHARSET.match(name) else ""
