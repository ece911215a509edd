from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from jobtracker.diff import MOST_ITEMS, Piece, pieces, steps_between

TEXTS = st.text(alphabet="ab ,\n", max_size=60)


def test_words_that_changed_are_named():
    assert pieces("Led a team of clerks", "Led two small teams of clerks") == [
        Piece("same", "Led"),
        Piece("gone", " a team"),
        Piece("new", " two small teams"),
        Piece("same", " of clerks"),
    ]


def test_of_two_different_texts_one_goes_and_the_other_comes():
    found = pieces("I sort shelves.", "Nothing here is alike")
    assert [piece.kind for piece in found] == ["gone", "new"]


def test_from_nothing_all_is_new():
    assert pieces("", "All") == [Piece("new", "All")]
    assert pieces("All", "") == [Piece("gone", "All")]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_it(before, after):
    found = pieces(before, after)
    assert "".join(p.text for p in found if p.kind != "new") == before
    assert "".join(p.text for p in found if p.kind != "gone") == after


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_steps_lead_from_one_list_to_the_other(old, new):
    steps = list(steps_between(old, new))
    assert [x for _, a, b, _, _ in steps for x in old[a:b]] == old
    assert [x for _, _, _, c, d in steps for x in new[c:d]] == new
    assert all(old[a:b] == new[c:d] for tag, a, b, c, d in steps if tag == "equal")


def test_what_differs_in_too_many_places_is_one_step():
    count = MOST_ITEMS + 1
    old, new = ([*"a", *sign * count, *"z"] for sign in "xy")
    assert [step[0] for step in steps_between(old, new)] == [
        "equal",
        "replace",
        "equal",
    ]


def test_lists_that_are_the_worst_to_compare_take_no_time():
    old = [str(n % 150) for n in range(20_000)]
    new = [str(n * 7 % 150) for n in range(20_000)]
    for most in (MOST_ITEMS, len(old)):
        start = process_time()
        list(steps_between(old[:most], new[:most]))
        assert process_time() - start < 2
