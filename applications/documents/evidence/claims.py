"""What a statement says too much: of what, how many times, and how bad that is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from applications.documents.evidence.facts.found import Found
from applications.documents.evidence.figures import Figure, figures_in
from applications.documents.evidence.ground import Ground, span_of
from applications.documents.evidence.levels import (
    deed_of,
    degrees_in,
    rank_of,
    tongue_of,
)
from applications.documents.evidence.nearest import Claim, truth_near
from applications.documents.evidence.record import Record
from applications.documents.evidence.shapes import Stretch

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
# From how much harm the risk is so high.
_RISKS: Final = ((0.6, "high"), (0.35, "medium"), (0.0, "low"))
_COUNTED: Final = ("number", "percent", "money", "times", "duration")


class Pair(NamedTuple):
    """The figure that is so, and the one that is said."""

    so: float
    said: float

    @property
    def times(self) -> float:
        return self.said / self.so


def stretch_of(
    text: str,
    facts: Sequence[Found],
    near: Ground | None,
    problem: str,
    record: Record,
) -> Stretch | None:
    """What a statement says too much; None where nothing of the person is near to it.

    ``facts`` are those it says, ``near`` the source that it is about, as far as one is
    known, ``problem`` what is wrong with its words.
    """
    missing = next((fact for fact in facts if not fact.is_found), None)
    kind = missing.kind if missing else problem
    claim = Claim(text, missing, near, kind)
    truth = truth_near(claim, record) if kind else None
    if truth is None or not truth.text:
        return None
    pair = _pair(claim, truth.text, record)
    harm = _harm(claim, truth.text, pair)
    return Stretch(
        claim_type=_TYPES.get(kind, "wording"),
        original=truth.text,
        claimed=text.strip(),
        multiplier=round(pair.times, 2) if pair else None,
        credibility_impact=harm,
        risk_level=next(risk for least, risk in _RISKS if harm >= least),
        justification=_why(claim, truth.text, pair),
        source=truth.ground.number,
    )


def _pair(claim: Claim, so: str, record: Record) -> Pair | None:
    """If both are of one kind."""
    said = next(iter(_counted(claim.words)), None)
    if said is None or claim.kind not in ("number", "years"):
        return None
    if said.kind == "duration":
        months = float(span_of(record.work, record.as_of))
        return Pair(months, said.values[-1]) if 0 < months < said.values[-1] else None
    same = [
        one.values[-1] for one in _counted(so)
        if (one.kind, one.unit) == (said.kind, said.unit)
    ]  # fmt: skip
    near = min(same, key=lambda one: abs(one - said.values[-1]), default=0.0)
    # The same figure is wrong by what it is said of.
    return None if near in (0, said.values[-1]) else Pair(near, said.values[-1])


def _counted(text: str) -> list[Figure]:
    return [one for one in figures_in(text) if one.kind in _COUNTED]


def _harm(claim: Claim, so: str, pair: Pair | None) -> float:
    """More with each step of a ladder, and with each doubling; less than so harms little."""
    harm = HARM.get(claim.kind, 0.5)
    if pair:
        grown = min(max(pair.times - 1, 0), 1)
        return round(min(0.1 + 0.2 * grown + (harm - 0.1) * min(grown * 2, 1), 1), 2)
    steps = _steps(claim.kind, claim.words, so)
    return round(min(harm + 0.15 * max(steps - 1, 0), 1), 2)


def _steps(kind: str, claimed: str, so: str) -> int:
    """How many rungs of its ladder it says too much."""
    if kind == "degree":
        one, two = degrees_in(claimed), degrees_in(so)
        return max(x[0] for x in one) - max(x[0] for x in two) if one and two else 1
    ladders = {"title": rank_of, "language": tongue_of, "level": deed_of}
    ladder = ladders.get(kind)
    return ladder(claimed) - ladder(so) if ladder else 1


def _why(claim: Claim, so: str, pair: Pair | None) -> str:
    """In a sentence, for people; kept with the claim as it is."""
    if pair and claim.kind == "years":
        return f"“{claim.words}” is {pair.said:g} months; your dates give {pair.so:g}."
    if pair:
        return f"It says {pair.said:,.12g}; your résumé says {pair.so:,.12g}."
    return f"It says “{claim.words[:200]}”; your résumé says “{so[:200]}”."
