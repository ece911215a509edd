"""A text without who it is of, as it may leave the house."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

# Stands where a name, an address or a link was.
GAP = "…"

_PERSONAL = (
    "full_name",
    "email",
    "phone",
    "location",
    "linkedin_url",
    "github_url",
    "website_url",
)
_CONTACT = re.compile(
    # E-mail. No longer before the @ than it may be: else a long run of anything is looked
    # through from each of its letters to its end.
    r"[^\s<>()\[\],;]{1,64}@[^\s<>()\[\],;]+"
    r"|\b(?:https?://|www\.)[^\s<>()\[\],;]+"
    r"|\b(?:linkedin\.com|github\.com)/[^\s<>()\[\],;]+"
    r"|(?<![\w/])\+\d[\d ()./-]{6,20}\d",  # telephone, as the world dials it
    re.IGNORECASE,
)


def _gap(found: str) -> str:
    return GAP


def without_contact(
    text: str, facts: Mapping[str, Any], stand_in: Callable[[str], str] = _gap
) -> str:
    """``text`` with the person's name, addresses and numbers taken out.

    ``stand_in`` is told each of them and says what stands there instead.
    """

    def replace(found: re.Match[str]) -> str:
        return stand_in(found[0])

    values = (str(facts.get(name) or "").strip() for name in _PERSONAL)
    known = sorted((value for value in values if len(value) > 2), key=len, reverse=True)
    for value in known:
        whole = rf"(?<!\w){re.escape(value)}(?!\w)"
        text = re.sub(whole, replace, text, flags=re.IGNORECASE)
    return _CONTACT.sub(replace, text)


_MARK = re.compile(r"⟦\d+⟧")


def marks_in(text: str) -> list[str]:
    return _MARK.findall(text)


@dataclass(frozen=True)
class Sealed:
    """``texts`` without who they are of; ``taken`` is what ⟦1⟧, ⟦2⟧ … stand for in them."""

    texts: list[str]
    taken: list[str]

    @classmethod
    def of(cls, texts: Iterable[str], facts: Mapping[str, Any]) -> Self:
        taken: list[str] = []

        def stand_in(found: str) -> str:
            taken.append(found)
            return f"⟦{len(taken)}⟧"

        return cls([without_contact(text, facts, stand_in) for text in texts], taken)

    def opened(self, text: str) -> str:
        """With all that was taken out of it, where its mark stands."""
        for number in range(len(self.taken), 0, -1):  # one can stand in another
            text = text.replace(f"⟦{number}⟧", self.taken[number - 1])
        return text
