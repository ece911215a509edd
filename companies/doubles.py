"""Which of a person's companies may be one and the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from companies.models import Company, CompanyPair
from companies.models.company import MOST_ALIKE

if TYPE_CHECKING:
    from accounts.models import User

MOST_ROWS = 50
# Of those that the person told apart, the latest.
MOST_APART = 200


class Double(NamedTuple):
    """Two companies with the reason; ``first`` is the older one."""

    first: Company
    second: Company
    why: str


def doubles(user: User) -> list[Double]:
    """At most five pairs, by name; a third one comes when two have become one."""
    mine = Company.objects.for_user(user)
    apart = _told_apart(user)
    # Each pair that was told apart can stand before another one.
    most = MOST_ALIKE + len(apart)
    keys = mine.shared("plain_key", most=most)
    sites = mine.shared("site", most=most)
    if not (keys or sites):
        return []
    alike = Q(plain_key__in=keys) | Q(site__in=sites)
    rows = mine.filter(alike).order_by("pk")[: MOST_ROWS + 2 * len(apart)]
    return sorted(_pairs(rows, apart), key=_by_name)[:MOST_ALIKE]


def _told_apart(user: User) -> set[tuple[int, int]]:
    pairs = CompanyPair.objects.for_user(user).values_list("first_id", "second_id")
    return set(pairs[:MOST_APART])


def _pairs(rows: Iterable[Company], apart: set[tuple[int, int]]) -> Iterable[Double]:
    """Each with the first of those before it that it may be."""
    reasons = (("plain_key", _("the same name")), ("site", _("the same website")))
    before: dict[tuple[str, str], list[Company]] = {}
    pairs: dict[tuple[int, int], Double] = {}
    for row in rows:
        for field, why in reasons:
            if not getattr(row, field):
                continue
            others = before.setdefault((field, getattr(row, field)), [])
            for first in others:
                if (first.pk, row.pk) not in apart:
                    pairs.setdefault((first.pk, row.pk), Double(first, row, why))
                    break
            others.append(row)
    return pairs.values()


def _by_name(double: Double) -> Any:
    return double.first.name_key
