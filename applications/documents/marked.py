"""A document to look at: its lines with a mark at each statement, and why it is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from django.utils.translation import gettext as _

from applications.documents.evidence.shapes import Source, State, Statement, Weighed
from applications.documents.sheet import GAP, Item, Kind, items_of

# What is wrong first; what stands on nothing is worse than what says too much.
_ORDER = (State.UNSUPPORTED, State.STRETCHED, State.GAP)
_TONES = {
    State.SUPPORTED: "good",
    State.STRETCHED: "warn",
    State.UNSUPPORTED: "bad",
    State.GAP: "plain",
    State.COURTESY: "plain",
}


def name_of(source: Source) -> str:
    """By its own name, else by that of its kind."""
    kinds = {
        "headline": _("Your headline"),
        "summary": _("Your summary"),
        "skills": _("Your skills"),
        "contact": _("How to reach you"),
        "note": _("Your notes"),
        "posting": _("The posting"),
    }
    return kinds.get(source.kind) or source.label or _("Your résumé")


class Ground(NamedTuple):
    """A source with the words of it that say so."""

    source: Source
    words: str

    @property
    def name(self) -> str:
        return name_of(self.source)


class Note(NamedTuple):
    """A statement with its number on the page; ``grounds`` are the sources it stands on."""

    number: int
    statement: Statement
    grounds: list[Ground]
    nearest: Ground | None

    @property
    def state(self) -> str:
        return self.statement.state

    @property
    def tone(self) -> str:
        return _TONES[self.statement.state]

    @property
    def label(self) -> str:
        labels = {
            State.UNSUPPORTED: _("Evidence %d, no source"),
            State.STRETCHED: _("Evidence %d, stretched"),
            State.GAP: _("Blank %d, to be filled in"),
        }
        return (
            labels.get(self.statement.state, _("Evidence %d, supported")) % self.number
        )

    @property
    def missing(self) -> str:
        """The facts without a source: ``“€2 million”, “40”``."""
        return ", ".join(f"“{fact.text}”" for fact in self.statement.missing)

    @property
    def said(self) -> str:
        """In one line; what stands aside, after a dot."""
        return self.statement.text.replace(" | ", " · ")


class Part(NamedTuple):
    """Words of a line; of a statement they have its ``note``, and ``is_end`` at its end."""

    text: str
    note: Note | None = None
    is_gap: bool = False
    is_end: bool = False


class Line(NamedTuple):
    parts: list[Part]
    asides: tuple[str, ...] = ()


class Block(NamedTuple):
    """Lines of one kind in a row: a list of points, a paragraph, one heading."""

    kind: str
    lines: list[Line]


@dataclass
class Group:
    """Statements that stand on the same source."""

    source: Source
    notes: list[Note] = field(default_factory=list)

    @property
    def name(self) -> str:
        return name_of(self.source)


class Marked(NamedTuple):
    blocks: list[Block]
    problems: list[Note]
    groups: list[Group]


def marked(text: str, weighed: Weighed) -> Marked:
    """Statements are numbered as they stand in the text, courtesies are not."""
    notes = list(_notes(weighed))
    by_line = {
        line: list(some)
        for line, some in groupby(notes, key=lambda note: note.statement.line)
    }
    problems = [note for note in notes if note.state in _ORDER]
    problems.sort(key=lambda note: _ORDER.index(State(note.state)))
    return Marked(list(_blocks(text, by_line)), problems, _groups(notes))


def unweighed(text: str) -> Marked:
    """Only to be read: nothing is numbered."""
    return marked(text, Weighed((), ()))


def _notes(weighed: Weighed) -> Iterator[Note]:
    said = (one for one in weighed.statements if one.state != State.COURTESY)
    for number, one in enumerate(said, start=1):
        grounds = [
            Ground(weighed.sources[place], words) for place, words in one.sources
        ]
        near = one.stretch.source if one.stretch else None
        nearest = None if near is None else Ground(weighed.sources[near], "")
        yield Note(number, one, grounds, nearest)


def _groups(notes: Iterable[Note]) -> list[Group]:
    """What is supported, by the best of its sources, in the order of the text."""
    found: dict[tuple[str, int], Group] = {}
    for note in notes:
        if note.state == State.SUPPORTED and note.grounds:
            source = note.grounds[0].source
            key = (source.kind, source.number)
            found.setdefault(key, Group(source)).notes.append(note)
    return list(found.values())


def _blocks(text: str, notes: dict[int, list[Note]]) -> Iterator[Block]:
    raws = text.splitlines()
    run: Block | None = None
    for item in items_of(text):
        line = _line(item, raws[item.line], notes.get(item.line, []))
        if run and run.kind == item.kind and not item.is_first:
            run.lines.append(line)
            continue
        if run:
            yield run
        run = Block(item.kind, [line])
    if run:
        yield run


def _line(item: Item, raw: str, notes: list[Note]) -> Line:
    if item.kind is Kind.ENTRY:
        return Line(_parts(item.text, notes[0] if notes else None), item.asides)
    at = 0 if item.kind is Kind.TEXT else raw.index(" ") + 1
    parts: list[Part] = []
    for note in notes:
        said = note.statement
        parts += _parts(raw[at : said.start]) + _parts(raw[said.start : said.end], note)
        at = said.end
    return Line(parts + _parts(raw[at:]))


def _parts(text: str, note: Note | None = None) -> list[Part]:
    """The words, gaps by themselves."""
    parts, at = [], 0
    for gap in GAP.finditer(text):
        parts += [Part(text[at : gap.start()], note), Part(gap[0], note, is_gap=True)]
        at = gap.end()
    parts.append(Part(text[at:], note))
    shown = [part for part in parts if part.text]
    if note and shown:
        shown[-1] = shown[-1]._replace(is_end=True)
    return shown
