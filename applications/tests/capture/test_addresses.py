import socket
import threading
import time

import pytest

from applications.capture import addresses
from applications.capture.addresses import Deadline, connect, is_public, judged, resolve
from applications.tests.capture.web import PUBLIC, PUBLIC6
from jobtracker.errors import Refused


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "8.8.8.8", PUBLIC, "100.63.255.255", "100.128.0.1", "172.32.0.1",
     "192.169.0.1", "198.17.255.255", "198.20.0.1", "223.255.255.255", PUBLIC6,
     "2606:4700:4700::1111", "2a00:1450:4001:80b::200e"],
)  # fmt: skip
def test_what_is_given_out_for_use_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        # this network, unspecified
        "0.0.0.0", "0.1.2.3", "::",
        # loopback
        "127.0.0.1", "127.255.255.254", "::1",
        # private
        "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "fc00::1", "fd12:3456:789a::1", "fec0::1",
        # providers' own
        "100.64.0.1", "100.127.255.255",
        # link-local
        "169.254.0.1", "fe80::1", "fe80::1%eth0", "fe80::1%1",
        # metadata of clouds
        "169.254.169.254", "169.254.170.2", "fd00:ec2::254", "100.100.100.200",
        "192.0.0.192", "168.63.129.16", "fd20:ce::254",
        # protocols, benchmarks, documentation
        "192.0.0.1", "198.18.0.1", "198.19.255.255", "2001:2::1", "192.0.2.1",
        "198.51.100.7", "203.0.113.7", "2001:db8::1", "3fff::1", "2001:10::1",
        "2001:20::1", "192.88.99.1", "100::1", "5f00::1",
        # multicast, reserved, broadcast
        "224.0.0.1", "239.255.255.255", "ff02::1", "ff0e::1", "240.0.0.1",
        "255.255.255.255", "4000::1",
        # IPv4 in IPv6: mapped, compatible, translated, 6to4, Teredo, NAT64
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1",
        "::ffff:0:127.0.0.1", "2002:7f00:1::", "2002:a00:1::1", "2002:808:808::1",
        "2001:0:4136:e378:8000:63bf:80ff:fffe", "2001:0:7f00:1::", "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe", "64:ff9b::808:808", "64:ff9b:1::7f00:1",
        # a public one of a zone of ours
        "2606:4700:4700::1111%eth0",
    ],
)  # fmt: skip
def test_all_else_is_not(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    ["", "localhost", "example.org", "8.8.8", "8.8.8.8.", "08.8.8.8", "0x8.8.8.8",
     "134744072", "8.8.8.8/32", "[::1]", "8.8.8.8%eth0", "８.8.8.8", "8.8.8.8\n"],
)  # fmt: skip
def test_what_is_no_address_is_not_public(address):
    assert not is_public(address)


def ask(*found):
    """A resolver with one answer, and the names it was asked for."""
    asked = []

    def resolver(host, port):
        asked.append((host, port))
        return list(found)

    resolver.asked = asked
    return resolver


def test_a_name_is_asked_for_once_and_its_addresses_keep_their_order():
    resolver = ask(PUBLIC6, PUBLIC, PUBLIC6)
    found = judged("jobs.example.org", 443, resolver, Deadline(5))

    assert found == [PUBLIC6, PUBLIC]
    assert resolver.asked == [("jobs.example.org", 443)]


def test_a_name_with_many_addresses_gives_the_first():
    resolver = ask(*(f"8.8.8.{number}" for number in range(50)))
    found = judged("jobs.example.org", 443, resolver, Deadline(5))
    assert found == ["8.8.8.0", "8.8.8.1", "8.8.8.2", "8.8.8.3"]


@pytest.mark.parametrize(
    "found",
    [
        ["10.0.0.1"],
        [PUBLIC, "10.0.0.1"],
        ["10.0.0.1", PUBLIC],
        [PUBLIC, PUBLIC, PUBLIC, PUBLIC, PUBLIC, "127.0.0.1"],
        [PUBLIC, "::1"],
        ["fe80::1%eth0"],
        [],
        ["not-an-address"],
    ],
)
def test_one_address_that_is_not_public_condemns_all(found):
    with pytest.raises(
        Refused, match="no public website at jobs.example.org"
    ) as caught:
        judged("jobs.example.org", 443, ask(*found), Deadline(5))
    assert caught.value.code == "address"


def test_a_name_that_does_not_exist_sounds_like_one_that_leads_inside():
    def unknown(host, port):
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(Refused) as missing:
        judged("a.example.org", 80, unknown, Deadline(5))
    with pytest.raises(Refused) as inside:
        judged("a.example.org", 80, ask("10.0.0.1"), Deadline(5))
    assert missing.value.messages == inside.value.messages
    assert missing.value.code == inside.value.code


@pytest.mark.parametrize("address", [PUBLIC, PUBLIC6])
def test_a_public_address_needs_no_resolver(address):
    resolver = ask("127.0.0.1")
    assert judged(address, 80, resolver, Deadline(5)) == [address]
    assert resolver.asked == []


@pytest.mark.parametrize(
    "host",
    ["", "localhost", "db", "127.0.0.1", "::1", "2130706433", "017700000001",
     "0x7f000001", "0177.0.0.1", "0x7f.1", "127.1", "127.0.1", "127.0.0.1.",
     "1.1.1.1.1", "example.org.", "localhost.", ".example.org", "a..example.org",
     "-a.example.org", "a-.example.org", "a%00.example.org", "%31.example.org",
     "a b.example.org", "a\n.example.org", "example.org\n", "example.0x7f", "example.1",
     "EXAMPLE.org", "exämple.org", "fe80::1%25eth0", "a" * 64 + ".org",
     "a." * 127 + "org", "user@example.org", "example.org:80", "[::1]", "*.example.org"],
)  # fmt: skip
def test_what_is_no_name_of_a_public_website_is_not_even_asked_for(host):
    resolver = ask(PUBLIC)
    with pytest.raises(Refused):
        judged(host, 80, resolver, Deadline(5))
    assert resolver.asked == []


@pytest.mark.parametrize(
    "host",
    ["example.org", "xn--bcher-kva.de", "a_b.example.org", "1.example.org", "t.co",
     "a" * 63 + ".org", "example.xn--p1ai"],
)  # fmt: skip
def test_names_of_websites(host):
    assert judged(host, 80, ask(PUBLIC), Deadline(5)) == [PUBLIC]


def test_a_slow_resolver_is_left():
    go = threading.Event()

    def slow(host, port):
        go.wait(10)
        return [PUBLIC]

    start = time.monotonic()
    with pytest.raises(Refused) as caught:
        judged("jobs.example.org", 80, slow, Deadline(0.1))
    go.set()
    assert caught.value.code == "slow"
    assert time.monotonic() - start < 2


def test_a_resolver_that_cannot_spell_the_name_knows_none():
    def resolver(host, port):
        raise UnicodeError("label too long")

    with pytest.raises(Refused, match="no public website"):
        judged("jobs.example.org", 80, resolver, Deadline(5))


def test_the_time_is_over_once():
    deadline = Deadline(0)
    with pytest.raises(Refused, match="too long"):
        deadline.left()
    assert 0 < Deadline(5).left() <= 5


def test_the_resolver_of_the_system_gives_addresses_alone(monkeypatch):
    answer = [
        (socket.AF_INET6, socket.SOCK_STREAM, 6, "", (PUBLIC6, 80, 0, 0)),
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (PUBLIC, 80)),
    ]
    monkeypatch.setattr(addresses.socket, "getaddrinfo", lambda *a, **k: answer)
    assert resolve("jobs.example.org", 80) == [PUBLIC6, PUBLIC]


def test_a_connection_is_opened_to_the_address():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with connect("127.0.0.1", port, 5) as opened:
            assert opened.getpeername() == ("127.0.0.1", port)
            assert opened.gettimeout() == 5
