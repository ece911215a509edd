from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from applications.management.commands.bench import scratch_database
from applications.measuring import Answers, Result, find_sets, reader
from jobtracker.commands import ReportingCommand


class Command(ReportingCommand):
    help = (
        "Run the readers over a folder of real files, in a database of its own that is "
        "removed afterwards, and say how many they got right."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("folder", type=Path, metavar="DIR")
        parser.add_argument(
            "--answers", type=Path, metavar="FILE", help="write what the readers gave"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        if not folder.is_dir():
            raise CommandError(f"{folder} is no folder.", returncode=2)
        sets = find_sets(folder)
        if not sets:
            raise CommandError(f"{folder} holds no set that I know.", returncode=2)
        # Its making prints a line that would stand before the JSON.
        with redirect_stdout(sys.stderr), scratch_database():
            answers = {name: reader(name).read(place) for name, place in sets.items()}
            results = {
                name: reader(name).score(place, answers[name])
                for name, place in sets.items()
            }
        if options["answers"]:
            self._write(options["answers"], answers)
        self._print(results, as_json=options["json"])
        if failed := sum(r.refused + r.crashed for r in results.values()):
            raise CommandError(f"{failed:,} refused or crashed.", returncode=1)

    def _write(self, path: Path, answers: dict[str, Answers]) -> None:
        try:
            path.write_text(json.dumps(answers, indent=1, ensure_ascii=False))
        except OSError as error:
            raise CommandError(f"Cannot write {path}: {error}", returncode=2) from error

    def _print(self, results: dict[str, Result], *, as_json: bool) -> None:
        if as_json:
            self.report(
                {name: result.as_dict() for name, result in results.items()},
                as_json=True,
            )
            return
        for name, result in results.items():
            figures = ", ".join(f"{k} {v}" for k, v in result.figures.items())
            self.stdout.write(
                f"{name}: {result.right} right, {result.wrong} wrong, {result.refused} "
                f"refused, {result.crashed} crashed"
                + (f"; {figures}" if figures else "")
            )
