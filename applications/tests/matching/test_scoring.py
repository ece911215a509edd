"""Requirement → evidence → points: each row of the table."""

import pytest

from applications.matching.scoring import State, fit_rows, is_thin, score_of
from applications.tests.matching.weighing import asked, knows, person, row_of, weigh


def row(point, someone, title="Backend Engineer"):
    return fit_rows(asked(point, title=title), someone)[-1]


def share(point, someone, **more):
    found = row(point, someone, **more)
    return round(found.points / found.of, 2)


def worked(*spells, **more):
    """Jobs as ``(title, start, end)``; no end: still there."""
    jobs = [
        {"title": t, "start_date": s, "end_date": e, "is_current": not e}
        for t, s, e in spells
    ]
    return person(experiences=jobs, **more)


BACKEND = "Backend Engineer"


def test_the_table_adds_up():
    found = weigh()
    assert sum(r["of"] for r in found.rows) == pytest.approx(100, abs=0.1)
    assert sum(r["points"] for r in found.rows) == pytest.approx(found.fit, abs=0.06)
    assert all(0 <= r["points"] <= r["of"] for r in found.rows)


def test_the_role_comes_first_and_has_a_fifth():
    first = weigh().rows[0]
    assert (first["kind"], first["of"], first["points"]) == ("role", 20.0, 20.0)
    assert first["evidence"]["words"] == "Backend Engineer"


def test_without_requirements_the_role_is_all():
    rows = fit_rows(asked(title=BACKEND), person(headline=BACKEND))
    assert [(one.kind, one.of) for one in rows] == [("role", 100.0)]


def test_what_is_required_weighs_three_times_what_is_nice_to_have():
    found = weigh("Requirements:\n- Python\nNice to have:\n- Terraform")
    of = row_of(found, "Python")["of"]
    assert of == pytest.approx(3 * row_of(found, "Terraform")["of"], abs=0.02)


@pytest.mark.parametrize(
    ("someone", "points", "state"),
    [
        (person(projects=[{"name": "x", "description": "Python"}]), 1.0, State.MET),
        (knows("Python"), 0.85, State.MET),
        (knows("Django"), 0.77, State.MET),
        (knows("Python (basics)"), 0.42, State.PARTLY),
        (knows("Ruby"), 0.34, State.PARTLY),
        (knows("Excel"), 0.0, State.MISSING),
    ],
)
def test_a_skill_counts_by_how_it_is_shown(someone, points, state):
    assert share("Python", someone) == pytest.approx(points, abs=0.01)
    assert row("Python", someone).state is state


def test_of_alternatives_the_best_counts_once_and_is_named_first():
    found = row("React, Vue or Angular", knows("Angular", "Vue.js (basics)"))
    assert found.names == ["Angular", "React", "Vue.js"]
    assert share("React, Vue or Angular", knows("Angular")) == 0.85


def test_what_only_the_posting_names_is_found_word_for_word():
    someone = person(summary="I speak Ovenscript.")
    assert share("Python, Ovenscript", someone) == 0.85
    assert share("Python, Ovenscript", person(summary="ovenscripts")) == 0.0


# Years


def test_parallel_work_is_counted_once():
    someone = worked(
        (BACKEND, "2020-01", "2021-12"), ("Back-end Developer", "2020-01", "2021-12")
    )
    assert row("5 years of work", someone).figures == {"months": 24, "asked": 60}


def test_more_years_than_asked_for_count_no_more():
    assert share("2 years of work", worked((BACKEND, "2010-01", "2020-01"))) == 1.0


def test_current_work_counts_up_to_the_month_of_the_posting():
    someone = worked((BACKEND, "2025-01", ""))
    assert row("5 years of work", someone).figures["months"] == 12


def test_nearer_work_counts_whole_and_less_near_work_in_part():
    someone = worked(("Full Stack Developer", "2020-01", "2020-12"))
    found = row("5 years of work", someone)
    assert (found.figures["months"], found.note) == (10, "nearness")


def test_other_work_does_not_count():
    found = row("5 years of work", worked(("Florist", "2000-01", "2020-01")))
    assert (found.points, found.note, found.evidence) == (0.0, "", None)


def test_work_counts_by_what_was_done_there_too():
    job = {"title": "Florist", "start_date": "2020-01", "end_date": "2020-12"}
    someone = person(experiences=[job | {"description": "Python, SQL, AWS, Git, Go"}])
    posting = asked("Python, SQL, AWS, Git, Go", "5 years of work", title=BACKEND)
    assert fit_rows(posting, someone)[-1].figures["months"] == 12


def test_without_dates_what_the_summary_says_counts_less():
    summary = "Backend engineer for ten years."
    someone = person(headline=BACKEND, summary=summary)
    found = row("5 years of work", someone)
    assert (found.note, found.evidence["words"]) == ("said", "10")
    assert share("5 years of work", someone) == 0.8


def test_dates_go_before_what_the_summary_says():
    someone = worked((BACKEND, "2025-01", ""), summary="Ten years of backend.")
    assert share("5 years of work", someone) == 0.2


@pytest.mark.parametrize("jobs", [[], [{"title": BACKEND}]])
def test_without_any_date_that_is_said(jobs):
    found = row("5 years of work", person(experiences=jobs))
    assert (found.points, found.note) == (0.0, "no-dates")


# Degrees


@pytest.mark.parametrize(
    ("has", "points", "note"),
    [
        ("BSc Computer Science", 1.0, ""),
        ("PhD Computer Science", 1.0, ""),
        ("BSc Mathematics", 1.0, ""),
        ("Associate degree, computing", 0.5, "lower-degree"),
        ("BSc Nursing", 0.5, "other-subject"),
        ("A year abroad", 0.0, ""),
    ],
)
def test_degrees(has, points, note):
    someone = person(education=[{"institution": "Utrecht", "degree": has}])
    found = row("Bachelor's degree in computer science", someone)
    assert (found.points / found.of, found.note) == (pytest.approx(points), note)


def test_experience_stands_in_for_a_degree_where_they_say_so():
    someone = worked((BACKEND, "2015-01", ""))
    assert share("Bachelor's degree or equivalent experience", someone) == 0.8
    assert share("Bachelor's degree", someone) == 0.0


# Languages


@pytest.mark.parametrize(
    ("spoken", "points"),
    [
        ([{"name": "German", "proficiency": "C1"}], 1.0),
        ([{"name": "Deutsch", "proficiency": ""}], 1.0),
        ([{"name": "German", "proficiency": "basic"}], 0.5),
        ([{"name": "German", "proficiency": "A2"}], 0.5),
        ([{"name": "Dutch", "proficiency": "native"}], 0.0),
        (["German"], 0.0),
        ([], 0.0),
    ],
)
def test_languages(spoken, points):
    assert share("Fluent German", person(skills={"languages": spoken})) == points


def test_who_writes_english_knows_it():
    summary = "I bake the bread for the people of the town with care and in peace, and "
    found = row("Fluent English", person(summary=summary * 2))
    assert (found.note, found.points) == ("written-in-it", found.of)


# In words


@pytest.mark.parametrize(
    ("summary", "points"),
    [
        ("I fold paper cranes for visitors", 1.0),
        ("I fold paper", 0.67),
        ("I read the paper", 0.0),
    ],
)
def test_what_has_no_name_counts_by_its_words(summary, points):
    found = row("Folding paper cranes for visitors", person(summary=summary))
    assert found.points / found.of == pytest.approx(points, abs=0.01)


# Thin postings


@pytest.mark.parametrize(
    ("posting", "thin"),
    [
        (asked("Python", "Java", "SQL"), True),
        (asked("Python", "Java", "SQL", "bread " * 60), False),
        (asked("Python " + "bread " * 60), True),
        (asked(), True),
    ],
)
def test_a_posting_that_says_little_is_thin(posting, thin):
    assert is_thin(posting) is thin


def test_the_score_is_the_sum_to_a_tenth():
    assert score_of(fit_rows(asked("Python", title="x"), knows("Python"))) == 68.0
