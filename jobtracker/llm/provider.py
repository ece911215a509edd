"""Who is asked: the address of an endpoint, the name of a model, and a key."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from jobtracker.errors import Refused
from jobtracker.web.addresses import NEAR, PUBLIC, Reach

LONGEST = 500
# People copy the address of the question itself.
_ENDINGS = ("/chat/completions", "/completions", "/models")
# Below it only 443: the others are of services that are no models.
_FIRST_FREE_PORT = 1_024


@dataclass(frozen=True, slots=True)
class Provider:
    """``base_url`` as OpenAI's clients take it, ``https://api.example.org/v1``.

    ``is_near``: it may lie in our own network, too.
    """

    base_url: str
    model: str
    api_key: str = field(default="", repr=False)
    is_near: bool = False

    @classmethod
    def of_instance(cls) -> Provider | None:
        """The operator's, for everyone; it may lie anywhere. None: there is none."""
        url, model = settings.LLM_BASE_URL.strip().rstrip("/"), settings.LLM_MODEL
        if not (url and model):
            return None
        return cls(url, model, settings.LLM_API_KEY, is_near=True)

    @property
    def host(self) -> str:
        """Where it is, for people: ``api.example.org``, ``127.0.0.1:11434``."""
        return urlsplit(self.base_url).netloc.rpartition("@")[2]

    @property
    def reach(self) -> Reach:
        return NEAR if self.is_near else PUBLIC


def checked_url(text: str, *, is_near: bool) -> str:
    """The address of a provider as it is kept. Raises ``Refused`` with what is wrong.

    It goes by what is written; where a name leads is judged each time it is asked.
    """
    url = _without_ending(text.strip())
    parts = _split(url)
    if parts.scheme not in ("http", "https"):
        raise _refused(_("The address begins with https:// or http://."))
    if "@" in parts.netloc:
        raise _refused(
            _(
                "The address has a user name or a password in it. Take it out; the key "
                "has a field of its own."
            )
        )
    if parts.query or parts.fragment or "?" in url or "#" in url:
        raise _refused(_("The address ends before any ? or #."))
    _check_place(parts, is_near=is_near)
    return url


def _without_ending(url: str) -> str:
    url = url.rstrip("/")
    for ending in _ENDINGS:
        if url.endswith(ending):
            return url.removesuffix(ending).rstrip("/")
    return url


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        is_whole = bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_whole = False
    is_plain = url.isascii() and url.isprintable() and not {" ", "\\"} & set(url)
    if not (is_whole and is_plain):
        raise _refused(
            _(
                "This is not the address of a provider. It looks like "
                "https://api.example.org/v1."
            )
        )
    if len(url) > LONGEST:
        raise _refused(
            _("The address is longer than %(most)d characters.") % {"most": LONGEST}
        )
    return parts


def _check_place(parts: SplitResult, *, is_near: bool) -> None:
    host, port = parts.hostname or "", parts.port or 443
    if not (NEAR if is_near else PUBLIC).may_be(host):
        raise _refused(
            _("%(host)s is not the address of a public server.") % {"host": host[:100]}
        )
    if is_near:
        return
    if parts.scheme != "https":
        raise _refused(
            _(
                "Use https://: your résumé and the key would travel readable for "
                "everyone on the way."
            )
        )
    if port != 443 and port < _FIRST_FREE_PORT:
        raise _refused(
            _("The address names port %(port)d. Use 443, or one from %(least)d on.")
            % {"port": port, "least": _FIRST_FREE_PORT}
        )


def _refused(why: str) -> Refused:
    return Refused(why, code="address")
