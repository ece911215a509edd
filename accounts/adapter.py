from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import AuditEvent, AuditKind, User


class AccountAdapter(DefaultAccountAdapter):
    """Links in mails are made from BASE_URL, never from what a request claims."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is switched off."),
        "duplicate_email": _("You log in with this address already."),
        "email_password_mismatch": _(
            "That e-mail and password don’t match. Check both, or set a new password."
        ),
        "enter_current_password": _(
            "That is not your password now. Check it, or set a new one by mail."
        ),
        "incorrect_password": _("That is not your password. Check it and try again."),
        "rate_limited": _("That was too often. Wait a few minutes, then try again."),
        "too_many_login_attempts": _(
            "Too many tries. Wait five minutes, or set a new password."
        ),
    }

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        context = context | _rebased(context) | {"base_url": settings.BASE_URL}
        super().send_mail(template_prefix, email, context)

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        # An address can be someone's login before anyone confirmed it, as those of
        # people added in the admin are. The original sees confirmed ones only.
        others = User.objects.exclude(pk=email_address.user_id)
        if others.filter(email=email_address.email).exists():
            self.add_message(
                request,
                messages.ERROR,
                "account/messages/email_confirmation_failed.txt",
                {"email": email_address.email},
            )
            return False
        return super().confirm_email(request, email_address)

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> Any:
        response = super().post_login(request, user, **kwargs)
        ip = self.get_client_ip(request)
        AuditEvent.objects.note(AuditKind.LOGIN, user, ip=ip)
        return response

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:settings")

    def _get_login_attempts_cache_key(
        self, request: HttpRequest, **credentials: Any
    ) -> str:
        # The original counts per Host header, port included: whoever varies the port
        # would have as many tries as they like.
        return credentials.get("email", "").lower()


def _rebased(context: dict[str, Any]) -> dict[str, str]:
    base = urlsplit(settings.BASE_URL)
    return {
        name: urlsplit(value)._replace(scheme=base.scheme, netloc=base.netloc).geturl()
        for name, value in context.items()
        if name.endswith("_url") and isinstance(value, str)
    }
