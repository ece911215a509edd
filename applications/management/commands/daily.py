"""``daily``: reminders, mails and retention, as the worker does them by the clock."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from typing import Any

from django.utils import timezone

from applications import daily, tasks
from jobtracker.commands import ReportingCommand


def a_date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is not a date such as 2026-11-23"
        raise ArgumentTypeError(message) from None


class Command(ReportingCommand):
    help = (
        "Does what is due once a day: reminders, the mails of those whose hour has "
        "come, and deleting what is past its time. May be run twice, or late."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--date",
            type=a_date,
            help="as on that day, with the mails of all hours (2026-11-23)",
        )

    def handle(self, *args: Any, date: date | None, **options: Any) -> None:
        done, problem = daily.run(now=timezone.now(), day=date)
        self.report(done, as_json=options["json"])
        if problem:
            self._try_again(date, problem)
        if problem or done["failed"] or done["mails_refused"]:
            raise SystemExit(1)

    def _try_again(self, day: date | None, problem: str) -> None:
        tasks.send_digests.enqueue(*[str(day)] if day else [])
        self.stderr.write(
            f"Some mails could not be sent: {problem}. "
            "Nobody gets one twice; the worker tries again."
        )
