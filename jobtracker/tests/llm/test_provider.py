"""Whose model is asked, and which addresses a person may type."""

import pytest

from jobtracker.errors import Refused
from jobtracker.llm import Provider, ProviderError, ask, checked_url
from jobtracker.testing.web import PUBLIC
from jobtracker.web.addresses import Net


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://api.example.org/v1", "https://api.example.org/v1"),
        (" https://api.example.org/v1/ ", "https://api.example.org/v1"),
        ("https://api.example.org", "https://api.example.org"),
        ("https://api.example.org/v1/chat/completions", "https://api.example.org/v1"),
        ("https://api.example.org/v1/models/", "https://api.example.org/v1"),
        ("https://llm.example.org:8443/v1", "https://llm.example.org:8443/v1"),
        ("https://api.example.org:443", "https://api.example.org:443"),
        (f"https://{PUBLIC}/v1", f"https://{PUBLIC}/v1"),
        ("HTTPS://api.example.org/v1", "HTTPS://api.example.org/v1"),
    ],
)
def test_an_address_is_kept_up_to_its_end(typed, kept):
    assert checked_url(typed, is_near=False) == kept


BAD = [
    # not of the web, or no address
    "", " ", "api.example.org/v1", "//api.example.org", "file:///etc/passwd",
    "ftp://api.example.org/", "gopher://api.example.org/", "javascript:alert(1)",
    "data:,x", "unix:///run/docker.sock", "http+unix://%2Frun%2Fx/", "https:", "https://",
    "https:///v1", "https://:443/v1", "https://[::1", "https://[]/", "http://#",
    # credentials, more than an address
    "https://user:pass@api.example.org/v1", "https://user@api.example.org",
    "https://api.example.org@127.0.0.1/", "https://api.example.org/v1?key=a",
    "https://api.example.org/v1#a", "https://api.example.org/?",
    # what readers read in different ways
    "https://api.example.org\\@127.0.0.1/", "https:\\\\api.example.org",
    "https://api.example.org/v1\r\nX-Key: a", "https://api.example.org/\nv1",
    "https://api.example.org/\tv1", "https://api.exa mple.org/", "https://api.example.org/\0",
    "https://ａpi.example.org/", "https://api.example.org/\u202ev1", "https://①②⑦.⓪.⓪.①/",
    "https://api.example.org:0/v1", "https://api.example.org:99999/",
    "https://api.example.org:-1/", "https://api.example.org:x/",
    "https://api.example.org/" + "a" * 500,
    # other spellings of addresses
    "https://2130706433/", "https://0x7f000001/", "https://017700000001/",
    "https://127.1/", "https://0177.0.0.1/", "https://127.0.0.1./", "https://127.0.0.1.:9/",
    "https://api.example.org./", "https://169.254.169.254/latest/", "https://0.0.0.0/",
    "https://[::]/", "https://[::ffff:169.254.169.254]/", "https://[fe80::1%25eth0]/",
    "https://[64:ff9b::a9fe:a9fe]/", "https://[fd00:ec2::254]/", "https://100.100.100.200/",
]  # fmt: skip
NEIGHBOURS = [
    "http://127.0.0.1:11434/v1", "https://127.0.0.1/v1", "http://localhost:11434/v1",
    "http://ollama:11434/v1", "https://10.0.0.7/", "https://172.16.0.1/",
    "https://192.168.1.2:8080/v1", "https://[::1]/v1", "https://[fd12::1]/",
    "http://gpu_box:8000", "https://100.64.0.9/",
]  # fmt: skip


@pytest.mark.parametrize("is_near", [False, True])
@pytest.mark.parametrize("typed", BAD)
def test_addresses_that_are_none_are_refused_with_a_reason(typed, is_near):
    with pytest.raises(Refused) as caught:
        checked_url(typed, is_near=is_near)
    assert caught.value.code == "address"
    assert len(caught.value.messages[0]) < 200


@pytest.mark.parametrize("typed", NEIGHBOURS)
def test_neighbours_are_for_those_who_may(typed):
    assert checked_url(typed, is_near=True)
    with pytest.raises(Refused):
        checked_url(typed, is_near=False)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("http://api.example.org/v1", "travel readable"),
        ("https://api.example.org:22/v1", "port 22"),
        ("https://api.example.org:80/v1", "port 80"),
        ("https://api.example.org:1023/v1", "port 1023"),
    ],
)
def test_out_in_the_world_it_is_https_at_a_port_of_its_own(typed, why):
    with pytest.raises(Refused, match=why):
        checked_url(typed, is_near=False)
    assert checked_url(typed, is_near=True)


def test_the_instances_own_is_the_operators(settings):
    assert Provider.of_instance() is None
    settings.LLM_BASE_URL = "http://127.0.0.1:11434/v1/"
    assert Provider.of_instance() is None
    settings.LLM_MODEL, settings.LLM_API_KEY = "quark-7", "k"
    one = Provider.of_instance()
    assert one == Provider("http://127.0.0.1:11434/v1", "quark-7", "k", is_near=True)
    assert one.host == "127.0.0.1:11434"


def asked(url, world, *, is_near=False, **options):
    from pydantic import BaseModel

    class Verdict(BaseModel):
        words: str

    def resolve(host, port):
        return options["resolves_to"]

    net = Net(options.get("resolve", resolve), world.connect, world.trust)
    provider = Provider(url, "quark-7", "sk-secret", is_near=is_near)
    with pytest.raises(ProviderError) as caught:
        ask(Verdict, system="", data="", provider=provider, net=net)
    return caught.value


@pytest.mark.parametrize(
    "addresses",
    [["127.0.0.1"], ["10.0.0.1"], [PUBLIC, "10.0.0.1"], ["169.254.169.254"],
     ["::ffff:127.0.0.1"], ["64:ff9b::7f00:1"], []],
)  # fmt: skip
def test_a_name_that_leads_inside_is_not_asked(world, addresses):
    """Also one that did not when it was typed."""
    answer = asked("https://jobs.example.org/v1", world, resolves_to=addresses)
    assert answer.code == "address"
    assert "no public server at jobs.example.org" in answer.messages[0]
    assert world.opened == world.asked == []


def test_a_neighbours_name_may_lead_inside_but_not_to_metadata(world):
    answer = asked(
        "http://ollama/v1", world, is_near=True, resolves_to=["169.254.169.254"]
    )
    assert answer.code == "address"
    asked("http://ollama/v1", world, is_near=True, resolves_to=["10.0.0.7"])
    assert world.opened == [("10.0.0.7", 80)] * len(world.opened)
    assert world.opened


def test_a_name_is_resolved_once_for_each_connection(world):
    """The second answer of a rebinding name is judged like the first."""
    found = iter([[PUBLIC], ["127.0.0.1"]])
    answer = asked(
        "https://jobs.example.org/v1", world, resolve=lambda host, port: next(found)
    )
    assert world.opened == [(PUBLIC, 443)]
    assert answer.code == "address"  # there is no such page


def test_the_certificate_is_of_the_name(world):
    answer = asked("https://other.example.org/v1", world, resolves_to=[PUBLIC])
    assert answer.code == "unreachable"
    assert "certificate is not valid" in answer.messages[0]
    assert world.asked == []
