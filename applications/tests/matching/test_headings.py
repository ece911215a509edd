"""The parts of a posting, in four languages, and the weight of a single word."""

import pytest

from applications.matching.headings import Part, clauses_of, heading_of


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Requirements", Part.MUST),
        ("## What you'll bring", Part.MUST),
        ("Minimum qualifications:", Part.MUST),
        ("Preferred qualifications", Part.NICE),
        ("Nice to have:", Part.NICE),
        ("**Bonus points**", Part.NICE),
        ("What you will do", Part.DUTY),
        ("Responsibilities", Part.DUTY),
        ("Benefits", Part.OFFER),
        ("What’s in it for you?", Part.OFFER),
        ("About us", Part.ABOUT),
        ("Anforderungen:", Part.MUST),
        ("Dein Profil", Part.MUST),
        ("Von Vorteil", Part.NICE),
        ("Deine Aufgaben", Part.DUTY),
        ("Wir bieten", Part.OFFER),
        ("Über uns", Part.ABOUT),
        ("Profil recherché", Part.MUST),
        ("Votre profil :", Part.MUST),
        ("Atouts", Part.NICE),
        ("Missions", Part.DUTY),
        ("Avantages", Part.OFFER),
        ("À propos", Part.ABOUT),
        ("Requisitos", Part.MUST),
        ("Ofrecemos", Part.OFFER),
    ],
)
def test_headings_open_their_part(line, part):
    assert heading_of(line) is part


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   ",
        "Python",
        "Benefits are what we all like.",
        "- Experience with Python",
        "You have worked with many people in many places",
        "Requirements " * 20,
    ],
)
def test_other_lines_open_none(line):
    assert heading_of(line) is None


def parts(text):
    return [(clause.text, clause.part) for clause in clauses_of(text)]


def test_clauses_stand_in_the_part_above_them():
    assert parts("Hello.\nRequirements:\n- Python\nBonus:\n- Go\nBenefits\n- Rust") == [
        ("Hello.", None),
        ("Python", Part.MUST),
        ("Go", Part.NICE),
        ("Rust", Part.OFFER),
    ]


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("Python is required", Part.MUST),
        ("Python is a plus", Part.NICE),
        ("Ideally you know Python", Part.NICE),
        ("Python von Vorteil", Part.NICE),
        ("Python serait un plus", Part.NICE),
        ("Python zwingend", Part.MUST),
        ("Python", Part.DUTY),
    ],
)
def test_a_word_in_the_sentence_goes_before_the_heading(sentence, part):
    assert parts(f"Responsibilities:\n- {sentence}") == [(sentence, part)]


def test_no_word_takes_a_sentence_out_of_what_is_offered():
    assert parts("Benefits:\n- A car is required to park\n") == [
        ("A car is required to park", Part.OFFER)
    ]


def test_what_is_said_aside_stands_alone():
    assert parts("Requirements:\n- SQL (PostgreSQL preferred)") == [
        ("SQL", Part.MUST),
        ("PostgreSQL preferred", Part.NICE),
    ]


def test_a_heading_in_running_text_holds_for_its_paragraph():
    text = "We bake. Requirements: Python and Go. SQL too.\nWe also sing."
    told = parts(text.replace("We bake. ", ""))
    assert told == [
        ("Python and Go.", Part.MUST),
        ("SQL too.", Part.MUST),
        ("We also sing.", None),
    ]


def test_without_headings_a_sentence_that_asks_is_required():
    told = parts("We are a bakery. You have experience with Python. We sing.")
    assert [part for _, part in told] == [None, Part.MUST, None]


def test_wrapped_lines_are_one_clause():
    line = "- You have worked for several years with Python in places where\n  it was warm."
    (clause,) = clauses_of("Requirements:\n" + line)
    assert clause.text.endswith("where it was warm.")


def test_a_list_needs_no_bullets():
    clauses = list(clauses_of("Requirements:\nPython\nGo\n"))
    assert [(one.text, one.is_point) for one in clauses] == [
        ("Python", True),
        ("Go", True),
    ]
