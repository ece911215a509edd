"""What runs outside of requests; ``manage.py worker`` runs it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

from django.tasks import task
from django.utils import timezone

from applications import answering, digest, feeds, inbox, reminders, retention
from applications.importing import desk
from jobtracker.background import attempts, every
from jobtracker.work import Stopped


@every(timedelta(minutes=5))
@task
def remind_of_interviews() -> int:
    return reminders.remind_of_interviews(now=timezone.now())


@every(timedelta(minutes=15))
@task
def remind_people() -> dict[str, int]:
    return dict(reminders.remind_people(now=timezone.now()))


@attempts(3)
@task
def read_mails(batch: int) -> None:
    with suppress(Stopped):
        answering.read_batch(batch)


@attempts(3)
@task
def read_capture(capture: int) -> None:
    with suppress(Stopped):
        inbox.read_one(capture)


@every(timedelta(hours=1))
@attempts(1)
@task
def read_feeds() -> dict[str, int]:
    return feeds.read_due(now=timezone.now())


# Each attempt goes on where the last one ended.
@attempts(10)
@task
def run_import(run: int) -> None:
    with suppress(Stopped):
        desk.work(run)


# Often enough for zones that are off by half an hour or a quarter.
@every(timedelta(minutes=15))
@attempts(6)
@task
def send_digests(day: str | None = None) -> dict[str, int]:
    outcome = digest.send_digests(
        now=timezone.now(), day=date.fromisoformat(day) if day else None
    )
    if outcome.problem:
        raise digest.MailWaitsError(outcome.problem)
    return dict(outcome.counts)


@every(timedelta(days=1))
@task
def tidy() -> dict[str, int]:
    return retention.tidy(now=timezone.now())
