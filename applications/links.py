"""Addresses of postings: the form in which two spellings of one are equal."""

import re
from urllib.parse import SplitResult, quote, urlsplit

# What mails and advertisements add to find out where a click came from.
_TRACKING = re.compile(r"(?:utm_\w+|gclid|fbclid|msclkid|mc_[ce]id)(?:=.*)?", re.I)
_KEPT = "/%:@!$&'()*+,;=~-._"


def canonical_url(url: str) -> str:
    """Return ``url`` without what does not name the posting, in ASCII.

    Scheme and host in lower case; no fragment but a path, no closing slash, no tracking
    parameters. What is no http(s) address comes back unchanged.
    """
    try:
        parts = urlsplit(url.strip())
        netloc = _netloc(parts)
        path = quote(parts.path.rstrip("/"), safe=_KEPT)
        query = quote(_query(parts), safe=_KEPT + "?")
    except ValueError:  # a bad port, a name that IDNA cannot say, a lone surrogate
        return url
    if parts.scheme.lower() not in ("http", "https") or not netloc:
        return url
    scheme = parts.scheme.lower()
    return SplitResult(scheme, netloc, path, query, _fragment(parts)).geturl()


def _netloc(parts: SplitResult) -> str:
    host = (parts.hostname or "").encode("idna").decode()
    host = f"[{host}]" if ":" in host else host
    is_default = (parts.scheme.lower(), parts.port) in (("http", 80), ("https", 443))
    return host if parts.port is None or is_default else f"{host}:{parts.port}"


def _fragment(parts: SplitResult) -> str:
    """Kept only where it is a path: some boards are a single page."""
    is_path = parts.fragment.startswith(("/", "!"))
    return quote(parts.fragment, safe=_KEPT + "?") if is_path else ""


def _query(parts: SplitResult) -> str:
    pairs = [pair for pair in parts.query.split("&") if not _TRACKING.fullmatch(pair)]
    return "&".join(pairs)
