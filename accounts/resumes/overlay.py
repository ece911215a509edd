"""An entry of a JSON Resume as columns, and back without loss.

Columns take what fits them. What they do not say exactly as it stood is kept beside them
under its own key. On the way back what is kept stands, but where the column was changed
since: then the column alone does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from accounts.resumes import values

Entry = dict[str, Any]


class Field(NamedTuple):
    """A column, and the keys it may come from; it goes out under the first."""

    column: str
    keys: tuple[str, ...]
    read: Callable[[Any], Any] = values.line

    def of(self, raw: Entry) -> Any:
        """The first value that says something; the empty value of its kind if none does."""
        found = (self.read(raw[key]) for key in self.keys if key in raw)
        return next((value for value in found if value), self.read(None))

    def written(self, columns: Entry) -> Entry:
        value = columns.get(self.column)
        return {} if value in ("", None, []) else {self.keys[0]: as_json(value)}


def as_json(value: Any) -> Any:
    """Numbers are texts in a JSON Resume."""
    return f"{value:g}" if isinstance(value, float) else value


class Shape(NamedTuple):
    """The fields of one kind of entry; ``settle`` looks at columns that depend on others."""

    fields: tuple[Field, ...]
    settle: Callable[[Entry, Entry], None] = lambda columns, raw: None

    def columns(self, raw: Entry) -> Entry:
        columns = {field.column: field.of(raw) for field in self.fields}
        self.settle(columns, raw)
        return columns

    def rendered(self, columns: Entry) -> Entry:
        return {
            k: v for field in self.fields for k, v in field.written(columns).items()
        }

    def kept(self, raw: Entry, columns: Entry) -> Entry:
        """What the columns do not give back by themselves."""
        rendered = self.rendered(columns)
        several = {
            key
            for field in self.fields
            if len(found := [key for key in field.keys if key in raw]) > 1
            for key in found
        }
        return {
            key: value
            for key, value in raw.items()
            if key in several or key not in rendered or rendered[key] != value
        }

    def joined(self, columns: Entry, kept: Entry) -> Entry:
        """The entry as it came, with the columns that were changed since."""
        entry: Entry = {}
        for field in self.fields:
            if not any(key in kept for key in field.keys):
                entry |= field.written(columns)
        entry |= kept
        now = self.columns(entry)
        for field in self.fields:
            if field.column in columns and now[field.column] != columns[field.column]:
                entry = {k: v for k, v in entry.items() if k not in field.keys}
                entry |= field.written(columns)
        return entry
