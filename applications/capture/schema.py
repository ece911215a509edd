"""From a JobPosting of schema.org to a posting of ours."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from applications.capture.dates import read_date
from applications.capture.places import (
    country_of,
    is_remote_place,
    join_place,
    read_workplace,
    tidy_places,
)
from applications.capture.posting import Pay, Posting
from applications.capture.prose import suggest
from applications.capture.salaries import read_base_salary
from applications.capture.values import line, lines, rich, visible
from applications.capture.words import employment_words, read_job_types, read_level

_REQUIREMENTS = (
    "qualifications", "experienceRequirements", "educationRequirements",
    "physicalRequirement", "securityClearanceRequirement",
)  # fmt: skip


def posting_from(data: dict[str, Any], where: str) -> Posting:
    """Each field from where schema.org has it; ``where`` is what the page used."""
    posting = Posting(
        title=line(data.get("title")) or line(data.get("name")),
        company=_company(data.get("hiringOrganization")),
        locations=_locations(data.get("jobLocation")),
        industry=", ".join(lines(data.get("industry"))),
        posted_on=read_date(_first(data.get("datePosted"))),
        deadline_on=read_date(_first(data.get("validThrough"))),
        employment_words=employment_words(data.get("employmentType")),
        job_types=read_job_types(data.get("employmentType")),
        description=_description(data),
        benefits=rich(data.get("jobBenefits") or data.get("benefits")),
        skills=_skills(data.get("skills")),
        url=_url(data),
        source_id=_identifier(data.get("identifier")),
    )
    posting.requirements = "\n".join(
        text for name in _REQUIREMENTS if (text := _requirement(data.get(name)))
    )
    country = country_of(posting.locations[0]) if posting.locations else ""
    posting.pay, posting.pay_text = read_base_salary(data, country)
    _say_workplace(posting, data)
    posting.level = read_level(line(data.get("seniorityLevel"))) or read_level(
        posting.title
    )
    posting.where = _where(posting, where)
    suggest(posting, visible(posting.description), country)
    if not posting.pay and not posting.suggested.get("pay"):
        estimate, _ = read_base_salary({"baseSalary": data.get("estimatedSalary")})
        if estimate:
            posting.suggested["pay"] = pay_words(estimate)
    return posting


def _where(posting: Posting, where: str) -> dict[str, str]:
    said = {
        name: where
        for name in (
            "title", "company", "locations", "pay", "pay_text", "job_types",
            "industry", "posted_on", "deadline_on", "description", "requirements",
            "benefits", "skills", "url", "source_id", "workplace",
        )
        if getattr(posting, name)
    }  # fmt: skip
    return said | ({"level": "title"} if posting.level else {})


def pay_words(pay: Pay) -> str:
    ends = "–".join(f"{end:,}" for end in dict.fromkeys(pay[:2]) if end is not None)
    return " ".join(filter(None, (pay.currency, ends, pay.period)))


def _first(value: Any) -> Any:
    value = value[0] if isinstance(value, list) and value else value
    return value.get("@value", value.get("name")) if isinstance(value, dict) else value


def _description(data: dict[str, Any]) -> str:
    parts = [rich(data.get("description"))]
    if duties := rich(data.get("responsibilities")):
        parts.append(duties)
    return "\n\n".join(filter(None, dict.fromkeys(parts)))


def _company(value: Any) -> str:
    if isinstance(value, dict) and not value.get("name"):
        return line(value.get("legalName"))
    name = line(value)
    return "" if re.match("https?://", name) else name[:255]


def _locations(value: Any) -> list[str]:
    entries = value if isinstance(value, list) else [value]
    return tidy_places(place for entry in entries[:200] for place in _places(entry))


def _places(entry: Any) -> list[str]:
    if isinstance(entry, str):
        return lines(entry)
    if not isinstance(entry, dict):
        return []
    address = entry.get("address", entry if "addressLocality" in entry else None)
    addresses = address if isinstance(address, list) else [address]
    found = [place for one in addresses[:100] if (place := _address(one))]
    if not found and ("addressRegion" in entry or "addressCountry" in entry):
        found = [place for place in [_address(entry)] if place]
    return found or lines(entry.get("name"))


def _address(address: Any) -> str:
    if isinstance(address, str):
        return line(address)
    if not isinstance(address, dict):
        return ""
    parts = ("addressLocality", "addressRegion", "addressCountry")
    place = join_place(*(line(address.get(part)) for part in parts))
    return place or line(address.get("name")) or line(address.get("streetAddress"))


def _say_workplace(posting: Posting, data: dict[str, Any]) -> None:
    """“TELECOMMUTE” is remote. Who may apply from where says nothing of it."""
    said = " ".join(lines(data.get("jobLocationType")))
    posting.workplace = read_workplace(said)
    if not posting.workplace and any(map(is_remote_place, posting.locations)):
        posting.workplace = "remote"
    if not posting.workplace and re.search(r"\bhybrid\b", posting.title, re.I):
        posting.workplace = "hybrid"
    if posting.workplace in ("remote", "onsite"):
        posting.is_remote = posting.workplace == "remote"
    allowed = _locations(data.get("applicantLocationRequirements"))
    if allowed and not posting.locations:
        posting.suggested["location"] = ", ".join(allowed)[:300]


def _requirement(value: Any) -> str:
    if isinstance(value, dict):
        months = line(value.get("monthsOfExperience"))
        kind = line(value.get("credentialCategory"))
        if months.isdigit() and not value.get("description"):
            years, rest = divmod(int(months), 12)
            return (
                f"{years} years of experience"
                if not rest
                else f"{months} months of experience"
            )
        return rich(value) or kind
    if isinstance(value, list):
        return "\n".join(f"- {text}" for v in value[:50] if (text := _requirement(v)))
    text = rich(value)
    return "" if text.lower() in ("no requirements", "null") else text


def _skills(value: Any) -> list[str]:
    found = [visible(text) if "<" in text else text for text in lines(value)]
    if len(found) == 1 and len(found[0]) < 400 and not re.search(r"[.!?]\s", found[0]):
        found = re.split(r"\s*[,;•\n]\s*", found[0])
    return [skill[:200] for skill in dict.fromkeys(found) if skill][:50]


def _url(data: dict[str, Any]) -> str:
    for name in ("url", "mainEntityOfPage", "sameAs"):
        value = data.get(name)
        value = value[0] if isinstance(value, list) and value else value
        value = value.get("@id") if isinstance(value, dict) else value
        if isinstance(value, str) and re.match(r"https?://\S+$", value.strip()):
            return unescape(value.strip())
    return ""


def _identifier(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("value") or value.get("@value") or value.get("name")
    return line(value)[:255]
