"""A SQLite file, read by a child process with limits (``sqlite_child.py``)."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import weakref
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote

from django.utils.translation import gettext as _

from applications.importing import sqlite_child
from applications.importing.lines import Lines, Silent
from applications.importing.questions import Part, known, parts
from applications.importing.sqlite_file import (
    MOST_BYTES,
    State,
    checked,
    damaged,
    shown,
)
from applications.importing.sqlite_words import sentence
from jobtracker.errors import Refused

PATIENCE = 30.0  # seconds without an answer
_SCALARS = {str, int, float, bool, type(None)}
_LEAST, _MOST = -(2**63), 2**63 - 1


class SQLiteSource:
    """A Source (``source.py``). The file and its folder stay as they are."""

    def __init__(
        self, path: Path, *, most_bytes: int = MOST_BYTES, patience: float = PATIENCE
    ) -> None:
        self.name = shown(path.name)
        self._path = path
        self._words: dict[str, object] = {"file": self.name}
        self._state = checked(path, most_bytes)
        self._number = 0
        self._dropped: list[int] = []
        self._process = _start()
        self._end = weakref.finalize(self, _stop, self._process)
        assert self._process.stdin
        assert self._process.stdout
        self._lines = Lines(self._process.stdin, self._process.stdout, patience)
        try:
            self.tables = self._tables(self._ask({"file": _uri(path)}))
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """End the child, whatever it is at."""
        self._end()

    def rows(self, table: str, /, **equals: Any) -> Iterator[dict[str, Any]]:
        known(self.tables, table, *equals)
        columns = self.tables[table]
        for part in parts(equals):
            for row in self._rows(table, columns, part):
                yield dict(zip(columns, row, strict=True))

    def count(self, table: str, /, **equals: Any) -> int:
        known(self.tables, table, *equals)
        total = 0
        for part in parts(equals):
            if where := _bindable(part):
                answer = self._ask({"do": "count", "table": table, "where": where[0]})
                total += self._valid(answer.get("count"), int)
        return total

    def distinct(self, table: str, column: str, /) -> list[Any]:
        known(self.tables, table, column)
        values = self._rows(table, [column], {})
        return list(dict.fromkeys(value for (value,) in values))

    def _rows(self, table: str, columns: list[str], part: Part) -> Iterator[list[Any]]:
        where = _bindable(part)
        if not where:
            return
        self._number += 1
        number, more = self._number, False
        question: dict[str, Any] = {
            "do": "rows",
            "table": table,
            "columns": columns,
            "where": where[0],
            "number": number,
        }
        try:
            while True:
                answer = self._ask(question)
                rows = self._valid(answer.get("rows"), list)
                more = bool(answer.get("more"))
                for row in rows:
                    values = self._valid(row, list)
                    if len(values) != len(columns) or not _SCALARS.issuperset(
                        map(type, row)
                    ):
                        raise Refused(damaged(self._words))
                    yield row
                if not more:
                    return
                question = {"do": "more", "number": number}
        finally:
            # Not asked for here: this may run while another answer is awaited.
            if more:
                self._dropped.append(number)

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        """One line there and one back. Raises Refused for all that goes wrong."""
        if not self._end.alive:
            raise Refused(_("“%(file)s” is closed.") % self._words)
        dropped, self._dropped = self._dropped, []
        try:
            line = self._lines.ask(
                json.dumps(question | {"drop": dropped}, default=str).encode()
            )
            answer = self._valid(json.loads(line), dict)
        except Silent:
            self.close()
            raise Refused(sentence("long", {}, self.name)) from None
        except (OSError, EOFError):
            raise Refused(self._last_words()) from None
        except (ValueError, RecursionError, MemoryError):
            self.close()
            raise Refused(damaged(self._words)) from None
        if "refused" in answer:
            raise Refused(sentence(str(answer["refused"]), answer, self.name))
        if State.of(self._path) != self._state:
            self.close()
            raise Refused(
                _(
                    "“%(file)s” was changed while it was read. Stop the old system, or "
                    "copy the file, and try again."
                )
                % self._words
            )
        return answer

    def _last_words(self) -> str:
        """Why the child is gone: its time was up, or the file broke it."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        ended = self._process.returncode
        self.close()
        is_late = ended in (-signal.SIGXCPU, -signal.SIGKILL)
        return sentence("long" if is_late else "damaged", {}, self.name)

    def _tables(self, answer: dict[str, Any]) -> dict[str, list[str]]:
        tables = self._valid(answer.get("tables"), dict)
        for columns in tables.values():
            if not all(
                isinstance(column, str) for column in self._valid(columns, list)
            ):
                raise Refused(damaged(self._words))
        return tables

    def _valid[T](self, value: Any, kind: type[T]) -> T:
        """The child has read a foreign file: it is not believed blindly."""
        if not isinstance(value, kind):
            raise Refused(damaged(self._words))
        return value


def _bindable(part: Part) -> tuple[Part] | None:
    """Without the values that SQLite cannot hold; None where none is left of a column."""
    left = {
        column: [value for value in values if _fits(value)]
        for column, values in part.items()
    }
    return (left,) if all(left.values()) else None


def _fits(value: Any) -> bool:
    if isinstance(value, str):
        return value.isascii() or not any("\ud800" <= c <= "\udfff" for c in value)
    return not isinstance(value, int) or _LEAST <= value <= _MOST


def _uri(path: Path) -> str:
    # Quoted bytes: "?", "#" and "%" are letters of a name, whatever its encoding.
    name = quote(os.fsencode(os.path.abspath(path)).lstrip(b"/"))
    return f"file:///{name}?mode=ro&immutable=1"


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own program, no shell, nothing foreign
        [sys.executable, "-I", "-S", "-B", sqlite_child.__file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        close_fds=True,
        cwd="/",
        env={},
        start_new_session=True,
    )


def _stop(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe:
            with suppress(OSError):
                pipe.close()
    with suppress(ProcessLookupError):
        process.kill()
    process.wait()
