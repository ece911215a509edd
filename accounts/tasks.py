"""What runs outside of requests; ``manage.py worker`` runs it."""

from __future__ import annotations

from contextlib import suppress

from django.tasks import task

from accounts.wording import asking
from jobtracker.background import attempts
from jobtracker.work import Stopped


@attempts(3)
@task
def ask_rewording(rewording: int) -> None:
    with suppress(Stopped):
        asking.ask_one(rewording)
