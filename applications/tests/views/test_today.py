from datetime import timedelta
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.utils import timezone

from applications.tests.factories import (
    ApplicationFactory,
    FollowUpFactory,
    InterviewFactory,
    JobFactory,
    ResponseFactory,
)
from applications.tests.models.rows import row_of
from companies.tests.answers import (
    is_fragment,
    is_login,
    is_page,
    leads_to,
    on_page,
    text,
)
from jobtracker.testing.fixtures import HTMX

DAY = timedelta(days=1)
TODAY = on_page("/today/")


@pytest.fixture
def quiet(alice):
    """Applied nine days ago, and nothing since."""
    job = JobFactory(user=alice, title="Archivist")
    now = timezone.now() - 9 * DAY
    return ApplicationFactory(user=alice, job=job, status="applied", now=now)


def list_of(answer):
    """The list alone: what a message says is not in it."""
    return text(answer).split('id="messages"')[0]


def test_nothing_is_owed_at_first(as_alice):
    answer = as_alice.get("/today/")
    assert is_page(answer)
    assert "All done" in text(answer)


def test_what_is_owed_stands_there_with_its_verbs(as_alice, alice, quiet):
    now = timezone.now()
    at = now + timedelta(minutes=1)
    coming = InterviewFactory(application=quiet, scheduled_at=at)
    waiting = ResponseFactory(application=quiet, requires_action=True)
    answer = text(as_alice.get("/today/"))
    for path in (
        coming.get_absolute_url(),
        f"/responses/{waiting.pk}/act/",
        f"/responses/{waiting.pk}/snooze/",
    ):
        assert path in answer


def test_htmx_gets_the_list(as_alice, quiet):
    answer = as_alice.get("/today/", headers=HTMX)
    assert is_fragment(answer)
    assert "Archivist" in text(answer)


def test_verb_takes_it_from_the_list_and_the_badge(as_alice, quiet):
    page = quiet.get_absolute_url()
    assert 'id="owed">1<' in text(as_alice.get("/today/"))
    answer = as_alice.post(f"{page}follow-ups/done/", headers=TODAY)
    assert is_fragment(answer)
    assert "Archivist" not in list_of(answer)
    assert 'id="owed" hx-swap-oob="true" hidden' in text(answer)
    assert 'id="owed-short" hx-swap-oob="true" hidden' in text(answer)


def test_status_is_moved_from_the_list(as_alice, quiet):
    sent = {"status": "closed", "closed_reason": "ghosted", "origin": "today"}
    path = f"{quiet.get_absolute_url()}status/"
    answer = as_alice.post(path, sent, headers=TODAY)
    assert "Archivist" not in list_of(answer)
    assert f"{quiet.get_absolute_url()}undo/" in text(answer)
    assert row_of(quiet)["closed_reason"] == "ghosted"


def test_refusal_shows_what_is_true_now(as_alice, quiet):
    quiet.set_next_follow_up(timezone.localdate())
    sent = {"days": "3", "version": "1"}
    path = f"{quiet.get_absolute_url()}next-follow-up/"
    answer = as_alice.post(path, sent, headers=TODAY)
    assert answer.status_code == 409
    assert is_fragment(answer)
    assert "Archivist" in list_of(answer)


@pytest.mark.parametrize(
    ("origin", "place"),
    [
        ("today", "/today/"),
        ("follow-ups", "/follow-ups/"),
        ("stale", "/stale/"),
        ("board", "/"),
    ],
)
def test_plain_verbs_lead_back_to_where_they_were_said(as_alice, quiet, origin, place):
    path = f"{quiet.get_absolute_url()}status/"
    sent = {"status": "interview", "version": quiet.version, "origin": origin}
    assert leads_to(as_alice.post(path, sent), place)
    change = quiet.status_changes.latest("pk")
    assert (change.to_status, change.origin) == (
        "interview",
        "board" if origin == "board" else "detail",
    )


def test_what_was_drawn_once_is_drawn_anew_when_it_changes(as_alice, quiet):
    assert "Archivist" in text(as_alice.get("/today/"))
    quiet.edit(facts={}, job_facts={"title": "Beekeeper"}, version=None)
    answer = text(as_alice.get("/today/"))
    assert "Beekeeper" in answer
    assert "Archivist" not in answer


def test_rows_carry_the_token_of_their_reader(alice, quiet):
    """What is kept of a row is never what another session may post."""

    for _ in range(2):
        client = Client(enforce_csrf_checks=True)
        client.force_login(alice)
        shown = text(client.get("/today/"))
        token = shown.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
        path = f"{quiet.get_absolute_url()}next-follow-up/"
        sent = {"days": "3", "csrfmiddlewaretoken": token, "origin": "today"}
        assert leads_to(client.post(path, sent), "/today/")
        quiet.set_next_follow_up(None)


def test_strangers_see_nothing_of_it(as_bob, quiet):
    assert "Archivist" not in text(as_bob.get("/today/"))


def test_anonymous_is_led_to_the_login(client):
    assert is_login(client.get("/today/"))


def test_today_is_only_looked_at(as_alice):
    assert as_alice.post("/today/").status_code == 405


class Forms(HTMLParser):
    """The forms of a list, each as its address and what it sends."""

    def __init__(self, page):
        super().__init__()
        self.forms = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag == "form":
            self.forms.append((said["action"], {}))
        elif tag in ("input", "button") and "name" in said and self.forms:
            self.forms[-1][1][said["name"]] = said.get("value", "")


@pytest.mark.parametrize("path", ["/today/", "/follow-ups/", "/stale/"])
@pytest.mark.parametrize("days", [9, 40])
@pytest.mark.parametrize("asked", [0, 2])
@pytest.mark.parametrize("status", ["tracking", "applied"])
def test_every_verb_that_is_shown_does_something(
    as_alice, alice, path, days, asked, status
):
    now = timezone.now() - days * DAY
    application = ApplicationFactory(user=alice, status=status, now=now)
    for _ in range(asked):
        FollowUpFactory(application=application, done_at=now)
    ResponseFactory(application=ApplicationFactory(user=alice), requires_action=True)
    shown = list_of(as_alice.get(path))
    forms = Forms(shown[shown.index("<main") :]).forms
    assert forms or path == "/stale/"
    for action, sent in forms:
        sent.pop("version", None)
        before = row_of(application)
        answer = as_alice.post(action, sent)
        assert leads_to(answer, path), (action, sent)
        if f"/{application.pk}/" in action and "applications" in action:
            assert row_of(application) != before, action
