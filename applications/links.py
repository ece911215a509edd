"""Addresses of postings: the form in which two spellings of one are equal."""

import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

_TRACKING = re.compile(
    r"utm_\w+|gclid|fbclid|msclkid|mc_[ce]id|ref|referer|referrer|source|src|trk|"
    r"trackingid|refid|gh_src|lever-(?:source|origin)",
    re.IGNORECASE,
)


def canonical_url(url: str) -> str:
    """Return ``url`` without what does not name the posting.

    Scheme and host in lower case, no ``www.``, fragment, closing slash or tracking
    parameters, the rest of the query sorted, all in ASCII. What is no http(s) address comes back
    unchanged.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode()
    except ValueError:  # also a name that IDNA cannot say
        return url
    if parts.scheme.lower() not in ("http", "https") or not host:
        return url
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = sorted((name, v) for name, v in pairs if not _TRACKING.fullmatch(name))
    default = {"http": 80, "https": 443}[parts.scheme.lower()]
    return parts._replace(
        scheme="https" if port in (None, default) else parts.scheme.lower(),
        netloc=host.removeprefix("www.") + (f":{port}" if port not in (None, default) else ""),
        path=quote(parts.path.rstrip("/"), safe="/%:@!$&'()*+,;=~-._"),
        query=urlencode(query),
        fragment="",
    ).geturl()
