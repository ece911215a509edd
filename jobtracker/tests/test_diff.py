from hypothesis import given
from hypothesis import strategies as st

from jobtracker.diff import Piece, pieces

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
