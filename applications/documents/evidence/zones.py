"""Which part of a document a line is: it says how the line is judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from accounts.style.words import CLOSINGS, SALUTATIONS
from applications.documents.evidence.statements import Said
from applications.documents.sheet import Kind

_GREETING: Final = re.compile(
    r"(?:dear|hello|hi|hey|good (?:morning|afternoon|day)|to whom|greetings|"
    + "|".join(re.escape(one) for some in SALUTATIONS.values() for one in some)
    + r")\b.{0,80}$",
    re.I,
)
_CLOSING: Final = re.compile(
    r"(?:"
    + "|".join(re.escape(one) for some in CLOSINGS.values() for one in some)
    + r"|with (?:kind|best|warm) \w+|all the best|hochachtungsvoll)\b(?: \w+){0,3}[,.!]?$",
    re.I,
)
_SKILLS: Final = re.compile(
    r"skill|technolog|tools|stack|kenntnis|fähigkeit|compéten|habilidad|competenc|vaardig"
    r"|\bother\b",
    re.I,
)
_TONGUES: Final = re.compile(r"language|sprach|langue|idioma|\btalen?\b", re.I)
_PAPERS: Final = re.compile(r"certif|licen[sc]e|zertifi|course|accredit", re.I)
_LABEL: Final = re.compile(r"^[^:,]{1,30}: ")
_CUT: Final = re.compile(r"\s*[,;·•]\s+|\s+\|\s+|\n")


def zones_of(
    statements: Iterable[Said], *, is_letter: bool
) -> Iterator[tuple[str, Said]]:
    """Each with its zone: name, heading, entry, head, greeting, closing, signature, list,
    tongues, paper or prose."""
    is_head, is_signed = True, False
    for said in statements:
        zone = _ZONES.get(said.kind, "")
        if said.kind is Kind.HEADING:
            is_head = False
        if not zone and is_letter and _GREETING.match(said.plain.text) and is_head:
            zone, is_head = "greeting", False
        elif not zone and is_letter and not is_head and _CLOSING.match(said.plain.text):
            zone, is_signed = "closing", True
        elif not zone and is_head and (not is_letter or _is_short(said)):
            zone = "head"
        elif not zone and is_signed and _is_short(said):
            zone = "signature"
        elif not zone:
            is_head = False if is_letter else is_head
            zone = _zone_of_line(said)
        yield zone, said


_ZONES: Final = {Kind.NAME: "name", Kind.HEADING: "heading", Kind.ENTRY: "entry"}


def _is_short(said: Said) -> bool:
    text = said.plain.text
    return len(text.split()) <= 12 or " · " in text or "@" in text


def _zone_of_line(said: Said) -> str:
    if _TONGUES.search(said.section):
        return "tongues"
    if _PAPERS.search(said.section) and said.entry < 0:
        return "paper"
    text = said.plain.text
    items = items_in(text)
    words = max((len(text[a:b].split()) for a, b in items), default=0)
    is_list = words <= 5 and not re.search(r"\w{3}\.$", text)
    if _SKILLS.search(said.section) and is_list:
        return "list"
    return (
        "list"
        if is_list and words <= 3 and len(items) > 1 and said.kind is Kind.TEXT
        else "prose"
    )


def items_in(text: str) -> list[tuple[int, int]]:
    """The parts of a list on one line, without the label before it."""
    label = _LABEL.match(text)
    at = label.end() if label else 0
    spans = []
    for cut in _CUT.finditer(text, at):
        spans.append((at, cut.start()))
        at = cut.end()
    spans.append((at, len(text.rstrip(" .,;"))))
    return [(start, end) for start, end in spans if text[start:end].strip()]
