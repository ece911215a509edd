"""``worker``: runs background tasks, and the day's work at its hour."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from jobtracker.commands import ReportingCommand
from jobtracker.databases import close_pools
from jobtracker.worker import AlreadyRunningError, Worker


class Command(ReportingCommand):
    help = (
        "Runs background tasks and what is due by the clock, until it is told to stop. "
        "One worker on SQLite, any number on PostgreSQL."
    )
    # They would load every page and form, which no task needs.
    requires_system_checks: tuple[str, ...] = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--once", action="store_true", help="run what is due now, then end"
        )

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        worker = Worker()
        try:
            worker.run(once=once)
        except AlreadyRunningError:
            message = "Another worker serves this SQLite database. It needs only one."
            raise CommandError(message) from None
        finally:
            close_pools()
        self.report(dict(worker.counts), as_json=options["json"])
        if once and worker.counts["failed"]:
            raise SystemExit(1)
