from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from jobtracker.commands import ReportingCommand
from jobtracker.search import kinds_of_words
from jobtracker.search.schema import refill


class Command(ReportingCommand):
    help = (
        "Look at all that can be found by words, and write anew what its index holds "
        "wrongly or not at all. Safe to run at any time, and again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--check",
            action="store_true",
            help="only count; ends with 1 where something is wrong",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        counts: dict[str, int] = {"looked_at": 0, "wrong": 0}
        for model in kinds_of_words():
            for looked_at, wrong in model.objects.rebuild(is_dry=options["check"]):
                counts["looked_at"] += looked_at
                counts["wrong"] += wrong
            if not options["check"]:
                refill(model._meta.db_table)
        self.report(counts, as_json=options["json"])
        if options["check"] and counts["wrong"]:
            raise CommandError("Run rebuild_search without --check.", returncode=1)
