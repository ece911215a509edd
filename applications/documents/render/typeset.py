"""PDF and pictures of a document by Typst; run by ``child.py``.

The document is data to the templates beside this file, never a part of them, so no sign in
it means anything to Typst. No template asks for a package, so nothing is fetched.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).parent / "typst"
UNKNOWN = re.compile(r'the text `"(.{1,80}?)"` could not be displayed', re.DOTALL)
ESCAPED = re.compile(r"\\u\{([0-9a-f]{1,6})\}")
JOINING = re.compile("[\u200b-\u200f\ufe00-\ufe0f]")
SHARP = 110  # points an inch
MOST_PICTURES = 10
MOST_UNKNOWN = 200
# Of the steps, those that look like the first; and of how many pages one is spared.
AIRY = 3
MOST_SPARED = 3


def make(task: dict[str, Any]) -> tuple[list[bytes], dict[str, Any]]:
    """The files of a task, and how many pages and which signs no font has."""
    sheet = Sheet(task)
    sheet.fit(task["steps"], task["most_pages"])
    return sheet.pictures() if task["make"] == "png" else sheet.pdf()


def unknown(diagnostic: str) -> str:
    """The signs that a typesetter says it has no picture of, each once."""
    found = "".join(UNKNOWN.findall(diagnostic))
    found = ESCAPED.sub(lambda code: chr(int(code[1], 16)), found)
    return "".join(dict.fromkeys(JOINING.sub("", found)))[:MOST_UNKNOWN]


class Sheet:
    """One document at one of the steps by which it is made to fit."""

    def __init__(self, task: dict[str, Any]) -> None:
        self.data = dict(task["sheet"])
        self.compiler = self._compiler(has_system_fonts=False)

    def _compiler(self, *, has_system_fonts: bool) -> typst.Compiler:
        return typst.Compiler(
            str(HERE / "main.typ"),
            root=str(HERE),
            font_paths=os.environ["FONTS"].split(os.pathsep),
            ignore_system_fonts=not has_system_fonts,
        )

    def inputs(self) -> dict[str, str]:
        return {"sheet": json.dumps(self.data)}

    def pages(self, step: dict[str, Any]) -> int:
        self.data |= step
        # A picture costs nothing at so few points an inch; what is compiled is kept.
        self.compiler.compile(format="svg", sys_inputs=self.inputs())
        return int(self.compiler.query("<pages>", field="value", one=True))

    def fit(self, steps: list[dict[str, Any]], most: int | None) -> None:
        """Take the roomiest step with no more pages; of none, that with the fewest."""
        pages = self.pages(steps[0])
        if most is None:
            self._spare(steps, pages)
            return
        if pages <= most:
            return
        most = max(most, self.pages(steps[-1]))
        low, high = 0, len(steps) - 1
        while high - low > 1:
            middle = (low + high) // 2
            if self.pages(steps[middle]) <= most:
                high = middle
            else:
                low = middle
        self.data |= steps[high]

    def _spare(self, steps: list[dict[str, Any]], pages: int) -> None:
        """A last page for a few lines is not needed where a little less air does."""
        airy = steps[:AIRY] if 1 < pages <= MOST_SPARED else steps[:1]
        if not any(self.pages(step) < pages for step in airy[1:]):
            self.data |= steps[0]

    def pdf(self) -> tuple[list[bytes], dict[str, Any]]:
        missing = ""
        try:
            data = self._accessible()
        except typst.TypstError:
            # Signs that our fonts do not have: those of the machine may.
            self.compiler = self._compiler(has_system_fonts=True)
            try:
                data = self._accessible()
            except typst.TypstError as error:
                missing = unknown(error.diagnostic)
                (data,) = self._files("pdf")
        pages = self.compiler.query("<pages>", field="value", one=True)
        return [data], {"pages": int(pages), "missing": missing}

    def _accessible(self) -> bytes:
        return self._files("pdf", pdf_standards=["ua-1"])[0]

    def pictures(self) -> tuple[list[bytes], dict[str, Any]]:
        files = self._files("png", ppi=SHARP)
        return files[:MOST_PICTURES], {"pages": len(files)}

    def _files(self, format: Any, **how: Any) -> list[bytes]:
        found: Any = self.compiler.compile(
            format=format, sys_inputs=self.inputs(), **how
        )
        return found if isinstance(found, list) else [found]
