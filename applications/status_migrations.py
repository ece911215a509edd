"""Carrying out a status migration in batches, one at a time, and taking it back."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from applications.models import Application, StatusRun, StatusRunRow
from applications.status_plans import Plan, Step
from jobtracker.errors import Refused, Stale

# Any number that nothing else in this database locks by.
LOCK = 7_461_902_115
KEPT = "moved since it was imported"
CHANGED = "changed meanwhile"

# Called with the rows done and the rows there are.
type Progress = Callable[[int, int], None]


class Busy(Exception):
    """Another status migration is at work."""

    def __init__(self) -> None:
        super().__init__(
            "Another status migration is running; wait until it has ended."
        )


@dataclass
class Tally:
    """What a run did, or a dry run would do."""

    moved: Counter[Step] = field(default_factory=Counter)
    refused: Counter[Step] = field(default_factory=Counter)
    # Of each refused row its id, its person and the reason.
    refused_rows: list[tuple[int, str, str]] = field(default_factory=list)
    run: StatusRun | None = None

    def refuse(self, row: Application, step: Step, why: str) -> None:
        self.refused[step] += 1
        self.refused_rows.append((row.pk, row.user.email, why))


def foresee(plan: Plan) -> Tally:
    """What carrying the plan out would do now. Writes nothing."""
    run, at = _begun(plan)
    tally = Tally(run=run)
    for row in plan.rows(at).iterator(chunk_size=2_000):
        if row.is_kept:
            tally.refuse(row, plan.step(row), KEPT)
        else:
            tally.moved[plan.step(row)] += 1
    return tally


def carry_out(plan: Plan, *, batch_size: int, progress: Progress) -> Tally:
    """Move what the plan says, each batch in a transaction of its own.

    Goes on with a run of the same request that was interrupted. Raises Busy.
    """
    with only_one():
        run, at = _begun(plan)
        tally, rows, last, done = Tally(run=run), plan.rows(at), 0, 0
        total = rows.count()
        while batch := list(rows.filter(pk__gt=last)[:batch_size]):
            _carry_out(plan, batch, tally, at)
            last, done = batch[-1].pk, done + len(batch)
            progress(done, total)
        if tally.run:
            tally.run.finish(refused=len(tally.refused_rows))
    return tally


def _begun(plan: Plan) -> tuple[StatusRun | None, datetime]:
    """The run to go on with, and the moment that its quiet days are counted from."""
    run = StatusRun.objects.interrupted(plan.request, plan.user)
    return run, run.began_at if run else timezone.now()


@transaction.atomic
def _carry_out(plan: Plan, batch: list[Any], tally: Tally, at: datetime) -> None:
    left = []
    for row in batch:
        step = plan.step(row)
        if row.is_kept:
            tally.refuse(row, step, KEPT)
            continue
        # A run that moves nothing leaves no trace.
        run = tally.run = tally.run or StatusRun.objects.create(
            what=plan.what, request=plan.request, user=plan.user, began_at=at
        )
        try:
            # Who was deleted meanwhile stands nowhere.
            with suppress(Application.DoesNotExist):
                left.append(plan.carry_out(row, run))
                tally.moved[step] += 1
        except Refused as error:
            tally.refuse(row, step, _why(error))
    if tally.run:
        tally.run.keep(left)


def _why(error: Refused) -> str:
    return CHANGED if isinstance(error, Stale) else " ".join(error.messages)


def take_back(
    run: StatusRun, *, batch_size: int, progress: Progress
) -> tuple[int, list[tuple[int, str, str]]]:
    """Restore what a run moved and nobody has written since.

    Returns how many rows came back, and those left alone. Raises Busy.
    """
    with only_one():
        run.begin_undo()
        rows = run.rows.filter(is_undone=False).select_related("application__user")
        total, last, restored = rows.count(), 0, 0
        left_alone: list[tuple[int, str, str]] = []
        while batch := list(rows.filter(pk__gt=last).order_by("pk")[:batch_size]):
            left_alone += (kept := _take_back(batch))
            restored += len(batch) - len(kept)
            last = batch[-1].pk
            progress(restored + len(left_alone), total)
    return restored, left_alone


@transaction.atomic
def _take_back(batch: list[StatusRunRow]) -> list[tuple[int, str, str]]:
    left_alone = []
    for row in batch:
        try:
            row.take_back()
        except Refused as error:
            owner = row.application.user.email
            left_alone.append((row.application_id, owner, _why(error)))
    return left_alone


def only_one() -> AbstractContextManager[None]:
    """Held by one process at a time, and by none that has died. Raises Busy."""
    database: Any = connection
    if database.vendor == "postgresql":
        return _session_lock()
    if database.is_in_memory_db():
        return nullcontext()
    return _file_lock()


@contextmanager
def _session_lock() -> Iterator[None]:
    """The server lets go of it when the connection ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        if not cursor.fetchone()[0]:
            raise Busy
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


@contextmanager
def _file_lock() -> Iterator[None]:
    """SQLite itself holds a file beside the database: so it does on every system."""
    path = f"{connection.settings_dict['NAME']}.status-migration"
    file = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        try:
            file.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            raise Busy from None
        yield
    finally:
        file.close()
