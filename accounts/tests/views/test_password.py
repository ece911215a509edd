from django.core import mail
from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from accounts.tests.mails import PASSWORD, link_in_last_mail, with_login

NEW = "another walk, much longer"
RESET = "/accounts/password/reset/"
CHANGE = "/accounts/password/change/"


def ask_for_link(client: Client, email: str):
    return client.post(RESET, {"email": email})


def test_reset_by_mail(client, alice):
    with_login(alice)
    assertRedirects(ask_for_link(client, "ALICE@example.org"), f"{RESET}done/")
    form = client.get(link_in_last_mail())["Location"]
    answer = client.post(form, {"password1": NEW, "password2": NEW})
    assertRedirects(answer, f"{RESET}key/done/")
    alice.refresh_from_db()
    assert alice.check_password(NEW)
    assert "_auth_user_id" not in client.session


def test_link_works_once(client, alice):
    ask_for_link(client, with_login(alice).email)
    link = link_in_last_mail()
    client.post(client.get(link)["Location"], {"password1": NEW, "password2": NEW})
    assertContains(Client().get(link), "had its day")


def test_weak_new_password_is_refused(client, alice):
    ask_for_link(client, with_login(alice).email)
    form = client.get(link_in_last_mail())["Location"]
    page = client.post(form, {"password1": "password", "password2": "password"})
    assertContains(page, "too common")
    alice.refresh_from_db()
    assert alice.check_password(PASSWORD)


def test_unknown_address_gets_the_same_page_and_another_mail(client, alice):
    known = ask_for_link(client, with_login(alice).email)
    unknown = ask_for_link(client, "nobody@example.org")
    assert unknown["Location"] == known["Location"]
    assert mail.outbox[-1].subject == "There is no account with this address"


def test_reset_page_says_where_the_mail_is_without_a_mail_server(client, settings):
    settings.MAIL_IS_CONSOLE = True
    assertContains(client.get(f"{RESET}done/"), "terminal")


def test_change_ends_other_sessions_and_keeps_this_one(client, alice):
    with_login(alice)
    old = Client()
    old.force_login(alice)
    client.force_login(alice)
    form = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assertRedirects(
        client.post(CHANGE, form), "/settings/", fetch_redirect_response=False
    )
    assert client.get("/shortcuts/").status_code == 200
    assert old.get("/shortcuts/").status_code == 302
    assert mail.outbox[-1].subject == "Your password was changed"


def test_change_asks_for_the_password_now(client, alice):
    client.force_login(with_login(alice))
    page = client.post(
        CHANGE, {"oldpassword": "nonsense", "password1": NEW, "password2": NEW}
    )
    assertContains(page, "not your password now")
    alice.refresh_from_db()
    assert alice.check_password(PASSWORD)


def test_person_without_a_password_sets_one(client, alice):
    with_login(alice)
    alice.set_unusable_password()
    alice.save()
    client.force_login(alice)
    assertRedirects(client.get(CHANGE), "/accounts/password/set/")
    client.post("/accounts/password/set/", {"password1": NEW, "password2": NEW})
    alice.refresh_from_db()
    assert alice.check_password(NEW)
