"""A proposal as a whole: what changed, what is asked, and that no fact is another."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accounts.wording.better import Change, better
from accounts.wording.facts import are_same, brought
from accounts.wording.questions import MOST

WEAK = "I was responsible for managing a team of 4. Manages the shop. The shop was built by me."
WORDS = st.sampled_from(
    "I was responsible for managing a team of 4 and training not various successfully "
    "in order to utilised javascript Initech , . ; the by me never 20k € 1,200 Manage was "
    "built  two — • don't helped - \n".split(" ")
)


def test_changes_are_told_each_with_its_rule():
    found = better("", ["Was responsible for managing a team of 4"], is_over=True)
    opening = Change("opening", "Was responsible for managing a", "Managed a")
    assert found.changes == [opening]


def test_nothing_to_better_is_the_same_again():
    text = "Moved 4 km of files for Initech.\n\nLed 3 people."
    found = better(text, ["Cut costs by 12 %"], is_over=True)
    assert (found.text, found.points) == (text, ["Cut costs by 12 %"])
    assert found.changes == found.questions == []
    assert found.is_english


@pytest.mark.parametrize(
    "text",
    [
        "Ich war verantwortlich für die Leitung des Teams und der Küche.",
        "J’étais responsable de la gestion de la boutique et des stocks.",
        "Verantwortlich für Buchhaltung",
        "負責管理團隊",
        "",
    ],
)
def test_another_language_is_not_looked_at(text):
    found = better(text, ["Kassenführung"], is_over=True)
    assert (found.text, found.points) == (text, ["Kassenführung"])
    assert not found.is_english
    assert found.changes == []


@pytest.mark.parametrize(
    ("points", "even"),
    [
        (["Led it.", "Sold it.", "Cut it"], ["Led it.", "Sold it.", "Cut it."]),
        (["Led it.", "Sold it", "Cut it"], ["Led it", "Sold it", "Cut it"]),
        (
            ["Led it. Sold it.", "Cut it", "Ran it"],
            ["Led it. Sold it.", "Cut it", "Ran it"],
        ),
        (
            ["Led files, etc.", "Cut it", "Ran it"],
            ["Led files, etc.", "Cut it", "Ran it"],
        ),
        (["Who led it?", "Cut it.", "Ran it."], ["Who led it?", "Cut it.", "Ran it."]),
        (["Wrote …", "Cut it", ""], ["Wrote …", "Cut it", ""]),
    ],
)
def test_full_stops_are_even(points, even):
    assert better("", points, is_over=None).points == even


# Questions


@pytest.mark.parametrize(
    ("point", "asked"),
    [
        ("Managed the crew", "How many people?"),
        ("Improved the till", "By how much, from what to what?"),
        ("Answered the phone", "How often, how many?"),
        ("Built the shop", "How large is it, how many use it, what changed by it?"),
        ("Helped to manage 4 people", "What did you do yourself?"),
        ("A passionate team player", "What shows it?"),
    ],
)
def test_instead_of_a_figure_there_is_a_question(point, asked):
    found = better("", [point], is_over=None)
    assert found.questions[0].ask.startswith(asked)
    assert found.questions[0].about == point
    assert found.points == [point]


@pytest.mark.parametrize(
    "point", ["Managed 4 people", "Managed twelve people", "Cut costs by half"]
)
def test_where_a_figure_stands_none_is_asked_for(point):
    assert better("", [point], is_over=None).questions == []


def test_questions_are_few():
    assert len(better("", ["Managed the crew"] * 50, is_over=None).questions) == MOST


# No fact is another


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=30), st.sampled_from([True, False, None]))
def test_whatever_stands_there_numbers_names_and_denials_stay(words, is_over):
    text = " ".join(words)
    found = better(text, [text.replace("\n", " ")], is_over=is_over)
    assert are_same(text, found.text)
    assert are_same(text.replace("\n", " "), found.points[0])


@settings(max_examples=100)
@given(st.text(max_size=300))
def test_any_text_is_taken(text):
    found = better(text, [text], is_over=True)
    assert are_same(text, found.text)


def test_bettered_once_it_is_good():
    once = better(WEAK, [WEAK], is_over=True)
    again = better(once.text, once.points, is_over=True)
    assert (again.text, again.points) == (once.text, once.points)


def test_a_rule_that_changes_a_fact_is_not_used(monkeypatch):
    worse = {"filler": lambda sentence, about: sentence.replace("4", "40")}
    monkeypatch.setattr("accounts.wording.better.RULES", worse)
    assert better("I led 4 people.", is_over=None).text == "I led 4 people."


def test_a_long_text_takes_no_time():
    text = (WEAK + " ") * 200
    start = time.process_time()
    better(text, [WEAK] * 200, is_over=True)
    assert time.process_time() - start < 2


# What a model may not bring


@pytest.mark.parametrize(
    ("said", "more"),
    [
        ("Led 4 people at Initech, 40 % faster", ["40%"]),
        ("Led 14 people at Initech", ["14"]),
        ("Led 4 people at Initech since 2019", ["2019"]),
        ("Led 4 people at Initech with Kubernetes", ["Kubernetes"]),
        ("Led 4 people at Hooli", ["Hooli"]),
        ("Led 4 people, SAP too", ["SAP"]),
        ("Led twenty people", ["twenty"]),
        ("Directed 4 people", ["directed"]),
        ("Led 4 people, award-winning", ["award-winning"]),
        ("Never led 4 people", ["never"]),
        ("Led ４０ people", ["40"]),
        ("Led 4\u200b0 people", ["40"]),
        ("Led 4% of people", ["4%"]),
        ("Led €4 people", ["€4"]),
    ],
)
def test_a_fact_that_was_not_there_is_seen(said, more):
    assert set(brought("Led 4 people at Initech", said)) >= set(more)


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("Was responsible for 1,200 users at Initech", "Served 1200 users at Initech"),
        ("Cut costs by 40 per cent", "Cut costs by 40%"),
        ("Moved javascript code", "Moved JavaScript code"),
        ("Led it. Sold it.", "Led it, sold it."),
        ("I led it", "Led it"),
        ("Did not miss a day", "Didn't miss a day"),
        ("Ran a full-stack team", "Ran a team, full stack"),
    ],
)
def test_the_same_in_other_words_brings_nothing(own, said):
    assert brought(own, said) == []
