"""What is what in a document, before a file is made of it."""

import pytest

from applications.documents.render.blocks import blocks_of, pieces, plain
from applications.tests.documents.render.sheets import LETTER, RESUME


def roles(text):
    blocks = blocks_of(text, is_letter=True)["blocks"]
    return [block.get("role") for block in blocks]


def test_the_head_is_the_name_and_what_stands_below_it():
    sheet = blocks_of(RESUME, is_letter=False)
    assert plain(sheet["name"]) == "Mara Okafor"
    assert [line["is_contact"] for line in sheet["head"]] == [False, True]
    assert sheet["blocks"][0]["kind"] == "heading"


def test_the_head_ends_with_a_blank_line():
    sheet = blocks_of("# Mara\nEngineer\n\nSome words on me.", is_letter=False)
    assert [plain(line["said"]) for line in sheet["head"]] == ["Engineer"]
    assert sheet["blocks"][0]["kind"] == "paragraph"


def test_how_to_reach_one_belongs_to_the_head_after_a_blank_line_too():
    sheet = blocks_of("# Mara\n\nmara@example.org\n\nWords.", is_letter=False)
    assert plain(sheet["head"][0]["said"]) == "mara@example.org"


def test_a_document_needs_no_name_and_no_words():
    assert blocks_of("", is_letter=False) == {"name": [], "head": [], "blocks": []}
    assert blocks_of("- a point", is_letter=True)["blocks"][0]["kind"] == "points"


def test_points_that_follow_one_another_are_one_list():
    blocks = blocks_of("## A\n- 1\n- 2\nText\n- 3", is_letter=False)["blocks"]
    kinds = [block["kind"] for block in blocks]
    assert kinds == ["heading", "points", "paragraph", "points"]


def test_lines_are_one_paragraph_until_a_blank_one():
    blocks = blocks_of("## A\none\ntwo\n\nthree", is_letter=False)["blocks"]
    assert [len(block["lines"]) for block in blocks[1:]] == [2, 1]


def test_an_entry_is_divided_at_its_first_comma():
    block = blocks_of("## A\n### B, C, D | 2019 | Delft", is_letter=False)["blocks"][1]
    assert plain(block["lead"]) == "B"
    assert plain(block["rest"]) == ", C, D"
    assert [plain(aside) for aside in block["asides"]] == ["2019", "Delft"]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("# N\n## A\n### B\n### C\n## D", [2, 3, 3, 2]),
        ("# N\n### B", [2]),
        ("## A\n### B", [1, 2]),
        ("### B\n## A\n### C", [1, 2, 3]),
    ],
)
def test_no_level_of_headings_is_left_out(text, levels):
    blocks = blocks_of(text, is_letter=False)["blocks"]
    assert [block["level"] for block in blocks] == levels


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("mara@example.org", "mailto:mara@example.org"),
        ("https://a.example/x?y=1", "https://a.example/x?y=1"),
        ("github.com/mara", "https://github.com/mara"),
        ("(see a.example/x).", "https://a.example/x"),
    ],
)
def test_addresses_lead_somewhere(text, target):
    links = [one["to"] for one in pieces(text, is_head=True) if one["kind"] == "link"]
    assert links == [target]
    assert plain(pieces(text, is_head=True)) == text


@pytest.mark.parametrize(
    "text", ["Node.js", "2.5", "javascript:alert(1)", "file:///etc/passwd", "@mara"]
)
def test_what_is_no_address_in_a_text_leads_nowhere(text):
    assert {one["kind"] for one in pieces(text)} == {"text"}


def test_gaps_are_told_apart():
    kinds = [(one["kind"], one["text"]) for one in pieces("I start [when]. Or [not")]
    assert kinds == [("text", "I start "), ("gap", "[when]"), ("text", ". Or [not")]


def test_signs_that_turn_the_order_round_are_left_out():
    sheet = blocks_of("# a\u202eb\u2066c\x00d", is_letter=False)
    assert plain(sheet["name"]) == "abcd"


def test_the_parts_of_a_letter_are_known():
    assert roles(LETTER) == [
        "date", "recipient", "subject", "salutation", "", "", "closing", "signature",
    ]  # fmt: skip


def test_a_letter_that_is_put_otherwise_is_plain_paragraphs():
    assert roles("# Mara\n\nOne long paragraph.\n\nAnother one.") == ["", ""]
    assert roles("") == []
    assert roles("Dear all,\n\nWords.") == ["salutation", ""]
    assert roles("Acme\nRotterdam\n\nDear all,") == ["recipient", "salutation"]
