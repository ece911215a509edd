from datetime import UTC, date, datetime

import pytest

from applications.capture.dates import read_date
from applications.capture.places import (
    country_of,
    join_place,
    read_workplace,
    tidy_places,
)
from applications.capture.words import employment_words, read_job_types, read_level

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    "value",
    [
        "2026-03-02",
        "2026-03-02T23:30:00.000Z",
        "2026/3/2",
        "20260302",
        "2 March 2026",
        "March 2, 2026",
        "2nd of March 2026",
        "02.03.2026",
        "2. März 2026",
        "2 de marzo de 2026",
        "Mon, 02 Mar 2026 10:00:00 GMT",
        "Mon Mar 02 00:00:00 UTC 2026",
        "1772409600",
        1_772_409_600_000,
        datetime(2026, 3, 2, tzinfo=UTC),
        DAY,
        "Posted 2026-03-02",
    ],
)
def test_date(value):
    assert read_date(value) == DAY


@pytest.mark.parametrize(
    "value",
    [
        "2026-02-31", "31/06/2026", "03/04/2026", "0001-01-01", "soon", "", None, 2026, True,
        [], "2 Smarch 2026", float("nan"), float("inf"), "9" * 300,
    ],
)  # fmt: skip
def test_no_date(value):
    assert read_date(value) is None


def test_dates_in_words_need_today():
    assert read_date("Posted yesterday", DAY) == date(2026, 3, 1)
    assert read_date("3 days ago", DAY) == date(2026, 2, 27)
    assert read_date("30+ days ago", DAY) is None
    assert read_date("today") is None


def test_employment():
    given = ["Full-time", "CONTRACTOR", "https://schema.org/PartTime", "On call"]
    assert employment_words(given) == [
        "FULL_TIME",
        "CONTRACTOR",
        "PART_TIME",
        "ON_CALL",
    ]
    assert read_job_types(given) == ["full_time", "contract", "part_time"]
    assert read_job_types("Vollzeit / Praktikum") == ["full_time", "internship"]
    assert read_job_types("International") == []


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Senior Software Engineer", "senior"),
        ("Junior Baker", "entry"),
        ("Head of Sales", "lead"),
        ("VP, Engineering", "executive"),
        ("Staff Engineer", "principal"),
        ("Staff Nurse", ""),
        ("Sales Executive", ""),
        ("Lead Generation Specialist", ""),
        ("Baker", ""),
    ],
)
def test_level(title, level):
    assert read_level(title) == level


def test_places_are_joined_without_what_is_empty():
    assert join_place("Kirkland", "", None, " WA ", "N/A", "US") == "Kirkland, WA, US"
    assert join_place("Kirkland, WA", "WA") == "Kirkland, WA"
    assert tidy_places(["Leeds", "", "leeds", "York"]) == ["Leeds", "York"]


@pytest.mark.parametrize(
    ("words", "workplace"),
    [
        ("TELECOMMUTE", "remote"),
        ("Remote, US", "remote"),
        ("Hybrid remote", "hybrid"),
        ("On-site", "onsite"),
        ("Not remote", "onsite"),
        ("Leeds", ""),
        (None, ""),
    ],
)
def test_workplace(words, workplace):
    assert read_workplace(words) == workplace


def test_country():
    assert country_of("Sydney, NSW, AU") == "AU"
    assert country_of("Toronto, Canada") == "CA"
    assert country_of("San Francisco, CA") == ""
