"""A template’s settings as they can be used, and the steps by which a text is made to fit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from applications.documents.layouts import DEFAULTS, LAYOUTS, PAPERS, SIZES

# Text on white: the least contrast that all can read.
READABLE: Final = 4.5
_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
# Of the space between the lines and parts, and of the margins: what is left of them.
TIGHTER: Final = (
    (1.0, 1.0),
    (0.85, 1.0),
    (0.85, 0.88),
    (0.7, 0.88),
    (0.7, 0.76),
    (0.55, 0.7),
)


def styled(settings: Mapping[str, Any], document_type: str) -> dict[str, Any]:
    """Layout, paper, accent and size; what is missing or wrong as in ``DEFAULTS``."""
    layouts = [layout.slug for layout in LAYOUTS[document_type]]
    layout, paper = settings.get("layout"), settings.get("paper")
    return {
        "layout": layout if layout in layouts else layouts[0],
        "paper": paper if paper in PAPERS else DEFAULTS["paper"],
        "accent": readable(settings.get("accent")),
        "size": _size(settings.get("size")),
    }


def _size(value: Any) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    least, most = SIZES
    # NaN compares to nothing.
    if is_number and value == value:
        return float(min(max(value, least), most))
    return DEFAULTS["size"]


def readable(colour: Any) -> str:
    """The colour, as dark as it must be to be read on white."""
    if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
        return DEFAULTS["accent"]
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    while 1.05 / (_luminance(parts) + 0.05) < READABLE:
        parts = [int(part * 0.95) for part in parts]
    return "#" + "".join(f"{part:02x}" for part in parts)


def _luminance(parts: list[int]) -> float:
    shares = [part / 255 for part in parts]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def steps(size: float) -> list[dict[str, float]]:
    """From the roomiest to the tightest: first less air, then smaller letters too."""
    least, _most = SIZES
    found = [(size, *tighter) for tighter in TIGHTER[:4]]
    while size > least:
        size = max(size - 0.5, least)
        found.append((size, *TIGHTER[3 if size > 9.5 else 4]))
    found.append((size, *TIGHTER[5]))
    return [{"size": one, "gap": gap, "margin": edge} for one, gap, edge in found]
