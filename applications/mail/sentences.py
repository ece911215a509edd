"""An e-mail's text as sentences, in a spelling that phrases can be looked for in."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from applications.mail.phrases.context import CONTRACTIONS, MARKERS

# News stands at the top, terms at the end; what lies between costs time only.
HEAD, TAIL = 10_000, 1_500
SENTENCE = 500

_BREAK = re.compile(r"(?<=[.!?;…])[)\"'»”]*\s+|\n+")
_ABBREVIATION = re.compile(
    r"\b(mr|mrs|ms|dr|st|no|inc|ltd|co|e\.g|i\.e|z\.b|bzw|ca|nr|d\.h|p\.m|a\.m|approx)\.$|(?:^|\s)\d\d?\.$",
    re.I,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)([^\s/<>]{1,80})[^\s<>]{0,2000}")
_REPLACED = [(re.compile(pattern), by) for pattern, by in CONTRACTIONS]
_QUOTES = str.maketrans("’‘`´“”„«»–—‐‑\u00a0", '\'\'\'\'"""""---- ')


class Sentences(NamedTuple):
    """``shown`` are the sentences as they stand, ``spelled`` as they are searched."""

    shown: tuple[str, ...]
    spelled: tuple[str, ...]

    @property
    def joined(self) -> str:
        return "\n".join(self.spelled)


def sentences(text: str) -> Sentences:
    """Split a text; lines that a mail program wrapped are put together again."""
    if len(text) > HEAD + TAIL:
        text = f"{text[:HEAD]}\n{text[-TAIL:]}"
    shown = [part for part in _parts(_unwrapped(text)) if part.strip()]
    pairs = [(part, spelled(part)) for part in shown]
    pairs = [(part, plain) for part, plain in pairs if plain]
    return Sentences(tuple(p for p, _ in pairs), tuple(s for _, s in pairs))


def _unwrapped(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.splitlines()]
    result = ""
    for line, following in zip(lines, [*lines[1:], ""], strict=False):
        wrapped = len(line) >= 50 and following and following[0].isalnum()
        result += line + (" " if wrapped else "\n")
    return result


def _parts(text: str) -> list[str]:
    parts: list[str] = []
    for piece in _BREAK.split(text):
        if parts and _ABBREVIATION.search(parts[-1][-12:]):
            parts[-1] += f" {piece}"
        else:
            parts.append(piece)
    return [
        part[at : at + SENTENCE].strip()
        for part in parts
        for at in range(0, len(part), SENTENCE)
    ]


def spelled(text: str) -> str:
    """Lower case, no accents, one kind of quotes, contractions written out."""
    text = unicodedata.normalize("NFKD", text.translate(_QUOTES)).lower()
    text = "".join(c for c in text if not unicodedata.combining(c)).replace("ß", "ss")
    text = _ADDRESS.sub(r"\1", text)
    for pattern, by in _REPLACED:
        text = pattern.sub(by, text)
    return " ".join(re.sub(r"[\"*_|<>\[\]{}~#=]+", " ", text).split()).replace(
        " ,", ","
    )


def languages(text: str) -> list[str]:
    """The languages whose phrases are worth trying, English always among them."""
    words = re.findall(r"[a-z-]+", text)
    found = {
        language: sum(word in markers for word in words)
        for language, markers in _markers().items()
    }
    best = max(found.values(), default=0)
    return ["en", *(name for name, n in found.items() if n >= max(1, best * 0.5))]


@cache
def _markers() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in MARKERS.items()}
