"""JSON Resumes, good and bad; ``expected.json`` says which, by the official schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from accounts.models import Profile, User
from accounts.resumes import json_resume
from accounts.resumes.files import Unreadable, decoded
from applications.measuring import Answers, Result

LABELS = "expected.json"
# A file of these holds many documents, each under a name.
TESTS = "official_tests"


def holds(folder: Path) -> bool:
    return any((folder / name).is_dir() for name in (TESTS, "edge")) and not any(
        folder.glob("*.pdf")
    )


def read(folder: Path) -> Answers:
    """By the path of the file, or of a test in it: ``official_tests/work.json#nameValid``."""
    person = User.objects.create_user("measure@example.org")
    return {name: _answer(text, person) for name, text in _items(folder)}


def _items(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*.json")):
        name = path.relative_to(folder).as_posix()
        text = decoded(path.read_bytes())
        if path.name == LABELS or name.startswith("schema/"):
            continue
        if not name.startswith(f"{TESTS}/"):
            yield name, text
            continue
        for test, document in json.loads(text).items():
            if not isinstance(document, dict):  # a bare value, for any date
                document = {"work": [{"startDate": document}]}
            yield f"{name}#{test}", json.dumps(document)


def _answer(text: str, person: User) -> dict[str, Any]:
    try:
        document = json_resume.parsed(text)
        problems = json_resume.problems(document)
        lost = (
            0 if problems else len(_lost(document, _there_and_back(document, person)))
        )
    except Unreadable as refused:
        return {"valid": False, "errors": list(refused.messages), "lost": 0}
    except Exception as error:  # noqa: BLE001 – one broken file must not end the run
        return {"crashed": f"{type(error).__name__}: {error}"}
    return {"valid": not problems, "errors": [p.path for p in problems], "lost": lost}


def _there_and_back(document: dict[str, Any], person: User) -> dict[str, Any]:
    """Brought in as a résumé of the person, and taken out again."""
    facts = json_resume.to_facts(document)
    made = Profile.objects.bring_in(person, "", facts)
    found = Profile.objects.get(pk=made.pk).as_facts()
    made.delete()
    return json_resume.to_document(found)


def _lost(before: Any, after: Any) -> list[str]:
    """The paths of single values that are not there any more, or are not the same."""
    there = dict(_values(after, ""))
    return [
        path for path, value in _values(before, "") if there.get(path, there) != value
    ]


def _values(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    inner = dict(enumerate(value)) if isinstance(value, list) else value
    if not isinstance(inner, dict) or not inner:
        yield path, value
        return
    for name, one in inner.items():
        yield from _values(one, f"{path}/{name}")


def score(folder: Path, answers: Answers) -> Result:
    """An item is right if the verdict is, and nothing is lost of it."""
    path = folder / LABELS
    if not path.is_file():
        return Result()
    known = {
        item: label["valid"]
        for item, label in json.loads(path.read_bytes()).items()
        if isinstance(label, dict) and "valid" in label
    }
    given = {item: answers.get(item, {"crashed": "not read"}) for item in known}
    crashed = sum("crashed" in answer for answer in given.values())
    agreed = [given[item].get("valid") == valid for item, valid in known.items()]
    lost = sum(answer.get("lost", 0) for answer in given.values())
    right = sum(
        given[item].get("valid") == valid and not given[item].get("lost")
        for item, valid in known.items()
    )
    figures = {
        "verdict_accuracy": round(sum(agreed) / len(agreed), 4) if agreed else 1.0,
        "lost_values": lost,
    }
    wrong = len(known) - right - crashed
    return Result(right=right, wrong=wrong, crashed=crashed, figures=figures)
