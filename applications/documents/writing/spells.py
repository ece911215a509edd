"""The work of a résumé in time: what came when, and what would leave a hole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from applications.matching.person import month_of

# Months without work that a reader would ask about.
LONGEST_HOLE: Final = 12
# So many lines tell of work that is only named.
MOST_NAMED: Final = 6

Entry = Mapping[str, Any]


def newest_first(entries: Sequence[Entry], places: Iterable[int]) -> list[int]:
    """By their end, then their beginning; undated ones as they stand, below the others."""
    last = 10**6  # what goes on
    return sorted(
        places,
        key=lambda place: (
            -(last if entries[place].get("is_current") else _end(entries[place]) or 0),
            -(month_of(entries[place].get("start_date")) or 0),
            place,
        ),
    )


def _end(one: Entry) -> int | None:
    end = month_of(one.get("end_date"), is_end=True)
    return month_of(one.get("start_date")) if end is None else end


def comes_before(one: Entry, later: Entry) -> bool:
    """Whether it ended when the other began: by years, where no more is known of one."""
    end, start = str(one.get("end_date") or ""), str(later.get("start_date") or "")
    size = min(len(end[:7]), len(start[:7]))
    return bool(size) and end[:size] <= start[:size]


def worth_naming(entries: Sequence[Entry], chosen: Sequence[int]) -> list[int]:
    """Of the others those that are going on, or fill a hole of more than a year that the
    chosen ones leave: hidden, they would be asked about."""
    rest = [place for place in range(len(entries)) if place not in chosen]
    months = [_months(one, _last(entries)) for one in entries]
    holes = _holes(months, chosen)
    filled = {
        place: max((len(months[place] & hole) for hole in holes), default=0)
        for place in rest
    }
    telling = [p for p in rest if entries[p].get("is_current") or filled[p]]
    latest = newest_first(entries, telling)
    latest.sort(key=lambda p: (not entries[p].get("is_current"), -filled[p]))
    return latest[:MOST_NAMED]


def _last(entries: Sequence[Entry]) -> int:
    return max((_end(one) or 0 for one in entries), default=0)


def _months(one: Entry, last: int) -> set[int]:
    start, end = month_of(one.get("start_date")), _end(one)
    if start is None or end is None:
        return set()
    end = last if one.get("is_current") else end
    return set(range(start, min(max(end, start + 1), start + 1_200)))


def _holes(months: list[set[int]], chosen: Sequence[int]) -> list[set[int]]:
    """From where the chosen work begins to where all work ends, the long runs without."""
    covered = set().union(*(months[place] for place in chosen))
    if not covered:
        return []
    found: list[set[int]] = [set()]
    for month in range(min(covered), max(set().union(*months)) + 1):
        if month in covered:
            found.append(set())
        else:
            found[-1].add(month)
    return [hole for hole in found if len(hole) > LONGEST_HOLE]
