"""Base of management commands that are about one person."""

from __future__ import annotations

from accounts.models import User
from jobtracker.commands import ReportingCommand


class PersonCommand(ReportingCommand):
    def person(self, email: str) -> User:
        """Whose e-mail that is, without case. Refuses where it is nobody's."""
        user = User.objects.filter(email=User.objects.normalize_email(email)).first()
        if user is None:
            self.refuse(f"Nobody here has the e-mail {email}.")
        return user
