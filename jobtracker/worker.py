"""The process that runs tasks: one on SQLite, any number on PostgreSQL.

It lives through a database that goes away, ends in order on SIGTERM, and takes over what
a killed one was at. Whether another worker lives is never judged by the clock, which may
jump: it is gone when its sign of life stayed the same while we watched.
"""

from __future__ import annotations

import fcntl
import logging
import os
import signal
import socket
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import partial
from threading import Event, Thread, current_thread, main_thread
from typing import Any
from uuid import uuid4

from django.db import (
    DatabaseError,
    InterfaceError,
    connection,
    connections,
)
from django.utils import timezone
from django.utils.json import normalize_json
from django.utils.module_loading import autodiscover_modules
from django_tasks_db.models import DBTaskResult

from jobtracker import background
from jobtracker.models import Tick
from jobtracker.watch import Watch

logger = logging.getLogger(__name__)

IDLE_SECONDS = 1.0
LOOK_SECONDS = 2.0
# How long others wait for a sign of life before they take over.
GONE_SECONDS = 8.0
BEAT_SECONDS = 2.0
# Where nobody waits for it, and every write is a write to the disk.
LONE_BEAT_SECONDS = 15.0
# A task that takes longer is broken off, as an error.
MOST_SECONDS = 10 * 60
# After SIGTERM: what is not done by then is put back for the next worker.
GRACE_SECONDS = 8


class AlreadyRunningError(Exception):
    """SQLite has its one worker."""


class BrokenOff(BaseException):
    """We are to stop; the task is not to blame. No ``except Exception`` gets it."""


class OutOfTimeError(Exception):
    """The task took too long."""


class Worker:
    def __init__(self, *, say: Callable[[str], object] = logger.info) -> None:
        self.name = f"{socket.gethostname()[:40]}-{os.getpid()}-{uuid4().hex[:8]}"
        self.say = say
        self.counts: Counter[str] = Counter(done=0, failed=0, put_back=0, taken_over=0)
        self.is_stopping = False
        self._is_alone = connection.vendor == "sqlite"
        self._beat_seconds = LONE_BEAT_SECONDS if self._is_alone else BEAT_SECONDS
        self._watch = Watch(0 if self._is_alone else GONE_SECONDS)
        self._unsettled: Callable[[], bool] | None = None
        self._began: float | None = None
        self._next_look = 0.0
        self._ended = Event()

    def run(self, *, once: bool = False) -> None:
        """Run tasks until told to stop; with ``once`` until there is nothing to do."""
        autodiscover_modules("tasks")
        beats = Thread(target=self._beat_on, daemon=True)
        with only_one_on_sqlite(), self._signals():
            beats.start()
            try:
                while not self.is_stopping:
                    if not self._turn_or_wait(once=once):
                        break
            finally:
                self._ended.set()
                beats.join(1)

    def _turn_or_wait(self, *, once: bool) -> bool:
        """False: that was all."""
        try:
            if self._turn():
                return True
            is_over = once and not self._watch.is_waiting
        except (DatabaseError, InterfaceError) as error:
            if once:
                raise
            self._lost(error)
            return True
        if is_over:
            return False
        time.sleep(IDLE_SECONDS)
        return True

    def _turn(self) -> bool:
        """One task, if there is one; and now and then a look around."""
        self._settle()
        if time.monotonic() >= self._next_look:
            self._look_around()
        row = background.claim(self.name)
        if row is None:
            return False
        self._run(row)
        return True

    def _look_around(self) -> None:
        for_each_connection("close_if_unusable_or_obsolete")
        if not self._next_look:
            self._beat()
        background.ring(timezone.now())
        rows = [r for r in background.running() if r.worker_ids[-1:] != [self.name]]
        taken = background.reclaim(self._watch.without_worker(rows))
        self.counts["taken_over"] += taken
        self._next_look = time.monotonic() + LOOK_SECONDS

    def _lost(self, error: Exception) -> None:
        """The database is away: what we saw of others says nothing now."""
        logger.warning("The database is away: %s", str(error).partition("\n")[0])
        self._watch.forget()
        for_each_connection("close")
        time.sleep(IDLE_SECONDS)

    # One task

    def _run(self, row: DBTaskResult) -> None:
        try:
            value = self._call(row)
        except BrokenOff:
            for_each_connection("close")  # it may be in the middle of a query
            self.counts["put_back"] += 1
            self._unsettled = partial(background.put_back, row)
        except Exception as error:
            if isinstance(error, OutOfTimeError):
                for_each_connection("close")
            tried = len(row.worker_ids)
            logger.exception("Task %s failed, attempt %d", row.task_path, tried)
            self.counts["failed"] += 1
            self._unsettled = partial(background.fail, row, error)
        else:
            self.counts["done"] += 1
            self._unsettled = partial(background.succeed, row, value)
        self._settle()

    def _call(self, row: DBTaskResult) -> Any:
        task, given = row.task, row.args_kwargs
        is_done, value = False, None
        try:
            with self._limited():
                value = task.call(*given["args"], **given["kwargs"])
                value = normalize_json(value)
                is_done = True
        except (BrokenOff, OutOfTimeError):
            if not is_done:  # else it came too late to matter
                raise
        return value

    def _settle(self) -> None:
        """Write how the last task went. While the database is away we come back to it."""
        if self._unsettled is None:
            return
        if not self._unsettled():
            logger.warning("A task was taken over by another worker meanwhile.")
        self._unsettled = None

    # Signals reach the main thread only; in another one nothing can be broken off.

    @contextmanager
    def _signals(self) -> Iterator[None]:
        if current_thread() is not main_thread():
            yield
            return
        handlers = {
            signal.SIGTERM: self._stop,
            signal.SIGINT: self._stop,
            signal.SIGALRM: self._break_off,
        }
        before = {
            number: signal.signal(number, handlers[number]) for number in handlers
        }
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def _limited(self) -> Iterator[None]:
        can_break_off = current_thread() is main_thread()
        self._began = time.monotonic()
        if can_break_off:
            limit = GRACE_SECONDS if self.is_stopping else MOST_SECONDS
            signal.setitimer(signal.ITIMER_REAL, limit)
        try:
            yield
        finally:
            if can_break_off:
                signal.setitimer(signal.ITIMER_REAL, 0)
            self._began = None

    def _stop(self, *_: object) -> None:
        self.is_stopping = True
        if self._began is not None:
            signal.setitimer(signal.ITIMER_REAL, GRACE_SECONDS)

    def _break_off(self, *_: object) -> None:
        if self._began is None:
            return
        if self.is_stopping:
            raise BrokenOff
        message = f"It took longer than {MOST_SECONDS} seconds."
        raise OutOfTimeError(message)

    # The sign of life

    def _beat_on(self) -> None:
        """In a thread of its own, since a task may take long."""
        while not self._ended.wait(self._beat_seconds):
            # One that can't even be broken off is better done by another worker.
            if self._seconds_in_task() < MOST_SECONDS + 2 * GONE_SECONDS:
                with suppress(DatabaseError, InterfaceError):
                    self._beat()
            connection.close()

    def _beat(self) -> None:
        every = timedelta(seconds=self._beat_seconds)
        Tick.objects.beat(self.name, every=every, now=timezone.now())

    def _seconds_in_task(self) -> float:
        began = self._began
        return 0.0 if began is None else time.monotonic() - began


def for_each_connection(verb: str) -> None:
    """As between two requests. Inside a transaction, which is a test's, it is left be."""
    for one in connections.all(initialized_only=True):
        if not one.in_atomic_block:
            with suppress(DatabaseError, InterfaceError):
                getattr(one, verb)()


@contextmanager
def only_one_on_sqlite() -> Iterator[None]:
    """Hold the lock of the file's one worker. The system drops it however we end."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor != "sqlite" or ":memory:" in name or "mode=memory" in name:
        yield
        return
    with open(f"{name}.worker", "w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunningError from None
        yield
