"""Makes one file of one document, in a process of its own.

Run by path with ``python -I``; the task comes as JSON on stdin, ``{"make": "pdf" | "png" |
"docx", …}``. On stdout is one line of JSON, ``{"sizes": [bytes of each file], "pages": n,
"missing": "signs no font has"}`` or ``{"refused": code}``, and behind it the files. What
loops or swells meets the limits below.
"""

from __future__ import annotations

import json
import os
import resource
import runpy
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

MB = 2**20
LIMITS = {
    resource.RLIMIT_AS: 512 * MB,
    resource.RLIMIT_CPU: 4,  # seconds
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_NOFILE: 64,  # fonts are files
    resource.RLIMIT_CORE: 0,
}
MAKERS = {"pdf": "typeset.py", "png": "typeset.py", "docx": "word.py"}


def main() -> None:
    for name, most in LIMITS.items():
        with suppress(ValueError, OSError):  # where a system knows no such limit
            resource.setrlimit(name, (most, most))
    files: list[bytes] = []
    try:
        task: dict[str, Any] = json.load(sys.stdin.buffer)
        maker = Path(__file__).with_name(MAKERS[task["make"]])
        files, told = runpy.run_path(str(maker))["make"](task)
        head = {"sizes": [len(one) for one in files]} | told
    except MemoryError:
        head = {"refused": "memory"}
    except Exception:  # noqa: BLE001 – a typesetter’s errors are its own
        head = {"refused": "broken"}
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + b"".join(files))


if __name__ == "__main__":
    try:
        main()
    except (BrokenPipeError, KeyboardInterrupt):
        os._exit(1)
