"""The sentences for what ``sqlite_child.py`` refuses: it knows no translations."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from applications.importing.sqlite_file import damaged, shown

_SENTENCES = {
    "view": _(
        "“%(file)s” holds a view. None of the older systems makes views: this file is "
        "not read."
    ),
    "trigger": _(
        "“%(file)s” holds a trigger. None of the older systems makes triggers: this "
        "file is not read."
    ),
    "virtual": _(
        "“%(file)s” holds a virtual table. None of the older systems makes one: this "
        "file is not read."
    ),
    "generated": _(
        "The table “%(table)s” of “%(file)s” has generated columns. None of the older "
        "systems makes them: this file is not read."
    ),
    "name": _(
        "“%(file)s” holds a table or column whose name is empty, longer than %(most)d "
        "characters or not printable: this file is not read."
    ),
    "tables": _(
        "“%(file)s” holds more than %(most)d tables: that is none of the older systems."
    ),
    "columns": _(
        "“%(file)s” holds a table of more than 200 columns: that is none of the older "
        "systems."
    ),
    "none": _("“%(file)s” holds no tables. Look whether it is the right file."),
    "row": _(
        "Row %(row)d of the table “%(table)s” is larger than %(most)d MB. Shorten it "
        "in the old system and try again."
    ),
    "memory": _("“%(file)s” needs more memory than there is for reading it."),
    "long": _("“%(file)s” takes too long to read: it is not read on."),
    "schema": _(
        "“%(file)s” describes its tables in a way that cannot be read: it is damaged, "
        "or none of the older systems."
    ),
    "unreadable": _("“%(file)s” may not be read: look at its rights."),
    "readings": _("“%(file)s” is read in too many places at once."),
}
_CODES = {
    sqlite3.SQLITE_INTERRUPT: "long",
    sqlite3.SQLITE_NOMEM: "memory",
    sqlite3.SQLITE_CANTOPEN: "unreadable",
    sqlite3.SQLITE_PERM: "unreadable",
    sqlite3.SQLITE_IOERR: "unreadable",
    sqlite3.SQLITE_ERROR: "schema",
    sqlite3.SQLITE_AUTH: "schema",
    sqlite3.SQLITE_TOOBIG: "schema",
}


def sentence(code: str, answer: Mapping[str, Any], file: str) -> str:
    """What to tell the person of an answer; a code that is not ours reads as damage."""
    code = _code(answer) if code == "sqlite" else code
    words: dict[str, object] = {"file": file}
    for name in ("row", "most"):
        value = answer.get(name)
        words[name] = value if isinstance(value, int) else 0
    words["table"] = shown(answer.get("table", ""))
    return str(_SENTENCES[code] % words) if code in _SENTENCES else damaged(words)


def _code(answer: Mapping[str, Any]) -> str:
    """Our code for one of SQLite's own errors."""
    said = str(answer.get("words"))
    if "too many columns" in said:
        return "columns"
    if said.startswith("malformed database schema"):
        return "schema"
    code = answer.get("code")
    return _CODES.get(code, "damaged") if isinstance(code, int) else "damaged"
