"""Résumés and letters written for the descriptions, from the résumés, of several sets.

There are no labels: a document is right if all that it says stands on something.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, Final

from accounts.resumes.files import Unreadable
from accounts.resumes.reading import read as read_resume
from applications.documents.evidence import sources_of, weigh
from applications.documents.layouts import LAYOUTS
from applications.documents.ranking import rank
from applications.documents.render import read_back, render, text_in
from applications.documents.writing.letter import write_letter
from applications.documents.writing.resume import write_resume
from applications.matching.analysis import analyse
from applications.measuring import Answers, Result, places
from applications.measuring.jd_match import descriptions_in, resumes_in, title_in
from jobtracker.errors import Refused

OTHERS: Final = ("resumes", "jsonresume")
# The files are of no time; nobody here works on into a later one.
TODAY: Final = date(2026, 1, 1)
AS_OF: Final = TODAY.year * 12
MOST_PAIRS: Final = 40
KINDS: Final = ("resume", "cover_letter")

Facts = dict[str, Any]


def holds(folder: Path) -> bool:
    """Told from the folder of several sets: résumés in one, descriptions in another."""
    described = _place(folder, "jd_match")
    return bool(described and descriptions_in(described)) and any(
        _place(folder, name) for name in OTHERS
    )


def _place(folder: Path, name: str) -> Path | None:
    return next((place for place in places(folder, name) if place.is_dir()), None)


def read(folder: Path) -> Answers:
    """By ``résumé|description`` of both documents what they say, stand on and cost. Each
    résumé is written for one description, the next one for the next."""
    described = _place(folder, "jd_match")
    assert described
    jobs = [_job(described, name) for name in descriptions_in(described)]
    answers: Answers = {}
    for number, (name, data) in enumerate(_resumes(folder)):
        job = jobs[number % len(jobs)]
        if facts := _facts(data, name):
            answers[f"{name}|{job['name']}"] = _answer(facts, job)
        if len(answers) == MOST_PAIRS:
            break
    return answers


def _resumes(folder: Path) -> Iterator[tuple[str, bytes]]:
    described = _place(folder, "jd_match")
    assert described
    paths = [described / name for name in resumes_in(described)]
    for name in OTHERS:
        if place := _place(folder, name):
            found = place.rglob("*.*") if name == "resumes" else place.glob("resumes/*")
            paths += sorted(path for path in found if path.name != "expected.json")
    for path in paths:
        yield path.relative_to(folder).as_posix(), path.read_bytes()


def _job(folder: Path, name: str) -> Facts:
    text = (folder / name).read_text("utf-8")
    job = {"name": name, "title": title_in(text), "text": text}
    return job | {"company": "", "recipient": ""}


def _facts(data: bytes, name: str) -> Facts | None:
    """None of what is no résumé, which is another set’s matter."""
    try:
        facts = read_resume(data, name).facts
    except Unreadable:
        return None
    return facts if facts["experiences"] or facts["education"] else None


def _answer(facts: Facts, job: Facts) -> Facts:
    try:
        return {kind: _one(kind, facts, job) for kind in KINDS}
    except Refused as error:
        return {"message": " ".join(error.messages)}
    except Exception as error:  # noqa: BLE001 – one broken pair must not end the run
        return {"crashed": f"{type(error).__name__}: {error}"}


def _one(kind: str, facts: Facts, job: Facts) -> Facts:
    begun = perf_counter()
    text = _written(kind, facts, job)
    drafted = perf_counter()
    is_letter = kind == "cover_letter"
    found = weigh(text, sources_of(facts, job), is_letter=is_letter, as_of=AS_OF)
    weighed = perf_counter()
    file = render(text, kind, "pdf", LAYOUTS[kind][0].settings, title=kind, author="")
    missing = read_back(text_in(file.data), text).missing
    return {
        "statements": len(found.statements),
        "problems": [one.text for one in found.problems],
        "facts_missing": [fact.text for _, fact in found.missing],
        "lines_missing": missing,
        "pages": file.pages,
        "words": len(text.split()),
        "seconds": {
            "draft": round(drafted - begun, 3),
            "weigh": round(weighed - drafted, 3),
            "pdf": round(perf_counter() - weighed, 3),
        },
    }


def _written(kind: str, facts: Facts, job: Facts) -> str:
    order = rank(job, facts, as_of=AS_OF).order
    if kind == "resume":
        return write_resume(facts, order, {})
    rows = analyse(job, facts, {}, as_of=AS_OF).explanation["rows"]
    return write_letter(facts, job, rows, order, {}, {}, today=TODAY)


def score(folder: Path, answers: Answers) -> Result:
    """Right are the statements that stand on something."""
    made = [one[kind] for one in answers.values() for kind in KINDS if kind in one]
    problems = sum(len(one["problems"]) for one in made)
    totals = [sum(one["seconds"].values()) for one in made]
    return Result(
        right=sum(one["statements"] for one in made) - problems,
        wrong=problems,
        refused=sum("message" in one for one in answers.values()),
        crashed=sum("crashed" in one for one in answers.values()),
        figures={
            "pairs": len(answers),
            "facts_without_source": sum(len(one["facts_missing"]) for one in made),
            "lines_missing_in_pdf": sum(len(one["lines_missing"]) for one in made),
            "median_seconds": round(median(totals), 3) if totals else 0.0,
            "most_seconds": round(max(totals, default=0.0), 3),
        },
    )
