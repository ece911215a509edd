"""CSV and XLSX that run nothing in a spreadsheet and come back as they went."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time
from io import BytesIO, StringIO
from typing import Any

from django.utils.translation import gettext as _
from import_export.formats import base_formats  # type: ignore[import-untyped]
from openpyxl import Workbook, load_workbook  # type: ignore[import-untyped]
from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # type: ignore[import-untyped]
from tablib import Dataset  # type: ignore[import-untyped]

from jobtracker.errors import Refused

# Each row takes part in one transaction and one answer.
MOST_ROWS = 1_000
# A sheet may have its last cell a million empty rows below the others.
MOST_LOOKED_AT = 20_000
MOST_COLUMNS = 100
MOST_UNPACKED = 50_000_000

# Where a spreadsheet may take a cell, or what it makes of a part of it, for a formula:
# at the beginning, and after what parts cells elsewhere than in a comma's country.
_FORMULA = "=+@\uff1d\uff0b\uff20\uff0d-"
_SPOT = (
    rf"(^(?=[\s;']*[{_FORMULA}]|'*[\t\r\n\0])"
    rf"|[;\t\r\n](?='*[ \u00a0]*[{_FORMULA}]))('*)"
)
_guard = re.compile(_SPOT)
_unguard = re.compile(_SPOT.replace("('*)", "'('*)"))


def guarded(cell: Any) -> Any:
    """``cell`` with an apostrophe before everything that could become a formula."""
    return _guard.sub(r"\1'\2", cell) if isinstance(cell, str) else cell


def unguarded(text: str) -> str:
    """What ``guarded`` was given."""
    return _unguard.sub(r"\1\2", text)


def text_of(value: Any) -> str:
    """A cell as text, whatever a spreadsheet has made of it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return unguarded(value) if isinstance(value, str) else str(value)


def table(rows: Iterable[Iterable[Any]]) -> Dataset:
    """Rows of text under the first one as headers. Raises Refused if there are too many."""
    lines: list[list[str]] = []
    for number, row in enumerate(rows):
        cells = [text_of(cell) for cell in row]
        if any(cells):
            lines.append(cells)
        if len(lines) > MOST_ROWS + 1 or number > MOST_LOOKED_AT:
            raise Refused(_("At most 1,000 rows at once: split the file."))
    if not lines:
        return Dataset()
    headers, *body = (_without_end(line) for line in lines)
    width = len(headers)
    if any(len(line) > width for line in body):
        raise Refused(_("A row has more cells than there are headers."))
    padded = (line + [""] * (width - len(line)) for line in body)
    return Dataset(*padded, headers=headers)


def _without_end(line: list[str]) -> list[str]:
    """The cells up to the last that is not empty."""
    while line and not line[-1]:
        line = line[:-1]
    return line


class CSV(base_formats.CSV):
    def export_data(self, dataset: Dataset, **kwargs: Any) -> str:
        out = StringIO(newline="")
        rows = [dataset.headers, *dataset]
        csv.writer(out).writerows([guarded(cell) for cell in row] for row in rows)
        return out.getvalue()

    def create_dataset(self, in_stream: Any, **kwargs: Any) -> Dataset:
        text = in_stream.decode(self.encoding or "utf-8-sig")
        first_line = text.partition("\n")[0]
        comma = ";" if first_line.count(";") > first_line.count(",") else ","
        return table(csv.reader(StringIO(text, newline=""), delimiter=comma))


class XLSX(base_formats.XLSX):
    def export_data(self, dataset: Dataset, **kwargs: Any) -> bytes:
        book = Workbook(write_only=True)
        sheet = book.create_sheet()
        for row in [dataset.headers, *dataset]:
            sheet.append([_typed(sheet, guarded(value)) for value in row])
        out = BytesIO()
        book.save(out)
        return out.getvalue()

    def create_dataset(self, in_stream: bytes) -> Dataset:
        with zipfile.ZipFile(BytesIO(in_stream)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise Refused(_("This file is too large."))
        book = load_workbook(BytesIO(in_stream), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        return table(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True))


def _typed(sheet: Any, value: Any) -> Any:
    """Text is text, also where it looks like a number, a date or a formula."""
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("\ufffd", value))
    cell.data_type = "s"
    return cell
