"""The invented person of the demo: what she did, has learned and looks for."""

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
SHORTEN = "Make it a little shorter."
FAILURE = "The résumé it was to be made from is no longer there."
TEMPLATE = ("One page, green", {"layout": "modern", "accent": "#2f5d50", "size": 10})
# Of the document that was sent, and of the one that says too much.
TAKEN_OUT = "### Quiet hours"
TOO_MUCH = (
    ("Moved 40 million rows", "Moved 70 million rows"),
    ("from 50 minutes to 8", "from 50 minutes to 8, saving €2 million a year"),
)

# Name, among, what is asked as in an address.
SEARCHES = (
    ("Dream jobs", "applications", "priority=dream"),
    ("Remote engineering", "jobs", "q=engineer&remote_type=remote"),
    ("Quiet for two weeks", "applications", "stale=1"),
)
# This one tells of what is new.
TELLING = ("Postings for everyone", "jobs", "scope=public")

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
    "Hello {first_name},\n\nyou told of [what] at [where]. I once helped with that "
    "elsewhere. May I show you how, in twenty minutes?\n\n{my_name}",
)

# Jobs that belong to nobody: company, title, place.
PUBLIC_JOBS = (
    ("Open Rail Data", "Backend Engineer, Timetables", "Utrecht"),
    ("City Library of Tartu", "Python Developer", "Tartu"),
    ("Common Ground Mapping", "Data Engineer", "Remote"),
)
