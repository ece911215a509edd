"""The text of files, and the refusal of those that have none."""

import subprocess
import sys
import time
from contextlib import suppress

import pytest

from accounts.resumes import text as text_module
from accounts.resumes.files import MOST_BYTES, Unreadable
from accounts.resumes.text import text_of
from accounts.tests.resumes.files import (
    LINES,
    RESUMES,
    WORD,
    docx,
    labels,
    packed,
    pdf,
    stored,
)


def refusal(data, name="cv.pdf"):
    with pytest.raises(Unreadable) as refused:
        text_of(data, name)
    return " ".join(refused.value.messages)


# What is read


@pytest.mark.parametrize("name", labels(RESUMES))
def test_the_phrases_of_a_file_are_in_its_text(name):
    phrases = labels(RESUMES)[name].get("must_contain", [])
    if phrases:
        text = " ".join(text_of(stored(name), name).text.split())
        assert [phrase for phrase in phrases if phrase not in text] == []


def test_addresses_under_the_words_are_read_as_well():
    links = text_of(stored("rendercv-classic.pdf"), "cv.pdf").links
    assert "https://github.com/rendercv" in links


def test_a_wide_gap_in_a_line_of_a_pdf_is_a_tab():
    text = text_of(stored("rendercv-engineeringresumes.pdf"), "cv.pdf").text
    assert "Nexus AI – San Francisco, CA\tJune 2023 – present" in text


def test_a_pdf_is_read_whatever_its_name():
    assert text_of(pdf("Ada Sorter"), "cv.txt") == ("pdf", "Ada Sorter", ())


def test_rows_of_a_table_are_lines_and_cells_of_a_layout_are_not():
    def cell(*lines):
        inner = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in lines)
        return f"<w:tc>{inner}</w:tc>"

    row = f"<w:tbl><w:tr>{cell('Python')}{cell('expert')}</w:tr></w:tbl>"
    columns = f"<w:tbl><w:tr>{cell('Skills', 'Filing')}{cell('Work')}</w:tr></w:tbl>"
    text = text_of(docx("Ada", body=row + columns), "cv.docx").text
    assert text == "Ada\nPython | expert\nSkills\nFiling\n\nWork"


def test_text_boxes_headers_lists_and_forms_are_read_and_what_is_unseen_is_not():
    def run(text, about=""):
        return f"<w:r><w:rPr>{about}</w:rPr><w:t>{text}</w:t></w:r>"

    body = (
        f"<w:sdt><w:sdtContent><w:p>{run('In a form')}</w:p></w:sdtContent></w:sdt>"
        f"<w:p><w:r><w:txbxContent><w:p>{run('In a box')}</w:p></w:txbxContent></w:r></w:p>"
        f"<w:p><w:pPr><w:numPr/></w:pPr>{run('A point')}</w:p>"
        f"<w:p>{run('Seen')}{run('hidden', '<w:vanish/>')}<w:del>{run('gone')}</w:del></w:p>"
    )
    header = f'<w:hdr xmlns:w="{WORD}"><w:p>{run("Above")}</w:p></w:hdr>'
    data = docx(body=body, **{"word/header1.xml": header})
    lines = text_of(data, "cv.docx").text.split("\n")
    assert [line for line in lines if line] == [
        "Above",
        "In a form",
        "In a box",
        "• A point",
        "Seen",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_text_is_read_in_each_usual_encoding(encoding):
    data = "Zoë Łukasiewicz, Übersetzerin".encode(encoding)
    assert text_of(data, "cv.txt").text == "Zoë Łukasiewicz, Übersetzerin"


def test_old_text_is_read_as_windows_wrote_it():
    assert text_of("José – 5 €".encode("cp1252"), "cv.txt").text == "José – 5 €"


# What is refused


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (stored("encrypted.pdf"), "password"),
        (stored("rendercv-classic.pdf")[:40_000], "cut off"),
        (stored("jobsync-standard.docx")[:9_000], "cut off"),
        (b"%PDF-1.7\nnothing of it\n%%EOF", "cut off or damaged"),
        (pdf(), "no text"),
        (docx(), "no text"),
        (docx(body="<w:p>"), "cut off or damaged"),
        (b"Plain words", "no PDF"),
        (b"{\\rtf1 Ada}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"<!DOCTYPE html><p>Ada", "page of the web"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Word"),
        (bytes(range(256)) * 20, "no PDF"),
        (packed(**{"xl/workbook.xml": "<a/>"}), "PDF or DOCX first"),
        (packed(**{"notes.txt": "Ada"}), "archive"),
        (b"A" * (MOST_BYTES + 1), "more than 10 MB"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(data, words):
    assert words in refusal(data)


def test_what_is_no_text_is_refused():
    assert "cannot be read" in refusal(bytes(range(256)) * 20, "cv.bin")


def test_a_password_of_word_is_named():
    secret = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode(
        "utf-16-le"
    )
    assert "password" in refusal(secret, "cv.docx")


def laughs():
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    paragraph = "<w:p><w:r><w:t>Ada &a9;</w:t></w:r></w:p>"
    return docx("Ada Sorter", head=f"<!DOCTYPE w [{entities}]>", body=paragraph)


def nested(depth):
    return "<w:tbl><w:tr><w:tc>" * depth + "</w:tc></w:tr></w:tbl>" * depth


BOMBS = {
    "a zip that swells": docx("Ada", **{"word/media/a": b"\0" * 60_000_000}),
    "a zip of many": docx("Ada", **{f"word/{n}.xml": "" for n in range(1_100)}),
    "nested tables": docx("Ada", body=nested(400)),
    "a page that swells": pdf(stream=b"BT " + b"(A) Tj " * 6_000_000 + b"ET"),
    "a text that goes on": docx("word " * 300_000),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused_in_time(name):
    start = time.monotonic()
    assert refusal(BOMBS[name], "cv.docx")
    assert time.monotonic() - start < 8  # with room for a busy machine


def test_entities_are_not_unfolded_and_nothing_outside_is_asked():
    with suppress(Unreadable):
        assert "ha" not in text_of(laughs(), "cv.docx").text
    outside = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    body = "<w:p><w:r><w:t>A&x;B</w:t></w:r></w:p>"
    text = text_of(docx("Ada Sorter", head=outside, body=body), "cv.docx").text
    assert text in ("Ada Sorter\nAB", "Ada Sorter\nA")


def test_a_reader_that_hangs_is_ended(monkeypatch):
    monkeypatch.setattr(text_module, "MOST_SECONDS", 0.001)
    assert "too complicated" in refusal(pdf("Ada"))


def test_a_reader_that_dies_is_a_refusal(monkeypatch, tmp_path):
    child = tmp_path / "child.py"
    child.write_text("import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    monkeypatch.setattr(text_module, "_CHILD", child)
    assert "too complicated" in refusal(pdf("Ada"))


def test_the_web_process_loads_no_parser():
    code = "import accounts.resumes.child, sys; print(*sys.modules)"
    words = [sys.executable, "-c", code]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert not {"pypdfium2", "lxml"} & set(done.stdout.split())


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "a\0b.txt", "x" * 5_000, "\u202etxt.exe", "", ".."]
)
def test_a_name_is_only_a_name(name):
    assert text_of(LINES.encode(), name).text == LINES


def test_a_lying_directory_is_not_believed():
    data = bytearray(docx("Ada"))
    place = data.rindex(b"PK\x01\x02")
    data[place + 24 : place + 28] = (10).to_bytes(4, "little")
    assert refusal(bytes(data), "cv.docx")
