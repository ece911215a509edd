"""What answers a posting beside deeds: skills, certificates, languages."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from applications.documents.ranking import Order
from applications.documents.writing import texts
from applications.documents.writing.asked import Ask, answered_by
from applications.documents.writing.headings import when
from applications.documents.writing.resume import language, skills_in_order

LONGEST_NAME: Final = 30
MOST_UNASKED: Final = 2
# No letter of ours praises, even where a list of skills does.
_PRAISE: Final = re.compile(
    r"\s*\((?:expert|advanced|proficient|strong|excellent|highly \w+)[^()]*\)", re.I
)

Facts = Mapping[str, Any]


def skills_asked(
    facts: Facts, order: Order, asks: Sequence[Ask], told: str
) -> list[str]:
    """Of the listed skills those that are asked for and not in what is told already."""
    mine = _names(facts, order, told)
    wanted = [ask for ask in asks if ask.kind == "skill"]
    return [name for name in mine if answered_by(name, wanted)]


def skills_best(facts: Facts, order: Order, told: str) -> list[str]:
    return _names(facts, order, told)


def _names(facts: Facts, order: Order, told: str) -> list[str]:
    bare = (_PRAISE.sub("", name) for name in skills_in_order(facts, order))
    short = [name for name in bare if _is_name(name)]
    said = told.casefold()
    return [
        name
        for name in short
        if not re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", said)
    ]


def _is_name(text: str) -> bool:
    """It can stand in a list inside of a sentence."""
    bare = re.sub(r"\([^()]*\)", "", text)
    return 0 < len(text) <= LONGEST_NAME and not re.search(r"[\[\],;|:]", bare)


def certificates(facts: Facts, asks: Sequence[Ask], *, is_long: bool) -> list[str]:
    """Those that are asked for; in a long letter others as well."""
    found = _of_skills(facts, "certifications")
    asked = _numbers(asks, "certificate")
    told = [one for number, one in enumerate(found) if number in asked]
    return [
        said
        for one in told or (found[:MOST_UNASKED] if is_long else [])
        if (said := _certificate(one))
    ]


def _certificate(one: Facts) -> str:
    name, date = texts.line(one.get("name")), when(one.get("date_obtained"))
    return f"{name} ({date})" if name and date else name


def languages(facts: Facts, asks: Sequence[Ask], *, is_long: bool) -> list[str]:
    """As the person names them, with their level."""
    found = _of_skills(facts, "languages")
    spoken = [ask for ask in asks if ask.kind == "language"]
    asked = _numbers(spoken, "skills")
    told = [one for number, one in enumerate(found) if number in asked]
    return [
        said for one in told or (found if is_long else []) if (said := language(one))
    ]


def _of_skills(facts: Facts, name: str) -> list[Facts]:
    listed = texts.listed((facts.get("skills") or {}).get(name))
    return [one if isinstance(one, Mapping) else {"name": one} for one in listed]


def _numbers(asks: Sequence[Ask], place: str) -> Collection[int]:
    return {ask.number for ask in asks if ask.place == place}
