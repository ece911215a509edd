"""Years, degrees, languages and leave to work, as clauses ask for them."""

import pytest

from applications.matching.demands import (
    Degree,
    clearer,
    degree_in,
    highest_degree,
    languages_in,
    leave_in,
    said_years,
    takes_experience_instead,
    years_in,
)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("5 years of Python", 5, None),
        ("5+ years", 5, None),
        ("3-5 years", 3, 5),
        ("3 – 5 yrs of work", 3, 5),
        ("two to 4 years", 2, 4),
        ("at least three (3) years", 3, None),
        ("five or more years", 5, None),
        ("mindestens 3 Jahre", 3, None),
        ("2 bis 4 Jahren Erfahrung", 2, 4),
        ("3 ans d’expérience", 3, None),
        ("2 años", 2, None),
        ("2 years of SQL and 5 years of Python", 5, None),
    ],
)
def test_years(text, least, most):
    assert years_in(text) == (least, most)


@pytest.mark.parametrize(
    "text",
    ["Python", "18 years old", "5 years ago", "over 18 years of age", "40 years of bread",
     "18 years or older", "21 years and over", "0 years", "a four-year degree"],
)  # fmt: skip
def test_other_numbers_are_no_years_of_work(text):
    assert years_in(text) is None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Nine years in bakeries", 9),
        ("A baker since 2017", 9),
        ("Bäckerin seit 2020, 3 Jahre Leitung", 6),
        ("A baker", None),
        ("Since 1817", None),
    ],
)
def test_years_that_somebody_says(text, years):
    assert said_years(text, as_of=2026 * 12) == years


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("Bachelor's degree in physics", Degree.BACHELOR),
        ("BSc or MSc", Degree.BACHELOR),
        ("A Master's degree is required", Degree.MASTER),
        ("PhD degree", Degree.DOCTORATE),
        ("university degree", Degree.BACHELOR),
        ("a degree in health promotion", Degree.BACHELOR),
        ("Associate degree", Degree.VOCATIONAL),
        ("abgeschlossene Ausbildung", Degree.VOCATIONAL),
        ("abgeschlossenes Studium", Degree.BACHELOR),
        ("High school diploma", Degree.SCHOOL),
        ("MS in statistics", Degree.MASTER),
        ("MBA", Degree.MASTER),
    ],
)
def test_the_least_degree_is_asked_for(text, degree):
    assert degree_in(text) is degree


@pytest.mark.parametrize(
    "text",
    ["Proficient in MS Office", "MS Excel", "Scrum master",
     "Master data", "You are promoted"],
)  # fmt: skip
def test_other_words_are_no_degree(text):
    assert degree_in(text) is None


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("BSc\nMSc", Degree.MASTER),
        ("Associate degree", Degree.VOCATIONAL),
        ("Degree in baking", Degree.BACHELOR),
        ("Dr. rer. nat.", Degree.DOCTORATE),
        ("Evening classes", None),
    ],
)
def test_the_highest_degree_is_had(text, degree):
    assert highest_degree(text) is degree


def test_experience_can_stand_in_for_a_degree():
    assert takes_experience_instead("BSc or equivalent")
    assert takes_experience_instead("Studium oder vergleichbare Ausbildung")
    assert not takes_experience_instead("BSc")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fluent in English and German", ["English", "German"]),
        ("Sehr gute Deutschkenntnisse", ["German"]),
        ("Français courant", ["French"]),
        ("Dutch (C1) is a plus", ["Dutch"]),
        ("A German company", []),
        ("Polish your shoes", []),
    ],
)
def test_languages(text, names):
    assert languages_in(text) == names


@pytest.mark.parametrize(
    ("text", "is_asked", "sponsors"),
    [
        ("Visa sponsorship is offered", False, True),
        ("We sponsor visas and visa support", False, True),
        ("We cannot sponsor visas", True, False),
        ("No visa sponsorship", True, False),
        ("Visa sponsorship is not available", True, False),
        ("You must be authorized to work in the US", True, None),
        ("Gültige Arbeitserlaubnis", True, None),
    ],
)
def test_leave_to_work(text, is_asked, sponsors):
    leave = leave_in(text)
    assert (leave.is_asked, leave.sponsors, leave.words) == (is_asked, sponsors, text)


def test_nothing_is_made_of_other_words():
    assert leave_in("We work from home.") is None


def test_what_says_whether_they_sponsor_goes_before_what_only_asks():
    asks, refuses = leave_in("A right to work"), leave_in("No sponsorship")
    offers = leave_in("We sponsor visas")
    assert clearer(None, None) is None
    assert clearer(None, asks) is asks
    assert clearer(asks, None) is asks
    assert clearer(asks, refuses) is refuses
    assert clearer(refuses, offers) is refuses
