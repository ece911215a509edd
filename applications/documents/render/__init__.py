"""Files and pictures of a document: the door to this package.

The same text with the same look gives the same bytes, everywhere and always.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from accounts.style.language import language_of
from applications.documents.render.asking import ask
from applications.documents.render.blocks import blocks_of, cleaned
from applications.documents.render.markdown import as_markdown
from applications.documents.render.plain import as_plain
from applications.documents.render.reading import ReadBack, ats_of, read_back, text_in
from applications.documents.render.styling import steps, styled
from jobtracker.text import words_of

__all__ = [
    "VERSION",
    "ReadBack",
    "Rendered",
    "ats_of",
    "mark_of",
    "pictures",
    "read_back",
    "render",
    "text_in",
]

# With another one, files are made anew.
VERSION: Final = 2
LETTER: Final = "cover_letter"


class Rendered(NamedTuple):
    """A file; ``pages`` of a PDF; ``missing`` are the signs that no font there has."""

    data: bytes
    pages: int | None
    missing: str = ""


def render(
    text: str,
    document_type: str,
    format: str,
    settings: Mapping[str, Any],
    *,
    title: str,
    author: str,
    most_pages: int | None = None,
) -> Rendered:
    """A document as pdf, docx, md or txt. Raises Refused.

    ``most_pages``: made smaller and tighter until it has no more; where that does not do,
    ``pages`` tells.
    """
    if format in ("md", "txt"):
        sheet = blocks_of(text, is_letter=document_type == LETTER)
        write = as_markdown if format == "md" else as_plain
        return Rendered(write(sheet).encode(), None)
    told = {"title": cleaned(title), "author": cleaned(author)}
    task = _task(text, document_type, settings, most_pages)
    task["sheet"] |= told
    files, head = ask(task | {"make": format})
    return Rendered(files[0], head.get("pages"), head.get("missing", ""))


def pictures(
    text: str,
    document_type: str,
    settings: Mapping[str, Any],
    *,
    most_pages: int | None = None,
) -> list[bytes]:
    """The first ten pages as PNG. Raises Refused."""
    task = _task(text, document_type, settings, most_pages)
    files, _head = ask(task | {"make": "png"})
    return files


def mark_of(
    text: str,
    document_type: str,
    format: str,
    settings: Mapping[str, Any],
    *,
    title: str,
    author: str,
    most_pages: int | None = None,
) -> str:
    """Of all that a file stands on: 64 signs, the same for the same file."""
    look = styled(settings, document_type)
    made_of = [VERSION, text, document_type, format, look, title, author, most_pages]
    return hashlib.sha256(json.dumps(made_of, sort_keys=True).encode()).hexdigest()


def _task(
    text: str, document_type: str, settings: Mapping[str, Any], most_pages: int | None
) -> dict[str, Any]:
    look = styled(settings, document_type)
    sheet = blocks_of(text, is_letter=document_type == LETTER) | look
    sheet |= {"title": "", "author": "", "lang": language_of(words_of(text)) or "en"}
    return {"sheet": sheet, "steps": steps(look["size"]), "most_pages": most_pages}
