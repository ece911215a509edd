"""Résumés as files; ``expected.json`` says whose they are, and phrases that stand there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from accounts.resumes.files import Unreadable
from accounts.resumes.reading import read as read_resume
from applications.measuring import Answers, Result
from jobtracker.text import fold

LABELS = "expected.json"
ENDINGS = {".pdf", ".docx", ".txt", ".md", ".yaml"}


def holds(folder: Path) -> bool:
    """Files and no folders: those of postings have some."""
    paths = [path for path in folder.glob("*") if path.name != LABELS]
    return any(path.suffix in (".pdf", ".docx") for path in paths) and all(
        path.suffix in ENDINGS for path in paths if path.is_file()
    )


def read(folder: Path) -> Answers:
    paths = [path for path in folder.iterdir() if path.is_file()]
    return {path.name: _answer(path) for path in sorted(paths) if path.name != LABELS}


def _answer(path: Path) -> dict[str, Any]:
    nothing = {"accepted": False, "name": None, "email": None, "text": ""}
    try:
        reading = read_resume(path.read_bytes(), path.name)
    except Unreadable as refused:
        return nothing | {"message": " ".join(refused.messages)}
    except Exception as error:  # noqa: BLE001 – one broken file must not end the run
        return {"crashed": f"{type(error).__name__}: {error}"}
    return {
        "accepted": True,
        "name": reading.facts["full_name"] or None,
        "email": reading.facts["email"] or None,
        "text": reading.text,
    }


def score(folder: Path, answers: Answers) -> Result:
    """A file is right if all that is known of it is, or if it is rightly refused."""
    path = folder / LABELS
    if not path.is_file():
        return Result()
    counts = dict.fromkeys(("right", "wrong", "refused", "crashed"), 0)
    phrases: list[bool] = []
    persons: list[bool] = []
    for item, known in json.loads(path.read_bytes()).items():
        answer = answers.get(item, {"crashed": "not read"})
        found = [_holds(answer, phrase) for phrase in known.get("must_contain", ())]
        told = [
            fold(answer.get(name) or "") == fold(known[name])
            for name in ("name", "email")
            if known.get(name) is not None
        ]
        phrases += found
        persons += told
        counts[_verdict(known, answer, [*found, *told])] += 1
    figures = {
        "phrases_found": _share(phrases),
        "name_email_right": _share(persons),
    }
    return Result(**counts, figures=figures)


def _holds(answer: dict[str, Any], phrase: str) -> bool:
    return fold(phrase) in fold(answer.get("text", ""))


def _share(agreed: list[bool]) -> float:
    return round(sum(agreed) / len(agreed), 4) if agreed else 1.0


def _verdict(known: dict[str, Any], answer: dict[str, Any], agreed: list[bool]) -> str:
    if "crashed" in answer:
        return "crashed"
    accept = known.get("accept", True)
    if not answer["accepted"]:
        return "refused" if accept else "right"
    return "right" if all(agreed) and accept is not False else "wrong"
