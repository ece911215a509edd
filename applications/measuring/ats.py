"""Answers of job boards and feeds: one file is one answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from applications.capture.boards import BoardReading, read_board
from applications.capture.money import read_amount, read_period
from applications.capture.posting import Posting
from applications.measuring import Answers, Result

KNOWN = "expected.json"
ENDINGS = {".json", ".xml", ".rss", ".atom", ".html"}
FIELDS = ("title", "locations", "url", "posted", "salary")


def holds(folder: Path) -> bool:
    """Told from what is known, or where nothing is, from most files being a board's."""
    if (folder / KNOWN).is_file():
        known = [row for row in _known(folder).values() if isinstance(row, dict)]
        return any({"format", "jobs", "count"} <= set(row) for row in known)
    some = _files(folder)[:10]
    boards = [path for path in some if read_board(path.read_bytes()).board]
    return bool(some) and len(boards) > len(some) / 2


def _known(folder: Path) -> dict[str, Any]:
    try:
        known = json.loads((folder / KNOWN).read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _files(folder: Path) -> list[Path]:
    return [
        path
        for path in sorted(folder.iterdir())
        if path.suffix in ENDINGS and path.name != KNOWN
    ]


def read(folder: Path) -> Answers:
    return {path.name: _answer(path.read_bytes()) for path in _files(folder)}


def _answer(data: bytes) -> dict[str, Any]:
    """``ids`` one a posting, empty where the board numbers none."""
    try:
        reading, again = read_board(data), read_board(data)
    except Exception as error:  # noqa: BLE001 – one broken file must not end the run
        return {"crashed": f"{type(error).__name__}: {error}"}
    if not reading.board and not reading.postings:
        return {"message": reading.message}
    return {
        "ids": [posting.source_id for posting in reading.postings],
        "second_added": len(_keys(again) - _keys(reading)),
        "skipped": len(reading.skipped),
        "postings": [_as_dict(posting) for posting in reading.postings],
    }


def _keys(reading: BoardReading) -> set[tuple[str, str]]:
    """By what a posting is known again."""
    return {
        (posting.source, posting.source_id or posting.url or posting.title)
        for posting in reading.postings
    }


def _as_dict(posting: Posting) -> dict[str, Any]:
    return {
        "id": posting.source_id,
        "title": posting.title,
        "locations": posting.locations,
        "url": posting.url,
        "posted": posting.posted_on.isoformat() if posting.posted_on else None,
        "salary": posting.pay._asdict() if posting.pay else None,
        "salary_text": posting.pay_text,
        "salary_from": posting.where.get("pay", ""),
    }


def score(folder: Path, answers: Answers) -> Result:
    """Fields of the jobs that are known; where none are, their number.

    ``ids_right`` is the share of files whose numbered jobs are found, each once. Jobs
    that the board does not list are not to be found.
    """
    ids: list[bool] = []
    verdicts: list[bool] = []
    added = refused = crashed = 0
    for name, known in _known(folder).items():
        given = answers.get(name, {"crashed": "not read"})
        refused += "message" in given
        crashed += "crashed" in given
        added += given.get("second_added", 0)
        if (
            known.get("unique_ids") is not None
            and (right := _ids(known, given)) is not None
        ):
            ids.append(right)
        verdicts += _verdicts(known, given)
    return Result(
        right=sum(verdicts),
        wrong=len(verdicts) - sum(verdicts),
        refused=refused,
        crashed=crashed,
        figures={
            "ids_right": round(sum(ids) / len(ids), 4) if ids else 0.0,
            "second_read_added": added,
        },
    )


def _ids(known: dict[str, Any], given: dict[str, Any]) -> bool | None:
    """None where the board numbers no job."""
    found = [id for id in given.get("ids", []) if id]
    if not known.get("jobs"):
        return len(set(found)) == len(found) == known["unique_ids"]
    wanted = {str(job["id"]) for job in _listed(known) if job.get("id") is not None}
    if not wanted:
        return None
    return sorted(found) == sorted(wanted)


def _listed(known: dict[str, Any]) -> list[dict[str, Any]]:
    return [job for job in known.get("jobs") or [] if job.get("listed") is not False]


def _verdicts(known: dict[str, Any], given: dict[str, Any]) -> Iterator[bool]:
    found = given.get("postings", [])
    if not known.get("jobs"):
        if known.get("count") is not None:
            # What was left out with a reason was seen as well.
            yield len(found) <= known["count"] <= len(found) + given.get("skipped", 0)
        return
    for job in _listed(known):
        posting = _same(job, found)
        for name in FIELDS:
            if job.get(name) is not None or name == "salary":
                yield posting is not None and _agrees(name, job.get(name), posting)


def _same(job: dict[str, Any], found: list[dict[str, Any]]) -> dict[str, Any] | None:
    for posting in found:
        if job.get("id") is not None and posting["id"] == str(job["id"]):
            return posting
        if job.get("id") is None and _plain(posting["title"]) == _plain(job["title"]):
            return posting
    return None


def _agrees(name: str, wanted: Any, posting: dict[str, Any]) -> bool:
    if name == "salary":
        return _pays(wanted, posting)
    if name == "locations":
        # One posting for several places has those of its twins as well.
        return {_plain(place) for place in wanted} <= {
            _plain(place) for place in posting["locations"]
        }
    if name == "url":
        # A path alone is no address; it may have been made one.
        return posting["url"].endswith(wanted) or (
            not posting["url"] and wanted[:1] == "/"
        )
    return _plain(posting[name] or "") == _plain(wanted)


def _pays(wanted: dict[str, Any] | None, posting: dict[str, Any]) -> bool:
    """Amounts that cannot be are shown as they stand; what is said in words is no field."""
    pay = posting["salary"]
    if wanted is None:
        return pay is None or posting["salary_from"] == "text"
    if pay is None:
        return bool(posting["salary_text"])
    return (
        (pay["least"], pay["most"])
        == (read_amount(wanted.get("min")), read_amount(wanted.get("max")))
        and pay["currency"] == (wanted.get("currency") or "")
        and pay["period"] == read_period(wanted.get("period") or "")
    )


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" ,").casefold()
