"""A map of statuses that an operator wrote: a TOML file of words and where they go."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, NoReturn

from accounts.models import User
from applications.models import ClosedReason, Status
from applications.status_plans import ByStatus, ByWord, Fits, Plan
from applications.statuses import Standing, normalised

MATCHES = ("imported_status", "status")


class BadMap(Exception):
    """Says what is wrong with the file, and in which line."""


def read_map(path: Path, *, user: User | None) -> Plan:
    """The plan that a file describes. Raises BadMap."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadMap(f"{path}: {error}") from None
    return _Reader(path.name, text, user).plan()


def parse_standing(text: str) -> Standing | None:
    """``applied``, ``closed`` or ``closed/ghosted``; None for anything else."""
    status, _, reason = (normalised(part) for part in text.partition("/"))
    is_reason = reason in ClosedReason.values and status == Status.CLOSED
    if status not in Status.values or ("/" in text and not is_reason):
        return None
    return Standing(status, reason)


class _Reader:
    def __init__(self, name: str, text: str, user: User | None) -> None:
        self.name = name
        self.text = text
        self.user = user

    def plan(self) -> Plan:
        match, moves = self._parsed()
        targets = {word: self._standing(word, to) for word, to in moves.items()}
        request = {"match": match, "moves": {w: list(to) for w, to in targets.items()}}
        what = f"map {self.name}"[:200]
        if match == "status":
            by_status = {self._start(word): to for word, to in targets.items()}
            self._refuse_chains(by_status)
            return ByStatus(what=what, request=request, user=self.user, moves=by_status)
        by_word = self._by_word(targets)

        def find(word: str) -> Fits:
            found = by_word.get(normalised(word))
            return (found,) if found else ()

        return ByWord(what=what, request=request, user=self.user, find=find)

    def _parsed(self) -> tuple[str, dict[str, Any]]:
        try:
            data = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            raise BadMap(f"{self.name}: {error}") from None
        if strange := data.keys() - {"match", "moves"}:
            word = min(strange)
            self._refuse(word, f"“{word}” means nothing here; say match and [moves]")
        match, moves = data.get("match", MATCHES[0]), data.get("moves")
        if match not in MATCHES:
            self._refuse("match", f"match is one of {', '.join(MATCHES)}")
        if not isinstance(moves, dict) or not moves:
            self._refuse("moves", "there is no [moves] with a line for each word")
        return match, moves

    def _standing(self, word: str, value: object) -> Standing:
        standing = parse_standing(value) if isinstance(value, str) else None
        if standing is None:
            self._refuse(word, f"“{value}” is no status; {_allowed()}")
        return standing

    def _start(self, word: str) -> Standing:
        standing = parse_standing(word)
        if standing is None:
            self._refuse(word, f"“{word}” is no status; {_allowed()}")
        return standing

    def _by_word(self, targets: dict[str, Standing]) -> dict[str, Standing]:
        found: dict[str, Standing] = {}
        for word, to in targets.items():
            if not normalised(word):
                self._refuse(word, "an empty word is what was never imported")
            if found.setdefault(normalised(word), to) != to:
                self._refuse(word, f"“{word}” stands here twice, with two statuses")
        return found

    def _refuse_chains(self, moves: dict[Standing, Standing]) -> None:
        """Run twice it must end in the same state: what has arrived goes no further."""
        for start, end in moves.items():
            arrived = Standing(end.status, end.closed_reason or "no_response")
            if end.status != Status.CLOSED:
                arrived = end
            onward = moves.get(arrived) or moves.get(Standing(end.status))
            if onward not in (None, end):
                self._refuse(
                    str(start),
                    f"{start} goes to {end}, and {end} to {onward}; use two files",
                )

    def _refuse(self, key: str, why: str) -> NoReturn:
        line = _line_of(key, self.text)
        raise BadMap(f"{self.name}{f', line {line}' if line else ''}: {why}.")


def _line_of(key: str, text: str) -> int:
    """The line that says ``key = …`` or ``[key]``; 0 where there is none."""
    pattern = re.compile(rf"""\s*(\[\s*)?["']?{re.escape(key)}["']?\s*[=\]]""")
    numbered = enumerate(text.splitlines(), start=1)
    return next((n for n, line in numbered if pattern.match(line)), 0)


def _allowed() -> str:
    return (
        f"say {', '.join(Status.values)}, or closed/ and a reason: "
        f"{', '.join(ClosedReason.values)}"
    )
