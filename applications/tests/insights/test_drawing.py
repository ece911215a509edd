from xml.etree import ElementTree

import pytest

from applications.insights.bars import (
    LONGEST,
    Bar,
    Cell,
    Column,
    field,
    lying,
    standing,
)
from applications.insights.drawing import Drawing, Shape


def parsed(drawing):
    return ElementTree.fromstring(f"<svg>{drawing.as_svg()}</svg>")


def test_what_people_wrote_is_no_markup():
    name = "<script>\"&'</script>"
    shape = Shape("rect", name, name, title=name)
    (rect,) = parsed(Drawing(10, [shape]))
    assert rect.get("class") == rect.get("data-stage") == name
    assert rect.find("title").text == name
    text = parsed(lying([Bar(name, 0.5, name, name)]))[0]
    assert text.find("title").text == name


def test_bars_are_as_long_as_their_share_and_seen_if_there_at_all():
    wide = [
        [r.get("width") for r in parsed(lying([Bar("", share, "")])).findall("rect")]
        for share in (1, 0.25, 0.0001, 0, None)
    ]
    assert wide == [
        ["100%", "100.00%"],
        ["100%", "25.00%"],
        ["100%", "0.50%"],
        ["100%"],
        ["100%"],
    ]


def test_a_long_name_is_cut_and_told_in_full():
    text = parsed(lying([Bar("x" * 60, 1, "")]))[0]
    assert len(text.findall("tspan")[-1].text) == LONGEST
    assert text.find("title").text == "x" * 60


@pytest.mark.parametrize("counts", [[0], [1], [0, 3, 2] * 5, [7, 1_200, 3]])
def test_columns_stand_on_one_line_within_the_drawing(counts):
    drawing = standing(
        [Column(n, str(n)) for n in counts], ("a", "b"), goal=5, said="Goal"
    )
    rects = [shape for shape in drawing.shapes if shape.css == "bar"]
    assert len(rects) == len(counts)
    assert len({shape.y + shape.height for shape in rects}) == 1
    assert all(shape.y >= 12 for shape in rects)
    goals = [shape for shape in drawing.shapes if shape.css == "goal"]
    assert [shape.title for shape in goals] == ["Goal"]


def test_figures_of_three_digits_do_not_stand_side_by_side():
    columns = [Column(n, "") for n in (120, 340, 99)]
    shapes = standing(columns, ("", ""), goal=None, said="").shapes
    assert [s.text for s in shapes if "is-middle" in s.css] == ["340"]


def test_a_field_has_a_cell_a_day_but_for_those_to_come():
    weeks = [[Cell(4, "a"), Cell(0, "b")], [Cell(1, "c"), None]]
    cells = [
        shape
        for shape in field(weeks, ["Mon", ""], ("", "")).shapes
        if shape.kind == "rect"
    ]
    assert [cell.title for cell in cells] == ["a", "b", "c"]
    assert [cell.css for cell in cells] == [
        "cell level-4",
        "cell level-0",
        "cell level-1",
    ]
