"""One request over one connection to a judged address.

Import it inside functions: httpx2 costs a process that asks nobody a third of a second.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, cast

import httpcore2
import httpx2

from jobtracker.web.addresses import Deadline, Net, Unreached, judged

# It says what we are and nothing of who asks.
AGENT = "Jobtracker (self-hosted job-search tracker)"
# What may come beside the body: headers, the lengths of its pieces.
_BESIDE = 200_000


@contextmanager
def send(
    method: str,
    url: httpx2.URL,
    *,
    headers: Mapping[str, str],
    body: bytes | None = None,
    most: int,
    deadline: Deadline,
    net: Net,
) -> Iterator[httpx2.Response]:
    """Ask for ``url`` and give what was answered, its body still to be read.

    Nothing is remembered from one call to the next: no cookies, no connections. Neither
    proxies nor certificates are taken from the environment; no redirect is followed.
    Raises ``Unreached`` for all that goes wrong, also while the body is read; ``most``
    bytes of it as they come.
    """
    trust = net.trust or httpx2.create_ssl_context(trust_env=False)
    guard = _Guard(net, deadline, most + _BESIDE)
    try:
        with httpcore2.ConnectionPool(
            ssl_context=trust, network_backend=guard, max_keepalive_connections=0
        ) as pool:
            answer = pool.handle_request(_request(method, url, headers, body))
            try:
                yield httpx2.Response(
                    answer.status,
                    headers=answer.headers,
                    stream=_Body(cast(Iterable[bytes], answer.stream)),
                )
            finally:
                answer.close()
    except (httpcore2.ProtocolError, httpx2.DecodingError):
        raise Unreached("broken") from None


def _request(
    method: str, url: httpx2.URL, headers: Mapping[str, str], body: bytes | None
) -> httpcore2.Request:
    given = [(name.encode(), value.encode()) for name, value in headers.items()]
    if body is not None:
        given.append((b"Content-Length", str(len(body)).encode()))
    return httpcore2.Request(
        method.encode(),
        httpcore2.URL(
            scheme=url.raw_scheme,
            host=url.raw_host,
            port=url.port,
            target=url.raw_path,
        ),
        headers=[
            (b"Host", url.netloc),
            (b"User-Agent", AGENT.encode()),
            (b"Accept-Encoding", b"gzip, deflate"),
            (b"Connection", b"close"),
            *given,
        ],
        content=body,
    )


def read(answer: httpx2.Response, most: int) -> bytes:
    """The body, unpacked: ``most`` bytes of it. Raises ``Unreached``."""
    # One packing, of those we named: none is unpacked a hundred times over.
    packing = answer.headers.get("content-encoding", "identity").strip().lower()
    if packing not in ("identity", "gzip", "deflate"):
        raise Unreached("broken")
    body = bytearray()
    for piece in answer.iter_bytes():
        body += piece
        if len(body) > most:
            raise Unreached("large")
    return bytes(body)


class _Body(httpx2.SyncByteStream):
    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        yield from self._pieces


class _Guard(httpcore2.NetworkBackend):
    """Opens connections, to judged addresses only. There are no sockets of files here."""

    def __init__(self, net: Net, deadline: Deadline, most: int) -> None:
        self._net = net
        self._deadline = deadline
        self._most = most

    def connect_tcp(
        self, host: str, port: int, *args: Any, **kwargs: Any
    ) -> httpcore2.NetworkStream:
        addresses = judged(host, port, self._net, self._deadline)
        failed = "unreachable"
        for place, address in enumerate(addresses):
            # Each gets its share: behind the first there may be nobody.
            seconds = self._deadline.left() / (len(addresses) - place)
            try:
                opened = self._net.connect(address, port, seconds)
            except TimeoutError:
                failed = "slow"
            except OSError:
                failed = "unreachable"
            else:
                return _Stream(opened, self._deadline, self._most)
        raise Unreached(failed)


class _Stream(httpcore2.NetworkStream):
    """A socket under one deadline and one limit, whatever timeouts its user names.

    A limit for each read would let a server drip for hours.
    """

    def __init__(self, opened: socket.socket, deadline: Deadline, most: int) -> None:
        self._socket = opened
        self._deadline = deadline
        self._left = most

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        with self._in_time():
            data = self._socket.recv(max_bytes)
        self._left -= len(data)
        if self._left < 0:
            raise Unreached("large")
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if buffer:
            with self._in_time():
                self._socket.sendall(buffer)

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        """The certificate has to be of the name that was asked for, not of the address."""
        try:
            with self._in_time():
                self._socket = ssl_context.wrap_socket(
                    self._socket, server_hostname=server_hostname
                )
        except BaseException:
            self.close()
            raise
        return self

    def close(self) -> None:
        self._socket.close()

    def get_extra_info(self, info: str) -> Any:
        is_tls = info == "ssl_object" and isinstance(self._socket, ssl.SSLSocket)
        return self._socket if is_tls else None

    @contextmanager
    def _in_time(self) -> Iterator[None]:
        self._socket.settimeout(self._deadline.left())
        try:
            yield
        except TimeoutError:
            raise Unreached("slow") from None
        except ssl.SSLCertVerificationError:
            raise Unreached("certificate") from None
        except OSError:
            raise Unreached("unreachable") from None
