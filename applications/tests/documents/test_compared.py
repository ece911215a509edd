"""Two versions of a document beside each other."""

from __future__ import annotations

from time import perf_counter

from applications.documents.compared import compared


def kinds(before, after):
    return [line.kind for line in compared(before, after)]


def test_the_same_text_has_no_differences():
    assert compared("a\nb", "a\nb") == []


def test_a_changed_line_is_told_word_by_word():
    (line,) = compared("- Baked 40 loaves", "- Baked 50 loaves")
    assert line.kind == "changed"
    told = [(one.kind, one.text.strip()) for one in line.pieces]
    assert told == [
        ("same", "- Baked"), ("gone", "40"), ("new", "50"), ("same", "loaves"),
    ]  # fmt: skip


def test_another_line_is_one_gone_and_one_new():
    assert kinds("Baked bread", "Plays chess") == ["gone", "new"]


def test_lines_come_and_go():
    assert kinds("a\nb", "a") == ["same", "gone"]
    assert kinds("a", "a\nb") == ["same", "new"]
    assert kinds("", "a") == ["new"]


def test_of_lines_in_both_only_the_nearest_are_shown():
    same = "\n".join(f"line {number}" for number in range(20))
    found = compared(f"{same}\nend", f"{same}\nfin")
    assert [line.kind for line in found[:3]] == ["left-out", "same", "same"]
    assert found[0].number == 18
    found = compared(f"begin\n{same}\nend", f"start\n{same}\nfin")
    assert [line.number for line in found if line.kind == "left-out"] == [16]


def test_both_texts_can_be_had_from_it():
    before = "# Mara\n\n- a b c\n- d e f\n- g"
    after = "# Mara\n\n- a x c\n- g\n- h i"
    found = compared(before, after)
    for text, other in ((before, "new"), (after, "gone")):
        told = [
            "".join(piece.text for piece in line.pieces if piece.kind != other)
            for line in found
            if line.kind != other
        ]
        assert "\n".join(told) == text


def test_the_longest_text_takes_no_time():
    long = "word " * 12_000
    many = "\n".join(f"- point {n % 7}" for n in range(5_000))
    other = "\n".join(f"- point {n % 5} more" for n in range(5_000))
    start = perf_counter()
    compared(long, long.replace("word", "work", 50))
    compared(many, other)
    assert perf_counter() - start < 3
