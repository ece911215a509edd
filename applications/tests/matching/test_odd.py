"""Odd postings and résumés, and very long ones: weighed like any other, and in time."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from applications.matching.analysis import Analysis
from applications.tests.matching.weighing import RESUME, weigh

ODD = {
    "nothing": "",
    "spaces": " \n\t ",
    "emoji": "👩🏽‍💻 Requirements:\n- 🐍 Python 🔥\n- 👍",
    "right to left": "דרישות:\n- Python\n- خبرة خمس سنوات ٥ years",
    "html": "<ul><li>Python<script>alert(1)</script></ul> {{ 7*7 }} %(x)s %s",
    "combining": "e\u0301\u0301\u0301 " * 500,
    "nul": "Python\x00\ud800 \ufffe",
    "brackets": "((((" * 2_000 + "Python" + "))))" * 2_000,
    "long word": "a" * 300_000,
    "long list": "Requirements:\n- " + "Python, " * 40_000,
    "long text": "We need experience with Python and patience. " * 7_000,
    "many lines": "Requirements:\n" + "- Python for 5 years (Go, Java)\n" * 10_000,
    "spaces between": "Python" + " " * 300_000 + "Java",
    "blank lines": "Python (\n" * 2 + "\n \n" * 100_000 + "basics",
    "slashes": "a/" * 150_000,
    "refusals": "no " * 100_000,
    "digits": "1" * 300_000 + " years",
}
MANY: dict[str, Any] = {
    "skills": {"technical": [f"Skill {n}" for n in range(10_000)]},
    "experiences": [
        RESUME["experiences"][0] | {"description": "Python and bread. " * 1_000}
    ]
    * 200,
    "projects": [{"name": "Oven", "technologies": ["Python"] * 500}] * 200,
}
POINTS = "\n".join(f"- Carry {n} boxes of patience upstairs" for n in range(80))


def of_posting(text: str) -> Analysis:
    return weigh({"title": text[:500], "text": text})


def of_resume(text: str) -> Analysis:
    job = {"title": text[:300], "description": text, "start_date": text[:10]}
    skills = {"technical": [text], "soft": [text]}
    return weigh(facts={"summary": text, "skills": skills, "experiences": [job] * 3})


def of_many() -> Analysis:
    return weigh(f"Requirements:\n{POINTS}", MANY)


def assert_sound(found: Analysis) -> None:
    assert 0 <= found.fit <= 100
    assert 0 <= found.ats <= 100
    json.dumps(found.explanation)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
@pytest.mark.parametrize("weighed", [of_posting, of_resume])
def test_odd_texts_are_weighed(weighed, text):
    assert_sound(weighed(text))


def test_many_rows_are_weighed():
    assert_sound(of_many())


@pytest.mark.drill
@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
@pytest.mark.parametrize("weighed", [of_posting, of_resume])
def test_odd_texts_keep_no_worker_busy(weighed, text):
    assert seconds(lambda: weighed(text)) < 1


@pytest.mark.drill
def test_many_rows_keep_no_worker_busy():
    assert seconds(of_many) < 1


def seconds(work: Any) -> float:
    """Of the processor, once all names are read."""
    weigh()
    began = time.process_time()
    work()
    return time.process_time() - began


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"skills": None, "experiences": None, "education": None, "custom_fields": None},
        {"skills": {"languages": ["Dutch", None], "certifications": ["CPR", None]}},
        {"education": [{}], "experiences": [{}], "projects": [{}]},
    ],
)
def test_resumes_with_nothing_in_them_fit_nothing(facts):
    assert weigh(facts=facts).fit == 0
