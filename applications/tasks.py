"""What runs outside of requests; ``manage.py worker`` runs it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

from django.tasks import task
from django.utils import timezone

from accounts.models import User
from applications import answering, digest, feeds, fit, inbox, reminders, retention
from applications.documents import freezing, generate
from applications.documents.revising import asking as revising
from applications.importing import desk
from applications.opinions import asking
from jobtracker.background import attempts, every, upon
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


@attempts(3)
@task
def ask_opinion(opinion: int) -> None:
    with suppress(Stopped):
        asking.ask_one(opinion)


@attempts(3)
@task
def write_document(document: int) -> None:
    with suppress(Stopped):
        generate.write_one(document)


@attempts(3)
@task
def freeze_documents(documents: list[int]) -> int:
    """Keep the files of what went out; how many are kept."""
    return freezing.freeze(documents)


@attempts(3)
@task
def ask_revision(revision: int) -> None:
    with suppress(Stopped):
        revising.ask_one(revision)


@upon("profile-changed")
@upon("posting-changed")
@task
def renew_fits(user: int) -> int:
    """How well postings fit the person’s résumés, where that may have changed."""
    return _renew_fits(user, everything=False)


@upon("wishes-changed")
@task
def renew_all_fits(user: int) -> int:
    return _renew_fits(user, everything=True)


def _renew_fits(user: int, *, everything: bool) -> int:
    person = User.objects.filter(pk=user).first()
    if person is None:
        return 0
    done, is_more = fit.renew(person, everything=everything)
    if is_more:
        renew_fits.enqueue(user)
    return done


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
