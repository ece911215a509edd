from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from applications.models.application_papers import Papers
from applications.models.job import Job
from applications.models.status import ClosedReason, Origin, Status, StatusChange
from jobtracker.background import announce
from jobtracker.errors import Refused, Stale

if TYPE_CHECKING:
    from accounts.models import User


class Stop(NamedTuple):
    """A status on the way of an application, and when it came there."""

    status: str
    closed_reason: str
    at: datetime


class NothingToUndo(Refused):
    status = Stale.status

    def __init__(self) -> None:
        super().__init__(_("There is no move to take back."), code="undo")


class Moves(Papers):
    """The doors of status: ``start``, ``bring_in``, ``move_to`` and ``undo_move``."""

    class Meta(Papers.Meta):
        abstract = True

    @classmethod
    @transaction.atomic
    def start(
        cls,
        job: Job,
        *,
        by: User | None,
        status: str = Status.TRACKING,
        closed_reason: str = "",
        origin: str = Origin.CREATE,
        now: datetime | None = None,
        **facts: Any,
    ) -> Self:
        """Begin the pursuit of ``job``, in ``status``, with its first row of history."""
        now = now or timezone.now()
        application = cls(
            user=job.user,
            job=job,
            saved_at=now,
            last_activity_at=now,
            **job.sort_keys,
            **facts,
        )
        application._enter(status, closed_reason, now)
        application.save(force_insert=True)
        job.mark_pursued()
        application._record("", origin=origin, by=by, now=now)
        announce("posting-changed", application.user_id)
        return application

    @classmethod
    @transaction.atomic
    def bring_in(cls, job: Job, *, path: Sequence[Stop], **facts: Any) -> Self:
        """One that another system knew, with the stops that are known of its way.

        ``facts`` are all other columns as they were there: nothing is put in for what is
        not known. The last stop is where it stands now.
        """
        here = path[-1]
        application = cls(
            user=job.user,
            job=job,
            status=here.status,
            closed_reason=here.closed_reason,
            **job.sort_keys,
            **facts,
        )
        application.save(force_insert=True)
        job.mark_pursued()
        StatusChange.objects.bulk_create(
            StatusChange(
                application_id=application.pk,
                from_status=before.status if before else "",
                to_status=stop.status,
                closed_reason=stop.closed_reason,
                changed_at=stop.at,
                origin=Origin.IMPORT,
                before=application._as_of(path[:number]) if before else {},
            )
            for number, (before, stop) in enumerate(
                zip([None, *path], path, strict=False)
            )
        )
        return application

    def _as_of(self, path: Sequence[Stop]) -> dict[str, str | None]:
        """What a move changes, as it stood at the last of these stops."""
        seen = {stop.status: stop for stop in path}
        applied, closed = seen.get(Status.APPLIED), seen.get(Status.CLOSED)
        return {
            "closed_reason": path[-1].closed_reason,
            "applied_at": applied.at.isoformat() if applied else None,
            "closed_at": closed.at.isoformat() if closed else None,
            "last_activity_at": path[-1].at.isoformat(),
        }

    @transaction.atomic
    def move_to(
        self,
        status: str,
        *,
        by: User | None,
        origin: str,
        closed_reason: str = "",
        rejection_reason: str = "",
        version: int | None = None,
        now: datetime | None = None,
        run: str = "",
        keep_activity: bool = False,
    ) -> StatusChange | None:
        """Move to ``status``; return the row of history, or None where nothing moves.

        ``rejection_reason`` is what they said, kept where it closes. ``version`` is the
        one the person saw: raises Stale if it has passed. ``keep_activity`` is for repairs
        of data, which are nothing that happened to the application. Raises Refused for a
        status or reason that does not exist.
        """
        self._lock(version)
        closed_reason = self._reason(status, closed_reason)
        if (status, closed_reason) == (self.status, self.closed_reason):
            if heard := self._hear(rejection_reason):
                self._write(*heard)
            return None
        now = now or timezone.now()
        before, from_status = self._memento(), self.status
        self._enter(status, closed_reason, now)
        changed = [*before, "status", *self._hear(rejection_reason)]
        if keep_activity:
            del before["last_activity_at"]
        else:
            self.last_activity_at = now
            changed += self._send_papers(from_status, origin, now)
        self._write(*changed)
        return self._record(
            from_status, origin=origin, by=by, now=now, before=before, run=run
        )

    @transaction.atomic
    def undo_move(
        self,
        *,
        by: User | None,
        version: int | None = None,
        now: datetime | None = None,
    ) -> StatusChange:
        """Take the last move back, its dates and reason too. Raises NothingToUndo, Stale."""
        self._lock(version)
        change = self.status_changes.undoable().first()
        if change is None:
            raise NothingToUndo
        before, from_status = self._memento(), self.status
        since = self.last_activity_at
        self._enter(change.from_status, "", self.closed_at or change.changed_at)
        # A change that came from another system may not know what was before it.
        for name, value in change.before.items():
            is_time = name.endswith("_at")
            setattr(self, name, parse_datetime(value or "") if is_time else value)
        if since > change.changed_at:  # something happened after that move, and stays
            self.last_activity_at = since
        self._write(*before, "status", *self._take_papers_back(change))
        return self._record(
            from_status,
            origin=Origin.UNDO,
            by=by,
            now=now or timezone.now(),
            before=before,
            undoes=change,
        )

    def _reason(self, status: str, asked: str) -> str:
        """How it ends in that status: as asked, as it did, or with no answer."""
        if status not in Status.values:
            raise Refused(_("There is no such status."), code="status")
        if status != Status.CLOSED:
            return ""
        if not asked:
            return self.closed_reason or ClosedReason.NO_RESPONSE
        if asked not in ClosedReason.values:
            raise Refused(_("There is no such reason."), code="closed_reason")
        return asked

    def _hear(self, words: str) -> list[str]:
        """Keep what they said where it is closed, be it told later; the names of what
        this changes."""
        if not self.is_closed or words in ("", self.rejection_reason):
            return []
        self.rejection_reason = words
        return ["rejection_reason"]

    def _enter(self, status: str, closed_reason: str, now: datetime) -> None:
        self.status = status
        if status == Status.CLOSED:
            self.closed_reason = closed_reason or ClosedReason.NO_RESPONSE
            self.closed_at = self.closed_at or now
        else:
            self.closed_reason = ""
            self.closed_at = None
        if status == Status.APPLIED and self.applied_at is None:
            self.applied_at = now

    def _memento(self) -> dict[str, str | None]:
        """What a move changes beside the status, as undo needs it."""

        def iso(moment: datetime | None) -> str | None:
            return moment.isoformat() if moment else None

        return {
            "closed_reason": self.closed_reason,
            "applied_at": iso(self.applied_at),
            "closed_at": iso(self.closed_at),
            "last_activity_at": iso(self.last_activity_at),
        }

    def _record(
        self, from_status: str, *, now: datetime, **fields: Any
    ) -> StatusChange:
        row: Any = self
        return StatusChange.objects.create(
            application=row,
            from_status=from_status,
            to_status=self.status,
            closed_reason=self.closed_reason,
            changed_at=now,
            **fields,
        )
