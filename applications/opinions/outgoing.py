"""All that leaves the house: a posting, and a résumé without who it is of.

What is not named here is not sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from accounts.resumes.anonymous import without_contact
from jobtracker.text import clean_text, plain_lines

if TYPE_CHECKING:
    from applications.models import Job

MOST = 20_000


def posting_text(job: Job) -> str:
    """The posting as plain lines."""
    long = (job.description, job.requirements, job.benefits)
    texts = [plain_lines(text) for text in long if text] or [job.raw_text]
    return _joined([job.title, job.employer, job.location, *texts])


def resume_text(facts: Mapping[str, Any]) -> str:
    """A résumé as plain lines; without name, contact data and free fields."""
    skills = facts.get("skills") or {}
    lines = [
        _said(facts, "headline"),
        _said(facts, "summary"),
        _list("Skills", [*skills.get("technical", ()), *skills.get("soft", ())]),
        _list("Languages", [_pair(one) for one in skills.get("languages", ())]),
        _list(
            "Certifications", [_held(one) for one in skills.get("certifications", ())]
        ),
        *(_experience(one) for one in facts.get("experiences", ())),
        *(_education(one) for one in facts.get("education", ())),
        *(_project(one) for one in facts.get("projects", ())),
    ]
    return _joined([without_contact(line, facts) for line in lines])


def _experience(one: Mapping[str, Any]) -> str:
    until = "now" if one.get("is_current") else one.get("end_date")
    head = _head(one, "title", "company", since=one.get("start_date"), until=until)
    done = [f"- {text}" for text in one.get("achievements", ())]
    return _joined([head, _said(one, "description"), *done])


def _education(one: Mapping[str, Any]) -> str:
    names = ("degree", "field_of_study", "institution")
    dates = {"since": one.get("start_date"), "until": one.get("end_date")}
    return _joined(
        [_head(one, *names, **dates), _list("Honours", one.get("honors", ()))]
    )


def _project(one: Mapping[str, Any]) -> str:
    dates = {"since": one.get("start_date"), "until": one.get("end_date")}
    used = _list("Used", one.get("technologies", ()))
    return _joined([_head(one, "name", **dates), _said(one, "description"), used])


def _head(
    one: Mapping[str, Any], *names: str, since: str | None, until: str | None
) -> str:
    """``Archivist, Initech (2019-04 to now)``."""
    name = ", ".join(filter(None, (_said(one, name) for name in names)))
    dates = " to ".join(filter(None, (since, until)))
    return f"{name} ({dates})" if dates else name


def _pair(one: Mapping[str, Any]) -> str:
    return " – ".join(filter(None, (_said(one, "name"), _said(one, "proficiency"))))


def _held(one: Mapping[str, Any]) -> str:
    return ", ".join(filter(None, (_said(one, "name"), _said(one, "issuer"))))


def _list(label: str, items: Iterable[Any]) -> str:
    found = ", ".join(str(item) for item in items if item)
    return f"{label}: {found}" if found else ""


def _said(one: Mapping[str, Any], name: str) -> str:
    return str(one.get(name) or "").strip()


def _joined(parts: Iterable[str]) -> str:
    lines = filter(None, (part.strip() for part in parts))
    return clean_text("\n".join(lines)).strip()[:MOST]
