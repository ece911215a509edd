"""Where the parts of a résumé begin: with headings of many names, or with none."""

import pytest

from accounts.resumes.headings import kinds_of
from accounts.resumes.sections import guess
from accounts.tests.resumes.layouts import facts, jobs_of

JOB = "Chef, Initech, 2019 - 2021"
WAITER = "Waiter - Hooli, 2017 to 2019"


@pytest.mark.parametrize(
    "heading",
    ["Recent work", "WORK HISTORY", "Career:", "Employment", "Previous jobs", "My career",
     "Werdegang", "Berufliche Stationen", "Parcours", "Postes occupés", "Trayectoria laboral",
     "Career & projects", "## Where I've worked"],
)  # fmt: skip
def test_work_goes_by_many_names(heading):
    assert jobs_of(f"Ada Sorter\n\n{heading}\n{JOB}") == [("Chef", "Initech")]


@pytest.mark.parametrize(
    "heading",
    ["Training", "Academic background", "Education & certificates", "Schooling",
     "Aus- und Weiterbildung", "Diplômes et formations", "Titulación"],
)  # fmt: skip
def test_studies_go_by_many_names(heading):
    (row,) = facts(f"Ada Sorter\n\n{heading}\nBSc Baking, Porto College, 2018")[
        "education"
    ]
    assert (row["institution"], row["end_date"]) == ("Porto College", "2018")


@pytest.mark.parametrize("heading", ["Courses", "Licences", "Fortbildungen", "Cursos"])
def test_courses_are_certificates(heading):
    found = facts(f"Ada Sorter\n\n{heading}\nFirst aid (2019)")["skills"]
    assert [row["name"] for row in found["certifications"]] == ["First aid"]


@pytest.mark.parametrize(
    "heading", ["Toolbox", "What I work with", "Outils", "Stärken"]
)
def test_skills_go_by_many_names(heading):
    found = facts(f"Ada Sorter\n\n{heading}\nOven, Peel")["skills"]
    assert found["technical"] == ["Oven", "Peel"]


def test_what_i_do_is_the_summary():
    assert facts("Ada Sorter\n\nWhat I do\nI bake bread.")["summary"] == "I bake bread."


def test_words_about_a_heading_do_not_hide_it():
    assert kinds_of("Recent publications") == ["other"]
    assert kinds_of("Selected projects") == ["projects"]
    assert kinds_of("Skills and Languages") == ["skills", "languages"]
    assert kinds_of("Bread & butter") == []


def test_a_heading_of_two_parts_has_both_below():
    found = facts(
        "Ada Sorter\n\nEDUCATION & CERTIFICATES\nBSc Baking, Porto College, 2016\n"
        "Certified Chef (2020)\nMaster Oven Operator Level II (2022)\nSafe Oven Card (2021)"
    )
    rows = found["skills"]["certifications"]
    assert "Certified Chef" in [row["name"] for row in rows]
    assert [
        row["date_obtained"] for row in rows if row["name"] == "Safe Oven Card"
    ] == ["2021"]
    assert found["education"][0]["institution"] == "Porto College"


# Without a heading that is known


def test_an_unknown_heading_does_not_make_a_summary_of_the_jobs():
    text = (
        f"Ada Sorter\n\nAbout me\nI bake.\n\nOvens so far\n\n{JOB}\nBread.\n\n{WAITER}"
    )
    found = facts(text)
    assert found["summary"] == "I bake."
    assert [job["company"] for job in found["experiences"]] == ["Initech", "Hooli"]


def test_below_an_unknown_heading_a_summary_ends():
    found = guess("Ada Sorter\n\nProfile\nI bake.\n\nThings I like\n\nRye\nSpelt")
    assert found.facts["summary"] == "I bake."
    assert found.unplaced == ["Things I like", "Rye", "Spelt"]


def test_paragraphs_of_a_summary_stay_together():
    said = "I bake.\n\nI have baked in 3 towns, and would again.\n\nI sing."
    assert facts(f"Ada Sorter\n\nProfile\n{said}\n\nSkills\nOven")["summary"] == said


def test_jobs_are_found_without_any_heading():
    text = f"Ada Sorter\nada@example.org\n\n{JOB}\n- Bread\n\n{WAITER}\n- Tables"
    found = facts(text)
    assert found["full_name"] == "Ada Sorter"
    assert [job["title"] for job in found["experiences"]] == ["Chef", "Waiter"]
    assert found["experiences"][0]["achievements"] == ["Bread"]


def test_what_follows_a_line_of_languages_is_no_language():
    found = guess(
        "Ada Sorter\n\nLanguages: English and Dutch (both fluent)\n"
        "High school diploma. Began to study baking.\nGood with ovens"
    )
    rows = found.facts["skills"]["languages"]
    assert [(row["name"], row["proficiency"]) for row in rows] == [
        ("English", "both fluent"),
        ("Dutch", "both fluent"),
    ]
    (school,) = found.facts["education"]
    assert (school["degree"], school["institution"]) == ("High school diploma", "")
    assert school["custom_fields"] == {"notes": ["Began to study baking"]}
    assert found.unplaced == ["Good with ovens"]


def test_a_headline_with_years_is_no_job():
    found = facts("Ada Sorter\n\nChef with 10 years\n\nSkills\nOven")
    assert found["experiences"] == []
    assert found["headline"] == "Chef with 10 years"


def test_headings_in_capitals_are_told_by_what_is_below():
    found = guess(
        "ADA SORTER\nChef\n\nMY STORY\n\nHead chef\nInitech, Utrecht\nJune 2021 to date\n"
        "Bread.\n\nRYE AND ME\n\nLoaves, rolls\n\nWHERE I LEARNT\n\n"
        "Porto University\nGrado en Panadería\n2012 - 2016"
    )
    assert [job["company"] for job in found.facts["experiences"]] == [
        "Initech, Utrecht"
    ]
    assert [row["degree"] for row in found.facts["education"]] == ["Grado en Panadería"]
    assert found.unplaced == ["RYE AND ME", "Loaves, rolls"]


def test_a_firm_in_capitals_is_no_heading():
    found = facts(
        "Ada Sorter\n\nWORK\nHooli cook, 2016\n\nINITECH\n\nHead chef\n2019 - 2021"
    )
    assert "INITECH" in [word for job in found["experiences"] for word in job.values()]


# The top


def test_hyphens_part_what_one_is_reached_by():
    found = facts(
        "Ada Sorter\nPastry - bread\nUtrecht, Netherlands - ada@example.org - Dutch (native)"
    )
    assert found["headline"] == "Pastry - bread"
    assert found["location"] == "Utrecht, Netherlands"
    assert found["skills"]["languages"] == [{"name": "Dutch", "proficiency": "native"}]


def test_letters_behind_a_name_are_no_place():
    found = facts("Ada Sorter, BSN, RN\nada@example.org | Dayton, OH")
    assert (found["full_name"], found["location"]) == ("Ada Sorter", "Dayton, OH")


def test_an_address_is_known_by_its_name():
    found = facts("Ada Sorter\nPortfolio: ada.example/bread")
    assert found["website_url"] == "https://ada.example/bread"


def test_what_somebody_looks_for_is_no_headline():
    found = guess("Ada Sorter\n\nLooking for: nights")
    assert (found.facts["headline"], found.unplaced) == ("", ["Looking for: nights"])


def test_full_lines_with_a_sentence_are_a_summary():
    said = (
        "I have baked bread of rye and of spelt for hotels, and for people who like\n"
        "their breakfast late. I also mend the ovens."
    )
    found = facts(f"Ada Sorter\nada@example.org\n\n{said}\n\nSkills\nOven")
    assert found["summary"] == said.replace("\n", " ")
