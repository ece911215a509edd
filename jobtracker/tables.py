"""Tables of plain text, as our management commands print them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def text_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Columns of equal width, numbers to the right; empty where there are no rows."""
    cells = [[f"{c:,}" if isinstance(c, int) else str(c) for c in r] for r in rows]
    if not cells:
        return ""
    lines: list[Sequence[str]] = [header, *cells]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(_line(line, widths) for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell.rjust(width) if cell.replace(",", "").isdecimal() else cell.ljust(width)
        for cell, width in zip(cells, widths, strict=True)
    )
    return "  ".join(padded).rstrip()
