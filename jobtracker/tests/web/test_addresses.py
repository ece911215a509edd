import socket
import threading
import time

import pytest

from jobtracker.testing.web import PUBLIC, PUBLIC6
from jobtracker.web import addresses
from jobtracker.web.addresses import (
    NEAR,
    Deadline,
    Net,
    Unreached,
    connect,
    is_near,
    is_public,
    judged,
    resolve,
)


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
    found = judged("jobs.example.org", 443, Net(resolver), Deadline(5))

    assert found == [PUBLIC6, PUBLIC]
    assert resolver.asked == [("jobs.example.org", 443)]


def test_a_name_with_many_addresses_gives_the_first():
    resolver = ask(*(f"8.8.8.{number}" for number in range(50)))
    found = judged("jobs.example.org", 443, Net(resolver), Deadline(5))
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
    with pytest.raises(Unreached) as caught:
        judged("jobs.example.org", 443, Net(ask(*found)), Deadline(5))
    assert (caught.value.code, caught.value.host) == ("address", "jobs.example.org")


def test_a_name_that_does_not_exist_sounds_like_one_that_leads_inside():
    def unknown(host, port):
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(Unreached) as missing:
        judged("a.example.org", 80, Net(unknown), Deadline(5))
    with pytest.raises(Unreached) as inside:
        judged("a.example.org", 80, Net(ask("10.0.0.1")), Deadline(5))
    assert vars(missing.value) == vars(inside.value)


@pytest.mark.parametrize("address", [PUBLIC, PUBLIC6])
def test_a_public_address_needs_no_resolver(address):
    resolver = ask("127.0.0.1")
    assert judged(address, 80, Net(resolver), Deadline(5)) == [address]
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
    with pytest.raises(Unreached):
        judged(host, 80, Net(resolver), Deadline(5))
    assert resolver.asked == []


@pytest.mark.parametrize(
    "host",
    ["example.org", "xn--bcher-kva.de", "a_b.example.org", "1.example.org", "t.co",
     "a" * 63 + ".org", "example.xn--p1ai"],
)  # fmt: skip
def test_names_of_websites(host):
    assert judged(host, 80, Net(ask(PUBLIC)), Deadline(5)) == [PUBLIC]


def test_a_slow_resolver_is_left():
    go = threading.Event()

    def slow(host, port):
        go.wait(10)
        return [PUBLIC]

    start = time.monotonic()
    with pytest.raises(Unreached) as caught:
        judged("jobs.example.org", 80, Net(slow), Deadline(0.1))
    go.set()
    assert caught.value.code == "slow"
    assert time.monotonic() - start < 2


def test_a_resolver_that_cannot_spell_the_name_knows_none():
    def resolver(host, port):
        raise UnicodeError("label too long")

    with pytest.raises(Unreached, match="address"):
        judged("jobs.example.org", 80, Net(resolver), Deadline(5))


def test_the_time_is_over_once():
    deadline = Deadline(0)
    with pytest.raises(Unreached, match="slow"):
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


# Of this machine and its network, for those who may


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "127.8.8.8", "::1", "10.1.2.3", "172.16.0.9", "172.31.255.255",
     "192.168.1.20", "100.64.0.7", "fd12:3456:789a::1", PUBLIC, PUBLIC6],
)  # fmt: skip
def test_neighbours_are_near(address):
    assert is_near(address)
    assert judged(address, 11434, Net(reach=NEAR), Deadline(5)) == [address]


@pytest.mark.parametrize(
    "address",
    ["169.254.169.254", "169.254.170.2", "100.100.100.200", "192.0.0.192",
     "168.63.129.16", "fd00:ec2::254", "fd20:ce::254", "fe80::1", "fe80::1%eth0",
     "fd12::1%eth0", "0.0.0.0", "::", "224.0.0.1", "255.255.255.255",
     "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::", "localhost",
     "2130706433", "0x7f.1", ""],
)  # fmt: skip
def test_the_metadata_of_a_cloud_are_nobodys(address):
    assert not is_near(address)


@pytest.mark.parametrize("host", ["localhost", "ollama", "m", "gpu.lan", "a_b", "t.co"])
def test_a_neighbour_may_have_a_short_name(host):
    assert judged(host, 80, Net(ask("10.0.0.7"), reach=NEAR), Deadline(5)) == [
        "10.0.0.7"
    ]
    assert NEAR.may_be(host)


@pytest.mark.parametrize(
    "host",
    ["", "2130706433", "0x7f000001", "127.1", "0177.0.0.1", "localhost.", "a..b", "-a",
     "a b", "a\n", "%31", "[::1]", "user@ollama", "a:80", "169.254.169.254"],
)  # fmt: skip
def test_odd_spellings_are_no_names_there_either(host):
    resolver = ask("10.0.0.7")
    with pytest.raises(Unreached):
        judged(host, 80, Net(resolver, reach=NEAR), Deadline(5))
    assert not NEAR.may_be(host)
    assert resolver.asked == []


def test_a_near_name_does_not_lead_to_metadata():
    net = Net(ask("10.0.0.7", "169.254.169.254"), reach=NEAR)
    with pytest.raises(Unreached, match="address"):
        judged("ollama", 80, net, Deadline(5))
