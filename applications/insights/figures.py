"""All figures of a search, counted once for each version of what they stand on."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any, NamedTuple

from django.core.cache import cache
from django.db.models import Max

from applications.insights import funnel, replies
from applications.insights.integrity import Month, months
from applications.insights.journeys import Journey, journeys, total
from applications.insights.offers import offers
from applications.insights.scope import Scope
from applications.insights.stays import Stay, stays
from applications.insights.weeks import activity, weeks
from applications.models import Application
from companies.models import Company

# What is kept has this shape: raise it with every change to the classes here.
SHAPE = 1
KEPT_FOR = 60 * 60  # seconds
BY_SIZE = len(replies.TRAITS) - 1


class Figures(NamedTuple):
    """``replies`` by the names of TRAITS."""

    saved: int
    reached: dict[str, int]
    funnel: list[funnel.Step]
    flows: list[tuple[str, str, int]]
    replies: dict[str, list[replies.Group]]
    waits: list[int]
    stays: list[Stay]
    weeks: list[tuple[date, int]]
    activity: list[tuple[date, list[int]]]
    months: list[Month]
    offers: list[int]

    def as_json(self) -> dict[str, Any]:
        """As other programs get them: see the contract of ``/insights/``."""
        sources = self.replies["source"]
        return {
            "funnel": self.reached,
            "flows": [list(flow) for flow in self.flows],
            "replies": [
                {"source": one.name, "n": one.n, "replied": one.replied}
                for one in sources
            ],
            "weeks": [[monday.isoformat(), count] for monday, count in self.weeks],
        }


def figures_of(scope: Scope, today: date) -> Figures:
    """From the cache while nothing changed; the key names the person."""
    key = key_of(scope, today)
    found: Figures | None = cache.get(key)
    if found is None:
        found = count(scope, today)
        cache.set(key, found, KEPT_FOR)
    return found


def key_of(scope: Scope, today: date) -> str:
    """Another one whenever the figures may be: rows, day, zone or what is asked for."""
    mine = Company.objects.for_user(scope.user)
    parts = (
        SHAPE,
        today,
        scope.user.time_zone,
        *scope[1:],
        Application.objects.changed_at(scope.user),
        mine.aggregate(at=Max("updated_at"))["at"],
    )
    digest = hashlib.sha256(repr(parts).encode()).hexdigest()
    return f"insights:{scope.user.pk}:{digest}"


def count(scope: Scope, today: date) -> Figures:
    """Ask the database for all of them."""
    found = journeys(scope.saved(), *list(replies.TRAITS.values())[:BY_SIZE])
    waits, reached = replies.waits(scope), funnel.reached(found)
    return Figures(
        saved=total(found),
        reached=reached,
        funnel=funnel.funnel(found),
        flows=funnel.flows(found),
        replies=_replies(found, _sized(scope), waits),
        waits=sorted(wait.days for wait in waits),
        stays=stays(scope),
        weeks=weeks(scope, today),
        activity=activity(scope, today),
        months=months(scope),
        offers=offers(scope) if reached["offer"] else [],
    )


def _sized(scope: Scope) -> list[Journey]:
    """Of companies whose size is known; led there from the few companies."""
    if not Company.objects.for_user(scope.user).exclude(size="").exists():
        return []
    rows = scope.saved().filter(job__company__user=scope.user)
    return journeys(rows.exclude(job__company__size=""), "job__company__size")


def _replies(
    found: list[Journey], sized: list[Journey], waits: list[replies.Wait]
) -> dict[str, list[replies.Group]]:
    return {
        name: replies.groups(sized if place == BY_SIZE else found, place, waits)
        for place, name in enumerate(replies.TRAITS)
    }
