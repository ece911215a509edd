"""Links that end a mail without a login. Whoever has one can do that and nothing else."""

from __future__ import annotations

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from accounts.models import User

_signer = Signer(salt="accounts.unsubscribe")


def unsubscribe_url(user: User) -> str:
    path = reverse("accounts:unsubscribe", args=[_signer.sign_object(user.pk)])
    return f"{settings.BASE_URL}{path}"


def user_of(token: str) -> User | None:
    """Whose link it is; None where it is not one of ours, or the person is gone."""
    try:
        pk = _signer.unsign_object(token)
    except (BadSignature, ValueError):
        return None
    return User.objects.filter(pk=pk, is_active=True).first()


def headers(user: User) -> dict[str, str]:
    """By which mail programs show a button of their own (RFC 8058)."""
    return {
        "List-Unsubscribe": f"<{unsubscribe_url(user)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
