"""Whether other workers live, judged by no clock: see ``worker.py``."""

from __future__ import annotations

import time
from datetime import datetime
from typing import NamedTuple

from django_tasks_db.models import DBTaskResult

from jobtracker.models import WORKER, Tick


class Sighting(NamedTuple):
    at: datetime | None
    since: float
    is_moving: bool


class Watch:
    """Looks at the signs of life of others, by our own stopwatch."""

    def __init__(self, patience: float) -> None:
        self.patience = patience
        self._seen: dict[str, Sighting] = {}

    @property
    def is_waiting(self) -> bool:
        """Whether there is one of whom we can't say yet."""
        return any(not seen.is_moving for seen in self._seen.values())

    def forget(self) -> None:
        self._seen.clear()

    def without_worker(self, rows: list[DBTaskResult]) -> list[DBTaskResult]:
        """Those of ``rows`` whose worker is gone."""
        names = {row.worker_ids[-1] for row in rows}
        self._seen = {name: self._look_at(name) for name in names}
        gone = {name for name in names if self._is_gone(self._seen[name])}
        for name in gone:
            del self._seen[name]
        return [row for row in rows if row.worker_ids[-1] in gone]

    def _look_at(self, name: str) -> Sighting:
        ticks = Tick.objects.filter(name=WORKER + name)
        at = ticks.values_list("at", flat=True).first()
        before = self._seen.get(name)
        if before and before.at == at:
            return before
        return Sighting(at, time.monotonic(), is_moving=before is not None)

    def _is_gone(self, seen: Sighting) -> bool:
        return time.monotonic() - seen.since >= self.patience
