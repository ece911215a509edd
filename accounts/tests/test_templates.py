import re
from pathlib import Path

import pytest
from allauth.account.forms import RequestLoginCodeForm
from django.conf import settings
from django.template.loader import get_template, render_to_string
from django.utils import timezone

FOLDERS = ("account", "accounts", "allauth", "usersessions")
NAMES = [
    str(path.relative_to(settings.BASE_DIR / "templates"))
    for folder in FOLDERS
    for path in sorted((settings.BASE_DIR / "templates" / folder).rglob("*.*"))
]
MAILS = sorted(
    {
        Path(name).name.removesuffix("_message.txt")
        for name in NAMES
        if name.endswith("_message.txt") and "base_" not in name
    }
)
CONTEXT = {
    "activate_url": "http://x.example/a/",
    "password_reset_url": "http://x.example/p/",
    "signup_url": "http://x.example/s/",
    "base_url": "http://x.example",
    "code": "ABC",
    "ip": "192.0.2.1",
    "user_agent": "",
    "timestamp": timezone.now(),
    "to_email": "o'neil@example.org",
    "from_email": "old@example.org",
}


@pytest.mark.parametrize("name", NAMES)
def test_template_compiles_and_brings_no_style_or_script_of_its_own(name):
    source = get_template(name).template.source
    assert "style=" not in source
    assert not re.search(r"<script(?! src=)|<style", source)


@pytest.mark.parametrize("name", MAILS)
def test_mail_is_short_plain_and_has_its_link_on_a_line_of_its_own(name):
    body = render_to_string(f"account/email/{name}_message.txt", CONTEXT)
    subject = render_to_string(f"account/email/{name}_subject.txt", CONTEXT)
    assert re.search(r"^(http://x\.example/\S+|ABC)$", body, re.M)
    assert "&#x27;" not in body
    assert "example.com" not in body
    assert 5 < len(subject.strip()) < 50


def test_page_of_allauth_s_own_has_our_look():
    form = RequestLoginCodeForm()
    page = render_to_string("account/request_login_code.html", {"form": form})
    for part in (
        '<main class="gate"',
        '<form class="stack" method="post"',
        '<input type="email" name="email"',
        '<button class="button is-primary" type="submit">',
    ):
        assert part in re.sub(r"\s+", " ", page)
