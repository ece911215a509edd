"""A document as numbered lines without who it is of, and edits to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from accounts.resumes.anonymous import Sealed, marks_in
from jobtracker.text import clean_text

# A small model finds no end by itself; a server that knows the form ends it here.
MOST_EDITS = 30
LONGEST_LINE = 2_000
_SIGN = re.compile(r"(?:#{1,3}|-)(?: +|$)")
# Two letters of these join in some scripts; the rest of their kind hides or turns text.
_JOINERS = "\u200c\u200d"


class Edit(NamedTuple):
    """``action``: replace, delete, insert. ``line`` counts from 1; ``insert`` comes after
    it, at the top after 0."""

    line: int
    action: str
    text: str = ""


def numbered(lines: Iterable[str]) -> str:
    return "\n".join(f"{n}| {line}" for n, line in enumerate(lines, 1))


@dataclass
class Editing:
    """Makes edits to lines, each that can be made; ``dropped`` counts the others.

    What was taken out of a line must come back in it.
    """

    sealed: Sealed
    dropped: int = 0
    _changed: dict[int, str | None] = field(default_factory=dict)
    _added: dict[int, list[str]] = field(default_factory=dict)

    def make(self, edits: Iterable[Edit]) -> str:
        for number, edit in enumerate(edits):
            if number >= MOST_EDITS or not self._take(edit):
                self.dropped += 1
        return "\n".join(self.sealed.opened(line) for line in self._lines())

    def _take(self, edit: Edit) -> bool:
        text = one_line(edit.text)
        if edit.action == "insert":
            return self._insert(edit.line, text)
        if not 1 <= edit.line <= len(self.sealed.texts) or edit.line in self._changed:
            return False
        old = self.sealed.texts[edit.line - 1]
        if edit.action == "delete":
            text = ""
        elif not (text := _with_sign(old, text)):
            return False
        if old.startswith("# ") or marks_in(old) != marks_in(text):
            return False
        self._changed[edit.line] = text or None
        return True

    def _insert(self, after: int, text: str) -> bool:
        is_name = text.startswith("# ")
        if not 0 <= after <= len(self.sealed.texts) or not text or is_name:
            return False
        if marks_in(text):
            return False
        self._added.setdefault(after, []).append(text)
        return True

    def _lines(self) -> Iterable[str]:
        yield from self._added.get(0, ())
        for number, line in enumerate(self.sealed.texts, 1):
            kept = self._changed.get(number, line)
            if kept is not None:
                yield kept
            yield from self._added.get(number, ())


def one_line(text: str) -> str:
    """As a person would type it: nothing hidden in it. Empty where it is too long."""
    shown = (
        c for c in clean_text(text) if c in _JOINERS or unicodedata.category(c) != "Cf"
    )
    line = " ".join("".join(shown).split())
    return line if len(line) <= LONGEST_LINE else ""


def _with_sign(old: str, text: str) -> str:
    """``text`` in place of ``old``: what kind of line it is stays."""
    sign = found[0] if (found := _SIGN.match(old)) else ""
    words = _SIGN.sub("", text, count=1)
    return f"{sign}{words}" if words else ""
