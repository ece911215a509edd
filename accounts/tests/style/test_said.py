"""The style in words."""

import json

import pytest

from accounts.style import Sample, read
from accounts.style.drawn import COLUMN_HEIGHT, Bar, columns, rows
from accounts.style.said import described
from accounts.tests.style.test_reading import BAD
from accounts.tests.style.texts import GERMAN, LETTER, RESUME


def told(*samples):
    """As the page tells it, after the database."""
    style, confidence = read([Sample(*sample) for sample in samples])
    return described(json.loads(json.dumps(style)), confidence)


def lines(found):
    return "\n".join(
        text
        for said in found.statements
        for text in (said.heading, *said.lines, *said.chips)
    )


def test_each_figure_is_told():
    text = lines(told(("cover_letter", LETTER), ("resume", RESUME)))
    for said in (
        "words a sentence",
        "half of them have between",
        "A point in your lists has",
        "From casual, 0, to formal, 100, you stand at",
        "What you do: build, keep, lead",
        "You begin with “Dear Ms. …”.",
        "Your first sentence: “Your posting says that the oven is old.”",
        "You end with “Kind regards”.",
        "You often begin a sentence with “I”.",
        "however",
        "short nights × 2",
        "of 100 words are numbers",
    ):
        assert said in text


def test_nothing_is_told_of_few_words():
    found = told(("cover_letter", "I sort things."))
    assert found.sure == "Too little to say"
    assert found.source == (
        "Read from 3 words of yours. From about 80 words on we can tell how you write."
    )
    assert found.statements == []


def test_nothing_was_read():
    assert described({}, None) is None


@pytest.mark.parametrize(
    ("confidence", "said"),
    [
        (0.95, "Sure"),
        (0.6, "Quite sure"),
        (0.2, "Somewhat sure"),
        (0.1, "A first impression"),
        (None, "A first impression"),
    ],
)
def test_confidence_in_words(confidence, said):
    style = read([Sample("cover_letter", LETTER)]).style
    assert described(style, confidence).sure == said


def test_of_another_language_only_what_was_counted():
    found = told(("cover_letter", GERMAN))
    assert "words a sentence" in lines(found)
    assert "formal" not in lines(found)
    assert "A text seems to be in German." in found.remarks[0]


def test_a_language_we_do_not_know_is_not_guessed():
    found = told(("cover_letter", BAD["hebrew"]))
    assert found.remarks[0].startswith("We could not tell the language of a text.")


def test_what_was_left_out_is_told():
    assert told(("cover_letter", LETTER)).remarks == [
        "Left out, for it tells nothing of your style: "
        "4 lines of addresses, 1 line of a signature."
    ]


def test_pieces_are_told():
    assert told(("cover_letter", BAD["letters"])).remarks[-1] == (
        "A long text is read in pieces from its beginning to its end."
    )


@pytest.mark.parametrize("name", BAD)
def test_of_any_text_something_can_be_told(name):
    assert told(("cover_letter", BAD[name]), ("resume", BAD[name]))


# Drawings


def test_columns_stand_on_one_line_and_none_is_invisible():
    drawing = columns([Bar("5", 4), Bar("10", 1), Bar("+", 0)], "Lengths")
    assert [placed.height for placed in drawing.placed] == [56, 14, 2]
    assert {placed.y + placed.height for placed in drawing.placed} == {COLUMN_HEIGHT}


def test_rows_are_as_long_as_their_count():
    drawing = rows([Bar("build", 4), Bar("lead", 1)], "build 4, lead 1")
    assert [placed.width for placed in drawing.placed] == ["48.0%", "12.0%"]
