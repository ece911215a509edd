"""The five older systems in their documented schemas."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from applications.measuring import Answers, Result
from applications.measuring.legacy import answer, files, is_right, load, total

KEYS = ("counts", "statuses", "closed_reasons", "applications_in_bin")


def holds(folder: Path) -> bool:
    known = load(folder)
    if "systems" in known:
        return True
    return not known and any(folder.glob("jobos_before.sqlite"))


def read(folder: Path) -> Answers:
    return {name: answer(path, f"seed_{name}") for name, path in files(folder)}


def score(folder: Path, answers: Answers) -> Result:
    """Compared number by number and spot by spot, for each person of each system."""
    return total(
        (given, list(_numbers(known, given)), list(_spots(known, given)))
        for name, known in load(folder).get("systems", {}).items()
        for given in [answers.get(name, {"crashed": "not read"})]
    )


def _numbers(known: dict[str, Any], given: dict[str, Any]) -> Iterator[bool]:
    """Each number of each person; of everybody the sums, and what was remarked."""
    people = given.get("users", {})
    for id, numbers in known["users"].items():
        # The one user of a system without people has no number.
        mine = people.get(id) or (people.get("") if len(people) == 1 else None) or {}
        for key, value in numbers.items():
            if key in KEYS or key == "jobs_without_application":
                yield from _same(value, mine.get(key))
    yield from _same(known["total_over_users"], given.get("counts"))
    for key in ("skipped", "warnings"):
        told = {(one["table"], one["id"]) for one in given.get(key, ())}
        yield told == {(one["table"], str(one["id"])) for one in known[key]}


def _same(known: Any, given: Any) -> Iterator[bool]:
    if isinstance(known, dict):
        for key, value in known.items():
            yield (given or {}).get(key, 0) == value
    else:
        yield known == given


def _spots(known: dict[str, Any], given: dict[str, Any]) -> Iterator[bool]:
    told = {
        (one["source"], one["model_field"]): one["value"]
        for one in given.get("spots", ())
    }
    for spot in known["spot_values"]:
        value = told.get((spot["source"], spot["model_field"]))
        yield is_right(spot["value"], value)
