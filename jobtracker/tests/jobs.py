"""Tasks for the tests of the queue. What they did is a row."""

from __future__ import annotations

import time
from uuid import uuid4

from django.core.mail import send_mail
from django.tasks import task

from jobtracker.background import attempts, upon
from jobtracker.models import EPOCH, Tick


@upon("left-something")
@task
def leave(name: str) -> str:
    Tick.objects.create(name=f"{name}:{uuid4().hex}", at=EPOCH, due=EPOCH)
    return name


@attempts(2)
@task
def fail() -> None:
    message = "It did not work."
    raise ValueError(message)


@task
def return_what_json_has_no_word_for() -> object:
    return object()


@task
def sleep(seconds: float) -> None:
    leave.call("begun")
    time.sleep(seconds)
    leave.call("slept")


@task
def mail_and_sleep(seconds: float) -> None:
    send_mail("Once", "At most", None, ["alice@example.org"])
    time.sleep(seconds)


def left(name: str) -> int:
    return Tick.objects.filter(name__startswith=f"{name}:").count()
