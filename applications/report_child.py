"""Sets the report on stdin as PDF, in a process of its own; run by path with ``python -I``.

On stdin is JSON with the words of ``report.typ``. What loops or swells meets the limits below.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

MB = 2**20
LIMITS = {
    resource.RLIMIT_AS: 2048 * MB,
    resource.RLIMIT_CPU: 20,  # seconds
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_NOFILE: 256,  # fonts are files
    resource.RLIMIT_CORE: 0,
}
MOST_INPUT = 32 * MB
FAMILIES = ["Source Sans 3", "Libertinus Serif"]


def main() -> None:
    for name, most in LIMITS.items():
        with suppress(ValueError, OSError):  # where a system knows no such limit
            resource.setrlimit(name, (most, most))
    told = sys.stdin.buffer.read(MOST_INPUT + 1)
    if len(told) <= MOST_INPUT:
        sys.stdout.buffer.write(printed(json.loads(told)))


def printed(report: dict[str, Any]) -> bytes:
    """PDF/UA with our fonts; with any there are where those lack a letter."""
    import typst

    try:
        return compiled(report, ["ua-1"])
    except typst.TypstError:
        return compiled(report, [], with_system_fonts=True)


def compiled(
    report: dict[str, Any], standards: list[Any], *, with_system_fonts: bool = False
) -> bytes:
    import typst

    fonts = typst.Fonts(
        include_system_fonts=with_system_fonts,
        font_paths=os.environ["FONTS"].split(os.pathsep),
    )
    return typst.compile(
        Path(__file__).with_name("report.typ").read_bytes(),
        format="pdf",
        sys_inputs={"report": json.dumps(report | {"fonts": FAMILIES})},
        font_paths=fonts,
        pdf_standards=standards,
    )


if __name__ == "__main__":
    try:
        main()
    except (BrokenPipeError, KeyboardInterrupt):
        os._exit(1)
