"""An analysis in words: no row without a sentence, and none that claims anything."""

import re

import pytest

from applications.explained import CONDITIONS, chips, explain, hint
from applications.explained_rows import span
from applications.matching.analysis import analyse
from applications.models import JobAnalysis
from applications.tests.matching.weighing import AS_OF, JOB, RESUME


def told(job=JOB, facts=RESUME, wishes=None):
    if isinstance(job, str):
        job = {"title": "Backend Engineer", "text": "Requirements:\n" + job}
    found = analyse(job, facts, wishes or {}, as_of=AS_OF)
    return explain(JobAnalysis(explanation=found.explanation))


def says(job, **facts):
    """What speaks for the last thing asked for."""
    return told(job, facts).fit[-1].says


@pytest.mark.parametrize(
    ("job", "facts", "sentence"),
    [
        ("- Python", {}, "Not in your résumé"),
        ("- Python", {"skills": {"technical": ["Python"]}}, "“Python” in your skills"),
        ("- Python", {"skills": {"technical": ["Django"]}},
         "Comes with Django, in your skills"),
        ("- React", {"summary": "Vue.js"},
         "Not itself, but Vue.js, which is close to it, in your summary"),
        ("- Python", {"projects": [{"name": "Oven", "description": "Python"}]},
         "“Python” in Oven"),
        ("- 2 years of work", {}, "Your résumé has no dated experience"),
        ("- 2 years of work",
         {"experiences": [{"title": "Florist", "start_date": "2019", "end_date": "2020"}]},
         "None of your experience is near enough"),
        ("- 2 years of work",
         {"experiences": [{"title": "Backend Engineer", "company": "Oven",
                           "start_date": "2019-01", "end_date": "2020-02"}]},
         "1 year 2 months: Backend Engineer, Oven"),
        ("- 2 years of work", {"summary": "Backend engineer for nine years."},
         "Your summary says 9 years; no dates show it"),
        ("- BSc", {}, "Not in your résumé"),
        ("- BSc", {"education": [{"degree": "BSc", "institution": "U"}]}, "BSc, U"),
        ("- MSc", {"education": [{"degree": "BSc", "institution": "U"}]},
         "BSc, U, which is less than asked for"),
        ("- Fluent German", {}, "Not among your languages"),
        ("- Fluent German", {"skills": {"languages": [{"name": "German",
         "proficiency": "C1"}]}}, "German, C1"),
        ("- Folding paper cranes", {}, "Its words do not stand in your résumé"),
        ("- Folding paper cranes", {"summary": "I fold paper cranes"},
         "Its words stand in your résumé, most of them in your summary"),
    ],
)  # fmt: skip
def test_what_speaks_for_a_requirement_is_a_sentence(job, facts, sentence):
    assert says(job, **facts) == sentence


def test_what_is_asked_for_is_told_with_its_words_and_part():
    lines = {line.asked: line for line in told().fit}
    assert lines["The role: Senior Backend Engineer"].says == (
        "You are or were “Backend Engineer”"
    )
    assert lines["5 years of such work"].words == "5 years of backend development"
    assert lines["Vue.js or React or Angular"].words == "React, Vue or Angular"
    assert lines["Kubernetes"].words == ""
    assert lines["Kubernetes"].part == "nice to have"
    assert lines["Python"].part == "required"


def test_the_points_are_shares_of_what_could_be_had():
    for line in (*told().fit, *told().keywords):
        assert line.share == round(100 * line.points / line.of)
        assert line.says
        assert line.asked


def test_keywords_are_told_too():
    found = {line.asked: line.says for line in told("- k8s, Python").keywords}
    assert found["Kubernetes"] == "Not there in these words"
    assert found["How to reach you"] == "All there"
    assert found["Dates"] == "2 of 2 jobs have dates"
    assert found["The title"] == "One of your titles says the same"


def test_conditions_are_told():
    wishes = {"desired_locations": ["Berlin"], "visa_sponsorship_needed": True}
    job = JOB | {"location": "Utrecht", "text": JOB["text"] + "\nNo visa sponsorship."}
    place, leave = told(job, wishes=wishes).conditions
    assert (place.label, place.theirs, place.yours) == ("Place", "Utrecht", "Berlin")
    assert (leave.agreement, leave.yours) == ("disagrees", "you need a visa sponsored")
    assert place.label == CONDITIONS["place"]


# Advice

CLAIMS = re.compile(r"\byou (are|have (?!used)|used|worked|can)\b", re.IGNORECASE)


def test_advice_asks_and_never_claims():
    lines = told().advice
    assert lines
    for line in lines:
        assert not CLAIMS.search(re.sub("If you .*?[,.]", "", line)), line


def test_advice_says_to_leave_what_is_not_so():
    assert told("- Terraform", {}).advice[0] == (
        "Terraform is asked for. If you have used it, say where; if not, leave it."
    )


def test_the_weightiest_advice_is_the_hint():
    found = analyse(JOB, RESUME, {}, as_of=AS_OF)
    analysis = JobAnalysis(explanation=found.explanation)
    assert hint(analysis) == explain(analysis).advice[0]


@pytest.mark.parametrize("said", [[], {}, ["Good fit"], "Well", None])
def test_of_other_systems_nothing_is_made_up(said):
    found = explain(JobAnalysis(explanation=said))
    assert (found.fit, found.keywords, found.conditions, found.advice) == (
        [],
        [],
        [],
        [],
    )
    assert hint(JobAnalysis(explanation=said)) == ""


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (0, "0 months"),
        (1, "1 month"),
        (12, "1 year"),
        (13, "1 year 1 month"),
        (62, "5 years 2 months"),
    ],
)
def test_spans(months, words):
    assert span(months) == words


def test_of_many_names_the_first_are_shown():
    assert chips("abc", most=2) == (["a", "b"], 1)
    assert chips("ab", most=2) == (["a", "b"], 0)
