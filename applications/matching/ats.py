"""The keyword score: what a machine that only compares words would find in a résumé.

Applicant tracking systems differ and keep their ways to themselves; this looks at what
their makers and their users agree on: the posting's own words, the title, how to reach
the person, dates, and that the usual parts are there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from applications.matching.person import Person, Place
from applications.matching.posting import Posting
from applications.matching.roles import nearness
from applications.matching.scoring import Row, State

# How the 100 points are shared out.
OF_KEYWORDS: Final = 60.0
OF_TITLE: Final = 10.0
OF_CONTACT: Final = 10.0
OF_PARTS: Final = 10.0
OF_DATES: Final = 5.0
OF_LENGTH: Final = 5.0
# A keyword that is there in other words than the posting’s.
OTHER_WORDS: Final = 0.6
SHORTEST, LONGEST = 150, 1_500
MOST_KEYWORDS: Final = 40


def ats_rows(posting: Posting, person: Person) -> list[Row]:
    """The table of the keyword score; its points add up to it."""
    return [
        *_keywords(posting, person),
        _title(posting, person),
        _contact(person),
        _parts(person),
        _dates(person),
        _length(person),
    ]


def _keywords(posting: Posting, person: Person) -> Iterator[Row]:
    names = posting.keywords[:MOST_KEYWORDS]
    if not names:
        # Nothing is asked for by name, so nothing can be missed.
        yield _row("keywords", 1.0, OF_KEYWORDS, note="none")
        return
    for name in names:
        words = posting.mentions[name]
        known = person.evidence.get(name)
        share, note = 0.0, ""
        if _stands(words, person.text):
            share = 1.0
        elif known and not known.via:
            share, note = OTHER_WORDS, "other-words"
        row = _row("keyword", share, OF_KEYWORDS / len(names), words, note)
        row.names = [name]
        if known and not known.via:
            row.evidence = {"place": known.piece.place, "words": known.words}
            row.evidence |= {"number": known.piece.number, "label": known.piece.label}
        yield row


def _stands(words: str, text: str) -> bool:
    """Word for word, but for case and the space between."""
    pattern = r"[\s\-]*".join(map(re.escape, re.split(r"[\s\-]+", words)))
    return re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) is not None


def _title(posting: Posting, person: Person) -> Row:
    share = max((nearness(posting.title, one) for one in person.titles), default=0.0)
    return _row("title", share, OF_TITLE, posting.title)


def _contact(person: Person) -> Row:
    there = [name for name in ("email", "phone", "location") if person.facts.get(name)]
    missing = [name for name in ("email", "phone", "location") if name not in there]
    row = _row("contact", len(there) / 3, OF_CONTACT)
    row.figures = {"missing": missing}
    return row


def _parts(person: Person) -> Row:
    has = {piece.place for piece in person.pieces}
    wanted = (Place.SUMMARY, Place.SKILLS, Place.EXPERIENCE, Place.EDUCATION)
    missing = [str(place) for place in wanted if place not in has]
    row = _row("parts", 1 - len(missing) / len(wanted), OF_PARTS)
    row.figures = {"missing": missing}
    return row


def _dates(person: Person) -> Row:
    dated = [spell for spell in person.spells if spell.start is not None]
    count = len(person.spells)
    row = _row("dates", len(dated) / count if count else 0.0, OF_DATES)
    row.figures = {"dated": len(dated), "count": count}
    return row


def _length(person: Person) -> Row:
    count = len(person.text.split())
    if count < SHORTEST:
        share = count / SHORTEST
    else:
        share = 1.0 if count <= LONGEST else max(1 - (count - LONGEST) / LONGEST, 0.0)
    row = _row("length", share, OF_LENGTH)
    row.figures = {"words": count, "least": SHORTEST, "most": LONGEST}
    return row


def _row(kind: str, share: float, of: float, text: str = "", note: str = "") -> Row:
    state = State.MET if share >= 0.99 else State.PARTLY if share > 0 else State.MISSING
    points, most = round(of * share, 2), round(of, 2)
    figures: dict[str, Any] = {}
    return Row(kind, "ats", text, [], state, points, most, note=note, figures=figures)
