"""How a letter speaks."""

from __future__ import annotations

import pytest

from applications.documents.writing.manner import manner_of


@pytest.mark.parametrize(
    ("style", "tone", "expected"),
    [
        ({}, "own", "plain"),
        ({"formality": 0.8}, "own", "formal"),
        ({"formality": 0.8}, "plain", "plain"),
        ({"formality": "much"}, "own", "plain"),
        ({}, "warm", "warm"),
    ],
)
def test_a_tone_is_the_persons_unless_they_say_otherwise(style, tone, expected):
    assert manner_of(style, tone).tone == expected


@pytest.mark.parametrize(
    ("style", "tone", "is_contracted"),
    [
        ({"contractions": 1.2}, "own", True),
        ({"contractions": 0.1}, "own", False),
        ({"contractions": 1.2}, "formal", False),
        ({}, "warm", True),
        ({"contractions": True}, "own", False),
    ],
)
def test_contractions_are_those_of_the_person(style, tone, is_contracted):
    said = manner_of(style, tone).said("I am here and I have been there")
    assert said == (
        "I’m here and I’ve been there"
        if is_contracted
        else "I am here and I have been there"
    )


@pytest.mark.parametrize(
    ("median", "rhythm"), [(9, "short"), (17, ""), (26, "long"), (None, "")]
)
def test_rhythm_goes_by_the_middle_sentence(median, rhythm):
    assert manner_of({"sentences": {"median": median}}, "own").rhythm == rhythm


def test_of_the_persons_transitions_one_that_adds_is_used():
    used = {"transitions": [["however", 9], ["moreover", 2], ["in addition", 1]]}
    assert manner_of(used, "own").adding == "Moreover"
    assert manner_of({"transitions": [["however", 9]]}, "own").adding == ""


def test_a_greeting_word_is_kept_for_a_known_person():
    manner = manner_of({"opening": {"salutation": "Hi …"}}, "own")
    assert manner.salutation("Ann Bell") == "Hi Ann Bell,"
    assert manner_of({}, "own").salutation("Ann Bell") == "Dear Ann Bell,"
