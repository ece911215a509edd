"""Markdown and plain text."""

import pytest

from applications.tests.documents.render.sheets import LETTER, RESUME, made


def written(text, format):
    return made(text, format).data.decode()


def test_markdown_has_headings_entries_and_points():
    text = written(RESUME, "md")
    assert text.startswith(
        "# Mara Okafor\n\nPlatform engineer  \n<mara@example.org> · "
    )
    assert (
        "\n## Experience\n\n### **Senior Engineer**, Initech — *Mar 2021 – now" in text
    )
    assert "\n- Led a team of 4\n" in text
    assert text.endswith("PostgreSQL\n")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("2*3*4 and _so_", r"2\*3\*4 and \_so\_"),
        ("[x](y) ![z](w)", r"\[x\](y) !\[z\](w)"),
        ("<script>", r"\<script\>"),
        ("a|b `c` ~~d~~ \\", r"a\|b \`c\` \~\~d\~\~ \\"),
        ("1. first", r"1\. first"),
        ("#1 in sales", "#1 in sales"),
        ("+ more", r"\+ more"),
        ("===", r"\==="),
        ("> said", r"\> said"),
        ("C# and C++, 3.5", "C# and C++, 3.5"),
        ("R&D &amp; more", "R&D &amp;amp; more"),
    ],
)
def test_a_persons_signs_stay_signs_in_markdown(line, said):
    assert written(f"## A\n\n{line}", "md") == f"## A\n\n{said}\n"


def test_a_point_that_begins_like_a_list_is_one_point():
    assert written("## A\n- - x\n- # y", "md").endswith("- \\- x\n- \\# y\n")


def test_plain_text_has_a_line_for_a_line():
    text = written(RESUME, "txt")
    assert (
        "Experience\n----------\n\nSenior Engineer, Initech (Mar 2021 – now, Utrecht)"
        in text
    )
    assert text.endswith("PostgreSQL\n")
    assert text.startswith("Mara Okafor\nPlatform engineer\n")
    assert "#" not in text.replace("C#", "")
    for line in RESUME.splitlines():
        if line.startswith("- "):
            assert line in text.split("\n")


def test_a_letter_is_its_paragraphs():
    text = written(LETTER, "txt")
    assert "\n\nDear hiring team,\n\nI am applying" in text
    assert "[when you can start]" in text


@pytest.mark.parametrize("format", ["md", "txt"])
def test_of_nothing_comes_nothing(format):
    assert written("", format).strip() == ""
