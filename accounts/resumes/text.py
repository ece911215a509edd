"""The text of a résumé or letter. Parsers run in a child process with small limits."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from accounts.resumes.files import DAMAGED, Unreadable, decoded, kind_of
from accounts.resumes.tidy import tidy
from jobtracker.children import run_child

MOST_SECONDS = 4.5  # with what comes around it, an answer takes no five
MOST_TEXT = 1_000_000  # characters
FEWEST_LETTERS = 3
_CHILD = Path(__file__).with_name("child.py")

_TOO_MUCH = _("This file is too large or too complicated to be read here.")
_TOO_LONG = _("This is more text than a résumé or letter has.")
REFUSALS = {
    "locked": _("This file has a password. Save it without one first."),
    "damaged": DAMAGED,
    "pages": _("This file has more than a hundred pages."),
    "long": _TOO_LONG,
    "bomb": _TOO_MUCH,
    "memory": _TOO_MUCH,
    "time": _TOO_MUCH,
    "nothing": _(
        "There is no text in this file: it is empty or a scan. Take the file it was made of."
    ),
}


class Text(NamedTuple):
    """What can be read in a file: its kind (pdf, docx, text), and where its links lead."""

    kind: str
    text: str
    links: tuple[str, ...] = ()


def text_of(data: bytes, name: str) -> Text:
    """The text in a PDF, DOCX or text file. Raises Unreadable, or Busy."""
    kind = kind_of(data, name)
    if kind == "zip":
        raise Unreadable(
            _("This is an archive. Unpack it and take one file out of it.")
        )
    return text_of_kind(data, kind)


def text_of_kind(data: bytes, kind: str) -> Text:
    """As ``text_of``, for a file whose kind (pdf, docx, text) is known."""
    found = {"text": decoded(data)} if kind == "text" else _ask_child(data, kind)
    if "refused" in found:
        raise Unreadable(REFUSALS[found["refused"]])
    text = tidy(found["text"])
    if len(text) > MOST_TEXT:
        raise Unreadable(_TOO_LONG)
    if sum(map(str.isalpha, text[:10_000])) < FEWEST_LETTERS:
        raise Unreadable(REFUSALS["nothing"])
    return Text(kind, text, tuple(dict.fromkeys(found.get("links", ()))))


def _ask_child(data: bytes, kind: str) -> dict[str, Any]:
    if kind == "pdf" and b"%%EOF" not in data[-4_096:]:
        return {"refused": "damaged"}  # a reader would mend it, and lose the rest
    try:
        done = run_child(_CHILD, kind, data=data, seconds=MOST_SECONDS)
        return json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return {"refused": "time"}
    except ValueError:  # it was ended in the middle
        return {"refused": "memory" if done.returncode < 0 else "damaged"}
