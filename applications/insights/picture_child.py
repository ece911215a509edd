"""Makes a PNG of the SVG on stdin, in a process of its own; run by path with ``python -I``.

What loops or swells meets the limits below.
"""

from __future__ import annotations

import os
import resource
import sys
from contextlib import suppress

MB = 2**20
LIMITS = {
    resource.RLIMIT_AS: 1024 * MB,
    resource.RLIMIT_CPU: 5,  # seconds
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_NOFILE: 64,  # fonts are files
    resource.RLIMIT_CORE: 0,
}
MOST_INPUT = 4 * MB
SHARP = 192  # dots an inch: two for each of the screen’s
PAGE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", alt: "")
"""


def main() -> None:
    for name, most in LIMITS.items():
        with suppress(ValueError, OSError):  # where a system knows no such limit
            resource.setrlimit(name, (most, most))
    drawn = sys.stdin.buffer.read(MOST_INPUT + 1)
    if len(drawn) <= MOST_INPUT:
        sys.stdout.buffer.write(picture(drawn.decode()))


def picture(drawn: str) -> bytes:
    import typst

    fonts = typst.Fonts(font_paths=os.environ["FONTS"].split(os.pathsep))
    return typst.compile(
        PAGE, format="png", ppi=SHARP, sys_inputs={"svg": drawn}, font_paths=fonts
    )


if __name__ == "__main__":
    try:
        main()
    except (BrokenPipeError, KeyboardInterrupt):
        os._exit(1)
