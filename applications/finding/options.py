"""What the palette offers: places to go, kept searches, and rows by their names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from applications.finding.kind import Kind
from applications.finding.kinds import Applications, Companies, People, Searches
from applications.finding.place import Place
from applications.finding.places import places, places_named
from applications.finding.results import recent
from applications.models import SavedSearch
from jobtracker.search import is_searchable

if TYPE_CHECKING:
    from accounts.models import User
    from applications.finding.hits import Hit

# Of each kind, in the order in which they are offered.
KINDS: tuple[tuple[type[Kind], int], ...] = (
    (Applications, 5), (Companies, 3), (People, 3), (Searches, 3),
)  # fmt: skip
MOST_PLACES = 4
MOST_RECENT = 4


class Option(NamedTuple):
    """A line of the palette: ``icon``, or the dot of a ``stage``; ``name`` is HTML."""

    url: str
    name: SafeString | str
    about: SafeString | str = ""
    icon: str = ""
    stage: str = ""
    stage_said: str = ""
    keys: str = ""


class Options(NamedTuple):
    """A group of the palette with its heading."""

    heading: str
    options: list[Option]


def options(user: User, text: str) -> list[Options]:
    """Named by ``text``; without any, what one did last and everything one can do."""
    found = _found(user, text) if is_searchable(text) else _offered(user)
    return [group for group in found if group.options]


def _found(user: User, text: str) -> Iterator[Options]:
    yield from _placed(places_named(user, text), MOST_PLACES)
    for kind, most in KINDS:
        group = kind(user, text, explains=False).group(most)
        if group:
            lines = [_line(hit, group.icon) for hit in group.hits]
            yield Options(str(group.heading), lines)


def _offered(user: User) -> Iterator[Options]:
    pinned = SavedSearch.objects.for_user(user).pinned()
    kept = [Option(row.run_url, row.name, icon="bookmark") for row in pinned]
    yield Options(_("Saved searches"), kept)
    last = [_line(hit, "table-2") for hit in recent(user)[:MOST_RECENT]]
    yield Options(_("Last worked on"), last)
    yield from _placed(places(user))


def _placed(found: list[Place], most: int | None = None) -> Iterator[Options]:
    """By what they are for; that of the best one comes first."""
    for deed in dict.fromkeys(place.deed for place in found):
        lines = [
            Option(place.url, str(place.name), icon=place.icon, keys=place.keys)
            for place in found
            if place.deed == deed
        ]
        yield Options(str(deed.label), lines[:most])


def _line(hit: Hit, icon: str) -> Option:
    is_staged = bool(hit.stage)
    return Option(
        hit.url,
        hit.name,
        hit.about,
        icon="" if is_staged else icon,
        stage=hit.stage,
        stage_said=hit.stage_said,
    )
