"""Which addresses of the internet may be asked: public ones, and no other.

A server that fetches what people name must not become their way to its neighbours: the
database, the router, the metadata of a cloud. Names prove nothing, so each name is asked
for once, all its addresses are judged, and a judged one is what is connected to.
"""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Network, ip_address
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext as _

from jobtracker.errors import Refused

if TYPE_CHECKING:
    from ssl import SSLContext

# From the special registries of IANA, by hand: what ``ipaddress`` calls global changes
# with its version, and holds ways into networks of IPv4.
_CLOSED = [
    IPv4Network(block)
    for block in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",
        "100.64.0.0/10",  # providers' own (CGNAT); metadata of Alibaba
        "127.0.0.0/8",
        "168.63.129.16/32",  # public to look at, but Azure's own inside Azure
        "169.254.0.0/16",  # link-local, metadata of most clouds
        "172.16.0.0/12",
        "192.0.0.0/24",  # protocols; metadata of Oracle
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
]
# All that is given out for use. Outside of it lie loopback, ULA, link-local, multicast,
# IPv4 in IPv6 and NAT64.
_OPEN6 = IPv6Network("2000::/3")
_CLOSED6 = [
    IPv6Network(block)
    for block in (
        "2001::/23",  # protocols; Teredo, which holds an IPv4 address
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4, which holds an IPv4 address
        "3fff::/20",  # documentation
    )
]

# At least two labels, and the last begins with a letter. So no name of a neighbour
# (“db”), no final dot, no zone, nothing escaped, and no other spelling of an IPv4
# address: all of those end in a number.
_NAME = re.compile(
    r"(?=.{4,253}\Z)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+"
    r"[a-z][a-z0-9-]{0,61}[a-z0-9]"
)
# A name with more addresses has them for its own balance; the first will do.
_MOST = 4

type Resolve = Callable[[str, int], Iterable[str]]
type Connect = Callable[[str, int, float], socket.socket]


class Deadline:
    """The time for all there is to do, in seconds; the clock runs from the start."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds, more than 0; raises ``Refused`` when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise too_slow()
        return left


def too_slow() -> Refused:
    return Refused(
        _(
            "The website takes too long to answer. Try later, or paste the page instead."
        ),
        code="slow",
    )


def is_public(address: str) -> bool:
    """Whether an IPv4 or IPv6 address is anyone's to ask; no name is."""
    try:
        it = ip_address(address)
    except ValueError:
        return False
    if isinstance(it, IPv4Address):
        is_closed = any(it in block for block in _CLOSED)
    else:
        # A zone (fe80::1%eth0) belongs to this machine.
        is_closed = bool(it.scope_id) or it not in _OPEN6
        is_closed = is_closed or any(it in block for block in _CLOSED6)
    return not is_closed and it.is_global and not it.is_multicast


def resolve(host: str, port: int) -> list[str]:
    """All addresses of a name, in the order of preference; raises ``OSError``."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


def connect(address: str, port: int, seconds: float) -> socket.socket:
    """Opens a connection to an address that was judged; raises ``OSError``."""
    return socket.create_connection((address, port), timeout=seconds)


class Net(NamedTuple):
    """How the world is reached. Tests put a small one of their own here.

    ``connect`` gets judged addresses alone, whoever resolved them. ``trust`` says which
    certificates count; without it, those the system trusts.
    """

    resolve: Resolve = resolve
    connect: Connect = connect
    trust: SSLContext | None = None


def judged(host: str, port: int, ask: Resolve, deadline: Deadline) -> list[str]:
    """The addresses of ``host``, each public; else ``Refused``.

    One that is not condemns all: a public one beside it is how such names hide. The same
    sentence is said for a name that does not exist and one that leads inside, so nobody
    learns from it which names are known here.
    """
    if is_public(host):
        return [host]
    found = _asked(host, port, ask, deadline) if _NAME.fullmatch(host) else []
    if not found or not all(map(is_public, found)):
        raise Refused(
            _(
                "There is no public website at %(host)s. Check the link, or paste the page "
                "instead."
            )
            % {"host": host[:100]},
            code="address",
        )
    return list(dict.fromkeys(found))[:_MOST]


def _asked(host: str, port: int, ask: Resolve, deadline: Deadline) -> list[str]:
    """What the resolver says, within the time; it cannot be told to hurry, only be left."""
    found: list[str] = []

    def run() -> None:
        try:
            found.extend(ask(host, port))
        except (OSError, UnicodeError):
            found.clear()

    thread = Thread(target=run, name="resolve", daemon=True)
    thread.start()
    thread.join(deadline.left())
    if thread.is_alive():
        raise too_slow()
    return found
