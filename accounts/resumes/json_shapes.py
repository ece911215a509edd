"""Which keys of a JSON Resume are which of our columns; the first of each is today's.

The others are of versions before 1.0, or what other programs write.
"""

from __future__ import annotations

from typing import Any

from accounts.resumes import values
from accounts.resumes.overlay import Entry, Field, Shape
from accounts.resumes.values import ends_before, line, lines, number, partial_date


def _settle_period(columns: Entry, raw: Entry) -> None:
    if ends_before(columns["start_date"], columns["end_date"]):
        columns["end_date"] = ""


def _settle_work(columns: Entry, raw: Entry) -> None:
    """Without an end, what has begun goes on: so the schema means it."""
    _settle_period(columns, raw)
    columns["is_current"] = bool(columns["start_date"]) and not raw.get("endDate")


def _settle_project(columns: Entry, raw: Entry) -> None:
    """Our projects have no list of their own for what came of them."""
    _settle_period(columns, raw)
    if points := lines(raw.get("highlights", [])):
        whole = "\n".join([columns["description"], *(f"• {point}" for point in points)])
        columns["description"] = values.text(whole)


def _url(value: Any) -> str:
    return values.url(value, 2_048)


PERIOD = (
    Field("start_date", ("startDate",), partial_date),
    Field("end_date", ("endDate",), partial_date),
)
WORK = Shape(
    (
        Field("title", ("position",)),
        Field("company", ("name", "company", "organization")),
        Field("location", ("location",)),
        *PERIOD,
        Field("description", ("summary",), values.text),
        Field("achievements", ("highlights",), lines),
    ),
    _settle_work,
)
EDUCATION = Shape(
    (
        Field("institution", ("institution",)),
        Field("degree", ("studyType",)),
        Field("field_of_study", ("area",)),
        *PERIOD,
        Field("gpa", ("score", "gpa"), number),
        Field("honors", ("honors",), lines),
    ),
    _settle_period,
)
PROJECT = Shape(
    (
        Field("name", ("name",)),
        Field("description", ("description", "summary", "highlights"), values.text),
        Field("technologies", ("keywords",), lines),
        Field("url", ("url",), _url),
        *PERIOD,
    ),
    _settle_project,
)
LANGUAGE = Shape(
    (
        Field("name", ("language", "name"), values.words),
        Field("proficiency", ("fluency",), values.words),
    )
)
CERTIFICATE = Shape(
    (
        Field("name", ("name",), values.words),
        Field("issuer", ("issuer",), values.words),
        Field("date_obtained", ("date",), values.words),
        Field("credential_id", ("credentialId", "credential_id"), values.words),
    )
)
BASICS = Shape(
    (
        Field("full_name", ("name",), lambda value: line(value, 200)),
        Field("headline", ("label", "headline")),
        Field("email", ("email",), values.email),
        Field("phone", ("phone",), lambda value: line(value, 50)),
        Field("website_url", ("url", "website"), values.url),
        Field("summary", ("summary",), values.text),
    )
)
