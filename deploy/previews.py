"""Take the small pictures by which people choose a template (static/documents/)."""

from __future__ import annotations

import os
import struct
import sys
import zlib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "static" / "documents"
WIDTH = 420  # pixels, shown at half of it
LEVELS = 17  # of each of the three colours: so few that one byte says which it is

RESUME = """# Nora Lindqvist
Hydrogeologist
nora.lindqvist@example.org · +46 8 555 01 42 · Uppsala, Sweden

## Summary
Hydrogeologist who maps groundwater and explains it to the people who decide about it. \
Looks for field work and models in the same week.

## Experience
### Senior Hydrogeologist, Källvatten Consulting | Mar 2020 – now | Uppsala
Leads groundwater studies for municipalities.
- Mapped 14 aquifers and rated how fast each of them fills again
- Cut the time of a pumping test from nine days to five by logging pressure on line
- Trained 6 colleagues in three-dimensional flow models
- Wrote the water chapters of 5 environmental statements, all of them accepted
### Hydrogeologist, Norrland Water Board | Aug 2015 – Feb 2020 | Umeå
- Built the register of 2,300 private wells that the county still uses
- Sampled 48 springs a year, in all weathers
- Found the leak that had salted a village's water for two summers
- Spoke at 11 public hearings
### Field Technician, Geological Survey | 2013 – 2015 | Kiruna
- Drilled and lined 75 observation wells
- Kept the pumps, the loggers and the snowmobile running

## Projects
### Wells of Uppland | 2022
An open map of water levels, drawn anew each night.
### Frost and rain | 2019
Forty years of thaw dates from church books, as a table anyone can use.

## Education
### MSc Hydrogeology, Uppsala University | 2011 – 2013
### BSc Earth Sciences, Umeå University | 2008 – 2011

## Certifications
- Certified driller, Swedish Geotechnical Society, 2014

## Skills
MODFLOW, QGIS, Python, PostgreSQL, pumping tests, isotope sampling, technical writing

## Languages
Swedish (native), English (C2), Finnish (B1)
"""
LETTER = """# Nora Lindqvist
nora.lindqvist@example.org · +46 8 555 01 42 · Uppsala, Sweden

14 May 2026

Vattenfors

Groundwater Modeller

Dear hiring team,

I am writing about the post of Groundwater Modeller. Since March 2020 I have been Senior \
Hydrogeologist at Källvatten Consulting, where I lead groundwater studies for municipalities.

You ask for “three-dimensional flow models of layered aquifers”. At Källvatten I mapped 14 \
aquifers, rated how fast each of them fills again, and trained 6 colleagues in such models.

You also ask for data that others can build on. At the Norrland Water Board I built the \
register of 2,300 private wells that the county still uses.

I would like to hear how your models reach the people who decide. You reach me at \
nora.lindqvist@example.org.

Kind regards,
Nora Lindqvist
"""


def main() -> None:
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobtracker.settings")
    os.environ.setdefault("SECRET_KEY", "unused-by-pictures")
    import django

    django.setup()
    from applications.documents.layouts import LAYOUTS
    from applications.documents.render import render

    FOLDER.mkdir(exist_ok=True)
    for kind, layouts in LAYOUTS.items():
        text = RESUME if kind == "resume" else LETTER
        for layout in layouts:
            told = {"title": layout.name, "author": "Nora Lindqvist"}
            pdf = render(text, kind, "pdf", layout.settings, most_pages=1, **told)
            (FOLDER / f"{layout.slug}.png").write_bytes(picture(pdf.data))


def picture(pdf: bytes) -> bytes:
    """The first page as PNG of few colours."""
    import pypdfium2

    page = pypdfium2.PdfDocument(pdf)[0]
    bitmap = page.render(scale=WIDTH / page.get_width())
    return png(bitmap.width, bitmap.height, list(rows_of(bitmap)))


def rows_of(bitmap: Any) -> Any:
    """Each row of a picture as its colours, (red, green, blue)."""
    data, step = bytes(bitmap.buffer), bitmap.n_channels
    even = [
        round(round(n / 255 * (LEVELS - 1)) * 255 / (LEVELS - 1)) for n in range(256)
    ]
    for line in range(bitmap.height):
        start = line * bitmap.stride
        row = data[start : start + bitmap.width * step].translate(bytes(even))
        yield list(zip(row[2::step], row[1::step], row[0::step], strict=True))


def png(width: int, height: int, rows: list[list[tuple[int, int, int]]]) -> bytes:
    colours = list(dict.fromkeys(colour for row in rows for colour in row))[:256]
    number = {colour: place for place, colour in enumerate(colours)}
    lines = b"".join(b"\0" + bytes(number.get(one, 0) for one in row) for row in rows)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        part(name, data)
        for name, data in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            (b"PLTE", bytes(share for colour in colours for share in colour)),
            (b"IDAT", zlib.compress(lines, 9)),
            (b"IEND", b""),
        )
    )


def part(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)


if __name__ == "__main__":
    main()
