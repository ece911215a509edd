"""Résumés that are told rather than listed."""

import pytest

from accounts.resumes import prose
from accounts.tests.resumes.layouts import dates_of, facts

TOLD = (
    "I have baked since 2015, mostly bread. At Initech Foods (2020 to present) I lead the "
    "night shift. We bake rye.\n\n"
    "Before that I spent three years at Hooli in Porto (2017 to 2020) as a pastry chef. "
    "I made 40 cakes a day.\n\n"
    "I also know spelt. MSc Baking, University of Porto, 2017. Portuguese, some Dutch."
)


def test_sentences_of_where_and_when_are_jobs():
    (first, second), left = prose.jobs(TOLD)
    assert (first["title"], first["company"], first["is_current"]) == (
        "",
        "Initech Foods",
        True,
    )
    assert first["description"].endswith("I lead the night shift. We bake rye.")
    assert (second["title"], second["company"]) == ("pastry chef", "Hooli")
    assert (second["location"], *dates_of(second)) == ("Porto", "2017", "2020")
    assert left.startswith(
        "I have baked since 2015, mostly bread.\n\nI also know spelt."
    )


def test_a_whole_resume_in_prose_is_read():
    found = facts(f"Ada Sorter\nada@example.org\n\n{TOLD}")
    assert [job["company"] for job in found["experiences"]] == [
        "Initech Foods",
        "Hooli",
    ]
    assert found["education"][0]["institution"] == "University of Porto"
    assert [row["name"] for row in found["skills"]["languages"]] == [
        "Portuguese",
        "some Dutch",
    ]
    assert found["summary"].endswith("I also know spelt.")


@pytest.mark.parametrize(
    "sentence",
    [
        "From 2017 to 2020 I worked as a head chef at Initech.",
        "I was at Initech, 2017 to 2020, as a head chef.",
        "Von 2017 bis 2020 war ich bei Initech als head chef.",
        "I came as a head chef for Initech (2017 to 2020).",
    ],
)
def test_titles_are_told_in_many_ways(sentence):
    ((job,), left) = prose.jobs(sentence)
    assert (job["title"], job["company"]) == ("head chef", "Initech")
    assert (*dates_of(job), job["description"]) == ("2017", "2020", sentence)
    assert left == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "I have looked at Rye since 2017.",
        "From 2017 to 2020 I baked.",
        "At Initech I baked.",
        "At Porto University (2012 to 2016) I learnt to bake.",
        "x" * 2_000 + " at Initech (2017 to 2020)",
        "",
    ],
)
def test_what_does_not_tell_where_and_when_stays(sentence):
    assert prose.jobs(sentence) == ([], sentence)


def test_a_sentence_about_languages_is_no_list():
    said = "I speak Dutch and have a licence to drive."
    assert prose.tongues(said) == ([], said)


def test_who_lists_their_jobs_keeps_their_summary():
    said = "At Initech (2019 to 2021) I learnt to bake."
    found = facts(f"Ada Sorter\n\nProfile\n{said}\n\nJobs\nChef, Initech, 2019 - 2021")
    assert found["summary"] == said
    assert len(found["experiences"]) == 1
