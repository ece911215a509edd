"""The invented person's two résumés, as the plain data a résumé is exchanged in."""

from __future__ import annotations

from typing import Any

PERSONAL: dict[str, Any] = {
    "full_name": "Mara Okafor",
    "email": "mara@mail.example",
    "phone": "+31 30 555 01 47",
    "location": "Utrecht",
    "linkedin_url": "https://www.linkedin.example/in/mara-okafor",
    "github_url": "https://code.example/mara",
    "website_url": "https://okafor.example/",
}

SKILLS: dict[str, list[Any]] = {
    "technical": [
        "Python",
        "Django",
        "PostgreSQL",
        "Message queues",
        "Linux",
        "Go",
        "Redis",
        "Docker",
        "REST APIs",
        "Observability",
    ],
    "soft": ["Writing things down", "Reviewing kindly", "Calm on call"],
    "languages": [
        {"name": "English", "proficiency": "Native"},
        {"name": "Igbo", "proficiency": "Native"},
        {"name": "Dutch", "proficiency": "B2"},
        {"name": "German", "proficiency": "Reads it, slowly"},
    ],
    "certifications": [
        {
            "name": "Linux administrator",
            "issuer": "LPI",
            "date_obtained": "2019-05",
            "credential_id": "LPI000481516",
        },
        {"name": "First aid at work", "issuer": "Red Cross", "date_obtained": "2024"},
    ],
}

EXPERIENCES: list[dict[str, Any]] = [
    {
        "title": "Senior Backend Engineer",
        "company": "Canal Freight",
        "location": "Utrecht",
        "start_date": "2021-03",
        "is_current": True,
        "description": "Planning of night runs for four depots, with a team of five.",
        "achievements": [
            "Planning takes 50 minutes, not four hours.",
            "No lost night in two years, through two moves of the database.",
            "Wrote the handbook for being on call that three teams took over.",
        ],
    },
    {
        "title": "Backend Engineer",
        "company": "Meridian Post",
        "location": "Rotterdam",
        "start_date": "2017-09",
        "end_date": "2021-02",
        "description": "Tracking of parcels, from the first service to the twelfth.",
        "achievements": [
            "Moved 40 million rows while they were in use.",
            "Brought the time of a deploy from 50 minutes to 8.",
        ],
    },
    {
        "title": "Python Developer",
        "company": "Little Harbour Books",
        "location": "Utrecht",
        "start_date": "2015",
        "end_date": "2017-08",
        "description": "The shop, the stock, and everything with a plug.",
        "achievements": ["Built the web shop in Django; 9,000 orders a year."],
    },
]

EDUCATION: list[dict[str, Any]] = [
    {
        "institution": "Utrecht University",
        "degree": "BSc",
        "field_of_study": "Computer science",
        "start_date": "2011",
        "end_date": "2015",
        "gpa": 7.8,
        "honors": ["Thesis on timetables that survive a late train"],
    }
]

PROJECTS: list[dict[str, Any]] = [
    {
        "name": "Tidetable",
        "description": "A small program that says when the ferries go, with 600 daily "
        "users.",
        "technologies": ["Python", "SQLite"],
        "url": "https://tidetable.example",
        "start_date": "2020-06",
    },
    {
        "name": "Quiet hours",
        "description": "Mutes alarms that nobody has to wake up for.",
        "technologies": ["Go"],
        "start_date": "2022",
        "end_date": "2023",
    },
]

BACKEND = PERSONAL | {
    "headline": "Senior backend engineer",
    "summary": "Nine years of services in Python that other teams build on. I like old "
    "schedulers, small changes, and going home on time.",
    "skills": SKILLS,
    "experiences": EXPERIENCES,
    "education": EDUCATION,
    "projects": PROJECTS,
    "custom_fields": {"interests": ["Open water", "Letterpress"]},
}

# The same years, told by what she did for the people she worked with.
LEAD = PERSONAL | {
    "headline": "Engineer who leads by writing",
    "summary": "Led a team of five for three years, and still wrote code each week. I "
    "write decisions down, and people stay.",
    "skills": SKILLS
    | {
        "technical": ["Python", "Django", "PostgreSQL", "Message queues", "Hiring"],
        "soft": ["Leading by writing", "One-to-ones", "Reviewing kindly"],
    },
    "experiences": [
        EXPERIENCES[0]
        | {
            "description": "Leading the team of five that plans the night runs.",
            "achievements": [
                "Three people hired, nobody lost in three years.",
                "Every decision has one page; new people read twelve of them.",
            ],
        },
        *EXPERIENCES[1:],
    ],
    "education": EDUCATION,
    "projects": PROJECTS[:1],
}

# A text that was proposed in place of one of hers, and by what.
PROPOSAL = (
    "Plans the night runs of four depots with a team of five: planning takes 50 minutes "
    "instead of four hours, and no night was lost in two years."
)
PROPOSED_BY = {"engine": "rules", "reason": "says what came of it first"}
