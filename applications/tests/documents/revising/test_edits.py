"""Edits of a model, made to a document without who it is of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.resumes.anonymous import Sealed
from applications.documents.revising.edits import (
    LONGEST_LINE,
    MOST_EDITS,
    Edit,
    Editing,
    numbered,
)

FACTS = {"full_name": "Alice Abel", "email": "alice@example.org", "location": "Utrecht"}
TEXT = """\
# Alice Abel
Archivist
alice@example.org · Utrecht

## Experience
### Clerk, Initech | 2019 – now | Utrecht
- Moved 4 km of files
- Kept order"""


def editing():
    return Editing(Sealed.of(TEXT.splitlines(), FACTS))


def made(*edits):
    """The text with those edits, and how many of them could not be made."""
    at_work = editing()
    return at_work.make(edits), at_work.dropped


def line(number, text):
    lines = TEXT.splitlines()
    lines[number - 1] = text
    return "\n".join(lines)


def test_what_is_sent_is_of_nobody():
    sent = numbered(editing().sealed.texts)
    assert sent.splitlines()[0] == "1| # ⟦1⟧"
    assert "7| - Moved 4 km of files" in sent
    for words in ("Alice", "alice@", "Utrecht"):
        assert words not in sent


def test_without_edits_it_is_the_same():
    assert made() == (TEXT, 0)


@pytest.mark.parametrize(
    ("edit", "number", "text"),
    [
        (Edit(7, "replace", "- Moved files"), 7, "- Moved files"),
        (Edit(7, "replace", "Moved files"), 7, "- Moved files"),
        (Edit(5, "replace", "What I did"), 5, "## What I did"),
        (Edit(2, "replace", "- Head of it"), 2, "Head of it"),
        (Edit(7, "replace", "Moved\nfiles\u202e\u200b \x00"), 7, "- Moved files"),
        (
            Edit(6, "replace", "### Clerk, Initech | 2019 – now | ⟦4⟧"),
            6,
            "### Clerk, Initech | 2019 – now | Utrecht",
        ),
        (Edit(3, "replace", "⟦2⟧, ⟦3⟧"), 3, "alice@example.org, Utrecht"),
    ],
)
def test_a_line_is_replaced_and_stays_what_it_is(edit, number, text):
    assert made(edit) == (line(number, text), 0)


def test_lines_go_and_come():
    text, dropped = made(
        Edit(7, "delete"),
        Edit(8, "insert", "- Sold shelves"),
        Edit(8, "insert", "- Sold files"),
        Edit(0, "insert", "A letter"),
    )
    assert dropped == 0
    assert text.splitlines()[0] == "A letter"
    assert text.splitlines()[-3:] == ["- Kept order", "- Sold shelves", "- Sold files"]
    assert "4 km" not in text


@pytest.mark.parametrize(
    "edit",
    [
        Edit(0, "replace", "x"),
        Edit(9, "replace", "x"),
        Edit(-1, "delete"),
        Edit(10**30, "insert", "x"),
        Edit(7, "replace", ""),
        Edit(7, "replace", "-  "),
        Edit(7, "rename", ""),
        Edit(7, "replace", "x" * (LONGEST_LINE + 1)),
        Edit(8, "insert", ""),
        Edit(8, "insert", "# Bob"),
        Edit(8, "insert", "By ⟦1⟧"),
        # Who it is of is not the model's to change.
        Edit(1, "replace", "# ⟦1⟧, genius"),
        Edit(1, "delete"),
        Edit(3, "delete"),
        Edit(3, "replace", "⟦2⟧ · Ghent"),
        Edit(3, "replace", "⟦3⟧ · ⟦2⟧"),
    ],
)
def test_what_cannot_be_made_is_dropped(edit):
    assert made(edit) == (TEXT, 1)


def test_of_two_edits_to_a_line_the_first_counts():
    edits = (Edit(7, "replace", "- One"), Edit(7, "delete"))
    assert made(*edits) == (line(7, "- One"), 1)


def test_so_many_edits_and_no_more():
    text, dropped = made(*[Edit(8, "insert", f"- {n}") for n in range(300)])
    assert dropped == 300 - MOST_EDITS
    assert len(text.splitlines()) == 8 + MOST_EDITS


@given(
    st.lists(
        st.builds(
            Edit,
            st.integers(-2, 12),
            st.sampled_from(["replace", "delete", "insert", ""]),
            st.text(max_size=40),
        ),
        max_size=20,
    )
)
def test_whatever_it_proposes_the_name_and_address_stay(edits):
    text, _dropped = made(*edits)
    assert "# Alice Abel" in text.splitlines()
    assert text.count("alice@example.org") == 1
    assert text.count("Utrecht") == 2
