"""Facts from elsewhere: nothing is refused, and nothing is lost."""

import pytest

from accounts.models import Profile, intake
from accounts.models import fitting as limits
from accounts.models import profile as profiles
from jobtracker.errors import Refused

FACTS = {
    "full_name": "Ada Sorter",
    "headline": "Archivist",
    "email": "ada@example.org",
    "phone": "1",
    "location": "Utrecht",
    "linkedin_url": "https://li.example/ada",
    "github_url": "",
    "website_url": "https://ada.example/",
    "summary": "I sort things.",
    "skills": {
        "technical": ["Python", "SQL"],
        "soft": ["Patience"],
        "languages": [{"name": "Dutch", "proficiency": "B2"}],
        "certifications": [
            {"name": "CKA", "issuer": "", "date_obtained": "2019", "credential_id": ""}
        ],
    },
    "experiences": [
        {
            "title": "Clerk",
            "company": "Initech",
            "location": "",
            "start_date": "2019-04",
            "end_date": "",
            "is_current": True,
            "description": "Sorting.",
            "achievements": ["Found the stapler"],
            "custom_fields": {"team": 5},
        }
    ],
    "education": [
        {
            "institution": "Delft",
            "degree": "MSc",
            "field_of_study": "Order",
            "start_date": "2011",
            "end_date": "2015",
            "gpa": 8.5,
            "honors": ["cum laude"],
            "custom_fields": {},
        }
    ],
    "projects": [
        {
            "name": "Shelf",
            "description": "It stands.",
            "technologies": ["Wood"],
            "url": "https://shelf.example/",
            "start_date": "",
            "end_date": "",
            "custom_fields": {},
        }
    ],
    "custom_fields": {"pronouns": "she"},
}


@pytest.fixture
def bring_in(alice):
    return lambda facts, name="Backend": Profile.objects.bring_in(alice, name, facts)


def test_all_facts_come_back(bring_in):
    profile = bring_in(FACTS)
    assert profile.as_facts() == FACTS
    assert Profile.objects.get().as_facts() == FACTS


def test_all_keys_are_there_when_little_is_known(bring_in):
    facts = bring_in({}).as_facts()
    assert facts.keys() == FACTS.keys()
    assert facts["skills"].keys() == FACTS["skills"].keys()
    told = bring_in({"experiences": [{}], "education": [{}], "projects": [{}]})
    for relation in ("experiences", "education", "projects"):
        assert told.as_facts()[relation][0].keys() == FACTS[relation][0].keys()


def test_the_first_is_the_default_and_names_are_made_free(alice, bring_in):
    names = [bring_in({}).name, bring_in({}).name, bring_in({}).name]
    assert names == ["Backend", "Backend (2)", "Backend (3)"]
    assert Profile.objects.get(is_default=True).name == "Backend"
    assert bring_in({"full_name": "Ada"}, "").name == "Ada"
    assert bring_in({}, "").name == "Résumé"


@pytest.mark.parametrize(
    ("entry", "column", "kept"),
    [
        ({"title": "T" * 400}, "T" * 300, {"title": "T" * 400}),
        ({"title": "Clerk", "start_date": "spring"}, "Clerk", {"start_date": "spring"}),
        ({"title": "Clerk", "department": "Maps"}, "Clerk", {"department": "Maps"}),
        ({"title": ["a"]}, "", {"title": ["a"]}),
        ({"title": "A\x00B"}, "AB", {}),
        (
            {"title": "Clerk", "start_date": "2020", "end_date": "2019"},
            "Clerk",
            {"end_date": "2019"},
        ),
        (
            {"title": "Clerk", "team": 5, "custom_fields": {"team": 6}},
            "Clerk",
            {"team": 6, "team_": 5},
        ),
    ],
)
def test_what_fits_no_column_is_kept_whole(bring_in, entry, column, kept):
    experience = bring_in({"experiences": [entry]}).experiences.get()
    experience.full_clean(exclude=["title"])
    assert experience.title == column
    assert experience.custom_fields == kept


def test_of_still_there_and_an_end_the_end_counts(bring_in):
    entry = {"title": "Clerk", "is_current": True, "end_date": "2020"}
    experience = bring_in({"experiences": [entry]}).experiences.get()
    assert (experience.is_current, experience.end_date) == (False, "2020")


@pytest.mark.parametrize("gpa", ["A+", float("nan"), 1e300, True, [1]])
def test_a_grade_that_is_no_number_is_kept_as_it_is(bring_in, gpa):
    row = bring_in({"education": [{"institution": "X", "gpa": gpa}]}).education.get()
    assert row.gpa in (None, 1.0)
    assert row.custom_fields or gpa is True


def test_addresses_that_are_none_are_kept_aside(bring_in):
    profile = bring_in({"email": "not one", "website_url": "nowhere", "skype": "ada"})
    assert (profile.email, profile.website_url) == ("", "")
    kept = {"email": "not one", "website_url": "nowhere", "skype": "ada"}
    assert profile.custom_fields == kept


def test_skills_of_any_shape_come_into_ours(bring_in):
    skills = {
        "technical": "Python",
        "soft": [{"name": "Patience"}, 7, None, ""],
        "languages": ["Dutch", {"name": "Frisian", "proficiency": None, "since": 1990}],
        "certifications": None,
        "crafts": ["Binding"],
    }
    assert bring_in({"skills": skills}).as_facts()["skills"] == {
        "technical": ["Python"],
        "soft": ["Patience", "7"],
        "languages": [
            {"name": "Dutch", "proficiency": ""},
            {"name": "Frisian", "proficiency": "", "since": 1990},
        ],
        "certifications": [],
        "crafts": ["Binding"],
    }


def nested(depth):
    return [nested(depth - 1)] if depth else "x"


def test_too_much_is_refused_and_leaves_nothing(monkeypatch, alice, bring_in):
    monkeypatch.setattr(limits, "MOST_JSON", 1_000)
    monkeypatch.setattr(intake, "MOST_PARTS", 2)
    for facts in (
        {"summary": "x" * 2_000},
        {"skills": {"technical": ["x" * 2_000]}},
        {"experiences": [{"title": "Clerk"}] * 3},
        {"custom_fields": {"deep": nested(60)}},
        {"projects": [{"name": "Shelf", "about": "x" * 2_000}]},
    ):
        with pytest.raises(Refused):
            bring_in(facts)
    assert not Profile.objects.exists()


def test_a_person_has_so_many_and_no_more(monkeypatch, bob, bring_in):
    monkeypatch.setattr(profiles, "MOST_PROFILES", 1)
    bring_in({})
    with pytest.raises(Refused, match="You have 1"):
        bring_in({})
    Profile.objects.bring_in(bob, "His", {})


# Into one that is there


def test_the_same_again_changes_nothing(bring_in):
    profile = bring_in(FACTS)
    profile.take_in(FACTS)
    assert profile.as_facts() == FACTS


def test_what_is_empty_is_filled_and_nothing_is_overwritten(bring_in):
    profile = bring_in(
        {
            "full_name": "A. Sorter",
            "skills": {"technical": ["python", "Go"]},
            "experiences": [
                {"title": "clerk", "company": "INITECH", "location": "Ghent"}
            ],
            "custom_fields": {"pronouns": "they"},
        }
    )
    profile.take_in(FACTS)
    facts = profile.as_facts()
    assert facts["full_name"] == "A. Sorter"
    assert facts["email"] == "ada@example.org"
    assert facts["skills"]["technical"] == ["python", "Go", "SQL"]
    assert facts["custom_fields"] == {"pronouns": "they"}
    (experience,) = facts["experiences"]
    assert experience["title"] == "clerk"
    assert experience["location"] == "Ghent"
    assert experience["achievements"] == ["Found the stapler"]
    assert len(facts["education"]) == len(facts["projects"]) == 1


def test_an_entry_of_another_time_is_another_entry(bring_in):
    profile = bring_in({"experiences": [{"title": "Clerk", "start_date": "2019"}]})
    again = [{"title": "Clerk", "start_date": s} for s in ("2019-04", "2021", "")]
    profile.take_in({"experiences": again})
    dates = [entry.start_date for entry in profile.experiences.all()]
    assert dates == ["2019", "2021"]


def test_dates_are_not_filled_against_each_other(bring_in):
    mine = {"title": "Clerk", "end_date": "2018"}
    current = {"title": "Page", "start_date": "2020", "is_current": True}
    profile = bring_in({"experiences": [mine, current]})
    profile.take_in(
        {
            "experiences": [
                {"title": "Clerk", "start_date": "2019"},
                {"title": "Page", "start_date": "2020", "end_date": "2021"},
            ]
        }
    )
    first, second = profile.experiences.all()
    assert (first.start_date, first.end_date) == ("", "2018")
    assert (second.is_current, second.end_date) == (True, "")


def test_taken_in_too_much_nothing_is_taken_in(monkeypatch, bring_in):
    profile = bring_in(FACTS)
    monkeypatch.setattr(intake, "MOST_PARTS", 1)
    with pytest.raises(Refused):
        profile.take_in({"phone": "2", "projects": [{"name": "Another"}]})
    assert Profile.objects.get().as_facts() == FACTS
