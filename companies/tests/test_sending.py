"""A message by mail: as it was shown, once, whatever the mail server does."""

import smtplib
from types import SimpleNamespace

import pytest
from django.core import mail

from accounts.models import Errand
from companies import sending
from companies.models import OutreachCampaign
from companies.sending import Letter
from companies.tests.factories import ContactFactory, OutreachFactory
from jobtracker.errors import Refused, Stale


@pytest.fixture
def outreach(alice):
    contact = ContactFactory(user=alice, name="Abel Baker", email="abel@oven.example")
    return OutreachFactory(
        company__user=alice,
        contact=contact,
        contact_method="email",
        subject="Your bread",
        message_content="Hello Abel,\n\nit is late.",
    )


class Server:
    """A mail server that does what it is told to."""

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
        raise OSError("gone already")


@pytest.fixture
def server(monkeypatch):
    one = Server()
    monkeypatch.setattr(sending, "mailers", SimpleNamespace(default=one))
    return one


def fresh(outreach):
    return OutreachCampaign.objects.get(pk=outreach.pk)


def send(outreach):
    letter = Letter(fresh(outreach))
    letter.send(seen=letter.mark)


def test_it_goes_to_the_contact_and_answers_come_to_the_person(outreach, settings):
    settings.DEFAULT_FROM_EMAIL = "Jobtracker <noreply@tracker.example>"
    send(outreach)
    (message,) = mail.outbox
    assert message.to == ["abel@oven.example"]
    assert message.from_email == "Alice Abel <noreply@tracker.example>"
    assert message.reply_to == ["alice@example.org"]
    assert message.subject == "Your bread"
    assert message.body == "Hello Abel,\n\nit is late."
    assert message.recipients() == ["abel@oven.example"]


def test_it_is_logged(outreach):
    send(outreach)
    sent = fresh(outreach)
    assert sent.response_status == "sent"
    assert sent.sent_at is not None
    assert sent.sent_to == "abel@oven.example"
    assert sent.message_id == mail.outbox[0].extra_headers["Message-ID"]
    assert Errand.objects.get().done_at is not None


def test_sent_twice_it_goes_once(outreach):
    first, second = Letter(fresh(outreach)), Letter(fresh(outreach))
    seen = first.mark
    first.send(seen=seen)
    with pytest.raises(Refused):
        second.send(seen=seen)
    with pytest.raises(Refused, match="already"):
        send(outreach)
    assert len(mail.outbox) == 1


def test_another_click_at_the_same_moment_sends_nothing(alice, outreach):
    letter = Letter(outreach)
    seen = letter.mark
    Errand.objects.claim(alice, f"outreach:{outreach.pk}:0").finish()
    with pytest.raises(Refused, match="another click"):
        letter.send(seen=seen)
    assert not mail.outbox


@pytest.mark.parametrize("field", ["subject", "message_content"])
def test_what_was_not_shown_does_not_go(outreach, field):
    seen = Letter(outreach).mark
    setattr(outreach, field, "Something else")
    outreach.save()
    with pytest.raises(Stale):
        Letter(fresh(outreach)).send(seen=seen)
    assert not mail.outbox


def test_another_address_than_was_shown_gets_nothing(outreach):
    seen = Letter(outreach).mark
    outreach.contact.email = "other@oven.example"
    outreach.contact.save()
    with pytest.raises(Stale):
        Letter(fresh(outreach)).send(seen=seen)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"subject": ""}, "no subject"),
        ({"subject": "For {person}"}, "what is marked"),
        ({"message_content": " "}, "no text"),
        ({"message_content": "[a gap]"}, "what is marked"),
        ({"contact_method": "phone"}, "Choose e-mail"),
        ({"contact": None}, "e-mail address"),
        ({"response_status": "sent"}, "already"),
    ],
)
def test_what_is_not_ready_says_why(outreach, values, reason):
    OutreachCampaign.objects.filter(pk=outreach.pk).update(**values)
    with pytest.raises(Refused, match=reason):
        send(outreach)
    assert not mail.outbox


@pytest.mark.parametrize(
    "address", ["", "abel", "a@b.example\nBcc: c@d.example", "a@b.example, c@d.example"]
)
def test_bad_addresses_get_nothing(outreach, address):
    type(outreach.contact).objects.update(email=address)
    with pytest.raises(Refused, match="e-mail address"):
        send(outreach)


def test_headers_can_not_be_added(alice, outreach):
    alice.full_name = "Alice\nBcc: x@y.example"
    alice.save()
    OutreachCampaign.objects.update(subject="Hi\r\nBcc: x@y.example")
    send(outreach)
    message = mail.outbox[0].message()
    assert message["Bcc"] is None
    assert mail.outbox[0].recipients() == ["abel@oven.example"]
    assert message["Subject"] == "Hi Bcc: x@y.example"


def test_server_away_sends_nothing_and_may_be_tried_again(outreach, server):
    server.on_open = ConnectionRefusedError("no")
    with pytest.raises(Refused, match="nothing was sent"):
        send(outreach)
    assert not Errand.objects.exists()
    server.on_open = None
    send(outreach)
    assert len(server.taken) == 1


@pytest.mark.parametrize(
    "error",
    [
        smtplib.SMTPRecipientsRefused({"abel@oven.example": (550, b"no")}),
        smtplib.SMTPDataError(451, b"later"),
    ],
)
def test_refused_mail_may_be_tried_again(outreach, server, error):
    server.on_send = error
    with pytest.raises(Refused, match="did not take it"):
        send(outreach)
    server.on_send = None
    send(outreach)
    assert fresh(outreach).is_mailed


def test_broken_off_it_is_a_decision_of_its_own_to_send_again(outreach, server):
    server.on_send = smtplib.SMTPServerDisconnected("gone")
    letter = Letter(outreach)
    seen = letter.mark
    with pytest.raises(Refused, match="nobody knows"):
        letter.send(seen=seen)
    server.on_send = None
    with pytest.raises(Stale):  # the page of before does not tell of it
        Letter(fresh(outreach)).send(seen=seen)
    assert Letter(outreach).tried is not None
    send(outreach)
    assert len(server.taken) == 1


def test_no_more_than_some_an_hour(outreach, monkeypatch):
    monkeypatch.setattr(sending, "MOST_AN_HOUR", 1)
    send(outreach)
    OutreachCampaign.objects.update(response_status="draft", message_id="")
    Errand.objects.all().delete()
    with pytest.raises(Refused, match="within the hour"):
        send(outreach)
    assert len(mail.outbox) == 1


def test_link_for_a_mail_program_is_encoded(outreach):
    link = Letter(outreach).mailto
    assert link == (
        "mailto:abel@oven.example?subject=Your%20bread"
        "&body=Hello%20Abel%2C%0D%0A%0D%0Ait%20is%20late."
    )


def test_link_for_a_mail_program_leaves_out_a_long_text(outreach):
    outreach.message_content = "x" * 5_000
    assert Letter(outreach).mailto == "mailto:abel@oven.example?subject=Your%20bread"
