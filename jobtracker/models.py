from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Max, Q
from django.utils.translation import gettext_lazy as _

WORKER = "worker:"
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


class TickQuerySet(models.QuerySet["Tick"]):
    def strike(self, name: str, *, every: timedelta, now: datetime) -> bool:
        """Whether it is time again: of any number of workers one is told so.

        What was never due is due at once. A time further off than ``every`` was written
        while the clock was wrong, so it counts as come.
        """
        due = now + every - (now - EPOCH) % every
        has_come = Q(due__lte=now) | Q(due__gt=now + every)
        if self.filter(has_come, name=name).update(at=now, due=due):
            return True
        return self.get_or_create(name=name, defaults={"at": now, "due": due})[1]

    def beat(self, worker: str, *, every: timedelta, now: datetime) -> None:
        """Say that this worker lives."""
        times = {"at": now, "due": now + every}
        self.update_or_create(name=WORKER + worker, defaults=times)

    def workers(self) -> TickQuerySet:
        return self.filter(name__startswith=WORKER)

    def last_beat(self) -> datetime | None:
        """When any worker was last known to live; None: there never was one."""
        return self.workers().aggregate(at=Max("at"))["at"]

    def forget_workers(self, *, before: datetime) -> int:
        """Remove those that ended before, but for the last of all."""
        last = self.last_beat() or before
        return self.workers().filter(at__lt=min(before, last)).delete()[0]


class Tick(models.Model):
    """What comes round: an hour of our clock, or a worker's sign of life."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    at = models.DateTimeField(_("last"))
    due = models.DateTimeField(_("next"))

    objects: ClassVar = TickQuerySet.as_manager()

    class Meta:
        ordering = ("name", "pk")
        verbose_name = _("tick")
        verbose_name_plural = _("ticks")

    def __str__(self) -> str:
        return self.name
