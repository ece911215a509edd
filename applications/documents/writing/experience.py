"""The work that a résumé tells of: the best for a posting in detail, the rest by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from applications.documents.ranking import Order
from applications.documents.sheet import as_entry
from applications.documents.writing import texts
from applications.documents.writing.headings import Words, period
from applications.documents.writing.options import ResumeOptions
from applications.documents.writing.spells import newest_first, worth_naming

# Points of the best, of those between, of the last, by how many pages there are.
POINTS: Final[dict[int | None, tuple[int, int, int]]] = {
    1: (4, 3, 2),
    None: (6, 4, 2),
    2: (8, 6, 4),
}
# Characters of a description, of the best and of the others.
LONGEST_BEST, LONGEST_OTHER = 700, 350
LONGEST_POINT: Final = 500
# So many skills say which points matter.
TELLING_SKILLS: Final = 12
# With fewer entries there is no last one among them.
FEW: Final = 4

_FIGURE: Final = re.compile(r"(?<![\w.,])[€$£]?\d")

Entry = Mapping[str, Any]


def experience_lines(
    facts: Mapping[str, Any], order: Order, wanted: ResumeOptions, words: Words
) -> list[str]:
    """The chosen entries with their points; between them, by name alone, those whose
    absence would be asked about (see ``worth_naming``)."""
    entries: Sequence[Entry] = list(texts.listed(facts.get("experiences")))
    chosen = in_order(order.experiences, len(entries))[: wanted.experiences]
    shown = chosen + worth_naming(entries, chosen)
    if wanted.order == "dates":
        shown = newest_first(entries, shown)
    skills = [name.casefold() for name in texts.lines(order.skills)][:TELLING_SKILLS]
    groups = []
    for place in shown:
        said: list[str] = []
        points: list[str] = []
        if place in chosen:
            rank = chosen.index(place)
            said, points = _told(entries[place], is_best=rank == 0)
            most = _most_points(rank, len(chosen), wanted.pages)
            points = _best(points, most, skills)
        groups.append(_entry(entries[place], said, points, words))
    return separated(groups)


def in_order(places: Sequence[int], count: int) -> list[int]:
    """All places of a list, those that are ranked first."""
    ranked = [place for place in places if 0 <= place < count]
    return list(dict.fromkeys((*ranked, *range(count))))


def separated(groups: Iterable[list[str]]) -> list[str]:
    """The lines of groups, a blank one between two of them."""
    lines: list[str] = []
    for group in filter(None, groups):
        lines += ["", *group] if lines else group
    return lines


def _entry(
    one: Entry, said: Sequence[str], points: Sequence[str], words: Words
) -> list[str]:
    name = ", ".join(texts.lines([one.get("title"), one.get("company")]))
    if not (name or said or points):
        return []
    head = as_entry(
        name or "[title and employer]",
        period(one, words),
        texts.line(one.get("location")),
    )
    return [head, *said, *(f"- {point}" for point in points)]


def _told(one: Entry, *, is_best: bool) -> tuple[list[str], list[str]]:
    """What it says as text, and as points."""
    most = LONGEST_BEST if is_best else LONGEST_OTHER
    told = texts.blocks(one.get("description"))
    listed = [said for is_point, said in told if is_point and said]
    prose = "\n".join(said for is_point, said in told if not is_point)
    points = [*listed, *texts.lines(one.get("achievements"))]
    shortened = (texts.shortened(point, LONGEST_POINT) for point in points)
    return texts.prose(prose, most), [point for point in shortened if point]


def _most_points(rank: int, count: int, pages: int | None) -> int:
    best, between, last = POINTS[pages]
    if rank == 0:
        return best
    return last if rank == count - 1 and count >= FEW else between


def _best(points: Sequence[str], most: int, skills: Sequence[str]) -> list[str]:
    """Those that name most of what the posting is about, or a figure; in their order."""
    points = list(dict.fromkeys(points))
    ranked = sorted(
        range(len(points)), key=lambda place: (-_weight(points[place], skills), place)
    )
    return [points[place] for place in sorted(ranked[:most])]


def _weight(point: str, skills: Sequence[str]) -> float:
    lowered = point.casefold()
    named = sum(
        bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", lowered)) for name in skills
    )
    return named + 0.5 * bool(_FIGURE.search(point))
