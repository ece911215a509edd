"""A posting and a résumé, weighed against each other: the door to this package."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from applications.matching.ats import ats_rows
from applications.matching.conditions import conditions
from applications.matching.person import read_person
from applications.matching.posting import Kind, Posting, read_posting
from applications.matching.scoring import Row, State, fit_rows, is_thin, score_of

# With another one no stored analysis is current any more.
VERSION: Final = 1
MARK: Final = f"{VERSION}-"
# So many requirements, and words of a résumé, are enough to be sure.
SURE_REQUIREMENTS, SURE_WORDS = 12, 300


@dataclass(frozen=True, slots=True)
class Analysis:
    """``fit`` and ``ats`` are 0 to 100, to a tenth; ``confidence`` 0 to 1.

    ``rows`` explain the fit, ``ats_rows`` the keyword score; ``conditions`` have no points.
    ``matched`` and ``missing`` are names of skills, as the posting has them in order.
    """

    fit: float
    ats: float
    rows: list[dict[str, Any]]
    ats_rows: list[dict[str, Any]]
    conditions: list[dict[str, Any]]
    matched: list[str]
    missing: list[str]
    confidence: float
    is_provisional: bool

    @property
    def explanation(self) -> dict[str, Any]:
        """What is kept as JSON."""
        return {
            "rows": self.rows,
            "ats": self.ats_rows,
            "conditions": self.conditions,
        }


def analyse(
    job: Mapping[str, Any],
    facts: Mapping[str, Any],
    wishes: Mapping[str, Any],
    *,
    as_of: int,
) -> Analysis:
    """``job`` has ``title`` and ``text`` (plain lines) beside what ``conditions`` reads;
    ``facts`` is a résumé as plain data; ``as_of`` the month that counts as now."""
    person = read_person(facts, as_of=as_of)
    posting = read_posting(str(job["title"]), str(job["text"]), person.known)
    rows, ats = fit_rows(posting, person), ats_rows(posting, person)
    matched, missing = _keywords(posting, rows)
    return Analysis(
        fit=min(score_of(rows), 100.0),
        ats=min(score_of(ats), 100.0),
        rows=[row.as_dict() for row in rows],
        ats_rows=[row.as_dict() for row in ats],
        conditions=[one.as_dict() for one in conditions(posting, job, wishes)],
        matched=matched,
        missing=missing,
        confidence=confidence_in(posting, person.text),
        is_provisional=is_thin(posting),
    )


def _keywords(posting: Posting, rows: list[Row]) -> tuple[list[str], list[str]]:
    """Of what is asked for, what is there and what is not; one that stands in for others
    covers them."""
    matched: dict[str, None] = {}
    missing: dict[str, None] = {}
    for row in rows:
        if row.kind != Kind.SKILL:
            continue
        names = [name for name in row.names if name in posting.keywords]
        if row.state is State.MET:
            matched.update(dict.fromkeys(names[:1]))
        else:
            missing.update(dict.fromkeys(names))
    return list(matched), [name for name in missing if name not in matched]


def confidence_in(posting: Posting, text: str) -> float:
    """Grows with what is asked for, and with what is told."""
    asked = min(len(posting.requirements) / SURE_REQUIREMENTS, 1.0)
    told = min(len(text.split()) / SURE_WORDS, 1.0)
    return round((asked * told) ** 0.5, 2)


def fingerprint(
    job: Mapping[str, Any],
    facts: Mapping[str, Any],
    wishes: Mapping[str, Any],
    *,
    as_of: int,
) -> str:
    """A mark of all that an analysis stands on: the same one, the same analysis."""
    whole = [dict(job), dict(facts), dict(wishes), as_of]
    text = json.dumps(whole, sort_keys=True, ensure_ascii=False, default=str)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{MARK}{digest[:48]}"
