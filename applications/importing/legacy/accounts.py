"""The accounts of the people in a source."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from django.db import transaction

from accounts.models import User
from applications.importing.legacy.base import Person

NOWHERE = "import.invalid"


def account_for(
    system: str, person: Person, *, with_superusers: bool = False
) -> tuple[User, bool]:
    """Whose rows they become: the account of that address, made if there is none.

    Someone known by a number alone gets an account nobody can enter, for the operator to
    hand over.
    """
    email = person.email or f"{system.replace('_', '-')}-{person.id}@{NOWHERE}".lower()
    user = User.objects.filter(email=User.objects.normalize_email(email)).first()
    if user is not None:
        if person.password and not user.is_verified:
            _hand_over(user, person)
        return user, False
    with transaction.atomic():
        return _made(email, person, with_superusers=with_superusers), True


def _hand_over(user: User, person: Person) -> None:
    """Nobody has shown that this address is theirs: who signed up may be a stranger.

    So from now on it opens with the password of the old system alone.
    """
    user.password = person.password
    user.save_fields("password")


def _made(email: str, person: Person, *, with_superusers: bool) -> User:
    is_super = with_superusers and person.is_superuser
    joined: dict[str, Any] = (
        {"date_joined": person.date_joined} if person.date_joined else {}
    )
    user = User.objects.create_user(
        email,
        full_name=person.full_name,
        is_active=person.is_active and bool(person.email),
        is_staff=is_super,
        is_superuser=is_super,
        **joined,
    )
    if person.password:
        user.password = person.password
        user.save_fields("password")
    if person.email:
        # A system that never asked let them in by this address: so do we.
        is_verified = person.is_verified is not False
        EmailAddress.objects.create(
            user=user, email=user.email, primary=True, verified=is_verified
        )
    return user
