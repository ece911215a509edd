"""The mail of the day: wanted, in its hour, once, whatever the mail server does."""

import smtplib
import socket
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.core import mail
from django.template.loader import render_to_string

from accounts.models import Errand, Notification
from applications import digest
from applications.digest import compose, send_digests
from applications.tests.factories import ApplicationFactory, SavedSearchFactory

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def due(user, title="Archivist"):
    application = ApplicationFactory(user=user, status="applied", job__title=title)
    type(application).objects.filter(pk=application.pk).update(
        next_follow_up_on=NOW.date()
    )
    return application


def wants(user, hour=7):
    preferences = user.get_preferences()
    preferences.daily_digest, preferences.digest_hour = True, hour
    preferences.save()
    return user


@pytest.fixture
def application(alice):
    wants(alice)
    return due(alice)


@pytest.fixture
def server(monkeypatch):
    """A mail server that does what it is told to."""
    one = Server()
    monkeypatch.setattr(digest, "mailers", SimpleNamespace(default=one))
    return one


class Server:
    def __init__(self):
        self.on_open = self.on_send = None
        self.taken = []

    def open(self):
        if self.on_open:
            raise self.on_open

    def send_messages(self, messages):
        if self.on_send:
            raise self.on_send
        self.taken += messages

    def close(self):
        pass


def test_news_of_saved_searches_alone_are_a_mail(alice):
    wants(alice)
    search = SavedSearchFactory(user=alice, name="Night")
    Notification.objects.tell(
        alice,
        dedupe_key=f"search:{search.pk}:1",
        type="job_match",
        title="2 new for “Night”",
        message="Baker · Miller",
        url=search.get_absolute_url(),
        data={"on": "2026-03-02", "rows": []},
    )
    assert send_digests(now=NOW).counts["sent"] == 1
    (message,) = mail.outbox
    assert message.subject == "What is new, Monday"
    for text in (message.body, message.alternatives[0][0]):
        assert "2 new for “Night”" in text
        assert f"http://127.0.0.1:8000/saved-searches/{search.pk}/" in text
        assert "/today/" not in text
    assert send_digests(now=NOW + timedelta(days=1)).counts["nothing_due"] == 1


def test_mail_says_what_is_due_with_links(alice, application):
    assert send_digests(now=NOW).counts["sent"] == 1
    (message,) = mail.outbox
    assert message.to == ["alice@example.org"]
    assert message.subject == "1 thing to do, Monday"
    html, kind = message.alternatives[0]
    assert kind == "text/html"
    link = f"http://127.0.0.1:8000/applications/{application.pk}/"
    for text in (message.body, html):
        assert "Archivist" in text
        assert link in text
        assert "/unsubscribe/" in text
    assert (
        message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    )
    assert message.extra_headers["List-Unsubscribe"].startswith(
        "<http://127.0.0.1:8000/"
    )


def test_words_of_people_are_escaped_in_html_alone(alice):
    wants(alice)
    due(alice, "Salt & <b>Pepper</b>\nSubject: x")
    send_digests(now=NOW)
    html, _kind = mail.outbox[0].alternatives[0]
    assert "Salt &amp; &lt;b&gt;Pepper" in html
    assert "Salt & <b>Pepper" in mail.outbox[0].body


def test_who_did_not_ask_gets_none(alice, bob):
    due(alice)
    assert sum(send_digests(now=NOW).counts.values()) == 0


def test_who_is_switched_off_gets_none(alice, application):
    type(alice).objects.update(is_active=False)
    assert sum(send_digests(now=NOW).counts.values()) == 0


def test_one_a_day(alice, application):
    for minutes in (0, 0, 15, 60 * 14):
        send_digests(now=NOW + timedelta(minutes=minutes))
    assert len(mail.outbox) == 1
    send_digests(now=NOW + timedelta(days=1))
    assert len(mail.outbox) == 2


def test_not_before_its_hour_and_late_rather_than_never(alice, application):
    wants(alice, hour=10)
    send_digests(now=NOW)
    assert not mail.outbox
    send_digests(now=NOW.replace(hour=23))
    assert len(mail.outbox) == 1


def test_a_day_with_nothing_due_has_none(alice):
    wants(alice)
    assert send_digests(now=NOW).counts["nothing_due"] == 1
    due(alice)
    assert send_digests(now=NOW + timedelta(hours=1)).counts["sent"] == 0


def test_a_given_day_needs_no_hour(alice, application):
    wants(alice, hour=23)
    assert send_digests(now=NOW, day=date(2026, 3, 3)).counts["sent"] == 1
    assert Errand.objects.get().key == "digest:2026-03-03"


def test_a_long_list_is_cut_and_said(alice, monkeypatch):
    monkeypatch.setattr(digest, "MOST_LINES", 2)
    wants(alice)
    for n in range(5):
        due(alice, f"Job {n}")
    body = compose(alice, now=NOW).body
    assert body.count("Follow up: ") == 2
    assert "and 3 more" in body


# What the mail server does


def test_a_server_away_is_tried_again(alice, application, server):
    server.on_open = ConnectionRefusedError("refused")
    outcome = send_digests(now=NOW)
    assert (outcome.counts["waiting"], outcome.problem) == (1, "refused")
    server.on_open = None
    assert send_digests(now=NOW).counts["sent"] == 1
    assert len(server.taken) == 1


def test_a_closed_port_is_a_server_away(alice, application, settings):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    backend = "django.core.mail.backends.smtp.EmailBackend"
    options = {"host": "127.0.0.1", "port": port, "timeout": 2}
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": options}}
    assert "refused" in send_digests(now=NOW).problem
    assert not Errand.objects.exists()


def test_a_server_away_is_asked_once_for_all(alice, bob, application, server):
    due(wants(bob))
    server.on_open = TimeoutError("timed out")
    assert send_digests(now=NOW).counts["waiting"] == 1


@pytest.mark.parametrize(
    "error",
    [
        smtplib.SMTPRecipientsRefused({"alice@example.org": (450, b"greylisted")}),
        smtplib.SMTPDataError(451, b"later"),
        smtplib.SMTPSenderRefused(452, b"full", "x"),
    ],
)
def test_not_now_is_tried_again(error, alice, application, server):
    server.on_send = error
    assert send_digests(now=NOW).counts["waiting"] == 1
    server.on_send = None
    assert send_digests(now=NOW).counts["sent"] == 1


@pytest.mark.parametrize(
    "error",
    [
        smtplib.SMTPRecipientsRefused({"alice@example.org": (550, b"no such user")}),
        smtplib.SMTPDataError(554, b"spam"),
    ],
)
def test_never_is_not_tried_again(error, alice, application, server):
    server.on_send = error
    assert send_digests(now=NOW).counts["refused"] == 1
    server.on_send = None
    assert send_digests(now=NOW).counts["sent"] == 0


def test_one_refused_holds_nobody_up(alice, bob, application, server, monkeypatch):
    due(wants(bob))
    real = server.send_messages

    def send(messages):
        if messages[0].to == ["alice@example.org"]:
            raise smtplib.SMTPRecipientsRefused({"alice@example.org": (450, b"x")})
        real(messages)

    monkeypatch.setattr(server, "send_messages", send)
    counts = send_digests(now=NOW).counts
    assert (counts["waiting"], counts["sent"]) == (1, 1)


def test_what_may_have_been_taken_is_not_sent_again(alice, application, server):
    server.on_send = smtplib.SMTPServerDisconnected("in the middle")
    assert send_digests(now=NOW).counts["unknown"] == 1
    server.on_send = None
    assert send_digests(now=NOW).counts["sent"] == 0
    assert not server.taken


def test_killed_after_the_mark_nothing_is_sent_twice(alice, application, server):
    """The errand is committed before; a worker killed in the middle leaves it."""
    server.on_send = SystemExit()
    with pytest.raises(SystemExit):
        send_digests(now=NOW)
    server.on_send = None
    assert send_digests(now=NOW).counts["sent"] == 0


def test_broken_off_before_sending_it_is_sent_later(alice, application, server):
    server.on_open = SystemExit()
    with pytest.raises(SystemExit):
        send_digests(now=NOW)
    server.on_open = None
    assert send_digests(now=NOW).counts["sent"] == 1


def test_subject_is_one_line(alice):
    subject = render_to_string(
        "applications/email/digest_subject.txt", {"count": 2, "today": NOW.date()}
    )
    assert subject.strip() == "2 things to do, Monday"
