"""What of a section is a head, a point, or said below."""

import pytest

from accounts.resumes.dates import lasting, of_head, period
from accounts.tests.resumes.layouts import dates_of, facts, jobs_of


def experiences(text):
    return facts(f"Ada Sorter\n\nEXPERIENCE\n{text}")["experiences"]


def studies(text):
    return facts(f"Ada Sorter\n\nEDUCATION\n{text}")["education"]


@pytest.mark.parametrize("mark", ["-", "•", "*"])
def test_a_point_with_a_year_is_no_job(mark):
    (job,) = experiences(
        f"Night nurse — Hooli, Dayton, OH (Aug 2020 – Present)\n{mark} Wards\n"
        f"{mark} Charts; relief charge nurse since 2022\n{mark} Classes"
    )
    assert job["achievements"][1] == "Charts; relief charge nurse since 2022"
    assert len(job["achievements"]) == 3


def test_heads_may_be_points_themselves():
    first, second = experiences(
        "- Chef, Initech, 2019–2021\n  - Baked 200 loaves a night\n"
        "- Waiter, Hooli, 2017 to 2019. Tables and terraces.\n- No glass broken in 2018"
    )
    assert (first["title"], *dates_of(first)) == ("Chef", "2019", "2021")
    assert first["achievements"] == ["Baked 200 loaves a night"]
    assert (second["company"], second["description"]) == (
        "Hooli",
        "Tables and terraces.",
    )
    assert second["achievements"] == ["No glass broken in 2018"]


def test_dates_may_stand_first_in_such_points():
    text = (
        "Ada Sorter\nEXPERIENCE\n- 2019–2021: Chef, Initech\n- 2017–2019: Waiter, Hooli"
    )
    assert jobs_of(text) == [("Chef", "Initech"), ("Waiter", "Hooli")]


def test_points_alone_are_no_heads():
    (job,) = experiences("- Baked from 2019 to 2021 in three towns\n- Swept")
    assert job["achievements"] == ["Baked from 2019 to 2021 in three towns", "Swept"]


def test_projects_and_studies_may_be_points():
    found = facts(
        "Ada Sorter\nEDUCATION\n- BSc, Porto College, Baking\n- Abitur, Lessing Gymnasium\n"
        "PROJECTS\n- Rye map: where rye grows\n- Spelt map"
    )
    assert [row["institution"] for row in found["education"]] == [
        "Porto College",
        "Lessing Gymnasium",
    ]
    assert [(row["name"], row["description"]) for row in found["projects"]] == [
        ("Rye map", "where rye grows"),
        ("Spelt map", ""),
    ]


def test_lines_set_in_below_a_head_tell_of_it():
    first, second = experiences(
        "Sales clerk - Initech (store)\n  cash register and returns, and a great deal more\n"
        "  answered the telephone in 2019\n\nBarista - Hooli"
    )
    assert (first["title"], first["company"]) == ("Sales clerk", "Initech (store)")
    assert first["description"].split("\n")[1] == "answered the telephone in 2019"
    assert second["company"] == "Hooli"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Chef - Initech, 2 yrs", "2 yrs"),
        ("Chef at Initech (3 years)", "3 years"),
        ("Chef | Initech | 18 months", "18 months"),
    ],
)
def test_how_long_it_lasted_does_not_tell_when(line, said):
    (job,) = experiences(line)
    assert (job["title"], job["company"], job["description"]) == (
        "Chef",
        "Initech",
        said,
    )
    assert (*dates_of(job), job["is_current"]) == ("", "", False)


def test_jobs_that_only_lasted_need_no_blank_line():
    text = "Ada Sorter\nJobs\nChef - Initech, 2 yrs\nWaiter - Hooli, 1 yr"
    assert jobs_of(text) == [("Chef", "Initech"), ("Waiter", "Hooli")]


@pytest.mark.parametrize(
    ("line", "title", "company"),
    [
        ("Doughmaker, Initech, 2019 - 2021", "Doughmaker", "Initech"),
        ("Doughmaker, 2019 - 2021", "Doughmaker", ""),
        ("Initech, Inc., 2019 - 2021", "Initech, Inc.", ""),
        ("Chef, Initech, 2019 - 2021\nBread.", "Chef", "Initech"),
        ("Chef, 2019 - 2021\nInitech Inc.", "Chef", "Initech Inc."),
    ],
)
def test_work_that_is_not_known_stands_first(line, title, company):
    (job,) = experiences(line)
    assert (job["title"], job["company"]) == (title, company)


def test_jobs_with_dates_and_jobs_that_lasted_stand_together():
    first, second = experiences(
        "Driver at Initech, 3 years\n- Drove\n\nChef at Hooli (2018 - 2020)\n- Baked"
    )
    assert (first["company"], first["achievements"], first["start_date"]) == (
        "Initech",
        ["Drove"],
        "",
    )
    assert (second["company"], second["start_date"]) == ("Hooli", "2018")


def test_german_work_is_one_word():
    (job,) = experiences("seit 03/2019  Bilanzbuchhalterin, Initech GmbH, Köln")
    assert (job["title"], job["company"]) == ("Bilanzbuchhalterin", "Initech GmbH")


def test_words_before_a_period_are_of_it():
    (job,) = experiences("Assistante - Théâtre Hooli, de 2017 à 2020")
    assert (job["company"], *dates_of(job)) == ("Théâtre Hooli", "2017", "2020")


def test_what_lasted_in_the_middle_of_a_line_is_no_length():
    assert lasting("Chef, 2 years of rye") is None
    assert lasting("2 years") is None


@pytest.mark.parametrize(
    "now", ["now", "today", "ongoing", "heute", "actuellement", "ahora"]
)
def test_what_goes_on_has_many_words(now):
    assert period(f"Chef, Initech, 2021 to {now}")[:3] == ("2021", "", True)


def test_a_year_may_have_an_aside_behind_it():
    assert of_head("BSc Baking, Porto College, 2019 (Distinction)").end == "2019"


@pytest.mark.parametrize(
    ("line", "degree", "field", "school"),
    [
        ("BA (Hons) Bread Design, 2018", "BA (Hons)", "Bread Design", ""),
        ("Certificate in Rye, 2018 (online)", "Certificate", "Rye", ""),
        ("AAS Baking, Porto College (2018)", "AAS", "Baking", "Porto College"),
        ("MSc Rye, Porto College, 2018. Dutch.", "MSc", "Rye", "Porto College"),
    ],
)
def test_studies_without_a_school_have_none(line, degree, field, school):
    (row,) = studies(line)
    assert (row["degree"], row["field_of_study"], row["institution"]) == (
        degree,
        field,
        school,
    )
    assert row["end_date"] == "2018"


def test_lines_with_degree_and_school_are_studies_each():
    rows = studies("MSc Rye, Porto College\nBSc Spelt, Lima University")
    assert [row["institution"] for row in rows] == ["Porto College", "Lima University"]


def test_a_diploma_may_stand_alone():
    (row,) = studies("High school diploma.")
    assert (row["degree"], row["institution"]) == ("High school diploma", "")
