from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from applications.importing.undo import take_back
from applications.models import ImportRun
from applications.models.imports import Step
from jobtracker.commands import ReportingCommand
from jobtracker.errors import Refused


class Command(ReportingCommand):
    help = (
        "Take an import back as a whole: rows it made are removed, rows it changed are "
        "put back; what was edited since stays, and is listed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("run", type=int, nargs="?", help="its number")
        parser.add_argument("--list", action="store_true", help="list the imports")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["list"]:
            self._list()
            return
        run = ImportRun.objects.applied().filter(pk=options["run"]).first()
        if run is None:
            raise CommandError(
                f"There is no import {options['run']} to take back. See --list.",
                returncode=2,
            )
        try:
            kept = take_back(run)
        except Refused as refused:
            raise CommandError(" ".join(refused.messages), returncode=1) from refused
        ImportRun.objects.filter(pk=run.pk).update(step=Step.UNDO)
        rows: dict[str, Any] = {
            "import": run.pk,
            "kept": kept if options["json"] else len(kept),
        }
        self.report(rows, as_json=options["json"])
        if not options["json"]:
            for one in kept:
                self.stdout.write(f"  {one['kind']} “{one['name']}”: {one['why']}")

    def _list(self) -> None:
        for run in ImportRun.objects.select_related("user").defer("source")[:200]:
            state = "taken back" if run.undone_at else run.status
            who = run.user.email if run.user else "for everyone"
            when = f"{run.created_at:%Y-%m-%d %H:%M}"
            self.stdout.write(
                f"{run.pk:>6}  {when}  {run.system:<15} {who:<40} {state}"
            )
