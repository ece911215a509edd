"""The five older systems as found in the field, for the person with most rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from applications.measuring import Answers, Result
from applications.measuring.legacy import answer, files, is_right, load, total

ITEM = ("company", "title", "status", "applied", "archived")


def holds(folder: Path) -> bool:
    known = load(folder)
    if known:
        return any(name.endswith(".sqlite") for name in known)
    return any(folder.glob("jobos.sqlite"))


def read(folder: Path) -> Answers:
    return {
        path.name: answer(path, f"field_{name}", only=True)
        for name, path in files(folder)
    }


def score(folder: Path, answers: Answers) -> Result:
    """Applications and inbox jobs by status; each item that is named."""
    return total(
        (given, list(_numbers(known, given)), list(_items(known, given)))
        for name, known in load(folder).items()
        if name.endswith(".sqlite")
        for given in [answers.get(name, {"crashed": "not read"})]
    )


def _numbers(known: dict[str, Any], given: dict[str, Any]) -> Iterator[bool]:
    items, counts = given.get("items", []), given.get("counts", {})
    yield len(items) == known["applications_imported"]
    statuses = Counter(item["status"] for item in items)
    yield statuses == Counter(known["statuses"])
    expected = {
        "contacts_imported": "Contact",
        "responses_imported": "EmployerResponse",
        "documents_imported": "Document",
    }
    for key, model in expected.items():
        if key in known:
            yield counts.get(model) == known[key]
    if "profile" in known:
        profile = known["profile"]
        yield counts.get("Experience") == profile["experiences"]
        yield counts.get("Project") == profile["projects"]
    people = given.get("users", {}).values()
    if "note_entries" in known:  # those of deleted rows lie in the bin
        yield sum(p["notes_outside_bin"] for p in people) == known["note_entries"]
    if "deleted_left_out" in known:
        yield sum(p["applications_in_bin"] for p in people) == known["deleted_left_out"]


def _items(known: dict[str, Any], given: dict[str, Any]) -> Iterator[bool]:
    """Each item is there once, with all that is said of it."""
    left = list(given.get("items", []))
    for item in known["items"]:
        names = [name for name in ITEM if name in item]
        same = (
            one for one in left if all(is_right(item[n], one.get(n)) for n in names)
        )
        found = next(same, None)
        if found is not None:
            left.remove(found)
        yield found is not None
