"""What a résumé shows: which skills, where, and for how long what was done."""

import pytest

from applications.matching.person import (
    BASIC,
    IMPLIED,
    LISTED,
    MOST_TEXT,
    RELATED,
    USED,
    Place,
    month_of,
    own_names,
)
from applications.matching.vocabulary import vocabulary
from applications.tests.matching.weighing import AS_OF, knows, person


def of(someone, name):
    return someone.of_skill(vocabulary().lookup(name))


def worked(text, **more):
    return person(experiences=[{"title": "Clerk", "achievements": [text]} | more])


def test_what_was_used_counts_more_than_what_is_listed():
    assert of(worked("Wrote Python"), "Python").strength == USED
    assert of(knows("Python"), "Python").strength == LISTED


def test_a_project_is_use_too():
    someone = person(projects=[{"name": "Oven", "technologies": ["Python"]}])
    found = of(someone, "Python")
    assert (found.strength, found.piece.place) == (USED, Place.PROJECT)


def test_the_best_evidence_is_kept_with_its_place_and_words():
    someone = knows("k8s", experiences=[{"title": "Clerk", "company": "Oven Ltd",
                    "description": "Ran kubernetes"}])  # fmt: skip
    found = of(someone, "Kubernetes")
    assert (found.piece.place, found.piece.number) == (Place.EXPERIENCE, 0)
    assert (found.piece.label, found.words) == ("Clerk, Oven Ltd", "kubernetes")


@pytest.mark.parametrize(
    "text",
    ["Python (basics)", "Python: beginner", "Basic knowledge of Python", "learning Python",
     "Familiar with Python", "Python – Grundkenntnisse"],
)  # fmt: skip
def test_what_is_called_basic_counts_half(text):
    assert of(knows(text), "Python").strength == LISTED * BASIC


def test_what_comes_with_another_counts_nearly_as_much():
    found = of(knows("Django"), "Python")
    assert (found.strength, found.via) == (LISTED * IMPLIED, "Django")
    assert not found.is_related


def test_its_own_name_goes_before_what_merely_follows():
    assert of(knows("Django", "Python"), "Python").via == ""


def test_a_near_relative_counts_in_part():
    found = of(knows("Vue.js"), "React")
    assert found.strength == pytest.approx(LISTED * RELATED)
    assert (found.via, found.is_related) == ("Vue.js", True)


def test_of_a_family_without_relatives_nothing_helps():
    assert of(knows("COBOL"), "Fortran") is None


@pytest.mark.parametrize(
    "text", ["Worked with the Android team", "Alongside Python developers"]
)
def test_what_others_do_is_not_ones_own(text):
    someone = worked(text)
    assert of(someone, "Android") is None
    assert of(someone, "Python") is None


def test_skills_that_nobody_knows_are_the_persons_own():
    facts = {
        "technical": ["Ovenscript, Dough Modelling", "ovens", "X", "Tools: Kneader"]
    }
    names = own_names({"skills": facts})
    assert names == ["Ovenscript", "Dough Modelling", "Kneader"]
    assert "Ovenscript" in knows("Ovenscript").evidence


@pytest.mark.parametrize(
    ("facts", "place"),
    [
        ({"headline": "Python"}, Place.HEADLINE),
        ({"summary": "Python"}, Place.SUMMARY),
        ({"skills": {"soft": ["Python"]}}, Place.SKILLS),
        ({"education": [{"institution": "U", "honors": ["Python"]}]}, Place.EDUCATION),
        ({"skills": {"certifications": [{"name": "Python"}]}}, Place.CERTIFICATE),
        ({"custom_fields": {"unplaced": ["Python"]}}, Place.OTHER),
    ],
)
def test_every_part_is_looked_through(facts, place):
    assert of(person(**facts), "Python").piece.place == place


def test_other_fields_of_ones_own_are_not():
    assert person(custom_fields={"notes": "Python"}).evidence == {}


@pytest.mark.parametrize("text", ["Advanced Python", "Python Scripting"])
def test_a_known_skill_within_a_name_stays_what_it_is(text):
    assert of(knows(text), "Python").words == "Python"


def test_titles_are_the_headline_and_the_latest_first():
    jobs = [
        {"title": "Old", "start_date": "2010", "end_date": "2012"},
        {"title": "New", "start_date": "2020", "is_current": True},
    ]
    assert person(headline="Head", experiences=jobs).titles == ["Head", "New", "Old"]
    assert person(summary="A baker. And more.").titles == ["A baker"]


@pytest.mark.parametrize(
    ("date", "month"),
    [("2019", 6), ("2019-01", 0), ("2019-04", 3), ("2019-04-30", 3), ("2019-Spring", 6),
     ("2019-", 6)],
)  # fmt: skip
def test_months_of_partial_dates(date, month):
    assert month_of(date) == 2019 * 12 + month


@pytest.mark.parametrize("date", ["", None, "x", "soon-ish", "present"])
def test_no_date_has_no_month(date):
    assert month_of(date) is None


def test_an_end_is_the_month_after_the_last_one():
    assert month_of("2019-12", is_end=True) == 2020 * 12
    assert month_of("2019", is_end=True) == month_of("2019")


def test_what_goes_on_ends_in_the_month_it_is_judged_in():
    now = person(experiences=[{"start_date": "2025-01", "is_current": True}])
    assert now.spells[0].end == AS_OF
    unknown = person(experiences=[{"start_date": "2025-01"}])
    assert unknown.spells[0].end is None


def test_of_a_very_long_resume_what_comes_first_is_read():
    someone = person(summary="bread " * 20_000, projects=[{"name": "Python"}])
    assert len(someone.text) <= MOST_TEXT + len(someone.pieces)
    assert [piece.place for piece in someone.pieces] == ["summary", "project"]
    assert someone.evidence == {}


def test_nobody_is_somebody():
    someone = person()
    assert (someone.pieces, someone.evidence, someone.titles) == ([], {}, [""])
