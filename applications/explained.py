"""An analysis in words: each row of it as a sentence, each piece of advice as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from applications.explained_rows import CONTACTS, PLACES, asked_by, said_of
from applications.matching.advice import Advice, advice
from applications.models import JobAnalysis

PARTS: Final = {
    "must": _("required"),
    "nice": _("nice to have"),
    "duty": _("part of the work"),
}
CONDITIONS: Final = {
    "place": _("Place"),
    "workplace": _("Workplace"),
    "pay": _("Pay"),
    "leave": _("Leave to work"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it is shown: what is asked for, in whose words, what speaks for it.

    ``share`` is 0 to 100, of the points that could be had.
    """

    asked: str
    words: str
    part: str
    says: str
    state: str
    points: float
    of: float
    share: int


@dataclass(frozen=True, slots=True)
class Condition:
    label: str
    agreement: str
    theirs: str
    yours: str


@dataclass(frozen=True, slots=True)
class Explained:
    """All that a page says of an analysis of ours."""

    fit: list[Line]
    keywords: list[Line]
    conditions: list[Condition]
    advice: list[str]


def explain(analysis: JobAnalysis) -> Explained:
    told = _told(analysis)
    return Explained(
        fit=[_line(row) for row in told.get("rows", ())],
        keywords=[_line(row) for row in told.get("ats", ())],
        conditions=[_condition(one) for one in told.get("conditions", ())],
        advice=[_advised(one) for one in advice(told)],
    )


def hint(analysis: JobAnalysis) -> str:
    """The advice that weighs most; empty where there is none."""
    found = advice(_told(analysis))
    return _advised(found[0]) if found else ""


def lines(rows: Iterable[Mapping[str, Any]]) -> list[Line]:
    """Rows of a reckoning by themselves, as a document keeps those of its file."""
    return [_line(row) for row in rows]


def _told(analysis: JobAnalysis) -> Mapping[str, Any]:
    return analysis.explanation if isinstance(analysis.explanation, dict) else {}


def _line(row: Mapping[str, Any]) -> Line:
    asked = asked_by(row)
    return Line(
        asked=asked,
        words="" if row["text"] in asked else row["text"],
        part=str(PARTS.get(row["part"], "")),
        says=capfirst(said_of(row)),
        state=row["state"],
        points=row["points"],
        of=row["of"],
        share=round(100 * row["points"] / row["of"]) if row["of"] else 0,
    )


def _condition(one: Mapping[str, Any]) -> Condition:
    yours = one["yours"]
    if one["kind"] == "leave" and yours:
        yours = gettext("you need a visa sponsored")
    label = str(CONDITIONS.get(one["kind"], one["kind"]))
    return Condition(label, one["agreement"], one["theirs"], yours)


# What to do


def _advised(one: Advice) -> str:
    words = {"what": gettext(" or ").join(one.names), "words": one.words}
    return _ADVICE[one.kind] % (words | {"parts": _parts_of(one)})


def _parts_of(one: Advice) -> str:
    names = CONTACTS if one.kind == "contact" else PLACES
    return ", ".join(str(names.get(name, name)) for name in one.names)


_ADVICE: Final[dict[str, Any]] = {
    "show": _(
        "%(what)s is asked for. If you have used it, say where; if not, leave it."
    ),
    "related": _("You know %(words)s. If you know %(what)s too, say so."),
    "listed": _("%(what)s stands among your skills alone. Where did you use it?"),
    "language": _("%(what)s is asked for. If you speak it, add it to your languages."),
    "dates": _("Give your jobs dates: without them years cannot be counted."),
    "wording": _(
        "They write “%(words)s”, you “%(what)s”. It can be worth writing both."
    ),
    "contact": _("A machine looks for your %(parts)s."),
    "parts": _("A machine looks for %(parts)s."),
}


def chips(names: Iterable[str], most: int = 10) -> tuple[list[str], int]:
    """The first of them, and how many more there are."""
    found = list(names)
    return found[:most], max(len(found) - most, 0)
