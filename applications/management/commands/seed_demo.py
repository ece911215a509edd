from __future__ import annotations

import secrets
from argparse import ArgumentParser
from typing import Any

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from applications.demo import make_many, tell
from applications.models import Application
from jobtracker.commands import ReportingCommand

BULK_FROM = 1_000


class Command(ReportingCommand):
    help = (
        "Make a demo person with a realistic search. Safe to run again: a person who has "
        "applications is left alone, but for a password that is given."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--email", default="demo@example.org", help="the login")
        parser.add_argument("--password", help="made and printed when not given")
        parser.add_argument("--applications", type=int, default=60, metavar="N")
        parser.add_argument("--seed", type=int, default=1, metavar="S")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        user, password = self.person(options["email"], options["password"])
        made = 0
        if not Application.objects.for_user(user).exists():
            count = options["applications"]
            make = make_many if count > BULK_FROM else tell
            made = make(user, count=count, seed=options["seed"], now=timezone.now())
        self.report(
            {"email": user.email, "password": password, "applications_made": made},
            as_json=options["json"],
        )

    def person(self, email: str, password: str | None) -> tuple[User, str]:
        """The demo person with a verified address, and what to say of the password."""
        user = User.objects.filter(email=User.objects.normalize_email(email)).first()
        if user is None:
            password = password or secrets.token_urlsafe(12)
            user = User.objects.create_user(email, password, full_name="Mara Okafor")
            EmailAddress.objects.create(
                user=user, email=user.email, primary=True, verified=True
            )
        elif password and not user.check_password(password):
            user.set_password(password)
            user.save_fields("password")
        return user, password or "(unchanged)"
