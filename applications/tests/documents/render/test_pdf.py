"""PDF: what a reader, a machine and a screen reader find in it."""

import re

import pypdfium2
import pytest

from applications.documents.render import pictures, read_back, text_in
from applications.tests.documents.render.sheets import (
    LAYOUTS,
    RESUME,
    long_resume,
    made,
    made_as,
)

PNG = b"\x89PNG\r\n\x1a\n"


def text_by_page(data):
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def squeezed(text):
    return re.sub(r"[\s\ufffe-]+", "", text)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_line_stands_in_the_file_in_its_order(layout):
    _kind, text = LAYOUTS[layout]
    found = read_back(text_in(made_as(layout).data), text)
    assert found.missing == []
    assert found.is_in_order


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_text_is_whole_for_a_program_that_knows_nothing_of_us(layout):
    _kind, text = LAYOUTS[layout]
    lines = [re.sub(r"^(#{1,3}|-) ", "", line) for line in text.splitlines() if line]
    wanted = "".join(line.replace(" | ", " ") for line in lines)
    there = "".join(text_by_page(made_as(layout).data)).replace("•", "")
    # Between two asides on one line stands a dot.
    assert squeezed(there).replace("·", "") == squeezed(wanted).replace("·", "")


def test_a_ligature_does_not_hide_letters():
    assert "office-wide efficient, first-class workflow" in text_by_page(made().data)[0]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_file_is_tagged_and_says_what_it_is(layout):
    data = made_as(layout).data
    document = pypdfium2.PdfDocument(data)
    assert document.get_metadata_value("Title") == "Mara Okafor – Résumé"
    assert document.get_metadata_value("Author") == "Mara Okafor"
    assert document.get_metadata_value("CreationDate") == ""
    assert b"pdfuaid" in data
    assert document.is_tagged()
    assert b"/Lang" in data


def test_the_fonts_are_in_the_file():
    data = made().data
    assert b"/FontFile" in data
    assert data.count(b"/FontDescriptor ") <= data.count(b"/FontFile")


@pytest.mark.parametrize("format", ["pdf", "docx", "md", "txt"])
def test_the_same_document_is_the_same_file(format):
    assert made(format=format).data == made(format=format).data


def test_addresses_can_be_clicked():
    data = made(layout="modern").data
    assert b"(mailto:mara@example.org)" in data
    assert b"(https://github.com/mokafor)" in data


def test_a_short_document_has_one_page_without_a_number():
    file = made()
    assert file.pages == 1
    assert "1 / 1" not in text_by_page(file.data)[0]


def test_a_long_one_has_its_pages_numbered_with_the_name():
    file = made(long_resume(30))
    pages = text_by_page(file.data)
    assert file.pages == len(pages) >= 2
    assert f"1 / {len(pages)}" in pages[0]
    assert f"Mara Okafor · 2 / {len(pages)}" in pages[1]


@pytest.mark.parametrize("layout", ["classic", "modern", "compact"])
@pytest.mark.parametrize("most", [1, 2])
def test_it_is_made_to_fit(layout, most):
    text = long_resume({1: 18, 2: 38}[most])
    assert made(text, layout=layout, size=12.0).pages > most
    fitted = made(text, layout=layout, size=12.0, most_pages=most)
    assert fitted.pages == most
    assert read_back(text_in(fitted.data), text).missing == []


def test_a_last_page_for_a_few_lines_is_spared_by_less_air():
    entries = next(n for n in range(8, 20) if _natural(n) > 1)
    assert made(long_resume(entries)).pages == 1
    assert made(long_resume(entries + 8)).pages == 2


def _natural(entries):
    """The pages that it has at the roomiest of the steps."""
    return made(long_resume(entries), most_pages=9).pages


def test_what_cannot_fit_tells_how_many_pages_it_has():
    file = made(long_resume(80), most_pages=1)
    assert file.pages > 1
    assert file.pages < made(long_resume(80)).pages


def test_a_document_that_fits_is_left_as_it_is():
    assert made(most_pages=1).data == made().data


def test_no_heading_stands_alone_at_the_foot_of_a_page():
    """Wherever the page ends: an entry's line is followed by its first point."""
    for entries in range(9, 19):
        text = long_resume(entries) + "\n\n## Skills\nPython"
        for page in text_by_page(made(text).data)[:-1]:
            last = page.replace("\r", "").strip().split("\n")[-2]
            assert not last.startswith(("Engineer", "Skills"))


@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_paper_has_its_size(paper):
    page = pypdfium2.PdfDocument(made(paper=paper).data)[0]
    size = tuple(round(points) for points in page.get_size())
    assert size == {"a4": (595, 842), "us-letter": (612, 792)}[paper]


def test_a_sign_that_no_font_has_is_told():
    unassigned = "\u0378"
    file = made(f"# Mara\n\nA sign of nobody: {unassigned}")
    assert file.missing == unassigned
    assert "sign of nobody" in text_by_page(file.data)[0]
    assert made().missing == ""


def test_no_line_begins_with_the_dot_between_two_addresses():
    reach = " · ".join(f"part-number-{n}.example" for n in range(12))
    for layout in ("classic", "modern", "compact"):
        file = made(f"# Mara\n{reach}", layout=layout)
        lines = text_by_page(file.data)[0].splitlines()[1:]
        assert len(lines) > 1
        assert " ".join(line.strip() for line in lines) == reach


def test_pictures_are_one_a_page_and_ten_at_most():
    assert [one[:8] for one in pictures(RESUME, "resume", {})] == [PNG]
    assert len(pictures(long_resume(300), "resume", {})) == 10
    two = pictures(long_resume(34), "resume", {}, most_pages=2)
    assert len(two) == 2
