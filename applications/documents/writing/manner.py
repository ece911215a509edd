"""How a letter speaks: as the person writes, or in the tone they chose."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from accounts.style.words import CLOSINGS
from applications.documents.writing import texts

# Of 100 words so many are contracted where somebody contracts.
CONTRACTS: Final = 0.5
FORMAL: Final = 0.7
# The middle sentence of who writes short ones; and of who writes long ones.
SHORT, LONG = 13, 22
_ADDING: Final = (
    "in addition",
    "additionally",
    "furthermore",
    "moreover",
    "besides",
)
_GREETINGS: Final = re.compile(
    r"(dear|hello|hi|good (?:day|morning|afternoon))\b", re.I
)
_IMPERSONAL: Final = re.compile(
    r"(?:dear|hello|hi) (?:(?:hiring|recruit\w+|selection|people) "
    r"(?:manager|managers|team|committee)|team|all|there|recruiter)|to whom it may concern"
    r"|dear sir or madam",
    re.I,
)
_GERMAN_ETC: Final = re.compile(
    r"mit freundlichen|grüße|cordialement|atentamente|saludo", re.I
)
_CLOSINGS: Final = {
    "formal": "Yours sincerely",
    "plain": "Kind regards",
    "warm": "With best wishes",
}
_CONTRACTED: Final = (
    ("I have been", "I’ve been"),
    ("I have worked", "I’ve worked"),
    ("I am", "I’m"),
    ("That is", "That’s"),
)


class Manner(NamedTuple):
    """``tone`` is formal, plain or warm; ``rhythm`` short, long or empty; ``adding`` a
    word with which the person goes on, or empty; ``closing`` the last formula."""

    tone: str
    contracts: bool
    rhythm: str
    adding: str
    greeting: str
    closing: str

    def said(self, text: str) -> str:
        """A sentence of ours, contracted where the person contracts."""
        if self.contracts:
            for long, short in _CONTRACTED:
                text = re.sub(rf"\b{long}\b", short, text)
        return text

    def salutation(self, recipient: str) -> str:
        """Whom nobody named is not guessed at."""
        if recipient:
            word = self.greeting.split()[0] if self.greeting else "Dear"
            return f"{word if word in ('Hello', 'Hi') else 'Dear'} {recipient},"
        if _IMPERSONAL.fullmatch(self.greeting):
            return f"{self.greeting},"
        return "Hello," if self.greeting in ("Hello", "Hi") else "Dear hiring team,"


def manner_of(style: Mapping[str, Any], tone: str) -> Manner:
    """``style`` is what ``accounts.style.reading`` found; another tone than “own” goes
    before its formulae. What it does not say is said plainly."""
    is_own = tone == "own"
    chosen = _own_tone(style) if is_own else tone
    contracts = _figure(style.get("contractions")) >= CONTRACTS if is_own else False
    return Manner(
        tone=chosen,
        contracts=contracts or tone == "warm",
        rhythm=_rhythm(style),
        adding=_adding(style),
        greeting=_greeting(style) if is_own else "",
        closing=(_closing(style) if is_own else "") or _CLOSINGS[chosen],
    )


def _figure(value: Any) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number else 0.0


def _own_tone(style: Mapping[str, Any]) -> str:
    return "formal" if _figure(style.get("formality")) >= FORMAL else "plain"


def _rhythm(style: Mapping[str, Any]) -> str:
    lengths = style.get("sentences")
    middle = _figure(lengths.get("median")) if isinstance(lengths, Mapping) else 0.0
    if not middle:
        return ""
    return "short" if middle <= SHORT else "long" if middle >= LONG else ""


def _adding(style: Mapping[str, Any]) -> str:
    used = [
        str(pair[0]).lower() for pair in texts.listed(style.get("transitions")) if pair
    ]
    return next((word.capitalize() for word in used if word in _ADDING), "")


def _greeting(style: Mapping[str, Any]) -> str:
    """The person’s, without whom it greeted."""
    opening = style.get("opening")
    said = texts.line(opening.get("salutation")) if isinstance(opening, Mapping) else ""
    if _IMPERSONAL.fullmatch(said):
        return said
    found = _GREETINGS.match(said)
    return found[0].capitalize() if found else ""


def _closing(style: Mapping[str, Any]) -> str:
    """The person’s, if it is one of those that we know, in English."""
    said = texts.line(style.get("closing")).strip(" ,.!")
    is_known = any(said.lower() in closings for closings in CLOSINGS.values())
    return said if is_known and not _GERMAN_ETC.search(said) else ""
