from django.core import mail
from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from accounts.models import User
from accounts.tests.mails import PASSWORD, link_in_last_mail, with_login

EMAIL = "/accounts/email/"


def ask(client: Client, user: User, email: str = "New@Example.org"):
    """Ask for another address, and give the password that is asked for."""
    client.force_login(with_login(user))
    led_to = client.post(EMAIL, {"email": email, "action_add": ""})["Location"]
    return client.post(led_to, {"password": PASSWORD})


def test_new_address_counts_once_it_is_confirmed(client, alice):
    ask(client, alice)
    alice.refresh_from_db()
    assert alice.email == "alice@example.org"
    assertContains(client.get(EMAIL), "is not confirmed yet")

    client.post(link_in_last_mail())
    alice.refresh_from_db()
    assert alice.email == "new@example.org"
    assert alice.emailaddress_set.count() == 1


def test_change_can_be_called_off(client, alice):
    ask(client, alice)
    client.post(EMAIL, {"email": "new@example.org", "action_remove": ""})
    assert [row.email for row in alice.emailaddress_set.all()] == [alice.email]


def test_nothing_is_sent_before_the_password_is_given(client, alice):
    client.force_login(with_login(alice))
    answer = client.post(EMAIL, {"email": "new@example.org", "action_add": ""})
    assertRedirects(answer, "/accounts/reauthenticate/?next=%2Faccounts%2Femail%2F")
    page = client.post("/accounts/reauthenticate/", {"password": "nonsense"})
    assertContains(page, "not your password")
    assert mail.outbox == []


def test_address_of_another_person_is_not_given_away_nor_taken(client, alice, bob):
    ask(client, alice, bob.email)
    assertContains(client.get(EMAIL), "is not confirmed yet")
    page = client.post(link_in_last_mail(), follow=True)
    assertContains(page, "is confirmed for another account already")
    alice.refresh_from_db()
    assert alice.email == "alice@example.org"
