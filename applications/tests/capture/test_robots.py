from functools import partial

import pytest
from django.utils import timezone

from applications.capture.fetch import TEXT, Page, fetch
from applications.capture.robots import is_allowed
from jobtracker.errors import Refused
from jobtracker.testing.web import says

URL = "https://jobs.example.org/board/feed.xml?page=2"


def site(robots):
    """A fetch that knows one robots.txt, or its refusal."""
    asked = []

    def asking(url, **options):
        asked.append((url, options["accept"]))
        if isinstance(robots, str):
            raise Refused("No.", code=robots)
        return Page(url, "text/plain", "", robots, timezone.now())

    asking.asked = asked
    return asking


@pytest.mark.parametrize(
    ("robots", "expected"),
    [
        (b"", True),
        (b"User-agent: *\nDisallow: /", False),
        (b"User-agent: *\nDisallow: /board/", False),
        (b"User-agent: *\nDisallow: /admin/", True),
        (b"User-agent: *\nDisallow:", True),
        (b"User-agent: Other\nDisallow: /", True),
        (b"User-agent: Jobtracker\nDisallow: /\n\nUser-agent: *\nDisallow:", False),
        (b"User-agent: jobtracker\nAllow: /\n\nUser-agent: *\nDisallow: /", True),
        (b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /\r\n", False),
        (b"\xff\xfe\x00 nothing that anyone can read", True),
        (b"<!doctype html><p>Not found", True),
    ],
)
def test_rules_are_kept(robots, expected):
    assert is_allowed(URL, fetch=site(robots)) is expected


def test_the_file_of_the_same_site_is_asked_for():
    asking = site(b"")
    is_allowed(URL, fetch=asking)
    assert asking.asked == [("https://jobs.example.org/robots.txt", TEXT)]


@pytest.mark.parametrize("code", ["gone", "kind", "status"])
def test_without_a_file_all_is_allowed(code):
    assert is_allowed(URL, fetch=site(code))


def test_who_hides_the_file_wants_no_visits():
    assert not is_allowed(URL, fetch=site("closed"))


@pytest.mark.parametrize(
    "code", ["off", "address", "slow", "busy", "trouble", "unreachable", "large"]
)
def test_what_cannot_be_known_is_refused(code):
    with pytest.raises(Refused) as caught:
        is_allowed(URL, fetch=site(code))
    assert caught.value.code == code


def test_what_is_no_link_has_no_file():
    asking = site(b"")
    with pytest.raises(Refused, match="not a link"):
        is_allowed("http://[::1", fetch=asking)
    assert asking.asked == []


def test_through_the_guard(world):
    world.pages["/robots.txt"] = says(b"User-agent: *\nDisallow: /b", "text/plain")
    asking = partial(fetch, net=world.net)
    assert is_allowed("http://jobs.example.org/a", fetch=asking)
    assert not is_allowed("http://jobs.example.org/b", fetch=asking)
    with pytest.raises(Refused, match="no public website"):
        is_allowed("http://127.0.0.1/a", fetch=asking)
