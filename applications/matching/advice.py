"""What the person could do about their résumé, and never what is not so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

MOST: Final = 8


class Advice(NamedTuple):
    """``kind``: show, related, listed, language, dates, wording, contact or parts;
    ``names`` and ``words`` are what it is about."""

    kind: str
    names: tuple[str, ...]
    words: str = ""


def advice(explanation: Mapping[str, Any]) -> list[Advice]:
    """From the rows of an analysis, what weighs most first."""
    rows = [row for row in explanation.get("rows") or () if isinstance(row, Mapping)]
    lost = sorted(rows, key=lambda row: row["points"] - row["of"])
    found = [one for row in lost for one in _of_row(row)]
    found += _of_ats(explanation.get("ats") or ())
    return list(dict.fromkeys(found))[:MOST]


def _of_row(row: Mapping[str, Any]) -> Iterator[Advice]:
    names, evidence = tuple(row["names"]), row["evidence"] or {}
    if row["kind"] == "skill":
        if row["state"] == "missing":
            yield Advice("show", names)
        elif evidence.get("is_related"):
            yield Advice("related", names[:1], evidence["via"])
        elif evidence.get("place") == "skills" and not evidence.get("via"):
            yield Advice("listed", names[:1])
    elif row["kind"] == "years" and row["note"] == "no-dates":
        yield Advice("dates", ())
    elif row["kind"] == "language" and row["state"] == "missing":
        yield Advice("language", names)


def _of_ats(rows: Sequence[Mapping[str, Any]]) -> Iterator[Advice]:
    for row in rows:
        if row["note"] == "other-words" and row["evidence"]:
            yield Advice("wording", (row["evidence"]["words"],), row["text"])
        elif row["kind"] in ("contact", "parts") and row["figures"].get("missing"):
            yield Advice(row["kind"], tuple(row["figures"]["missing"]))
