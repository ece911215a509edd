from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings


class AccountAdapter(DefaultAccountAdapter):
    """Links in mails are made from BASE_URL, never from what a request claims."""

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        super().send_mail(template_prefix, email, context | _rebased(context))


def _rebased(context: dict[str, Any]) -> dict[str, str]:
    base = urlsplit(settings.BASE_URL)
    return {
        name: urlsplit(value)._replace(scheme=base.scheme, netloc=base.netloc).geturl()
        for name, value in context.items()
        if name.endswith("_url") and isinstance(value, str)
    }
