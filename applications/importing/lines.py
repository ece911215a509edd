"""Lines to a child process and back, none of them waited for without end."""

from __future__ import annotations

import os
import select
import time
from typing import IO

MOST = 256 * 2**20  # bytes of one answer
_STEP = 2**20


class Silent(Exception):
    """The time for an answer is up."""


class Lines:
    def __init__(
        self, questions: IO[bytes], answers: IO[bytes], patience: float
    ) -> None:
        """``patience``: seconds that one answer may take."""
        self._there, self._back = questions.fileno(), answers.fileno()
        self._patience = patience
        os.set_blocking(self._there, False)
        os.set_blocking(self._back, False)

    def ask(self, question: bytes) -> bytes:
        """The answer to one line. Raises Silent, EOFError, OSError, or ValueError for
        an answer without end."""
        until = time.monotonic() + self._patience
        self._write(question + b"\n", until)
        return self._read(until)

    def _write(self, data: bytes, until: float) -> None:
        rest = memoryview(data)
        while rest:
            _wait(self._there, select.POLLOUT, until)
            rest = rest[os.write(self._there, rest[:_STEP]) :]

    def _read(self, until: float) -> bytes:
        pieces, size = [], 0
        while True:
            _wait(self._back, select.POLLIN, until)
            piece = os.read(self._back, _STEP)
            if not piece:
                raise EOFError
            pieces.append(piece)
            size += len(piece)
            # One question, one answer: nothing comes after the end of its line.
            if piece.endswith(b"\n"):
                return b"".join(pieces)
            if size > MOST:
                raise ValueError(size)


def _wait(handle: int, event: int, until: float) -> None:
    poll = select.poll()
    poll.register(handle, event)
    left = until - time.monotonic()
    if left <= 0 or not poll.poll(left * 1000):
        raise Silent
