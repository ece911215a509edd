"""JSON Resumes by their schema, into facts, and back without loss."""

import copy
import json

import pytest

from accounts.models import Profile
from accounts.resumes.files import Unreadable
from accounts.resumes.json_resume import (
    KEPT,
    parsed,
    problems,
    refusal,
    to_document,
    to_facts,
)
from accounts.tests.resumes.files import JSON_RESUMES, document, labels

KNOWN = {
    item: label
    for item, label in labels(JSON_RESUMES).items()
    if item != "edge/broken.json"
}
WHOLE = [name for name, label in KNOWN.items() if label["valid"] and "#" not in name]
SENIOR = "resumes/senior-engineer.json"


def case(item):
    name, _, test = item.partition("#")
    found = document(name)[test] if test else document(name)
    return found if isinstance(found, dict) else {"work": [{"startDate": found}]}


def facts_of(name=SENIOR):
    return to_facts(document(name))


def there_and_back(found):
    return to_document(to_facts(found))


# The schema


@pytest.mark.parametrize("item", KNOWN)
def test_the_verdict_is_the_official_one(item):
    found = problems(case(item))
    assert (not found) == KNOWN[item]["valid"]
    assert [p.path for p in found] == KNOWN[item].get(
        "error_paths", [p.path for p in found]
    )


@pytest.mark.parametrize(
    ("found", "path", "words"),
    [
        ([], "", "group of fields"),
        ({"work": {}}, "work", "a list"),
        ({"basics": {"name": 42}}, "basics.name", "be text"),
        ({"work": [{"endDate": "May 2020"}]}, "work.0.endDate", "2019-04"),
        ({"basics": {"email": "nobody"}}, "basics.email", "no e-mail address"),
    ],
)
def test_a_problem_says_where_it_is_and_what_should_be(found, path, words):
    (problem,) = problems(found)
    assert problem.path == path
    assert words in problem.message


def test_addresses_of_the_web_may_be_bare():
    assert not problems({"basics": {"url": "ada.example.org", "email": ""}})


def test_of_many_problems_the_first_are_named():
    assert len(problems({"work": [{"name": 1}] * 100})) == 50


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("foreign/linkedin-profile.json", "LinkedIn"),
        ("foreign/reactive-resume-azurill.json", "Reactive Resume"),
        ("edge/empty-object.json", "nothing of a résumé"),
    ],
)
def test_files_of_other_programs_are_refused_by_name(name, words):
    assert words in " ".join(refusal(document(name)).messages)


@pytest.mark.parametrize(
    "text",
    [
        "{",
        '{"a": NaN}',
        '{"a": 1e999}',
        "[" * 100 + "]" * 100,
        "[" * 100_000,
        "9" * 5_000,
    ],
)
def test_json_that_nobody_could_keep_is_refused(text):
    with pytest.raises(Unreadable):
        parsed(text)


def test_signs_that_no_database_takes_are_left_out():
    assert parsed('{"a\\u0000": ["\\ud800b", "e\\u0301"]}') == {"a": ["b", "e\u0301"]}


# Into facts


def test_a_resume_becomes_facts():
    facts = facts_of()
    assert facts["full_name"] == "Dr. Lena Vasquez"
    assert facts["location"] == "San Francisco, California, US"
    assert facts["github_url"] == "https://github.com/lvasquez"
    assert facts["experiences"][0]["title"] == "Staff Software Engineer"
    assert facts["experiences"][0]["is_current"]
    assert not facts["experiences"][1]["is_current"]
    assert facts["education"][1]["gpa"] == 3.9
    assert "Consensus" in facts["skills"]["technical"]
    assert facts["skills"]["languages"][0] == {
        "name": "English",
        "proficiency": "Native speaker",
    }


def test_what_has_no_field_stays_with_its_entry():
    kept = facts_of()["experiences"][0]["custom_fields"][KEPT]
    assert kept == {
        "description": "Data streaming platform built on Apache Kafka",
        "url": "https://www.confluent.io/",
    }


@pytest.mark.parametrize(
    ("work", "column", "value"),
    [
        ({"position": "x" * 400}, "title", "x" * 300),
        ({"startDate": "2019-02-31"}, "start_date", ""),
        ({"startDate": "2020", "endDate": "2019"}, "end_date", ""),
        ({"summary": "y" * 30_000}, "description", "y" * 20_000),
        ({"company": "Initech"}, "company", "Initech"),
    ],
)
def test_what_does_not_fit_is_kept_beside(work, column, value):
    found = {"work": [work]}
    assert to_facts(found)["experiences"][0][column] == value
    assert there_and_back(found) == found


# And back


@pytest.mark.parametrize("name", WHOLE)
def test_nothing_is_lost_on_the_way(name):
    found = document(name)
    assert there_and_back(copy.deepcopy(found)) == found


@pytest.mark.parametrize("name", WHOLE)
def test_nothing_is_lost_in_the_database(name, alice):
    found = document(name)
    made = Profile.objects.bring_in(alice, "One", to_facts(found))
    made = Profile.objects.get(pk=made.pk)
    assert to_document(made.as_facts()) == found


@pytest.mark.parametrize(
    "found",
    [
        {"basics": {}},
        {"basics": {"picture": "old.png", "website": "http://old.example.org"}},
        {"basics": {"name": " Ada  Sorter ", "location": {}, "profiles": []}},
        {"basics": {"profiles": [{"network": "GitHub", "username": "ada"}]}},
        {"work": [], "skills": [], "languages": [], "projects": []},
        {"work": [{}, {"name": "A", "company": "B", "website": "http://a.example"}]},
        {"work": [{"highlights": ["a  b", "", "c"], "x": {"y": [None, 1.5]}}]},
        {"education": [{"score": "3,9", "gpa": "4.0", "courses": []}]},
        {"languages": [{}, {"language": "Dutch", "note": "x"}, {"fluency": "good"}]},
        {"certificates": [{"name": "A", "url": "http://a.example"}, {"name": "A"}]},
        {"skills": [{"name": "Web", "keywords": ["HTML", "HTML"]}, {"level": "x"}]},
        {"projects": [{"highlights": ["a"]}, {"name": "P", "roles": ["Lead"]}]},
        {"meta": {"x": None}, "basics": {"name": ""}, "hobby": [[], {}]},
    ],
)
def test_odd_documents_come_back_as_they_were(found):
    assert not problems(found)
    assert there_and_back(copy.deepcopy(found)) == found


def test_an_edited_field_wins_over_what_was_kept():
    facts = facts_of()
    facts["experiences"][0]["company"] = "Acme"
    facts["education"][1]["gpa"] = 3.5
    facts["location"], facts["linkedin_url"] = "Utrecht", ""
    made = to_document(facts)
    assert made["work"][0]["name"] == "Acme"
    assert made["education"][1]["score"] == "3.5"
    assert made["basics"]["location"] == {"city": "Utrecht"}
    assert [p["network"] for p in made["basics"]["profiles"]] == ["GitHub", "Mastodon"]


def test_an_edited_field_of_an_old_key_leaves_the_old_key():
    facts = to_facts({"work": [{"company": "Initech"}]})
    facts["experiences"][0]["company"] = "Acme"
    assert to_document(facts)["work"] == [{"name": "Acme"}]


def test_entries_can_be_moved_and_deleted():
    facts = facts_of()
    facts["experiences"] = facts["experiences"][:0:-1]
    made = to_document(facts)["work"]
    assert [(w["name"], w["url"]) for w in made] == [
        ("Rackspace", "https://www.rackspace.com/"),
        ("Dropbox", "https://www.dropbox.com/"),
    ]


def test_groups_of_skills_follow_the_list():
    facts = to_facts(
        {
            "skills": [
                {"name": "Web", "level": "Master", "keywords": ["HTML", "CSS"]},
                {"name": "Old", "keywords": ["COBOL"]},
                {"name": "Soft skills", "keywords": ["Calm"]},
            ]
        }
    )
    assert facts["skills"]["soft"] == ["Calm"]
    facts["skills"] |= {"technical": ["HTML", "Go"]}
    assert to_document(facts)["skills"] == [
        {"name": "Web", "level": "Master", "keywords": ["HTML"]},
        {"name": "Soft skills", "keywords": ["Calm"]},
        {"name": "Go"},
    ]


def test_an_edited_certificate_keeps_what_came_with_its_name():
    found = {"certificates": [{"name": "A", "url": "http://a.example", "date": "2019"}]}
    facts = to_facts(found)
    facts["skills"]["certifications"][0]["date_obtained"] = "2020"
    assert to_document(facts)["certificates"] == [
        {"name": "A", "url": "http://a.example", "date": "2020"}
    ]


def test_what_came_from_elsewhere_goes_out_under_a_name_of_its_own():
    facts = facts_of() | {"custom_fields": {"unplaced": ["A line"]}}
    made = to_document(facts)
    assert made["x-unplaced"] == ["A line"]
    assert not problems(made)


def test_nothing_makes_an_empty_document():
    assert to_document({}) == {}
    assert json.dumps(there_and_back({})) == "{}"
