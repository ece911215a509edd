"""What a person did, line by line, and how a letter says so in the first person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from accounts.style.sentences import split
from accounts.style.words import PAST, VERBS
from applications.documents.sheet import GAP
from applications.documents.writing import texts

# Words of a line that goes into a sentence.
LEAST_WORDS, MOST_WORDS = 3, 32
MOST_OF_ONE: Final = 40

_MORE_PAST: Final = frozenset(
    "architected rearchitected scripted containerised containerized parallelised "
    "parallelized raised grew hired won rolled set introduced patented authored "
    "co-authored cofounded co-founded coordinated delivered diagnosed drafted eased "
    "facilitated filed gained instituted issued kept lowered modernised modernized "
    "open-sourced operated operationalised operationalized programmed provisioned "
    "reached rebuilt redesigned refactored removed reorganised rescued saw secured "
    "served shaped sourced stabilised stabilized taught tuned unified upskilled used "
    "wired cared assisted administered treated counselled counseled catalogued "
    "operated photographed edited tutored graded lectured scheduled stocked "
    "contributed cooked baked cleaned drove sewed welded painted repaired".split()
)
# Of others’ deeds one can be the object: “Promoted to lead”. Of these one is not.
_OWN: Final = frozenset(
    "worked collaborated contributed participated assisted partnered consulted "
    "coordinated reported served helped communicated negotiated presented spoke wrote "
    "moved migrated programmed experimented liaised volunteered interned cooperated "
    "lectured taught cared published".split()
)
_PASSIVE: Final = frozenset(
    "by to as for in with from on at of into among within during under through "
    "since until per".split()
)
_OBJECT: Final = frozenset(
    "a an the our my all new and two three four five six seven eight nine ten".split()
)
# With these no sentence ends: the rest of it was lost on the way.
_OPEN: Final = _PASSIVE | frozenset("a an the and or our my that which".split())
_NUMBER: Final = re.compile(r"[€$£~]?\d")
_ALREADY: Final = re.compile(r"(?:I|We|My|Our)\b")


class Deed(NamedTuple):
    """``is_project``: it belongs to ``projects[number]``, else to ``experiences[number]``.

    ``text`` is the person’s, without the full stop; ``told`` begins with “I” or “we”, and
    is empty where the text does not go that way.
    """

    is_project: bool
    number: int
    text: str
    told: str

    @property
    def source(self) -> tuple[bool, int]:
        return self.is_project, self.number

    @property
    def has_figure(self) -> bool:
        return bool(_NUMBER.search(self.text))


def deeds_of(facts: Mapping[str, Any]) -> list[Deed]:
    """Those that a sentence can hold, as the résumé has them."""
    found: list[Deed] = []
    for is_project, part in ((False, "experiences"), (True, "projects")):
        for number, one in enumerate(texts.listed(facts.get(part))):
            goes_on = bool(one.get("is_current")) and not one.get("end_date")
            said = list(dict.fromkeys(_said(one)))[:MOST_OF_ONE]
            told = [first_person(text, goes_on=goes_on) for text in said]
            found += [
                Deed(is_project, number, text, own)
                for text, own in zip(said, told, strict=True)
            ]
    return found


def _said(one: Mapping[str, Any]) -> Iterator[str]:
    """Of each point its first sentence, up to a semicolon; of prose each sentence."""
    for achievement in texts.lines(one.get("achievements")):
        yield from _fitting(split(achievement)[:1])
    for is_point, block in texts.blocks(one.get("description")):
        yield from _fitting(split(block)[: 1 if is_point else None])


def _fitting(sentences: list[str]) -> Iterator[str]:
    for sentence in sentences:
        text = sentence.partition("; ")[0].rstrip(" .;:,")
        words = text.lower().split()
        is_good = LEAST_WORDS <= len(words) <= MOST_WORDS and words[-1] not in _OPEN
        if is_good and not GAP.search(text):
            yield text


def first_person(text: str, *, goes_on: bool = False) -> str:
    """“Led a team of 4” as “I led a team of 4”, where that is surely meant; else nothing.

    ``goes_on``: the work does, so “Lead a team of 4” may be said as well.
    """
    if _ALREADY.match(text):
        return text if text.startswith("I ") else text[0].lower() + text[1:]
    words = text.split()
    first = 1 if words[0].lower().endswith("ly") and len(words) > 2 else 0
    verb, after = words[first].lower().rstrip(","), words[first + 1].lower().rstrip(",")
    if verb in PAST or verb in _MORE_PAST:
        is_own = verb in _OWN or after not in _PASSIVE
    else:
        is_own = goes_on and verb in VERBS and _is_object(after)
    return f"I {text[0].lower()}{text[1:]}" if is_own else ""


def _is_object(word: str) -> bool:
    return word in _OBJECT or bool(_NUMBER.match(word))
