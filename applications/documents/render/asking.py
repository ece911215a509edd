"""Has a child process make files: a typesetter does not belong into a web process."""

from __future__ import annotations

import json
import logging
import subprocess
from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from jobtracker.children import run_child
from jobtracker.errors import Refused

logger = logging.getLogger(__name__)

# It has 4 of its own (child.py); a machine that does much else takes longer for them.
MOST_SECONDS: Final = 10
_CHILD: Final = Path(__file__).with_name("child.py")
_TOO_MUCH: Final = _(
    "This text is too long or too complicated to make a file of. Shorten it."
)
_BROKEN: Final = _("No file could be made of this text. Its words are kept.")


def ask(task: dict[str, Any]) -> tuple[list[bytes], dict[str, Any]]:
    """The files, and what the child says of them. Raises Refused."""
    try:
        done = run_child(
            _CHILD,
            data=json.dumps(task).encode(),
            seconds=MOST_SECONDS,
            # One thread: it starts sooner, and reserves less memory.
            RAYON_NUM_THREADS="1",
            MALLOC_ARENA_MAX="1",
        )
    except subprocess.TimeoutExpired:
        raise Refused(_TOO_MUCH) from None
    first, _end, rest = done.stdout.partition(b"\n")
    # Ended by a limit it said nothing, or not all.
    is_whole = first and not done.returncode
    head: dict[str, Any] = json.loads(first) if is_whole else {"refused": "limit"}
    if "refused" not in head:
        return _divided(rest, head.pop("sizes")), head
    # What a typesetter says can quote the text, so it is not kept.
    logger.warning("No file made (%s, exit %d)", head["refused"], done.returncode)
    raise Refused(_BROKEN if head["refused"] == "broken" else _TOO_MUCH)


def _divided(data: bytes, sizes: list[int]) -> list[bytes]:
    files, end = [], 0
    for size in sizes:
        files.append(data[end : end + size])
        end += size
    return files
