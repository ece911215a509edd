"""Which of a person's companies may be one and the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from companies.models import Company
from companies.models.company import MOST_ALIKE

if TYPE_CHECKING:
    from accounts.models import User

MOST_ROWS = 50


class Double(NamedTuple):
    """Two companies with the reason; ``first`` is the older one."""

    first: Company
    second: Company
    why: str


def doubles(user: User) -> list[Double]:
    """At most five pairs, by name; a third one comes when two have become one."""
    mine = Company.objects.for_user(user)
    keys, sites = mine.shared("plain_key"), mine.shared("site")
    if not (keys or sites):
        return []
    alike = Q(plain_key__in=keys) | Q(site__in=sites)
    rows = mine.filter(alike).order_by("pk")[:MOST_ROWS]
    reasons = (("plain_key", _("the same name")), ("site", _("the same website")))
    firsts: dict[tuple[str, str], Company] = {}
    pairs: dict[tuple[int, int], Double] = {}
    for row in rows:
        for field, why in reasons:
            first = firsts.setdefault((field, getattr(row, field)), row)
            if first is not row and getattr(row, field):
                pairs.setdefault((first.pk, row.pk), Double(first, row, why))
    return sorted(pairs.values(), key=_by_name)[:MOST_ALIKE]


def _by_name(double: Double) -> Any:
    return double.first.name_key
