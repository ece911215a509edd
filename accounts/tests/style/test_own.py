"""The style is read from what is the person's own."""

import time

import pytest

from accounts.style.own import (
    LEAST_SIGNS,
    MOST_READ,
    excerpt,
    greeting,
    own_part,
    signs_of_a_posting,
)
from accounts.tests.style.texts import LETTER, RESUME


def kept(text, *, is_letter=True):
    return [line for line in own_part(text, is_letter=is_letter).lines if line.strip()]


def test_of_a_letter_stays_what_is_between_greeting_and_closing():
    own = own_part(LETTER, is_letter=True)
    assert own.salutation == "Dear Ms. Baker,"
    assert own.closing == "Kind regards"
    assert kept(LETTER)[0].startswith("Your posting says")
    assert kept(LETTER)[-1].endswith("short nights since.")
    assert own.left_out == {"address": 4, "signature": 1}


def test_of_a_resume_lines_of_addresses_go_and_years_stay():
    lines = kept(RESUME, is_letter=False)
    assert "ann@mail.example" not in "\n".join(lines)
    assert "Head Baker, Oven Ltd, 2019 - 2022" in lines


@pytest.mark.parametrize(
    "quote",
    [
        "> We bake.\n> At night.",
        "On Mon, 3 Mar 2025 at 10:00, Jo Oven <jo@oven.example> wrote:\n> We bake.",
        "On Mon, 3 Mar 2025 at 10:00, Jo Oven\n<jo@oven.example> wrote:\n\n> We bake.",
        "Am 3. März 2025 schrieb Jo Oven:\n> We bake.",
        "-----Original Message-----\nFrom: Jo\nWe bake.",
        "Begin forwarded message:\n\nWe bake.",
        "From: Jo\nSent: Monday\nTo: Ann\nSubject: Bread\n\nWe bake.",
        "On Monday Jo wrote:\nWe bake.",
    ],
)
def test_what_others_wrote_is_left_out(quote):
    text = f"I sort things.\n\n{quote}"
    assert kept(text) == ["I sort things."]
    assert own_part(text, is_letter=True).left_out["quoted"] > 0


def test_an_answer_below_each_quote_stays():
    text = "> Do you bake?\nI do.\nOn Monday Jo wrote:\n> At night?\nMost nights."
    assert kept(text) == ["I do.", "Most nights."]


def test_what_stands_below_a_signature_goes():
    own = own_part("I sort.\n-- \nAnn\nOven Ltd", is_letter=False)
    assert own.left_out == {"signature": 3}


def test_a_postscript_stays():
    text = "Dear Jo,\n\nI sort.\n\nBest,\nAnn\n\nPS I also file."
    assert kept(text) == ["I sort.", "PS I also file."]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Call +44 20 7946 0958", None),
        ("https://ann.example/bread", None),
        ("In 2019-04 to 2021-03 I baked", "In 2019-04 to 2021-03 I baked"),
        (
            "I keep my recipes at https://ann.example/ and whoever asks may have them",
            "I keep my recipes at   and whoever asks may have them",
        ),
    ],
)
def test_addresses_go_and_prose_around_them_stays(line, left):
    lines = own_part(line, is_letter=False).lines
    assert lines == ([left] if left else [])


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Dear Ms. Baker,", "Dear Ms. …"),
        ("Dear Mr de Wit,", "Dear Mr …"),
        ("Dear Hiring Manager:", "Dear Hiring Manager"),
        ("Hi Jo!", "Hi …"),
        ("Hello all,", "Hello all"),
        ("Sehr geehrte Frau Bäcker,", "Sehr geehrte Frau …"),
        ("", ""),
    ],
)
def test_who_is_greeted_is_not_told(line, shown):
    assert greeting(line) == shown


def test_a_short_text_is_read_whole_and_a_long_one_from_all_over():
    assert excerpt(LETTER) == LETTER
    long = " ".join(f"word{number}" for number in range(110_000))
    read = excerpt(long)
    assert 0.95 * MOST_READ < len(read) <= MOST_READ
    assert set(read.split()) <= set(long.split()), "only whole words"
    assert "word5 " in read
    assert "word109" in read


def test_many_quotes_take_no_time():
    text = "On Monday Jo wrote:\n> We bake.\n" * 30_000
    began = time.process_time()
    own_part(text, is_letter=True)
    assert time.process_time() - began < 1


def test_a_posting_is_known_by_what_employers_say():
    posting = (
        "About the role\nWe are looking for a baker. What we offer: bread. Apply now."
    )
    assert len(signs_of_a_posting(posting)) >= LEAST_SIGNS
    assert signs_of_a_posting("You say “we’re looking for” bakers") == [
        "we're looking for"
    ]
    assert len(signs_of_a_posting(LETTER)) < LEAST_SIGNS
