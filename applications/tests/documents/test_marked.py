"""A document as its page shows it: blocks, numbers, and why each line is there."""

from __future__ import annotations

import pytest

from applications.documents.evidence import Source, State, Statement, Stretch, Weighed
from applications.documents.evidence.shapes import Fact
from applications.documents.marked import marked, name_of, unweighed

TEXT = """\
# Mara Okafor
Baker
mara@example.org

## Experience
### Baker, Oven | 2019 – now | Utrecht
- Baked 40 loaves. And more.
- Saved [how much?]"""
SOURCES = (
    Source("experience", 0, "Baker, Oven", "Baked 40 loaves", url="/profile/1/#x"),
    Source("headline", 0, "", "Baker"),
)


def statement(line, words, state=State.SUPPORTED, sources=((0, "Baked"),), **fields):
    raw = TEXT.splitlines()[line]
    start = raw.index(words)
    return Statement(line, start, start + len(words), words, state, sources, **fields)


def shown(*statements):
    return marked(TEXT, Weighed(statements, SOURCES))


def texts(block):
    return ["".join(part.text for part in line.parts) for line in block.lines]


def test_lines_of_a_kind_stand_together():
    blocks = shown().blocks
    assert [block.kind for block in blocks] == [
        "name", "text", "heading", "entry", "point",
    ]  # fmt: skip
    assert texts(blocks[1]) == ["Baker", "mara@example.org"]
    assert texts(blocks[4]) == ["Baked 40 loaves. And more.", "Saved [how much?]"]
    assert blocks[3].lines[0].asides == ("2019 – now", "Utrecht")


def test_a_statement_is_marked_at_its_end_and_the_rest_stays():
    page = shown(statement(6, "Baked 40 loaves."))
    parts = page.blocks[-1].lines[0].parts
    assert [(part.text, part.is_end) for part in parts] == [
        ("Baked 40 loaves.", True), (" And more.", False),
    ]  # fmt: skip
    assert parts[0].note.number == 1
    assert parts[1].note is None


def test_an_entry_is_marked_without_what_stands_aside():
    page = shown(statement(5, "Baker, Oven | 2019 – now | Utrecht"))
    (line,) = page.blocks[3].lines
    assert [part.text for part in line.parts] == ["Baker, Oven"]
    assert line.parts[0].note.said == "Baker, Oven · 2019 – now · Utrecht"


def test_gaps_are_told_from_words():
    parts = shown().blocks[-1].lines[1].parts
    assert [(part.text, part.is_gap) for part in parts] == [
        ("Saved ", False), ("[how much?]", True),
    ]  # fmt: skip


def test_statements_are_numbered_as_they_stand_and_courtesies_are_not():
    page = shown(
        statement(1, "Baker", State.COURTESY, ()),
        statement(6, "Baked 40 loaves."),
        statement(6, "And more.", State.UNSUPPORTED, ()),
    )
    parts = page.blocks[-1].lines[0].parts
    assert [part.note.number for part in parts if part.note] == [1, 2]


def test_problems_come_by_their_weight():
    page = shown(
        statement(7, "[how much?]", State.GAP, ()),
        statement(6, "And more.", State.STRETCHED),
        statement(6, "Baked 40 loaves.", State.UNSUPPORTED, ()),
    )
    assert [note.state for note in page.problems] == ["unsupported", "stretched", "gap"]
    assert page.groups == []


def test_what_is_supported_is_grouped_by_what_it_stands_on():
    page = shown(
        statement(1, "Baker", sources=((1, "Baker"),)),
        statement(6, "Baked 40 loaves."),
        statement(6, "And more.", sources=((0, "more"), (1, "Baker"))),
    )
    assert [(group.name, len(group.notes)) for group in page.groups] == [
        ("Your headline", 1), ("Baker, Oven", 2),
    ]  # fmt: skip


def test_a_note_tells_its_facts_and_the_nearest_truth():
    stretch = Stretch("number", "40", "4000", 100.0, 0.9, "high", "", source=0)
    facts = (Fact("number", "40", 8, 10, False), Fact("word", "loaves", 11, 17, True))
    (note,) = shown(
        statement(6, "Baked 40 loaves.", State.STRETCHED, facts=facts, stretch=stretch)
    ).problems
    assert note.missing == "“40”"
    assert note.nearest.source == SOURCES[0]


@pytest.mark.parametrize(
    ("state", "label", "tone"),
    [
        (State.SUPPORTED, "Evidence 1, supported", "good"),
        (State.STRETCHED, "Evidence 1, stretched", "warn"),
        (State.UNSUPPORTED, "Evidence 1, no source", "bad"),
        (State.GAP, "Blank 1, to be filled in", "plain"),
    ],
)
def test_a_mark_says_its_state_in_words_too(state, label, tone):
    page = shown(statement(6, "Baked 40 loaves.", state))
    note = page.blocks[-1].lines[0].parts[0].note
    assert (note.label, note.tone) == (label, tone)


def test_a_source_without_a_name_has_that_of_its_kind():
    assert name_of(SOURCES[1]) == "Your headline"
    assert name_of(Source("other", 0, "", "x")) == "Your résumé"


def test_an_empty_text_is_an_empty_page():
    assert marked("", Weighed((), ())) == ([], [], [])


def test_what_is_only_read_has_its_form_and_no_marks():
    sheet = unweighed("# Mara\n\n## Experience\n- Kept [what] running\n")
    assert [block.kind for block in sheet.blocks] == ["name", "heading", "point"]
    assert (sheet.problems, sheet.groups) == ([], [])
