"""A message goes its way, and what comes of it is said."""

import pytest
from django.core import mail

from companies.models import OutreachCampaign
from companies.tests.answers import leads_to, text, toasts
from companies.tests.factories import CompanyFactory, ContactFactory, OutreachFactory


@pytest.fixture
def outreach(alice):
    oven = CompanyFactory(user=alice, name="Oven")
    return OutreachFactory(
        company=oven,
        contact=ContactFactory(user=alice, name="Abel", email="abel@oven.example"),
        contact_method="email",
        subject="Bread",
        message_content="Good morning,",
    )


@pytest.fixture
def mail_server(settings):
    settings.MAIL_IS_CONSOLE = False


def page_of(outreach):
    return f"/outreach/{outreach.pk}/"


def say(client, outreach, state, seen="draft"):
    data = {"state": state, "seen": seen}
    return client.post(f"{page_of(outreach)}state/", data)


def state_of(outreach):
    return OutreachCampaign.objects.get(pk=outreach.pk).response_status


def mark(client, outreach):
    return client.get(f"{page_of(outreach)}send/").context["letter"].mark


def send(client, outreach, seen):
    return client.post(f"{page_of(outreach)}send/", {"seen": seen})


# By the person's own hand


def test_it_is_marked_as_sent_and_taken_back(as_alice, outreach):
    assert leads_to(say(as_alice, outreach, "sent"), page_of(outreach))
    assert state_of(outreach) == "sent"
    undo = f"{page_of(outreach)}state/?state=draft&amp;seen=sent"
    assert f'action="{undo}"' in text(as_alice.get(page_of(outreach)))
    as_alice.post(undo.replace("&amp;", "&"))
    assert state_of(outreach) == "draft"


def test_answers_are_said(as_alice, outreach):
    for state, seen in (
        ("sent", "draft"),
        ("replied", "sent"),
        ("interested", "replied"),
    ):
        say(as_alice, outreach, state, seen)
    assert state_of(outreach) == "interested"


@pytest.mark.parametrize(
    ("state", "seen", "status"),
    [
        ("replied", "draft", 422),
        ("nonsense", "draft", 422),
        ("", "", 422),
        ("sent", "nonsense", 422),
        ("sent", "opened", 409),
    ],
)
def test_nonsense_changes_nothing_and_says_why(as_alice, outreach, state, seen, status):
    answer = say(as_alice, outreach, state, seen)
    assert answer.status_code == status
    assert 'role="alert"' in text(answer)
    assert "Good morning," in text(answer)
    assert state_of(outreach) == "draft"


def test_message_with_gaps_is_not_marked_as_sent(as_alice, outreach):
    OutreachCampaign.objects.update(message_content="[why]")
    assert say(as_alice, outreach, "sent").status_code == 422
    assert state_of(outreach) == "draft"


# By mail


@pytest.mark.usefixtures("mail_server")
def test_what_goes_to_whom_is_shown_first_and_nothing_sent(as_alice, outreach):
    assert f'href="{page_of(outreach)}send/"' in text(as_alice.get(page_of(outreach)))
    page = text(as_alice.get(f"{page_of(outreach)}send/"))
    for said in ("abel@oven.example", "alice@example.org", "Bread", "Good morning,"):
        assert said in page
    assert not mail.outbox


@pytest.mark.usefixtures("mail_server")
def test_confirmed_it_goes_once(as_alice, outreach):
    seen = mark(as_alice, outreach)
    for _click in range(2):
        assert leads_to(send(as_alice, outreach, seen), page_of(outreach))
    assert len(mail.outbox) == 1
    page = text(as_alice.get(page_of(outreach)))
    assert "Sent to abel@oven.example." in page
    assert "Message-ID" in page
    assert "state=draft" not in page


@pytest.mark.usefixtures("mail_server")
@pytest.mark.parametrize("seen", ["", "x", "x" * 100, "\x00"])
def test_without_having_seen_it_nothing_goes(as_alice, outreach, seen):
    answer = send(as_alice, outreach, seen)
    assert answer.status_code == 409
    assert not mail.outbox


@pytest.mark.usefixtures("mail_server")
def test_what_another_window_wrote_is_shown_before_it_goes(as_alice, outreach):
    seen = mark(as_alice, outreach)
    OutreachCampaign.objects.update(message_content="Good evening,")
    answer = send(as_alice, outreach, seen)
    assert answer.status_code == 409
    assert "Good evening," in text(answer)
    send(as_alice, outreach, answer.context["letter"].mark)
    assert mail.outbox[0].body == "Good evening,"


@pytest.mark.usefixtures("mail_server")
def test_what_is_not_ready_has_no_button(as_alice, outreach):
    OutreachCampaign.objects.update(subject="")
    page = text(as_alice.get(f"{page_of(outreach)}send/"))
    assert "It has no subject yet." in page
    assert "Send it now" not in page
    answer = send(as_alice, outreach, mark(as_alice, outreach))
    assert answer.status_code == 422
    assert not mail.outbox


def test_without_a_mail_server_nothing_goes(as_alice, outreach, settings):
    settings.MAIL_IS_CONSOLE = True
    answer = send(as_alice, outreach, mark(as_alice, outreach))
    assert answer.status_code == 422
    assert "no mail server" in text(answer)
    assert not mail.outbox
    assert state_of(outreach) == "draft"


@pytest.mark.usefixtures("mail_server")
def test_after_it_went_a_late_click_is_led_to_it(as_alice, outreach):
    seen = mark(as_alice, outreach)
    send(as_alice, outreach, seen)
    answer = as_alice.get(page_of(outreach))
    assert toasts(answer) == ["Sent to abel@oven.example."]
    page = text(as_alice.get(f"{page_of(outreach)}send/"))
    assert "This was sent already." in page
