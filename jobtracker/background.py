"""Work outside of requests: what a queue needs beyond keeping the rows.

Tasks are functions with ``@task`` in the ``tasks`` module of an app. Each can be run
again: after an error, and after its worker was killed. So a task leaves things right
when it is run twice, whatever moment the first run ended at.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.tasks import DEFAULT_TASK_BACKEND_ALIAS, Task, TaskResultStatus
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules
from django_tasks_db.models import DBTaskResult

from jobtracker.batches import delete_in_batches
from jobtracker.models import Tick

MOST_ATTEMPTS = 3
FIRST_WAIT = timedelta(seconds=15)
LONGEST_WAIT = timedelta(hours=1)
KEPT = timedelta(days=7)

ATTEMPTS: dict[str, int] = {}
CLOCK: dict[str, tuple[timedelta, Task]] = {}
LISTENERS: dict[str, list[Task]] = {}


class WorkerGoneError(Exception):
    """The worker ended in the middle of the task, each time it was tried."""


def attempts(number: int) -> Callable[[Task], Task]:
    """Declare how often a task is tried in all; 3 times unless said."""

    def declare(task: Task) -> Task:
        ATTEMPTS[task.module_path] = number
        return task

    return declare


def every(interval: timedelta) -> Callable[[Task], Task]:
    """Declare that a task without arguments comes round; late ones are not made up for."""

    def declare(task: Task) -> Task:
        CLOCK[task.module_path] = (interval, task)
        return task

    return declare


def upon(event: str) -> Callable[[Task], Task]:
    """Declare that a task runs after each ``announce(event, …)``, with what it says."""

    def declare(task: Task) -> Task:
        LISTENERS.setdefault(event, []).append(task)
        return task

    return declare


def announce(event: str, *args: Any) -> None:
    """Enqueue the tasks that wait for this, in the caller's transaction.

    For an app that does not know who stands on what it changed: imports go left only.
    """
    _find_tasks()
    for task in LISTENERS.get(event, ()):
        task.enqueue(*args)


@cache
def _find_tasks() -> None:
    """Once: each app without tasks would be searched for them anew."""
    autodiscover_modules("tasks")


def wait_after(attempt: int) -> timedelta:
    """How long to wait before the next try: 15 s, 1, 4, 16 minutes, then an hour."""
    return min(FIRST_WAIT * 4 ** min(attempt - 1, 9), LONGEST_WAIT)


def ring(now: datetime) -> list[str]:
    """Enqueue what the clock has come to, unless it still waits from last time."""
    known = dict(Tick.objects.filter(name__in=CLOCK).values_list("name", "due"))
    rung = []
    for path, (interval, task) in CLOCK.items():
        due = known.get(path)
        if due and now < due <= now + interval:
            continue
        if Tick.objects.strike(path, every=interval, now=now) and not _is_open(path):
            task.enqueue()
            rung.append(path)
    return rung


def _is_open(path: str) -> bool:
    waiting = (TaskResultStatus.READY, TaskResultStatus.RUNNING)
    return DBTaskResult.objects.filter(task_path=path, status__in=waiting).exists()


def claim(worker: str) -> DBTaskResult | None:
    """Take the next task; each is taken by one worker. None: there is nothing to do."""
    ready: Any = DBTaskResult.objects.ready().filter(
        backend_name=DEFAULT_TASK_BACKEND_ALIAS
    )
    if not ready.exists():  # outside a transaction: on SQLite that would lock writers
        return None
    with transaction.atomic():
        row = ready.select_for_update(skip_locked=True).first()
        if row:
            row.claim(worker)
    return row


def succeed(row: DBTaskResult, value: Any) -> bool:
    return _settle(
        row,
        status=TaskResultStatus.SUCCESSFUL,
        finished_at=timezone.now(),
        return_value=value,
        exception_class_path="",
        traceback="",
    )


def fail(row: DBTaskResult, error: BaseException) -> bool:
    """It comes again after a while, or is given up if it was tried often enough."""
    now, tried = timezone.now(), len(row.worker_ids)
    if tried < ATTEMPTS.get(row.task_path, MOST_ATTEMPTS):
        fate = {
            "status": TaskResultStatus.READY,
            "run_after": now + wait_after(tried),
        }
    else:
        fate = {"status": TaskResultStatus.FAILED, "finished_at": now}
    kind = type(error)
    return _settle(
        row,
        exception_class_path=f"{kind.__module__}.{kind.__qualname__}",
        traceback="".join(traceback.format_exception(error)),
        **fate,
    )


def put_back(row: DBTaskResult) -> bool:
    """It was not its fault: as if it had not been taken."""
    before = row.worker_ids[:-1]
    return _settle(row, status=TaskResultStatus.READY, worker_ids=before)


def _settle(row: DBTaskResult, **fields: Any) -> bool:
    """Write how it went; False where another worker has taken it over meanwhile."""
    mine = DBTaskResult.objects.filter(
        pk=row.pk, status=TaskResultStatus.RUNNING, started_at=row.started_at
    )
    return bool(mine.update(**fields))


def running() -> QuerySet[DBTaskResult]:
    rows: Any = DBTaskResult.objects.filter(
        status=TaskResultStatus.RUNNING, backend_name=DEFAULT_TASK_BACKEND_ALIAS
    )
    return rows


def reclaim(rows: Collection[DBTaskResult]) -> int:
    """Take tasks over whose worker is gone. A task that keeps killing is given up."""
    count = 0
    for row in rows:
        if len(row.worker_ids) < ATTEMPTS.get(row.task_path, MOST_ATTEMPTS):
            again = {"run_after": timezone.now()}
            count += _settle(row, status=TaskResultStatus.READY, **again)
        else:
            count += fail(row, WorkerGoneError(f"{row.worker_ids[-1]} ended in it."))
    return count


def prune(now: datetime) -> int:
    """Delete the results of tasks that ended a week ago, and workers long gone."""
    Tick.objects.forget_workers(before=now - timedelta(days=1))
    ended = (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED)
    return delete_in_batches(
        DBTaskResult.objects.filter(status__in=ended, finished_at__lt=now - KEPT)
    )
