from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from django.utils import timezone

from applications.models.application_row import ApplicationRow
from applications.models.status import Status


class Due(NamedTuple):
    """A thing owed: follow_up, answer, deadline, apply_or_drop."""

    kind: str
    on: date


class Dues(ApplicationRow):
    """How long it has been quiet, and what it asks for next."""

    class Meta(ApplicationRow.Meta):
        abstract = True

    def days_quiet(self, today: date) -> int:
        """Whole days since anything happened, in the active time zone."""
        return max((today - timezone.localtime(self.last_activity_at).date()).days, 0)

    def is_stale(self, today: date, after_days: int) -> bool:
        waiting = self.status in (Status.TRACKING, Status.APPLIED)
        return waiting and self.days_quiet(today) >= after_days

    def next_due(self, today: date, follow_up_after: int) -> Due | None:
        """What this application asks for next, if anything.

        ``follow_up_after`` is the person's cadence in days.
        """
        if self.is_closed:
            return None
        is_offer = self.status == Status.OFFER
        days = {
            "follow_up": self.next_follow_up_on,
            "answer": self.offer_deadline_on if is_offer else None,
            "deadline": self.job.deadline_on if self._may_still_apply(today) else None,
        }
        dues = [Due(kind, day) for kind, day in days.items() if day]
        if self.next_follow_up_on is None:
            dues += self._silence_dues(follow_up_after)
        return min(dues, key=lambda due: due.on, default=None)

    def _may_still_apply(self, today: date) -> bool:
        deadline = self.job.deadline_on
        is_open = deadline is not None and deadline >= today
        return is_open and self.status == Status.TRACKING

    def _silence_dues(self, after: int) -> list[Due]:
        """Applied without an answer: follow up. Only tracked: apply, or drop it."""
        local = timezone.localtime(self.last_activity_at).date()
        day = local + timedelta(days=after)
        if self.status == Status.APPLIED:
            return [Due("follow_up", day)]
        if self.status == Status.TRACKING:
            return [Due("apply_or_drop", day)]
        return []

    def follow_ups_unanswered(self) -> int:
        """Asked so often since they last said a word."""
        return self.follow_ups.unanswered().count()
