"""Programs of ours that run apart: parsers and typesetters stay out of a web process."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from django.utils.translation import gettext_lazy as _

from jobtracker.errors import Refused

# A child can take half a gigabyte or more: of one process no more than two at a time.
_TURN: Final = threading.BoundedSemaphore(2)
MOST_PATIENCE: Final = 10  # seconds


class Busy(Refused):
    def __init__(self) -> None:
        super().__init__(
            _("Many files are in work at the moment. Try again in a minute."),
            code="busy",
        )


def run_child(
    program: Path, *words: str, data: bytes, seconds: float, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run it by path, isolated and without our environment, with ``data`` on stdin.

    Its limits are its own; ``FONTS`` tells it where ours lie. What it writes beside its
    answer can quote a person’s text and is not kept. Raises Busy where others take both
    turns for long, and subprocess.TimeoutExpired.
    """
    if not _TURN.acquire(timeout=MOST_PATIENCE):
        raise Busy
    try:
        return subprocess.run(  # noqa: S603 – our own programs
            [sys.executable, "-I", str(program), *words],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            env={"PATH": "", "FONTS": _FONTS} | environment,
            check=False,
        )
    finally:
        _TURN.release()


def _fonts() -> str:
    """The folders of the fonts we bring along, as one PATH."""
    found = find_spec("fontpkg_source_sans_3")
    places = (found and found.submodule_search_locations) or ()
    return os.pathsep.join(str(Path(place) / "files") for place in places)


_FONTS: Final = _fonts()
