"""Programs of ours that run apart: parsers and typesetters stay out of a web process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def run_child(
    program: Path, *words: str, data: bytes, seconds: float, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run it by path, isolated and without our environment, with ``data`` on stdin.

    Its limits are its own. What it writes beside its answer can quote a person’s text and
    is not kept. Raises subprocess.TimeoutExpired.
    """
    return subprocess.run(  # noqa: S603 – our own programs
        [sys.executable, "-I", str(program), *words],
        input=data,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=seconds,
        env={"PATH": ""} | environment,
        check=False,
    )
