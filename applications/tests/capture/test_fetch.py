import gzip
import socket
import ssl
import subprocess
import sys
import threading
import time
import zlib
from datetime import UTC, datetime

import pytest

from applications.capture import fetch as module
from applications.capture.fetch import FEED, HTML, JSON, TEXT, fetch
from jobtracker.errors import Refused
from jobtracker.testing.web import PUBLIC, PUBLIC6, leads_to, raw, says
from jobtracker.web.addresses import Net

HOST = "jobs.example.org"
URL = f"http://{HOST}/1"
METADATA = "http://169.254.169.254/latest/meta-data/"


@pytest.fixture(autouse=True)
def sockets(monkeypatch):
    """Where sockets of this test were connected to, whoever did it."""
    opened = []
    original = socket.socket.connect

    def connected(self, address):
        opened.append(address)
        return original(self, address)

    monkeypatch.setattr(socket.socket, "connect", connected)
    return opened


@pytest.fixture(autouse=True)
def no_resolver_of_the_system(monkeypatch):
    """No name of a test gets out; numbers are turned into addresses as ever."""
    original = socket.getaddrinfo

    def asked(host, *args, **kwargs):
        assert host == "127.0.0.1", f"{host} was asked for outside"
        return original(host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", asked)


def refused(world, url=URL, **options):
    with pytest.raises(Refused) as caught:
        fetch(url, net=world.net, **options)
    assert len(caught.value.messages) == 1
    assert "%(" not in caught.value.messages[0]
    return caught.value


def quickly(seconds=0.3):
    """Options, and a clock that says whether it was kept to."""
    start = time.monotonic()
    return {"seconds": seconds}, lambda: time.monotonic() - start < seconds + 2


# What works


def test_a_page_comes_whole(world):
    world.pages["/1"] = says("<p>Grüße".encode())
    before = datetime.now(UTC)
    page = fetch(URL, net=world.net)

    assert page.url == URL
    assert page.content_type == "text/html"
    assert page.charset == "utf-8"
    assert page.body == "<p>Grüße".encode()
    assert before <= page.retrieved_at <= datetime.now(UTC)
    assert world.opened == [(PUBLIC, 80)]
    assert world.resolved == [HOST]


def test_nothing_is_told_but_what_a_request_needs(world, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    world.pages["/1"] = leads_to("/2", Set_Cookie="a=b; Path=/")
    world.pages["/2"] = says()
    fetch(URL, net=world.net)

    expected = {
        "Host": HOST,
        "User-Agent": "Jobtracker (self-hosted job-search tracker)",
        "Accept": "text/html, application/xhtml+xml, text/plain",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    assert [headers for _host, _path, headers in world.asked] == [expected, expected]
    assert world.opened == [(PUBLIC, 80), (PUBLIC, 80)]


def test_paths_and_queries_arrive_as_they_are(world):
    world.pages["/a%2Fb%C3%BC?q=1%202&r=%C3%A4"] = says()
    page = fetch(f"http://{HOST}/a%2Fbü?q=1 2&r=ä#apply", net=world.net)
    assert page.url == f"http://{HOST}/a%2Fb%C3%BC?q=1%202&r=%C3%A4"


def test_names_of_the_whole_world_are_spelt_for_the_wire(world):
    world.names["xn--bcher-kva.example"] = [PUBLIC]
    world.pages["/1"] = says()
    page = fetch("http://Bücher.Example/1", net=world.net)
    assert page.url == "http://xn--bcher-kva.example/1"
    assert world.asked[0][0] == "xn--bcher-kva.example"


def test_a_public_address_can_be_a_link(world):
    world.pages["/1"] = says()
    fetch(f"http://{PUBLIC}/1", net=world.net)
    fetch(f"https://{PUBLIC}/1", net=world.net)
    fetch(f"http://[{PUBLIC6}]/1", net=world.net)
    assert world.opened == [(PUBLIC, 80), (PUBLIC, 443), (PUBLIC6, 80)]
    assert world.asked[-1][0] == f"[{PUBLIC6}]"
    assert world.resolved == []


@pytest.mark.parametrize("port", [80, 443])
def test_usual_ports_may_be_named(world, port):
    world.pages["/1"] = says()
    scheme = "https" if port == 443 else "http"
    fetch(f"{scheme}://{HOST}:{port}/1", net=world.net)
    assert world.opened == [(PUBLIC, port)]


@pytest.mark.parametrize(
    ("packing", "packed"),
    [
        ("gzip", gzip.compress(b"<p>A posting", mtime=0)),
        ("GZIP", gzip.compress(b"<p>A posting", mtime=0)),
        ("deflate", zlib.compress(b"<p>A posting")),
        ("identity", b"<p>A posting"),
    ],
)
def test_what_is_packed_is_unpacked(world, packing, packed):
    world.pages["/1"] = says(packed, Content_Encoding=packing)
    assert fetch(URL, net=world.net).body == b"<p>A posting"


def test_what_comes_in_pieces_is_put_together(world):
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    world.pages["/1"] = raw(head, b"3\r\n<p>\r\n", b"1\r\nA\r\n", b"0\r\n\r\n")
    assert fetch(URL, net=world.net).body == b"<p>A"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("text/html", ""),
        ("text/html; charset=ISO-8859-1", "iso8859-1"),
        ('text/html; charset="windows-1252"', "cp1252"),
        ("text/html; charset=Shift_JIS", "shift_jis"),
        ("text/html; charset=utf8", "utf-8"),
        ("text/html; charset=klingon", ""),
        # Names that Python knows, and that are no charset of a page.
        ("text/html; charset=idna", ""),
        ("text/html; charset=unicode_escape", ""),
        ("text/html; charset=hex", ""),
        ("text/html; charset=zip", ""),
        ("text/html; charset=" + "x" * 5_000, ""),
        ("text/html; charset=../../etc/passwd", ""),
    ],
)
def test_charset_is_one_that_can_be_read(world, kind, expected):
    world.pages["/1"] = says(kind=kind)
    page = fetch(URL, net=world.net)
    assert page.charset == expected
    assert page.content_type == "text/html"


# Links that are not followed


@pytest.mark.parametrize(
    "url",
    [
        # not of the web
        "file:///etc/passwd", "file://jobs.example.org/etc/passwd",
        "ftp://jobs.example.org/1", "gopher://jobs.example.org:70/_1",
        "data:text/html,<p>A", "javascript:alert(1)", "about:blank",
        "unix:///run/docker.sock", "http+unix://%2Frun%2Fdocker.sock/1",
        "ws://jobs.example.org/", "dict://jobs.example.org:11211/", "jar:http://x.org!/",
        "ldap://jobs.example.org/", "mailto:a@example.org",
        # no link at all
        "", " ", "jobs.example.org/1", "//jobs.example.org/1", "http:", "http://",
        "http:///1", "http:jobs.example.org", "http://:80/", "http://[::1", "http://[]/",
        "https://?", "http://#",
        # credentials
        "http://user:pass@jobs.example.org/", "http://user@jobs.example.org/",
        "http://:pass@jobs.example.org/", "http://jobs.example.org@evil.example.org/",
        "http://jobs.example.org%2F@evil.example.org/",
        "http://1.1.1.1 &@127.0.0.1# @jobs.example.org/",
        # ports
        "http://jobs.example.org:22/", "http://jobs.example.org:8080/",
        "http://jobs.example.org:0/", "http://jobs.example.org:65616/",
        "http://jobs.example.org:-80/", "http://jobs.example.org:80:22/",
        "http://jobs.example.org:0x50/", "http://jobs.example.org:5432",
        "http://jobs.example.org:6379/", "http://jobs.example.org:99999999999/",
        # what readers read in different ways
        "http://jobs.example.org\\@127.0.0.1/", "http:\\\\127.0.0.1\\",
        "http://jobs.example.org/\r\nHost: 127.0.0.1", "http://jobs.example.org/\n",
        "http://jobs.example.org\r\n/", "http://jobs.example.org/\t1",
        "\x00http://jobs.example.org/", "http://jobs.example.org/\x00",
        "http://jobs.example.org/\u2028", "http://jobs.example.org/\u202egpj",
        "http://jobs\u200b.example.org/", "http://jobs.example.org/\x7f",
        "http://jobs.example.org/\ud800",
        # too long
        "http://jobs.example.org/" + "a" * 2_000,
    ],
)  # fmt: skip
def test_what_is_no_link_to_a_web_page_is_refused(world, sockets, url):
    assert refused(world, url).code == "link"
    assert world.resolved == world.opened == sockets == []


@pytest.mark.parametrize(
    "url",
    [
        # addresses of our own and of neighbours
        "http://127.0.0.1/", "https://127.0.0.1/", "http://10.0.0.1/",
        "http://172.16.0.1/", "http://192.168.1.1/", "http://0.0.0.0/", "http://0/",
        "http://100.64.0.1/", "http://198.18.0.1/", "http://203.0.113.1/",
        "http://224.0.0.1/", "http://255.255.255.255/", METADATA,
        "http://168.63.129.16/",
        "http://[::1]/", "http://[::]/", "http://[fe80::1]/", "http://[fc00::1]/",
        "http://[fd00:ec2::254]/latest/meta-data/", "http://[ff02::1]/",
        "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/",
        "http://[::ffff:169.254.169.254]/", "http://[::127.0.0.1]/",
        "http://[2002:7f00:1::]/", "http://[2001:0:7f00:1::]/",
        "http://[64:ff9b::7f00:1]/", "http://[64:ff9b:1::a9fe:a9fe]/",
        "http://[2001:db8::1]/", "http://[0:0:0:0:0:ffff:127.0.0.1]/",
        # zones
        "http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/",
        "http://[2606:4700:4700::1111%25eth0]/",
        # other spellings of 127.0.0.1
        "http://2130706433/", "http://017700000001/", "http://0x7f000001/",
        "http://0x7f.1/", "http://0x7f.0x0.0x0.0x1/", "http://127.1/", "http://127.0.1/",
        "http://127.0.0.1./", "http://2130706433./", "http://%31%32%37.0.0.1/",
        "http://127.0.0.1%00.example.org/", "http://127.0.0.1%2eexample.org/",
        "http://00000127.1/", "http://4294967297/",
        # names that nobody outside has
        "http://localhost/", "http://LOCALHOST/", "http://localhost./", "http://db/",
        "http://metadata/", "http://jobs.example.org./", "http://.example.org/",
        "http://jobs..example.org/", "http://jobs.example.org%00/",
        "http://jobs.example.org%0d%0a/", "http://jobs example.org/",
    ],
)  # fmt: skip
def test_what_is_no_public_address_or_name_is_refused(world, sockets, url):
    assert refused(world, url).code in ("address", "link")
    assert world.resolved == world.opened == sockets == []


@pytest.mark.parametrize(
    "url",
    [
        "http://１２７.０.０.１/", "http://127。0。0。1/", "http://①②⑦.⓪.⓪.①/",
        "http://ⓛocalhost/", "http://\u00ad127.0.0.1/", "http://𝟏𝟐𝟕.𝟎.𝟎.𝟏/",
        "http://0177。0。0。1/", "http://２１３０７０６４３３/",
        "http://169.254.169.254。/", "http://ℓocalhost/", "http://[：：1]/",
    ],
)  # fmt: skip
def test_signs_that_look_like_digits_are_refused(world, sockets, url):
    assert refused(world, url).code in ("address", "link")
    assert world.resolved == world.opened == sockets == []


@pytest.mark.parametrize(
    "found",
    [
        ["127.0.0.1"],
        ["10.1.2.3"],
        ["169.254.169.254"],
        ["fd00:ec2::254"],
        ["::ffff:10.0.0.1"],
        ["64:ff9b::a00:1"],
        ["fe80::1%eth0"],
        ["100.100.100.200"],
        [PUBLIC, "10.0.0.1"],
        ["10.0.0.1", PUBLIC],
        [PUBLIC, PUBLIC6, "::1"],
    ],
)
def test_a_name_that_leads_inside_is_refused(world, sockets, found):
    world.names["metadata.google.internal"] = found
    answer = refused(world, "http://metadata.google.internal/computeMetadata/v1/")
    assert answer.code == "address"
    assert "paste the page" in answer.messages[0]
    assert world.opened == sockets == []


def test_an_unknown_name_is_refused(world, sockets):
    answer = refused(world, "https://nobody.example.org/")
    assert "nobody.example.org" in answer.messages[0]
    assert world.opened == sockets == []


def test_a_second_answer_of_the_resolver_counts_for_nothing(world):
    """DNS rebinding: public when judged, private when connected to."""
    world.names[HOST] = [[PUBLIC], ["127.0.0.1"]]
    world.pages["/1"] = says()
    fetch(URL, net=world.net)
    assert world.resolved == [HOST]
    assert world.opened == [(PUBLIC, 80)]


def test_a_second_answer_is_judged_at_a_redirect(world):
    world.names[HOST] = [[PUBLIC], ["127.0.0.1"]]
    world.pages["/1"] = leads_to("/2")
    world.pages["/2"] = says()
    assert refused(world).code == "address"
    assert world.opened == [(PUBLIC, 80)]


def test_the_system_connects_to_the_judged_address(world, sockets):
    """As without tests, but for the resolver: whom would the system call?"""
    called = []

    def connect(address, port, seconds):
        called.append((address, port))
        raise ConnectionRefusedError

    with pytest.raises(Refused):
        fetch(URL, net=Net(resolve=lambda host, port: [PUBLIC], connect=connect))
    assert called == [(PUBLIC, 80)]
    assert sockets == []


# Redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(world, status):
    world.pages["/1"] = leads_to("https://www.example.org/2", status)
    world.pages["/2"] = says()
    page = fetch(URL, net=world.net)
    assert page.url == "https://www.example.org/2"
    assert world.opened == [(PUBLIC, 80), (PUBLIC, 443)]
    assert world.resolved == [HOST, "www.example.org"]


@pytest.mark.parametrize("location", ["2", "/2", "./2", "//jobs.example.org/2", "/2#x"])
def test_redirects_within_the_site(world, location):
    world.pages["/1"] = leads_to(location)
    world.pages["/2"] = says()
    assert fetch(URL, net=world.net).url == f"http://{HOST}/2"


def test_five_redirects_and_no_more(world):
    for number in range(1, 9):
        world.pages[f"/{number}"] = leads_to(f"/{number + 1}")
    world.pages["/6"] = says()
    assert fetch(URL, net=world.net).url == f"http://{HOST}/6"

    world.pages["/6"] = leads_to("/7")
    world.pages["/7"] = says()
    world.asked.clear()
    assert refused(world).code == "redirects"
    assert len(world.asked) == 6


def test_a_circle_has_an_end(world):
    world.pages["/1"] = leads_to("/1")
    assert refused(world).code == "redirects"
    assert len(world.asked) == 6


@pytest.mark.parametrize(
    "location",
    [
        METADATA, "http://127.0.0.1/", "//127.0.0.1/", "http://[::1]/",
        "http://2130706433/", "http://0x7f.1/", "http://127.1/", "http://localhost/",
        "http://inside.example.org/", "https://inside.example.org/",
        "file:///etc/passwd", "ftp://jobs.example.org/", "gopher://127.0.0.1:6379/_",
        "data:text/html,<p>A", "javascript:alert(1)",
        "http://user:pass@jobs.example.org/", "http://jobs.example.org@127.0.0.1/",
        "http://jobs.example.org:8080/", "//jobs.example.org:22/",
        "http://jobs.example.org\\@127.0.0.1/", "/\\127.0.0.1/", "\\\\127.0.0.1\\",
        "/\t/127.0.0.1/", "/\t2", "http://[::1", "http://jobs.example.org/" + "a" * 2_000,
    ],
)  # fmt: skip
def test_redirects_to_where_no_link_may_lead(world, sockets, location):
    world.names["inside.example.org"] = ["10.0.0.1"]
    world.pages["/1"] = leads_to(location)
    assert refused(world).code in ("link", "address")
    # The one connection is that of the website which led there.
    assert world.opened == [(PUBLIC, 80)]
    assert sockets == [("127.0.0.1", world.http)]


def test_the_last_of_many_redirects_is_judged_too(world):
    for number in range(1, 5):
        world.pages[f"/{number}"] = leads_to(f"/{number + 1}")
    world.pages["/5"] = leads_to(METADATA)
    assert refused(world).code == "address"
    assert len(world.opened) == 5


def test_a_redirect_to_nowhere_is_a_status(world):
    world.pages["/1"] = says(b"", status=302)
    assert refused(world).code == "status"


def test_cookies_and_where_we_come_from_go_nowhere(world):
    world.pages["/1"] = leads_to("https://www.example.org/2", Set_Cookie="a=b")
    world.pages["/2"] = says()
    fetch(URL, net=world.net)
    for _host, _path, headers in world.asked:
        assert not {"Cookie", "Referer", "Authorization", "Origin"} & set(headers)


# TLS


def test_the_certificate_is_of_the_name_though_the_address_is_called(world):
    world.pages["/1"] = says()
    page = fetch(f"https://{HOST}/1", net=world.net)
    assert page.body == b"<p>A posting"
    assert world.sni == [HOST]
    assert world.opened == [(PUBLIC, 443)]


def test_a_certificate_of_another_name_is_refused(world):
    world.names["other.example.org"] = [PUBLIC]
    world.pages["/1"] = says()
    answer = refused(world, "https://other.example.org/1")
    assert answer.code == "certificate"
    assert "paste the page" in answer.messages[0]
    assert world.asked == []


def test_a_certificate_that_nobody_vouches_for_is_refused(world, monkeypatch, tmp_path):
    # Not even if the environment says so.
    vouches = tmp_path / "ca.pem"
    (der,) = world.trust.get_ca_certs(binary_form=True)
    vouches.write_text(ssl.DER_cert_to_PEM_cert(der))
    monkeypatch.setenv("SSL_CERT_FILE", str(vouches))
    with pytest.raises(Refused) as caught:
        fetch(f"https://{HOST}/1", net=world.net._replace(trust=None))
    assert caught.value.code == "certificate"
    assert world.asked == []


def test_no_tls_where_tls_was_asked_for(world):
    net = world.net._replace(
        connect=lambda *_: socket.create_connection(("127.0.0.1", world.http), 5)
    )
    with pytest.raises(Refused) as caught:
        fetch(f"https://{HOST}/1", net=net, seconds=3)
    assert caught.value.code == "unreachable"


# Limits


def test_a_page_as_large_as_allowed(world):
    world.pages["/1"] = says(b"a" * 50_000)
    assert len(fetch(URL, net=world.net, most_bytes=50_000).body) == 50_000
    answer = refused(world, most_bytes=49_999)
    assert answer.code == "large"
    assert "Paste the part that matters" in answer.messages[0]


def test_a_large_page_is_not_read_to_its_end(world):
    sent = []

    def answer(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for _ in range(1_000):
            handler.wfile.write(b"a" * 100_000)
            sent.append(100_000)

    world.pages["/1"] = answer
    assert refused(world, most_bytes=100_000).code == "large"
    time.sleep(0.1)
    # What lies in the buffers of both sides is on its way already.
    assert sum(sent) < 20_000_000


@pytest.mark.parametrize(
    ("packing", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)]
)
def test_a_bomb_does_not_go_off(world, packing, pack):
    import tracemalloc

    bomb = pack(bytes(200_000_000), 9)
    assert len(bomb) < 250_000
    world.pages["/1"] = says(bomb, Content_Encoding=packing)
    tracemalloc.start()
    try:
        assert refused(world).code == "large"
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 12_000_000


def test_packed_data_that_holds_nothing_has_an_end_too(world):
    """A gzip whose file name never ends: nothing is unpacked, and nothing counted."""

    def answer(handler):
        handler.wfile.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
            b"Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x08\0\0\0\0\0\0"
        )
        for _ in range(1_000):
            handler.wfile.write(b"a" * 100_000)

    world.pages["/1"] = answer
    assert refused(world, most_bytes=100_000).code == "large"


@pytest.mark.parametrize("packing", ["gzip, gzip", "gzip, deflate", "br", "zstd", "x"])
def test_packings_that_were_not_asked_for(world, packing):
    body = gzip.compress(gzip.compress(b"<p>A"))
    world.pages["/1"] = says(body, Content_Encoding=packing)
    assert refused(world).code == "broken"


def test_what_is_packed_wrongly_is_refused(world):
    world.pages["/1"] = says(b"<p>A posting", Content_Encoding="gzip")
    assert refused(world).code == "broken"


@pytest.mark.parametrize(
    "pieces",
    [
        # Before anything, within the headers, after them, within the body.
        [b""] * 50,
        [b"HTTP/1.1 200 OK\r\n", *[b"X: a\r\n"] * 50],
        [*[bytes([sign]) for sign in b"HTTP/1.1 200 OK\r\nContent-Type: text/html"]],
        [*[b"HTTP/1.1 103 Early Hints\r\n\r\n"] * 50],
        [b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", *[b"a"] * 50],
        [
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n",
            *[b"1\r\na\r\n"] * 50,
        ],
    ],
)  # fmt: skip
def test_a_drip_is_left(world, pieces):
    world.pages["/1"] = raw(*pieces, pause=lambda: time.sleep(0.05))
    options, in_time = quickly()
    answer = refused(world, **options)
    assert answer.code == "slow"
    assert "Try later" in answer.messages[0]
    assert in_time()


def test_the_time_is_for_all_redirects_together(world):
    def slowly(handler):
        time.sleep(0.15)
        leads_to("/1")(handler)

    world.pages["/1"] = slowly
    options, in_time = quickly()
    assert refused(world, **options).code == "slow"
    assert in_time()
    assert len(world.asked) < 6


def test_a_slow_resolver_is_left(world, sockets):
    go = threading.Event()

    def slow(host, port):
        go.wait(10)
        return [PUBLIC]

    options, in_time = quickly()
    with pytest.raises(Refused) as caught:
        fetch(URL, net=world.net._replace(resolve=slow), **options)
    go.set()
    assert caught.value.code == "slow"
    assert in_time()
    assert world.opened == sockets == []


def test_a_handshake_that_does_not_end_is_left(world):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        net = world.net._replace(
            connect=lambda address, port, seconds: socket.create_connection(
                silent.getsockname()
            )
        )
        options, in_time = quickly()
        with pytest.raises(Refused) as caught:
            fetch(f"https://{HOST}/1", net=net, **options)
        assert caught.value.code == "slow"
        assert in_time()


def test_where_the_first_address_is_silent_the_second_is_called(world):
    world.names[HOST] = [PUBLIC6, PUBLIC]
    world.pages["/1"] = says()
    waits = []

    def connect(address, port, seconds):
        waits.append(seconds)
        if address == PUBLIC6:
            raise TimeoutError
        return world.connect(address, port, seconds)

    fetch(URL, net=world.net._replace(connect=connect), seconds=8)
    assert waits[0] == pytest.approx(4, abs=0.5)
    assert waits[1] == pytest.approx(8, abs=0.5)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (TimeoutError(), "slow"),
        (ConnectionRefusedError(), "unreachable"),
        (OSError(101, "Network is unreachable"), "unreachable"),
    ],
)
def test_where_nobody_answers(world, error, code):
    def connect(address, port, seconds):
        raise error

    with pytest.raises(Refused) as caught:
        fetch(URL, net=world.net._replace(connect=connect))
    assert caught.value.code == code


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    "answer",
    [
        raw(b""),
        raw(b"SSH-2.0-OpenSSH_9.9\r\n"),
        raw(b"+PONG\r\n"),
        raw(OK + b"X: " + b"a" * 400_000 + b"\r\n\r\n<p>A"),
        raw(OK + b"X: a\r\n" * 80_000 + b"\r\n<p>A"),
        raw(OK + b"Content-Length: 100\r\n\r\n<p>A"),
        raw(OK + b"Content-Length: -1\r\n\r\n<p>A"),
        raw(OK + b"Content-Length: 4\r\nContent-Length: 9\r\n\r\n<p>A"),
        raw(OK + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFFFFF\r\na"),
        raw(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"),
    ],
)
def test_servers_that_do_not_speak_properly(world, answer):
    world.pages["/1"] = answer
    assert refused(world).code == "broken"


def test_servers_that_never_come_to_the_point(world):
    world.pages["/1"] = raw(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 20_000)
    assert refused(world, most_bytes=1_000).code == "large"


# What is answered


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        (404, "gone", "no such page"),
        (410, "gone", "no such page"),
        (401, "closed", "only after a login"),
        (403, "closed", "Paste the page instead"),
        (451, "closed", "Paste the page instead"),
        (999, "closed", "not to programs"),
        (429, "busy", "slow down"),
        (500, "trouble", "trouble of its own"),
        (502, "trouble", "Try later"),
        (503, "trouble", "trouble of its own"),
        (201, "status", "no page"),
        (204, "status", "no page"),
        (206, "status", "no page"),
        (304, "status", "no page"),
        (400, "status", "no page"),
        (418, "status", "no page"),
    ],
)
def test_a_status_is_put_into_words(world, status, code, words):
    body = b"" if status in (204, 304) else b"<p>Sorry"
    world.pages["/1"] = says(body, status=status)
    answer = refused(world)
    assert answer.code == code
    assert words in answer.messages[0]
    assert f"({status})" in answer.messages[0]


@pytest.mark.parametrize(
    ("kind", "accept"),
    [
        ("text/html", HTML),
        ("Text/HTML ; charset=utf-8", HTML),
        ("application/xhtml+xml", HTML),
        ("text/plain", TEXT),
        ("application/rss+xml", FEED),
        ("application/atom+xml", FEED),
        ("text/xml; charset=utf-8", FEED),
        ("application/xml", FEED),
        ("application/json", JSON),
    ],
)
def test_kinds_that_were_asked_for(world, kind, accept):
    world.pages["/1"] = says(kind=kind)
    page = fetch(URL, net=world.net, accept=accept)
    assert page.content_type == kind.partition(";")[0].strip().lower()
    assert page.content_type in accept
    assert world.asked[0][2]["Accept"] == ", ".join(accept)


@pytest.mark.parametrize(
    ("kind", "accept"),
    [
        ("application/pdf", HTML),
        ("application/octet-stream", HTML + TEXT + FEED + JSON),
        ("image/svg+xml", HTML + FEED),
        ("text/html", JSON),
        ("application/json", HTML),
        ("text/htmlx", HTML),
        ("multipart/mixed", HTML),
        ("", HTML),
        ("html", HTML),
        ("*/*", HTML),
        ("x" * 5_000, HTML),
    ],
)
def test_kinds_that_were_not(world, kind, accept):
    world.pages["/1"] = says(b"<html>", kind=kind)
    answer = refused(world, accept=accept)
    assert answer.code == "kind"
    assert "another kind" in answer.messages[0]
    assert len(answer.messages[0]) < 200


# The switch, and the cost


def test_an_operator_can_switch_it_off(world, settings, sockets):
    settings.CAPTURE_FETCH = False
    answer = refused(world)
    assert answer.code == "off"
    assert answer.messages == [
        "Fetching pages is switched off here. Paste the page instead."
    ]
    assert world.resolved == world.opened == sockets == []


def test_it_is_on_unless_switched_off(settings):
    assert settings.CAPTURE_FETCH is True


def test_who_fetches_nothing_does_not_pay_for_it():
    code = (
        "import sys; import django; django.setup();"
        "import applications.capture.robots;"
        "assert not {'httpx2', 'httpcore2'} & set(sys.modules), 'imported'"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60, env=_env())


def _env():
    import os

    return os.environ | {"DJANGO_SETTINGS_MODULE": "jobtracker.settings"}


def test_refusals_can_be_translated():
    """All sentences go through gettext when they are said, not when they are loaded."""
    from django.utils.translation import gettext

    assert module._ is gettext
