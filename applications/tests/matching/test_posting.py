"""What a posting asks for, and what it merely mentions."""

import pytest

from applications.matching.headings import Part
from applications.matching.posting import (
    MOST_REQUIREMENTS,
    Kind,
    Posting,
    read_posting,
)
from applications.matching.vocabulary import vocabulary
from applications.tests.matching.weighing import JOB, asked, kinds, only, skills


@pytest.fixture
def posting():
    return read_posting(JOB["title"], JOB["text"])


def test_each_thing_asked_for_is_a_requirement(posting):
    assert [(str(r.kind), str(r.part)) for r in posting.requirements] == [
        ("years", "must"),
        ("skill", "must"),
        ("skill", "must"),
        ("skill", "must"),
        ("degree", "must"),
        ("language", "must"),
        ("skill", "nice"),
        ("skill", "nice"),
    ]


def test_keywords_stand_in_the_order_and_the_words_of_the_text(posting):
    assert posting.keywords[:3] == ["Python", "PostgreSQL", "React"]
    assert asked("k8s, postgres").mentions == {
        "Kubernetes": "k8s",
        "PostgreSQL": "postgres",
    }


def test_what_is_offered_or_told_of_the_company_asks_for_nothing():
    text = "About us\nWe love Python.\n\nBenefits\n- Java courses\n- Five years of pay"
    assert read_posting("Engineer", text).requirements == []


def test_what_is_to_be_done_is_asked_for_in_passing():
    one = only(read_posting("Engineer", "Responsibilities:\n- You will write Python"))
    assert (one.part, one.weight) == (Part.DUTY, 1.5)


@pytest.mark.parametrize(
    ("point", "groups"),
    [
        ("React, Vue or Angular", [("React", "Vue.js", "Angular")]),
        ("Python and Java", [("Python",), ("Java",)]),
        ("A language such as Python, Java", [("Python", "Java")]),
        ("Python (Django, Flask)", [("Python",), ("Django", "Flask")]),
        ("Python/Java", [("Python", "Java")]),
        ("Python oder Java", [("Python", "Java")]),
        ("Containers (Docker)", [("Docker",)]),
    ],
)
def test_what_stands_in_for_each_other_is_one_requirement(point, groups):
    assert skills(asked(point)) == groups


@pytest.mark.parametrize(
    "point",
    [
        "No Java required",
        "No prior experience with Java needed",
        "Without Java experience",
        "We are moving away from Java",
        "No degree required",
        "No German required",
    ],
)
def test_what_is_said_to_be_needless_is_not_asked_for(point):
    posting = asked(point)
    assert set(kinds(posting)) <= {"text"}
    assert posting.keywords == []


def test_rather_than_asks_for_the_one_alone():
    assert skills(asked("Python rather than Java, and SQL")) == [("Python",), ("SQL",)]


@pytest.mark.parametrize(
    "point",
    ["Including but not limited to Python", "Not only Python", "Not just Python"],
)
def test_not_only_is_no_refusal(point):
    assert skills(asked(point)) == [("Python",)]


def test_a_name_that_nobody_knows_counts_beside_known_ones():
    assert skills(asked("Python, Ovenscript and Doughbase")) == [
        ("Python",),
        ("Ovenscript",),
        ("Doughbase",),
    ]
    assert "Ovenscript" not in asked("Ovenscript and patience").keywords


def test_months_and_languages_are_no_such_names():
    assert skills(asked("Python, German, January")) == [("Python",)]


def test_the_skills_of_a_person_are_known_too():
    known = vocabulary().plus(("Ovenscript",))
    posting = read_posting("Engineer", "Requirements:\n- Ovenscript", known)
    assert skills(posting) == [("Ovenscript",)]


def test_each_thing_is_asked_for_once_where_it_weighs_most():
    text = "Responsibilities:\n- Write Python\n\nRequirements:\n- Python\n- Python, too"
    one = only(read_posting("Engineer", text))
    assert one.part is Part.MUST


def test_what_the_title_names_weighs_double():
    plain, named = asked("Python"), asked("Python", title="Python Engineer")
    assert only(named).weight == 2 * only(plain).weight


def test_a_kind_of_work_says_less_than_a_tool():
    assert only(asked("Web development")).weight < only(asked("Python")).weight


def test_years_of_a_kind_of_work_are_asked_for_as_years():
    one = only(asked("5 years of backend development"))
    assert (one.kind, one.years.least) == (Kind.YEARS, 5)


def test_of_years_and_degrees_the_weightiest_counts():
    posting = asked("3 years of Python", "5 years of work", "BSc", "PhD a plus")
    assert kinds(posting).count("years") == kinds(posting).count("degree") == 1
    assert posting.years.least == 3


def test_what_has_no_name_is_looked_for_by_its_words():
    one = only(asked("Folding paper cranes for visitors"))
    assert (one.kind, one.words) == (Kind.TEXT, ("fold", "paper", "cran", "visit"))


def test_one_word_says_too_little():
    assert asked("Kindness").requirements == []


def test_soft_skills_are_noted_and_not_asked_for():
    posting = asked("Excellent communication skills and teamwork")
    assert posting.requirements == []
    assert posting.soft


def test_leave_to_work_is_read_wherever_it_stands():
    text = "About us\nYou need a right to work. We cannot sponsor visas."
    assert read_posting("Engineer", text).leave.sponsors is False


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Engineer", "😀", "<p></p>", "•\n•"])
def test_from_next_to_nothing_comes_nothing(text):
    assert read_posting("Engineer", text) == Posting(
        "Engineer", word_count=len(text.split())
    )


def test_long_lines_are_cut_and_long_lists_end():
    posting = asked(*(f"Carry {n} heavy boxes upstairs{'!' * 400}" for n in range(200)))
    assert len(posting.requirements) == MOST_REQUIREMENTS
    assert max(len(one.text) for one in posting.requirements) <= 300


@pytest.mark.parametrize(
    ("heading", "optional"),
    [
        ("Requirements", "Nice to have"),
        ("Anforderungen", "Von Vorteil"),
        ("Profil recherché", "Atouts"),
        ("Requisitos", "Se valora"),
    ],
)
def test_must_and_may_in_four_languages(heading, optional):
    text = f"{heading}:\n- Python\n\n{optional}:\n- Terraform"
    parts = [one.part for one in read_posting("Engineer", text).requirements]
    assert parts == [Part.MUST, Part.NICE]


def test_a_name_with_a_slash_is_no_choice():
    read = read_posting("", "Requirements:\n- Model registries, and A/B testing")
    assert [len(one.skills) for one in read.requirements] == [1, 1]
