"""Which addresses may be asked: public ones, and no other unless somebody says so.

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

# Of this machine and its network, for those who may ask there too.
_NEAR: list[IPv4Network | IPv6Network] = [
    *(
        IPv4Network(block)
        for block in (
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
        )
    ),
    IPv6Network("::1/128"),
    IPv6Network("fc00::/7"),
]
# What clouds tell about their machines: nobody's to ask.
_METADATA = {
    ip_address(address)
    for address in ("100.100.100.200", "fd00:ec2::254", "fd20:ce::254")
}

# The last label begins with a letter. So no final dot, no zone, nothing escaped, and no
# other spelling of an IPv4 address: all of those end in a number.
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
# At least two labels: no name of a neighbour (“db”).
_PUBLIC_NAME = re.compile(
    rf"(?=.{{4,253}}\Z)(?:{_LABEL}\.)+[a-z][a-z0-9-]{{0,61}}[a-z0-9]"
)
_NEAR_NAME = re.compile(rf"(?=.{{1,253}}\Z)(?:{_LABEL}\.)*(?=[a-z]){_LABEL}")
# A name with more addresses has them for its own balance; the first will do.
_MOST = 4

type Resolve = Callable[[str, int], Iterable[str]]
type Connect = Callable[[str, int, float], socket.socket]


class Unreached(Exception):  # noqa: N818 – of whose server, the caller knows
    """Why there is no answer: its ``code``, for which the caller has the words.

    address: not one to ask; slow; unreachable; certificate: not valid; broken: what came
    cannot be read; large: more came than was wanted.
    """

    def __init__(self, code: str, host: str = "") -> None:
        super().__init__(code)
        self.code, self.host = code, host


class Deadline:
    """The time for all there is to do, in seconds; the clock runs from the start."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds, more than 0; raises ``Unreached`` when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise Unreached("slow")
        return left

    def holds(self, seconds: float) -> bool:
        """Whether so many seconds are left, and some more."""
        return time.monotonic() + seconds < self._end


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


def is_near(address: str) -> bool:
    """Whether it is public, or of this machine or its network; no name is."""
    if is_public(address):
        return True
    try:
        it = ip_address(address)
    except ValueError:
        return False
    is_ours = any(it in block for block in _NEAR)
    return is_ours and it not in _METADATA and not getattr(it, "scope_id", None)


class Reach(NamedTuple):
    """How far one may ask: which addresses, and names of which form."""

    holds: Callable[[str], bool]
    names: re.Pattern[str]

    def may_be(self, host: str) -> bool:
        """Whether ``host`` can be within reach, by what is written: no name is resolved."""
        return self.holds(host) or bool(self.names.fullmatch(host))


PUBLIC = Reach(is_public, _PUBLIC_NAME)
NEAR = Reach(is_near, _NEAR_NAME)


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
    reach: Reach = PUBLIC


def judged(host: str, port: int, net: Net, deadline: Deadline) -> list[str]:
    """The addresses of ``host``, each within reach; else raises ``Unreached``.

    One that is not condemns all: a public one beside it is how such names hide. The code
    is the same for a name that does not exist and one that leads inside, so nobody learns
    from it which names are known here.
    """
    if net.reach.holds(host):
        return [host]
    known = net.reach.names.fullmatch(host)
    found = _asked(host, port, net.resolve, deadline) if known else []
    if not found or not all(map(net.reach.holds, found)):
        raise Unreached("address", host)
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
        raise Unreached("slow")
    return found
