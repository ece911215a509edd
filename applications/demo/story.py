"""Some sixty applications over five months, each told through the doors of the model."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import cycle
from random import Random
from typing import Any

from django.utils.text import slugify

from accounts.models import User
from applications.demo import words
from applications.demo.correspondence import (
    ask_before_closing,
    befall,
    bring_mails,
    wait,
)
from applications.demo.people import introduce
from applications.models import Application, ClosedReason, Job, Origin, Priority, Status
from applications.reminders import remind
from applications.salary import Salary
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
    introduce(user, random, now)
    bring_mails(random, user, now)
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


def job_facts(random: Random, number: int, began: datetime) -> dict[str, Any]:
    """The fields of a posting found at ``began``."""
    low = random.randrange(48, 110) * 1000
    return {
        "title": random.choice(words.TITLES),
        "location": random.choice(words.COMPANIES)[2],
        "remote_type": random.choice(
            ("unknown", "onsite", "hybrid", "remote", "remote")
        ),
        "job_type": random.choice(("full_time", "full_time", "contract", "unknown")),
        "experience_level": random.choice(("senior", "mid", "lead", "unknown")),
        "salary_min": low if random.random() < 0.7 else None,
        "salary_max": low + random.randrange(5, 25) * 1000
        if random.random() < 0.7
        else None,
        "salary_currency": random.choice(("EUR", "EUR", "EUR", "GBP")),
        "salary_period": "year",
        "description": description(random),
        "source": "jobs.example",
        "source_id": str(1000 + number),
        "url": f"https://jobs.example/postings/{1000 + number}",
        "posted_on": (began - timedelta(days=random.randint(0, 6))).date(),
        "deadline_on": (began + timedelta(days=random.randint(14, 40))).date()
        if random.random() < 0.4
        else None,
        "captured_at": began,
        "raw_text": "",
    }


def facts(
    random: Random, last_stage: str, now: datetime, pay: Salary
) -> dict[str, Any]:
    """The fields of an application that end in ``last_stage``."""
    is_open = last_stage not in (Status.CLOSED, Status.OFFER)
    return {
        "priority": random.choice(
            (*Priority.values, Priority.MEDIUM, Priority.HIGH, Priority.HIGH)
        ),
        "source": random.choice(words.SOURCES),
        "next_follow_up_on": (now + timedelta(days=random.randint(-1, 8))).date()
        if is_open and random.random() < 0.35
        else None,
        "offer_amount": (pay.high or pay.low or 70_000)
        if last_stage == Status.OFFER
        else None,
        "offer_currency": pay.currency if last_stage == Status.OFFER else "",
        "offer_deadline_on": (now + timedelta(days=5)).date()
        if last_stage == Status.OFFER
        else None,
    }


def description(random: Random) -> str:
    tasks = "\n".join(f"- {task}" for task in random.sample(words.TASKS, 3))
    wishes = "\n".join(f"- {wish}" for wish in random.sample(words.WISHES, 3))
    return (
        "We are a team of nine who look after the systems that everything else here "
        "stands on. We ship small changes often and go home on time.\n\n"
        f"What you will do\n{tasks}\n\nWhat we ask for\n{wishes}"
    )
