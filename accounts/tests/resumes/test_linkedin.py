"""The archive that LinkedIn gives people of their data."""

import pytest

from accounts.resumes.files import Unreadable
from accounts.resumes.linkedin import MOST_FILE, MOST_ROWS
from accounts.resumes.reading import read
from accounts.tests.resumes.files import packed

TABLES = {
    "Profile.csv": "First Name,Last Name,Headline,Summary,Geo Location,Industry,Websites\n"
    'Ada,Sorter,Baker,"I bake.\nEach day.",Utrecht,Food,[PERSONAL:https://ada.example]\n',
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
    "Initech,Head baker,Bread,Utrecht,Jan 2020,\nHooli,Baker,,,2018,Dec 2019\n",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
    "Bakery school,2015,2018,With honours,Diploma,\n",
    "Skills.csv": "Name\nBaking\nSweeping\n",
    "Languages.csv": "Name,Proficiency\nDutch,Native\n",
    "Certifications.csv": "Name,Url,Authority,Started On,Finished On,License Number\n"
    "Hygiene,,Town,May 2019,,H-1\n",
    "Projects.csv": "Title,Description,Url,Started On,Finished On\n"
    "Oven,An oven,https://oven.example,2019,\n",
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\n"
    "old@example.org,Yes,No,1/1/20\nada@example.org,Yes,Yes,1/1/20\n",
    "PhoneNumbers.csv": "Extension,Number,Type\n,+31 20 555 0199,Mobile\n",
}


def reading(**changes):
    return read(packed(**TABLES | changes), "archive.zip")


def test_an_archive_becomes_facts():
    facts = reading().facts
    names = ("full_name", "headline", "email", "phone", "location", "website_url")
    assert [facts[name] for name in names] == [
        "Ada Sorter",
        "Baker",
        "ada@example.org",
        "+31 20 555 0199",
        "Utrecht",
        "https://ada.example",
    ]
    assert facts["summary"] == "I bake.\nEach day."
    assert facts["custom_fields"] == {"industry": "Food"}
    assert facts["skills"] == {
        "technical": ["Baking", "Sweeping"],
        "soft": [],
        "languages": [{"name": "Dutch", "proficiency": "Native"}],
        "certifications": [
            {
                "name": "Hygiene",
                "issuer": "Town",
                "date_obtained": "2019-05",
                "credential_id": "H-1",
            }
        ],
    }


def test_positions_schools_and_projects_have_their_dates():
    facts = reading().facts
    assert [
        (e["title"], e["start_date"], e["end_date"]) for e in facts["experiences"]
    ] == [
        ("Head baker", "2020-01", ""),
        ("Baker", "2018", "2019-12"),
    ]
    assert facts["experiences"][0]["is_current"]
    assert facts["education"][0]["custom_fields"] == {"notes": "With honours"}
    assert facts["projects"][0]["url"] == "https://oven.example"


def test_notes_above_a_table_and_folders_are_passed_over():
    table = f"Notes:\nSome words\n\n{TABLES['Skills.csv']}"
    changed = {"Skills.csv": table, "Jobs/../Positions.csv": "x"}
    assert reading(**{"Skills.csv": table}).facts["skills"]["technical"] == [
        "Baking",
        "Sweeping",
    ]
    assert reading(**changed).kind == "linkedin"


def test_more_rows_than_a_resume_has_are_remarked():
    rows = "Name\n" + "\n".join(f"Skill {n}" for n in range(MOST_ROWS + 5))
    made = reading(**{"Skills.csv": rows})
    assert len(made.facts["skills"]["technical"]) == MOST_ROWS
    assert made.remarks == ["5 rows of skills were left out."]


def test_what_does_not_fit_its_field_is_kept_and_said():
    table = "First Name,Last Name,Headline\nAda,Sorter," + "Baker " * 100
    made = reading(**{"Profile.csv": table})
    assert len(made.facts["headline"]) <= 300
    assert made.facts["custom_fields"]["headline"].startswith("Baker Baker")
    assert made.remarks[0].startswith("This did not fit its field: Baker")


@pytest.mark.parametrize(
    "content",
    [
        packed(**{"Notes.csv": "a"}),
        packed(**{"Profile.csv": "First Name\n" + "x" * (MOST_FILE + 1)}),
        packed(**{"Profile.csv": "a", **{f"{n}.csv": "" for n in range(1_100)}}),
        packed(**TABLES)[:300],
    ],
)
def test_other_archives_are_refused(content):
    with pytest.raises(Unreadable):
        read(content, "archive.zip")


@pytest.mark.parametrize(
    "content", ["", "\n\n", '"', ",,,\n,,,", "Name\n" + "," * 9_000]
)
def test_odd_tables_are_no_trouble(content):
    changed = dict.fromkeys(TABLES, content)
    assert reading(**changed).kind == "linkedin"
