"""Application e-mails: rows of ``labelled.csv``, .eml files and a Gmail API answer."""

from __future__ import annotations

import base64
import csv
import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from applications.mail.classify import MOVES, Reading, classify
from applications.mail.message import read_message
from applications.measuring import Answers, Result
from jobtracker.errors import Refused

TABLE = "labelled.csv"
MEANS = {
    "interview": {"interview_invitation"},
    "other": {"other", "information_request"},
}
MOVED = MOVES | {"interview": "interview"}

Item = tuple[str, Callable[[], Reading]]


def holds(folder: Path) -> bool:
    return (folder / TABLE).is_file() or any(folder.glob("eml/*.eml"))


def read(folder: Path) -> Answers:
    """Rows are counted from 1, the first below the header; files go by their path."""
    return {item: _answer(ask) for item, ask in _items(folder)}


def _answer(ask: Callable[[], Reading]) -> dict[str, Any]:
    try:
        reading = ask()
    except Refused as error:
        return {"message": " ".join(error.messages)}
    except Exception as error:  # noqa: BLE001 – one broken mail must not end the run
        return {"crashed": f"{type(error).__name__}: {error}"}
    return {
        "type": reading.response_type,
        "move": MOVES.get(reading.response_type),
    }


def _items(folder: Path) -> Iterator[Item]:
    for number, row in enumerate(_rows(folder), 1):
        yield str(number), partial(_read_row, row)
    for path in sorted(folder.rglob("*.eml")):
        yield path.relative_to(folder).as_posix(), partial(_read_file, path)
    for path in sorted(folder.glob("gmail*.json")):
        for message in _gmail(path):
            yield f"{path.name}#{message.get('id')}", partial(_read_gmail, message)


def _rows(folder: Path) -> list[dict[str, str]]:
    path = folder / TABLE
    if not path.is_file():
        return []
    csv.field_size_limit(10_000_000)
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        return list(csv.DictReader(lines))


def _read_row(row: dict[str, str]) -> Reading:
    given = {key: row.get(key) or "" for key in ("subject", "text", "sender")}
    return classify(
        subject=given["subject"], body=given["text"], sender=given["sender"]
    )


def _read_file(path: Path) -> Reading:
    message = read_message(path.read_bytes())
    return classify(
        subject=message.subject, body=message.text, sender=message.sender_email
    )


def _gmail(path: Path) -> list[dict[str, Any]]:
    try:
        messages = json.loads(path.read_bytes())["messages"]
    except (ValueError, KeyError, TypeError):
        return []
    return [message for message in messages if isinstance(message, dict)]


def _read_gmail(message: dict[str, Any]) -> Reading:
    payload = message["payload"]
    headers = {h["name"].lower(): h["value"] for h in payload.get("headers", [])}
    return classify(
        subject=headers.get("subject", ""),
        body=_gmail_text(payload),
        sender=headers.get("from", ""),
    )


def _gmail_text(payload: dict[str, Any]) -> str:
    data = payload.get("body", {}).get("data", "")
    if data:
        return base64.urlsafe_b64decode(data + "=" * (-len(data) % 4)).decode(
            errors="replace"
        )
    return next(filter(None, map(_gmail_text, payload.get("parts", []))), "")


def score(folder: Path, answers: Answers) -> Result:
    """Compared where a label is known; without any there is nothing to say."""
    counts = dict.fromkeys(("right", "wrong", "refused", "crashed"), 0)
    false_moves = 0
    for item, labels in _labels(folder).items():
        answer = answers.get(item, {"crashed": "not read"})
        counts[_verdict(answer, labels)] += 1
        move = answer.get("move")
        false_moves += bool(move) and move not in map(MOVED.get, labels)
    total = sum(counts.values())
    if not total:
        return Result()
    accuracy = round(counts["right"] / total, 4)
    return Result(**counts, figures={"accuracy": accuracy, "false_moves": false_moves})


def _verdict(answer: dict[str, Any], labels: list[str]) -> str:
    if "crashed" in answer:
        return "crashed"
    if "message" in answer:
        return "refused"
    meant = set().union(*(MEANS.get(label, {label}) for label in labels))
    return "right" if answer["type"] in meant else "wrong"


def _labels(folder: Path) -> dict[str, list[str]]:
    """The right answers by item, the second-best among them."""
    labels = {
        str(number): _split(f"{row.get('label') or ''} {row.get('also_ok') or ''}")
        for number, row in enumerate(_rows(folder), 1)
        if row.get("label")
    }
    path = folder / "expected.json"
    if path.is_file():
        for item, known in json.loads(path.read_bytes()).items():
            if isinstance(known, dict) and known.get("label"):
                labels[item] = _split(f"{known['label']} {known.get('also_ok') or ''}")
    return labels


def _split(labels: str) -> list[str]:
    return re.findall(r"[a-z_]+", labels.lower())
