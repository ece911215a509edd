"""How far an application came in another system, and when."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from applications.models import Status, Stop
from applications.statuses import Standing


class Course(NamedTuple):
    """How far an application came, and when, as far as its system knows.

    ``came_at`` is when it came where it stands, ``last_at`` when anything last happened.
    """

    standing: Standing
    saved_at: datetime | None
    last_at: datetime | None
    applied_at: datetime | None
    came_at: datetime | None

    @property
    def closed_at(self) -> datetime | None:
        return self.came_at if self.standing.is_closed else None

    def begun(self, now: datetime) -> dict[str, Any]:
        """What ``Application.bring_in`` wants to know; what nobody knows is now."""
        last_at = self.last_at or self.saved_at or now
        came_at = self.came_at or last_at
        return {
            "path": way(self.standing, self.saved_at or now, self.applied_at, came_at),
            "closed_at": came_at if self.standing.is_closed else None,
            "last_activity_at": last_at,
        }


def way(
    standing: Standing, saved_at: datetime, applied_at: datetime | None, at: datetime
) -> list[Stop]:
    """The stops that are known: saved, applied for, and where it stands since ``at``."""
    path = [Stop(Status.TRACKING, "", saved_at)]
    if applied_at and standing.status not in (Status.TRACKING, Status.APPLIED):
        path.append(Stop(Status.APPLIED, "", max(applied_at, saved_at)))
    if standing.status != Status.TRACKING:
        if standing.status == Status.APPLIED and applied_at:
            at = applied_at
        reason = standing.closed_reason or ("no_response" if standing.is_closed else "")
        path.append(Stop(standing.status, reason, max(at, path[-1].at)))
    return path
