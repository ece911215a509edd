"""What happened with an account: each login is noted, and people can look it up."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from accounts.models import AuditEvent, AuditKind
from accounts.tests.factories import AuditEventFactory
from accounts.tests.mails import PASSWORD, with_login

LIST = "/settings/activity/"


def log_in(client, user, password=PASSWORD, **options):
    data = {"login": user.email, "password": password}
    return client.post("/accounts/login/", data, **options)


def test_login_is_noted_with_its_address(client, alice):
    log_in(client, with_login(alice), REMOTE_ADDR="203.0.113.7")
    event = AuditEvent.objects.get()
    assert (event.user, event.kind, event.ip) == (
        alice,
        AuditKind.LOGIN,
        "203.0.113.7",
    )
    assertContains(client.get(LIST), "from 203.0.113.7")


@pytest.mark.parametrize(
    ("count", "ip"), [(0, "127.0.0.1"), (1, "203.0.113.9"), (2, "203.0.113.8")]
)
def test_proxies_are_believed_as_far_as_they_are_ours(
    client, alice, settings, count, ip
):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = count
    headers = {"X-Forwarded-For": "198.51.100.1, 203.0.113.8, 203.0.113.9"}
    log_in(client, with_login(alice), headers=headers)
    assert AuditEvent.objects.get().ip == ip


def test_refused_login_is_not_noted(client, alice):
    log_in(client, with_login(alice), "nonsense")
    assert not AuditEvent.objects.exists()


def test_inactive_person_did_not_log_in(client, alice):
    with_login(alice)
    alice.is_active = False
    alice.save()
    log_in(client, alice)
    assert not AuditEvent.objects.exists()


def test_list_says_what_happened_the_latest_first(as_alice, alice):
    AuditEventFactory(user=alice, ip=None)
    AuditEventFactory(user=alice, kind=AuditKind.EXPORT, ip="2001:db8::7")
    page = as_alice.get(LIST)
    kinds = [row.kind for row in page.context["object_list"]]
    assert kinds == [AuditKind.EXPORT, AuditKind.LOGIN]
    assertContains(page, "Exported")
    assertContains(page, "from 2001:db8::7")
    assertContains(page, "from ", count=1)


def test_settings_lead_there_and_back(as_alice):
    assertContains(as_alice.get("/settings/"), f'href="{LIST}"')
    page = as_alice.get(LIST)
    assertContains(page, "Nothing has happened yet")
    assertContains(page, 'href="/settings/"')


def test_list_has_pages_and_takes_no_more_queries(as_alice, alice, same_query_count):
    AuditEventFactory.create_batch(2, user=alice)
    as_alice.get(LIST)
    few = same_query_count(lambda: as_alice.get(LIST))
    AuditEventFactory.create_batch(49, user=alice)
    assert len(as_alice.get(LIST).context["object_list"]) == 50
    assert same_query_count(lambda: as_alice.get(LIST)) == few


def test_what_others_and_the_operator_did_is_not_shown(as_bob, alice):
    AuditEventFactory(user=alice, ip="203.0.113.7")
    AuditEventFactory(user=None, kind=AuditKind.ADMIN)
    page = as_bob.get(LIST)
    assertNotContains(page, "203.0.113.7")
    assertNotContains(page, "Changed by the operator")


def test_page_is_read_only_and_behind_the_login(client, as_alice):
    assert client.get(LIST)["Location"].startswith("/accounts/login/")
    assert as_alice.post(LIST).status_code == 405


def test_events_go_with_the_person(alice):
    AuditEventFactory(user=alice)
    operators = AuditEventFactory(user=None)
    alice.delete()
    assert AuditEvent.objects.get() == operators
