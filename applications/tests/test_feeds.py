"""Job boards that people follow: politely, once a day, and nothing doubled."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from applications import feeds, tasks
from applications.capture import fetch as fetching
from applications.capture import robots
from applications.capture.fetch import Page
from applications.models import BoardFeed, Job
from applications.tests.factories import JobFactory
from companies.models import Company
from companies.tests.factories import CompanyFactory
from jobtracker.errors import Refused
from jobtracker.testing.fixtures import HTMX

pytestmark = pytest.mark.django_db
ATS = Path(__file__).parent / "data" / "ats"
EXPECTED = {
    name: said["jobs"]
    for name, said in json.loads((ATS / "expected.json").read_text()).items()
    if said["jobs"]
}
ACME = (ATS / "openroles-greenhouse.json").read_bytes()
BOARD = "https://boards.greenhouse.io/acme"
ROBOTS = "https://boards-api.greenhouse.io/robots.txt"
ANSWER = "https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true"


@pytest.fixture
def company(alice):
    return CompanyFactory(user=alice, name="Acme")


@pytest.fixture
def feed(company):
    return BoardFeed.objects.create(company=company, url=BOARD, is_active=True)


@pytest.fixture
def net(monkeypatch):
    """What the web answers, by address; what was asked for is written down."""

    def fetch(url, **_options):
        net.asked.append(url)
        answer = net.pages.get(url, Refused("It is not there.", code="gone"))
        if isinstance(answer, Refused):
            raise answer
        return Page(url, "application/json", "utf-8", answer, timezone.now())

    class Net:
        asked: list = []
        pages: dict = {ANSWER: ACME}

    net = Net()
    net.asked, net.pages = [], {ANSWER: ACME}
    monkeypatch.setattr(fetching, "fetch", fetch)
    monkeypatch.setattr(robots.is_allowed, "__defaults__", (fetch,))
    return net


@pytest.fixture
def is_on(settings):
    settings.BOARD_FEEDS = True


def read_due(now=None):
    return feeds.read_due(now=now or timezone.now())


def later(feed, **kwargs):
    """It was read so long ago."""
    BoardFeed.objects.filter(pk=feed.pk).update(
        last_read_at=timezone.now() - timedelta(**kwargs)
    )


# Reading


def test_without_the_operators_word_nothing_is_fetched(feed, net):
    assert read_due() == {"read": 0, "added": 0, "failed": 0}
    assert net.asked == []


def test_a_board_comes_to_the_inbox(feed, net, is_on, alice, as_alice):
    assert read_due() == {"read": 1, "added": 2, "failed": 0}
    assert net.asked == [ROBOTS, ANSWER], "robots.txt first"
    feed.refresh_from_db()
    assert (feed.found, feed.added, feed.last_error) == (2, 2, "")
    jobs = Job.objects.for_user(alice)
    assert {job.company for job in jobs} == {feed.company}
    assert {job.url for job in jobs} == {
        said["url"] for said in EXPECTED["openroles-greenhouse.json"]
    }
    assert all(job.source_url for job in jobs)
    assert "Senior Data Analyst" in as_alice.get("/jobs/").text


def test_read_again_it_adds_what_is_new_alone(feed, net, is_on):
    read_due()
    later(feed, hours=21)
    answer = json.loads(ACME)
    more = answer["jobs"][0] | {
        "id": 999,
        "title": "Baker",
        "absolute_url": f"{BOARD}/jobs/999",
    }
    net.pages[ANSWER] = json.dumps(answer | {"jobs": [more, *answer["jobs"]]}).encode()
    assert read_due() == {"read": 1, "added": 1, "failed": 0}
    feed.refresh_from_db()
    assert (feed.found, feed.added) == (3, 3)


@pytest.mark.parametrize(("hours", "reads"), [(0, 0), (19, 0), (21, 1), (99, 1)])
def test_it_is_read_once_in_twenty_hours(feed, net, is_on, hours, reads):
    later(feed, hours=hours)
    assert read_due()["read"] == reads


def test_one_that_is_not_active_is_left_alone(feed, net, is_on):
    BoardFeed.objects.update(is_active=False)
    assert read_due()["read"] == 0
    assert net.asked == []


def test_the_longest_waiting_comes_first_and_each_once(
    company, net, is_on, monkeypatch
):
    names = ("never", "old", "older")
    for hours, name in enumerate(names):
        one = BoardFeed.objects.create(
            company=company, url=f"https://boards.greenhouse.io/{name}", is_active=True
        )
        if hours:
            later(one, hours=20 + hours)
    read_due()
    asked = [url.split("/boards/")[1] for url in net.asked if "/boards/" in url]
    assert {name.split("/")[0] for name in asked} == set(names)
    assert [name.split("/")[0] for name in asked].index("older") < [
        name.split("/")[0] for name in asked
    ].index("old")
    assert len(asked) == 3
    monkeypatch.setattr(feeds, "AT_ONCE", 2)
    BoardFeed.objects.update(last_read_at=None)
    assert sum(read_due().values()) == 2


def test_a_board_that_wants_no_programs_is_not_read(feed, net, is_on, as_alice):
    net.pages[ROBOTS] = b"User-agent: *\nDisallow: /v1/"
    assert read_due() == {"read": 0, "added": 0, "failed": 1}
    assert net.asked == [ROBOTS]
    feed.refresh_from_db()
    assert "not to be read by programs" in feed.last_error
    assert feed.last_error in as_alice.get(feed.get_absolute_url()).text
    net.pages[ROBOTS] = b""
    assert read_due()["read"] == 0, "it is asked again tomorrow, not now"
    later(feed, hours=21)
    assert read_due()["read"] == 1
    feed.refresh_from_db()
    assert feed.last_error == ""


@pytest.mark.parametrize("answer", [Refused("The website is away."), b"hello", b"{}"])
def test_one_that_fails_keeps_none_of_the_others(feed, company, net, is_on, answer):
    net.pages[ANSWER] = answer
    BoardFeed.objects.create(
        company=company, url="https://jobs.lever.co/acme", is_active=True
    )
    net.pages["https://api.lever.co/v0/postings/acme?mode=json"] = (
        ATS / "charon-lever.json"
    ).read_bytes()
    counts = read_due()
    assert (counts["read"], counts["failed"]) == (1, 1)
    feed.refresh_from_db()
    assert feed.last_error
    assert (feed.found, feed.added) == (0, 0)


def test_a_failure_leaves_the_counts_of_before(feed, net, is_on):
    read_due()
    later(feed, hours=21)
    net.pages[ANSWER] = Refused("The website is away.")
    read_due()
    feed.refresh_from_db()
    assert (feed.found, feed.added) == (2, 2)


def test_the_worker_does_it_by_the_clock(feed, net, is_on):
    assert tasks.read_feeds.call()["added"] == 2
    assert tasks.read_feeds.call()["added"] == 0


# What an answer gives


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_every_answer_is_taken_once(feed, name, alice):
    data = (ATS / name).read_bytes()
    added = feeds.take(feed, data)
    assert added == Job.objects.for_user(alice).count() > 0
    assert feeds.take(feed, data) == 0
    feed.refresh_from_db()
    assert feed.added == added
    assert Job.objects.count() == added


def test_what_the_board_calls_itself_is_the_company_that_is_followed(alice):
    amplitude = CompanyFactory(user=alice, name="Amplitude, Inc.")
    feed = BoardFeed.objects.create(company=amplitude, url=BOARD)
    feeds.take(feed, (ATS / "careerkit-greenhouse.json").read_bytes())
    assert {job.company for job in Job.objects.all()} == {amplitude}


def test_a_part_of_it_with_a_name_of_its_own_keeps_that(feed):
    feeds.take(feed, (ATS / "careerkit-greenhouse.json").read_bytes())
    assert {job.company.name for job in Job.objects.all()} == {"Amplitude"}
    assert Company.objects.count() == 2


def test_one_that_cannot_be_kept_is_left_out(feed):
    answer = json.loads(ACME)
    answer["jobs"][0]["absolute_url"] = "https://" + "x" * 300 + "/1"
    assert feeds.take(feed, json.dumps(answer).encode()) == 1


def test_what_another_person_has_is_nobodys_else(feed, bob):
    said = EXPECTED["openroles-greenhouse.json"][0]
    JobFactory(user=bob, url=said["url"])
    assert feeds.take(feed, ACME) == 2


def test_what_one_archived_does_not_come_again(feed, alice):
    feeds.take(feed, ACME)
    for job in Job.objects.all():
        job.set_archived(True)
    assert feeds.take(feed, ACME) == 0
    assert not Job.objects.filter(status="active").exists()


# The pages


@pytest.fixture
def path(company):
    return f"/companies/{company.pk}/boards/"


def test_a_board_is_followed_and_stands_on_the_page_of_the_company(
    as_alice, company, path
):
    here = company.get_absolute_url()
    page = as_alice.get(here)
    assert f'href="{path}"' in page.text
    assert "None is followed." in page.text
    assert as_alice.get(path).status_code == 200
    answer = as_alice.post(path, {"url": BOARD, "is_active": "on"})
    assert (answer.status_code, answer["Location"]) == (302, here)
    feed = BoardFeed.objects.get()
    assert (feed.company, feed.url, feed.is_active) == (company, BOARD, True)
    page = as_alice.get(here).text
    assert f'id="board-feed-{feed.pk}"' in page
    assert "Not read yet" in page
    assert "Once a day" in page
    assert "/jobs/capture/?url=https%3A%2F%2Fboards.greenhouse.io%2Facme" in page
    feed.was_read(found=3, added=2)
    page = as_alice.get(here).text
    assert "3 postings" in page
    assert "2 new in all" in page


def test_it_is_read_by_hand_alone_until_one_says_so(as_alice, path, company):
    as_alice.post(path, {"url": BOARD})
    assert not BoardFeed.objects.get().is_active
    assert "By hand" in as_alice.get(company.get_absolute_url()).text


@pytest.mark.parametrize(
    "url",
    [
        "",
        "hello",
        "https://acme.example/jobs",
        "https://boards.greenhouse.io/",
        "https://jobs.lever.co.evil.example/acme",
        "http://127.0.0.1/acme",
        "javascript:alert(1)",
        "https://user:word@jobs.lever.co/acme",
        "https://jobs.lever.co/acme" + "x" * 3_000,
    ],
)
def test_only_boards_we_can_read_are_followed(as_alice, path, url):
    answer = as_alice.post(path, {"url": url})
    assert answer.status_code == 422
    assert "url" in answer.context["form"].errors
    assert not BoardFeed.objects.exists()


def test_the_same_one_twice_is_refused_beside_the_field(as_alice, path, feed):
    answer = as_alice.post(path, {"url": BOARD})
    assert answer.status_code == 422
    assert answer.context["form"].errors == {"url": ["You follow this board already."]}
    assert BoardFeed.objects.count() == 1


def test_htmx_gets_the_form_again(as_alice, path):
    answer = as_alice.post(path, {"url": "x"}, headers=HTMX)
    assert answer.status_code == 422
    assert "<html" not in answer.text


def test_another_person_may_follow_the_same(as_bob, bob, feed):
    theirs = CompanyFactory(user=bob)
    as_bob.post(f"/companies/{theirs.pk}/boards/", {"url": BOARD})
    assert BoardFeed.objects.for_user(bob).count() == 1


def test_it_is_followed_no_longer_and_its_postings_stay(as_alice, feed):
    feeds.take(feed, ACME)
    answer = as_alice.post(f"/boards/{feed.pk}/delete/")
    assert (answer.status_code, answer["Location"]) == (
        303,
        feed.company.get_absolute_url(),
    )
    assert not BoardFeed.objects.exists()
    assert Job.objects.count() == 2
    assert as_alice.post(f"/boards/{feed.pk}/delete/").status_code == 404


def test_to_look_deletes_nothing(as_alice, feed):
    assert as_alice.get(f"/boards/{feed.pk}/delete/").status_code == 405
    assert BoardFeed.objects.exists()


def test_a_stranger_follows_and_ends_nothing(as_bob, client, feed, path):
    for url in (path, f"/boards/{feed.pk}/delete/"):
        assert as_bob.post(url, {"url": "https://jobs.lever.co/x"}).status_code == 404
        assert client.post(url)["Location"].startswith("/accounts/login/")
    assert as_bob.get(path).status_code == 404
    assert BoardFeed.objects.count() == 1


def test_twenty_are_shown_at_most(as_alice, company):
    for number in range(22):
        BoardFeed.objects.create(
            company=company, url=f"https://jobs.lever.co/acme{number}"
        )
    page = as_alice.get(company.get_absolute_url()).text
    assert page.count('id="board-feed-') == 20
    assert "The first 20 are shown." in page


def test_with_the_company_they_go(feed):
    feed.company.delete()
    assert not BoardFeed.objects.exists()
