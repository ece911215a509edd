"""Some sixty applications over five months, each told through the doors of the model."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import cycle
from random import Random

from django.utils.text import slugify

from accounts.models import User
from applications.demo import words
from applications.demo.companies import know_companies
from applications.demo.correspondence import (
    ask_before_closing,
    befall,
    bring_mails,
    wait,
)
from applications.demo.habits import go_about
from applications.demo.imports import look_at_an_old_file
from applications.demo.offers import weigh_offers
from applications.demo.papers import bring_papers
from applications.demo.people import introduce
from applications.demo.postings import facts, job_facts
from applications.models import Application, ClosedReason, Job, Origin, Status
from applications.reminders import remind
from companies.models import Company

T, A, I, O, C = Status.values  # noqa: E741

# Where applications end, how often in sixty, and the way there.
PATHS: tuple[tuple[tuple[str, ...], str, int], ...] = (
    ((T,), "", 9),
    ((T, A), "", 14),
    ((T, A, I), "", 5),
    ((T, A, I, O), "", 2),
    ((T, A, C), ClosedReason.REJECTED, 9),
    ((T, A, C), ClosedReason.GHOSTED, 5),
    ((T, A, C), ClosedReason.NO_RESPONSE, 3),
    ((T, A, I, C), ClosedReason.REJECTED, 4),
    ((T, A, I, C), ClosedReason.WITHDRAWN, 2),
    ((T, C), ClosedReason.EXPIRED, 3),
    ((T, C), ClosedReason.WITHDRAWN, 1),
    ((T, A, I, O, C), ClosedReason.DECLINED, 2),
    ((T, A, I, O, C), ClosedReason.ACCEPTED, 1),
)


def tell(user: User, *, count: int, seed: int, now: datetime) -> int:
    """Make ``count`` applications of ``user``, the same for the same seed and day."""
    random = Random(seed)  # noqa: S311
    companies = _companies(user) if count else []
    paths = [path for path in PATHS for _ in range(path[2])]
    random.shuffle(paths)
    for number, (stages, reason, _) in zip(range(count), cycle(paths), strict=False):
        _tell_one(random, companies, number, stages, reason, now)
    weigh_offers(user)
    introduce(user, random, now)
    bring_mails(random, user, now)
    if count:
        bring_papers(user, random, now)
        know_companies(user, now)
        go_about(user, now)
        look_at_an_old_file(user)
    remind(user, now=now)
    return count


def _companies(user: User) -> list[Company]:
    return [
        Company.objects.create(
            user=user,
            name=name,
            industry=industry,
            location=location,
            lane=lane,
            website=f"https://{slugify(name)}.example",
            notes="Small team, good reputation." if lane == 1 else "",
        )
        for name, industry, location, lane in words.COMPANIES
    ]


def _tell_one(
    random: Random,
    companies: list[Company],
    number: int,
    stages: tuple[str, ...],
    reason: str,
    now: datetime,
) -> None:
    company = random.choice(companies)
    user = company.user
    began = now - timedelta(days=_days_ago(random, stages), hours=random.randint(0, 9))
    job = Job.objects.create(
        user=user, company=company, **job_facts(random, number, began)
    )
    application = Application.start(
        job, by=user, now=began, **facts(random, stages[-1], now, job.salary)
    )
    moment = began
    for stage in stages[1:]:
        # A share of the time that is left, so that nothing happens after today.
        moment += min((now - moment) * random.uniform(0.2, 0.7), timedelta(days=18))
        if stage == Status.CLOSED:
            ask_before_closing(random, application, reason, moment)
        said = random.choice(words.ANSWERS) if reason == ClosedReason.REJECTED else ""
        application.move_to(
            stage,
            by=user,
            origin=Origin.BOARD,
            closed_reason=reason if stage == Status.CLOSED else "",
            rejection_reason=said if stage == Status.CLOSED else "",
            now=moment,
        )
        befall(random, application, stage, moment, now)
        if random.random() < 0.5:
            application.add_note(random.choice(words.NOTES), now=moment)
    wait(random, application, now)


def _days_ago(random: Random, stages: tuple[str, ...]) -> int:
    """Open ones began lately; the closed ones tell of the months before."""
    if stages[-1] == Status.CLOSED:
        return random.randint(40, 150)
    if len(stages) == 1:
        return random.choice((0, 1, 2, 3, 4, 5, 9, 17, 23))
    return random.randint(6, 34)
