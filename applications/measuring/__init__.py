"""How well the readers do on a folder of real files.

One module a set. Each has ``holds(folder)``, whether the folder is of that kind;
``read(folder)``, what the reader makes of each item, without a look at any label; and
``score(folder, answers)``, which compares that with what is known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, cast

Answers = dict[str, dict[str, Any]]
"""By item; a refusal is ``{"message": …}``, a crash ``{"crashed": …}``."""

SETS = (
    "ats",
    "documents",
    "emails",
    "jd_match",
    "jobposting",
    "jsonresume",
    "legacy_db",
    "legacy_seed_schema",
    "resumes",
)
# Its files are those of other sets.
OF_SEVERAL = "documents"


@dataclass(frozen=True, slots=True)
class Result:
    right: int = 0
    wrong: int = 0
    refused: int = 0
    crashed: int = 0
    figures: dict[str, float | int] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


class Reader(Protocol):
    holds: Callable[[Path], bool]
    read: Callable[[Path], Answers]
    score: Callable[[Path, Answers], Result]


def reader(name: str) -> Reader:
    return cast(Reader, import_module(f"applications.measuring.{name}"))


def places(folder: Path, name: str) -> tuple[Path, ...]:
    """Where in a folder a set of that name may lie."""
    return folder / name, folder / name / "shared", folder / name / "hidden"


def find_sets(folder: Path) -> dict[str, Path]:
    """The sets in a folder by name; the folder may itself be one, or one of several."""
    found = {}
    for name in SETS:
        for place in (*places(folder, name), folder):
            if place == folder and name != OF_SEVERAL:
                continue
            if place.is_dir() and reader(name).holds(place):
                found[name] = place
                break
    if not found:
        found = {name: folder for name in SETS if reader(name).holds(folder)}
    return found
