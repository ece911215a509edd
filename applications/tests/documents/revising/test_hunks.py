"""Where two texts differ, and any choice of it."""

import time
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from applications.documents.revising.hunks import hunks_of, merged

BEFORE = "# Alice\n\n- One\n- Two\n- Three\n\nEnd"
AFTER = "# Alice\n\n- First\n- Second\n- Three\n- Four\n\nEnd"
TEXTS = st.lists(st.sampled_from(["a", "b", "c", "", "- d"]), max_size=15).map(
    "\n".join
)


def test_each_changed_line_is_a_hunk():
    first, second, third = hunks_of(BEFORE, AFTER)
    assert (first.before, first.after, first.start) == (["- One"], ["- First"], 2)
    assert (second.before, second.after, second.end) == (["- Two"], ["- Second"], 4)
    assert (third.before, third.after, third.start) == ([], ["- Four"], 5)
    assert [hunk.number for hunk in (first, second, third)] == [0, 1, 2]


def test_a_line_that_goes_beside_one_that_changes_is_a_hunk_of_its_own():
    first, second = hunks_of("- Moved 4 km\n- Kept order", "- Moved, all in all, 4 km")
    assert (first.after, second.before, second.after) == (
        ["- Moved, all in all, 4 km"],
        ["- Kept order"],
        [],
    )


def test_of_the_same_there_is_none():
    assert hunks_of(BEFORE, BEFORE) == []


def test_what_is_taken_comes_and_the_rest_stays():
    assert merged(BEFORE, AFTER, {1}) == BEFORE.replace("- Two", "- Second")
    assert merged(BEFORE, AFTER, {2, 9}) == BEFORE.replace("- Three", "- Three\n- Four")


@given(TEXTS, TEXTS)
def test_none_taken_is_the_first_text_and_all_the_second(before, after):
    numbers = {hunk.number for hunk in hunks_of(before, after)}
    assert merged(before, after, set()) == "\n".join(before.splitlines())
    assert merged(before, after, numbers) == "\n".join(after.splitlines())


def test_texts_with_the_same_line_over_and_over_take_no_time():
    before, after = "a\n" * 30_000, "b\n" + "a\n" * 29_000
    start = time.process_time()
    hunks_of(before, after)
    assert time.process_time() - start < 2


def test_each_choice_makes_a_text_of_lines_of_both():
    lines = {*BEFORE.splitlines(), *AFTER.splitlines()}
    for size in range(4):
        for taken in combinations(range(3), size):
            assert {*merged(BEFORE, AFTER, taken).splitlines()} <= lines


def test_a_hunk_says_what_changed_word_by_word():
    (hunk,) = hunks_of("- Moved 4 km of files", "- Moved 14 km of files")
    assert [(one.kind, one.text) for one in hunk.pieces] == [
        ("same", "- Moved"), ("gone", " 4"), ("new", " 14"), ("same", " km of files"),
    ]  # fmt: skip
