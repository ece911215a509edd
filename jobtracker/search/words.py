"""Words as they are compared: without case and accents, and cut where a language does not.

The same text gives the same words here for both databases; neither parses it again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# Accents of the Latin, Greek and Cyrillic scripts, points of the Hebrew and Arabic ones.
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i"}
    | {"æ": "ae", "œ": "oe", "þ": "th"}
)
# Scripts without spaces: Thai, Lao, Burmese, Khmer, kana and Han.
UNBROKEN = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff"
    "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
# A run of such a script, or a word with what names of techniques end with: C++, C#. The
# signs of vowels of the Indic scripts are no letters, and stand within words.
WORD = re.compile(
    rf"[{UNBROKEN}]+|(?:(?![{UNBROKEN}])(?:[^\W_]|[\u0900-\u0963\u0966-\u0dff]))+[+#]*"
)
_ASCII = re.compile("[a-z0-9]+[+#]*")
# Where one text ends and the next begins: no phrase reaches over it.
BREAK = " | "
LONGEST = 64
MOST_TERMS = 12


def folded(text: str) -> str:
    """The text without case, accents and width: ``Ä`` is ``a``, ``ß`` is ``ss``."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = unicodedata.normalize("NFC", _ACCENTS.sub("", plain))
    return plain.translate(_LETTERS)


def words(text: str) -> list[str]:
    """What a text is found by; of a run without spaces each two neighbours."""
    if text.isascii():  # most are: the same, in a tenth of the time
        found: list[str] = _ASCII.findall(text.lower())
    else:
        found = [word for run in WORD.findall(folded(text)) for word in _of_run(run)]
    if max(map(len, found), default=0) > LONGEST:
        return [word[:LONGEST] for word in found]
    return found


def _of_run(run: str) -> Iterable[str]:
    return (run[n : n + 2] for n in range(len(run))) if is_unbroken(run) else (run,)


def spelled(texts: Iterable[str], most: int) -> str:
    """The words of several texts, a break between two, in at most so many bytes."""
    lines = (" ".join(words(text[:most])) for text in texts if text)
    whole = BREAK.join(line for line in lines if line)
    if len(whole.encode()) <= most:
        return whole
    cut = whole.encode()[:most].decode(errors="ignore")
    return cut.rpartition(" ")[0].rstrip(BREAK)


def is_unbroken(run: str) -> bool:
    return re.match(f"[{UNBROKEN}]", run) is not None


class Term(NamedTuple):
    """A word to look for; ``begins``: one that begins so will do."""

    word: str
    begins: bool

    def fits(self, word: str) -> bool:
        return word.startswith(self.word) if self.begins else word == self.word

    @property
    def written(self) -> str:
        """As it stands in a text of words: a space where a word begins, and where it ends."""
        return f" {self.word}" if self.begins else f" {self.word} "


class Query:
    """What someone typed: words of which each must be there, and “phrases”.

    Whatever else stands in it – operators, quotes, signs – is no word and goes nowhere.
    """

    def __init__(self, text: str) -> None:
        parts = re.split(r'["“”„«»]', text)
        # Every second part stands between quotes; the last one where they are closed.
        if len(parts) % 2 == 0:
            parts[-2:] = [f"{parts[-2]} {parts[-1]}"]
        outside, inside = parts[::2], parts[1::2]
        self.phrases = [p for p in (" ".join(words(part)) for part in inside) if p]
        terms = [term for part in outside for term in _terms(part)]
        if terms and outside[-1].strip() and not is_unbroken(terms[-1].word):
            # The last one may still be being typed.
            terms[-1] = Term(terms[-1].word, True)
        terms += [Term(word, False) for p in self.phrases for word in p.split()]
        self.terms = list(dict.fromkeys(terms))[:MOST_TERMS]

    def __bool__(self) -> bool:
        return bool(self.terms)

    @property
    def written(self) -> list[str]:
        """Terms and phrases as they stand in texts of words."""
        return [*(term.written for term in self.terms), *self.phrases_written]

    @property
    def phrases_written(self) -> list[str]:
        return [f" {phrase} " for phrase in self.phrases]

    def held_by(self, text: str) -> set[Term]:
        """Those of its terms that stand in a text."""
        there = f" {' '.join(words(text))} "
        return {term for term in self.terms if term.written in there}

    def lacking(self, text: str) -> Query:
        """What is left to look for: its terms that do not stand in a text."""
        there, left = self.held_by(text), Query("")
        left.terms = [term for term in self.terms if term not in there]
        return left

    def is_of(self, word: str) -> bool:
        """Whether a word of a text is one of those looked for."""
        return any(term.fits(word) for term in self.terms)


def _terms(text: str) -> Iterator[Term]:
    for run in WORD.findall(folded(text)):
        if len(run) > 1 and is_unbroken(run):
            yield from (Term(run[n : n + 2], False) for n in range(len(run) - 1))
        else:
            # One letter is a word of its own, as in “C developer”; one sign begins a run.
            yield Term(run[:LONGEST], len(run) > 1 or is_unbroken(run))
