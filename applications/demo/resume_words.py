"""The invented person of the demo: what she did, has learned and looks for."""

from typing import Any

LETTER = (
    "Dear team,\n\nyou look for someone for {title}. {summary}\n\n"
    "At {company} I worked on this: {did}\n\nI would like to hear what keeps you "
    "awake.\n\n{name}"
)

# About, what is so, what is said, times too much, harm if found out, risk, why.
CLAIMS = (
    (
        "experience", "Nine years of Python", "Nine years of Python", 1.0, 0.0, "low",
        "As it is.",
    ),
    (
        "leading", "Led a team of five", "Led a team of six", 1.2, 0.3, "medium",
        "The intern counts for half a year.",
    ),
    (
        "scale", "40 million rows moved", "70 million rows moved", 1.75, 0.6, "high",
        "They ask for large migrations. Better not.",
    ),
)  # fmt: skip

FEEDBACK = (4, "Shorter, and the ferry program further up.")
FAILURE = "The model did not answer within two minutes."
TEMPLATE = ("One page, plain", {"font": "Inter", "columns": 1, "accent": "slate"})

# Name, words, filters, among.
SEARCHES: tuple[tuple[str, str, dict[str, Any], str], ...] = (
    ("Dream jobs still open", "", {"priority": ["dream"]}, "applications"),
    ("Scheduling near Utrecht", "scheduler Utrecht", {}, "jobs"),
    ("Quiet for two weeks", "", {"stale": True}, "applications"),
)

OPPORTUNITY = (
    "Their night trains are planned by hand: three people, each evening until ten.",
    "What I built at Canal Freight plans four depots in under an hour. A week would "
    "show whether it fits rails.",
)
OUTREACH = (
    "Hello,\n\nyour planner told at the meetup that each evening ends at ten. I once "
    "helped to end that elsewhere. May I show you how, in twenty minutes?\n\nMara Okafor"
)
OUTREACH_TEMPLATE = (
    "After a meetup",
    "Hello,\n\nyou told of … at … . I once helped with that elsewhere. May I show you "
    "how, in twenty minutes?\n\nMara Okafor",
)

# Jobs that belong to nobody: company, title, place.
PUBLIC_JOBS = (
    ("Open Rail Data", "Backend Engineer, Timetables", "Utrecht"),
    ("City Library of Tartu", "Python Developer", "Tartu"),
    ("Common Ground Mapping", "Data Engineer", "Remote"),
)
