"""A document with one statement put back to what is so."""

from __future__ import annotations

from applications.documents.evidence.shapes import Source, Statement, Weighed
from applications.documents.sheet import as_entry, as_line
from applications.documents.writing.headings import ENGLISH, period


def with_truth(text: str, statement: Statement, weighed: Weighed) -> str:
    """``text`` with the nearest source’s words in place of a stretched statement."""
    assert statement.stretch
    lines = text.splitlines()
    raw = lines[statement.line]
    source = weighed.sources[statement.stretch.source or 0]
    if raw.startswith("### "):
        lines[statement.line] = _entry(source)
    else:
        said = as_line(statement.stretch.original)
        is_sentence = statement.text.rstrip().endswith((".", "!", "?"))
        said += "." if is_sentence and not said.endswith((".", "!", "?")) else ""
        lines[statement.line] = raw[: statement.start] + said + raw[statement.end :]
    return "\n".join(lines) + ("\n" if text.endswith("\n") else "")


def _entry(source: Source) -> str:
    """The head of an entry as its row says it."""
    start, end, goes_on = source.dates
    dates = {"start_date": start, "end_date": end, "is_current": goes_on}
    place = source.named.get("location") or source.named.get("gpa", "")
    return as_entry(source.label, period(dates, ENGLISH), place)
