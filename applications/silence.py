"""How often a company has left a person without an answer."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, Max, Q
from django.utils import timezone

from applications.models import Application, Status
from applications.models.application_row import quiet_before
from applications.models.response import SILENT

if TYPE_CHECKING:
    from accounts.models import User
    from companies.models import Company


class Silence(NamedTuple):
    """Of ``applied`` times ``silent`` stayed without an answer; ``last`` the latest of all."""

    applied: int
    silent: int
    last: datetime


def silence_of(company: Company, user: User) -> Silence | None:
    """None where they have always answered, or still may."""
    days = user.get_preferences().stale_after_days
    stale = quiet_before(timezone.localdate(), days)
    is_silent = Q(status=Status.CLOSED, closed_reason__in=SILENT) | Q(
        status=Status.APPLIED, last_activity_at__lt=stale
    )
    applied = (
        Application.objects.for_user(user)
        .present()
        .filter(job__company=company, applied_at__isnull=False)
    )
    found = Silence(
        **applied.aggregate(
            applied=Count("pk"),
            silent=Count("pk", filter=is_silent),
            last=Max("applied_at"),
        )
    )
    return found if found.silent else None
