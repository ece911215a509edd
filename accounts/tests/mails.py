"""Reading the mail a test caused."""

import re
from urllib.parse import urlsplit

from django.core import mail

from accounts.models import User

PASSWORD = "a long walk home"


def link_in_last_mail() -> str:
    """The path of the first link, which stands on a line of its own."""
    url = re.search(r"^http\S+$", mail.outbox[-1].body, re.M).group()
    return urlsplit(url).path


def with_login(user: User) -> User:
    """The person with a password we know and a confirmed address."""
    user.set_password(PASSWORD)
    user.save()
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    return user
