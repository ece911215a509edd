"""What is asked of a source: known names only, and not too many values at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import batched, product
from typing import Any

from django.utils.translation import gettext as _

from jobtracker.errors import Refused

MOST_VALUES = 500

type Part = dict[str, list[Any]]
"""Column → the values it may have; ``[None]`` stands for NULL."""


def parts(equals: Mapping[str, Any]) -> Iterator[Part]:
    """The question in parts of at most 500 values a column, which share no row."""
    choices = [_choices(value) for value in equals.values()]
    for chosen in product(*choices):
        yield dict(zip(equals, chosen, strict=True))


def _choices(value: Any) -> list[list[Any]]:
    many = isinstance(value, list | tuple | set | frozenset)
    values = dict.fromkeys(value if many else [value])
    nulls = [[None]] if None in values else []
    rest = [each for each in values if each is not None]
    return nulls + [list(some) for some in batched(rest, MOST_VALUES)]


def known(tables: Mapping[str, list[str]], table: str, *columns: str) -> None:
    """Refuse names that are not the source's own: only those get into SQL."""
    if table not in tables:
        raise Refused(_("The source has no table “%(table)s”.") % {"table": table})
    for column in columns:
        if column not in tables[table]:
            raise Refused(
                _("The table “%(table)s” of the source has no column “%(column)s”.")
                % {"table": table, "column": column}
            )


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
