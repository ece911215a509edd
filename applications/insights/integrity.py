"""What the claims of each month say together."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import NamedTuple

from django.utils import timezone

from applications.insights import LATEST
from applications.insights.scope import Scope
from applications.models import ExperienceClaim
from applications.models.claim import honesty


class Month(NamedTuple):
    first: date
    claims: int
    integrity: float


def months(scope: Scope) -> list[Month]:
    """Those in which something was claimed, the earliest first."""
    asked = scope.mine("application__") & scope.period.within("created_at", scope.zone)
    latest = ExperienceClaim.objects.filter(asked).order_by("-created_at", "-pk")[
        :LATEST
    ]

    def month(claim: ExperienceClaim) -> date:
        return timezone.localtime(claim.created_at, scope.zone).date().replace(day=1)

    grouped = ((first, list(some)) for first, some in groupby(latest[::-1], key=month))
    return [
        Month(first, len(claims), told.integrity_score)
        for first, claims in grouped
        if (told := honesty(claims))
    ]
