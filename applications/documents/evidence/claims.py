"""What a statement says too much, and the truth that is nearest to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from applications.documents.evidence.figures import Figure, figures_in
from applications.documents.evidence.ground import Line, roots_of, span_of, tokens_of
from applications.documents.evidence.grounds import Stretch
from applications.documents.evidence.levels import (
    deed_of,
    degrees_in,
    rank_of,
    tongue_of,
)

if TYPE_CHECKING:
    from applications.documents.evidence.ground import Ground
    from applications.documents.evidence.witness import Found, Witness

# Of a line’s words so many must be the statement’s for the line to be what was meant.
LIKE: Final = 0.5
# What it costs to be found out: a wrong degree or employer ends it, a word too strong does not.
HARM: Final = {
    "degree": 0.9, "employer": 0.9, "title": 0.6, "skill": 0.5, "language": 0.4,
    "years": 0.5, "number": 0.4, "date": 0.4, "level": 0.4, "wording": 0.3,
}  # fmt: skip
_TYPES: Final = {
    "degree": "degree", "institution": "degree", "title": "title", "employer": "title",
    "skill": "skill", "language": "level", "years": "years", "date": "years",
    "number": "number", "level": "level",
}  # fmt: skip
ENTRIES: Final = ("experience", "project", "education", "certificate")
# From how much harm the risk is so high.
_RISKS: Final = ((0.6, "high"), (0.35, "medium"), (0.0, "low"))


class _Truth(NamedTuple):
    ground: Ground
    text: str


def stretch_of(
    text: str,
    facts: Sequence[Found],
    near: Ground | None,
    problem: str,
    witness: Witness,
) -> Stretch | None:
    """What a statement says too much; None where nothing of the person is near to it.

    ``facts`` are those it says, ``near`` the source that it is about, as far as one is
    known, ``problem`` what is wrong with its words.
    """
    missing = next((fact for fact in facts if not fact.is_found), None)
    claimed = text[missing.start : missing.end] if missing else text
    kind = missing.kind if missing else problem or "wording"
    truth = _nearest(text, missing, near, witness)
    if truth is None or not (truth.text and (missing or problem)):
        return None
    said = _pair(claimed, truth.text, kind, witness)
    multiplier = said[1] / said[0] if said else None
    harm = _harm(kind, multiplier, claimed, truth.text)
    return Stretch(
        claim_type=_TYPES.get(kind, "wording"),
        original=truth.text,
        claimed=text.strip(),
        multiplier=round(multiplier, 2) if multiplier is not None else None,
        credibility_impact=harm,
        risk_level=next(risk for least, risk in _RISKS if harm >= least),
        justification=_why(claimed, truth.text, said, kind),
        source=truth.ground.number,
    )


def _nearest(
    text: str, missing: Found | None, near: Ground | None, witness: Witness
) -> _Truth | None:
    """What of the person is nearest: of the same kind of fact, else the line most like it."""
    for ground, words in _of_kind(missing, text, near, witness):
        return _Truth(ground, words)
    grounds = [near] if near else witness.mine
    lines = [(ground, line) for ground in grounds for line in ground.lines]
    best = max(lines, key=lambda one: _likeness(text, one[1]), default=None)
    if best is None or _likeness(text, best[1]) < LIKE:
        return None
    return _Truth(best[0], best[1].raw)


def _of_kind(
    missing: Found | None, text: str, near: Ground | None, witness: Witness
) -> list[tuple[Ground, str]]:
    """Degrees for a degree, the row’s title for a title, its dates for a date."""
    if missing is None:
        return []
    said = text[missing.start : missing.end]
    if missing.kind == "degree":
        rows = [near] if near else witness.of_kind("education")
        return [(one, one.source.label) for one in rows]
    if missing.kind == "language":
        rows = witness.of_kind("language")
        return [
            (one, ", ".join(one.text.splitlines())) for one in rows if one.says(said)
        ]
    if missing.kind == "years":
        rows = [near] if near and near.dates else witness.work
        return [(one, _period(one)) for one in rows if one.dates]
    if near is None or near.kind not in ENTRIES:
        return []
    if missing.kind == "date" and near.dates:
        return [(near, _period(near))]
    is_head = (
        missing.kind == "title" or max(map(partial(_likeness, text), near.lines)) < LIKE
    )
    is_named = missing.kind in ("title", "employer", "institution", "name")
    is_named = is_named and (is_head or " | " in text)
    return [(near, near.source.label)] if is_named else []


def _period(row: Ground) -> str:
    start, end, goes_on = row.source.dates
    dates = [date for date in (start, end) if date] or list(row.dates)
    return f"{row.source.label}, " + " – ".join([*dates, *(["now"] if goes_on else [])])


def _likeness(text: str, line: Line) -> float:
    """The share of the words of both, of those of the one that has fewer."""
    one, two = set(roots_of(text)) | _long(text), line.roots | _long(line.text)
    return (
        len(one & two) / min(len(one), len(two)) if min(len(one), len(two)) > 1 else 0.0
    )


def _long(text: str) -> set[str]:
    return {word for word in tokens_of(text) if len(word) > 3}


def _pair(
    claimed: str, so: str, kind: str, witness: Witness
) -> tuple[float, float] | None:
    """The figure that is so, and the one that is said, if both are of one kind."""
    said = next(iter(_plain(claimed)), None)
    if said is None or kind not in ("number", "years"):
        return None
    if said.kind == "duration":
        months = float(span_of(witness.work, witness.as_of))
        return (months, said.values[-1]) if 0 < months < said.values[-1] else None
    same = [one for one in _plain(so) if (one.kind, one.unit) == (said.kind, said.unit)]
    if not same:
        return None
    near = min(same, key=lambda one: abs(one.values[-1] - said.values[-1]))
    # The same figure is wrong by what it is said of.
    is_same = near.values[-1] in (0, said.values[-1])
    return None if is_same else (near.values[-1], said.values[-1])


def _plain(text: str) -> list[Figure]:
    kinds = ("number", "percent", "money", "times", "duration")
    return [one for one in figures_in(text) if one.kind in kinds]


def _harm(kind: str, multiplier: float | None, claimed: str, so: str) -> float:
    """More with each step of a ladder, and with each doubling; less than so harms little."""
    harm = HARM.get(kind, 0.5)
    if multiplier is not None:
        grown = min(max(multiplier - 1, 0), 1)
        return round(min(0.1 + 0.2 * grown + (harm - 0.1) * min(grown * 2, 1), 1), 2)
    return round(min(harm + 0.15 * max(_steps(kind, claimed, so) - 1, 0), 1), 2)


def _steps(kind: str, claimed: str, so: str) -> int:
    """How many rungs of its ladder it says too much."""
    if kind == "title":
        return rank_of(claimed) - rank_of(so)
    if kind == "language":
        return tongue_of(claimed) - tongue_of(so)
    if kind == "level":
        return deed_of(claimed) - deed_of(so)
    if kind == "degree":
        one, two = degrees_in(claimed), degrees_in(so)
        return max(x[0] for x in one) - max(x[0] for x in two) if one and two else 1
    return 1


def _why(claimed: str, so: str, said: tuple[float, float] | None, kind: str) -> str:
    """In a sentence, for people; kept with the claim as it is."""
    if said and kind == "years":
        return f"“{claimed}” is {said[1]:g} months; your dates give {said[0]:g}."
    if said:
        return f"It says {said[1]:,.12g}; your résumé says {said[0]:,.12g}."
    return f"It says “{claimed[:200]}”; your résumé says “{so[:200]}”."
