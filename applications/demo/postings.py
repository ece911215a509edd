"""A posting and the first facts of its application, drawn by chance."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from random import Random
from typing import Any

from applications.demo import words
from applications.models import Priority, Status
from applications.salary import Salary


def job_facts(random: Random, number: int, began: datetime) -> dict[str, Any]:
    """The fields of a posting found at ``began``."""
    low = random.randrange(48, 110) * 1000
    posting: dict[str, Any] = {
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
    # The end of a word: Go is not Google.
    text = re.sub(r"[,.)\n]", " ", posting["description"])
    named = [name for name in words.TECHNOLOGIES if f"{name} " in text]
    return posting | {"tech_stack": named}


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
    wishes = "\n".join(f"- {wish}" for wish in random.sample(words.WISHES, 4))
    extras = "\n".join(f"- {extra}" for extra in random.sample(words.EXTRAS, 2))
    return (
        "We are a team of nine who look after the systems that everything else here "
        "stands on. We ship small changes often and go home on time.\n\n"
        f"What you will do\n{tasks}\n\nWhat we ask for\n{wishes}"
        f"\n\nNice to have\n{extras}"
    )
