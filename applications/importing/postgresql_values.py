"""Values of PostgreSQL as SQLite would hold them, and values asked for as its own."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from uuid import UUID

from applications.importing.sqlite_child import text_of

BITS = {"int2": 15, "int4": 31, "int8": 63}
# Compared as what they are, which an index can help with; all others as text.
TYPED = {*BITS, "uuid", "numeric", "text", "varchar", "bpchar"}
_MOMENTS = {"timestamp", "timestamptz", "date", "time", "timetz"}


def fitting(value: Any, type_name: str) -> Iterator[Any]:
    """The value as its column would hold it; nothing where it cannot hold it."""
    try:
        if bits := BITS.get(type_name):
            number = int(value)
            if number == float(value) and -(2**bits) <= number < 2**bits:
                yield number
        elif type_name == "uuid":
            yield str(UUID(str(value)))
        elif type_name == "numeric":
            if not Decimal(str(value)).is_infinite():
                yield str(value)
        elif isinstance(value, bool):
            yield "true" if value else "false"
        elif "\0" not in str(value):
            str(value).encode()
            yield _unmoment(str(value)) if type_name in _MOMENTS else str(value)
    except (ValueError, OverflowError, UnicodeError, ArithmeticError):
        return


def plain(value: Any, type_name: str) -> Any:
    if value is None:
        return None
    if isinstance(value, bytes):
        return text_of(value)
    if isinstance(value, float) and not math.isfinite(value):
        return str(value).replace("inf", "Infinity").replace("nan", "NaN")
    if type_name in _MOMENTS:
        return _moment(value)
    return _number(value) if type_name == "numeric" else value


def _moment(text: str) -> str:
    """``2026-01-05 10:00:00+00`` as ISO 8601 writes it; «infinity» and BC stay."""
    text = re.sub(r"^(\d{4,}-\d\d-\d\d) (\d\d:)", r"\1T\2", text)
    return re.sub(r"([+-]\d\d)$", r"\1:00", text) if ":" in text else text


def _unmoment(text: str) -> str:
    """As PostgreSQL writes it."""
    return re.sub(r"([+-]\d\d):00$", r"\1", text.replace("T", " ", 1))


def _number(text: str) -> int | float | str:
    """As SQLite would hold it; a number that a float cannot hold stays text."""
    if re.fullmatch(r"-?\d{1,18}", text):
        return int(text)
    return float(text) if re.fullmatch(r"-?[\d.]{1,16}", text) else text
