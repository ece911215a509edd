"""Base of our management commands: they say what they did, to people or to machines."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError


class ReportingCommand(BaseCommand):
    """Prints what it did as a table, or with ``--json`` as JSON.

    Ends with 0 when done, 1 when some rows were refused, 2 on wrong use.
    """

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="print JSON")

    def report(self, rows: dict[str, Any], *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(rows, default=str))
            return
        width = max(len(name) for name in rows)
        for name, value in rows.items():
            self.stdout.write(f"{name.replace('_', ' '):<{width}}  {value}")

    def refuse(self, why: str) -> NoReturn:
        """It was used wrongly."""
        raise CommandError(why, returncode=2)
