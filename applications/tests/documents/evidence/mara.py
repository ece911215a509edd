"""A person who never was, with a résumé and a letter that say what is so."""

# ruff: noqa: E501 – lines of a document are as long as they are

from applications.documents.evidence import Weighed, sources_of, weigh

AS_OF = 2026 * 12 + 10  # November 2026

FACTS = {
    "full_name": "Mara Okafor",
    "headline": "Platform Engineer",
    "email": "mara@example.org",
    "phone": "+31 6 1234 5678",
    "location": "3511 AB Utrecht, Netherlands",
    "linkedin_url": "https://www.linkedin.com/in/mara-okafor",
    "github_url": "https://github.com/mokafor",
    "website_url": "",
    "summary": (
        "Platform engineer with eleven years of experience in payment systems. "
        "I like small, boring services that are easy to run."
    ),
    "skills": {
        "technical": [
            "Python",
            "Django",
            "PostgreSQL",
            "Kubernetes",
            "Terraform",
            "AWS",
            "C++17",
        ],
        "soft": ["Mentoring"],
        "languages": [
            {"name": "English", "proficiency": "Native"},
            {"name": "German", "proficiency": "B1"},
            {"name": "Dutch", "proficiency": "Fluent"},
        ],
        "certifications": [
            {
                "name": "Certified Kubernetes Administrator",
                "issuer": "CNCF",
                "date_obtained": "2021-05",
                "credential_id": "LF-4411",
            }
        ],
    },
    "experiences": [
        {
            "title": "Senior Platform Engineer",
            "company": "Initech",
            "location": "Utrecht",
            "start_date": "2019-03",
            "end_date": "",
            "is_current": True,
            "description": "Runs the platform that 40 product teams build on.",
            "achievements": [
                "Led a team of 4 engineers",
                "Cut deployment time by 40 % and cloud spend by €2 million a year",
                "Moved 1,200 batch jobs from cron to Kubernetes",
                "Helped prepare the ISO 9001 audit in 2022",
            ],
            "custom_fields": {},
        },
        {
            "title": "Backend Engineer",
            "company": "Globex",
            "location": "Rotterdam",
            "start_date": "2015-06",
            "end_date": "2019-02",
            "is_current": False,
            "description": "Worked on the ledger of a card issuer.",
            "achievements": [
                "Built a reconciliation service in Python and PostgreSQL "
                "that matched 3.5 million payments a day",
                "Reduced failed payments from 5–10 % to 2 %",
                "Did not reach the goal of 99.99 % availability",
                "Contributed to the migration of 12 services to AWS",
            ],
            "custom_fields": {},
        },
        {
            "title": "Junior Developer",
            "company": "Hooli",
            "location": "Amsterdam",
            "start_date": "2013-09",
            "end_date": "2015-05",
            "is_current": False,
            "description": "",
            "achievements": ["Wrote Django views for a shop with 30 suppliers"],
            "custom_fields": {},
        },
    ],
    "education": [
        {
            "institution": "Delft University of Technology",
            "degree": "BSc",
            "field_of_study": "Computer Science",
            "start_date": "2010",
            "end_date": "2013",
            "gpa": 3.4,
            "honors": [],
            "custom_fields": {},
        }
    ],
    "projects": [
        {
            "name": "Queuekeeper",
            "description": "A small job queue on PostgreSQL with 300 stars.",
            "technologies": ["Python", "PostgreSQL"],
            "url": "https://github.com/mokafor/queuekeeper",
            "start_date": "2020",
            "end_date": "",
            "custom_fields": {},
        }
    ],
    "custom_fields": {},
}

JOB = {
    "title": "Staff Site Reliability Engineer",
    "company": "Northwind",
    "recipient": "",
    "location": "Berlin",
    "description": (
        "Northwind moves parcels for 500 shops. We ask for five years of Go, experience "
        "with Kafka and Kubernetes, and fluent German. You will lead a team of 15. "
        "You hold a master’s degree. You will cut deployment time."
    ),
}

RESUME = """\
# Mara Okafor
Platform Engineer
mara@example.org · +31 6 1234 5678 · 3511 AB Utrecht, Netherlands · linkedin.com/in/mara-okafor · github.com/mokafor

## Summary
Platform engineer with eleven years of experience in payment systems. I like small, boring services that are easy to run.

## Experience
### Senior Platform Engineer, Initech | Mar 2019 – now | Utrecht
Runs the platform that 40 product teams build on.
- Led a team of 4 engineers
- Cut deployment time by 40 % and cloud spend by €2 million a year
- Moved 1,200 batch jobs from cron to Kubernetes
- Helped prepare the ISO 9001 audit in 2022

### Backend Engineer, Globex | Jun 2015 – Feb 2019 | Rotterdam
Worked on the ledger of a card issuer.
- Built a reconciliation service in Python and PostgreSQL that matched 3.5 million payments a day
- Reduced failed payments from 5–10 % to 2 %
- Did not reach the goal of 99.99 % availability
- Contributed to the migration of 12 services to AWS

### Junior Developer, Hooli | Sep 2013 – May 2015 | Amsterdam
- Wrote Django views for a shop with 30 suppliers

## Projects
### Queuekeeper | 2020 | github.com/mokafor/queuekeeper
A small job queue on PostgreSQL with 300 stars.
Python, PostgreSQL

## Education
### BSc Computer Science, Delft University of Technology | 2010 – 2013 | 3.4

## Certifications
- Certified Kubernetes Administrator, CNCF, May 2021

## Skills
Python, Django, PostgreSQL, Kubernetes, Terraform, AWS, C++17
Mentoring

## Languages
English (Native), German (B1), Dutch (Fluent)
"""

LETTER = """\
# Mara Okafor
mara@example.org · +31 6 1234 5678

26 November 2026

Northwind
Staff Site Reliability Engineer

Dear hiring team,

I am applying for the position of Staff Site Reliability Engineer at Northwind. Since March 2019 I have worked at Initech as Senior Platform Engineer.

You ask for experience with Kubernetes. At Initech I moved 1,200 batch jobs from cron to Kubernetes. There I also led a team of 4 engineers.

At Globex I built a reconciliation service in Python and PostgreSQL that matched 3.5 million payments a day. I hold a BSc in Computer Science from Delft University of Technology. I speak English, German (B1) and Dutch.

Your posting says that I would cut deployment time; I cut deployment time by 40 % at Initech. I would be glad to talk about it; you can reach me at mara@example.org. I can start [when you can start].

Kind regards,
Mara Okafor
"""


def weighed(text: str, facts=FACTS, *, is_letter: bool = False, notes=()) -> Weighed:
    sources = sources_of(facts, JOB if is_letter else None, notes)
    return weigh(text, sources, is_letter=is_letter, as_of=AS_OF)


def changed(text: str, old: str, new: str) -> str:
    """``text`` with its first ``old`` replaced, which must be there."""
    assert old in text, old
    return text.replace(old, new, 1)
