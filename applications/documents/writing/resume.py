"""A résumé for one posting: of what the person told, the best, in their own words.

Nothing is added and nothing re-worded. What is long is cut after whole sentences; of
work that matters less for the posting fewer points are shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from applications.documents.ranking import Order
from applications.documents.sheet import as_entry
from applications.documents.writing import texts
from applications.documents.writing.experience import (
    experience_lines,
    in_order,
    separated,
)
from applications.documents.writing.headings import Words, period, when, words_for
from applications.documents.writing.options import ResumeOptions

LONGEST_SUMMARY: Final = 1_200
LONGEST_PROJECT: Final = 400
MOST_SCHOOLS, MOST_HONOURS = 8, 6
MOST_CERTIFICATES, MOST_LANGUAGES, MOST_TECHNOLOGIES = 15, 15, 15

Facts = Mapping[str, Any]


def write_resume(facts: Facts, order: Order, options: Mapping[str, Any]) -> str:
    """The text of a résumé, in the form of ``sheet``. The same three, the same text."""
    wanted, words = ResumeOptions.of(options), words_for(facts)
    sections = {
        "summary": (words.summary, _summary(facts)),
        "experience": (words.experience, experience_lines(facts, order, wanted, words)),
        "projects": (words.projects, _projects(facts, order, wanted, words)),
        "education": (words.education, _education(facts, words)),
        "certifications": (words.certifications, _certificates(facts, words)),
        "skills": (words.skills, _skills(facts, order, wanted)),
        "languages": (words.languages, _languages(facts)),
    }
    parts = [_head(facts)]
    for name in _in_order(facts):
        heading, lines = sections[name]
        if lines and name in (*wanted.include, "experience", "skills"):
            parts.append("\n".join((f"## {heading}", *lines)))
    return "\n\n".join(parts) + "\n"


def _in_order(facts: Facts) -> tuple[str, ...]:
    """Who has not worked yet begins with what they learned."""
    middle = ("experience", "projects", "education")
    if not facts.get("experiences"):
        middle = ("education", "projects", "experience")
    return ("summary", *middle, "certifications", "skills", "languages")


# Who it is

_SCHEME: Final = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)


def contact_line(facts: Facts, *names: str) -> str:
    """How the person is reached, links without what every link begins with."""
    known = (_SCHEME.sub("", texts.line(facts.get(name))).rstrip("/") for name in names)
    return " · ".join(dict.fromkeys(filter(None, known)))


def name_of(facts: Facts) -> str:
    return texts.line(facts.get("full_name")) or "[your name]"


def _head(facts: Facts) -> str:
    reach = contact_line(
        facts, "email", "phone", "location", "linkedin_url", "github_url", "website_url"
    )
    lines = (f"# {name_of(facts)}", texts.line(facts.get("headline")), reach)
    return "\n".join(filter(None, lines))


def _summary(facts: Facts) -> list[str]:
    return texts.prose(facts.get("summary"), LONGEST_SUMMARY)


# What they made and learned


def _projects(
    facts: Facts, order: Order, wanted: ResumeOptions, words: Words
) -> list[str]:
    projects = list(texts.listed(facts.get("projects")))
    chosen = in_order(order.projects, len(projects))[: wanted.projects]
    return separated([_project(projects[place], words) for place in chosen])


def _project(one: Facts, words: Words) -> list[str]:
    name, told = (
        texts.line(one.get("name")),
        texts.prose(one.get("description"), LONGEST_PROJECT),
    )
    made_with = texts.lines(one.get("technologies"))[:MOST_TECHNOLOGIES]
    if not (name or told):
        return []
    link = contact_line(one, "url")
    head = as_entry(name or "[name of the project]", period(one, words), link)
    return [head, *told, *([f"- {', '.join(made_with)}"] if made_with else [])]


def _education(facts: Facts, words: Words) -> list[str]:
    schools = list(texts.listed(facts.get("education")))[:MOST_SCHOOLS]
    return separated([_school(one, words) for one in schools])


def _school(one: Facts, words: Words) -> list[str]:
    names = texts.lines([one.get("degree"), one.get("field_of_study")])
    if len(names) == 2 and names[1].casefold() in names[0].casefold():
        names.pop()
    names += texts.lines([one.get("institution")])
    grade = one.get("gpa")
    known = [f"{words.grade} {grade}"] if isinstance(grade, float | int) else []
    honours = texts.lines(one.get("honors"))[:MOST_HONOURS]
    if not names:
        return []
    below = [f"- {said}" for said in (*known, *honours)]
    return [as_entry(", ".join(names), period(one, words)), *below]


def _certificates(facts: Facts, words: Words) -> list[str]:
    found = texts.listed(_of_skills(facts, "certifications"))
    told = [_certificate(one, words) for one in found if isinstance(one, Mapping)]
    return [f"- {said}" for said in told if said][:MOST_CERTIFICATES]


def _certificate(one: Facts, words: Words) -> str:
    name = texts.line(one.get("name"))
    date = when(one.get("date_obtained"), words)
    return ", ".join(filter(None, (name, texts.line(one.get("issuer")), date))) * bool(
        name
    )


# What they know


def _skills(facts: Facts, order: Order, wanted: ResumeOptions) -> list[str]:
    """The best ones, those of a trade in one paragraph, the others in another."""
    best = skills_in_order(facts, order)[: wanted.skills]
    soft = set(texts.lines(_of_skills(facts, "soft")))
    groups = (
        [name for name in best if name not in soft],
        [name for name in best if name in soft],
    )
    return separated([[", ".join(group)] for group in groups if group])


def skills_in_order(facts: Facts, order: Order) -> list[str]:
    """All that the person names, the best first."""
    mine = [
        *texts.lines(_of_skills(facts, "technical")),
        *texts.lines(_of_skills(facts, "soft")),
    ]
    ranked = [name for name in texts.lines(order.skills) if name in mine]
    return list(dict.fromkeys((*ranked, *mine)))


def _languages(facts: Facts) -> list[str]:
    spoken = texts.listed(_of_skills(facts, "languages"))
    told = [language(one) for one in spoken if isinstance(one, Mapping)]
    found = [said for said in told if said][:MOST_LANGUAGES]
    return [", ".join(found)] if found else []


def language(one: Facts) -> str:
    """``Igbo (Conversational)``."""
    name, level = texts.line(one.get("name")), texts.line(one.get("proficiency"))
    return f"{name} ({level})" if name and level else name


def _of_skills(facts: Facts, name: str) -> Any:
    return (facts.get("skills") or {}).get(name)
