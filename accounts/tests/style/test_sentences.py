import pytest

from accounts.style.sentences import split, units_of, words_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I sort. You file.", ["I sort.", "You file."]),
        ("Dr. Baker sorts. So do I.", ["Dr. Baker sorts.", "So do I."]),
        ("We bake, e.g. Bread. And rolls.", ["We bake, e.g. Bread.", "And rolls."]),
        ("I met J. Oven there.", ["I met J. Oven there."]),
        ("Really? Yes! Well…", ["Really?", "Yes!", "Well…"]),
        ("It was 3.5 of 5. Good.", ["It was 3.5 of 5.", "Good."]),
        ("He said: “Bake.” Then he left.", ["He said: “Bake.”", "Then he left."]),
        ("It is node.js. and more.", ["It is node.js. and more."]),
        ("", []),
    ],
)
def test_sentences_end_at_their_full_stop(text, found):
    assert split(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("don't full-stack C++ C# .NET", ["don't", "full-stack", "C++", "C#", ".NET"]),
        ("Node.js, CI/CD; R&D!", ["Node.js", "CI/CD", "R&D"]),
        ("naïve Größe 40%", ["naïve", "Größe", "40"]),
        ("👩‍💻 … --", []),
    ],
)
def test_words_keep_what_is_inside_of_them(text, found):
    assert words_in(text) == found


def test_lines_of_a_narrow_page_are_one_sentence():
    lines = [
        "I have sorted things for many years, and I like to",
        "do it at night. Nobody",
        "is there then.",
    ]
    assert units_of(lines, is_letter=True).sentences == [
        "I have sorted things for many years, and I like to do it at night.",
        "Nobody is there then.",
    ]


def test_points_of_a_list_are_no_sentences():
    units = units_of(
        ["I do this:", "- sort things", "  and shelves", "2) file them", "• burn none"],
        is_letter=True,
    )
    assert units.points == ["sort things and shelves", "file them", "burn none"]
    assert units.fragments == ["I do this:"]
    assert units.sentences == []


def test_headings_and_titles_of_a_resume_are_no_sentences():
    lines = [
        "Experience",
        "Head Baker at the big Oven Ltd in London since 2019",
        "I bake.",
    ]
    units = units_of(lines, is_letter=False)
    assert units.sentences == ["I bake."]
    assert len(units.fragments) == 2


def test_a_long_line_of_a_letter_needs_no_full_stop():
    line = "I would like to hear what keeps you awake"
    assert units_of([line], is_letter=True).sentences == [line]


def test_paragraphs_are_counted_by_their_prose():
    lines = ["I sort things. I file.", "", "- a point", "", "Nobody is there."]
    assert units_of(lines, is_letter=True).paragraphs == [5, 3]


def test_a_deed_without_a_full_stop_is_said_too():
    units = units_of(["Skills", "Built the dough line"], is_letter=False)
    assert units.said() == ["Built the dough line"]
