"""Work that takes a while, for a page that shows how far it is.

A row is such a piece of work: its page shows it while a task does it. Each verb is one
conditional UPDATE, so a worker, another worker and the person can't collide: ``False`` or
``Stopped`` tells who came too late.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobtracker.errors import Refused

LONGEST_MESSAGE = 1_000


class WorkStatus(models.TextChoices):
    PENDING = "pending", _("Waiting")
    RUNNING = "running", _("Running")
    COMPLETED = "completed", _("Done")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Cancelled")


OPEN = (WorkStatus.PENDING, WorkStatus.RUNNING)
RETRIABLE = (WorkStatus.FAILED, WorkStatus.CANCELLED)


class Stopped(Exception):  # noqa: N818 – nothing went wrong
    """The person cancelled it, or another worker does it: end here, write nothing more."""


class BackgroundWork(models.Model):
    """A subclass says how to ``enqueue`` its task, and how its three pages are called.

    The task calls ``begin``, then ``report`` before each stage, and ``complete`` or
    ``fail`` at the end. A task that is run again after its worker was killed begins
    again: ``attempt`` is what tells the two runs apart.
    """

    # “applications:capture” for applications:capture-progress, -cancel and -retry.
    url_name: ClassVar[str]
    # What its status is called while it is done.
    running: ClassVar[str] = WorkStatus.RUNNING

    status = models.CharField(
        _("status"),
        max_length=9,
        choices=WorkStatus,
        default=WorkStatus.PENDING,
        editable=False,
    )
    attempt = models.PositiveSmallIntegerField(default=0, editable=False)
    current_stage = models.PositiveIntegerField(default=0, editable=False)
    total_stages = models.PositiveIntegerField(default=0, editable=False)
    stage_name = models.CharField(max_length=100, blank=True, editable=False)
    stage_description = models.CharField(max_length=300, blank=True, editable=False)
    error_message = models.CharField(
        max_length=LONGEST_MESSAGE, blank=True, editable=False
    )
    started_at = models.DateTimeField(null=True, editable=False)
    completed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                condition=Q(status__in=WorkStatus.values),
                name="%(app_label)s_%(class)s_status_known",
            ),
        )

    @property
    def is_open(self) -> bool:
        """It waits or runs: its page asks again."""
        return self.status in self._open

    @property
    def is_running(self) -> bool:
        return self.status == self.running

    @property
    def _open(self) -> tuple[str, ...]:
        return (WorkStatus.PENDING, self.running)

    @property
    def can_retry(self) -> bool:
        return self.status in RETRIABLE

    # Where it is shown

    def get_progress_url(self) -> str:
        return self._url("progress")

    def get_cancel_url(self) -> str:
        return self._url("cancel")

    def get_retry_url(self) -> str:
        return self._url("retry")

    def _url(self, verb: str) -> str:
        return reverse(f"{self.url_name}-{verb}", args=[self.pk])

    # What its task says

    def begin(self, *, total_stages: int = 0) -> bool:
        """Take it on. False: it was cancelled, is over, or another worker has it."""
        return self._become(
            self._open,
            status=self.running,
            attempt=self.attempt + 1,
            current_stage=0,
            total_stages=total_stages,
            stage_name="",
            stage_description="",
            error_message="",
            started_at=timezone.now(),
            completed_at=None,
        )

    def report(self, stage: int, name: object = "", description: object = "") -> None:
        """Say what is done now, ``stage`` from 1 on. Raises Stopped if that has no use."""
        is_mine = self._become(
            (self.running,),
            current_stage=stage,
            stage_name=str(name)[:100],
            stage_description=str(description)[:300],
        )
        if not is_mine:
            raise Stopped

    def complete(self) -> bool:
        """It is done. In a transaction with its result, a False undoes that: raise."""
        return self._become(
            (self.running,),
            status=WorkStatus.COMPLETED,
            current_stage=self.total_stages,
            completed_at=timezone.now(),
        )

    def fail(self, message: object) -> bool:
        """It can't be done, with the reason as the person reads it."""
        return self._become(
            self._open,
            status=WorkStatus.FAILED,
            error_message=str(message)[:LONGEST_MESSAGE],
            completed_at=timezone.now(),
        )

    # What the person says

    def cancel(self) -> bool:
        """End it. What runs sees that at its next report. False: it was over already."""
        return self._become(
            self._open,
            any_attempt=True,
            status=WorkStatus.CANCELLED,
            completed_at=timezone.now(),
        )

    @transaction.atomic
    def retry(self) -> None:
        """From the beginning, by a new task. Raises Refused where it is not over."""
        is_mine = self._become(
            RETRIABLE,
            any_attempt=True,
            status=WorkStatus.PENDING,
            attempt=F("attempt") + 1,  # nothing of an earlier run counts any more
            current_stage=0,
            stage_name="",
            stage_description="",
            error_message="",
            started_at=None,
            completed_at=None,
        )
        self.refresh_from_db()
        if not is_mine:
            raise Refused(_("This is not over, so it can’t be tried again."))
        self.enqueue()

    def enqueue(self) -> None:
        """Put its task into the queue."""
        raise NotImplementedError

    def _become(
        self, before: tuple[str, ...], *, any_attempt: bool = False, **fields: Any
    ) -> bool:
        """Write the fields if the row is still what we know, and know them."""
        rows: Any = type(self)._base_manager.filter(pk=self.pk, status__in=before)
        if not any_attempt:
            rows = rows.filter(attempt=self.attempt)
        if not rows.update(**fields):
            return False
        # Not read back: by now it may be another's.
        for name, value in fields.items():
            setattr(self, name, value)
        return True
