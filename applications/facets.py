"""What the table could be narrowed by, and how many rows each choice leaves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from applications.matching.spellings import known_as
from jobtracker.filters import fixed_choices
from jobtracker.paging import said
from jobtracker.text import lines_of

if TYPE_CHECKING:
    from applications.table import Table

MOST_VALUES = 20
# Of these every row has one value, …
FACETS = (
    "status",
    "closed_reason",
    "priority",
    "remote_type",
    "job_type",
    "experience_level",
    "source",
)
# … of technologies some, in a list that takes longer to read: of so many rows it is read.
MOST_LISTS = 1_000


class Option(NamedTuple):
    value: str
    label: str
    left: str
    is_on: bool


class Facet(NamedTuple):
    name: str
    label: str
    options: list[Option]
    is_open: bool


def facets(table: Table) -> list[Facet]:
    """Each facet with its values and how many rows each leaves, in two queries.

    The counts respect every filter but the facet's own: a row that fails one facet
    alone counts there, and one that fails two counts nowhere.
    """
    chosen = [set(table.parameters.getlist(name)) for name in FACETS]
    counts: list[Counter[str]] = [Counter() for _name in FACETS]
    for values, rows in _combinations(table).items():
        failed = [n for n, wanted in enumerate(chosen) if _fails(values[n], wanted)]
        if len(failed) <= 1:
            for n in failed or range(len(FACETS)):
                counts[n][values[n]] += rows
    one_valued = [_facet(table, name, counts[n]) for n, name in enumerate(FACETS)]
    return [*one_valued, _technologies(table)]


def _fails(value: str, wanted: set[str]) -> bool:
    return bool(wanted) and value not in wanted


def _combinations(table: Table) -> Counter[tuple[str, ...]]:
    """How many rows have each combination of values, whatever the facets say.

    Counted here and not by the database: reading them costs less than sorting them.
    """
    others = table.parameters.copy()
    for name in FACETS:
        others.pop(name, None)
    fields = [table.filterset.filters[name].field_name for name in FACETS]
    rows = table.with_parameters(others).order_by().values_list(*fields)
    return Counter(rows.iterator(chunk_size=5_000))


def _facet(table: Table, name: str, counts: Counter[str]) -> Facet:
    chosen = table.parameters.getlist(name)
    options = [
        Option(value, label, said(counts[value]), value in chosen)
        for value, label in _choices(table, name, counts)
    ]
    return Facet(name, _label(table, name), options, bool(chosen) or name == FACETS[0])


def _label(table: Table, name: str) -> str:
    return str(table.filterset.filters[name].label)


def _choices(table: Table, name: str, counts: Counter[str]) -> list[tuple[str, Any]]:
    """All values of a fixed list; of a free one those met most often."""
    fixed = fixed_choices(table.filterset.filters[name])
    if fixed is not None:
        return [*fixed.items()]
    return [(value, value) for value in _most_met(counts)]


def _most_met(counts: Counter[str]) -> list[str]:
    met = sorted((v for v in counts if v), key=lambda v: (-counts[v], v))
    return met[:MOST_VALUES]


def _technologies(table: Table) -> Facet:
    """Those met most often in the newest of the rows that are left, by their usual names.

    A row has several, and each that is chosen narrows the list: so its own counts too.
    """
    newest = table.found.order_by("-last_activity_at", "-pk")
    lists = list(newest.values_list("job__tech_stack", flat=True)[: MOST_LISTS + 1])
    more = "+" if len(lists) > MOST_LISTS else ""
    chosen = _usual(name for name, _others in table.filterset.technologies)
    names, counts = dict(chosen), Counter(dict.fromkeys(chosen, 0))
    for one in lists[:MOST_LISTS]:
        named = _usual(lines_of(one))
        counts.update(named.keys())
        names = named | names
    shown = [*chosen, *(key for key in _most_met(counts) if key not in chosen)]
    options = [
        Option(names[key], names[key], f"{counts[key]}{more}", key in chosen)
        for key in shown[:MOST_VALUES]
    ]
    return Facet("technology", _label(table, "technology"), options, bool(chosen))


def _usual(names: Iterable[str]) -> dict[str, str]:
    """Each technology once, by the name that others know it by, in any case."""
    return {known_as(name).casefold(): known_as(name) for name in names}
