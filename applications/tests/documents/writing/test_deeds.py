"""What a person did, in the first person where that is surely meant."""

from __future__ import annotations

import pytest

from applications.documents.writing.deeds import Deed, deeds_of, first_person


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Led a team of 4", "I led a team of 4"),
        ("Architected and led migration", "I architected and led migration"),
        ("Successfully won the Disrupt prize", "I successfully won the Disrupt prize"),
        ("Worked with PostgreSQL databases", "I worked with PostgreSQL databases"),
        ("Cut latency 40%", "I cut latency 40%"),
        ("I led a team", "I led a team"),
        ("We rebuilt the pumps", "we rebuilt the pumps"),
    ],
)
def test_a_line_that_begins_with_a_deed_is_ones_own(line, told):
    assert first_person(line) == told


@pytest.mark.parametrize(
    "line",
    [
        "Promoted to lead of five",
        "Recognized by the board for safety",
        "Trained in first aid at work",
        "Selected as speaker of the year",
        "Responsible for the pumps of Oslo",
        "Distributed systems design for banks",
        "Leitung eines Teams von vier Leuten",
        "ICML 2022 main conference paper",
        "Lead a team of 4",
        "Design of pumps and valves",
    ],
)
def test_a_line_that_may_mean_something_else_is_not(line):
    assert first_person(line) == ""


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Lead a team of 4", "I lead a team of 4"),
        ("Manage 3 people", "I manage 3 people"),
        ("Lead developer of pumps", ""),
        ("Project the flow", ""),
    ],
)
def test_of_what_goes_on_the_present_is_told_too(line, told):
    assert first_person(line, goes_on=True) == told


def told_of(*achievements, **more):
    return [
        deed.text
        for deed in deeds_of({"experiences": [{"achievements": achievements} | more]})
    ]


def test_of_a_point_its_first_sentence_up_to_a_semicolon():
    assert told_of("Led a team; hired two. Sold pumps.") == ["Led a team"]


def test_of_prose_each_sentence():
    assert told_of(description="I led a team. Pumps were sold there.") == [
        "I led a team",
        "Pumps were sold there",
    ]


def test_what_no_sentence_can_hold_is_left_out():
    assert (
        told_of("Led teams", "Led " + "very " * 40 + "big teams", "Led [number] teams")
        == []
    )


def test_a_line_whose_end_was_lost_is_left_out():
    assert told_of("Created a dashboard for a", "Sold pumps to the") == []


def test_the_same_is_told_once():
    assert told_of("Led a team", "Led a team") == ["Led a team"]


def test_projects_have_deeds_too():
    facts = {"projects": [{"description": "- Built a clock.\n- Sold it twice."}]}
    assert deeds_of(facts) == [
        Deed(True, 0, "Built a clock", "I built a clock"),
        Deed(True, 0, "Sold it twice", "I sold it twice"),
    ]
