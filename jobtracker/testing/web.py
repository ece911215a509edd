"""A web in small: a website of this machine that the guard takes for one of the world.

The guard stays whole. The resolver says public addresses, and what is to be connected to
a judged one is led to the website here, and written down.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from jobtracker.web.addresses import Net

PUBLIC = "93.184.215.14"
PUBLIC6 = "2606:2800:21f:cb07:6820:80da:af6b:8b2c"
HTML = "text/html; charset=utf-8"
NAMES = ("jobs.example.org", "www.example.org")

type Answer = Callable[[Any], None]


@dataclass
class World:
    """``names``: addresses by name, a list of lists to answer one after the other.

    ``pages``: what is answered by path. ``asked``: (host, path, headers) of each request;
    ``sent``: what came with each POST.
    ``opened``: (address, port) of each connection that the guard wanted.
    """

    http: int = 0
    https: int = 0
    trust: ssl.SSLContext | None = None
    names: dict[str, Any] = field(default_factory=dict)
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    sent: list[bytes] = field(default_factory=list)
    opened: list[tuple[str, int]] = field(default_factory=list)
    resolved: list[str] = field(default_factory=list)
    sni: list[str | None] = field(default_factory=list)

    @property
    def net(self) -> Net:
        return Net(self.resolve, self.connect, self.trust)

    def resolve(self, host: str, port: int) -> list[str]:
        self.resolved.append(host)
        found = self.names.get(host)
        if found is None:
            raise socket.gaierror(-2, "Name or service not known")
        if found and isinstance(found[0], list):
            return found.pop(0) if len(found) > 1 else found[0]
        return found

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        self.opened.append((address, port))
        here = self.https if port == 443 else self.http
        return socket.create_connection(("127.0.0.1", here), timeout=seconds)


def says(
    body: bytes = b"<p>A posting", kind: str = HTML, status: int = 200, **headers: str
) -> Answer:
    def answer(handler: Any) -> None:
        handler.send_response(status)
        if kind:
            handler.send_header("Content-Type", kind)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def in_turn(*answers: Answer) -> Answer:
    """Another answer each time; the last one from then on."""
    left = list(answers)

    def answer(handler: Any) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return answer


def leads_to(location: str, status: int = 302, **headers: str) -> Answer:
    return says(b"", status=status, Location=location, **headers)


def raw(*pieces: bytes, pause: Callable[[], None] = lambda: None) -> Answer:
    """Bytes as they are, with a pause after each piece."""

    def answer(handler: Any) -> None:
        for piece in pieces:
            handler.wfile.write(piece)
            handler.wfile.flush()
            pause()
        handler.close_connection = True

    return answer


@contextmanager
def web(folder: Path) -> Iterator[World]:
    world = World(names={name: [PUBLIC] for name in NAMES})

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:  # noqa: N802
            world.asked.append((self.headers["Host"], self.path, dict(self.headers)))
            answer = world.pages.get(self.path, says(b"", status=404))
            # Those who are refused go in the middle of it.
            with contextlib.suppress(OSError):
                answer(self)

        def do_POST(self) -> None:  # noqa: N802
            length = int(self.headers["Content-Length"] or 0)
            self.said = self.rfile.read(length)
            world.sent.append(self.said)
            self.do_GET()

        def log_message(self, *args: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        # A failed handshake is what some tests are about.
        handle_error = lambda self, *args: None  # noqa: E731

    plain = Server(("127.0.0.1", 0), Handler)
    tls = Server(("127.0.0.1", 0), Handler)
    context, world.trust = _certificates(folder)
    context.sni_callback = lambda _socket, name, _context: world.sni.append(name)
    tls.socket = context.wrap_socket(
        tls.socket, server_side=True, do_handshake_on_connect=False
    )
    world.http, world.https = plain.server_address[1], tls.server_address[1]
    threads = [
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        for server in (plain, tls)
    ]
    for thread in threads:
        thread.start()
    try:
        yield world
    finally:
        for server in (plain, tls):
            server.shutdown()
            server.server_close()
        for thread in threads:
            thread.join()


def _certificates(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Of a website with ``NAMES`` and ``PUBLIC``, and the trust in who vouches for it."""
    authority_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    authority = _name("Tests")
    ca = (
        _certificate(authority, authority, authority_key)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs=True), critical=True)
        .add_extension(
            x509.SubjectKeyIdentifier.from_public_key(authority_key.public_key()), False
        )
        .sign(authority_key, hashes.SHA256())
    )
    names = [x509.DNSName(name) for name in NAMES]
    own = (
        _certificate(_name("A website"), authority, key)
        .add_extension(
            x509.SubjectAlternativeName([*names, x509.IPAddress(ip_address(PUBLIC))]),
            critical=False,
        )
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(
                authority_key.public_key()
            ),
            critical=False,
        )
        .sign(authority_key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "own.pem").write_bytes(
        key.private_bytes(
            pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        + own.public_bytes(pem)
    )
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(folder / "own.pem")
    trust = ssl.create_default_context(cadata=ca.public_bytes(pem).decode())
    return server, trust


def _name(words: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, words)])


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: Any
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
    )


def _usage(*, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs,
        crl_sign=signs,
        encipher_only=False,
        decipher_only=False,
    )


@pytest.fixture(scope="session")
def small_web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with web(tmp_path_factory.mktemp("web")) as world:
        yield world


@pytest.fixture
def world(small_web: World) -> World:
    """The website, with nothing on it and nothing asked."""
    small_web.names = {name: [PUBLIC] for name in NAMES}
    small_web.pages = {}
    for seen in (
        small_web.asked,
        small_web.sent,
        small_web.opened,
        small_web.resolved,
        small_web.sni,
    ):
        seen.clear()
    return small_web
