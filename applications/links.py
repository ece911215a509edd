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
    parameters, the rest of the query sorted, all in ASCII. What is no http(s) address
    comes back unchanged.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode().removeprefix("www.")
        path = quote(parts.path.rstrip("/"), safe="/%:@!$&'()*+,;=~-._")
        pairs = parse_qsl(parts.query, keep_blank_values=True)
        kept = [(name, v) for name, v in pairs if not _TRACKING.fullmatch(name)]
        query = urlencode(sorted(kept))
    except ValueError:  # also a name that IDNA cannot say, or half a character
        return url
    if parts.scheme.lower() not in ("http", "https") or not host:
        return url
    default = {"http": 80, "https": 443}[parts.scheme.lower()]
    if ":" in host:
        host = f"[{host}]"
    port_part = f":{port}" if port not in (None, default) else ""
    return parts._replace(
        scheme="https" if port in (None, default) else parts.scheme.lower(),
        netloc=host + port_part,
        path=path,
        query=query,
        fragment="",
    ).geturl()
