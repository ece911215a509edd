"""Real résumés beside real postings: nothing stands in a document that stands in neither.

Compared here by plain means, apart from how the application itself weighs evidence.
"""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from accounts.resumes.reading import read
from applications.capture.text import read_text
from applications.documents.ranking import rank
from applications.documents.sheet import Kind, items_of
from applications.documents.writing.letter import write_letter
from applications.documents.writing.resume import write_resume
from applications.matching.analysis import analyse
from applications.matching.roles import title_of

ROOT = Path(__file__).parents[4]
RESUMES = ROOT / "accounts/tests/data"
MATCH = ROOT / "applications/tests/data/jd_match"
TODAY = date(2026, 11, 26)
AS_OF = 2026 * 12 + 10

PAIRS = [
    (
        MATCH / "sprouts/resumes/alex_python_expert.txt",
        "sprouts/jds/senior_python_developer",
    ),
    (
        MATCH / "sprouts/resumes/mike_frontend_specialist.txt",
        "sprouts/jds/frontend_developer",
    ),
    (MATCH / "sprouts/resumes/emma_marketing_specialist.txt", "aligncv/aligncv-5-jd"),
    (MATCH / "sprouts/resumes/sarah_data_scientist.txt", "aligncv/aligncv-3-jd"),
    (MATCH / "aligncv/aligncv-1-resume.txt", "aligncv/aligncv-1-jd"),
    (MATCH / "aligncv/aligncv-5-resume.txt", "aligncv/aligncv-5-jd"),
    (
        RESUMES / "resumes/jobsync-strong-senior.txt",
        "sprouts/jds/senior_python_developer",
    ),
    (RESUMES / "resumes/jobsync-standard.docx", "sprouts/jds/frontend_developer"),
    (RESUMES / "jsonresume/resumes/new-grad.json", "aligncv/aligncv-1-jd"),
    (RESUMES / "jsonresume/resumes/senior-engineer.json", "aligncv/aligncv-3-jd"),
    (RESUMES / "jsonresume/resumes/richard-hendriks.json", "aligncv/aligncv-5-jd"),
    (RESUMES / "resumes/rendercv-classic.pdf", "sprouts/jds/senior_python_developer"),
]
MONTHS = (
    "January February March April May June July August September October November December"
).split()
# With what our own sentences begin.
OURS = set(
    "Another Among As At Before Dear Earlier For From I In Kind My Of One Part The There "
    "When While You Your Yours With".split()
) | {name for month in MONTHS for name in (month, month[:3])}
OF_POSTING = re.compile(r"\b(?:You|Your|you|your|role|position|the work|tasks?)\b")


@cache
def facts_of(path: Path) -> dict[str, Any]:
    return read(path.read_bytes(), path.name).facts


@cache
def job_of(name: str) -> dict[str, Any]:
    text = (MATCH / f"{name}.txt").read_text("utf-8")
    found = read_text(text).postings
    title = title_of(found[0].title if found else "", text)
    return {"title": title, "text": text, "company": "Northwind", "recipient": ""}


def resume_of(path, posting, **options):
    facts, job = facts_of(path), job_of(posting)
    return write_resume(facts, rank(job, facts, as_of=AS_OF).order, options)


def letter_of(path, posting, **options):
    facts, job = facts_of(path), job_of(posting)
    rows = analyse(job, facts, {}, as_of=AS_OF).explanation["rows"]
    order = rank(job, facts, as_of=AS_OF).order
    return write_letter(facts, job, rows, order, {}, options, today=TODAY)


def paragraphs(text):
    parts = text.strip().split("\n\n")
    start = next(
        n for n, part in enumerate(parts) if re.fullmatch(r"Dear [^\n]+,", part)
    )
    return parts[start + 1 : -1]


def sentences(text):
    """Rough ones: an abbreviation may break one, and then less is allowed, not more."""
    return re.split(r"(?<=[.!?”]) (?=[A-Z])", " ".join(paragraphs(text)))


def words_in(value):
    """Every word and figure, whole and in its parts, as it is written and in small letters."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = text.replace("\\n", " ").replace('\\"', '"')
    whole = {word.strip(".,;:()[]\"'“”’") for word in text.split()}
    return whole | set(re.findall(r"[^\W_]+", text))


@pytest.mark.parametrize(("path", "posting"), PAIRS, ids=lambda one: Path(one).stem)
class TestPair:
    def test_every_word_of_the_resume_is_the_persons(self, path, posting):
        facts = facts_of(path)
        known = {word.casefold() for word in words_in(facts)}
        known |= {"grade", "now", *(month[:3].casefold() for month in MONTHS)}
        text = resume_of(path, posting)
        for item in items_of(text):
            if item.kind is not Kind.HEADING:
                said = re.sub(r"\[[^\]]*\]", "", " ".join((item.text, *item.asides)))
                assert {w.casefold() for w in re.findall(r"[^\W_]+", said)} <= known

    def test_every_head_of_work_is_one_of_the_persons_jobs(self, path, posting):
        text = resume_of(path, posting)
        work = text.partition("## Experience\n")[2].partition("\n## ")[0]
        years: dict[str, set[str]] = {}
        for one in facts_of(path)["experiences"]:
            name = ", ".join(filter(None, (one["title"], one["company"])))
            dates = {one["start_date"][:4], one["end_date"][:4]}
            years[name] = years.get(name, set()) | dates
        for item in items_of(work):
            if item.kind is Kind.ENTRY:
                said = set(re.findall(r"\d{4}", " ".join(item.asides[:1])))
                assert said <= years[item.text]

    def test_every_name_and_figure_of_the_letter_is_the_persons(self, path, posting):
        facts, job = facts_of(path), job_of(posting)
        for length, tone in product(("short", "medium", "long"), ("plain", "formal")):
            for sentence in sentences(
                letter_of(path, posting, length=length, tone=tone)
            ):
                known = words_in(facts) | OURS
                if OF_POSTING.search(sentence):
                    known |= words_in(job)
                said = re.sub(r"\[[^\]]*\]", "", sentence)
                names = re.findall(r"(?<![^\W_])(?:[A-Z]|\d)[^\W_]*", said)
                assert set(names) <= known | {"T"}, sentence

    def test_every_deed_of_the_letter_is_word_for_word_one_of_the_persons(
        self, path, posting
    ):
        told = (
            json.dumps(facts_of(path), ensure_ascii=False)
            .replace('\\"', '"')
            .casefold()
        )
        for sentence in sentences(letter_of(path, posting, length="long")):
            if deed := re.match(
                r"(?:At|There|For|While)\b.*?\bI (?:also )?(?!would)(.+)\.$", sentence
            ):
                assert deed[1].casefold() in told

    def test_every_time_in_the_letter_is_one_of_the_persons(self, path, posting):
        facts = json.dumps(facts_of(path))
        body = " ".join(paragraphs(letter_of(path, posting, length="long")))
        for month, year in re.findall(rf"({'|'.join(MONTHS)}) (\d{{4}})", body):
            assert f"{year}-{MONTHS.index(month) + 1:02}" in facts

    def test_the_letter_reads_clean_at_any_length_in_any_tone(self, path, posting):
        most = {"short": 170, "medium": 280, "long": 400}
        for length, tone in product(most, ("own", "formal", "plain", "warm")):
            text = letter_of(path, posting, length=length, tone=tone)
            parts = paragraphs(text)
            assert len(parts) == 4
            assert 40 <= len(" ".join(parts).split()) <= most[length]
            assert not re.search(r"  |, ,|\.\.(?!\.)|,\.|[{}]|None", text)
