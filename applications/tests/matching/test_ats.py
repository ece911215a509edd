"""The keyword score: what a machine finds that only compares words."""

import pytest

from applications.matching.ats import ats_rows
from applications.matching.posting import Posting
from applications.tests.matching.weighing import RESUME, asked, knows, person, weigh


def row(posting, someone, kind):
    return next(one for one in ats_rows(posting, someone) if one.kind == kind)


def test_the_table_adds_up():
    found = weigh()
    assert sum(r["of"] for r in found.ats_rows) == pytest.approx(100, abs=0.1)
    points = sum(r["points"] for r in found.ats_rows)
    assert points == pytest.approx(found.ats, abs=0.06)


@pytest.mark.parametrize(
    ("has", "share", "note"),
    [
        ("k8s", 1.0, ""),
        ("K8S", 1.0, ""),
        ("Kubernetes", 0.6, "other-words"),
        ("Helm", 0.0, ""),
        ("Docker", 0.0, ""),
    ],
)
def test_the_word_of_the_posting_counts_most(has, share, note):
    found = row(asked("k8s"), knows(has), "keyword")
    assert (round(found.points / found.of, 2), found.note) == (share, note)


@pytest.mark.parametrize("text", ["ci-cd", "CI  CD", "ci\ncd"])
def test_case_and_the_space_between_do_not_matter(text):
    assert row(asked("CI CD"), person(summary=text), "keyword").points == 60


def test_a_word_within_a_word_is_none():
    assert row(asked("Java"), knows("JavaScript"), "keyword").points == 0


def test_a_posting_without_keywords_takes_no_points():
    found = row(Posting("Baker"), person(), "keywords")
    assert (found.points, found.note) == (60, "none")


def test_at_most_forty_keywords_share_the_points():
    names = "Python Java Ruby PHP Kotlin Haskell Fortran COBOL Erlang Clojure".split()
    posting = asked(*(f"{name}, Own{n}x" for n in range(6) for name in names))
    found = [one for one in ats_rows(posting, person()) if one.kind == "keyword"]
    assert len(found) <= 40
    assert sum(one.of for one in found) == pytest.approx(60, abs=0.1)


def test_the_title():
    posting = asked(title="Backend Engineer")
    assert row(posting, person(headline="Backend Engineer"), "title").points == 10
    assert row(posting, person(headline="Full Stack Developer"), "title").points == 8
    assert row(posting, person(headline="Florist"), "title").points == 0


def test_how_to_reach_somebody():
    found = row(asked(), person(email="a@b.example", phone="1"), "contact")
    assert (found.points, found.figures) == (6.67, {"missing": ["location"]})


def test_the_usual_parts():
    found = row(asked(), knows("Python"), "parts")
    assert found.points == 2.5
    assert found.figures["missing"] == ["summary", "experience", "education"]
    assert row(asked(), person(**RESUME), "parts").points == 10


def test_dates():
    jobs = [{"title": "Baker", "start_date": "2019"}, {"title": "Baker"}]
    found = row(asked(), person(experiences=jobs), "dates")
    assert (found.points, found.figures) == (2.5, {"dated": 1, "count": 2})
    assert row(asked(), person(), "dates").points == 0


@pytest.mark.parametrize(
    ("words", "points"),
    [(0, 0), (75, 2.5), (150, 5), (1_500, 5), (3_000, 0), (9_000, 0)],
)
def test_length(words, points):
    assert row(asked(), person(summary="bread " * words), "length").points == points
