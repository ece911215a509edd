"""Messages to companies in Today: when they are owed, done with, put off."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from applications.reminders import remind
from applications.today import owed
from companies.models import OutreachCampaign
from companies.tests.answers import is_fragment, leads_to, on_page, text
from companies.tests.factories import CompanyFactory, OutreachFactory

TODAY = "/today/"
ON_TODAY = on_page(TODAY)
DAY = timedelta(days=1)


@pytest.fixture
def outreach(alice):
    oven = CompanyFactory(user=alice, name="Oven")
    return OutreachFactory(
        company=oven,
        contact_person="The baker",
        subject="Bread",
        response_status="sent",
        follow_up_at=timezone.now() - DAY,
    )


def path_of(outreach, verb):
    return f"/outreach/{outreach.pk}/{verb}/"


def told(user):
    found = owed(user, now=timezone.now())
    return [(one.kind, one.text, one.detail, one.employer) for one in found]


def due(outreach):
    return OutreachCampaign.objects.get(pk=outreach.pk).follow_up_at


def test_it_stands_in_today_with_its_verbs(as_alice, alice, outreach):
    assert told(alice) == [("outreach", "Ask again: The baker", "Bread", "Oven")]
    page = text(as_alice.get(TODAY))
    assert f'href="{outreach.get_absolute_url()}"' in page
    assert f'href="{outreach.company.get_absolute_url()}"' in page
    for verb in ("done", "snooze"):
        assert f'action="{path_of(outreach, verb)}"' in page


@pytest.mark.parametrize(
    ("state", "texts"),
    [
        ("draft", ["Send your message: The baker"]),
        ("opened", ["Ask again: The baker"]),
        ("replied", ["Get back to them: The baker"]),
        ("rejected", []),
    ],
)
def test_its_state_says_what_to_do(alice, outreach, state, texts):
    OutreachCampaign.objects.update(response_status=state)
    assert [text for _kind, text, *_more in told(alice)] == texts


def test_it_is_owed_from_its_day_in_the_zone_of_the_person(alice, outreach):
    OutreachCampaign.objects.update(follow_up_at=timezone.now() + DAY)
    assert told(alice) == []
    moment = timezone.now().replace(hour=12)
    OutreachCampaign.objects.update(follow_up_at=moment + timedelta(hours=16))
    zones = {"UTC": False, "Pacific/Kiritimati": True, "Pacific/Pago_Pago": True}
    for zone, is_owed in zones.items():
        with timezone.override(zone):
            assert bool(owed(alice, now=moment)) is is_owed


def test_strangers_owe_nothing_for_it(bob, outreach):
    assert told(bob) == []


def test_done_it_goes_and_comes_back(as_alice, outreach):
    before = due(outreach)
    answer = as_alice.post(path_of(outreach, "done"), headers=ON_TODAY)
    assert is_fragment(answer)
    assert 'id="today-list" hx-swap-oob="true"' in text(answer)
    assert "Ask again" not in text(answer).split('id="messages"')[0]
    assert due(outreach) is None
    (undo,) = re.findall(r'hx-post="([^"]+[?]to=[^"]+)"', text(answer))
    as_alice.post(undo)
    assert due(outreach) == before


def test_put_off_it_comes_in_three_days(as_alice, alice, outreach):
    answer = as_alice.post(path_of(outreach, "snooze"), {"origin": "today"})
    assert leads_to(answer, TODAY)
    assert timedelta(days=2.9) < due(outreach) - timezone.now() <= 3 * DAY
    assert told(alice) == []


def test_elsewhere_one_is_led_to_the_message(as_alice, outreach):
    page = outreach.get_absolute_url()
    assert leads_to(as_alice.post(path_of(outreach, "done")), page)
    answer = as_alice.post(path_of(outreach, "snooze"), headers=on_page("/outreach/"))
    assert leads_to(answer, page)


@pytest.mark.parametrize("to", ["x", "0001-01-01T00:00", "%00"])
def test_nonsense_changes_nothing(as_alice, outreach, to):
    before = due(outreach)
    path = f"{path_of(outreach, 'snooze')}?to={to}"
    assert as_alice.post(path, headers=ON_TODAY).status_code == 422
    assert due(outreach) == before


def test_reminder_leads_to_it_once(alice, outreach):
    (notification,) = remind(alice, now=timezone.now())
    assert notification.url == outreach.get_absolute_url()
    assert notification.message == "Oven · Bread"
    assert not remind(alice, now=timezone.now())


def test_change_is_seen_at_once(as_alice, outreach):
    assert "The baker" in text(as_alice.get(TODAY))
    outreach.contact_person = "The miller"
    outreach.save()
    assert "The miller" in text(as_alice.get(TODAY))
    outreach.delete()
    assert "The miller" not in text(as_alice.get(TODAY))
