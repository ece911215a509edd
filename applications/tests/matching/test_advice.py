"""What one could do about a résumé, and never what is not so."""

import pytest

from applications.matching.advice import MOST, Advice, advice
from applications.tests.matching.weighing import RESUME, weigh


def advised(*points, title="Engineer", **facts):
    text = "\n".join(["Requirements:", *(f"- {point}" for point in points)])
    found = weigh({"title": title, "text": text}, facts)
    return advice(found.explanation)


def kinds(found):
    return [one.kind for one in found]


def test_what_is_asked_for_and_not_shown_comes_first():
    first = advised("Terraform", skills={"technical": ["Python"]})[0]
    assert first == Advice("show", ("Terraform",))


def test_alternatives_are_named_together():
    assert advised("React or Vue")[0].names == ("React", "Vue.js")


def test_a_relative_is_told_by_its_name():
    found = advised("React", skills={"technical": ["Vue.js"]})
    assert Advice("related", ("React",), "Vue.js") in found


def test_what_is_only_listed_could_be_shown():
    assert Advice("listed", ("Python",)) in advised(
        "Python", skills={"technical": ["Python"]}
    )


def test_what_was_used_needs_no_advice():
    found = advised("Python", projects=[{"name": "x", "description": "Python"}])
    assert set(kinds(found)) <= {"contact", "parts"}


def test_a_language_that_is_asked_for():
    assert Advice("language", ("German",)) in advised("Fluent German")


@pytest.mark.parametrize("jobs", [[], [{"title": "Baker"}]])
def test_jobs_without_dates_need_some(jobs):
    assert "dates" in kinds(advised("3 years of work", experiences=jobs))


def test_other_words_for_the_same_could_be_both_written():
    found = advised("k8s", projects=[{"name": "x", "description": "Kubernetes"}])
    assert Advice("wording", ("Kubernetes",), "k8s") in found


def test_what_a_machine_looks_for():
    found = advised("Python", email="a@b.example")
    assert Advice("contact", ("phone", "location")) in found
    assert "parts" in kinds(found)


def test_there_are_not_too_many():
    names = "Python Java Ruby PHP Kotlin Haskell Fortran COBOL Erlang Clojure".split()
    assert len(advised(*names)) == MOST


def test_no_advice_names_what_neither_says():
    """It asks and points; what the person has comes from their own words."""
    found = weigh()
    told = {name for one in advice(found.explanation) for name in one.names}
    said = (
        str(RESUME) + " " + " ".join(n for r in found.rows for n in r["names"])
    ).lower()
    assert {one for one in told if one.lower() not in said} == set()


@pytest.mark.parametrize("told", [{}, {"rows": None}, {"rows": ["x"], "ats": None}])
def test_what_another_system_said_gives_none(told):
    assert advice(told) == []
