"""DOCX: real styles, headings and lists; and another program opens it."""

import io
import shutil
import subprocess
import zipfile

import docx
import pytest

from accounts.resumes.text import text_of
from applications.tests.documents.render.sheets import LAYOUTS, RESUME, made, made_as


def opened(file):
    return docx.Document(io.BytesIO(file.data))


def said_in(document, style):
    return [p.text for p in document.paragraphs if p.style.name == style]


def test_styles_say_what_is_what():
    document = opened(made(format="docx"))
    assert said_in(document, "Title") == ["Mara Okafor"]
    assert said_in(document, "Subtitle") == ["Platform engineer"]
    assert said_in(document, "Heading 1") == [
        "Summary", "Experience", "Education", "Skills",
    ]  # fmt: skip
    first = said_in(document, "Heading 2")[0]
    assert first == "Senior Engineer, Initech\tMar 2021 – now · Utrecht"
    assert said_in(document, "List Bullet")[1] == "Led a team of 4"


def test_what_stands_aside_has_a_stop_at_the_right_edge():
    document = opened(made(format="docx"))
    page = document.sections[0]
    entry = next(p for p in document.paragraphs if p.style.name == "Heading 2")
    (stop,) = entry.paragraph_format.tab_stops
    width = page.page_width - page.left_margin - page.right_margin
    assert abs(stop.position - width) < 1_000  # of 914,400 an inch


def test_the_file_says_what_it_is_and_not_when():
    file = made(format="docx")
    known = opened(file).core_properties
    assert (known.title, known.author) == ("Mara Okafor – Résumé", "Mara Okafor")
    assert known.created is None
    assert known.language == "en"
    dates = {
        part.date_time for part in zipfile.ZipFile(io.BytesIO(file.data)).infolist()
    }
    assert dates == {(1980, 1, 1, 0, 0, 0)}
    assert file.pages is None


def test_paper_accent_and_letters_are_the_templates():
    document = opened(made(format="docx", paper="us-letter", accent="#204060", size=11))
    assert round(document.sections[0].page_width.inches, 2) == 8.5
    assert str(document.styles["Heading 1"].font.color.rgb) == "204060"
    assert document.styles["Normal"].font.size.pt == 11


def test_addresses_lead_somewhere_and_gaps_are_marked():
    document = opened(made_as("note", "docx"))
    targets = [r.target_ref for r in document.part.rels.values() if r.is_external]
    assert targets == ["mailto:mara@example.org"]
    marked = [
        r.text for p in document.paragraphs for r in p.runs if r.font.highlight_color
    ]
    assert marked == ["[when you can start]"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_our_own_reader_finds_every_line(layout):
    _kind, text = LAYOUTS[layout]
    read = text_of(made_as(layout, "docx").data, "a.docx").text
    words = " ".join(read.replace("•", " ").replace("·", " ").split())
    for line in text.splitlines():
        plain = line.lstrip("#- ").replace(" | ", " ").replace(" · ", " ")
        assert " ".join(plain.split()) in words


@pytest.mark.drill
@pytest.mark.parametrize("layout", LAYOUTS)
def test_libreoffice_opens_it(layout, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    (tmp_path / "a.docx").write_bytes(made_as(layout, "docx").data)
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    where = ["--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "a.docx")]
    subprocess.run([office, "--headless", home, *where], check=True, timeout=120)
    read = text_of((tmp_path / "a.pdf").read_bytes(), "a.pdf").text
    assert read.startswith("Mara Okafor")
    assert "Led a team of 4" in read or "led a team of 4" in read


def test_a_star_is_a_star():
    document = opened(made(RESUME + "\n\n## *A* <b>\n- **x** &amp; $y$", "docx"))
    assert said_in(document, "Heading 1")[-1] == "*A* <b>"
    assert said_in(document, "List Bullet")[-1] == "**x** &amp; $y$"
