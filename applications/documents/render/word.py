"""A document as DOCX, with real styles, headings and lists; run by ``child.py``."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

PAPERS = {"a4": (Cm(21), Cm(29.7)), "us-letter": (Cm(21.59), Cm(27.94))}
# Fonts that Word has, and other programs have a like of; the space at the edges.
FONTS = {"classic": "Cambria", "letter": "Cambria"}
MARGINS = {"compact": (1.7, 1.5), "letter": (2.7, 2.5), "note": (2.7, 2.4)}
# Where the name and what is below it stand; at the left where nothing is said.
SIDES = {"classic": WD_ALIGN_PARAGRAPH.CENTER, "letter": WD_ALIGN_PARAGRAPH.RIGHT}
THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
EPOCH = (1980, 1, 1, 0, 0, 0)


def make(task: dict[str, Any]) -> tuple[list[bytes], dict[str, Any]]:
    word = Word(task["sheet"] | task["steps"][0])
    word.write()
    return [word.saved()], {"pages": None}


class Word:
    def __init__(self, sheet: dict[str, Any]) -> None:
        self.sheet = sheet
        self.file = docx.Document()
        self.style = {style.name: style for style in self.file.styles}
        self.is_letter = sheet["layout"] in ("letter", "note")
        self.accent = RGBColor.from_string(sheet["accent"].lstrip("#"))
        self._set_page()
        self._set_styles()
        self._tell()

    def _set_page(self) -> None:
        page = self.file.sections[0]
        across, down = MARGINS.get(self.sheet["layout"], (2.2, 2.0))
        page.page_width, page.page_height = PAPERS[self.sheet["paper"]]
        page.left_margin = page.right_margin = Cm(across)
        page.top_margin = page.bottom_margin = Cm(down)
        self.width = page.page_width - 2 * Cm(across)

    def _set_styles(self) -> None:
        size, roomy = self.sheet["size"], self.is_letter
        self._set("Normal", size, after=8 if roomy else 3)
        self._set("List Bullet", size, after=1.5)
        self._set("Title", size * 2, color=self.accent, after=2)
        self._set("Subtitle", size * 1.1, after=2)
        self._set("Heading 1", size * 1.15, color=self.accent, before=10, after=3)
        self._set("Heading 2", size, before=5, after=1.5)
        self.style["Normal"].paragraph_format.line_spacing = 1.15 if roomy else 1.05

    def _set(
        self,
        name: str,
        size: float,
        *,
        color: Any = None,
        before: float = 0,
        after: float = 0,
    ) -> None:
        style = self.style[name]
        style.font.size, style.font.color.rgb = Pt(size), color or RGBColor(32, 32, 32)
        style.font.bold, style.font.italic = name in ("Title", "Heading 1"), False
        space = style.paragraph_format
        space.space_before, space.space_after = Pt(before), Pt(after)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for themed in THEMED:  # a theme’s font would win
            fonts.attrib.pop(qn(f"w:{themed}"), None)
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), FONTS.get(self.sheet["layout"], "Calibri"))
        # The rule below a title, and letters apart in a subtitle, are the program’s.
        for path in ("w:pPr/w:pBdr", "w:rPr/w:spacing"):
            for own in style.element.xpath(path):
                own.getparent().remove(own)

    def _tell(self) -> None:
        """Title, author and language; no dates, so that it is the same file each time."""
        known = self.file.core_properties
        known.title, known.author = (
            self.sheet["title"][:255],
            self.sheet["author"][:255],
        )
        known.last_modified_by, known.comments = known.author, ""
        known.language = self.sheet["lang"]
        for child in list(known._element):
            if child.tag.endswith(("}created", "}modified")):
                known._element.remove(child)
        for spoken in self.file.styles.element.iter(qn("w:lang")):
            spoken.set(qn("w:val"), self.sheet["lang"])

    def write(self) -> None:
        if self.sheet["name"]:
            self._add(self.sheet["name"], "Title")
        for line in self.sheet["head"]:
            self._add(line["said"], "Normal" if line["is_contact"] else "Subtitle")
        if side := SIDES.get(self.sheet["layout"]):
            for paragraph in self.file.paragraphs:
                paragraph.alignment = side
        if self.is_letter and self.file.paragraphs:
            self.file.paragraphs[-1].paragraph_format.space_after = Pt(24)
        for block in self.sheet["blocks"]:
            getattr(self, f"_{block['kind']}")(block)

    def _add(self, pieces: list[dict[str, str]], style: str) -> Any:
        paragraph = self.file.add_paragraph(style=self.style[style])
        self._say(paragraph, pieces)
        return paragraph

    def _heading(self, block: dict[str, Any]) -> None:
        self._add(block["said"], "Heading 1")

    def _entry(self, block: dict[str, Any]) -> None:
        paragraph = self.file.add_paragraph(style=self.style["Heading 2"])
        self._say(paragraph, block["lead"], is_bold=True)
        self._say(paragraph, block["rest"])
        if block["asides"]:
            stops = paragraph.paragraph_format.tab_stops
            stops.add_tab_stop(self.width, WD_TAB_ALIGNMENT.RIGHT)
            paragraph.add_run("\t")
        for number, aside in enumerate(block["asides"]):
            self._say(paragraph, [{"kind": "text", "text": " · "}] if number else [])
            self._say(paragraph, aside)

    def _points(self, block: dict[str, Any]) -> None:
        for point in block["points"]:
            self._add(point, "List Bullet")

    def _paragraph(self, block: dict[str, Any]) -> None:
        paragraph = self.file.add_paragraph(style=self.style["Normal"])
        is_subject, is_closing = block["role"] == "subject", block["role"] == "closing"
        for number, line in enumerate(block["lines"]):
            if number:
                paragraph.add_run().add_break()
            self._say(paragraph, line, is_bold=is_subject)
        if is_closing:
            paragraph.paragraph_format.space_after = Pt(24)
            paragraph.paragraph_format.keep_with_next = True

    def _say(self, paragraph: Any, pieces: list[dict[str, str]], **look: bool) -> None:
        for piece in pieces:
            run = paragraph.add_run(piece["text"])
            run.bold = look.get("is_bold") or None
            if piece["kind"] == "gap":
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW
            elif piece["kind"] == "link":
                self._link(paragraph, run, piece["to"])

    def _link(self, paragraph: Any, run: Any, to: str) -> None:
        link = OxmlElement("w:hyperlink")
        kind = RELATIONSHIP_TYPE.HYPERLINK
        link.set(qn("r:id"), self.file.part.relate_to(to, kind, is_external=True))
        link.append(run._r)
        paragraph._p.append(link)

    def saved(self) -> bytes:
        """The file, in which no part says when it was written."""
        raw, told = io.BytesIO(), io.BytesIO()
        self.file.save(raw)
        with zipfile.ZipFile(raw) as parts, zipfile.ZipFile(told, "w") as file:
            for part in parts.infolist():
                entry = zipfile.ZipInfo(part.filename, EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                file.writestr(entry, parts.read(part))
        return told.getvalue()
