from django.core import mail

from accounts.tests.mails import with_login


def ask_for_link(client, alice):
    client.post("/accounts/password/reset/", {"email": with_login(alice).email})
    return mail.outbox[-1].body


def test_links_in_mails_ignore_the_host_header(client, alice, settings):
    settings.ALLOWED_HOSTS = ["*"]
    settings.BASE_URL = "https://jobs.example.org"
    client.defaults["HTTP_HOST"] = "evil.example"
    body = ask_for_link(client, alice)
    assert "https://jobs.example.org/accounts/password/reset/key/" in body
    assert "evil" not in body


def test_notice_of_a_change_tells_where_it_came_from(client, alice):
    ask_for_link(client, alice)
    client.force_login(alice)
    new = "another walk, much longer"
    client.post(
        "/accounts/password/change/",
        {"oldpassword": "a long walk home", "password1": new, "password2": new},
        headers={"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/144.0"},
    )
    body = mail.outbox[-1].body
    assert "Firefox on Linux, address 127.0.0.1" in body
    assert "http://127.0.0.1:8000/accounts/password/reset/" in body
