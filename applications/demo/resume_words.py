"""The invented person of the demo: what she did, has learned and looks for."""

from typing import Any

NAME, EMAIL = "Mara Okafor", "mara@mail.example"

SKILLS: dict[str, list[Any]] = {
    "technical": ["Python", "Django", "PostgreSQL", "Message queues", "Linux", "Go"],
    "soft": ["Writing things down", "Reviewing kindly", "Calm on call"],
    "languages": [
        {"name": "English", "proficiency": "Native"},
        {"name": "Dutch", "proficiency": "B2"},
    ],
    "certifications": [
        {"name": "Linux administrator", "issuer": "LPI", "date_obtained": "2019-05"}
    ],
}

# Name of the résumé, headline, summary.
PROFILES = (
    (
        "Backend",
        "Senior backend engineer",
        "Nine years of services in Python that other teams build on. I like old "
        "schedulers, small changes, and going home on time.",
    ),
    (
        "Team lead",
        "Engineer who leads by writing",
        "Led a team of five for three years, and still wrote code each week.",
    ),
)

# Title, company, place, from, to, what was done, what came of it.
EXPERIENCES = (
    (
        "Senior Backend Engineer", "Canal Freight", "Utrecht", "2021-03", "",
        "Planning of night runs for four depots, with a team of five.",
        ("Planning takes 50 minutes, not four hours.", "No lost night in two years."),
    ),
    (
        "Backend Engineer", "Meridian Post", "Rotterdam", "2017-09", "2021-02",
        "Tracking of parcels, from the first service to the twelfth.",
        ("Moved 40 million rows while they were in use.",),
    ),
    (
        "Python Developer", "Little Harbour Books", "Utrecht", "2015", "2017-08",
        "The shop, the stock, and everything with a plug.",
        (),
    ),
)  # fmt: skip

EDUCATION = ("Utrecht University", "BSc", "Computer science", "2011", "2015")

PROJECTS = (
    (
        "Tidetable",
        "A small program that says when the ferries go, with 600 daily users.",
        ("Python", "SQLite"),
        "https://tidetable.example",
    ),
    ("Quiet hours", "Mutes alarms that nobody has to wake up for.", ("Go",), ""),
)

# What postings ask for that she does not have.
MISSING = ("Kubernetes", "Kafka", "Rust", "Terraform", "Payments")

LETTER = (
    "Dear team,\n\nyou look for someone for {title}. {summary}\n\n"
    "At {company} I worked on this: {did}\n\nI would like to hear what keeps you "
    "awake.\n\n{name}"
)

SAMPLE_LETTER = (
    "Dear Ms Visser,\n\nyour posting says that the scheduler is twelve years old. So was "
    "ours. I would like to tell you what broke, and what did not.\n\nMara Okafor"
)

STYLE = {
    "tone": "plain and warm",
    "sentences": "short, one thought each",
    "habits": ["begins with the reader", "names numbers", "no superlatives"],
}

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
