"""Which of a person's applications are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import Q

from applications.insights.period import Period
from applications.models import Application

if TYPE_CHECKING:
    from accounts.models import User
    from applications.models.application_row import ApplicationQuerySet


class Scope(NamedTuple):
    user: User
    period: Period = Period()
    profile: int | None = None
    source: str = ""

    @property
    def zone(self) -> ZoneInfo:
        return self.user.zone

    @property
    def is_narrowed(self) -> bool:
        return bool(self.profile or self.source) or not self.period.is_open

    def mine(self, way: str = "") -> Q:
        """All but the period, for rows that reach the application by ``way``."""
        asked: dict[str, Any] = {"user": self.user, "deleted_at": None}
        if self.profile:
            asked["profile"] = self.profile
        if self.source:
            asked["source"] = self.source
        return Q(**{f"{way}{name}": value for name, value in asked.items()})

    def saved(self) -> ApplicationQuerySet:
        return self._by("saved_at")

    def sent(self) -> ApplicationQuerySet:
        return self._by("applied_at").filter(applied_at__isnull=False)

    def _by(self, field: str) -> ApplicationQuerySet:
        rows = Application.objects.filter(self.mine()).order_by()
        return rows.filter(self.period.within(field, self.zone))
