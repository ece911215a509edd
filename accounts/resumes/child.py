"""Takes the text out of one PDF or DOCX, in a process of its own.

Run by path with ``python -I``; the file comes on stdin, its kind (pdf, docx) as argument. On
stdout is one JSON object, ``{"text": …, "links": […]}`` or ``{"refused": code}``; the
sentences are in ``text.py``. What is cut off, loops or swells meets the limits below.
"""

from __future__ import annotations

import io
import json
import os
import re
import resource
import sys
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

MB = 2**20
LIMITS = {
    resource.RLIMIT_AS: 512 * MB,
    resource.RLIMIT_CPU: 4,  # seconds
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_NOFILE: 16,
    resource.RLIMIT_NPROC: 0,
    resource.RLIMIT_CORE: 0,
}
MOST_PAGES = 100
MOST_TEXT = 1_000_000  # characters
MOST_LINKS = 200
WIDE = 1.0  # times the size of the letters: no space between words is so wide
MOST_UNPACKED = 50 * MB
MOST_PARTS = 1_000
DEEPEST = 40  # tables in tables
# What is not seen on paper: deleted, moved away, or there for older programs only.
UNSEEN = {"del", "moveFrom", "Fallback", "instrText", "delText"}
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Box = tuple[float, float, float, float]  # left, bottom, right, top
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class No(Exception):
    """The code of what cannot be done."""


def main(kind: str) -> None:
    for name, most in LIMITS.items():
        with suppress(ValueError, OSError):  # where a system knows no such limit
            resource.setrlimit(name, (most, most))
    try:
        text, links = {"pdf": pdf, "docx": docx}[kind](sys.stdin.buffer.read())
        answer: dict[str, Any] = {"text": text, "links": links[:MOST_LINKS]}
    except No as no:
        answer = {"refused": str(no)}
    except MemoryError:
        answer = {"refused": "memory"}
    except Exception:  # noqa: BLE001 – parsers raise anything on a broken file
        answer = {"refused": "damaged"}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def joined(pieces: Iterator[str]) -> str:
    """The pieces in one text, given up as soon as it is too long."""
    found, length = [], 0
    for piece in pieces:
        found.append(piece)
        length += len(piece) + 1
        if length > MOST_TEXT:
            raise No("long")
    return "\n".join(found)


def pdf(data: bytes) -> tuple[str, list[str]]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise No("locked" if is_locked else "damaged") from error
    if len(document) > MOST_PAGES:
        raise No("pages")
    links: list[str] = []

    def pages() -> Iterator[str]:
        for number in range(len(document)):
            page = document[number]
            yield pdf_text(pypdfium2.raw, page.get_textpage())
            links.extend(pdf_links(pypdfium2.raw, document, page))

    return joined(pages()), links


def pdf_text(raw: Any, page: Any) -> str:
    """The text of a page, with a tab where a wide gap parts two columns of a line."""
    if page.count_chars() > MOST_TEXT:
        raise No("long")
    text = page.get_text_range(errors="replace")
    if len(text) != page.count_chars():
        return text  # some sign takes two places, so that those of the rest are unknown
    signs = list(text)
    for found in re.finditer(r"(?<=\S) +(?=\S)", text):
        start, end = found.start() - 1, found.end()
        size = raw.FPDFText_GetFontSize(page, start)
        before = page.get_charbox(start, loose=True)
        after = page.get_charbox(end, loose=True)
        if after[0] - before[2] > WIDE * size:
            signs[found.start()] = "\t"
        elif is_lower(before, after, size):
            signs[found.start()] = "\n"
    return "".join(signs)


def is_lower(before: Box, after: Box, size: float) -> bool:
    """Whether a sign begins another line. On a page of short lines, with dates at the
    right, PDFium takes the columns for vertical writing and joins the lines."""
    down = (before[1] + before[3] - after[1] - after[3]) / 2
    return down > size / 2 and after[0] < before[0] - size


def pdf_links(raw: Any, document: Any, page: Any) -> Iterator[str]:
    """The addresses that lie under the words: icons often stand for them."""
    from ctypes import byref, c_int, create_string_buffer

    place, link = c_int(0), raw.FPDF_LINK()
    for _ in range(MOST_LINKS):
        if not raw.FPDFLink_Enumerate(page, byref(place), byref(link)):
            return
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            continue
        room = create_string_buffer(2_048)
        length = raw.FPDFAction_GetURIPath(document, action, room, len(room))
        if 1 < length <= len(room):
            yield room.raw[: length - 1].decode("utf-8", "replace")


def docx(data: bytes) -> tuple[str, list[str]]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(p.file_size for p in parts) > MOST_UNPACKED:
        raise No("bomb")
    if any(part.flag_bits & 1 for part in parts):
        raise No("locked")
    names = [part.filename for part in parts]
    body = next(n for n in names if re.fullmatch(r"word/document\d*\.xml", n))
    # One header is for the first page, one for the others: they often say the same.
    tops = sorted(n for n in names if re.fullmatch(r"word/header\d+\.xml", n))
    ends = sorted(n for n in names if re.fullmatch(r"word/foot(er|notes)\d*\.xml", n))
    seen: set[str] = set()

    def pieces() -> Iterator[str]:
        for name in (*tops, body, *ends):
            lines = list(paragraphs(tree(archive, name)))
            if name == body:
                seen.update(lines)
                yield from lines
            else:
                yield from (line for line in lines if line.strip() and line not in seen)
                seen.update(lines)

    text = joined(pieces())
    return text, list(docx_links(archive, names))


def tree(archive: zipfile.ZipFile, name: str) -> Any:
    from lxml import etree

    with archive.open(name) as file:
        content = file.read(MOST_UNPACKED + 1)
    if len(content) > MOST_UNPACKED:  # the directory lied
        raise No("bomb")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    return etree.fromstring(content, parser)


def local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def paragraphs(element: Any, depth: int = 0) -> Iterator[str]:
    """The lines below an element in their order, those of tables and boxes too."""
    if depth > DEEPEST * 4:
        raise No("bomb")
    for child in element:
        name = local(child)
        if name in UNSEEN:
            continue
        if name == "p":
            yield from paragraph(child, depth)
        elif name == "tr":
            yield from row(child, depth)
        else:
            yield from paragraphs(child, depth + 1)


def paragraph(element: Any, depth: int) -> Iterator[str]:
    boxes: list[Any] = []
    text = "".join(pieces_of(element, boxes, 0))
    style = element.find(f"{WORD}pPr/{WORD}pStyle")
    is_listed = element.find(f"{WORD}pPr/{WORD}numPr") is not None or (
        style is not None and str(style.get(f"{WORD}val", "")).startswith("List")
    )
    if is_listed and text.strip():
        text = f"• {text.strip()}"
    yield from text.split("\n")
    for box in boxes:
        yield from paragraphs(box, depth + 1)


def pieces_of(element: Any, boxes: list[Any], depth: int) -> Iterator[str]:
    if depth > DEEPEST:
        raise No("bomb")
    for child in element:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name == "txbxContent":
            boxes.append(child)
        elif name in SIGNS:
            yield SIGNS[name]
        elif name not in UNSEEN and not (name == "r" and is_hidden(child)):
            yield from pieces_of(child, boxes, depth + 1)


def is_hidden(run: Any) -> bool:
    found = run.find(f"{WORD}rPr/{WORD}vanish")
    return found is not None and found.get(f"{WORD}val") not in ("0", "false", "off")


def row(element: Any, depth: int) -> Iterator[str]:
    """A row of a plain table is one line; cells of a layout come one after another."""
    cells = [
        list(paragraphs(cell, depth + 1)) for cell in element if local(cell) != "trPr"
    ]
    filled = [[line for line in lines if line.strip()] for lines in cells]
    filled = [lines for lines in filled if lines]
    if all(len(lines) == 1 for lines in filled):
        yield " | ".join(lines[0].strip() for lines in filled)
    else:
        for lines in filled:
            yield from lines
            yield ""


def docx_links(archive: zipfile.ZipFile, names: list[str]) -> Iterator[str]:
    for name in names:
        if re.fullmatch(r"word/_rels/(document|header|footer)\d*\.xml\.rels", name):
            for found in tree(archive, name):
                if str(found.get("Type", "")).endswith("/hyperlink"):
                    yield str(found.get("Target", ""))[:2_048]


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except (BrokenPipeError, KeyboardInterrupt):
        os._exit(1)
