from django.core import mail
from pytest_django.asserts import assertContains, assertRedirects

from accounts.models import User
from accounts.tests.mails import PASSWORD, link_in_last_mail

CAROL = {
    "full_name": "Carol O'Neil & Co",
    "email": "Carol@Example.org",
    "password1": PASSWORD,
    "time_zone": "Europe/Amsterdam",
}


def test_sign_up_confirm_and_log_in(client, db):
    sent = client.post("/accounts/signup/", CAROL)
    assertRedirects(sent, "/accounts/confirm-email/")
    carol = User.objects.get(email="carol@example.org")
    assert (carol.full_name, carol.time_zone) == (
        "Carol O'Neil & Co",
        CAROL["time_zone"],
    )

    link = link_in_last_mail()
    assertContains(client.get(link), "carol@example.org")
    assert not carol.emailaddress_set.get().verified
    client.post(link)
    assert carol.emailaddress_set.get().verified

    login = {"login": "CAROL@example.org", "password": PASSWORD}
    assertRedirects(
        client.post("/accounts/login/", login), "/", fetch_redirect_response=False
    )
    assert client.session["_auth_user_id"] == str(carol.pk)


def test_nobody_logs_in_before_the_address_is_confirmed(client, db):
    client.post("/accounts/signup/", CAROL)
    client.post("/accounts/login/", {"login": CAROL["email"], "password": PASSWORD})
    assert "_auth_user_id" not in client.session


def test_known_address_looks_like_a_new_one_and_is_told_by_mail(client, alice):
    fresh = client.post("/accounts/signup/", CAROL)
    known = client.post("/accounts/signup/", CAROL | {"email": alice.email})
    assert (known.status_code, known["Location"]) == (302, fresh["Location"])
    assert mail.outbox[-1].to == [alice.email]
    assert mail.outbox[-1].subject == "You have an account already"
    assert User.objects.count() == 2


def test_second_of_two_sends_at_once_finds_the_account(client, alice, monkeypatch):
    unseen = lambda email: (email, False)  # noqa: E731
    monkeypatch.setattr(
        "allauth.account.internal.flows.manage_email.email_already_exists", unseen
    )
    sent = client.post("/accounts/signup/", CAROL | {"email": alice.email})
    assertRedirects(sent, "/accounts/confirm-email/")
    assert User.objects.count() == 1


def test_what_was_typed_stays_but_for_the_password(client, db):
    page = client.post("/accounts/signup/", CAROL | {"password1": "tooshort1"})
    assertContains(page, "Carol O&#x27;Neil &amp; Co")
    assertContains(page, "Carol@Example.org")
    assertContains(page, "too short")
    assert "tooshort1" not in page.content.decode()
    assert not User.objects.exists()


def test_unknown_zone_of_the_browser_becomes_utc(client, db):
    client.post("/accounts/signup/", CAROL | {"time_zone": "Mars/Olympus"})
    assert User.objects.get().time_zone == "UTC"


def test_control_characters_in_the_name_are_dropped(client, db):
    client.post("/accounts/signup/", CAROL | {"full_name": "Car\x00ol"})
    assert User.objects.get().full_name == "Carol"


def test_page_says_where_the_mail_is_without_a_mail_server(client, settings):
    settings.MAIL_IS_CONSOLE = True
    assertContains(client.get("/accounts/confirm-email/"), "terminal")
    settings.MAIL_IS_CONSOLE = False
    assertContains(client.get("/accounts/confirm-email/"), "spam")


def test_worn_out_link_says_so(client, db):
    assertContains(client.get("/accounts/confirm-email/nonsense/"), "had its day")
